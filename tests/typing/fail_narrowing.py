"""Members of a union are told apart before they are used."""

from __future__ import annotations

from openrouter_sdk import models


def read(message: models.ChatMessages, part: models.ChatContentItems) -> None:
    print(message.tool_call_id)  # error
    print(part.text)  # error
    if message.role == "user":
        print(message.tool_calls)  # error
    if part.type == "text":
        print(part.image_url)  # error
