"""Reading a body in a task for each read: each gets what is its own, whenever the one before was cancelled."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator

import httpx
import pytest

from openrouter_sdk.custom.http import AsyncResponse, Fault, Late, Request, Timeouts, parse_url
from openrouter_sdk.custom.http.injected_async import InjectedAsyncClient
from openrouter_sdk.custom.http.timeouts import DEFAULT_PHASES
from openrouter_sdk.custom.retry import CallClock
from tests.streams.half_read import turns


class Body(httpx.AsyncByteStream):
    """One piece at once, another when it is told to; then it fails."""

    def __init__(self) -> None:
        self.go_on = asyncio.Event()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"one"
        await self.go_on.wait()
        yield b"two"
        self.go_on.clear()
        await self.go_on.wait()
        raise httpx.ReadError("gone")


async def answered_with(body: Body) -> AsyncResponse:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=body))
    client = InjectedAsyncClient(httpx.AsyncClient(transport=transport), httpx)
    timeouts = Timeouts(DEFAULT_PHASES, CallClock.start(time.monotonic, random.random, None))
    return await client.send(Request("POST", parse_url("http://127.0.0.1/"), [], b"", timeouts))


@pytest.mark.parametrize("steps", range(8))
def test_a_read_that_ended_when_its_reader_had_left_does_not_wake_the_next(steps: int) -> None:
    async def main() -> list[bytes | None]:
        body = Body()
        reads = await answered_with(body)
        first = asyncio.create_task(reads.read(60.0))
        await turns(steps)
        first.cancel()
        await asyncio.wait([first])
        found = [await reads.read(60.0) if first.cancelled() else first.result()]
        second = asyncio.create_task(reads.read(60.0))
        await turns(8)
        assert not second.done()
        body.go_on.set()
        found.append(await second)
        asyncio.get_running_loop().call_later(0.001, body.go_on.set)
        with pytest.raises(Fault, match="gone"):
            await reads.read(60.0)
        return found

    assert asyncio.run(main()) == [b"one", b"two"]


@pytest.mark.parametrize("steps", range(8))
def test_the_end_of_a_read_that_nobody_waited_for_does_not_wake_the_reader_of_the_next(steps: int) -> None:
    async def main() -> list[bytes | None]:
        body = Body()
        reads = await answered_with(body)
        assert await reads.read(60.0) == b"one"
        first = asyncio.create_task(reads.read(60.0))
        await turns()
        first.cancel()
        await asyncio.wait([first])
        body.go_on.set()
        await turns(steps)
        found = [await reads.read(60.0)]
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.001):  # real time: it is to pass
                # in the same turn of the event loop: not `Late`, for which it is too early
                await reads.read(60.0)
        await reads.aclose()
        return found

    assert asyncio.run(main()) == [b"two"]


def test_after_closing_nothing_is_read_and_the_reader_wakes() -> None:
    async def main() -> None:
        reads = await answered_with(Body())
        assert await reads.read(60.0) == b"one"
        with pytest.raises(Late):
            await reads.read(0.001)
        reader = asyncio.create_task(reads.read(60.0))
        await turns()
        await reads.aclose()
        await reads.aclose()
        assert await reader is None
        assert await reads.read(60.0) is None
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())


def test_a_task_that_somebody_else_cancels_is_a_failed_read() -> None:
    async def main() -> None:
        reads = await answered_with(Body())
        assert await reads.read(60.0) == b"one"
        reader = asyncio.create_task(reads.read(60.0))
        await turns()
        for task in asyncio.all_tasks() - {asyncio.current_task(), reader}:
            task.cancel()
        with pytest.raises(Fault, match="cancelled"):
            await reader

    asyncio.run(main())
