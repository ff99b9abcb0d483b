"""Streams that nobody holds any more: closed where that is safe, with whoever watches told."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
from collections.abc import Iterator
from queue import SimpleQueue
from typing import Any

import pytest

from openrouter_sdk import Hooks, testing
from openrouter_sdk.custom import _finalizing
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, Api, AsyncApi
from tests.streams.conftest import Pool
from tests.streams.test_abandoning import settle
from tests.streams.wire import DONE, streamed, text

ENDLESS = streamed(text("Hel"), 60.0, DONE)


def test_whoever_watches_is_told_of_the_end_of_a_stream_that_was_dropped(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    ends: SimpleQueue[Any] = SimpleQueue()
    server.enqueue(ENDLESS)
    stream = api.stream(make_client(hooks=Hooks(on_stream_end=ends.put)))
    next(iter(stream))
    del stream
    settle(api)
    end = ends.get(timeout=2.0)

    assert (end.generation_id, end.complete) == ("gen-header", False)
    assert ends.empty()


@pytest.fixture
def _collected_on_demand() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("api", ["async"], indirect=True)
@pytest.mark.usefixtures("_collected_on_demand")
def test_the_event_loop_closes_what_a_stream_reads_and_not_the_collector(
    api: AsyncApi, pool: Pool, server: testing.Server
) -> None:
    """The collector may run in another thread at the same time, and would find the generator at work."""
    ended_in: list[threading.Thread] = []

    async def drop_one() -> None:
        sys.set_asyncgen_hooks(finalizer=lambda _generator: ended_in.append(threading.current_thread()))
        stream: Any = await pool.client.chat.send_async(model=MODEL, messages=ASK, stream=True)
        await anext(stream)
        cycle = [stream]
        cycle.append(cycle)
        del stream, cycle
        await asyncio.to_thread(gc.collect)

    server.enqueue(ENDLESS)
    api.run(drop_one())
    settle(api)

    assert set(ended_in) <= {threading.current_thread()}
    assert pool.busy == 0
    assert server.wait_closed(1, 2.0)


@pytest.mark.parametrize("api", ["async"], indirect=True)
def test_nothing_is_held_of_streams_that_are_over(api: AsyncApi, pool: Pool, server: testing.Server) -> None:
    async def several() -> None:
        for answer in (streamed(text("Hel", "stop"), DONE), ENDLESS, ENDLESS):
            server.enqueue(answer)
        read = await pool.client.chat.send_async(model=MODEL, messages=ASK, stream=True)
        await read.final()
        closed = await pool.client.chat.send_async(model=MODEL, messages=ASK, stream=True)
        await closed.aclose()
        await pool.client.chat.send_async(model=MODEL, messages=ASK, stream=True)

    api.run(several())
    settle(api)

    assert _finalizing._held == {}
