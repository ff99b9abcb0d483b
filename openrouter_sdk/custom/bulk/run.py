"""The course of a bulk run: takes items from the caller one by one, says what to do next, collects what comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from openrouter_sdk.models import ChatResult

from ..errors import NoResponseError, NotSentError, attach_http
from .checkpoint import Checkpoint, key_of
from .items import Preparer
from .plan import Job, Plan
from .progress import Progress
from .workers import UnusableWorkersError


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait for an outcome, but not longer than this; None for as long as it takes."""

    seconds: float | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one try.

    Attributes:
        job: What was tried.
        result: The answer, or the error in its place.
        fatal: What ends the whole run, such as an answer that could not be saved.
    """

    job: Job
    result: ChatResult | Exception
    fatal: BaseException | None = None


class Run:
    """One bulk run, without its I/O: a driver calls `next` until it is None, and does what it says.

    An item is taken when it can be sent.
    """

    def __init__(
        self,
        items: Iterator[Any],
        preparer: Preparer,
        plan: Plan,
        *,
        checkpoint: Checkpoint | None,
        progress: Progress,
        on_result: Callable[[int, ChatResult | Exception], object] | None,
    ) -> None:
        self._items = items
        self._preparer = preparer
        self._plan = plan
        self._checkpoint = checkpoint
        self._progress = progress
        self._on_result = on_result
        self._count = 0
        self._has_more = True
        self._settled: dict[int, ChatResult | Exception] = {}
        self._under_way: dict[int, ChatResult | Exception | None] = {}
        self.resumed: int = 0

    def next(self, outcomes: Iterable[Outcome]) -> Job | Wait | None:
        """What to do now, given all that came back since the last time; None when all is done.

        A job is sent, and the next thing asked for without waiting for its answer.
        """
        for outcome in outcomes:
            self._take_back(outcome)
        job = self._next_job()
        if job is not None:
            self._plan.sent(job)
            self._under_way[job.index] = None
            return job
        if self._plan.is_idle and not self._has_more:
            return None
        return Wait(self._plan.wait_s(more=self._has_more))

    def results(self) -> list[ChatResult | Exception]:
        """What became of the items that were taken, in their order; also when the run has ended before they did."""
        return [self._result_of(index) for index in range(self._count)]

    def stop_early(self, error: BaseException, waiting_for: int) -> None:
        """Tell who watches that the run ends by `error`, and waits for so many answers."""
        self._plan.observer.logger.warning("chat.map was stopped; it waits for %d answers under way", waiting_for)
        again = " again" if isinstance(error, KeyboardInterrupt) else ""
        self._progress.note(f"chat.map: stopping; waiting for {waiting_for} answers, Ctrl-C{again} to leave")

    def keep(self, job: Job, result: ChatResult) -> Outcome:
        """Save an answer as soon as it is there; called by the driver's workers, perhaps at the same time."""
        attach_http(result, replace(result.http, attempts=job.attempts))
        self._under_way[job.index] = result
        try:
            if self._checkpoint is not None and job.key is not None:
                self._checkpoint.add(job.key, result)
        except Exception as error:  # noqa: BLE001 - an answer that cannot be saved must not be lost in a thread
            return Outcome(job, result, error)
        return Outcome(job, result)

    def fail(self, job: Job, error: Exception) -> Outcome:
        """The same for a try that failed."""
        fatal = None
        if isinstance(error, UnusableWorkersError):
            fatal = error.__cause__
            error = NotSentError(f"not sent: {fatal}")
        self._under_way[job.index] = error
        return Outcome(job, error, fatal)

    def _take_back(self, outcome: Outcome) -> None:
        job, result = outcome.job, outcome.result
        if isinstance(result, Exception):
            is_final = not self._plan.failed(job, result)
        else:
            self._plan.answered(job, result)
            is_final = True
        if outcome.fatal is not None:
            raise outcome.fatal
        if is_final:
            self._settle(job.index, result)

    def _next_job(self) -> Job | None:
        plan = self._plan
        plan.stop_at_ceiling()
        if plan.stopped is not None:
            for job in plan.take_waiting():
                self._settle(job.index, job.error or self._not_sent())
        due = plan.take_due()
        while due is None and self._has_more and (plan.stopped is not None or plan.takes_new()):
            due = self._take_item()
        return due

    def _take_item(self) -> Job | None:
        """The next item, if it has to be sent; otherwise it is settled."""
        try:
            item = next(self._items)
        except StopIteration:
            self._has_more = False
            return None
        index = self._count
        self._count += 1
        try:
            call = self._preparer.prepare(item)
        except Exception as error:  # noqa: BLE001 - a mapping of the caller's may raise anything when it is read
            self._settle(index, error)
            return None
        key = None if self._checkpoint is None else key_of(index, call.content)
        saved = None if self._checkpoint is None or key is None else self._checkpoint.take(key)
        if saved is not None:
            self.resumed += 1
            self._plan.count(saved)
            self._settle(index, saved)
        elif self._plan.stopped is not None:
            self._settle(index, self._not_sent())
        else:
            return Job(index, call, key)
        return None

    def _result_of(self, index: int) -> ChatResult | Exception:
        if index in self._settled:
            return self._settled[index]
        if index not in self._under_way:
            return NotSentError("not sent: the run ended by an exception")
        came = self._under_way[index]
        return NoResponseError("the run ended before the answer came") if came is None else came

    def _not_sent(self) -> NotSentError:
        return NotSentError(f"not sent: {self._plan.stopped}", stopped_by=self._plan.stopped_by)

    def _settle(self, index: int, result: ChatResult | Exception) -> None:
        self._settled[index] = result
        self._under_way.pop(index, None)
        self._progress.advance(self._plan.budget.spent)
        if self._on_result is not None:
            self._on_result(index, result)
