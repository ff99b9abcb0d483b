# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    ChatContentItems = Union[
        "_m.ChatContentText",
        "_m.ChatContentImage",
        "_m.ChatContentAudio",
        "_m.ChatContentVideo",
        "_m.LegacyChatContentVideo",
        "_m.ChatContentFile",
        "_m.UnknownModel",
    ]
    """One part of a message; `type` decides its form."""
    ChatContentItemsTypedDict = Union[
        "_m.ChatContentTextTypedDict",
        "_m.ChatContentImageTypedDict",
        "_m.ChatContentAudioTypedDict",
        "_m.ChatContentVideoTypedDict",
        "_m.LegacyChatContentVideoTypedDict",
        "_m.ChatContentFileTypedDict",
    ]

parse_chat_content_items: Dispatch[ChatContentItems] = Dispatch(
    _m,
    "type",
    {
        "text": "ChatContentText",
        "image_url": "ChatContentImage",
        "input_audio": "ChatContentAudio",
        "video_url": "ChatContentVideo",
        "input_video": "LegacyChatContentVideo",
        "file": "ChatContentFile",
    },
    None,
)
"""Read a ChatContentItems by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "ChatContentItems":
            return parse_chat_content_items.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
