# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    ChatToolChoiceObject = Union["_m.ChatNamedToolChoice", "_m.ChatServerToolChoice", "_m.UnknownModel"]
    """The tool that must be used; `type` decides."""
    ChatToolChoiceObjectTypedDict = Union[
        "_m.ChatNamedToolChoiceTypedDict",
        "_m.ChatServerToolChoiceTypedDict",
    ]

parse_chat_tool_choice_object: Dispatch[ChatToolChoiceObject] = Dispatch(
    _m,
    "type",
    {
        "function": "ChatNamedToolChoice",
    },
    "ChatServerToolChoice",
)
"""Read a ChatToolChoiceObject by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "ChatToolChoiceObject":
            return parse_chat_tool_choice_object.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
