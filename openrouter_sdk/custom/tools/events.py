"""What happens in a run, as it happens: `RunEvent` is the union of all, told apart by class or by `type`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from .steps import Step, ToolCall, ToolResult

if TYPE_CHECKING:
    from openrouter_sdk import models

    from .result import RunResult


@dataclass(frozen=True, slots=True)
class TextDelta:
    """The model goes on writing."""

    text: str
    step: int
    type: Literal["text_delta"] = "text_delta"
    chunk: models.ChatStreamChunk | None = field(default=None, repr=False, compare=False)
    """The chunk that brought it."""


@dataclass(frozen=True, slots=True)
class ReasoningDelta:
    """The model goes on thinking, and shows it."""

    text: str
    step: int
    type: Literal["reasoning_delta"] = "reasoning_delta"
    chunk: models.ChatStreamChunk | None = field(default=None, repr=False, compare=False)
    """The chunk that brought it."""


@dataclass(frozen=True, slots=True)
class ToolCallStarted:
    """A tool has been called."""

    call: ToolCall
    step: int
    type: Literal["tool_call_started"] = "tool_call_started"


@dataclass(frozen=True, slots=True)
class ToolProgress:
    """A tool tells how far it is: `ToolContext.progress(value)`."""

    call: ToolCall
    value: object
    step: int
    type: Literal["tool_progress"] = "tool_progress"


@dataclass(frozen=True, slots=True)
class ToolCallFinished:
    """A call has its result. One that could not be made, for its name or its arguments, never started."""

    call: ToolCall
    result: ToolResult
    step: int
    type: Literal["tool_call_finished"] = "tool_call_finished"


@dataclass(frozen=True, slots=True)
class ApprovalNeeded:
    """A call waits: for approval, or for its result where the tool has no function; `call.waits_for` says which."""

    call: ToolCall
    step: int
    type: Literal["approval_needed"] = "approval_needed"


@dataclass(frozen=True, slots=True)
class StepFinished:
    """All calls of an answer have their results, or there are none."""

    step: Step
    type: Literal["step_finished"] = "step_finished"


@dataclass(frozen=True, slots=True)
class RunFinished:
    """The last event."""

    result: RunResult
    type: Literal["run_finished"] = "run_finished"


RunEvent: TypeAlias = (
    TextDelta
    | ReasoningDelta
    | ToolCallStarted
    | ToolProgress
    | ToolCallFinished
    | ApprovalNeeded
    | StepFinished
    | RunFinished
)
"""Any event of a run."""
