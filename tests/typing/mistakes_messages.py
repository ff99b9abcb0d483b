"""Messages that no model can read."""

from __future__ import annotations

from openrouter_sdk import OpenRouter, models


def send(client: OpenRouter, untyped: list[dict[str, str]]) -> None:
    client.chat.send(messages=[{"role": "user", "content": 5}])  # type: ignore[list-item]
    client.chat.send(messages=[{"role": "oracle", "content": "Hi"}])  # type: ignore[list-item]
    client.chat.send(messages=[{"role": "user"}])  # type: ignore[list-item]
    client.chat.send(messages=[{"role": "tool", "content": "A cat"}])  # type: ignore[list-item]
    client.chat.send(messages=[{"role": "user", "content": [{"type": "text", "txt": "Hi"}]}])  # type: ignore[list-item]
    client.chat.send(messages=[{"role": "user", "content": [{"type": "image_url", "image_url": "a.png"}]}])  # type: ignore[list-item]
    client.chat.send(messages=[{"role": "user", "content": "Hi", "colour": "red"}])  # type: ignore[list-item]
    client.chat.send(messages=untyped)  # type: ignore[arg-type]
    client.chat.send(messages="Hi")  # type: ignore[arg-type]
    client.chat.send(messages=["Hi"])  # type: ignore[list-item]
    client.chat.send()  # type: ignore[call-overload]
    client.chat.send(messages=[models.ChatContentText(text="Hi")])  # type: ignore[list-item]
    client.chat.send([{"role": "user", "content": "Hi"}])  # type: ignore[call-overload]
