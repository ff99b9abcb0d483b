"""What a bulk run does next with its requests: send, try again, wait, stop. No I/O; clock and chance are passed in."""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable
from dataclasses import dataclass

from openrouter_sdk.models import ChatResult

from ..answers import own_key_cost
from ..engine import Call, Observer
from ..errors import ChatError, NoResponseError, OpenRouterError
from ..retry import DEFAULT_RETRY_POLICY, MAX_ATTEMPTS_LIMIT, NO_RETRIES, RetryEvent, is_retryable, next_delay
from .pace import Budget, Pace, Patience

MAX_NAP_S = 3600.0
"""Longest single wait in seconds; after it the plan is asked again."""

_ABOUT_THE_REQUEST = ("reasons", "flagged_input", "patterns")


@dataclass(slots=True, eq=False)
class Job:
    """One request of a run, and how it went so far."""

    index: int
    call: Call
    key: str | None = None
    attempts: int = 0
    forgiven: int = 0
    """Tries that were turned away only because others had filled the limit; they do not count as tries."""
    waited_s: float = 0.0
    busy_s: float = 0.0
    sent_at_s: float = 0.0
    epoch: int = 0
    stale_retried: bool = False
    error: OpenRouterError | None = None

    def next_call(self) -> Call:
        """The call for one try: the plan repeats it, not the call itself."""
        return self.call.replace(policy=NO_RETRIES, headers=dict(self.call.headers))


