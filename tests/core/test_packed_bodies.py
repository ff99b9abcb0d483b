"""What unpacks a body: none, one or several decoders, and what is told of one that nobody asked for."""

from __future__ import annotations

import gzip
import zlib

import pytest

from openrouter_sdk.custom.http.decoding import decoder_of, unpacked
from openrouter_sdk.custom.http.faults import Fault

DATA = b"some data " * 100


@pytest.mark.parametrize(
    ("coding", "packed"),
    [  # without a time: it would be in the name of the test, which is the same in every process
        (b"gzip", gzip.compress(DATA, mtime=0)),
        (b"x-gzip", gzip.compress(DATA, mtime=0)),
        (b"deflate", zlib.compress(DATA)),
        (b"Deflate, GZIP", gzip.compress(zlib.compress(DATA), mtime=0)),
    ],
)
def test_a_body_is_unpacked_as_its_headers_say(coding: bytes, packed: bytes) -> None:
    decoder = decoder_of([(b"Content-Encoding", coding)])

    assert decoder is not None
    assert b"".join(unpacked(decoder, packed)) == DATA


@pytest.mark.parametrize("coding", [b"", b"identity", b" , Identity"])
def test_a_body_that_is_not_packed_has_no_decoder(coding: bytes) -> None:
    assert decoder_of([(b"content-encoding", coding)]) is None


@pytest.mark.parametrize(
    ("coding", "why"),
    [
        (b"br", "it is packed as 'br', which was not asked for"),
        (b"gzip, zstd", "it is packed as 'zstd', which was not asked for"),
        (b"gzip," * 99, "it is packed 99 times over"),
    ],
)
def test_only_a_body_without_anything_is_read_however_it_is_packed(coding: bytes, why: str) -> None:
    decoder = decoder_of([(b"content-encoding", coding)])

    assert decoder is not None
    assert decoder.decode(b"") == b""
    with pytest.raises(Fault, match=why):
        decoder.decode(b"x")
