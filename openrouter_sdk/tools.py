# Code generated from openapi.yaml by `make generate`: do not edit.
"""Python functions as tools of a model, and the loop that runs them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .custom.tools import ApprovalNeeded as ApprovalNeeded
    from .custom.tools import Condition as Condition
    from .custom.tools import ReasoningDelta as ReasoningDelta
    from .custom.tools import RunEvent as RunEvent
    from .custom.tools import RunFinished as RunFinished
    from .custom.tools import RunResult as RunResult
    from .custom.tools import RunState as RunState
    from .custom.tools import RunStream as RunStream
    from .custom.tools import RunStreamAsync as RunStreamAsync
    from .custom.tools import Step as Step
    from .custom.tools import StepFinished as StepFinished
    from .custom.tools import StopCondition as StopCondition
    from .custom.tools import StopRun as StopRun
    from .custom.tools import TextDelta as TextDelta
    from .custom.tools import Tool as Tool
    from .custom.tools import ToolCall as ToolCall
    from .custom.tools import ToolCallFinished as ToolCallFinished
    from .custom.tools import ToolCallStarted as ToolCallStarted
    from .custom.tools import ToolContext as ToolContext
    from .custom.tools import ToolError as ToolError
    from .custom.tools import ToolLike as ToolLike
    from .custom.tools import ToolProgress as ToolProgress
    from .custom.tools import ToolResult as ToolResult
    from .custom.tools import ToolSet as ToolSet
    from .custom.tools import finish_reason_is as finish_reason_is
    from .custom.tools import has_tool_call as has_tool_call
    from .custom.tools import max_cost as max_cost
    from .custom.tools import max_tokens as max_tokens
    from .custom.tools import partial_run as partial_run
    from .custom.tools import step_count_is as step_count_is
    from .custom.tools import tool as tool

__all__ = [
    "ApprovalNeeded",
    "Condition",
    "ReasoningDelta",
    "RunEvent",
    "RunFinished",
    "RunResult",
    "RunState",
    "RunStream",
    "RunStreamAsync",
    "Step",
    "StepFinished",
    "StopCondition",
    "StopRun",
    "TextDelta",
    "Tool",
    "ToolCall",
    "ToolCallFinished",
    "ToolCallStarted",
    "ToolContext",
    "ToolError",
    "ToolLike",
    "ToolProgress",
    "ToolResult",
    "ToolSet",
    "finish_reason_is",
    "has_tool_call",
    "max_cost",
    "max_tokens",
    "partial_run",
    "step_count_is",
    "tool",
]


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(".custom.tools", __package__), name)
        return value


def __dir__() -> list[str]:
    return __all__
