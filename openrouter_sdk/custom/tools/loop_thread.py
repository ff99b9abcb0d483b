"""An event loop for the async tools of a sync run."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import CancelledError, Future
from typing import Any

THREAD_NAME = "openrouter-tool"


class LoopThread:
    """An event loop in a thread of its own, made when it is first needed, that many threads wait on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ended = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._running: dict[str, Future[Any]] = {}

    def run(self, key: str, make: Callable[[], Awaitable[Any]]) -> Any:
        """The value of an awaitable, which is made in the loop.

        Raises:
            CancelledError: It was cancelled.
        """
        with self._lock:
            if self._ended:
                raise CancelledError
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=_serve, args=(self._loop,), name=THREAD_NAME, daemon=True)
                self._thread.start()
            future = self._running[key] = asyncio.run_coroutine_threadsafe(_value(make), self._loop)
        try:
            value, error = future.result()
        finally:
            self._running.pop(key, None)
        if error is not None:
            raise error
        return value

    def cancel(self, key: str) -> None:
        """Cancel what runs under a key, if anything does."""
        with self._lock:
            future = self._running.get(key)
        if future is not None:
            future.cancel()

    def end(self, *, wait: bool) -> None:
        """Cancel everything and end the loop."""
        with self._lock:
            self._ended = True
            loop, thread, running = self._loop, self._thread, list(self._running.values())
        if loop is None or thread is None:
            return
        for future in running:
            future.cancel()
        loop.call_soon_threadsafe(loop.stop)
        if wait:
            thread.join()


async def _value(make: Callable[[], Awaitable[Any]]) -> tuple[Any, BaseException | None]:
    try:
        return await make(), None
    except asyncio.CancelledError:
        raise
    except BaseException as error:  # noqa: BLE001 - raised where it is waited for: here, SystemExit would end the loop
        return None, error


def _serve(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        loop.close()
