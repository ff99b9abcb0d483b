"""Calls that type checkers must take as they stand, with the types they must see in them."""

from __future__ import annotations

from typing import Literal, assert_type

from openrouter_sdk import (
    BackoffStrategy,
    ChatResult,
    ChatStreamChunk,
    EventStream,
    EventStreamAsync,
    OpenRouter,
    RetryConfig,
    RetryEvent,
    components,
    errors,
    models,
    utils,
)

MODEL = "maker/model"


def messages_of_every_shape(client: OpenRouter) -> None:
    client.chat.send(model=MODEL, messages=[{"role": "user", "content": "Hi"}])
    client.chat.send(
        model=MODEL, messages=({"role": "system", "content": "Be short"}, {"role": "user", "content": "Hi"})
    )
    client.chat.send(
        model=MODEL, messages=[models.ChatUserMessage(content="Hi"), {"role": "assistant", "content": None}]
    )
    client.chat.send(
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "What is this?", "cache_control": {"type": "ephemeral"}},
                    {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA==", "detail": "low"}},
                    {"type": "input_audio", "input_audio": {"data": "AA==", "format": "wav"}},
                    models.ChatContentText(text="Well?"),
                ],
            },
            {
                "role": "assistant",
                "content": None,
                "tool_calls": [{"id": "1", "type": "function", "function": {"name": "look", "arguments": "{}"}}],
            },
            {"role": "tool", "tool_call_id": "1", "content": "A cat"},
            {"role": "developer", "content": "Say it in French"},
        ],
    )
    typed: list[models.ChatMessagesTypedDict] = []
    typed.append({"role": "user", "content": "Hi"})
    client.chat.send(messages=typed)
    older: list[components.MessageTypedDict] = [{"role": "user", "content": "Hi"}]
    client.chat.send(messages=older)
    mixed: list[models.ChatMessages | models.ChatMessagesTypedDict] = [*typed]
    mixed.append(client.chat.send(messages=mixed).message)
    built: tuple[models.ChatUserMessage, ...] = (models.ChatUserMessage(content="Hi"),)
    client.chat.send(messages=built)


def every_kind_of_argument(client: OpenRouter) -> None:
    result = client.chat.send(
        model=MODEL,
        models=("a/b", "c/d"),
        messages=[],
        temperature=1,
        stop="\n",
        seed=7,
        tools=[
            {
                "type": "function",
                "function": {"name": "look", "description": "Look", "parameters": {"type": "object", "properties": {}}},
            },
            {"type": "openrouter:web_search", "parameters": {"max_results": 3}},
        ],
        tool_choice={"type": "function", "function": {"name": "look"}},
        response_format={"type": "json_schema", "json_schema": {"name": "answer", "schema": {"type": "object"}}},
        provider={"order": ["maker"], "allow_fallbacks": False, "max_price": {"prompt": "0.5", "completion": 1}},
        reasoning={"effort": "high", "exclude": True},
        plugins=[{"id": "web", "max_results": 2}],
        logit_bias={"50256": -100},
        metadata={"user": "7"},
        modalities=["text", "image"],
        usage={"include": True},
        http_headers={"X-Trace": "1"},
        extra_body={"brand_new": {"anything": [1]}},
        http_referer="https://app.example",
        x_open_router_title="App",
        retries=RetryConfig("backoff", BackoffStrategy(500, 8000, 2.0, 60000), retry_connection_errors=True),
        timeout_ms=30_000,
        timeout=5,
        server_url="http://127.0.0.1:8080/api/v1",
    )
    assert_type(result, ChatResult)
    client.chat.send(messages=[], retries=0)
    client.chat.send(messages=[], retries=None, stop=["a", "b"], provider=models.ProviderPreferences(sort="price"))
    client.chat.send(messages=[], reasoning=models.ChatRequestReasoning(effort="brand-new"), tool_choice="auto")


def streaming_narrows(client: OpenRouter, flag: bool, off: Literal[False]) -> None:
    assert_type(client.chat.send(messages=[]), ChatResult)
    assert_type(client.chat.send(messages=[], stream=False), ChatResult)
    assert_type(client.chat.send(messages=[], stream=off), ChatResult)
    assert_type(client.chat.send(messages=[], stream=True), EventStream[ChatStreamChunk])
    assert_type(client.chat.send(messages=[], stream=flag), ChatResult | EventStream[ChatStreamChunk])
    assert_type(client.chat(messages=[]), ChatResult)
    assert_type(client.chat(messages=[], stream=False), ChatResult)
    assert_type(client.chat(messages=[], stream=True), EventStream[ChatStreamChunk])
    assert_type(client.chat(messages=[], stream=flag), ChatResult | EventStream[ChatStreamChunk])


async def streaming_narrows_async(client: OpenRouter, flag: bool) -> None:
    assert_type(await client.chat.send_async(messages=[]), ChatResult)
    assert_type(await client.chat.send_async(messages=[], stream=False), ChatResult)
    assert_type(await client.chat.send_async(messages=[], stream=True), EventStreamAsync[ChatStreamChunk])
    assert_type(await client.chat.send_async(messages=[], stream=flag), ChatResult | EventStreamAsync[ChatStreamChunk])
    either = await client.chat.send_async(messages=[], stream=flag)
    async with either as answer:
        async for part in answer:
            assert_type(part, ChatResult | ChatStreamChunk)
            assert_type(part.text, str)


def failures(client: OpenRouter) -> float | None:
    try:
        client.chat.send(messages=[])
    except errors.TooManyRequestsResponseError as error:
        assert_type(error.retry_after, float | None)
        return error.retry_after
    except errors.ChatError as error:
        print(error.status_code, error.code, error.error_type, error.metadata.get("provider_name"), error.partial)
    except (errors.RequestTimedOutError, errors.NoResponseError, errors.StreamInterruptedError) as error:
        print(error.message, error.attempts, error.http_status, error.generation_id)
    except errors.OpenRouterError:
        raise
    return None


def give_key() -> str:
    return "key"


async def give_key_later() -> str:
    return "key"


def watch(event: RetryEvent) -> None:
    print(event)


async def clients() -> None:
    config = utils.RetryConfig("backoff", utils.BackoffStrategy(500, 60000, 1.5, 3600000), True)
    with OpenRouter() as client, OpenRouter("key") as other, OpenRouter(api_key=give_key, on_retry=watch) as third:
        assert_type(client, OpenRouter)
        print(other, third)
    async with OpenRouter(api_key=give_key_later, retry_config=config, timeout=10, idle_timeout=None) as later:
        assert_type(later, OpenRouter)
    OpenRouter(retry_config=None, http_referer="https://app.example").close()
