"""What the test's thread and the server's thread share: the script, the records, the counters."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from ._answers import Scripted
from ._records import Request


class State:
    """The shared memory of one server; every method may be called from any thread."""

    def __init__(self, *, delay: float = 0.0, api_key: str | None = None) -> None:
        self.delay = delay
        self.api_key = api_key
        self._changed = threading.Condition()
        self._answers: deque[Scripted] = deque()
        self._requests: list[Request] = []
        self._connections = 0
        self._closed_early = 0

    def enqueue(self, answers: tuple[Scripted, ...]) -> None:
        with self._changed:
            self._answers.extend(answers)

    def received(self, request: Request) -> Scripted | None:
        """Record ``request`` and take its scripted answer, None when the script is empty."""
        with self._changed:
            self._requests.append(request)
            answer = self._answers.popleft() if self._answers else None
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
