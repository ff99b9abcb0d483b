"""Members of a union are told apart before they are used."""

from __future__ import annotations

from openrouter_sdk import models


def read(message: models.ChatMessages, part: models.ChatContentItems) -> None:
    print(message.tool_call_id)  # type: ignore[union-attr]
    print(part.text)  # type: ignore[union-attr]
    if message.role == "user":
        print(message.tool_calls)  # type: ignore[attr-defined]
    if part.type == "text":
        print(part.image_url)  # type: ignore[attr-defined]
