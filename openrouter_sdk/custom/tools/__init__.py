"""Python functions as tools of a model, and the loop that runs them.

Owns what a tool is, what it is told, and how an answer's calls are run and go back: decided by a generator without
I/O (`loop.py`), done by two drivers, threads and tasks. Schemas are the business of the package `schema`. Imports
engine and all below; `chat` loads it when a run is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names
from .context import StopRun, ToolContext, ToolError
from .making import Tool, tool
from .toolset import ToolSet

if TYPE_CHECKING:
    from .asynchronous import RunStreamAsync
    from .conditions import (
        Condition,
        StopCondition,
        finish_reason_is,
        has_tool_call,
        max_cost,
        max_tokens,
        step_count_is,
    )
    from .events import (
        ApprovalNeeded,
        ReasoningDelta,
        RunEvent,
        RunFinished,
        StepFinished,
        TextDelta,
        ToolCallFinished,
        ToolCallStarted,
        ToolProgress,
    )
    from .plan import ToolLike
    from .result import RunResult, partial_run
    from .starting import State as State
    from .starting import opened_state as opened_state
    from .starting import prepare as prepare
    from .starting import resumed as resumed
    from .state import RunState
    from .steps import Step, ToolCall, ToolResult
    from .sync import RunStream

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

__getattr__: Loader = lazy_names(
    __name__,
    {
        "asynchronous": "RunStreamAsync",
        "conditions": "Condition StopCondition finish_reason_is has_tool_call max_cost max_tokens step_count_is",
        "events": "ApprovalNeeded ReasoningDelta RunEvent RunFinished StepFinished TextDelta ToolCallFinished "
        "ToolCallStarted ToolProgress",
        "plan": "ToolLike",
        "result": "RunResult partial_run",
        "starting": "opened_state prepare resumed",
        "state": "RunState",
        "steps": "Step ToolCall ToolResult",
        "sync": "RunStream",
    },
)


def __dir__() -> list[str]:
    return __all__
