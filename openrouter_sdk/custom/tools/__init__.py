"""Python functions as tools of a model, and the loop that runs them.

Owns what a tool is, what it is told, and how an answer's calls are run and go back: decided by a generator without
I/O (`loop.py`), done by two drivers, threads and tasks. Schemas are the business of the package `schema`. Imports chat
and all below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names
from .context import StopRun, ToolContext, ToolError
from .making import Tool, tool
from .toolset import ToolSet

if TYPE_CHECKING:
    from .asynchronous import RunStreamAsync as RunStreamAsync
    from .conditions import Condition as Condition
    from .conditions import StopCondition as StopCondition
    from .conditions import finish_reason_is as finish_reason_is
    from .conditions import has_tool_call as has_tool_call
    from .conditions import max_cost as max_cost
    from .conditions import max_tokens as max_tokens
    from .conditions import step_count_is as step_count_is
    from .events import ApprovalNeeded as ApprovalNeeded
    from .events import ReasoningDelta as ReasoningDelta
    from .events import RunEvent as RunEvent
    from .events import RunFinished as RunFinished
    from .events import StepFinished as StepFinished
    from .events import TextDelta as TextDelta
    from .events import ToolCallFinished as ToolCallFinished
    from .events import ToolCallStarted as ToolCallStarted
    from .events import ToolProgress as ToolProgress
    from .loop_thread import LoopThread as LoopThread
    from .plan import ToolLike as ToolLike
    from .result import RunResult as RunResult
    from .result import partial_run as partial_run
    from .starting import opened_state as opened_state
    from .starting import prepare as prepare
    from .starting import resumed as resumed
    from .state import RunState as RunState
    from .steps import Step as Step
    from .steps import ToolCall as ToolCall
    from .steps import ToolResult as ToolResult
    from .sync import RunStream as RunStream

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
    "opened_state",
    "partial_run",
    "prepare",
    "resumed",
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
        "loop_thread": "LoopThread",
        "plan": "ToolLike",
        "result": "RunResult partial_run",
        "starting": "opened_state prepare resumed",
        "state": "RunState",
        "steps": "Step ToolCall ToolResult",
        "sync": "RunStream",
    },
)
