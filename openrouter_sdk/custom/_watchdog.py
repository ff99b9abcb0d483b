"""One thread that ends sync waits when their time is up: a blocked socket cannot look at the clock itself."""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Callable

LINGER_S = 5.0
"""Seconds the thread stays when there is nothing to watch."""


class Watch:
    """A wait under watch.

    Args:
        expire: Called in the watchdog's thread, once, when the time is up.
    """

    __slots__ = ("_expire", "fired", "known", "when")

    def __init__(self, expire: Callable[[], None]) -> None:
        self._expire = expire
        self.when = math.inf
        self.known = False
        self.fired = False

    def arm(self, when: float) -> None:
        """Expire at `when` on the monotonic clock, unless armed anew or disarmed before."""
        self.when = when
        if not self.known or when < _dog.wakes_at:
            _dog.watch(self)

    def disarm(self) -> None:
        """Do not expire."""
        self.when = math.inf

    def end(self) -> None:
        """Forget this wait."""
        self.when = math.inf
        _dog.forget(self)

    def fire(self) -> None:
        """Expire, unless the wait ended in the meantime."""
        if self.when <= time.monotonic():
            self.fired = True
            self.when = math.inf
            self._expire()


class _Watchdog:
    """Sleeps until the earliest watch may expire, then looks which really do."""

    def __init__(self) -> None:
        self.wakes_at = math.inf
        self._condition = threading.Condition()
        self._watches: set[Watch] = set()
        self._thread: threading.Thread | None = None

    def watch(self, watch: Watch) -> None:
        with self._condition:
            self._watches.add(watch)
            watch.known = True
            self.wakes_at = min(self.wakes_at, watch.when)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="openrouter-sdk-watchdog", daemon=True)
                self._thread.start()
            else:
                self._condition.notify()

    def forget(self, watch: Watch) -> None:
        with self._condition:
            self._watches.discard(watch)
            watch.known = False

    def _run(self) -> None:
        while True:
            with self._condition:
                # first infinite: whoever arms a watch while the minimum is taken then sees a reason to notify
                self.wakes_at = math.inf
                self.wakes_at = min((watch.when for watch in self._watches), default=math.inf)
                now = time.monotonic()
                wait = min(self.wakes_at - now, LINGER_S if not self._watches else threading.TIMEOUT_MAX)
                woken = self._condition.wait(wait) if wait > 0 else True
                if not woken and not self._watches:
                    self._thread = None
                    self.wakes_at = math.inf
                    return
                now = time.monotonic()
                due = [watch for watch in self._watches if watch.when <= now]
                self._watches.difference_update(due)
                for watch in due:
                    watch.known = False
            for watch in due:
                watch.fire()


_dog = _Watchdog()


def _after_fork() -> None:
    global _dog  # noqa: PLW0603 - the thread of the parent does not exist in the child
    _dog = _Watchdog()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
