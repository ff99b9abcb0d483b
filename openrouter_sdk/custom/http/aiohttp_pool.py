"""aiohttp's connections, kept and given up as httpx does it; and bodies that are sent in time."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Mapping
from functools import partial
from typing import Any, TypeAlias

import aiohttp
from aiohttp.abc import AbstractStreamWriter

from .settling import seen

Phases: TypeAlias = Mapping[str, float | None]
"""The timeouts of a request, in seconds. Whoever asks for one begins that phase."""

_PIECE = 64 * 1024
_SMALL_BODY = 16 * 1024
"""Bytes that a socket takes at once, so that sending them needs no timeout."""


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
        self._watched: weakref.WeakSet[Any] = weakref.WeakSet()

    async def connect(self, req: Any, *arguments: Any, **named: Any) -> Any:
        """A connection, new or kept."""
        connection = await super().connect(req, *arguments, **named)
        protocol: Any = connection.protocol
        if protocol in self._idle:
            self._idle.discard(protocol)
        else:
            req.body.phases.get("connect")
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
            if protocol not in self._watched:
                self._watched.add(protocol)
                protocol.closed.add_done_callback(partial(_lost, self._idle, protocol))

    def __del__(self, *_: Any) -> None:
        """Say nothing, unlike aiohttp: the event loop that was closed took the connections along."""


def _lost(idle: weakref.WeakSet[Any], protocol: Any, closed: asyncio.Future[None]) -> None:
    idle.discard(protocol)
    seen(closed)


class Body(aiohttp.Payload):
    """What is sent; in pieces, each in time: aiohttp would wait forever for a server that does not read.

    Args:
        content: The body.
        phases: The timeouts of its request.
    """

    def __init__(self, content: bytes, phases: Phases) -> None:
        super().__init__(content)
        self._content = content
        self._size = len(content)  # for the header Content-Length
        self.phases = phases

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """The body as text."""
        return self._content.decode(encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Send it."""
        if len(self._content) <= _SMALL_BODY:
            await writer.write(self._content)
            return
        seconds, content = self.phases.get("write"), memoryview(self._content)
        for start in range(0, len(content), _PIECE):
            async with asyncio.timeout(seconds):
                await writer.write(content[start : start + _PIECE])
                await writer.drain()
