"""Reading the body of an async response, one wait after the other, each with its own limit."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any, Final, Protocol

from .alarm import Alarm
from .exchange import Response, body_of_async, needs_httpx
from .finalizing import hold, let_go
from .settling import Settling

READS: Final = "openrouter_sdk.reads"
"""The extension of a response by which a transport gives `Reads` of its own."""


class Late(Exception):  # noqa: N818 - no error yet: what it means is decided elsewhere
    """Nothing came within the seconds given."""


class Reads(Protocol):
    """What an async stream reads from."""

    async def read(self, seconds: float) -> bytes | None:
        """The next bytes; None at the end of the body. Cancelling it leaves nothing half done.

        Args:
            seconds: The longest wait, which may be infinite.

        Raises:
            Late: It took longer.
            httpx.TransportError, httpx.DecodingError: The connection failed, or the body cannot be decompressed.
            RuntimeError: Another task reads.
        """
        ...

    async def stop(self) -> None:
        """Read no more. The response itself is closed afterwards."""
        ...

    def end(self) -> None:
        """Give back what the event loop holds."""
        ...


def reads_of(response: Response) -> Reads:
    """The body of a response, read the short way where its transport offers one."""
    own: Reads | None = response.extensions.get(READS)
    return HttpxReads(response) if own is None or needs_httpx(response) else own


class HttpxReads:
    """The body as httpx gives it.

    Args:
        response: The response, which was not read yet.
    """

    def __init__(self, response: Response) -> None:
        self._loop = asyncio.get_running_loop()
        self._alarm = Alarm(self._loop)
        self._pieces: Any = body_of_async(response)
        hold(self._loop, self._pieces)

    async def read(self, seconds: float) -> bytes | None:
        """The next bytes."""
        alarm = self._alarm
        alarm.arm(seconds)
        try:
            data: bytes | None = await Settling(anext(self._pieces, None), passed_on=1)
        except asyncio.CancelledError as error:
            if not alarm.explains_cancelling():
                raise
            raise Late from error
        finally:
            alarm.disarm()
        return data

    async def stop(self) -> None:
        """Close the generator that reads."""
        # "already running": another task reads, and finds the connection closed
        with suppress(RuntimeError):
            await self._pieces.aclose()

    def end(self) -> None:
        """Give the timer back, and let go of the generator."""
        self._alarm.end()
        let_go(self._loop, self._pieces)
