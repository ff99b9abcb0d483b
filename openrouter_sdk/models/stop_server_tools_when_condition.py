# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    StopServerToolsWhenCondition = Union[
        "_m.StopServerToolsWhenStepCountIs",
        "_m.StopServerToolsWhenHasToolCall",
        "_m.StopServerToolsWhenMaxTokensUsed",
        "_m.StopServerToolsWhenMaxCost",
        "_m.StopServerToolsWhenFinishReasonIs",
        "_m.UnknownModel",
    ]
    """When to end the loop of server tools; `type` decides."""
    StopServerToolsWhenConditionTypedDict = Union[
        "_m.StopServerToolsWhenStepCountIsTypedDict",
        "_m.StopServerToolsWhenHasToolCallTypedDict",
        "_m.StopServerToolsWhenMaxTokensUsedTypedDict",
        "_m.StopServerToolsWhenMaxCostTypedDict",
        "_m.StopServerToolsWhenFinishReasonIsTypedDict",
    ]

parse_stop_server_tools_when_condition: Dispatch[StopServerToolsWhenCondition] = Dispatch(
    _m,
    "type",
    {
        "step_count_is": "StopServerToolsWhenStepCountIs",
        "has_tool_call": "StopServerToolsWhenHasToolCall",
        "max_tokens_used": "StopServerToolsWhenMaxTokensUsed",
        "max_cost": "StopServerToolsWhenMaxCost",
        "finish_reason_is": "StopServerToolsWhenFinishReasonIs",
    },
    None,
)
"""Read a StopServerToolsWhenCondition by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "StopServerToolsWhenCondition":
            return parse_stop_server_tools_when_condition.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
