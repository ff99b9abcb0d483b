"""A matrix of faults over real sockets: what is raised, how often the server was asked, and that nothing stays open."""

from __future__ import annotations

import gzip
import socket
from typing import Any, NamedTuple

import httpx
import pytest

from openrouter_sdk import errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.fake_time import FakeTime
from tests.helpers.patience import PATIENCE_S, TRIES, given_time

STREAMED = pytest.mark.parametrize("streamed", [False, True])
CHUNK = b'data: {"id":"g","choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n'
BODY = b'{"id":"g","choices":[{"index":0,"message":{"role":"assistant","content":"Hel'
JSON, SSE = {"Content-Type": "application/json"}, {"Content-Type": "text/event-stream"}
Kind = type[errors.OpenRouterError]


class Fault(NamedTuple):
    """What the server does with a plain and with a streamed call, and what the caller gets."""

    plain: Any
    stream: Any
    raises: Kind
    raises_in_stream: Kind
    requests: int = 1
    partial: str | None = None
    """Text of the answer so far, of a streamed call."""


def same(answer: Any, raises: Kind, requests: int = 1) -> Fault:
    """The server does the same for both."""
    return Fault(answer, answer, raises, raises, requests)


def two(
    plain: Any, stream: Any, raises: Kind, raises_in_stream: Kind | None = None, partial: str | None = None
) -> Fault:
    return Fault(plain, stream, raises, raises_in_stream or raises, 1, partial)


raw, no_response, no_answer = testing.raw, errors.NoResponseError, errors.ResponseValidationError
broken_stream, timed_out = errors.StreamInterruptedError, errors.RequestTimedOutError
GZIP = {"Content-Encoding": "gzip"}
DRIP = [piece for _ in range(400) for piece in (b" ", 0.05)]
COMMENTS = [piece for _ in range(400) for piece in (b": OPENROUTER PROCESSING\n\n", 0.05)]
PACKED = gzip.compress(BODY * 100)
NOISE = b"\x1f\x8b but no gzip"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
BAD_CHUNKS: list[bytes | float] = [b"Transfer-Encoding: chunked\r\n\r\n", 0.5, b"zz\r\n"]
HTML = b"<html><title>Please log in</title></html>"

FAULTS: dict[str, Fault] = {
    "closed before the headers": same(raw(None), no_response),
    "reset before the headers": same(raw(None, reset=True), no_response),
    "closed inside the headers": same(raw(None, body=HEAD), no_response),
    "reset inside the headers": same(raw(None, body=HEAD, reset=True), no_response),
    "reset before the body": two(
        raw(200, JSON, b"x", cut_after=0, reset=True), raw(200, SSE, b"x", cut_after=0, reset=True),
        no_response, broken_stream,
    ),
    "closed inside the body": two(
        raw(200, {**JSON, "Content-Length": "999"}, BODY), raw(200, SSE, CHUNK, cut_after=len(CHUNK)), no_response,
        broken_stream, "Hel",
    ),
    "reset inside the body": two(
        raw(200, JSON, BODY, reset=True), raw(200, SSE, CHUNK, reset=True), no_response, broken_stream, "Hel"
    ),
    "reset inside an event": two(
        raw(200, JSON, BODY, cut_after=9, reset=True), raw(200, SSE, CHUNK * 2, cut_after=len(CHUNK) + 9, reset=True),
        no_response, broken_stream, "Hel",
    ),
    "ended inside an event": two(
        raw(200, JSON, BODY), raw(200, SSE, CHUNK + CHUNK[:30]), no_answer, broken_stream, "Hel"
    ),
    "ended without its end": two(raw(200, JSON, BODY), raw(200, SSE, CHUNK), no_answer, broken_stream, "Hel"),
    "an event that is no JSON": two(
        raw(200, JSON, b"{nonsense}"), raw(200, SSE, CHUNK + b"data: {nonsense}\n\n"), no_answer, None, "Hel"
    ),
    "never answers": same(raw(delay=60), timed_out),
    "stalls inside the body": two(
        raw(200, JSON, pieces=[BODY, 60.0]), raw(200, SSE, pieces=[CHUNK, 60.0]), timed_out, None, "Hel"
    ),
    "drips": two(raw(200, JSON, pieces=DRIP), raw(200, SSE, pieces=[CHUNK, *COMMENTS]), timed_out, None, "Hel"),
    "another kind of content": same(raw(200, {"Content-Type": "text/html"}, HTML), no_answer),
    "no kind of content": same(raw(200, {}, HTML), no_answer),
    "no gzip": two(raw(200, {**JSON, **GZIP}, NOISE), raw(200, {**SSE, **GZIP}, NOISE), no_answer),
    "gzip cut short": two(
        raw(200, {**JSON, **GZIP}, PACKED[:50]), raw(200, {**SSE, **GZIP}, gzip.compress(CHUNK)[:-20]),
        no_answer, broken_stream,
    ),
    "an oversized header": same(raw(200, {**JSON, "X-Big": "x" * 200_000}, b"{}"), no_response),
    "no HTTP": same(raw(None, body=b"SSH-2.0-OpenSSH_9.6\r\n" * 3), no_response),
    "a broken status line": same(raw(None, body=b"HTTP/1.1 OK\r\n\r\n"), no_response),
    "broken chunks": two(
        raw(None, pieces=[HEAD, *BAD_CHUNKS]),
        raw(None, pieces=[HEAD.replace(b"application/json", b"text/event-stream"), *BAD_CHUNKS]),
        no_response, broken_stream,
    ),
    "a storm of 429": same([testing.error(429)] * 9, errors.TooManyRequestsResponseError, 4),
    "a storm of 429 under 200": same([testing.error(429, http_status=200)] * 9, errors.TooManyRequestsResponseError, 4),
    "a storm of 529": same([testing.error(529)] * 9, errors.ProviderOverloadedResponseError, 4),
}  # fmt: skip
LIMITED = {"never answers", "stalls inside the body", "drips"}


