# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    SafeguardToolUse = Union[
        "_m.SafeguardToolUseEvaluated",
        "_m.SafeguardToolUseSkipped",
        "_m.SafeguardToolUseUnavailable",
        "_m.UnknownModel",
    ]
    """Verdict on one tool call; `type` decides."""
    SafeguardToolUseTypedDict = Union[
        "_m.SafeguardToolUseEvaluatedTypedDict",
        "_m.SafeguardToolUseSkippedTypedDict",
        "_m.SafeguardToolUseUnavailableTypedDict",
    ]

parse_safeguard_tool_use: Dispatch[SafeguardToolUse] = Dispatch(
    _m,
    "type",
    {
        "evaluated": "SafeguardToolUseEvaluated",
        "skipped": "SafeguardToolUseSkipped",
        "unavailable": "SafeguardToolUseUnavailable",
    },
    None,
)
"""Read a SafeguardToolUse by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "SafeguardToolUse":
            return parse_safeguard_tool_use.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
