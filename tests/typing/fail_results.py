"""Reading answers for what they do not hold."""

from __future__ import annotations

from openrouter_sdk import ChatResult, ChatStreamChunk, OpenRouter, models


def read(client: OpenRouter, result: ChatResult, chunk: ChatStreamChunk) -> None:
    print(result.txt)  # error
    print(result.usage.cost)  # error
    print(result.text + result.cost)  # error
    print(result.choices[0].delta)  # error
    print(chunk.choices[0].message)  # error
    print(chunk.choices[0].delta.content.upper())  # error
    print(result.message.content.upper())  # error
    for _ in chunk:  # error
        pass
    client.chat.send(messages=[]).text_deltas()  # error
    client.chat.send(messages=[], stream=True).text.upper()  # error
    print(result.usage is models.UNSET)  # error
    result.usage = "much"  # error


async def read_async(client: OpenRouter) -> None:
    client.chat.send_async(messages=[]).text.upper()  # error
    for _ in await client.chat.send_async(messages=[], stream=True):  # error
        pass
