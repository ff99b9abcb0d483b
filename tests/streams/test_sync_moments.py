"""A sync stream that another thread closes at moments that no test could wait for."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from openrouter_sdk import EventStream, testing
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL
from tests.streams.half_read import ERROR
from tests.streams.wire import DONE, EVENT_STREAM, WHOLE, streamed, text

pytestmark = pytest.mark.parametrize("api", ["sync"], indirect=True)


def closed_when(stream: Any, name: str, turn: int) -> Any:
    """The stream, closed in the moment in which it has set this attribute so many times to something true."""
    turns: list[object] = []

    class Meanwhile(EventStream[Any]):
        def __setattr__(self, attribute: str, value: object) -> None:
            super().__setattr__(attribute, value)
            if attribute == name and value:
                turns.append(value)
                if len(turns) == turn:
                    self.close()

    stream.__class__ = Meanwhile
    return stream


@pytest.mark.parametrize(
    ("body", "turn", "texts"),
    [
        ([text("Hel"), 60.0, text("lo", "stop") + DONE], 1, []),
        ([text("Hel"), 60.0, text("lo", "stop") + DONE], 2, ["Hel"]),
        ([text("Hello", "stop") + DONE, 60.0], 2, ["Hello"]),
    ],
    ids=["before the first read", "before another read", "before the end of the body is awaited"],
)
def test_a_stream_that_is_closed_before_it_waits_does_not_wait(
    body: list[Any], turn: int, texts: list[str], make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(streamed(*body))
    stream = make_client().chat.send(model=MODEL, messages=ASK, stream=True)

    assert [chunk.text for chunk in closed_when(stream, "_reading", turn)] == texts
    assert server.wait_closed(1)


def test_a_stream_that_no_socket_carries_is_closed_all_the_same(make_client: MakeClient) -> None:
    body = text("Hel") + text("lo", "stop") + DONE
    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=EVENT_STREAM, content=body))
    with httpx.Client(transport=transport) as injected:
        stream = make_client(client=injected).chat.send(model=MODEL, messages=ASK, stream=True)

        assert list(closed_when(stream, "_reading", 1)) == []


def test_a_stream_that_is_closed_before_it_waits_for_a_retry_does_not_try_again(
    make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(streamed(ERROR), WHOLE)
    stream = make_client().chat.send(model=MODEL, messages=ASK, stream=True)

    assert list(closed_when(stream, "_pausing", 1)) == []
    assert len(server.requests) == 1
