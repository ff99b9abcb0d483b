# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    ChatMessages = Union[
        "_m.ChatSystemMessage",
        "_m.ChatDeveloperMessage",
        "_m.ChatUserMessage",
        "_m.ChatAssistantMessage",
        "_m.ChatToolMessage",
        "_m.UnknownModel",
    ]
    """One message of a conversation; `role` decides its form."""
    ChatMessagesTypedDict = Union[
        "_m.ChatSystemMessageTypedDict",
        "_m.ChatDeveloperMessageTypedDict",
        "_m.ChatUserMessageTypedDict",
        "_m.ChatAssistantMessageTypedDict",
        "_m.ChatToolMessageTypedDict",
    ]

parse_chat_messages: Dispatch[ChatMessages] = Dispatch(
    _m,
    "role",
    {
        "system": "ChatSystemMessage",
        "developer": "ChatDeveloperMessage",
        "user": "ChatUserMessage",
        "assistant": "ChatAssistantMessage",
        "tool": "ChatToolMessage",
    },
    None,
)
"""Read a ChatMessages by its `role`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "ChatMessages":
            return parse_chat_messages.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
