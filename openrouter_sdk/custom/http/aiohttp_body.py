"""The body of aiohttp's response, read wait by wait: fit for `EventStreamAsync` to read from without a detour."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from math import inf
from typing import Any, Final, Protocol

import aiohttp

from .alarm import Waits
from .exchange import AsyncBody
from .reads import Late
from .settling import seen

FAILURES: Final = (aiohttp.ClientError, TimeoutError, RuntimeError)
"""What aiohttp raises; a RuntimeError where the client was closed meanwhile."""


class Owner(Protocol):
    """What lends connections."""

    def ended(self, body: BodyReads) -> None:
        """The connection of this body is free, or closed."""
        ...


class BodyReads(Waits, AsyncBody):
    """What `Reads` describes, for a body that aiohttp receives; and the body as httpx takes it.

    Args:
        response: aiohttp's response.
        seconds: The longest wait for the next bytes; None for any. It is in place of aiohttp's own, which sets a timer
            for each piece, and counts the time between reads too.
        meant: Gives the exception to raise for one of aiohttp's.
        owner: Is told once that the connection is given back.
    """

    def __init__(
        self,
        response: aiohttp.ClientResponse,
        seconds: float | None,
        meant: Callable[[Exception], Exception],
        owner: Owner,
    ) -> None:
        super().__init__(asyncio.get_running_loop())
        self._owner: Owner | None = owner
        self._response = response
        self._content = response.content
        self._seconds = inf if seconds is None else seconds
        self._meant = meant
        self._failure: Exception | None = None
        self._reading = False
        # pieces of their own for the unpacking, which gives nothing of a piece that is broken
        self._by_piece = "content-encoding" in response.headers
        self._closed: asyncio.Future[None] | None = None
        protocol: Any = response.connection and response.connection.protocol
        if protocol is not None:
            protocol.read_timeout = None
            protocol.start_timeout()  # which ends the one that is on
            self._closed = protocol.closed
            protocol.closed.add_done_callback(self._lost)

    async def read(self, seconds: float) -> bytes | None:
        """The next bytes; what came before a failure comes first."""
        if self._reading:
            raise RuntimeError("another task reads this body already")
        failure = self._failure
        if failure is None:
            self._reading = True
            if not self._content.is_eof():
                self._wait(min(seconds, self._seconds))
            try:
                data = await (self._piece() if self._by_piece else self._content.readany())
            except FAILURES as error:
                late = isinstance(error, aiohttp.SocketTimeoutError) and seconds < self._seconds
                self._failure = failure = Late() if late else self._meant(error)
                self._content.set_exception(None)  # type: ignore[arg-type]
                data = self._content.read_nowait()
            finally:
                self._reading, self._wait_until = False, inf
            if data or failure is None:
                return data or None
        # out here, so that aiohttp's is not the context of ours
        raise failure

    async def _piece(self) -> bytes:
        data, more = b"", True
        while more and not data:
            data, more = await self._content.readchunk()
        return data

    def _expired(self) -> None:
        self._content.set_exception(aiohttp.SocketTimeoutError("no bytes in time"))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while (data := await self.read(inf)) is not None:
            yield data

    async def stop(self) -> None:
        """Nothing: a read that was cancelled has left nothing behind."""

    async def aclose(self) -> None:
        """Free the connection, or close it if the body was not read to its end."""
        owner, self._owner = self._owner, None
        if owner is None:
            return
        self.end()
        unread = self._response.connection is not None
        if self._closed is not None:
            self._closed.remove_done_callback(self._lost)
            if unread:
                self._closed.add_done_callback(seen)
        self._response.close()
        owner.ended(self)
        if unread:
            # the event loop closes the socket in its next turn
            await asyncio.sleep(0)

    def _lost(self, closed: asyncio.Future[None]) -> None:
        seen(closed)
        # whose chunks are no HTTP, aiohttp closes without a word to the reader, who would wait forever
        if self._content.exception() is None and not self._content.is_eof():
            self._content.set_exception(aiohttp.ClientPayloadError("the body is no HTTP"))
