# Code generated from openapi.yaml by `make generate`: do not edit.
"""Python functions as tools of a model, and the loop that runs them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .custom.tools import (
        ApprovalNeeded,
        Condition,
        ReasoningDelta,
        RunEvent,
        RunFinished,
        RunResult,
        RunState,
        RunStream,
        RunStreamAsync,
        Step,
        StepFinished,
        StopCondition,
        StopRun,
        TextDelta,
        Tool,
        ToolCall,
        ToolCallFinished,
        ToolCallStarted,
        ToolContext,
        ToolError,
        ToolLike,
        ToolProgress,
        ToolResult,
        ToolSet,
        finish_reason_is,
        has_tool_call,
        max_cost,
        max_tokens,
        partial_run,
        step_count_is,
        tool,
    )

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
