"""What the test's thread and the server's thread share: the script, the records, the counters."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from itertools import count

from .._answers.generation import Generation
from .._answers.values import Scripted
from .._api.account import Account
from .._api.settings import Settings
from .._json import is_object
from .._rules import Rule, leftovers, refusal
from .._sent import Request, Requests
from .play import Forward

_METADATA_HEADERS = ("x-openrouter-metadata", "x-openrouter-experimental-metadata")


class State:
    """The shared memory of one server; every method may be called from any thread."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._account = Account(settings.generation_lag)
        self._account_lock = threading.Lock()
        self._numbers = count(1)
        self._changed = threading.Condition()
        self._answers: deque[tuple[str | None, Scripted]] = deque()
        self._rules: list[Rule] = []
        self._requests = Requests()
        self._connections = 0
        self._closed_early = 0

    @contextmanager
    def using_account(self) -> Generator[Account]:
        """What is remembered of the account, for one thread at a time."""
        with self._account_lock:
            yield self._account

    def generation(self, request: Request) -> Generation:
        """The next answer, to ``request``."""
        body = request.json
        wanted = any(request.headers.get(name, "").lower() == "enabled" for name in _METADATA_HEADERS)
        return Generation(next(self._numbers), body if is_object(body) else {}, wanted)

    def enqueue(self, answers: tuple[Scripted, ...], path: str | None) -> None:
        with self._changed:
            self._answers.extend((path, answer) for answer in answers)

    def add_rules(self, rules: Sequence[Rule]) -> None:
        with self._changed:
            self._rules.extend(rules)

    def received(self, request: Request) -> Scripted | Forward | None:
        """Record ``request`` and take the answer that was prepared for it, None when there is none.

        The first rule that is for it answers, then the first scripted answer. Where neither is, it is refused if rules
        for its path were given.
        """
        with self._changed:
            self._requests.append(request)
            try:
                return self._by_rule(request) or self._by_script(request) or self._otherwise(request)
            finally:
                self._changed.notify_all()

    def _by_rule(self, request: Request) -> Scripted | None:
        rule = next((rule for rule in self._rules if not rule.faults(request)), None)
        if rule is None:
            return None
        request.answered_by = "rule"
        return rule.take(request)

    def _by_script(self, request: Request) -> Scripted | None:
        fit = (place for place, (path, _) in enumerate(self._answers) if path is None or request.is_for(path))
        place = next(fit, None)
        if place is None:
            return None
        request.answered_by = "script"
        answer = self._answers[place][1]
        del self._answers[place]
        return answer

    def _otherwise(self, request: Request) -> Scripted | Forward | None:
        """The answer to what nothing was prepared for; None for the default."""
        strict = self.settings.strict
        if strict is False or not (strict or any(rule.is_for(request) for rule in self._rules)):
            return None
        request.answered_by = "refusal"
        return refusal(request, self._rules)

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

    def requests(self) -> Requests:
        with self._changed:
            return Requests(self._requests)

    def leftovers(self) -> list[str]:
        """What did not go as the script says."""
        with self._changed:
            return [*leftovers(self._requests, self._rules, len(self._answers))]

    def pending(self) -> int:
        with self._changed:
            return len(self._answers)

    def connections(self) -> int:
        with self._changed:
            return self._connections

    def clear(self) -> None:
        with self._changed:
            self._answers.clear()
            self._rules.clear()
            self._requests.clear()
            self._account = Account(self.settings.generation_lag)
            self._numbers = count(1)
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
