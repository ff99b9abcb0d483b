"""Writes a script to a connection, minds the pauses, and breaks the connection where the script says so."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Protocol, TypeAlias

from .._answers.render import Script
from .._sent import Request

Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class Line(Protocol):
    """The connection under an answer, as far as ASGI does not show it."""

    @property
    def lost(self) -> bool:
        """Whether the connection is gone."""
        ...

    async def pause(self, seconds: float) -> None:
        """Wait; return at once when the connection is lost."""

    async def lasts_until(self, done: asyncio.Future[Any]) -> bool:
        """Wait for ``done``, or until the connection is lost; whether it was done."""
        ...

    async def write(self, data: bytes) -> None:
        """Write to the socket, past HTTP."""

    async def hang_up(self, *, reset: bool) -> None:
        """Send what is buffered, close or reset the connection, and wait until it is gone."""


class Forward(ABC):
    """What passes a request on to another server, and its answer back."""

    @abstractmethod
    async def pass_on(self, request: Request, line: Line, send: Send, finish: Callable[[], None]) -> None:
        """Pass one request on; ``finish`` is called right before the last bytes of its answer are written."""


async def play(script: Script, line: Line, send: Send, finish: Callable[[], None]) -> None:
    """Write ``script``, as far as the client stays.

    ``finish`` is called right before the last bytes are written: who has read all of the answer finds it finished.
    """
    if script.first_delay:
        await line.pause(script.first_delay)
    if script.status is not None:
        await send({"type": "http.response.start", "status": script.status, "headers": script.headers})
    held: bytes | float = b""
    for step in script.steps:
        await _play_step(held, script, line, send)
        if line.lost:
            return
        held = step
    if not isinstance(held, bytes):
        await line.pause(held)
        held = b""
    if not line.lost:
        finish()
        await _play_end(held, script, line, send)


async def _play_step(step: bytes | float, script: Script, line: Line, send: Send) -> None:
    if not isinstance(step, bytes):
        await line.pause(step)
    elif step and script.status is None:
        await line.write(step)
    elif step:
        await send({"type": "http.response.body", "body": step, "more_body": True})
        # Gives other streams their turn, and the event loop the chance to see that the client has gone.
        await asyncio.sleep(0)


async def _play_end(last: bytes, script: Script, line: Line, send: Send) -> None:
    if script.cut:
        await _play_step(last, script, line, send)
        await line.hang_up(reset=script.reset)
    else:
        await send({"type": "http.response.body", "body": last})
