"""`idle_timeout` and `timeout_ms`: how long a stream may stall, and how long it may last."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from openrouter_sdk import errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import OVER_EVERY_TRANSPORT, Api
from tests.helpers.fake_time import FakeTime
from tests.streams.wire import COMMENT, DONE, WHOLE, Outcome, event, streamed, text

pytestmark = OVER_EVERY_TRANSPORT

MOST_OVERRUN_S = 0.5
HEARTBEAT = event({"type": "keepalive", "sequence_number": 3})
CHATTY = {
    "comments": [COMMENT, 0.02] * 500,
    "heartbeats": [HEARTBEAT, 0.02] * 500,
    "nothing": [60.0],
    "single bytes of comments": [piece for byte in COMMENT * 20 for piece in (bytes([byte]), 0.02)],
}


def timed(run: Callable[[], Any]) -> tuple[Any, float]:
    start = time.monotonic()
    return run(), time.monotonic() - start


@pytest.mark.parametrize("what", CHATTY)
@pytest.mark.parametrize("limit", [{"idle_timeout": 0.25}, {"timeout_ms": 250}], ids=["idle_timeout", "timeout_ms"])
def test_a_stalled_stream_ends_whatever_is_sent_to_keep_it_open(
    api: Api, server: testing.Server, make_client: MakeClient, what: str, limit: dict[str, Any]
) -> None:
    server.enqueue(streamed(text("Hel"), text("lo"), *CHATTY[what], DONE))
    client = make_client(real_time=True)
    outcome, seconds = timed(lambda: Outcome(api.stream(client, **limit)))

    assert type(outcome.failure) is errors.RequestTimedOutError
    assert isinstance(outcome.failure, TimeoutError)
    assert "0.25 s" in outcome.failure.message
    assert outcome.texts == ["Hel", "lo"]
    assert outcome.partial.text == "Hello"
    assert outcome.afterwards == []
    assert 0.25 <= seconds < 0.25 + MOST_OVERRUN_S
    assert server.wait_closed(1, 2.0)


@pytest.mark.parametrize("limit", [{"idle_timeout": 0.2}, {"timeout_ms": 200}], ids=["idle_timeout", "timeout_ms"])
def test_a_stream_that_never_begins_has_no_partial(
    api: Api, server: testing.Server, make_client: MakeClient, limit: dict[str, Any]
) -> None:
    server.enqueue(streamed(COMMENT, 60.0), WHOLE)
    outcome = Outcome(api.stream(make_client(real_time=True), **limit))

    assert type(outcome.failure) is errors.RequestTimedOutError
    assert outcome.failure.partial is None
    assert outcome.failure.http_status == 200
    assert len(server.requests) == 1


def test_chunks_extend_the_idle_timeout(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    steps = [piece for _ in range(8) for piece in (text("a"), 0.1)]
    server.enqueue(streamed(*steps, text("", "stop"), DONE))
    outcome = Outcome(api.stream(make_client(real_time=True), idle_timeout=0.4))

    assert outcome.error is None
    assert len(outcome.texts) == 9


def test_chunks_do_not_extend_the_deadline(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    steps = [piece for _ in range(100) for piece in (text("a"), 0.05)]
    server.enqueue(streamed(*steps, DONE))
    outcome, seconds = timed(lambda: Outcome(api.stream(make_client(real_time=True), timeout_ms=300)))

    assert type(outcome.failure) is errors.RequestTimedOutError
    assert 1 <= len(outcome.texts) <= 7
    assert seconds < 0.3 + MOST_OVERRUN_S


def test_the_time_the_caller_takes_does_not_count_as_idle(
    api: Api, server: testing.Server, make_client: MakeClient, clock: FakeTime
) -> None:
    server.enqueue(streamed(text("Hel"), text("lo"), DONE))
    texts = []
    with api.stream(make_client(), idle_timeout=5.0) as stream:
        for chunk in stream:
            clock.sleep(60.0)
            texts.append(chunk.text)

    assert texts == ["Hel", "lo"]


@pytest.mark.parametrize("pause", [0.5, 0.7])
def test_the_time_the_caller_takes_does_not_count_as_waiting_for_bytes(
    api: Api, server: testing.Server, make_client: MakeClient, pause: float
) -> None:
    server.enqueue(streamed(text("Hel"), 0.6, text("lo"), DONE))
    texts = []
    with api.stream(make_client(real_time=True), timeout=httpx.Timeout(10.0, read=0.3)) as stream:
        for chunk in stream:
            texts.append(chunk.text)
            api.pause(pause)

    assert texts == ["Hel", "lo"]


def test_each_wait_for_bytes_has_the_whole_read_timeout(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(streamed(text("a"), 0.2, text("b"), 0.2, text("c"), 0.2, text("d"), 60.0, DONE))
    outcome, seconds = timed(
        lambda: Outcome(api.stream(make_client(real_time=True), timeout=httpx.Timeout(10.0, read=0.4)))
    )

    assert type(outcome.failure) is errors.RequestTimedOutError
    assert "0.4 s" in outcome.failure.message
    assert outcome.texts == ["a", "b", "c", "d"]
    assert 1.0 <= seconds < 1.0 + MOST_OVERRUN_S


def test_the_shorter_of_read_and_idle_timeout_ends_a_wait(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    for read, idle, told in ((0.2, 60.0, "no data within 0.2 s"), (60.0, 0.2, "no data event within 0.2 s")):
        server.enqueue(streamed(text("Hel"), 60.0, DONE))
        limits = {"timeout": httpx.Timeout(10.0, read=read), "idle_timeout": idle}
        outcome, seconds = timed(lambda limits=limits: Outcome(api.stream(make_client(real_time=True), **limits)))

        assert type(outcome.failure) is errors.RequestTimedOutError
        assert told in outcome.failure.message
        assert 0.2 <= seconds < 0.2 + MOST_OVERRUN_S


def test_the_time_the_caller_takes_counts_for_the_deadline_but_chunks_that_came_are_given(
    api: Api, server: testing.Server, make_client: MakeClient, clock: FakeTime
) -> None:
    server.enqueue(streamed(text("a") + text("b") + text("c"), 60.0, text("d"), DONE))
    texts: list[str] = []
    stream = api.stream(make_client(), timeout_ms=100_000)

    def read_slowly() -> None:
        for chunk in stream:
            texts.append(chunk.text)
            clock.sleep(90.0)

    with pytest.raises(errors.RequestTimedOutError, match="100 s") as caught:
        read_slowly()

    assert texts == ["a", "b", "c"]
    assert caught.value.partial.text == "abc"


def test_a_stream_that_was_received_whole_is_not_late(
    api: Api, server: testing.Server, make_client: MakeClient, clock: FakeTime
) -> None:
    server.enqueue(streamed(text("a") + text("b", "stop") + DONE))
    texts = []
    with api.stream(make_client(), timeout_ms=100_000) as stream:
        for chunk in stream:
            texts.append(chunk.text)
            clock.sleep(90.0)

    assert texts == ["a", "b"]


@pytest.mark.parametrize("limit", [{"idle_timeout": 0.2}, {"timeout_ms": 200}], ids=["idle_timeout", "timeout_ms"])
def test_a_stall_behind_the_finish_reason_is_no_error(
    api: Api, server: testing.Server, make_client: MakeClient, limit: dict[str, Any]
) -> None:
    server.enqueue(streamed(text("Hello", "stop"), 60.0, DONE))
    outcome = Outcome(api.stream(make_client(real_time=True), **limit))

    assert outcome.error is None
    assert outcome.stream.final().text == "Hello"


def test_no_limit_is_needed(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    server.enqueue(WHOLE)
    outcome = Outcome(api.stream(make_client(real_time=True), idle_timeout=None))

    assert outcome.error is None
    assert outcome.stream.final().text == "Hello"
