"""A run as a table for notebooks: its steps, with their calls, results, tokens and cost."""

from __future__ import annotations

from collections.abc import Sequence

from .._views import html_table, money
from ..answers import Usage, usage_of
from .steps import Step, ToolCall


def run_table(steps: Sequence[Step], usage: Usage, stopped_by: str | None) -> str:
    """The table of a run that ended by `stopped_by`; None when it broke off."""
    plural = "" if len(steps) == 1 else "s"
    ended = "broken off" if stopped_by is None else f"ended by {stopped_by}"
    caption = f"{len(steps)} step{plural}, {ended}; {usage.total_tokens:,} tokens, {money(usage.cost)}"
    headings = ("step", "answer and calls", "tokens", "cost", "seconds")
    return html_table(caption, headings, [_row(step) for step in steps])


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
