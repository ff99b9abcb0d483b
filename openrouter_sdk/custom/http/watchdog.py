"""One thread that ends sync waits when their time is up: a blocked socket cannot look at the clock itself."""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress

LINGER_S = 5.0
"""Seconds the thread stays when there is nothing to watch; also the longest it sleeps without looking."""


class Watch:
    """A wait under watch.

    Arming and disarming are cheap enough to be done for every read: mostly they only store a number.

    Args:
        expire: Called in the watchdog's thread when the time is up. What it raises is dropped.
    """

    __slots__ = ("_expire", "dog", "ended", "fired", "firing", "when")

    def __init__(self, expire: Callable[[], object]) -> None:
        self._expire: Callable[[], object] | None = expire
        self.dog = _NOBODY
        self.firing = threading.Lock()
        self.when = math.inf
        self.fired = False
        self.ended = False

    def arm(self, when: float) -> None:
        """Expire at `when` on the monotonic clock, unless armed anew or disarmed before.

        Setting `when` alone does the same while `dog` wakes before that.
        """
        self.when = when
        dog = _dog
        if self.dog is not dog or when < dog.wakes_at:
            self.dog = dog
            dog.watch(self)

    def disarm(self) -> None:
        """Do not expire. When this returns, `expire` is not running, and will not run unless armed again.

        Setting `when` to infinity does the same while `firing` is free.
        """
        self.when = math.inf
        with self.firing:
            pass

    def end(self) -> None:
        """Disarm for good. Takes no lock that another wait may hold: it is called from finalizers."""
        self.when = math.inf
        self.ended = True
        self._expire = None

    def fire(self) -> None:
        """Expire, unless the wait ended in the meantime."""
        with self.firing:
            expire = self._expire
            if self.when > time.monotonic() or expire is None:
                return
            self.fired = True
            self.when = math.inf
            with suppress(Exception):
                expire()


class _Watchdog:
    """Sleeps until the earliest watch may expire, then looks which really do."""

    def __init__(self) -> None:
        self.wakes_at = math.inf
        self._condition = threading.Condition()
        self._watches: set[Watch] = set()
        self._thread: threading.Thread | None = None

    def watch(self, watch: Watch) -> None:
        """Take a watch in, and look at it in time."""
        with self._condition:
            self._watches.add(watch)
            earlier = watch.when < self.wakes_at
            self.wakes_at = min(self.wakes_at, watch.when)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="openrouter-sdk-watchdog", daemon=True)
                self._thread.start()
            elif earlier:
                self._condition.notify()

    @property
    def running(self) -> bool:
        """Whether the thread is there."""
        return self._thread is not None

    def _run(self) -> None:
        while True:
            with self._condition:
                if not self._sleep():
                    return
                now = time.monotonic()
                due = [watch for watch in self._watches if watch.when <= now]
            for watch in due:
                watch.fire()

    def _sleep(self) -> bool:
        """Sleep until something may be due; False if there was nothing to watch all the while."""
        # first infinite: whoever arms a watch while the minimum is taken then sees a reason to notify
        self.wakes_at = math.inf
        self._watches = {watch for watch in self._watches if not watch.ended}
        self.wakes_at = min((watch.when for watch in self._watches), default=math.inf)
        wait = min(self.wakes_at - time.monotonic(), LINGER_S)
        idle = not self._watches
        if wait > 0 and not self._condition.wait(wait) and idle and not self._watches:
            self._thread = None
            self.wakes_at = math.inf
            return False
        return True


_NOBODY = _Watchdog()
_dog = _Watchdog()


def _after_fork() -> None:
    global _dog  # noqa: PLW0603 - the thread of the parent does not exist in the child
    _dog.wakes_at = math.inf
    _dog = _Watchdog()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
