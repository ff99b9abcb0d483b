"""UNSET is for options that have a None of their own, and for nothing else."""

from __future__ import annotations

from openrouter_sdk import UNSET, OpenRouter, models


def send(client: OpenRouter) -> None:
    client.chat.send(messages=[], retries=UNSET)
    client.chat.send(messages=[], temperature=UNSET)  # type: ignore[call-overload]
    client.chat.send(messages=[], stream=UNSET)  # type: ignore[call-overload]
    models.ChatUserMessage(content="Hi", name=UNSET)  # type: ignore[arg-type]
    OpenRouter(api_key=UNSET)  # type: ignore[arg-type]
