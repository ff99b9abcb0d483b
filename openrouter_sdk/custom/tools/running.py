"""What both drivers of a run have in common: what they were given, the time that is left, where the state is kept."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from openrouter_sdk import models
from openrouter_sdk.client import Arguments

from ..answers import reported
from ..engine import RUN
from ..errors import RequestTimedOutError
from .events import ReasoningDelta, RunEvent, TextDelta
from .loop import Ask
from .plan import Plan
from .result import RunResult
from .state import RunState
from .watching import Watch


@dataclass(slots=True)
class Running:
    """A run that can be driven."""

    state: RunState
    plan: Plan
    given: Arguments
    """What `send` is called with, beside what the run decides."""
    send: Callable[[Arguments], Any]
    """Sends a request, in the colour of the run."""
    now: Callable[[], float]
    """A clock, in seconds."""
    limit_s: float | None
    """Seconds that the whole run may take."""
    stream: bool
    watch: Watch
    """Tells the client's hooks."""
    on_event: Callable[[RunEvent], Any] | None = None
    on_state: Callable[[RunState], Any] | None = None
    state_file: str | os.PathLike[str] | None = None
    begun: float = field(init=False)
    open: Any = field(init=False, default=None)
    """The stream of the answer under way."""

    def __post_init__(self) -> None:
        self.begun = self.now()

    @property
    def result(self) -> RunResult:
        """What the run has come to so far."""
        return RunResult(self.state)

    def seconds_left(self) -> float | None:
        """Seconds until the whole run is over; None for no limit.

        Raises:
            RequestTimedOutError: There are none left.
        """
        if self.limit_s is None:
            return None
        left = self.limit_s - (self.now() - self.begun)
        if left <= 0:
            raise self.overdue()
        return left

    def overdue(self) -> RequestTimedOutError:
        """The error of a run that took too long."""
        return RequestTimedOutError(f"the run was not over after {(self.limit_s or 0) * 1000:.0f} ms")

    def tell(self, event: RunEvent) -> Any:
        """Tell whoever watches; what comes back may have to be awaited in an async run."""
        return None if self.on_event is None else self.on_event(event)

    def keep(self) -> Any:
        """Save the state, and tell whoever keeps it; what comes back is as of `tell`."""
        if self.state_file is not None:
            self.state.save(self.state_file)
        return None if self.on_state is None else self.on_state(self.state)

    def count_lost(self, error: BaseException | None) -> bool:
        """Let what the answer under way has told of its usage count; returns whether it told any."""
        stream, self.open = self.open, None
        received = getattr(error, "partial", None) if stream is None else stream.partial
        if not isinstance(received, models.ChatResult) or reported(received) is None:
            return False
        self.state.lost.append(received)
        return True

    def not_looked_up(self, error: Exception, seconds: float | None, *, required: bool) -> None:
        """Raise for tools that could not be looked up in so many seconds, unless the run goes on without."""
        if seconds is not None and isinstance(error, TimeoutError):
            raise self.overdue() from error
        if required:
            raise error

    def request(self, ask: Ask) -> Arguments:
        """The arguments of the next request."""
        left = self.seconds_left()
        left_ms = None if left is None else max(1, math.ceil(left * 1000))
        options = {**self.given.options, "timeout_ms": left_ms, RUN: (self.state.id, ask.step)}
        return self.given.replace(body={**self.given.body, **ask.fields}, options=options)


def deltas_of(chunk: models.ChatStreamChunk, step: int) -> Iterator[RunEvent]:
    """What a chunk tells."""
    if chunk.reasoning:
        yield ReasoningDelta(chunk.reasoning, step, chunk=chunk)
    if chunk.text:
        yield TextDelta(chunk.text, step, chunk=chunk)


def mark(error: BaseException, result: RunResult) -> None:
    """Let an exception that breaks off a run carry what it had come to."""
    with suppress(AttributeError):  # of a frozen class
        error.run_result = result  # type: ignore[attr-defined]
