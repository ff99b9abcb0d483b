"""Values of the wrong type."""

from __future__ import annotations

from openrouter_sdk import OpenRouter, RetryConfig, models


async def send(client: OpenRouter) -> None:
    client.chat.send(messages=[], temperature="warm")  # type: ignore[call-overload]
    client.chat.send(messages=[], models=["maker/model", 7])  # type: ignore[list-item]
    client.chat.send(messages=[], stop=7)  # type: ignore[call-overload]
    client.chat.send(messages=[], logit_bias={"50256": "low"})  # type: ignore[dict-item]
    client.chat.send(messages=[], metadata={"user": 7})  # type: ignore[dict-item]
    client.chat.send(messages=[], provider={"allow_fallbacks": "no"})  # type: ignore[call-overload]
    client.chat.send(messages=[], provider={"allow_fallback": False})  # type: ignore[call-overload]
    client.chat.send(messages=[], reasoning={"effort": 1})  # type: ignore[call-overload]
    client.chat.send(messages=[], tools=[{"type": "function", "function": {"description": "no name"}}])  # type: ignore[list-item]
    client.chat.send(messages=[], response_format={"type": "json_schema"})  # type: ignore[call-overload]
    client.chat.send(messages=[], http_headers={"X-Trace": 1})  # type: ignore[dict-item]
    client.chat.send(messages=[], retries="many")  # type: ignore[call-overload]
    await client.chat.send_async(messages=[], timeout="soon")  # type: ignore[call-overload]
    OpenRouter(http_backend="aio")  # type: ignore[arg-type]
    RetryConfig("sometimes")  # type: ignore[arg-type]
    models.ChatUserMessage(content=5)  # type: ignore[arg-type]
