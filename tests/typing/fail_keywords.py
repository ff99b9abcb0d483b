"""Keywords that do not exist."""

from __future__ import annotations

import openrouter_sdk
from openrouter_sdk import BackoffStrategy, OpenRouter, components, errors, models


async def send(client: OpenRouter) -> None:
    client.chat.send(messages=[], temprature=1)  # error
    await client.chat.send_async(messages=[], maxtokens=1)  # error
    client.chat(messages=[], strem=True)  # error
    OpenRouter(apikey="key")  # error
    OpenRouter("key", "https://app.example")  # error
    models.ChatUserMessage(content="Hi", contents="Hi")  # error
    models.ChatUserMessage()  # error
    BackoffStrategy(initial=500)  # error
    models.ChatUserMesage(content="Hi")  # error
    print(openrouter_sdk.OpenRoutr, openrouter_sdk.__version__)  # error
    print(components.Massage)  # error
    print(errors.TooManyRequestsError)  # error
