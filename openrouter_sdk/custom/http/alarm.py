"""Timeouts for the many short waits of one async stream: `asyncio.timeout` costs as much as reading a chunk does."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from math import inf


class Waits(ABC):
    """Waits one after the other, with one timer of the event loop.

    The timer is left where it is from one wait to the next; when it goes off too early for the wait that is on, it is
    set anew.
    """

    __slots__ = ("_loop", "_timer", "_wait_until")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._timer: asyncio.TimerHandle | None = None
        self._wait_until = inf

    def _wait(self, seconds: float) -> None:
        """A wait begins that may take so many seconds, or infinitely many; it ends when `_wait_until` is infinite."""
        self._wait_until = until = self._loop.time() + seconds
        if until < (inf if self._timer is None else self._timer.when()):
            self._set(until)

    @abstractmethod
    def _expired(self) -> None:
        """The wait that is on takes too long."""

    def end(self) -> None:
        """Give the timer back."""
        self._wait_until = inf
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _set(self, when: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_at(when, self._ring)

    def _ring(self) -> None:
        self._timer = None
        if self._loop.time() >= self._wait_until:
            self._expired()
        elif self._wait_until < inf:
            self._set(self._wait_until)
