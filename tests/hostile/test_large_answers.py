"""Answers without an end, and answers that are small only while they are packed: bounded while they come."""

from __future__ import annotations

import gzip
import json
import zlib
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import errors
from openrouter_sdk.custom.engine import sending as sending_module
from openrouter_sdk.custom.http.cookies import Cookies
from openrouter_sdk.custom.http.decoding import PIECE_BYTES, decoder_of, unpacked
from openrouter_sdk.custom.http.faults import Fault
from openrouter_sdk.custom.http.message import parse_url
from tests.conftest import MakeClient
from tests.helpers.api import OVER_EVERY_TRANSPORT, Api
from tests.helpers.raw_server import Connection, RawServer

from .serving import MIB, answering, bomb, endlessly, peak_below, sending

EVENTS = "Content-Type: text/event-stream\r\n"
PACKED = "Content-Type: application/json\r\nContent-Encoding: {}\r\n"
FEW = {"max_response_bytes": 1 * MIB, "retry_config": None}
REFUSED = r"larger than max_response_bytes=1048576"
CHUNK = b'data: {"choices": [{"index": 0, "delta": {"content": "Hi"}, "finish_reason": null}]}\n\n'
LAST = b'data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}\n\n'


@OVER_EVERY_TRANSPORT
@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "stream answered with JSON"])
def test_an_answer_without_an_end_is_read_as_far_as_the_limit(
    api: Api, make_client: MakeClient, streamed: bool
) -> None:
    with sending(endlessly()) as server, peak_below(8 * MIB):
        with pytest.raises(errors.ResponseValidationError, match=REFUSED) as caught:
            api.answer(make_client(server_url=server.url, **FEW), streamed=streamed)
        assert server.wait_all_closed()

    assert (caught.value.http_status, caught.value.retryable, server.requests) == (200, False, 0)


@pytest.mark.parametrize(
    ("piece", "given"),
    [
        (CHUNK.replace(b"Hi", b"Hi" * 5000), "Hi"),
        ((b": wait" + b" " * 100 + b"\n\n") * 500, ""),
        ((b"data:" + b" " * 100 + b"\n\n") * 500, ""),
    ],
)
def test_a_stream_without_an_end_is_read_as_far_as_the_limit(
    api: Api, make_client: MakeClient, piece: bytes, given: str
) -> None:
    with sending(endlessly(piece), headers=EVENTS) as server:
        with pytest.raises(errors.ResponseValidationError, match=REFUSED) as caught:
            list(api.stream(make_client(server_url=server.url, **FEW)))
        assert server.wait_all_closed()

    assert caught.value.http_status == 200
    assert getattr(caught.value.partial, "text", "")[:2] == given


def test_behind_its_finish_reason_a_stream_without_an_end_is_whole(api: Api, make_client: MakeClient) -> None:
    with sending(endlessly((b": wait" + b" " * 1000 + b"\n\n") * 50, first=CHUNK + LAST), headers=EVENTS) as server:
        assert api.stream(make_client(server_url=server.url, **FEW)).final().text == "Hi"


def test_a_call_may_take_more_or_less_than_its_client(api: Api, make_client: MakeClient) -> None:
    body = json.dumps({"choices": [{"message": {"content": "Hi" * 1000}}]}).encode()
    with answering(body) as server:
        client = make_client(server_url=server.url, max_response_bytes=1000)
        assert api.send(client, max_response_bytes=5000).text == "Hi" * 1000
        assert api.stream(client, max_response_bytes=5000).final().text == "Hi" * 1000
        with pytest.raises(errors.ResponseValidationError, match="max_response_bytes=1000"):
            api.send(client)
        with pytest.raises(errors.ResponseValidationError, match="max_response_bytes=2000"):
            api.send(client, max_response_bytes=2000)


@pytest.mark.parametrize(("given", "error"), [(0, ValueError), (-1, ValueError), ("1 MiB", TypeError)])
def test_a_limit_that_is_none_is_refused(api: Api, make_client: MakeClient, given: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="max_response_bytes"):
        make_client(max_response_bytes=given)
    with pytest.raises(error, match="max_response_bytes"):
        api.send(make_client(), max_response_bytes=given)


