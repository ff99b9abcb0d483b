"""aiohttp's connections, kept and given up as httpx does it; and bodies that are sent in time."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Mapping
from contextvars import ContextVar
from functools import partial
from typing import Any, TypeAlias

import aiohttp
from aiohttp.abc import AbstractStreamWriter

Phases: TypeAlias = Mapping[str, float | None]
"""The timeouts of a request, in seconds. Whoever asks for one begins that phase."""

phases: ContextVar[Phases] = ContextVar("phases")
"""Those of the request that is being sent."""

_PIECE = 64 * 1024


class Connector(aiohttp.TCPConnector):
    """Notes which requests get a new connection, and keeps no more than it may.

    Args:
        kept: How many connections are kept while nobody uses them; None for all.
        options: Those of aiohttp.
    """

    def __init__(self, kept: int | None, **options: Any) -> None:
        super().__init__(**options)  # pyright: ignore[reportUnknownMemberType]
        self._kept = kept
        self._idle: weakref.WeakSet[Any] = weakref.WeakSet()

    async def connect(self, *arguments: Any, **named: Any) -> Any:
        """A connection, new or kept."""
        connection = await super().connect(*arguments, **named)
        protocol: Any = connection.protocol
        if protocol in self._idle:
            self._idle.discard(protocol)
        else:
            phases.get().get("connect")
            protocol.closed.add_done_callback(partial(_lost, self._idle, protocol))
        connection.add_callback(partial(self._released, protocol))
        return connection

    def _released(self, protocol: Any) -> None:
        transport = protocol.transport
        if transport is not None and transport.get_write_buffer_size():
            # closing would wait until the server has read it all
            transport.abort()
        if self._kept is not None and len(self._idle) >= self._kept:
            protocol.force_close()
        elif protocol.is_connected():
            self._idle.add(protocol)

    def __del__(self, *_: Any) -> None:
        """Say nothing, unlike aiohttp: the event loop that was closed took the connections along."""


def _lost(idle: weakref.WeakSet[Any], protocol: Any, closed: asyncio.Future[None]) -> None:
    idle.discard(protocol)
    # an exception that nobody looks at is logged
    if not closed.cancelled():
        closed.exception()


class LargeBody(aiohttp.Payload):
    """A body that is sent in pieces, each in time: aiohttp would wait forever for a server that does not read.

    Args:
        content: The body.
        seconds: The longest that a piece may take, or None.
    """

    def __init__(self, content: bytes, seconds: float | None) -> None:
        super().__init__(content)
        self._size = len(content)
        self._content = memoryview(content)
        self._seconds = seconds

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """The body as text."""
        return bytes(self._content).decode(encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Send it."""
        for start in range(0, len(self._content), _PIECE):
            async with asyncio.timeout(self._seconds):
                await writer.write(self._content[start : start + _PIECE])
                await writer.drain()
