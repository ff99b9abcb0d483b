"""Messages that no model can read."""

from __future__ import annotations

from openrouter_sdk import OpenRouter, models


def send(client: OpenRouter, untyped: list[dict[str, str]]) -> None:
    client.chat.send(messages=[{"role": "user", "content": 5}])  # error
    client.chat.send(messages=[{"role": "oracle", "content": "Hi"}])  # error
    client.chat.send(messages=[{"role": "user"}])  # error
    client.chat.send(messages=[{"role": "tool", "content": "A cat"}])  # error
    client.chat.send(messages=[{"role": "user", "content": [{"type": "text", "txt": "Hi"}]}])  # error
    client.chat.send(messages=[{"role": "user", "content": [{"type": "image_url", "image_url": "a.png"}]}])  # error
    client.chat.send(messages=[{"role": "user", "content": "Hi", "colour": "red"}])  # error
    client.chat.send(messages=untyped)  # error
    client.chat.send(messages="Hi")  # error
    client.chat.send(messages=["Hi"])  # error
    client.chat.send()  # error
    client.chat.send(messages=[models.ChatContentText(text="Hi")])  # error
    client.chat.send([{"role": "user", "content": "Hi"}])  # error
