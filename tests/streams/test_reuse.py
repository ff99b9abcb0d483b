"""What becomes of the connection when a stream is over."""

from __future__ import annotations

import sys

import pytest

from openrouter_sdk import EventStream, EventStreamAsync, testing
from tests.helpers.api import Api
from tests.helpers.examples import LONG
from tests.helpers.patience import PATIENCE_S
from tests.streams.conftest import Pool
from tests.streams.wire import DONE, WHOLE, streamed, text

TAILS = {
    "in the same write": [text("Hello", "stop") + DONE],
    "in writes of their own": [text("Hello", "stop"), DONE],
    "a little later": [text("Hello", "stop"), DONE, 0.01],
    "behind more events": [text("Hello", "stop") + DONE, text("more"), b": bye\n\n"],
    "without done": [text("Hello", "stop")],
}


@pytest.fixture
def _end_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of the body is waited for as long as a busy machine may need to send it."""
    for kind in (EventStream, EventStreamAsync):
        monkeypatch.setattr(sys.modules[kind.__module__], "DRAIN_S", PATIENCE_S)


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.usefixtures("_end_is_waited_for")
def test_streams_one_after_the_other_share_one_connection(
    api: Api, pool: Pool, server: testing.Server, tail: str
) -> None:
    opened = set()
    for _ in range(20 if LONG else 6):
        server.enqueue(streamed(*TAILS[tail]))
        assert api.stream(pool.client).final().text == "Hello"
        opened |= {id(each) for each in pool.live}

    assert len(opened) == 1
    assert server.connections == 1
    assert pool.requests == 0


def test_a_body_that_does_not_end_behind_done_is_not_waited_for(api: Api, pool: Pool, server: testing.Server) -> None:
    for number in range(1, 4):
        server.enqueue(streamed(text("Hello") + DONE, 60.0))
        assert api.stream(pool.client, timeout=600.0).final().text == "Hello"
        assert server.wait_closed(number)
        assert pool.busy == 0


def test_a_body_that_goes_on_behind_done_is_not_read_for_ever(api: Api, pool: Pool, server: testing.Server) -> None:
    server.enqueue(streamed(text("Hello") + DONE, *[text("x"), 0.005] * 4000))

    assert api.stream(pool.client).final().text == "Hello"
    assert server.wait_closed(1)
    server.enqueue(WHOLE)
    assert api.stream(pool.client).final().text == "Hello"
