"""A server that lets so many requests pass in each window of a clock, and turns the others away until it is over."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tests.bulk.counting_server import CountingServer
from tests.helpers.fake_time import FakeTime

WINDOW_S = 20.0


class LimitedServer(CountingServer):
    """Answers each chat request with the text of its message, or with a 429 that asks to wait for 20 s.

    Args:
        quota: Requests that are answered in one window.
        clock: Its seconds tell in which window a request comes.

    Attributes:
        answered: How often each text was answered, and so paid for.
        passed: How many requests were answered in each window.
        refused: How many were not.
    """

    def __init__(self, quota: int, clock: FakeTime) -> None:
        super().__init__(together=1)
        self.answered: Counter[str] = Counter()
        self.passed: Counter[int] = Counter()
        self.refused: Counter[int] = Counter()
        self._quota = quota
        self._clock = clock

    def answer(self, text: str) -> tuple[int, dict[str, Any]]:
        """What the request gets."""
        window = int(self._clock.seconds // WINDOW_S)
        with self._lock:
            if self.passed[window] == self._quota:
                self.refused[window] += 1
                self._throttled.add(text)
            else:
                self.passed[window] += 1
                self.answered[text] += 1
        return super().answer(text)
