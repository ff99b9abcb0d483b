"""Awaiting something so that repeated cancelling cannot tear its clean-up apart.

httpx gives a connection back to its pool in several steps. A second cancellation that arrives between them leaves the
connection in the pool for good, counted as in use; anyio's shields do not hold `Task.cancel` off.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Generator
from typing import Any, Generic, TypeVar

R = TypeVar("R")


class Settling(Generic[R]):
    """Awaits `inner`, and passes on to it only the first cancellations of the task.

    Later ones wait until `inner` is through; then `asyncio.CancelledError` is raised.

    Args:
        inner: What is awaited. It should end soon once it is cancelled, or when nothing is passed on.
        passed_on: How many cancellations reach it: 1 for work that cleans up after itself, 0 for cleaning up.
    """

    __slots__ = ("_held", "_inner", "_passed_on")

    def __init__(self, inner: Awaitable[R], *, passed_on: int) -> None:
        self._inner = inner
        self._passed_on = passed_on
        self._held: asyncio.CancelledError | None = None

    def __await__(self) -> Generator[Any, Any, R]:
        inner = self._inner.__await__()
        step: Any = inner.send
        value: Any = None
        try:
            while True:
                waits = step(value)
                step, value = inner.send, None
                if self._passed_on:
                    try:
                        yield waits
                    except BaseException as error:  # noqa: BLE001 - whatever the loop throws in is the inner one's
                        step, value = inner.throw, error
                        self._passed_on -= 1
                else:
                    yield from self._wait(waits)
        except StopIteration as stop:
            if self._held is not None:
                raise self._held from None
            result: R = stop.value
            return result
        except Exception as error:
            if self._held is not None:
                raise self._held from error
            raise

    def _wait(self, waits: Any) -> Generator[Any, Any, None]:
        """Wait for what `inner` waits for, by way of futures that may be cancelled in its place."""
        if waits is None:
            # it only lets the others have their turn
            try:
                yield
            except asyncio.CancelledError as error:
                self._held = error
            return
        # as a task does when it takes over what a coroutine waits for
        waits._asyncio_future_blocking = False
        while not waits.done():
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            waits.add_done_callback(lambda _, turn=turn: turn.done() or turn.set_result(None))
            try:
                yield from turn
            except asyncio.CancelledError as error:
                self._held = error
