"""`idle_timeout` and `timeout_ms`: how long a stream may stall, and how long it may last."""

from __future__ import annotations

from typing import Any
from unittest.mock import AsyncMock, Mock, call

import httpx
import pytest

from openrouter_sdk import errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.fake_time import FakeTime
from tests.helpers.patience import TRIES, given_time
from tests.streams.wire import COMMENT, DONE, WHOLE, Outcome, event, streamed, text

HEARTBEAT = event({"type": "keepalive", "sequence_number": 3})
# Each goes on for longer than anybody waits: a stream that is not left by then is not left at all.
CHATTY = {
    "comments": [COMMENT, 0.02] * 3000,
    "heartbeats": [HEARTBEAT, 0.02] * 3000,
    "nothing": [60.0],
    "single bytes of comments": [piece for byte in COMMENT * 120 for piece in (bytes([byte]), 0.02)],
}


def limited(name: str, seconds: float) -> dict[str, Any]:
    """The option of that name, of so many seconds."""
    return {name: seconds * 1000 if name == "timeout_ms" else seconds}


@pytest.mark.parametrize("what", CHATTY)
@pytest.mark.parametrize("limit", ["idle_timeout", "timeout_ms"])
def test_a_stalled_stream_ends_whatever_is_sent_to_keep_it_open(
    api: Api, server: testing.Server, make_client: MakeClient, what: str, limit: str
) -> None:
    client = make_client(real_time=True)

    def stall(seconds: float) -> Outcome:
        server.clear()
        server.enqueue(*[streamed(text("Hel"), text("lo"), *CHATTY[what], DONE)] * TRIES)
        outcome = Outcome(api.stream(client, **limited(limit, seconds)))
        assert f"{seconds:g} s" in outcome.failure.message
        return outcome

    outcome = given_time(stall, enough=lambda outcome: outcome.texts == ["Hel", "lo"])

    assert type(outcome.failure) is errors.RequestTimedOutError
    assert isinstance(outcome.failure, TimeoutError)
    assert outcome.texts == ["Hel", "lo"]
    assert outcome.partial.text == "Hello"
    assert outcome.afterwards == []
    assert server.wait_closed(1)


@pytest.mark.parametrize("limit", ["idle_timeout", "timeout_ms"])
def test_a_stream_that_never_begins_has_no_partial(
    api: Api, server: testing.Server, make_client: MakeClient, limit: str
) -> None:
    client = make_client(real_time=True)

    def stall(seconds: float) -> Outcome | None:
        server.clear()
        server.enqueue(*[streamed(COMMENT, 60.0)] * TRIES)
        try:
            stream = api.stream(client, **limited(limit, seconds))
        except errors.RequestTimedOutError:
            # before there was a stream
            return None
        return Outcome(stream)

    outcome = given_time(stall, enough=lambda outcome: outcome is not None and len(server.requests) == 1)

    assert outcome is not None
    assert type(outcome.failure) is errors.RequestTimedOutError
    assert outcome.failure.partial is None
    assert outcome.failure.http_status == 200
    assert len(server.requests) == 1


