# Code generated from openapi.yaml by `make generate`: do not edit.
"""The return type of `chat.send` under the official SDK's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from . import models

if TYPE_CHECKING:
    from typing import TypeAlias

    from .custom.stream import EventStream, EventStreamAsync

    SendChatCompletionRequestResponse: TypeAlias = (
        "models.ChatResult" | "EventStream[models.ChatStreamChunk]" | "EventStreamAsync[models.ChatStreamChunk]"
    )

__all__ = ["SendChatCompletionRequestResponse"]


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name != "SendChatCompletionRequestResponse":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import openrouter_sdk as sdk  # lazy: only for who asks for the name

        union: Any = Union
        return union[
            models.ChatResult,
            sdk.EventStream[models.ChatStreamChunk],
            sdk.EventStreamAsync[models.ChatStreamChunk],
        ]


def __dir__() -> list[str]:
    return __all__
