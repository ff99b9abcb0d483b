"""Awaiting something so that repeated cancelling cannot tear its clean-up apart.

httpx gives a connection back to its pool in several steps. A second cancellation that arrives between them leaves the
connection in the pool for good, counted as in use; anyio's shields do not hold `Task.cancel` off.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Generator
from functools import partial
from typing import Any, Generic, TypeVar, cast

from ..errors import ArgumentError

R = TypeVar("R")

# what anyio's versions say when they cancel a task, and know their own cancellations by
_CANCELLED_BY_ANYIO = ("Cancelled via cancel scope ", "Cancelled by cancel scope ")


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


class Settling(Generic[R]):
    """Awaits `inner`, and passes on to it only the first cancellations of the task.

    Later ones wait until `inner` is through; then `asyncio.CancelledError` is raised.

    Args:
        inner: What is awaited. It should end soon once it is cancelled, or when nothing is passed on.
        passed_on: How many cancellations reach it: 1 for work that cleans up after itself, 0 for cleaning up.
    """

    __slots__ = ("_held", "_inner", "_late", "_passed_on", "result")

    def __init__(self, inner: Awaitable[R], *, passed_on: int) -> None:
        self._inner = inner
        self._passed_on = passed_on
        self._held: asyncio.CancelledError | None = None
        self._late: asyncio.CancelledError | None = None
        self.result: R | None = None

    def __await__(self) -> Generator[Any, Any, R]:
        inner = _run(self._inner)
        thrown: BaseException | None = None
        try:
            while True:
                waits: Any = inner.send(None) if thrown is None else inner.throw(thrown)
                thrown = None
                if self._passed_on and waits is not None:
                    if self._late is not None:
                        # a wait that can be given up: the cancellation that came too early for it
                        self._late, self._passed_on = None, self._passed_on - 1
                        waits.cancel()
                    try:
                        yield waits
                    except BaseException as error:  # noqa: BLE001 - whatever the loop throws in is the inner one's
                        thrown = error
                        self._passed_on -= not _is_timeout_of_anyio(error)
                elif self._passed_on:
                    # httpcore lets the others have their turn while it holds what only it can give back
                    thrown = yield from self._turn()
                else:
                    thrown = yield from self._wait(waits)
        except StopIteration as stop:
            held = self._held or self._late
            if held is not None:
                held.add_note("what was awaited had ended")
                self.result = stop.value
                raise held from None
            return cast("R", stop.value)
        except Exception as error:
            if self._held is not None:
                raise self._held from error
            raise

    def _turn(self) -> Generator[Any, Any, BaseException | None]:
        """Let the others have their turn, and keep a cancellation for the next wait that can be given up."""
        try:
            yield
        except asyncio.CancelledError as error:
            if _is_timeout_of_anyio(error):
                return error
            self._late = error
        return None

    def _wait(self, waits: Any) -> Generator[Any, Any, BaseException | None]:
        """Wait for what `inner` waits for, by way of futures that may be cancelled in its place.

        Returns what `inner` must be told all the same: that one of its own timeouts passed.
        """
        if waits is None:
            # it only lets the others have their turn
            try:
                yield
            except asyncio.CancelledError as error:
                if _is_timeout_of_anyio(error):
                    return error
                self._held = error
            return None
        # as a task does when it takes over what a coroutine waits for
        waits._asyncio_future_blocking = False
        while not waits.done():
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            waits.add_done_callback(partial(_wake, turn))
            try:
                yield from turn
            except asyncio.CancelledError as error:
                if _is_timeout_of_anyio(error):
                    return error
                self._held = error
        return None


def seen(future: asyncio.Future[Any]) -> None:
    """Let an outcome that nobody may ask for pass in silence: an exception that nobody looks at is logged."""
    if not future.cancelled():
        future.exception()


def _run(awaited: Any) -> Any:
    # a coroutine has itself what its iterator has: one object less for each call under way
    return awaited if hasattr(awaited, "send") else awaited.__await__()


def _wake(turn: asyncio.Future[None], _done: object) -> None:
    if not turn.done():
        turn.set_result(None)


def _is_timeout_of_anyio(error: BaseException) -> bool:
    """Whether a cancellation belongs to a timeout inside `inner`, which catches it: anyio times out by cancelling."""
    return bool(error.args) and str(error.args[0]).startswith(_CANCELLED_BY_ANYIO)
