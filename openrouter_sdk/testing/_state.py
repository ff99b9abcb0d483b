"""What the test's thread and the server's thread share: the script, the records, the counters."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from ._account import Account
from ._answers import Scripted
from ._records import Request
from ._settings import Settings


class State:
    """The shared memory of one server; every method may be called from any thread (not those of ``account``)."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.account = Account(settings.generation_lag)
        self._changed = threading.Condition()
        self._answers: deque[tuple[str | None, Scripted]] = deque()
        self._requests: list[Request] = []
        self._connections = 0
        self._closed_early = 0

    def enqueue(self, answers: tuple[Scripted, ...], path: str | None) -> None:
        with self._changed:
            self._answers.extend((path, answer) for answer in answers)

    def received(self, request: Request) -> Scripted | None:
        """Record ``request`` and take the first scripted answer that is for it, None when there is none."""
        with self._changed:
            self._requests.append(request)
            fit = (place for place, (path, _) in enumerate(self._answers) if path is None or request.is_for(path))
            place = next(fit, None)
            answer = None if place is None else self._answers[place][1]
            if place is not None:
                del self._answers[place]
            self._changed.notify_all()
        return answer

    def finished(self, request: Request) -> None:
        with self._changed:
            request.finished = True
            self._changed.notify_all()

    def closed_early(self, request: Request) -> None:
        with self._changed:
            request.closed_early = True
            self._closed_early += 1
            self._changed.notify_all()

    def connected(self, change: int) -> None:
        """Count a connection that opened (+1) or closed (-1)."""
        with self._changed:
            self._connections += change
            self._changed.notify_all()

    def requests(self) -> list[Request]:
        with self._changed:
            return list(self._requests)

    def pending(self) -> int:
        with self._changed:
            return len(self._answers)

    def connections(self) -> int:
        with self._changed:
            return self._connections

    def clear(self) -> None:
        with self._changed:
            self._answers.clear()
            self._requests.clear()
            self.account = Account(self.settings.generation_lag)
            self._closed_early = 0

    def wait_requests(self, count: int, timeout: float) -> bool:
        return self._wait(lambda: len(self._requests) >= count, timeout)

    def wait_closed(self, count: int, timeout: float) -> bool:
        return self._wait(lambda: self._closed_early >= count, timeout)

    def wait_connections(self, at_most: int, timeout: float) -> bool:
        return self._wait(lambda: self._connections <= at_most, timeout)

    def _wait(self, condition: Callable[[], bool], timeout: float) -> bool:
        with self._changed:
            return self._changed.wait_for(condition, timeout)
