"""What is asked of event loops and their futures."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from typing import Any

from ..errors import ArgumentError


def running_loop() -> asyncio.AbstractEventLoop:
    """The running event loop.

    Raises:
        ArgumentError: None of asyncio runs; another one may, such as trio's.
    """
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        raise ArgumentError(
            "async calls need asyncio, and no event loop of asyncio runs here; under trio, "
            "run the sync call in a thread: trio.to_thread.run_sync"
        ) from None


def seen(future: asyncio.Future[Any]) -> None:
    """Let an outcome that nobody may ask for pass in silence: an exception that nobody looks at is logged."""
    if not future.cancelled():
        future.exception()


async def wait(seconds: float, woken_by: Callable[[Callable[[], None]], AbstractContextManager[None]]) -> None:
    """Wait so many seconds; `woken_by` is given a function that ends the wait, from any thread."""
    loop, woken = asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        # a loop that is closed waits for nothing
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(woken.set)

    with woken_by(wake), suppress(TimeoutError):
        await asyncio.wait_for(woken.wait(), seconds)
