"""One client for each event loop: connections belong to the loop that opened them."""

from __future__ import annotations

import asyncio
import threading
import weakref
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from typing import TypeAlias

from .event_loop import running_loop
from .own_client_async import OwnAsyncClient

_Pair: TypeAlias = tuple[OwnAsyncClient, AsyncGenerator[None]]


class ClientsByLoop:
    """Makes a client when a loop first asks, and closes it with the loop."""

    def __init__(self, make: Callable[[], OwnAsyncClient]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._pairs: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _Pair] = weakref.WeakKeyDictionary()

    async def running(self) -> OwnAsyncClient:
        """The client of the running event loop."""
        loop = running_loop()
        found = self._pairs.get(loop)
        if found is not None:
            return found[0]
        client = self._make()
        closer = _close_with_loop(client)
        with self._lock:
            # loops of other threads come and go meanwhile
            for old in [old for old in self._pairs if old.is_closed()]:
                self._pairs.pop(old, None)
            self._pairs[loop] = (client, closer)
        await anext(closer)
        return client

    def close(self) -> None:
        """Close the clients of loops that can be reached from here; the others are closed by their loops."""
        for loop, pair in self._taken():
            _close_from_outside(loop, *pair)

    async def aclose(self) -> None:
        """The same from async code."""
        here = asyncio.get_running_loop()
        for loop, pair in self._taken():
            if loop is here:
                await _close(*pair)
            else:
                _close_from_outside(loop, *pair)

    def _taken(self) -> list[tuple[asyncio.AbstractEventLoop, _Pair]]:
        with self._lock:
            taken = [(loop, pair) for loop, pair in self._pairs.items() if not loop.is_closed()]
            self._pairs.clear()
        return taken


async def _close_with_loop(client: OwnAsyncClient) -> AsyncGenerator[None]:
    # asyncio.run closes the async generators of its loop before the loop, and with this one the client
    try:
        yield
    finally:
        await client.aclose()


async def _close(client: OwnAsyncClient, closer: AsyncGenerator[None]) -> None:
    await closer.aclose()
    await client.aclose()


def _close_from_outside(loop: asyncio.AbstractEventLoop, client: OwnAsyncClient, closer: AsyncGenerator[None]) -> None:
    if loop.is_running():
        with suppress(RuntimeError):
            asyncio.run_coroutine_threadsafe(_close(client, closer), loop)
        return
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        loop.run_until_complete(_close(client, closer))
