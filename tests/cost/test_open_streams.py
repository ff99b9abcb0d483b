"""What an open stream keeps: the garbage collector walks it all again and again, and there are thousands of streams."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import pytest

from openrouter_sdk import OpenRouter
from tests.cost.budgets import HEADROOM
from tests.cost.exchanges import MESSAGES, MODEL, events
from tests.helpers.raw_server import Connection, RawServer

aiohttp = pytest.importorskip("aiohttp", reason="the extra 'aiohttp' is not installed")

STREAMS = 50
CHUNK = events(1)[0]
BEGUN = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n" % (
    len(CHUNK),
    CHUNK,
)

Read: TypeAlias = Callable[[], Awaitable[None]]
Came: TypeAlias = "asyncio.Queue[str | None]"


def reader(client: OpenRouter, came: Came) -> Read:
    """Reads a stream with the SDK."""

    async def read() -> None:
        async for chunk in await client.chat.send_async(model=MODEL, messages=MESSAGES, stream=True):
            await came.put(chunk.choices[0].delta.content)

    return read


def reader_by_hand(session: Any, url: str, came: Came) -> Read:
    """Reads the same stream with aiohttp alone."""
    body = {"model": MODEL, "messages": MESSAGES, "stream": True}

    async def read() -> None:
        async with session.post(f"{url}/chat/completions", json=body) as response:
            async for line in response.content:
                if line.startswith(b"data: "):
                    await came.put(json.loads(line[6:])["choices"][0]["delta"]["content"])

    return read


async def followed_each(read: Read, arrived: Callable[[int], Awaitable[object]]) -> float:
    """Objects that the collector follows for each further stream, when all have gone as far as they can."""
    reading: list[asyncio.Future[None]] = []
    counts: list[int] = []
    for more in (STREAMS // 5, STREAMS):
        reading += [asyncio.ensure_future(read()) for _ in range(more)]
        await arrived(more)
        for _ in range(10):
            await asyncio.sleep(0)
        gc.collect()
        counts.append(len(gc.get_objects()))
    for each in reading:
        each.cancel()
    await asyncio.wait(reading)
    return (counts[1] - counts[0]) / STREAMS


async def more_than_by_hand(server: RawServer, begun: bytes) -> float:
    """Objects that a stream of the SDK keeps beyond those of aiohttp alone."""
    came: Came = asyncio.Queue()
    expected = 0

    async def arrived(more: int) -> None:
        nonlocal expected
        expected += more
        assert await asyncio.to_thread(server.wait_requests, expected)
        for _ in range(more if begun else 0):
            await came.get()

    async with OpenRouter(server_url=server.url, api_key="key") as client:
        ours = await followed_each(reader(client, came), arrived)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        theirs = await followed_each(reader_by_hand(session, server.url, came), arrived)
    return ours - theirs


@pytest.mark.parametrize(("begun", "allowed"), [(b"", 18), (BEGUN, 29)], ids=["for its answer", "for a chunk"])
def test_a_stream_that_waits_keeps_few_objects_more_than_aiohttp(begun: bytes, allowed: int) -> None:
    def hold(connection: Connection) -> None:
        connection.read_request()
        connection.send(begun)
        connection.client_gone()

    with RawServer(hold) as server:
        more = asyncio.run(more_than_by_hand(server, begun))

    assert more <= allowed * HEADROOM
