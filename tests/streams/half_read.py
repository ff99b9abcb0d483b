"""A server that sends when it is told to, the ways to leave a read half-way, and what can be read."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Self

import pytest

from openrouter_sdk import Chat, ChatStreamChunk, EventStreamAsync, OpenRouter
from tests.helpers.api import ASK, MODEL, AsyncApi
from tests.helpers.raw_server import Connection, RawServer
from tests.streams.wire import DONE, event, text, usage

BOTH_BACKENDS = pytest.mark.parametrize("api", ["async", "async over httpx"], indirect=True)
SYNC = pytest.mark.parametrize("api", ["sync"], indirect=True)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
ERROR = event({"error": {"code": 503, "message": "Busy"}})
LAST = text("", "stop") + usage(total_tokens=3) + DONE


class Scripted:
    """A server that sends each piece of a stream when it is told to."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._changed = threading.Condition()
        self._over = False
        self._taken = 0
        self.gone = threading.Event()
        self._server = RawServer(self._serve)

    def send(self, *pieces: bytes) -> None:
        """Send each, and None in their place ends the connection."""
        with self._changed:
            self._pieces += pieces
            self._changed.notify_all()

    def _serve(self, connection: Connection) -> None:
        if not connection.read_request():
            return
        connection.send(HEAD)
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._pieces or self._over)
                if self._over:
                    return
                piece = self._pieces.pop(0)
            connection.send(piece)
            if piece == DONE or piece.endswith(DONE):
                break
        connection.half_close()
        connection.client_gone()
        self.gone.set()

    def client(self, api: AsyncApi | None = None, **options: Any) -> OpenRouter:
        return OpenRouter(
            server_url=self._server.url, api_key="test", **{**(api.options if api is not None else {}), **options}
        )

    def __enter__(self) -> Self:
        self._server.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._over = True
            self._changed.notify_all()
        self._server.__exit__(None, None, None)


async def turns(count: int = 20) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


async def by_wait_for(read: Callable[[], Awaitable[Any]]) -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(read(), 0.001)  # real time: it is to pass


async def by_timeout(read: Callable[[], Awaitable[Any]]) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.001):  # real time: it is to pass
            await read()


async def by_task_group(read: Callable[[], Awaitable[Any]]) -> None:
    async def fail() -> None:
        await turns()
        raise LookupError

    async def both() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(_run(read))
            group.create_task(fail())

    with pytest.raises(ExceptionGroup):
        await both()


async def by_cancelling_thrice(read: Callable[[], Awaitable[Any]]) -> None:
    task = asyncio.create_task(_run(read))
    for _ in range(3):
        await turns(3)
        task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def by_closing_the_coroutine(read: Callable[[], Awaitable[Any]]) -> None:
    waiting = _run(read)
    waiting.send(None)
    waiting.close()


async def _run(read: Callable[[], Awaitable[Any]]) -> Any:
    return await read()


WAYS = [by_wait_for, by_timeout, by_task_group, by_cancelling_thrice, by_closing_the_coroutine]


async def stream_of(client: OpenRouter) -> EventStreamAsync[ChatStreamChunk]:
    return await client.chat.send_async(model=MODEL, messages=ASK, stream=True)


async def chunks_of(client: OpenRouter) -> AsyncIterator[Any]:
    return await stream_of(client)


async def texts_of(client: OpenRouter) -> AsyncIterator[Any]:
    return (await stream_of(client)).text_deltas()


async def conversation_of(client: OpenRouter) -> AsyncIterator[Any]:
    return Chat(MODEL, client=client).stream_async("Tell me more")


async def chunks_of_conversation(client: OpenRouter) -> AsyncIterator[Any]:
    return Chat(MODEL, client=client).stream_async("Tell me more").chunks()


async def conversations_of(client: OpenRouter) -> AsyncIterator[Any]:
    return Chat([MODEL], client=client).stream_async("Tell me more")


FORMS = [chunks_of, texts_of, conversation_of, chunks_of_conversation, conversations_of]


def text_of(item: Any) -> str:
    found: str = item[1] if isinstance(item, tuple) else getattr(item, "text", item)
    return found
