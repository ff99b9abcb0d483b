"""Every way to leave a stream before its end leaves the pool able to serve the next request."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.helpers.api import ASK, MODEL, Api, AsyncApi
from tests.helpers.examples import LONG
from tests.streams.conftest import Pool
from tests.streams.wire import DONE, WHOLE, event, streamed, text

ROUNDS = 10 if LONG else 4
"""The pool holds two connections: who loses one in each round has none in the third."""
ENDLESS = streamed(text("Hel"), 60.0, DONE)


class GivenUpError(Exception):
    pass


def leave_with(api: Api, client: OpenRouter) -> None:
    with api.stream(client) as stream:
        for _ in stream:
            break


def close(api: Api, client: OpenRouter) -> None:
    stream = api.stream(client)
    next(iter(stream))
    stream.close()
    stream.close()


def close_unread(api: Api, client: OpenRouter) -> None:
    api.stream(client).close()


def raise_inside(api: Api, client: OpenRouter) -> None:
    stream = api.stream(client)
    with pytest.raises(GivenUpError), stream:
        raise GivenUpError(next(iter(stream)).text)


def drop(api: Api, client: OpenRouter) -> None:
    stream = api.stream(client)
    next(iter(stream))


def drop_unread(api: Api, client: OpenRouter) -> None:
    api.stream(client)


def drop_in_a_cycle(api: Api, client: OpenRouter) -> None:
    stream = api.stream(client)
    next(iter(stream))
    cycle: list[Any] = [stream]
    cycle.append(cycle)
    del stream, cycle
    gc.collect(1)


def drop_deltas(api: Api, client: OpenRouter) -> None:
    deltas = api.stream(client).inner.text_deltas()
    if isinstance(api, AsyncApi):
        api.run(_first(deltas))
    else:
        next(deltas)


async def _first(deltas: Any) -> Any:
    return await anext(deltas)


WAYS = [leave_with, close, close_unread, raise_inside, drop, drop_unread, drop_in_a_cycle, drop_deltas]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_leaving_early_frees_the_connection(
    api: Api, pool: Pool, server: testing.Server, way: Callable[[Api, OpenRouter], None]
) -> None:
    for number in range(1, ROUNDS + 1):
        server.enqueue(ENDLESS)
        way(api, pool.client)
        settle(api)
        pool.wait_free()
        assert pool.busy == 0
        assert server.wait_closed(number), f"round {number}: the server still sees the connection"
    assert pool.requests == 0
    server.enqueue(WHOLE)
    assert api.stream(pool.client).final().text == "Hello"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (testing.error(429, "Slow down"), errors.TooManyRequestsResponseError),
        (streamed(text("Hel"), b"data: {half\n\n", 60.0), errors.ResponseValidationError),
        (streamed(text("Hel"), event({"error": {"code": 500, "message": "no"}}), 60.0),
         errors.InternalServerResponseError),
        (streamed(text("Hel"), b"", cut_after=10_000), errors.StreamInterruptedError),
        (streamed(text("Hel"), b"", cut_after=10_000, reset=True), errors.StreamInterruptedError),
    ],
    ids=["refused", "no JSON", "error event", "closed", "reset"],
)  # fmt: skip
def test_an_error_frees_the_connection(
    api: Api, pool: Pool, server: testing.Server, answer: Any, error: type[errors.OpenRouterError]
) -> None:
    for _ in range(ROUNDS):
        server.enqueue(answer)
        with pytest.raises(error):
            # not closed: an error closes the stream
            api.stream(pool.client, retries=0).final()
        assert pool.busy == 0
    assert pool.requests == 0
    server.enqueue(WHOLE)
    assert api.stream(pool.client).final().text == "Hello"


def settle(api: Api) -> None:
    """Let the event loop do what a dropped stream left to it."""
    if isinstance(api, AsyncApi):
        api.run(_turns())


async def _turns() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


@pytest.mark.parametrize("api", ["async"], indirect=True)
@pytest.mark.parametrize("turns", range(8))
@pytest.mark.parametrize("where", ["before the first chunk", "behind it"])
def test_cancelling_a_reader_however_often_frees_the_connection(
    api: AsyncApi, pool: Pool, server: testing.Server, turns: int, where: str
) -> None:
    """Cancelled again after so many turns of the event loop, whatever was being cleaned up by then."""
    body = [b": wait\n\n", 60.0] if where == "before the first chunk" else [text("Hel"), 60.0]

    async def read(there: asyncio.Event) -> None:
        async with await pool.client.chat.send_async(model=MODEL, messages=ASK, stream=True) as stream:
            if where == "before the first chunk":
                there.set()
            async for _ in stream:
                there.set()

    async def cancelled_round() -> None:
        there = asyncio.Event()
        reader = asyncio.create_task(read(there))
        await there.wait()
        await _turns()
        reader.cancel()
        for _ in range(turns):
            await asyncio.sleep(0)
        reader.cancel()
        await asyncio.sleep(0)
        reader.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reader

    for number in range(1, ROUNDS + 1):
        server.enqueue(streamed(*body))
        api.run(cancelled_round())
        assert pool.busy == 0
        assert server.wait_closed(number)
    assert pool.requests == 0
    server.enqueue(WHOLE)
    assert api.stream(pool.client).final().text == "Hello"


@pytest.mark.parametrize("api", ["async"], indirect=True)
def test_cancelling_a_reader_fifty_times_frees_the_connection(
    api: AsyncApi, pool: Pool, server: testing.Server
) -> None:
    async def cancelled_round() -> None:
        stream: Any = await pool.client.chat.send_async(model=MODEL, messages=ASK, stream=True)
        await anext(stream)
        reader = asyncio.create_task(anext(stream.__aiter__(), None))
        await asyncio.sleep(0)
        reader.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reader
        assert stream.partial.text == "Hel"
        # not closed: dropped with the read that was cancelled

    for number in range(1, ROUNDS + 1):
        server.enqueue(ENDLESS)
        api.run(cancelled_round())
        settle(api)
        assert pool.busy == 0
        assert server.wait_closed(number)
    assert pool.requests == 0
    server.enqueue(WHOLE)
    assert api.stream(pool.client).final().text == "Hello"


@pytest.mark.parametrize("api", ["async"], indirect=True)
@pytest.mark.parametrize("turns", range(8))
def test_cancelling_a_close_does_not_stop_it(api: AsyncApi, pool: Pool, server: testing.Server, turns: int) -> None:
    async def round_() -> None:
        stream: Any = await pool.client.chat.send_async(model=MODEL, messages=ASK, stream=True)
        await anext(stream)
        closer = asyncio.create_task(stream.aclose())
        for _ in range(turns):
            await asyncio.sleep(0)
        closer.cancel()
        await asyncio.gather(closer, return_exceptions=True)
        await stream.aclose()

    for number in range(1, 5):
        server.enqueue(ENDLESS)
        api.run(round_())
        assert pool.busy == 0
        assert server.wait_closed(number)
    assert pool.requests == 0
