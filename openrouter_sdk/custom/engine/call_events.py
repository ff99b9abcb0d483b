"""What hooks are told of a call as a whole, whatever number of requests it takes.

Every start has one end: the answer, the end of the stream, an error, or that it was cancelled. What is sent and what is
answered are values, never in a repr.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class CallStartEvent:
    """A call begins: its arguments are checked, and nothing is sent yet. Told in the thread or task of the caller."""

    operation: str
    """What is called, such as "chat.send"."""
    operation_id: int
    """A number of this call, the same in all its events. Unique in the process."""
    url: str
    model: str | None
    stream: bool
    run_id: str | None = None
    """The run of tools that asks; None outside of one."""
    step: int | None = None
    """The number of the step in that run."""
    body: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False)
    """The fields of the request as they were passed: JSON values or models."""


@dataclass(frozen=True, slots=True)
class CallEndEvent:
    """A call is over: answered, its stream ended or closed, failed, or cancelled."""

    operation: str
    operation_id: int
    duration_ms: float
    """Milliseconds since it began, retries and the reading of the stream included."""
    model: str | None
    """Who answered; who was asked when there was no answer."""
    provider: str | None = None
    status: int | None = None
    """HTTP status of the last response; None when there was none."""
    attempts: int = 1
    """Requests made."""
    generation_id: str | None = None
    time_to_first_token_ms: float | None = None
    """Of a stream: milliseconds until its first chunk; None when none came."""
    usage: Any = None
    """As the operation tells it, such as a `ChatUsage`."""
    cost: float | None = None
    """What was charged, in USD credits."""
    complete: bool = True
    """Whether there is a whole answer."""
    error: BaseException | None = field(default=None, repr=False)
    """What it failed with, or what cancelled it; None also for a stream that was closed early."""
    result: Any = field(default=None, repr=False)
    """The answer, or what of it had come."""

    @property
    def error_type(self) -> str | None:
        """The name of the error's class; None when there was none."""
        return None if self.error is None else type(self.error).__name__
