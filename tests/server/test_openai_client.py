"""The OpenAI SDK works against the emulated server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from openrouter_sdk import testing
from tests.helpers.eventual import Eventual

openai = Eventual("openai")
ASK = [{"role": "user", "content": "Hello big world"}]
TOOLS = [{"type": "function", "function": {"name": "clock", "parameters": {"type": "object", "properties": {}}}}]


@pytest.fixture
def client(server: testing.Server) -> Iterator[Any]:
    with openai.OpenAI(base_url=server.url, api_key="test", max_retries=0) as client:
        yield client


def test_a_plain_answer(client):
    answer = client.chat.completions.create(model="m", messages=ASK)

    assert answer.choices[0].message.content == "Hello big world"
    assert answer.usage.total_tokens == 6


def test_a_stream(client):
    chunks = list(client.chat.completions.create(model="m", messages=ASK, stream=True))

    assert [chunk.choices[0].delta.content for chunk in chunks] == ["Hello", " big", " world", "", ""]
    assert chunks[-1].usage.total_tokens == 6


def test_tool_calls_there_and_back(client):
    asked = {"role": "user", "content": "call clock"}
    first = client.chat.completions.create(model="m", messages=[asked], tools=TOOLS).choices[0]
    call = first.message.tool_calls[0]
    result = {"role": "tool", "tool_call_id": call.id, "content": "noon"}
    second = client.chat.completions.create(model="m", messages=[asked, first.message, result], tools=TOOLS)

    assert (first.finish_reason, call.function.name, call.function.arguments) == ("tool_calls", "clock", "{}")
    assert second.choices[0].message.content == "The tool returned: noon"


def test_tool_calls_accumulate_from_a_stream(client):
    with client.chat.completions.stream(
        model="m", messages=[{"role": "user", "content": 'call clock {"zone": "UTC"}'}], tools=TOOLS
    ) as stream:
        final = stream.get_final_completion()

    assert final.choices[0].message.tool_calls[0].function.arguments == '{"zone": "UTC"}'


def test_errors_have_their_class(server, client):
    server.enqueue(testing.error(429, "Slow down", headers={"Retry-After": "1"}))

    with pytest.raises(openai.RateLimitError, match="Slow down"):
        client.chat.completions.create(model="m", messages=ASK)


def test_the_asynchronous_client_does_both(server):
    async def run() -> tuple[str, list[str]]:
        async with openai.AsyncOpenAI(base_url=server.url, api_key="test") as client:
            answer = await client.chat.completions.create(model="m", messages=ASK)
            stream = await client.chat.completions.create(model="m", messages=ASK, stream=True)
            return answer.choices[0].message.content, [chunk.choices[0].delta.content async for chunk in stream]

    assert asyncio.run(run()) == ("Hello big world", ["Hello", " big", " world", "", ""])
