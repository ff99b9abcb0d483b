"""The event loop that an MCP session lives in, and the way to it from other loops and threads.

The streams and the timeouts of a session belong to the loop it was made in. A sync program has none: there a connection
is held open in a loop of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator
from contextlib import AbstractAsyncContextManager, ExitStack, contextmanager
from typing import Any, TypeVar

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


@contextmanager
def connected(client: AbstractAsyncContextManager[Any]) -> Generator[asyncio.AbstractEventLoop]:
    """A connection in a loop and a thread of its own, opened and closed by one task, as its scopes demand."""
    from anyio.from_thread import start_blocking_portal  # lazy: comes with the extra `mcp`

    with start_blocking_portal() as portal, ExitStack() as stack:
        try:
            stack.enter_context(portal.wrap_async_context_manager(client))
        except BaseException as error:  # noqa: BLE001 - raised again, alone
            raise _alone(error) from None
        yield portal.call(asyncio.get_running_loop)


def _alone(error: BaseException) -> BaseException:
    """What a group of one holds: task groups wrap even a refused connection."""
    held: tuple[BaseException, ...] = getattr(error, "exceptions", ())
    return _alone(held[0]) if len(held) == 1 else error
