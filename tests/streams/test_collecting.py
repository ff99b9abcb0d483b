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
from openrouter_sdk.custom.http import injected
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, Api, AsyncApi
from tests.helpers.patience import PATIENCE_S
from tests.streams.conftest import Pool
from tests.streams.test_abandoning import settle
from tests.streams.wire import DONE, WHOLE, streamed, text

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
    end = ends.get(timeout=PATIENCE_S)

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
    assert server.wait_closed(1)


@pytest.mark.parametrize("api", ["sync"], indirect=True)
def test_nothing_is_held_of_streams_that_are_over(api: Api, pool: Pool, server: testing.Server) -> None:
    before = {*injected._reading}
    server.enqueue(WHOLE, ENDLESS, ENDLESS)
    api.stream(pool.client).final()
    closed = api.stream(pool.client)
    closed.close()
    api.stream(pool.client)
    settle(api)
    pool.wait_free()

    assert {*injected._reading} <= before
    assert pool.busy == 0


@pytest.mark.parametrize("api", ["async"], indirect=True)
def test_whoever_watches_is_told_of_an_end_that_was_cancelled(
    api: AsyncApi, server: testing.Server, make_client: MakeClient
) -> None:
    ends: list[Any] = []
    client = make_client(hooks=Hooks(on_stream_end=ends.append))

    async def cancel_the_close() -> None:
        stream = await client.chat.send_async(model=MODEL, messages=ASK, stream=True)
        await anext(stream)
        closer = asyncio.create_task(stream.aclose())
        await asyncio.sleep(0)
        closer.cancel()
        await asyncio.wait([closer])
        assert closer.cancelled()

    server.enqueue(ENDLESS)
    api.run(cancel_the_close())

    assert [end.complete for end in ends] == [False]


@pytest.mark.parametrize("api", ["async"], indirect=True)
def test_a_stream_that_was_dropped_leaves_no_timer(
    api: AsyncApi, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(ENDLESS)
    client, loop = make_client(real_time=True), api.runner.get_loop()

    async def drop_one() -> None:
        await anext(await client.chat.send_async(model=MODEL, messages=ASK, stream=True))

    api.run(drop_one())
    settle(api)

    scheduled: Any = vars(loop)["_scheduled"]
    assert [timer for timer in scheduled if not timer.cancelled()] == []
