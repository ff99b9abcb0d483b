"""What users of a sister client do works in our spelling: each row of the tables that map it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import Call, Chat, OpenRouter, testing

MODEL = "openai/gpt-4o-mini"
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")
JOKE: list[Any] = [
    {"role": "system", "content": "You are a helpful assistant."},
    {"role": "user", "content": "Tell me a joke about programming."},
]


@pytest.fixture
def client(server: testing.Server) -> Iterator[OpenRouter]:
    with OpenRouter(api_key="your_api_key", server_url=server.url) as client:
        yield client


def test_messages_and_a_model_give_an_answer(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("A byte walks into a bar."))

    response = client.chat(messages=JOKE, model=MODEL)

    assert response.text == "A byte walks into a bar."
    assert server.requests[0].json == {"messages": JOKE, "model": MODEL}


@pytest.mark.parametrize(
    "model",
    ["openai/gpt-4o-mini", "anthropic/claude-3-sonnet-20240229", "google/gemini-1.5-pro", "mistral/mistral-large"],
)
def test_a_model_is_chosen_by_provider_and_name(client: OpenRouter, server: testing.Server, model: str) -> None:
    client.chat(messages=JOKE, model=model)

    assert server.requests[0].json["model"] == model


def test_an_image_is_sent_by_its_data(client: OpenRouter, server: testing.Server, tmp_path: Path) -> None:
    (tmp_path / "image.jpg").write_bytes(JPEG)
    url = "data:image/jpeg;base64," + base64.b64encode(JPEG).decode()

    Chat(MODEL, client=client)([str(tmp_path / "image.jpg"), "What's in this image?"])
    client.chat(
        model=MODEL,
        messages=[{"role": "user", "content": [{"type": "image_url", "image_url": {"url": url}}]}],
    )

    for request in server.requests:
        assert request.json["messages"][0]["content"][0] == {"type": "image_url", "image_url": {"url": url}}


def test_the_result_of_a_function_is_a_message(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply(None, tool_calls=[{"id": "c1", "name": "get_weather", "arguments": {}}]))
    chat = Chat(MODEL, client=client)
    chat("How is the weather?")

    said = chat({"role": "tool", "tool_call_id": "c1", "content": '{"temperature": 72, "condition": "sunny"}'})

    assert "72" in said


def test_common_parameters_are_sent(client: OpenRouter, server: testing.Server) -> None:
    client.chat(messages=JOKE, model=MODEL, temperature=0.7, max_tokens=100, stream=False)
    Chat(MODEL, client=client, temperature=0.7, max_tokens=100)("Hi")

    for request in server.requests:
        assert (request.json["temperature"], request.json["max_tokens"]) == (0.7, 100)


def test_provider_keys_are_refused_and_the_place_for_them_is_named(client: OpenRouter, server: testing.Server) -> None:
    asks: list[Any] = [
        lambda **key: client.chat(messages=JOKE, model=MODEL, **key),
        lambda **key: Chat(MODEL, **key),
        lambda **key: Call(MODEL, **key),
        lambda **key: Chat(MODEL, client=client)("Hello!", **key),
        lambda **key: Chat(MODEL, client=client).stream("Hello!", **key),
    ]
    for ask in asks:
        with pytest.raises(TypeError, match="OpenRouter account, under Settings, Integrations") as caught:
            ask(byok_api_key="sk-your-key")
        assert "sk-your-key" not in str(caught.value)

    assert server.requests == []


def test_a_story_streams(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("Once upon a time."), testing.reply("Once upon a time."))

    by_chunks = [chunk.text for chunk in client.chat(messages=JOKE, model=MODEL, stream=True) if chunk.text]
    by_pieces = list(Chat(MODEL, client=client).stream("Tell me a story."))

    assert by_chunks == by_pieces == ["Once", " upon", " a", " time."]


def test_a_conversation_is_kept(client: OpenRouter, server: testing.Server) -> None:
    messages: list[Any] = [{"role": "system", "content": "You are a helpful assistant."}]
    chat = Chat(MODEL, system="You are a helpful assistant.", client=client)

    for question in ("Hello, who are you?", "What can you help me with?"):
        messages.append({"role": "user", "content": question})
        response: Any = client.chat(messages=messages, model=MODEL)
        said = response["choices"][0]["message"]["content"]
        messages.append({"role": "assistant", "content": said})
        assert chat(question) == said

    assert chat.history == messages


def test_the_answer_tells_what_theirs_tells(client: OpenRouter, server: testing.Server) -> None:
    usage = {"prompt_tokens": 24, "completion_tokens": 7, "total_tokens": 31, "cost": 7.8e-06}
    server.enqueue(testing.reply("The capital of France is Paris.", usage=usage, provider="OpenAI"))
    chat = Chat(MODEL, client=client)

    data = chat("What is the capital of France?")
    response, turn = chat.last, chat.turns[-1]

    assert response is not None
    assert data == response.text == "The capital of France is Paris."
    assert (response.provider, response.model, response.finish_reason) == ("OpenAI", MODEL, "stop")
    assert response.id
    assert response.created
    assert response.http.elapsed_ms >= 0
    assert (turn.prompt_tokens, turn.completion_tokens, turn.total_tokens, turn.cost) == (24, 7, 31, 7.8e-06)
    assert (turn.cached_tokens, turn.cache_write_tokens, turn.reasoning_tokens) == (0, 0, 0)
    assert response.usage is not None
    assert response.usage.cost_details is not None
    assert response.to_dict()["choices"][0]["message"]["content"] == data
