"""What hooks are told of a run of tools, of each step in it and of each call of a tool.

Every start has one end, also where the run is closed, times out or breaks off. What users and models wrote is in the
values, never in a repr.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .hooks import Ended

if TYPE_CHECKING:
    from openrouter_sdk import models

    from ..answers import Usage
    from ..tools import RunResult, ToolResult


@dataclass(frozen=True, slots=True)
class RunStartEvent:
    """A run begins, or goes on."""

    run_id: str
    """The same in all events of the run, also when it goes on in another process."""
    model: str | None
    stream: bool
    tools: tuple[str, ...]
    """Names of the tools that this side runs."""
    resumed: bool
    """Whether it goes on from a state."""
    messages: Sequence[Mapping[str, Any]] = field(repr=False)
    """The conversation so far."""


@dataclass(frozen=True, slots=True)
class StepStartEvent:
    """A step begins: its request is about to be sent, or a run that goes on runs the calls that waited."""

    run_id: str
    step: int
    """Its number, from 1."""
    model: str | None
    resumed: bool = False
    """Whether its answer is there already."""


@dataclass(frozen=True, slots=True)
class ToolStartEvent:
    """A call of a tool begins.

    Told in the thread or task of the tool, in a context of its own: a context variable that is set here is seen by the
    tool and by nobody else. A call that cannot be made, for its name or its arguments, starts and ends at once.
    """

    run_id: str
    step: int
    call_id: str
    """Unique within the run."""
    name: str
    description: str | None = field(default=None, repr=False)
    arguments: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False)
    """As the model wrote them."""


@dataclass(frozen=True, slots=True)
class ToolEndEvent(Ended):
    """A call of a tool has its result, or the run does not wait for it any more."""

    run_id: str
    step: int
    call_id: str
    name: str
    duration_ms: float
    error_kind: str | None = None
    """What went wrong, such as "raised", "timeout" or "bad_arguments"; None when nothing did.

    "interrupted" when the run ended before.
    """
    error: BaseException | None = field(default=None, repr=False)
    """What the tool raised; for an interrupted call what broke off the run."""
    result: ToolResult | None = field(default=None, repr=False)
    """What the model is told; None for an interrupted call."""

    @property
    def error_type(self) -> str | None:
        """The name of the error's class, else `error_kind`; None when nothing went wrong."""
        return self.error_kind if self.error is None else type(self.error).__name__


@dataclass(frozen=True, slots=True)
class StepEndEvent(Ended):
    """A step is over: all its calls have their results, or wait for somebody, or there are none; or it broke off."""

    run_id: str
    step: int
    duration_ms: float
    model: str | None = None
    """Who answered; who was asked when there was no answer."""
    finish_reason: str | None = None
    generation_id: str | None = None
    tool_calls: tuple[str, ...] = ()
    """The names of the tools that were called."""
    pending: tuple[str, ...] = ()
    """The ids of the calls that wait: for approval, or for their results."""
    usage: models.ChatUsage | None = None
    cost: float | None = None
    """What the answer cost, in USD credits."""
    error: BaseException | None = field(default=None, repr=False)
    """What broke it off."""
    answer: models.ChatResult | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class RunEndEvent(Ended):
    """A run has ended, pauses, was closed or broke off."""

    run_id: str
    duration_ms: float
    model: str | None
    steps: int
    """Answers so far, those before a pause included."""
    tool_calls: int
    """Calls so far."""
    stopped_by: str | None
    """As `RunResult.stopped_by`; None when it was closed or broke off."""
    usage: Usage | None = None
    """Tokens and cost of all steps so far."""
    cost: float | None = None
    """What all steps so far cost, in USD credits."""
    error: BaseException | None = field(default=None, repr=False)
    """What broke it off; None also when it was closed."""
    result: RunResult | None = field(default=None, repr=False)