@OVER_EVERY_TRANSPORT
@pytest.mark.parametrize("status", ["404 Not Found", "302 Found"])
def test_of_an_error_without_an_end_the_beginning_is_read(
    api: Api, make_client: MakeClient, status: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sending_module.MAX_ERROR_BYTES == 8 * MIB
    monkeypatch.setattr(sending_module, "MAX_ERROR_BYTES", MIB)
    with sending(endlessly(first=b"no such thing "), status=status) as server, peak_below(12 * MIB):
        with pytest.raises(errors.ChatError) as caught:
            api.send(make_client(server_url=server.url, retry_config=None))
        assert server.wait_all_closed()

    assert caught.value.status_code == int(status[:3])
    assert caught.value.body.startswith("no such thing xxx")
    assert len(caught.value.body) <= 64 * 1024
    assert len(str(caught.value)) <= len(repr(caught.value)) < 1000


@OVER_EVERY_TRANSPORT
@pytest.mark.parametrize("streamed", [False, True])
def test_a_packed_answer_is_bounded_by_what_is_in_it(api: Api, make_client: MakeClient, streamed: bool) -> None:
    headers = PACKED.format("gzip") if not streamed else EVENTS + "Content-Encoding: gzip\r\n"
    raises = pytest.raises(errors.ResponseValidationError, match=REFUSED)
    with answering(bomb(b" " * MIB, 24), headers=headers) as server, peak_below(8 * MIB), raises:
        api.answer(make_client(server_url=server.url, **FEW), streamed=streamed)


@OVER_EVERY_TRANSPORT
def test_what_was_packed_twice_is_bounded_too(api: Api, make_client: MakeClient) -> None:
    raises = pytest.raises(errors.ResponseValidationError, match=REFUSED)
    with (
        answering(bomb(b" " * MIB, 24, layers=2), headers=PACKED.format("gzip, gzip")) as server,
        peak_below(8 * MIB),
        raises,
    ):
        api.send(make_client(server_url=server.url, **FEW))


@OVER_EVERY_TRANSPORT
def test_what_was_packed_more_often_is_not_unpacked(api: Api, make_client: MakeClient) -> None:
    raises = pytest.raises(errors.ResponseValidationError, match="packed 3 times over")
    with answering(bomb(b" " * MIB, 1, layers=3), headers=PACKED.format("gzip, gzip, gzip")) as server, raises:
        api.send(make_client(server_url=server.url, **FEW))


@OVER_EVERY_TRANSPORT
def test_what_unpacks_to_nothing_is_given_up(api: Api, make_client: MakeClient) -> None:
    # a block that holds nothing, over and over
    head, block = gzip.compress(b"")[:10], b"\x00\x00\x00\xff\xff"
    with sending(endlessly(block * 10_000, first=head), headers=PACKED.format("gzip")) as server, peak_below(8 * MIB):
        with pytest.raises(errors.ResponseValidationError, match="hold nothing"):
            api.send(make_client(server_url=server.url, **FEW))
        assert server.wait_all_closed()


@pytest.mark.parametrize("coding", ["gzip", "deflate", "bare deflate", "gzip, deflate"])
def test_a_packed_body_is_unpacked_whole_however_it_is_cut(coding: str) -> None:
    body = bytes(range(256)) * 8192 + b"\0" * (3 * PIECE_BYTES)
    packed = {
        "gzip": lambda: gzip.compress(body),
        "deflate": lambda: zlib.compress(body),
        "bare deflate": lambda: zlib.compress(body)[2:-4],
        "gzip, deflate": lambda: zlib.compress(gzip.compress(body)),
    }[coding]()
    for step in (977, len(packed)):
        decoder = decoder_of([(b"Content-Encoding", coding.removeprefix("bare ").encode())])
        assert decoder is not None
        pieces = [each for at in range(0, len(packed), step) for each in unpacked(decoder, packed[at : at + step])]

        assert b"".join(pieces) == body
        assert max(map(len, pieces)) <= PIECE_BYTES


@given(st.binary(max_size=300), st.integers(1, 40), st.sampled_from(["gzip", "deflate", "gzip, gzip"]), st.data())
def test_any_body_comes_out_as_it_went_in(body: bytes, times: int, coding: str, data: st.DataObject) -> None:
    body *= times
    pack = zlib.compress if coding == "deflate" else gzip.compress
    packed = gzip.compress(pack(body)) if "," in coding else pack(body)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(packed)), max_size=5)))
    decoder = decoder_of([(b"Content-Encoding", coding.encode())])
    assert decoder is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("openrouter_sdk.custom.http.decoding.PIECE_BYTES", 100)
        parts = [packed[start:end] for start, end in pairwise([0, *cuts, len(packed)])]
        pieces = [piece for part in parts for piece in unpacked(decoder, part)]

    assert b"".join(pieces) == body
    assert all(len(piece) <= 100 for piece in pieces)