class Plan:
    """The requests under way and those waiting for their next try."""

    def __init__(
        self,
        concurrency: int,
        max_cost: float | None,
        now: Callable[[], float],
        random: Callable[[], float],
        observer: Observer,
        *,
        count_upstream_cost: bool = False,
    ) -> None:
        self.pace: Pace = Pace(concurrency)
        self.budget: Budget = Budget(max_cost)
        self._patience = Patience()
        self.in_flight: int = 0
        self.stopped: str | None = None
        self.stopped_by: OpenRouterError | None = None
        self._waiting: list[tuple[float, int, Job]] = []
        self._now = now
        self._random = random
        self.observer: Observer = observer
        self._count_upstream_cost = count_upstream_cost

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way and nothing waits."""
        return not self.in_flight and not self._waiting

    def takes_new(self) -> bool:
        """Whether a request that was not sent before may be sent now."""
        return self._may_send() and self.in_flight + len(self._waiting) < self.pace.limit

    def take_due(self) -> Job | None:
        """A request whose next try is due and may be sent now."""
        if self._waiting and self._waiting[0][0] <= self._now() and self._may_send():
            return heapq.heappop(self._waiting)[2]
        return None

    def take_waiting(self) -> list[Job]:
        """All requests that wait for another try; they will not get it."""
        jobs = [job for _, _, job in sorted(self._waiting)]
        self._waiting.clear()
        return jobs

    def sent(self, job: Job) -> None:
        """`job` is handed over for sending."""
        self.in_flight += 1
        job.attempts += 1
        job.epoch = self.pace.epoch
        job.sent_at_s = self._now()

    def answered(self, job: Job, result: ChatResult) -> None:
        """`job` has its answer."""
        self._came_back(job)
        self.pace.answered(job.epoch)
        self._patience.answered(job.epoch)
        self.count(result)

    def count(self, answer: ChatResult) -> None:
        """Count what an answer has cost."""
        self.budget.add(self._cost_of(answer))

    def failed(self, job: Job, error: Exception) -> bool:
        """`job` failed; whether it will be tried again."""
        self._came_back(job)
        cost = self._cost_of(getattr(error, "partial", None))
        if cost is not None:
            self.budget.add(cost)
        if not isinstance(error, OpenRouterError):
            return False
        error.attempts = job.attempts
        if ends_run(error):
            self.stop(f"the run was stopped by: {error.message}", error)
        throttled = isinstance(error, ChatError) and is_throttle(error)
        delay = self._slow_down(job, error) if throttled else self._delay(job, error)
        if delay is None or self.stopped is not None:
            return False
        job.stale_retried = job.stale_retried or (isinstance(error, NoResponseError) and error.stale_connection)
        job.error = error
        job.waited_s += delay
        job.busy_s += delay
        status = getattr(error, "status_code", error.http_status)
        self.observer.retry(RetryEvent(job.attempts, delay, error, status), job.call.on_retry)
        heapq.heappush(self._waiting, (self._now() + delay, job.index, job))
        return True

    def stop(self, reason: str, error: OpenRouterError | None = None) -> None:
        """Send nothing any more. The first reason counts."""
        if self.stopped is None:
            self.stopped, self.stopped_by = reason, error

    def stop_at_ceiling(self) -> None:
        """Stop if the budget has no room, and nothing under way can change that."""
        if not self.in_flight and not self.budget.allows(0):
            self.stop(f"max_cost is {self.budget.ceiling!r}, and {self.budget.spent:g} are spent")

    def wait_s(self, *, more: bool) -> float | None:
        """Seconds until something may be sent; None if only an answer can change anything.

        Args:
            more: Whether there are requests that were not sent yet.
        """
        now = self._now()
        if self.stopped is not None or self.in_flight >= self.pace.limit or not self.budget.allows(self.in_flight):
            return None
        times = [max(self._waiting[0][0], self.pace.resume_at_s)] if self._waiting else []
        if more and self.in_flight + len(self._waiting) < self.pace.limit:
            times.append(self.pace.resume_at_s)
        return min(max(min(times) - now, 0.0), MAX_NAP_S) if times else None

    def _may_send(self) -> bool:
        free = self.stopped is None and self.in_flight < self.pace.limit and self._now() >= self.pace.resume_at_s
        return free and self.budget.allows(self.in_flight)

    def _cost_of(self, answer: object) -> float | None:
        cost = getattr(answer, "cost", None)
        own = own_key_cost(answer) if self._count_upstream_cost else None
        return cost if own is None else own + (cost or 0)

    def _came_back(self, job: Job) -> None:
        self.in_flight -= 1
        job.busy_s += self._now() - job.sent_at_s

    def _delay(self, job: Job, error: OpenRouterError) -> float | None:
        return next_delay(
            job.call.policy,
            attempt=job.attempts - job.forgiven,
            error=error,
            waited_s=job.waited_s,
            random=self._random,
            elapsed_s=job.busy_s,
            stale_retried=job.stale_retried,
        )

    def _slow_down(self, job: Job, error: OpenRouterError) -> float | None:
        """Let everything pause and go on more slowly; seconds until `job` is tried again, or None."""
        self._stop_if_hopeless(job, error)
        if not self.pace.throttled(job.epoch):
            job.forgiven += 1
        delay = self._delay(job, error)
        patient = job.call.policy.replace(max_attempts=MAX_ATTEMPTS_LIMIT, status_codes=None, counts_elapsed=False)
        pause = next_delay(patient, attempt=max(self.pace.strikes, 1), error=error, waited_s=0.0, random=self._random)
        if pause is not None:
            self.pace.pause(self._now() + pause)
            self._patience.paused(self._now(), self.pace.resume_at_s)
        elif wish_s := getattr(error, "retry_after", None):
            self.stop(f"the server asks to wait {wish_s:g} s: {error.message}", error)
        return None if delay is None or pause is None else max(delay, pause)

    def _stop_if_hopeless(self, job: Job, error: OpenRouterError) -> None:
        """Stop when all have waited in vain for as long as one request may: else each item would wait anew."""
        now, policy = self._now(), job.call.policy
        self._patience.refused(job.epoch, now)
        waited_s = self._patience.lasted_s(now) if policy.counts_elapsed else self._patience.waited_s(now)
        # What is still under way may yet be answered.
        if not self.in_flight and waited_s > 0 and waited_s >= policy.max_wait_s:
            self.stop(f"no answer in {waited_s:.0f} s of waiting for the rate limit: {error.message}", error)


def is_throttle(error: ChatError) -> bool:
    """Whether the server says that it gets too much, which concerns every request and not only this one."""
    if error.availability.get("retryable") is False:
        return False
    if error.status_code == 402:
        return is_retryable(error, DEFAULT_RETRY_POLICY)
    overloaded = error.status_code == 503 and (error.retry_after or error.error_type == "provider_overloaded")
    return error.status_code in (429, 529) or bool(overloaded)


def ends_run(error: OpenRouterError) -> bool:
    """Whether every further request would fail alike: no credits, or a key that is not (or no longer) good."""
    if not isinstance(error, ChatError):
        return False
    if error.status_code == 402:
        return not is_retryable(error, DEFAULT_RETRY_POLICY)
    return error.status_code == 401 or (error.status_code == 403 and _is_about_the_key(error))


def _is_about_the_key(error: ChatError) -> bool:
    # A prompt that moderation refuses is a 403, too, and must not keep the others from being sent.
    if error.provider_name or error.availability or any(name in error.metadata for name in _ABOUT_THE_REQUEST):
        return False
    return "limit_source" in error.metadata or re.search(r"\bkey\b", error.message, re.IGNORECASE) is not None
