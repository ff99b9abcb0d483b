"""Keywords that do not exist."""

from __future__ import annotations

import openrouter_sdk
from openrouter_sdk import BackoffStrategy, OpenRouter, components, errors, models


async def send(client: OpenRouter) -> None:
    client.chat.send(messages=[], temprature=1)  # type: ignore[call-overload]
    await client.chat.send_async(messages=[], maxtokens=1)  # type: ignore[call-overload]
    client.chat(messages=[], strem=True)  # type: ignore[call-overload]
    OpenRouter(apikey="key")  # type: ignore[arg-type]
    OpenRouter("key", "https://app.example")  # type: ignore[call-arg]
    models.ChatUserMessage(content="Hi", contents="Hi")  # type: ignore[call-arg]
    models.ChatUserMessage()  # type: ignore[call-arg]
    BackoffStrategy(initial=500)  # type: ignore[call-arg]
    models.ChatUserMesage(content="Hi")  # type: ignore[attr-defined]
    print(openrouter_sdk.OpenRoutr, openrouter_sdk.__version__)  # type: ignore[attr-defined]
    print(components.Massage)  # type: ignore[attr-defined]
    print(errors.TooManyRequestsError)  # type: ignore[attr-defined]
