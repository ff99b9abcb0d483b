"""The event loop that an MCP session lives in, and the way to it from other loops and threads.

The streams and the timeouts of a session belong to the loop it was made in. A sync program has none: there a connection
is held open in a loop of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, TypeVar

from ..tools import LoopThread

T = TypeVar("T")


class Home:
    """A loop, once it is known; by default the one that is running."""

    def __init__(self, loop: asyncio.AbstractEventLoop | None = None) -> None:
        self._loop = loop or _running()

    async def run(self, make: Callable[[], Awaitable[T]]) -> T:
        """Await there what is made there; cancelling reaches it."""
        here = asyncio.get_running_loop()
        home = self._loop = self._loop or here
        return await (make() if home is here else asyncio.wrap_future(_sent(home, make)))

    def wait(self, make: Callable[[], Awaitable[T]], seconds: float | None) -> T:
        """The same from sync code.

        Raises:
            TimeoutError: It took longer than so many seconds.
            TypeError: The loop would have to wait for itself, or there is none.
        """
        if self._loop is None:
            raise TypeError(
                "this MCP session belongs to an event loop: use run_async(), or `with mcp_tools(server) as tools:`"
            )
        if self._loop is _running():
            raise TypeError("run() would hold up the event loop that this MCP session belongs to: use run_async()")
        sent = _sent(self._loop, make)
        try:
            value: T = sent.result(seconds)
            return value
        finally:
            sent.cancel()


def _running() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _sent(loop: asyncio.AbstractEventLoop, make: Callable[[], Awaitable[T]]) -> Any:
    if loop.is_closed():
        raise ConnectionError("the MCP session is gone: its event loop is closed")

    async def made() -> T:
        return await make()

    return asyncio.run_coroutine_threadsafe(made(), loop)


def _alone(error: BaseException) -> BaseException:
    """What a group of one holds: task groups wrap even a refused connection."""
    held: tuple[BaseException, ...] = getattr(error, "exceptions", ())
    return _alone(held[0]) if len(held) == 1 else error


class Connection:
    """A connection in a loop and a thread of its own, opened and closed by one task, as its scopes demand.

    Args:
        client: What opens it on entering, and closes it on leaving.
    """

    def __init__(self, client: AbstractAsyncContextManager[Any]) -> None:
        self.client = client
        self._thread = LoopThread()
        self._task: asyncio.Task[None]

    def open(self) -> asyncio.AbstractEventLoop:
        """Connect; returns the loop.

        Raises:
            Exception: What the client raised.
        """
        try:
            loop: asyncio.AbstractEventLoop = self._thread.run("open", self._open)
        except BaseException as error:  # noqa: BLE001 - raised again, alone
            self._thread.end(wait=True)
            raise _alone(error) from None
        return loop

    def close(self) -> None:
        """Disconnect, and end the thread."""
        try:
            self._thread.run("close", self._close)
        finally:
            self._thread.end(wait=True)

    async def _open(self) -> asyncio.AbstractEventLoop:
        self._leave = asyncio.Event()
        entered = asyncio.Event()
        self._task = asyncio.create_task(self._hold(entered))
        there = asyncio.create_task(entered.wait())
        await asyncio.wait((self._task, there), return_when=asyncio.FIRST_COMPLETED)
        there.cancel()
        if self._task.done():
            await self._task
        return asyncio.get_running_loop()

    async def _hold(self, entered: asyncio.Event) -> None:
        async with self.client:
            entered.set()
            await self._leave.wait()

    async def _close(self) -> None:
        self._leave.set()
        await self._task