def test_what_follows_a_packed_body_is_not_kept() -> None:
    decoder = decoder_of([(b"Content-Encoding", b"gzip")])
    assert decoder is not None
    assert b"".join(unpacked(decoder, gzip.compress(b"Hi") + b"more")) == b"Hi"
    given = (b"x" * 65536 for _ in range(100))
    with peak_below(1 * MIB), pytest.raises(Fault, match="hold nothing"):
        any(map(decoder.decode, given))


def _endless_head(connection: Connection) -> None:
    connection.read_head()
    connection.send(b"HTTP/1.1 200 OK\r\n")
    for number in range(1_000_000):
        connection.send(b"X-Header-%d: %b\r\n" % (number, b"x" * 50))
        if connection._server.broken:
            return


def _endless_line(connection: Connection) -> None:
    connection.read_head()
    connection.send(b"HTTP/1.1 200 OK\r\nX-Header: ")
    while not connection._server.broken:
        connection.send(b"x" * 65536)


def _only_interim(connection: Connection) -> None:
    connection.read_head()
    while not connection._server.broken:
        connection.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" * 50)


def _endless_trailers(connection: Connection) -> None:
    connection.read_head()
    connection.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n")
    while not connection._server.broken:
        connection.send(b"X-Trailer: x\r\n" * 1000)


@pytest.mark.parametrize("handler", [_endless_head, _endless_line, _only_interim, _endless_trailers])
def test_headers_without_an_end_are_given_up(api: Api, make_client: MakeClient, handler: Any) -> None:
    with RawServer(handler) as server, peak_below(8 * MIB):
        with pytest.raises(errors.NoResponseError) as caught:
            api.send(make_client(server_url=server.url, retry_config=None))
        assert server.wait_all_closed()

    assert len(str(caught.value)) < 1000


def test_cookies_do_not_pile_up() -> None:
    url, cookies = parse_url("https://api.example/v1"), Cookies()
    for number in range(100):
        cookies.keep(url, [(b"Set-Cookie", b"c%d-%d=1" % (number, each)) for each in range(30)])
        cookies.keep(url, [(b"Set-Cookie", b"long=" + b"x" * 5000)])

    ((name, sent),) = cookies.lines(url)
    assert (name, sent.count(b"=")) == (b"cookie", 50)
    assert b"c99-29=1" in sent
    assert b"long" not in sent


def test_redirects_without_an_end_are_followed_five_times(api: Api, make_client: MakeClient) -> None:
    def redirect(connection: Connection) -> None:
        if connection.read_request():
            connection.send(b"HTTP/1.1 307 Temporary Redirect\r\nLocation: /again\r\nConnection: close\r\n\r\n")

    with RawServer(redirect) as server:
        with pytest.raises(errors.OpenRouterDefaultError, match="not followed"):
            api.send(make_client(server_url=server.url, retry_config=None))
        assert server.requests == 6
