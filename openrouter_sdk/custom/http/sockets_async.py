"""Connections of async clients: a protocol of asyncio that is read wait by wait."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from math import inf
from typing import Any

from .routes import Route, Talk

_PIECE = 256 * 1024
_ENOUGH = 256 * 1024
"""Bytes received and not looked at, beyond which the server has to wait."""
_NEXT_ADDRESS_S = 0.25


class Wire(asyncio.Protocol):
    """A connection over which one task talks.

    Attributes:
        open: Whether both ends are open.
        error: What the connection ended with.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._receive: Callable[[bytes], int] = len
        self._transport: Any = None
        self._waiter: asyncio.Future[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._until = inf
        self._full = False
        self._paused = False
        self._spoken_to = False
        self.error: Exception | None = None
        self.open: bool = False

    def received_by(self, receive: Callable[[bytes], int]) -> None:
        """Give what comes to this function, nothing at all for the end; it tells how much waits to be looked at."""
        self._receive = receive

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection is there."""
        self._transport = transport
        self.open = True

    def data_received(self, data: bytes) -> None:
        """Something came."""
        self._spoken_to = True
        if self._receive(data) > _ENOUGH and not self._paused:
            self._paused = True
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        """The server says no more: the connection is closed, once all is sent that it may never take."""
        self.open = False
        self._receive(b"")
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over."""
        self.open = False
        self.error = self.error or exc
        if self.error is None:
            # which may be what ends a body: no other end may
            self._receive(b"")
        self._wake()

    def pause_writing(self) -> None:
        """The network takes no more for now."""
        self._full = True

    def resume_writing(self) -> None:
        """It takes more."""
        self._full = False
        self._wake()

    def resume(self) -> None:
        """Let the server send on."""
        if self._paused:
            self._paused = False
            self._transport.resume_reading()

    async def wait(self, seconds: float) -> None:
        """Wait until something happens.

        Raises:
            TimeoutError: Nothing does within so many seconds.
        """
        self.resume()
        self._waiter = waiter = self._loop.create_future()
        self._until = until = self._loop.time() + seconds
        if until < (inf if self._timer is None else self._timer.when()):
            self._set(until)
        try:
            await waiter
        finally:
            self._waiter, self._until = None, inf

    async def write(self, data: bytes, allowed: Callable[[], float]) -> bool:
        """Send it all; each wait until the network takes more may last as long as is allowed when it begins.

        Returns:
            Whether all was sent: nothing is, once the server has said something or has gone.
        """
        allowed()
        self._spoken_to = False
        view, transport = memoryview(data), self._transport
        for start in range(0, len(data), _PIECE):
            transport.write(view[start : start + _PIECE])
            if transport.is_closing():
                self._take_last_words()
                return False
            if start + _PIECE < len(data):
                await asyncio.sleep(0)
                while self._full and self.open and not self._spoken_to:
                    await self.wait(allowed())
                if self._spoken_to or not self.open:
                    return False
        return True

    def _take_last_words(self) -> None:
        """Take what had come when a write failed: the event loop reads no more then."""
        found = self._transport.get_extra_info("socket")
        if self._transport.get_extra_info("ssl_object") is None and hasattr(found, "fileno"):
            with suppress(OSError), socket.socket(fileno=os.dup(found.fileno())) as same:
                data = b"more"
                while data:
                    data = same.recv(_PIECE)
                    self._receive(data)

    async def converse(self, talk: Talk) -> None:
        """Say what is to be said before anything else."""
        received = bytearray()

        def take(data: bytes) -> int:
            received.extend(data)
            return len(received)

        self.received_by(take)
        with suppress(StopIteration):
            said = next(talk)
            while True:
                await self.write(said, lambda: inf)
                while not received and self.open:
                    await self.wait(inf)
                data = bytes(received)
                received.clear()
                said = talk.send(data)

    async def start_tls(self, context: ssl.SSLContext, host: str) -> None:
        """Go on over TLS."""
        self._transport = await self._loop.start_tls(self._transport, self, context, server_hostname=host)

    def close(self) -> None:
        """Close it at once; who waits here learns that it broke off."""
        self.open = False
        self.error = self.error or ConnectionAbortedError("the connection was closed")
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._transport.abort()

    def _set(self, when: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_at(when, self._ring)

    def _ring(self) -> None:
        # it is left where it is from one wait to the next, and so may go off too early for the one that is on
        self._timer = None
        if self._loop.time() < self._until:
            if self._until < inf:
                self._set(self._until)
        elif self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(TimeoutError("nothing came in time"))

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


async def connect(route: Route, host: str, trust: Callable[[], ssl.SSLContext], seconds: float | None) -> Wire:
    """As `sockets.connect`."""
    loop = asyncio.get_running_loop()
    options: dict[str, Any] = {}
    if isinstance(loop, asyncio.BaseEventLoop) and not route.host.replace(".", "").isdigit():
        # a name may have several addresses, some of them dead
        options["happy_eyeballs_delay"] = _NEXT_ADDRESS_S
    if route.proxy_tls or (route.tls and route.talk is None):
        options |= {"ssl": trust(), "server_hostname": route.host}
    async with asyncio.timeout(seconds):
        _, wire = await loop.create_connection(lambda: Wire(loop), route.host, route.port, **options)
        if route.talk is not None:
            try:
                await wire.converse(route.talk())
                if route.tls:
                    await wire.start_tls(trust(), host)
            except BaseException:
                wire.close()
                raise
    return wire
