"""uvicorn's HTTP/1.1 connection, opened up enough to count it, to see it close, and to break it on purpose."""

from __future__ import annotations

import asyncio
import socket
import struct
import sys
from typing import Any, cast

from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from .._sent import Request
from .state import State

SCOPE_KEY = "openrouter_sdk.connection"
"""The key of ``scope["state"]`` under which the application finds its connection."""

_RESET_ON_CLOSE = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
"""SO_LINGER switched on with no time to linger: closing then sends a reset."""


class ServerConfig(Config):
    """uvicorn's configuration and the state that its connections report to."""

    emulator: State


class Connection(H11Protocol):
    """One client connection. Lives in the server's event loop."""

    def __init__(
        self,
        config: ServerConfig,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, {**app_state, SCOPE_KEY: self}, _loop)
        # uvicorn's own switch would silence the loggers of every uvicorn in the process.
        self.access_log = False
        self._emulator = config.emulator
        self._request: Request | None = None
        self._paused: asyncio.Future[None] | None = None
        self._gone = asyncio.Event()

    @property
    def lost(self) -> bool:
        """Whether the connection is gone."""
        return self._gone.is_set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(cast("asyncio.Transport", transport))
        self._emulator.connected(+1)

    def connection_lost(self, exc: Exception | None) -> None:
        self._gone.set()
        if self._request is not None:
            self._emulator.closed_early(self._request)
            self._request = None
        self._resume()
        super().connection_lost(exc)
        self._emulator.connected(-1)

    def answering(self, request: Request) -> None:
        """An answer begins; from here on a closed connection counts as closed early."""
        self._request = request
        # A long request body leaves reading paused, and a paused socket does not tell that the client has gone.
        self.flow.resume_reading()
        if self.lost:
            self._emulator.closed_early(request)
            self._request = None

    def answered(self) -> None:
        """The answer is over."""
        self._request = None

    async def pause(self, seconds: float) -> None:
        """Wait ``seconds``, or until the connection is lost."""
        if self.lost:
            return
        self._paused = self.loop.create_future()
        timer = self.loop.call_later(seconds, self._resume)
        try:
            await self._paused
        finally:
            timer.cancel()
            self._paused = None

    async def lasts_until(self, done: asyncio.Future[Any]) -> bool:
        """Wait for ``done``, or until the connection is lost; whether it was done."""
        gone = asyncio.ensure_future(self._gone.wait())
        await asyncio.wait((done, gone), return_when=asyncio.FIRST_COMPLETED)
        gone.cancel()
        return done.done()

    async def write(self, data: bytes) -> None:
        """Write to the socket, past HTTP."""
        self.transport.write(data)
        await asyncio.sleep(0)

    async def hang_up(self, *, reset: bool) -> None:
        """Send what is buffered, close or reset the connection, and wait until it is gone."""
        self._request = None
        if reset and not self.lost:
            self.transport.set_write_buffer_limits(high=0)
            await self.flow.drain()
            self._linger_not()
            self.transport.abort()
        else:
            self.transport.close()
        await self._gone.wait()

    def drop(self) -> None:
        """Break the connection because the server stops."""
        self._request = None
        self.transport.abort()

    def _linger_not(self) -> None:
        sock: socket.socket | None = self.transport.get_extra_info("socket")
        if sock is not None and sock.fileno() >= 0:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)

    def _resume(self) -> None:
        if self._paused is not None and not self._paused.done():
            self._paused.set_result(None)
