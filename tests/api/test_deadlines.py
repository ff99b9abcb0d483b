"""`timeout_ms` bounds the whole call over real sockets, whatever the server does; that each test ends is half of it."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from openrouter_sdk import BackoffStrategy, RetryConfig, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.fake_time import FakeTime
from tests.helpers.patience import PATIENCE_S, TRIES, given_time
from tests.helpers.raw_server import Connection, RawServer

STREAMED = pytest.mark.parametrize("streamed", [False, True])
SSE = {"Content-Type": "text/event-stream"}
JSON = {"Content-Type": "application/json"}
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CHUNK = b'data: {"id":"g","choices":[{"index":0,"delta":{"content":"x"}}]}\n\n'
BODY = b'{"id":"g","choices":[{"index":0,"message":{"role":"assistant","content":"ok"}}]}'
ANSWERED = HEAD + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY


def drip(count: int) -> list[bytes | float]:
    return [piece for _ in range(count) for piece in (b" ", 0.05)]


SLOW: dict[str, tuple[Any, Any]] = {
    "never answers": (testing.raw(delay=60), testing.raw(delay=60)),
    "stops after the headers": (
        testing.raw(200, JSON, pieces=[b"{", 60.0]),
        testing.raw(200, SSE, pieces=[CHUNK, 60.0]),
    ),
    "drips a body of known length": (
        testing.raw(200, {**JSON, "Content-Length": "9999"}, pieces=drip(1200)),
        testing.raw(200, {**SSE, "Content-Length": "999999"}, pieces=[CHUNK, *drip(1200)]),
    ),
    "drips chunks": (
        testing.raw(200, JSON, pieces=drip(1200)),
        testing.raw(200, SSE, pieces=[piece for _ in range(1200) for piece in (CHUNK, 0.05)]),
    ),
    "drips until it closes": (
        testing.raw(None, pieces=[HEAD + b"\r\n", *drip(1200)]),
        testing.raw(None, pieces=[HEAD.replace(b"application/json", b"text/event-stream") + b"\r\n", *drip(1200)]),
    ),
    "drips comments": (
        testing.raw(200, JSON, pieces=drip(1200)),
        testing.raw(200, SSE, pieces=[b": wait\n\n", 0.05] * 1200),
    ),
    "drips an error": (testing.raw(503, JSON, pieces=drip(1200)), testing.raw(503, JSON, pieces=drip(1200))),
}


@STREAMED
@pytest.mark.parametrize("kind", SLOW)
def test_a_slow_server_is_left_when_the_time_is_up(
    kind: str, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(real_time=True)

    def ask(seconds: float) -> errors.RequestTimedOutError:
        server.clear()
        server.enqueue(*[SLOW[kind][streamed]] * TRIES)
        with pytest.raises(errors.RequestTimedOutError, match=f"the call did not end within {seconds:g} s") as caught:
            api.answer(client, streamed=streamed, timeout_ms=seconds * 1000)
        return caught.value

    error = given_time(ask, enough=lambda _: server.requests != [])

    assert isinstance(error, TimeoutError)
    assert len(server.requests) == 1
    # before the server had done
    assert server.wait_closed(1)
    api.close(client)
    assert server.wait_connections(0)


@STREAMED
def test_the_answer_so_far_comes_with_the_error(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(real_time=True)

    def ask(seconds: float) -> errors.RequestTimedOutError:
        server.clear()
        server.enqueue(*[SLOW["stops after the headers"][streamed]] * TRIES)
        with pytest.raises(errors.RequestTimedOutError) as caught:
            api.answer(client, streamed=streamed, timeout_ms=seconds * 1000)
        return caught.value

    error = given_time(ask, enough=lambda error: (error.partial is not None) if streamed else bool(error.http_status))

    assert error.http_status == 200
    assert (error.partial.text if error.partial else None) == ("x" if streamed else None)


@STREAMED
def test_retries_are_inside_the_limit(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server, clock: FakeTime
) -> None:
    server.enqueue(*[testing.error(503)] * 20)
    slowly = BackoffStrategy(initial_interval=50_000, max_interval=10**9, max_elapsed_time=10**9)

    with pytest.raises(errors.RequestTimedOutError, match=r"did not end within 120 s \(timeout_ms\)") as caught:
        api.answer(make_client(), streamed=streamed, timeout_ms=120_000, retries=RetryConfig(backoff=slowly))

    assert isinstance(caught.value.__cause__, errors.ServiceUnavailableResponseError)
    assert caught.value.attempts == len(server.requests) == 3
    assert clock.seconds - 1000 < 120


@STREAMED
def test_a_wish_that_does_not_fit_raises_the_error_that_names_it(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server, clock: FakeTime
) -> None:
    server.enqueue(testing.error(429, headers={"Retry-After": "500"}))

    with pytest.raises(errors.TooManyRequestsResponseError) as caught:
        api.answer(make_client(), streamed=streamed, timeout_ms=300_000)

    assert caught.value.retry_after == 500
    assert (clock.slept, len(server.requests)) == ([], 1)


@STREAMED
def test_a_call_in_time_is_left_alone(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(real_time=True, timeout_ms=60_000)

    assert [api.answer(client, streamed=streamed).text for _ in range(3)] == ["Tell me more"] * 3


def test_the_answers_of_a_finished_limit_do_not_hurt_the_next_call(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(real_time=True)
    server.enqueue(SLOW["drips chunks"][0])
    with pytest.raises(errors.RequestTimedOutError):
        api.send(client, timeout_ms=250)

    assert api.send(client).text == "Tell me more"


# async code does not look at the clock as it reads, but is woken
@pytest.mark.parametrize("api", ["sync"], indirect=True)
@pytest.mark.parametrize("passing", [1, 2, 5, 9, 19, 40])
def test_a_limit_is_told_as_such_wherever_it_ends(
    passing: int, api: Api, make_client: MakeClient, server: testing.Server, clock: FakeTime
) -> None:
    def now() -> float:
        clock.seconds += passing
        return clock.seconds

    clock.now = now  # type: ignore[method-assign]
    server.enqueue(testing.raw(200, JSON, b" " * 8_000_000))

    with pytest.raises(errors.RequestTimedOutError):
        api.send(make_client(), timeout_ms=80_000)


@STREAMED
@pytest.mark.parametrize("reused", [False, True])
def test_headers_that_drip_are_left_too(reused: bool, streamed: bool, api: Api, make_client: MakeClient) -> None:
    left, dripping = threading.Event(), threading.Event()
    tries: list[float] = []

    def drip_headers(connection: Connection) -> None:
        if reused and not tries and connection.read_request():
            connection.send(ANSWERED)
        if not connection.read_request():
            return
        dripping.set()
        connection.send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(600):
            if connection.client_gone(within=0.05):
                left.set()
                return
            connection.send(b"x")

    with RawServer(drip_headers) as slow:
        client = make_client(real_time=True, server_url=slow.url)
        if reused:
            assert api.send(client).text == "ok"

        def ask(seconds: float) -> None:
            tries.append(seconds)
            with pytest.raises(errors.RequestTimedOutError, match="did not end within"):
                api.answer(client, streamed=streamed, timeout_ms=seconds * 1000)

        given_time(ask, enough=lambda _: dripping.is_set())
        assert left.wait(PATIENCE_S)
        assert slow.connections <= len(tries)
