"""What a run is given beside its state: the tools, when to stop, and what to do with each call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from openrouter_sdk import models
from openrouter_sdk.types import Model

from ..answers import DistinctIds
from ..errors import ArgumentError, bounded, mask_secrets
from .conditions import Condition, name_of, repeated
from .context import ToolContext
from .making import Tool, tool
from .results import MAX_ERROR_CHARS
from .state import RunState
from .steps import ToolCall, ToolResult
from .toolset import ToolSet

_tool: Callable[[Any], Tool[..., Any]] = tool

ToolLike: TypeAlias = (
    Tool[..., Any] | ToolSet | Callable[..., Any] | models.ChatFunctionTool | models.ChatFunctionToolTypedDict
)
"""What `tools=` of a run holds: functions, tools, sets of them, definitions as dicts or models, server tools."""


@dataclass(frozen=True, slots=True)
class Job:
    """A call that can be run."""

    call: ToolCall
    tool: Tool[..., Any]
    values: dict[str, Any]
    step: int
    value: Any
    """For its `ToolContext`."""

    def context(self, tell: Callable[[object], None]) -> ToolContext[Any]:
        """What the tool is told beside its arguments."""
        return ToolContext(self.value, self.call.id, self.tool.name, self.call.arguments, self.step, tell)


@dataclass(slots=True)
class Plan:
    """What a run is given beside its state.

    Raises:
        ArgumentError: Two tools have one name.
        TypeError: Something that is no tool.
    """

    given: Sequence[Any]
    """`tools=` as it was given."""
    conditions: tuple[Condition, ...] = ()
    max_steps: int = 10
    max_tool_errors: int = 10
    repeated_calls: int | None = 3
    final_answer: bool = True
    parallel: bool = True
    context: Any = None
    found: dict[ToolSet, Sequence[Tool[..., Any]]] = field(init=False, default_factory=dict)
    """The tools of the sets, as they were last."""
    definitions: list[Any] = field(init=False)
    """`tools` of the requests."""
    tools: dict[str, Tool[..., Any]] = field(init=False)
    """The tools of this side, by name."""

    def __post_init__(self) -> None:
        self.gather()

    @property
    def sets(self) -> list[ToolSet]:
        """The entries that stand for several tools, which have to be looked up."""
        return [item for item in self.given if isinstance(item, ToolSet)]

    def gather(self) -> None:
        """Take the tools of the sets as they are now."""
        definitions: list[Any] = []
        tools: dict[str, Tool[..., Any]] = {}
        for index, item in enumerate(self.given):
            where = f"tools[{index}]"
            for one in self.found.get(item, ()) if isinstance(item, ToolSet) else (item,):
                made = _made(one, where)
                if made is None:
                    definitions.append(one)
                    continue
                if made.name in tools:
                    hint = "; prefix= gives the tools of a server other names" if self.found else ""
                    raise ArgumentError(f"{where}: there are two tools named {made.name!r}{hint}")
                tools[made.name] = made
                definitions.append(made.definition)
        self.definitions, self.tools = definitions, tools

    def job(self, call: ToolCall, step: int) -> Job | None:
        """What runs a call; None if it waits, or has its result, because it cannot be run."""
        made = self.tools.get(call.name)
        if made is None:
            known = ", ".join(self.tools) or "none"
            call.settle(ToolResult(f"Error: there is no tool {call.name!r}; there are: {known}", "unknown_tool"))
            return None
        if made.function is None:
            call.status, call.waits_for = "waiting", "result"
            return None
        from ..schema import Misfit  # lazy: a run without tools of functions does without the extra `tools`

        try:
            values = made.convert(call.arguments)
        except Misfit as error:
            told = bounded(mask_secrets(str(error)), MAX_ERROR_CHARS)
            call.settle(ToolResult(f"Error: the arguments do not fit: {told}", "bad_arguments"))
            return None
        if call.status == "ready" and _must_ask(made, values):
            call.status, call.waits_for = "waiting", "approval"
            return None
        return Job(call, made, values, step, self.context if made.context is None else made.context)

    def why_stop(self, state: RunState) -> str | None:
        """The condition that ends the run after its last step, if there is one."""
        steps = state.steps
        if len(steps) >= self.max_steps:
            return "max_steps"
        errors = sum(result.is_error and result.error_kind != "rejected" for step in steps for result in step.results)
        if errors >= self.max_tool_errors:
            return "max_tool_errors"
        if self.repeated_calls is not None and repeated(steps, self.repeated_calls):
            return "repeated_calls"
        return next((name_of(condition) for condition in self.conditions if condition(steps)), None)

    def arguments(self, state: RunState) -> dict[str, Any]:
        """The fields of the next request that the run decides."""
        ids = DistinctIds()
        fields: dict[str, Any] = {"messages": [ids.distinct(message) for message in state.messages]}
        if self.definitions:
            fields["tools"] = self.definitions
            if state.stopping is not None:
                # The tools stay, so that the provider's cache of the prompt holds.
                fields["tool_choice"] = "none"
        return fields


def _must_ask(made: Tool[..., Any], values: dict[str, Any]) -> bool:
    if callable(made.approve):
        return bool(made.approve(dict(values)))
    return made.approve


def _made(item: Any, where: str) -> Tool[..., Any] | None:
    """The tool of an entry of `tools=`; None for one that runs on the server."""
    given: Any = item
    if isinstance(item, Tool):
        return cast("Tool[..., Any]", item)
    if isinstance(item, (Mapping, Model)):
        return _tool(given) if "type" in given and given["type"] == "function" else None
    if not callable(item):
        raise TypeError(f"{where} is a {type(item).__name__}: give functions, tools, dicts or models")
    return _tool(given)
