"""Reading answers for what they do not hold."""

from __future__ import annotations

from openrouter_sdk import ChatResult, ChatStreamChunk, OpenRouter, models


def read(client: OpenRouter, result: ChatResult, chunk: ChatStreamChunk) -> None:
    print(result.txt)  # type: ignore[attr-defined]
    print(result.usage.cost)  # type: ignore[union-attr]
    print(result.text + result.cost)  # type: ignore[operator]
    print(result.choices[0].delta)  # type: ignore[attr-defined]
    print(chunk.choices[0].message)  # type: ignore[attr-defined]
    print(chunk.choices[0].delta.content.upper())  # type: ignore[union-attr]
    print(result.message.content.upper())  # type: ignore[union-attr]
    for _ in chunk:  # type: ignore[attr-defined]
        pass
    client.chat.send(messages=[]).text_deltas()  # type: ignore[attr-defined]
    client.chat.send(messages=[], stream=True).text.upper()  # type: ignore[attr-defined]
    print(result.usage is models.UNSET)  # type: ignore[attr-defined]
    result.usage = "much"  # type: ignore[assignment]


async def read_async(client: OpenRouter) -> None:
    client.chat.send_async(messages=[]).text.upper()  # type: ignore[attr-defined]
    for _ in await client.chat.send_async(messages=[], stream=True):  # type: ignore[attr-defined]
        pass
