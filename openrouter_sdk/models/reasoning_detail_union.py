# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    ReasoningDetailUnion = Union[
        "_m.ReasoningDetailText",
        "_m.ReasoningDetailSummary",
        "_m.ReasoningDetailEncrypted",
        "_m.ReasoningDetailServerToolCall",
        "_m.UnknownModel",
    ]
    """A record of thinking; `type` decides. Send it back unchanged, unknown keys included."""
    ReasoningDetailUnionTypedDict = Union[
        "_m.ReasoningDetailTextTypedDict",
        "_m.ReasoningDetailSummaryTypedDict",
        "_m.ReasoningDetailEncryptedTypedDict",
        "_m.ReasoningDetailServerToolCallTypedDict",
    ]

parse_reasoning_detail_union: Dispatch[ReasoningDetailUnion] = Dispatch(
    _m,
    "type",
    {
        "reasoning.text": "ReasoningDetailText",
        "reasoning.summary": "ReasoningDetailSummary",
        "reasoning.encrypted": "ReasoningDetailEncrypted",
        "reasoning.server_tool_call": "ReasoningDetailServerToolCall",
    },
    None,
)
"""Read a ReasoningDetailUnion by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "ReasoningDetailUnion":
            return parse_reasoning_detail_union.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