def test_chunks_extend_the_idle_timeout(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    client = make_client(real_time=True)

    def read(seconds: float) -> Outcome:
        server.clear()
        steps = [piece for _ in range(8) for piece in (text("a"), seconds / 4)]
        server.enqueue(*[streamed(*steps, text("", "stop"), DONE)] * TRIES)
        return Outcome(api.stream(client, idle_timeout=seconds))

    outcome = given_time(read, enough=lambda outcome: outcome.error is None, seconds=0.4)

    assert outcome.error is None
    assert len(outcome.texts) == 9


def test_chunks_do_not_extend_the_deadline(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    client = make_client(real_time=True)

    def read(seconds: float) -> Outcome:
        server.clear()
        server.enqueue(*[streamed(*[text("a"), 0.05] * 1200, DONE)] * TRIES)
        return Outcome(api.stream(client, timeout_ms=seconds * 1000))

    outcome = given_time(read, enough=lambda outcome: bool(outcome.texts))

    assert type(outcome.failure) is errors.RequestTimedOutError
    assert 1 <= len(outcome.texts) < 1200
    assert server.wait_closed(1)


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


@pytest.mark.parametrize("pause", ["shorter than the server's", "longer than the server's"])
def test_the_time_the_caller_takes_does_not_count_as_waiting_for_bytes(
    api: Api, server: testing.Server, make_client: MakeClient, pause: str
) -> None:
    client = make_client(real_time=True)

    def read(seconds: float) -> Outcome:
        server.clear()
        server.enqueue(*[streamed(text("Hel"), 2 * seconds, text("lo"), DONE)] * TRIES)
        stream = api.stream(client, timeout=httpx.Timeout(60.0, read=seconds))
        pauses = (1.6 if pause.startswith("shorter") else 2.4) * seconds
        return Outcome(stream, then=lambda: api.pause(pauses))

    outcome = given_time(read, enough=lambda outcome: outcome.error is None, seconds=0.3)

    assert outcome.texts == ["Hel", "lo"]


def test_each_wait_for_bytes_has_the_whole_read_timeout(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    client = make_client(real_time=True)

    def read(seconds: float) -> Outcome:
        server.clear()
        pieces = [piece for letter in "abcd" for piece in (text(letter), seconds / 2)]
        server.enqueue(*[streamed(*pieces, 60.0, DONE)] * TRIES)
        outcome = Outcome(api.stream(client, timeout=httpx.Timeout(60.0, read=seconds)))
        assert f"{seconds:g} s" in outcome.failure.message
        return outcome

    outcome = given_time(read, enough=lambda outcome: len(outcome.texts) == 4, seconds=0.4)

    assert type(outcome.failure) is errors.RequestTimedOutError
    assert outcome.texts == ["a", "b", "c", "d"]
    assert server.wait_closed(1)


def test_the_shorter_of_read_and_idle_timeout_ends_a_wait(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    client = make_client(real_time=True)
    for read, idle, told in ((0.2, 60.0, r"\(timeout\)"), (60.0, 0.2, r"\(idle_timeout\)")):
        server.enqueue(*[streamed(text("Hel"), 60.0, DONE)] * TRIES)
        with pytest.raises(errors.RequestTimedOutError, match=told):
            api.answer(client, streamed=True, timeout=httpx.Timeout(60.0, read=read), idle_timeout=idle)


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


@pytest.mark.parametrize(("passed", "left"), [(0.0, [100.0]), (99.5, [0.5]), (100.0, []), (100.5, [])])
def test_a_read_may_take_the_seconds_that_are_left(
    api: Api,
    server: testing.Server,
    make_client: MakeClient,
    clock: FakeTime,
    monkeypatch: pytest.MonkeyPatch,
    passed: float,
    left: list[float],
) -> None:
    server.enqueue(streamed(60.0))
    stream = api.stream(make_client(), timeout_ms=100_000, idle_timeout=None)
    read = (AsyncMock if api.colour == "async" else Mock)(return_value=None)
    monkeypatch.setattr(type(stream.inner._response), "read", read)
    clock.sleep(passed)
    with pytest.raises(errors.OpenRouterError) as caught:
        list(stream)

    assert type(caught.value) is (errors.StreamInterruptedError if left else errors.RequestTimedOutError)
    assert read.call_args_list == [call(seconds) for seconds in left]


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


@pytest.mark.parametrize("limit", ["idle_timeout", "timeout_ms"])
def test_a_stall_behind_the_finish_reason_is_no_error(
    api: Api, server: testing.Server, make_client: MakeClient, limit: str
) -> None:
    client = make_client(real_time=True)

    def read(seconds: float) -> Outcome:
        server.clear()
        server.enqueue(*[streamed(text("Hello", "stop"), 60.0, DONE)] * TRIES)
        return Outcome(api.stream(client, **limited(limit, seconds)))

    outcome = given_time(read, enough=lambda outcome: outcome.error is None)

    assert outcome.error is None
    assert outcome.stream.final().text == "Hello"


def test_no_limit_is_needed(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    server.enqueue(WHOLE)
    outcome = Outcome(api.stream(make_client(real_time=True), idle_timeout=None))

    assert outcome.error is None
    assert outcome.stream.final().text == "Hello"
