"""What checkers refuse of parsed calls."""

from __future__ import annotations

from dataclasses import dataclass

from openrouter_sdk import OpenRouter


@dataclass
class Invoice:
    number: str


def refused(client: OpenRouter) -> None:
    client.chat.parse(messages=[])  # type: ignore[call-overload]
    client.chat.parse(messages=[], response_format=Invoice("1"))  # type: ignore[call-overload]
    client.chat.parse(messages=[], response_format={"type": "json_object"})  # type: ignore[call-overload]
    client.chat.parse(messages=[], response_format=Invoice, repairs="1")  # type: ignore[call-overload]
    client.chat.parse(messages=[], response_format=Invoice, repair=1)  # type: ignore[call-overload]
    client.chat.send(messages=[], response_format=Invoice("1"))  # type: ignore[call-overload]
    number: int = client.chat.parse(messages=[], response_format=Invoice).parsed.number  # type: ignore[assignment]
    text: str = client.chat.send(messages=[]).parse(Invoice)  # type: ignore[assignment]
    print(number, text)
