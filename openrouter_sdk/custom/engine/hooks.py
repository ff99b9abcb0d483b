"""The functions of a caller who watches, and what they are told of each call and each request of it.

Every start has one end: the answer, the end of the stream, an error, or that it was cancelled. What is sent and what is
answered are values, never in a repr.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from .arguments import callable_or_none

if TYPE_CHECKING:
    from ..errors import OpenRouterError
    from ..retry import RetryEvent
    from ..stream import StreamEndEvent
    from .run_events import RunEndEvent, RunStartEvent, StepEndEvent, StepStartEvent, ToolEndEvent, ToolStartEvent


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


class Ended:
    """What the ends of calls, and of runs, steps and tools, have in common."""

    __slots__ = ()
    error: BaseException | None

    @property
    def error_type(self) -> str | None:
        """The name of the error's class; None when there was none."""
        return None if self.error is None else type(self.error).__name__


@dataclass(frozen=True, slots=True)
class CallEndEvent(Ended):
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


@dataclass(frozen=True, slots=True)
class RequestEvent:
    """A request is about to be sent."""

    url: str
    model: str | None
    stream: bool
    attempt: int
    """1 for the first request of a call."""
    operation: str = "chat.send"
    """What is called, such as "byok.create"."""
    operation_id: int = 0
    """A number of this call, the same in all its events: of each request, response and retry, and of its stream's end.

    Unique in the process.
    """
    run_id: str | None = None
    """The run of tools that asks; None outside of one."""
    step: int | None = None
    """The number of the step in that run."""


@dataclass(frozen=True, slots=True)
class ResponseEvent:
    """An answer has come: the whole of it, or the headers of a stream; or a request has failed."""

    model: str | None
    provider: str | None
    status: int | None
    """HTTP status; None when there was no response."""
    attempt: int
    latency_ms: float
    """Milliseconds since this request was sent."""
    generation_id: str | None
    usage: Any = None
    """Usage of a whole answer, as a `ChatUsage`."""
    cost: float | None = None
    """What was charged, in USD credits."""
    error: OpenRouterError | None = field(default=None, repr=False)
    operation: str = "chat.send"
    """What was called, such as "byok.create"."""
    operation_id: int = 0
    """As in the request's event."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """Plain functions called while calls run, in the thread or task of the call, or of the tool.

    A call has one start and one end, and one request or more between them. Of a run of tools its start and end are
    told, those of its steps, and those of calls of tools; the calls within as well, with the `run_id`. What hooks
    raise is logged and dropped.

    Raises:
        TypeError: One cannot be called, or is async.
    """

    on_call_start: Callable[[CallStartEvent], object] | None = None
    on_call_end: Callable[[CallEndEvent], object] | None = None
    on_request: Callable[[RequestEvent], object] | None = None
    on_response: Callable[[ResponseEvent], object] | None = None
    on_retry: Callable[[RetryEvent], object] | None = None
    on_stream_end: Callable[[StreamEndEvent], object] | None = None
    on_run_start: Callable[[RunStartEvent], object] | None = None
    on_run_end: Callable[[RunEndEvent], object] | None = None
    on_step_start: Callable[[StepStartEvent], object] | None = None
    on_step_end: Callable[[StepEndEvent], object] | None = None
    on_tool_start: Callable[[ToolStartEvent], object] | None = None
    on_tool_end: Callable[[ToolEndEvent], object] | None = None

    def __post_init__(self) -> None:
        for hook in fields(self):
            callable_or_none(hook.name, getattr(self, hook.name))

    def __or__(self, other: Hooks) -> Hooks:
        """Both: first these functions are called, then those of the other."""
        return Hooks(**{each.name: _both(getattr(self, each.name), getattr(other, each.name)) for each in fields(self)})


def _both(
    first: Callable[[Any], object] | None, second: Callable[[Any], object] | None
) -> Callable[[Any], object] | None:
    if first is None or second is None:
        return first or second

    def both(event: Any) -> None:
        try:
            first(event)
        finally:
            second(event)

    return both
