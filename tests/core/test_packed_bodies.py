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


PACKED = gzip.compress(DATA, mtime=0)
MEMBERS = [gzip.compress(part, mtime=0) for part in (b"", DATA, b"", b"", DATA, b"")]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 10_000])
@pytest.mark.parametrize("junk", [b"", b"\0" * 9, b"\x1f", b"\x1fx", b"\x1e" + PACKED])
def test_gzip_goes_on_where_one_is_behind_the_other_and_ends_at_anything_else(size: int, junk: bytes) -> None:
    decoder = decoder_of([(b"Content-Encoding", b"gzip")])
    assert decoder is not None
    packed = b"".join(MEMBERS) + junk

    pieces = [packed[at : at + size] for at in range(0, len(packed), size)]

    assert b"".join(part for piece in pieces for part in unpacked(decoder, piece)) == DATA * 2


def test_an_event_that_is_packed_by_itself_is_there_at_once() -> None:
    decoder = decoder_of([(b"Content-Encoding", b"gzip")])
    assert decoder is not None

    assert [b"".join(unpacked(decoder, PACKED)) for _ in range(3)] == [DATA] * 3


def test_what_is_broken_behind_the_end_of_one_is_told() -> None:
    decoder = decoder_of([(b"Content-Encoding", b"gzip")])
    assert decoder is not None

    with pytest.raises(Fault, match="Error -3"):
        b"".join(unpacked(decoder, PACKED + PACKED[:10] + b"\xff" * 9))


def test_there_is_an_end_to_what_holds_nothing() -> None:
    decoder = decoder_of([(b"Content-Encoding", b"gzip")])
    assert decoder is not None

    given = (MEMBERS[0] * 1000 for _ in range(100))
    with pytest.raises(Fault, match="hold nothing"):
        b"".join(part for piece in given for part in unpacked(decoder, piece))


@pytest.mark.parametrize("coding", [b"", b"identity", b" , Identity", b"none", b"utf-8", b"UTF-8, binary"])
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
