"""What breaks underneath a stream becomes an error of the SDK, with its cause and what was received."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import AsyncIterator, Iterator

import h11
import httpx
import pytest

from openrouter_sdk import errors, testing
from openrouter_sdk.testing._answers import RawReply
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.patience import TRIES, given_time
from tests.streams.wire import DONE, EVENT_STREAM, WHOLE, Outcome, streamed, text

HELLO = text("Hel") + text("lo")
GZIP = {"Content-Encoding": "gzip"}
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
PACKED = gzip.compress(HELLO)

# What is raised, its cause, and its cause where an httpx client was injected.
FAULTS: dict[str, tuple[RawReply, type[Exception], type[Exception], type[Exception]]] = {
    "closed inside the body": (
        streamed(HELLO, cut_after=len(HELLO)), errors.StreamInterruptedError, h11.RemoteProtocolError,
        httpx.RemoteProtocolError),
    "reset": (
        streamed(HELLO, 0.03, cut_after=9999, reset=True), errors.StreamInterruptedError, OSError, httpx.ReadError),
    "no HTTP chunk": (
        testing.raw(None, pieces=[HEAD, 0.03, b"%x\r\n%b\r\nno size\r\n" % (len(HELLO), HELLO)]),
        errors.StreamInterruptedError, h11.RemoteProtocolError, httpx.RemoteProtocolError),
    "bad gzip": (streamed(PACKED[:-8], b"\xff" * 64, headers=GZIP), errors.ResponseValidationError, zlib.error,
                 zlib.error),
}  # fmt: skip


@pytest.mark.parametrize("injected", [False, True])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_connection_is_an_error_with_cause_and_partial(
    api: Api, server: testing.Server, make_client: MakeClient, fault: str, injected: bool
) -> None:
    answer, error_class, cause, cause_of_httpx = FAULTS[fault]
    server.enqueue(answer)
    given = api.http_client() if injected else {}
    outcome = Outcome(api.stream(make_client(retry_config=3, **given)))
    if injected:
        api.is_closed(given)

    assert type(outcome.failure) is error_class
    assert isinstance(outcome.failure.__cause__, cause_of_httpx if injected else cause)
    if injected and cause_of_httpx is not cause:
        assert outcome.failure.__cause__.request.url.path == "/api/v1/chat/completions"  # type: ignore[attr-defined]
    assert outcome.texts == ["Hel", "lo"]
    assert outcome.partial.text == "Hello"
    assert outcome.afterwards == []
    assert len(server.requests) == 1


def test_a_read_timeout_is_a_timeout_error(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    client = make_client(real_time=True)

    def stall(seconds: float) -> Outcome:
        server.clear()
        server.enqueue(*[streamed(HELLO, 60.0)] * TRIES)
        outcome = Outcome(api.stream(client, timeout=httpx.Timeout(60.0, read=seconds)))
        assert f"{seconds:g} s" in outcome.failure.message
        return outcome

    outcome = given_time(stall, enough=lambda outcome: bool(outcome.texts))

    assert type(outcome.failure) is errors.RequestTimedOutError
    assert isinstance(outcome.failure, TimeoutError)
    assert isinstance(outcome.failure.__cause__, TimeoutError)
    assert outcome.partial.text == "Hello"


def test_a_cut_gzip_stream_behind_its_finish_reason_is_complete(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    packed = gzip.compress(HELLO + text("", "stop"))
    server.enqueue(streamed(packed[:-8], 0.02, b"\xff" * 8, headers=GZIP))
    outcome = Outcome(api.stream(make_client()))

    assert outcome.error is None
    assert outcome.stream.final().text == "Hello"


def test_a_compressed_stream_is_read(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    packed = gzip.compress(HELLO + DONE)
    server.enqueue(streamed(*(packed[at : at + 1] for at in range(len(packed))), headers=GZIP))

    assert Outcome(api.stream(make_client())).texts == ["Hel", "lo"]


class Failing(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that gives two chunks and fails."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        yield HELLO
        raise self.error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield HELLO
        raise self.error

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (httpx.ReadTimeout("slow"), errors.RequestTimedOutError),
        (httpx.ReadError("gone"), errors.StreamInterruptedError),
        (httpx.RemoteProtocolError("odd"), errors.StreamInterruptedError),
        (httpx.CloseError("odd"), errors.StreamInterruptedError),
        (httpx.ProxyError("odd"), errors.StreamInterruptedError),
        (httpx.DecodingError("odd"), errors.ResponseValidationError),
        (httpx.WriteTimeout("slow"), errors.RequestTimedOutError),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_every_error_of_httpx_in_a_body_is_one_of_ours(
    api: Api, make_client: MakeClient, error: Exception, expected: type[Exception]
) -> None:
    body = Failing(error)
    transport = httpx.MockTransport(lambda _request: httpx.Response(200, headers=EVENT_STREAM, stream=body))
    injected = api.http_client(transport=transport)
    outcome = Outcome(api.stream(make_client(**injected)))
    api.is_closed(injected)

    assert type(outcome.failure) is expected
    assert outcome.failure.__cause__ is error
    assert outcome.partial.text == "Hello"
    assert body.closed


def test_another_exception_of_a_transport_comes_through_and_closes_the_body(api: Api, make_client: MakeClient) -> None:
    body = Failing(ZeroDivisionError())
    transport = httpx.MockTransport(lambda _request: httpx.Response(200, headers=EVENT_STREAM, stream=body))
    injected = api.http_client(transport=transport)
    stream = api.stream(make_client(**injected))
    with pytest.raises(ZeroDivisionError):
        stream.final()
    api.is_closed(injected)

    assert body.closed
    with pytest.raises(errors.StreamInterruptedError, match="ZeroDivisionError"):
        list(stream)
    assert list(stream) == []
    assert stream.partial.text == "Hello"


def test_a_stream_without_events_is_tried_again_where_the_caller_allows_it(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(streamed(b": wait\n\n", b"", cut_after=999), WHOLE)
    outcome = Outcome(api.stream(make_client(retry_config=1), retry_after_send=True))

    assert outcome.error is None
    assert outcome.stream.http.attempts == 2


def test_a_stream_without_events_is_not_tried_again_unasked(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(streamed(b": wait\n\n", b"", cut_after=999), WHOLE)
    outcome = Outcome(api.stream(make_client(retry_config=1)))

    assert type(outcome.failure) is errors.StreamInterruptedError
    assert outcome.failure.attempts == 1
