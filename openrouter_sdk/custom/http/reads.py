"""Reading the body of an async response, one wait after the other, each with its own limit."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from math import inf
from typing import Any, Final, Protocol

from .alarm import Waits
from .exchange import ReadFailed, Response, body_of_async, needs_httpx
from .finalizing import hold, let_go
from .settling import Settling

READS: Final = "openrouter_sdk.reads"
"""The extension of a response by which a transport gives `Reads` of its own."""


class Late(Exception):  # noqa: N818 - no error yet: what it means is decided elsewhere
    """Nothing came within the seconds given."""


class Reads(Protocol):
    """What an async stream reads from.

    One task reads at a time; which one may change with each read. A read that is cancelled loses nothing: the next one
    goes on with the same wait and gets what came in between.
    """

    async def read(self, seconds: float) -> bytes | None:
        """The next bytes; None at the end of the body, and after `stop`.

        Args:
            seconds: The longest wait, which may be infinite. What is there already is given even without a wait.

        Raises:
            Late: It took longer. Nothing is read any more.
            httpx.TransportError, httpx.DecodingError: The connection failed, or the body cannot be decompressed.
        """
        ...

    async def stop(self) -> None:
        """Read no more, and end a read under way. The response itself is closed afterwards. It may be called twice."""
        ...

    def end(self) -> None:
        """Give back what the event loop holds."""
        ...


def reads_of(response: Response) -> Reads:
    """The body of a response, read the short way where its transport offers one."""
    own: Reads | None = response.extensions.get(READS)
    return HttpxReads(response) if own is None or needs_httpx(response) else own


class HttpxReads(Waits):
    """The body as httpx gives it.

    Each read is a task of its own: cancelling would break the connection, and the timeouts inside httpx bind a read to
    the task that began it, so that no other could take it over.

    Args:
        response: The response, which was not read yet.
    """

    __slots__ = ("_pieces", "_reading", "_stopped", "_turn")

    def __init__(self, response: Response) -> None:
        super().__init__(asyncio.get_running_loop())
        self._pieces: Any = body_of_async(response)
        self._reading: asyncio.Task[bytes | Exception | None] | None = None
        self._turn: asyncio.Future[None] | None = None
        self._stopped = False
        hold(self._loop, self._pieces)

    async def read(self, seconds: float) -> bytes | None:
        """The next bytes."""
        reading, stopped = self._reading, self._stopped
        if stopped:
            return None
        if reading is None:
            reading = self._reading = self._loop.create_task(_next(self._pieces))
            reading.add_done_callback(self._came)
        if not reading.done():
            turn = self._turn = self._loop.create_future()
            self._wait(seconds)
            try:
                await turn
            finally:
                self._wait_until, self._turn = inf, None
            if not reading.done():
                raise Late
        self._reading = None
        if reading.cancelled():
            if self._stopped:
                return None
            raise ReadFailed("the task that reads was cancelled")
        outcome = reading.result()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _came(self, reading: object) -> None:
        if reading is self._reading:  # and not one that was taken in the moment it ended
            self._wake()

    def _expired(self) -> None:
        self._wake()

    def _wake(self) -> None:
        if self._turn is not None and not self._turn.done():
            self._turn.set_result(None)

    async def stop(self) -> None:
        """End the read under way, and close the generator that reads."""
        self._stopped = True
        reading = self._reading
        if reading is not None and not reading.done():
            reading.cancel()
            await asyncio.wait((reading,))
        # "already running": another task closes it
        with suppress(RuntimeError):
            await self._pieces.aclose()

    def end(self) -> None:
        """Give the timer back, and let go of the generator."""
        super().end()
        let_go(self._loop, self._pieces)


async def _next(pieces: Any) -> bytes | Exception | None:
    """The next bytes, or what failed: an exception that nobody asks for any more would be logged."""
    try:
        data: bytes | None = await Settling(anext(pieces, None), passed_on=1)
    except Exception as error:  # noqa: BLE001 - it is raised where the bytes are wanted
        return error
    return data
