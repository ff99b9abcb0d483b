"""A server that lets so many requests pass in each window of a clock, and turns the others away until it is over."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

from tests.bulk.counting_server import CountingServer


class LimitedServer(CountingServer):
    """Answers each chat request with the text of its message, or with a 429 that asks to wait for one window.

    Args:
        quota: Requests that are answered in one window.
        now: A clock in seconds, which tells in which window a request comes.
        window_s: How long a window is, in whole seconds.

    Attributes:
        answered: How often each text was answered, and so paid for.
        passed: How many requests were answered in each window.
        refused: How many were not.
    """

    def __init__(self, quota: int, now: Callable[[], float], window_s: int = 20) -> None:
        super().__init__(together=1)
        self.answered: Counter[str] = Counter()
        self.passed: Counter[int] = Counter()
        self.refused: Counter[int] = Counter()
        self._quota = quota
        self._now = now
        self.retry_after_s = window_s
        self._answered_one = threading.Condition(self._lock)

    def answer(self, text: str) -> tuple[int, dict[str, Any]]:
        """What the request gets."""
        window = int(self._now() // self.retry_after_s)
        with self._lock:
            if self.passed[window] == self._quota:
                self.refused[window] += 1
                self._throttled.add(text)
            else:
                self.passed[window] += 1
                self.answered[text] += 1
                self._answered_one.notify_all()
        return super().answer(text)

    def wait_answered(self, count: int, timeout: float) -> bool:
        """Wait until so many requests were answered; False when that takes too long."""
        with self._answered_one:
            return self._answered_one.wait_for(lambda: self.answered.total() >= count, timeout)
