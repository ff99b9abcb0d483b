"""What a run came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from openrouter_sdk import models

from .._views import html_table, money
from ..answers import Usage, usage_of, usage_sum
from ..errors import bounded
from .state import RunState
from .steps import Step, ToolCall

_SHOWN_CHARS = 100


@dataclass(frozen=True, slots=True, repr=False)
class RunResult:
    """What a run has come to: finished, paused, or broken off."""

    state: RunState
    """What `resume` goes on from; `state.save(path)` keeps it."""

    def __repr__(self) -> str:
        text = bounded(self.text, _SHOWN_CHARS)
        return f"RunResult(stopped_by={self.stopped_by!r}, steps={len(self.steps)}, cost={self.cost}, text={text!r})"

    @property
    def stopped_by(self) -> str | None:
        """Why it ended.

        "answer" when the model had no more calls, "pending" when calls wait, "stop_run" when a tool raised `StopRun`,
        "length", "content_filter" or "error" when the last answer ended so, "max_steps", "max_tool_errors",
        "repeated_calls", or the condition of `stop_when`, such as "max_cost(0.5)". None when it broke off.
        """
        return self.state.stopped_by

    @property
    def answer(self) -> models.ChatResult | None:
        """The last answer; None when there was none."""
        return self.steps[-1].answer if self.steps else None

    @property
    def text(self) -> str:
        """The text of the last answer, "" when there is none."""
        return self.answer.text if self.answer is not None else ""

    @property
    def value(self) -> Any:
        """What a tool ended the run with, by `StopRun(value)`; else None."""
        return next((result.value for step in self.steps[-1:] for result in step.results if result.stops), None)

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The whole conversation, ready for the next request; while calls are pending, `resume` first."""
        return self.state.messages

    @property
    def steps(self) -> list[Step]:
        """The answers, each with its calls, their results, cost and duration."""
        return self.state.steps

    @property
    def pending(self) -> list[ToolCall]:
        """The calls that wait for `approve`, `reject` or `supply`."""
        return self.state.pending

    @property
    def usage(self) -> Usage:
        """Tokens and cost of all answers together, cut-off ones included as far as they told."""
        whole = [usage_of(step.answer) for step in self.steps]
        return usage_sum(whole + [usage_of(answer, complete=False) for answer in self.state.lost])

    @property
    def cost(self) -> float | None:
        """What all answers cost, in USD credits, as far as that is known; None when it is for none."""
        return self.usage.cost

    def _repr_html_(self) -> str:
        """What notebooks show."""
        plural = "" if len(self.steps) == 1 else "s"
        ended = "broken off" if self.stopped_by is None else f"ended by {self.stopped_by}"
        usage = self.usage
        caption = f"{len(self.steps)} step{plural}, {ended}; {usage.total_tokens:,} tokens, {money(usage.cost)}"
        headings = ("step", "answer and calls", "tokens", "cost", "seconds")
        return html_table(caption, headings, [_row(step) for step in self.steps])

    def approve(self, call_id: str) -> None:
        """As `RunState.approve`."""
        self.state.approve(call_id)

    def reject(self, call_id: str, reason: str = "") -> None:
        """As `RunState.reject`."""
        self.state.reject(call_id, reason)

    def supply(self, call_id: str, result: Any) -> None:
        """As `RunState.supply`."""
        self.state.supply(call_id, result)


def partial_run(error: BaseException) -> RunResult | None:
    """The run that an exception broke off, which can go on from its `state`; None if there was none."""
    found: Any = getattr(error, "run_result", None)
    return found if isinstance(found, RunResult) else None


def _row(step: Step) -> tuple[object, ...]:
    tokens = usage_of(step.answer).total_tokens
    said = "\n".join(filter(None, (step.answer.text, *map(_told, step.calls))))
    return (step.number, said, tokens, money(step.cost), round(step.duration_s, 2))


def _told(call: ToolCall) -> str:
    result = call.result
    if result is None:
        return f"{call.name}({call.raw}): {call.status}"
    content = result.content if isinstance(result.content, str) else f"{len(result.content)} parts"
    return f"{call.name}({call.raw}) → {content}"
