"""When a run stops though the model would go on."""

from __future__ import annotations

import inspect
import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

from ..answers import usage_of
from ..errors import ArgumentError
from .steps import Step

Kind: TypeAlias = Literal["step_count_is", "max_cost", "max_tokens", "has_tool_call", "finish_reason_is"]

KINDS: tuple[Any, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class StopCondition:
    """A condition on the steps so far; unlike a function of your own it can be saved with the run."""

    kind: Kind
    value: Any

    def __call__(self, steps: Sequence[Step]) -> bool:
        """Whether the run shall stop."""
        last = steps[-1]
        match self.kind:
            case "step_count_is":
                return bool(len(steps) >= self.value)
            case "max_cost":
                return bool(math.fsum(step.cost or 0 for step in steps) >= self.value)
            case "max_tokens":
                return bool(sum(usage_of(step.answer).total_tokens for step in steps) >= self.value)
            case "has_tool_call":
                return any(call.name == self.value for call in last.calls)
            case _:  # "finish_reason_is"
                return bool(last.answer.finish_reason == self.value)

    def __str__(self) -> str:
        return f"{self.kind}({self.value!r})"


Condition: TypeAlias = Callable[[Sequence[Step]], bool]
"""A stop condition: one of this module's, or any function of the steps."""


def step_count_is(steps: int) -> StopCondition:
    """Stop after so many answers."""
    return StopCondition("step_count_is", _at_least(1, "step_count_is", steps))


def max_cost(usd: float) -> StopCondition:
    """Stop once the answers have cost so many USD credits.

    It is asked after each step: what an answer costs is known once it is there, so one under way, streamed or not, is
    not cut short. One whose cost is not told counts as 0, and so does one that was cut off.
    """
    return StopCondition("max_cost", _at_least(0, "max_cost", usd))


def max_tokens(tokens: int) -> StopCondition:
    """Stop once the answers have used so many tokens, prompts included."""
    return StopCondition("max_tokens", _at_least(0, "max_tokens", tokens))


def has_tool_call(name: str) -> StopCondition:
    """Stop after a step that called this tool."""
    return StopCondition("has_tool_call", name)


def finish_reason_is(reason: str) -> StopCondition:
    """Stop after an answer that ended for this reason."""
    return StopCondition("finish_reason_is", reason)


def name_of(condition: Condition) -> str:
    """What `stopped_by` says of a condition."""
    if isinstance(condition, StopCondition):
        return str(condition)
    return str(getattr(condition, "__name__", None) or type(condition).__name__)


def checked_conditions(given: Any) -> tuple[Condition, ...]:
    """The conditions of `stop_when`: one, several or none.

    Raises:
        TypeError: Something that cannot be called, or is to be awaited.
    """
    if given is None:
        return ()
    several = given
    found: tuple[Any, ...] = tuple(several) if isinstance(given, Iterable) else (given,)
    for condition in found:
        if not callable(condition):
            raise TypeError(f"stop_when takes functions of the steps, not {type(condition).__name__}")
        if inspect.iscoroutinefunction(condition):
            raise TypeError("stop_when takes plain functions of the steps: nobody awaits an async one")
    return found


def repeated(steps: Sequence[Step], times: int) -> bool:
    """Whether one call was made so many times in a row, and the last step holds the last of them."""
    last, streak, before = steps[-1].number, 0, ""
    for step in steps:
        for call in step.calls:
            made = json.dumps([call.name, call.arguments], sort_keys=True)
            streak, before = streak + 1 if made == before else 1, made
            if streak >= times and step.number == last:
                return True
    return False


def _at_least(least: float, name: str, value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= least:
        raise ArgumentError(f"{name} takes a number of at least {least}, not {value!r}")
    return value
