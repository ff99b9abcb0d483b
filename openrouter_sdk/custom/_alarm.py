"""A timeout for the many short waits of one async stream: `asyncio.timeout` costs as much as reading a chunk does."""

from __future__ import annotations

import asyncio
import math


class Alarm:
    """Cancels the task that waits when its time is up.

    The timer of the event loop is left where it is from one wait to the next; when it goes off too early for the wait
    that is on, it is set anew.
    """

    __slots__ = ("_cancelling", "_loop", "_task", "_timer", "_when", "fired")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._timer: asyncio.TimerHandle | None = None
        self._when = math.inf
        self._task: asyncio.Task[object] | None = None
        self._cancelling = 0
        self.fired = False

    def arm(self, seconds: float) -> None:
        """Begin a wait of the current task that may take so many seconds, or infinitely many."""
        task = asyncio.current_task()
        assert task is not None, "a stream is read in a task"  # noqa: S101 - whoever awaits is one
        self.fired = False
        self._task = task
        self._cancelling = task.cancelling()
        self._when = when = self._loop.time() + seconds
        if (math.inf if self._timer is None else self._timer.when()) > when:
            self._set(when)

    def disarm(self) -> None:
        """The wait is over."""
        self._when = math.inf
        task, self._task = self._task, None
        if self.fired and task is not None:
            # something else ended the wait in the same moment
            task.uncancel()

    def explains_cancelling(self) -> bool:
        """Whether the wait was cancelled from here alone. The cancellation is taken back then."""
        task, self._task = self._task, None
        return self.fired and task is not None and task.uncancel() <= self._cancelling

    def end(self) -> None:
        """Give the timer back."""
        self.disarm()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _set(self, when: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_at(when, self._ring)

    def _ring(self) -> None:
        self._timer = None
        if self._task is None:
            return
        if self._loop.time() < self._when:
            self._set(self._when)
        else:
            self.fired = True
            self._task.cancel()
