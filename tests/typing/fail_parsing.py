"""What a checker refuses of parsed calls; each line with a mark must be refused, and no other."""

from __future__ import annotations

from dataclasses import dataclass

from openrouter_sdk import OpenRouter


@dataclass
class Invoice:
    number: str


def refused(client: OpenRouter) -> None:
    client.chat.parse(messages=[])  # error
    client.chat.parse(messages=[], response_format=Invoice("1"))  # error
    client.chat.parse(messages=[], response_format={"type": "json_object"})  # error
    client.chat.parse(messages=[], response_format=Invoice, repairs="1")  # error
    client.chat.parse(messages=[], response_format=Invoice, repair=1)  # error
    client.chat.send(messages=[], response_format=Invoice("1"))  # error
    number: int = client.chat.parse(messages=[], response_format=Invoice).parsed.number  # error
    text: str = client.chat.send(messages=[]).parse(Invoice)  # error
    print(number, text)
