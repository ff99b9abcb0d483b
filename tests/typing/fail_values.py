"""Values of the wrong type."""

from __future__ import annotations

from openrouter_sdk import OpenRouter, RetryConfig, models


async def send(client: OpenRouter) -> None:
    client.chat.send(messages=[], temperature="warm")  # error
    client.chat.send(messages=[], models=["maker/model", 7])  # error
    client.chat.send(messages=[], stop=7)  # error
    client.chat.send(messages=[], logit_bias={"50256": "low"})  # error
    client.chat.send(messages=[], metadata={"user": 7})  # error
    client.chat.send(messages=[], provider={"allow_fallbacks": "no"})  # error
    client.chat.send(messages=[], provider={"allow_fallback": False})  # error
    client.chat.send(messages=[], reasoning={"effort": 1})  # error
    client.chat.send(messages=[], tools=[{"type": "function", "function": {"description": "no name"}}])  # error
    client.chat.send(messages=[], response_format={"type": "json_schema"})  # error
    client.chat.send(messages=[], http_headers={"X-Trace": 1})  # error
    client.chat.send(messages=[], retries="many")  # error
    await client.chat.send_async(messages=[], timeout="soon")  # error
    OpenRouter(http_backend="aio")  # error
    RetryConfig("sometimes")  # error
    models.ChatUserMessage(content=5)  # error