def text_of(partial: Any) -> str | None:
    return (partial.text or None) if partial else None


@STREAMED
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_raises_its_class_and_leaves_nothing_open(
    name: str, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    fault = FAULTS[name]
    answers = fault.stream if streamed else fault.plain
    # one connection only: a leaked one would leave the next call without any
    client = make_client(limits=httpx.Limits(max_connections=1), timeout=PATIENCE_S, real_time=name in LIMITED)

    def fail(seconds: float) -> errors.OpenRouterError:
        server.clear()
        server.enqueue(*(answers if isinstance(answers, list) else [answers]) * (TRIES if name in LIMITED else 1))
        with pytest.raises(errors.OpenRouterError) as caught:
            api.answer(client, streamed=streamed, **({"timeout_ms": seconds * 1000} if name in LIMITED else {}))
        return caught.value

    def went_as_far_as_it_can(error: errors.OpenRouterError) -> bool:
        return name not in LIMITED or (len(server.requests) == 1 and text_of(error.partial) == partial)

    partial = fault.partial if streamed else None
    error = given_time(fail, went_as_far_as_it_can)

    assert type(error) is (fault.raises_in_stream if streamed else fault.raises)
    assert error.attempts == len(server.requests) == fault.requests
    assert text_of(error.partial) == partial
    server.clear()
    assert api.send(client).text == "Tell me more"
    api.close(client)
    assert server.wait_connections(0)


@STREAMED
@pytest.mark.parametrize(("retries", "attempts"), [(None, 1), ({}, 4), ({"retries": 0}, 1), ({"retries": 2}, 3)])
def test_a_refused_connection_is_tried_again(
    retries: Any, attempts: int, streamed: bool, api: Api, make_client: MakeClient, clock: FakeTime
) -> None:
    # a port that is taken, so nobody else gets it meanwhile, and on which nobody listens
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        client = make_client(server_url=f"http://127.0.0.1:{port}")

        with pytest.raises(errors.NoResponseError) as caught:
            api.answer(client, streamed=streamed, **({"retries": None} if retries is None else retries))

    assert isinstance(caught.value.__cause__, ConnectionRefusedError)
    assert str(caught.value).startswith(f"no answer from 127.0.0.1:{port}: ")
    assert (caught.value.request_sent, caught.value.attempts, caught.value.http_status) == (False, attempts, None)
    assert len(clock.slept) == attempts - 1


@STREAMED
def test_a_name_that_does_not_resolve_is_no_response(streamed: bool, api: Api, make_client: MakeClient) -> None:
    client = make_client(server_url="https://no-such-host.invalid", retry_config=None)

    with pytest.raises(errors.NoResponseError) as caught:
        api.answer(client, streamed=streamed)

    assert caught.value.request_sent is False


@STREAMED
def test_plain_text_where_tls_is_expected_is_no_response(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(server_url=server.url.replace("http://", "https://"), retry_config=None)

    with pytest.raises(errors.NoResponseError) as caught:
        api.answer(client, streamed=streamed)

    assert caught.value.request_sent is False
    assert server.requests == []
