"""A program that leaves streams behind in many ways, run by a test with every warning an error.

Arguments: the URL of a server that sends a stream which does not end, and the ways. What is complained of stands in the
error output below the name of the way.
"""

from __future__ import annotations

import asyncio
import gc
import inspect
import sys
import threading
from collections.abc import Callable
from typing import Any

import httpx

from openrouter_sdk import Chat, OpenRouter

ASK: dict[str, Any] = {"model": "maker/model", "messages": [{"role": "user", "content": "Hi"}], "stream": True}


def client_of(url: str) -> OpenRouter:
    return OpenRouter(server_url=url, api_key="test")


def sync_dropped(url: str) -> None:
    with client_of(url) as client:
        next(client.chat.send(**ASK))
        client.chat.send(**ASK)


def sync_kept_to_the_end(url: str) -> None:
    with client_of(url) as client:
        stream = client.chat.send(**ASK)
        next(stream)


def sync_closed_by_a_thread(url: str) -> None:
    with client_of(url) as client:
        stream, begun = client.chat.send(**ASK), threading.Event()

        def close() -> None:
            begun.wait()
            stream.close()

        threading.Thread(target=close).start()
        for _ in stream:
            begun.set()


def sync_collected_inside_the_pool(url: str) -> None:
    _collect_inside_the_pool(url, lambda client: _read_one(client.chat.send(**ASK)))


def sync_unread_collected_inside_the_pool(url: str) -> None:
    _collect_inside_the_pool(url, lambda client: client.chat.send(**ASK))


def sync_conversation_collected_inside_the_pool(url: str) -> None:
    _collect_inside_the_pool(url, lambda client: _read_one(Chat("a/b", client=client).stream("Hi")))


def sync_conversations_collected_inside_the_pool(url: str) -> None:
    _collect_inside_the_pool(url, lambda client: _read_one(Chat(["a/b"], client=client).stream("Hi")))


def _read_one(stream: Any) -> Any:
    next(stream)
    return stream


def _collect_inside_the_pool(url: str, begin: Callable[[OpenRouter], Any]) -> None:
    """The collector finds a stream in a cycle while its own thread holds the lock of the pool."""
    gc.disable()
    with httpx.Client() as http, OpenRouter(server_url=url, api_key="test", client=http) as client:
        _in_a_cycle(begin(client))
        transport: Any = http._transport
        pool = transport._pool
        assign = pool._assign_requests_to_connections
        pool._assign_requests_to_connections = lambda: (gc.collect(), assign())[1]
        client.chat.send(**ASK).close()


def _in_a_cycle(stream: Any) -> None:
    cycle = [stream]
    cycle.append(cycle)


async def async_dropped(url: str) -> None:
    async with client_of(url) as client:
        await anext(await client.chat.send_async(**ASK))
        await client.chat.send_async(**ASK)


async def async_dropped_at_the_end(url: str) -> None:
    client = client_of(url)
    await anext(await client.chat.send_async(**ASK))


async def async_unread_at_the_end(url: str) -> None:
    client = client_of(url)
    await client.chat.send_async(**ASK)


async def async_deltas_dropped(url: str) -> None:
    async with client_of(url) as client:
        async for _ in (await client.chat.send_async(**ASK)).text_deltas():
            break


async def async_injected_dropped_at_the_end(url: str) -> None:
    async with httpx.AsyncClient() as http:
        client = OpenRouter(server_url=url, api_key="test", async_client=http)
        await anext(await client.chat.send_async(**ASK))
        await client.chat.send_async(**ASK)


async def async_cancelled_at_the_end(url: str) -> None:
    client = client_of(url)
    reader = await _reading(client)
    assert not reader.done()


async def async_cancelled_twice(url: str) -> None:
    async with client_of(url) as client:
        reader = await _reading(client)
        reader.cancel()
        await asyncio.sleep(0)
        reader.cancel()
        await asyncio.gather(reader, return_exceptions=True)


async def _cancelled_once(stream: Any) -> None:
    await anext(stream)
    reader = asyncio.create_task(anext(stream))
    await _turns()
    reader.cancel()
    await asyncio.gather(reader, return_exceptions=True)


async def async_cancelled_and_closed(url: str) -> None:
    async with client_of(url) as client, await client.chat.send_async(**ASK) as stream:
        await _cancelled_once(stream)


async def async_cancelled_and_dropped(url: str) -> None:
    async with client_of(url) as client:
        await _cancelled_once(await client.chat.send_async(**ASK))


async def async_cancelled_and_left_to_the_end(url: str) -> None:
    client = client_of(url)
    await _cancelled_once(await client.chat.send_async(**ASK))


async def async_conversation_cancelled_and_left_to_the_end(url: str) -> None:
    await _cancelled_once(Chat("a/b", client=client_of(url)).stream_async("Hi"))


async def async_conversation_cancelled_while_it_opens(url: str) -> None:
    stream = Chat("a/b", client=client_of(url)).stream_async("Hi")
    reader = asyncio.create_task(anext(stream))
    await asyncio.sleep(0)
    reader.cancel()
    await asyncio.gather(reader, return_exceptions=True)


async def async_heartbeats_left(url: str) -> None:
    async with client_of(url) as client, await client.chat.send_async(**ASK) as stream:
        async for chunk in stream.with_heartbeat(0.01):
            if chunk is None:
                break


async def async_in_a_cycle(url: str) -> None:
    async with client_of(url) as client:
        cycle: list[Any] = [await client.chat.send_async(**ASK)]
        cycle.append(cycle)
        await anext(cycle[0])
        del cycle
        await asyncio.to_thread(gc.collect)
        await _turns()


async def _reading(client: OpenRouter) -> asyncio.Task[None]:
    """A task that has read all there is of a stream, and waits for more."""
    begun = asyncio.Event()

    async def read() -> None:
        async with await client.chat.send_async(**ASK) as stream:
            async for _ in stream:
                begun.set()

    reader = asyncio.create_task(read())
    await begun.wait()
    await _turns()
    return reader


async def _turns() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


def leave(way: Callable[[str], Any], url: str) -> None:
    """Leave streams behind in one way, an async one in an event loop of its own, which is closed then."""
    if not inspect.iscoroutinefunction(way):
        way(url)
        return
    with asyncio.Runner() as runner:
        # development mode reports slow steps, and importing is slow
        runner.get_loop().slow_callback_duration = 60
        runner.run(way(url))


MARK = "== "
WAYS = {name: value for name, value in list(globals().items()) if name.startswith(("sync_", "async_"))}

if __name__ == "__main__":
    url, *ways = sys.argv[1:]
    for way in ways:
        print(f"{MARK}{way}", file=sys.stderr, flush=True)
        leave(WAYS[way], url)
        gc.collect()
