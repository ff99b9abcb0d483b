"""Mistakes around the chat."""

from __future__ import annotations

from openrouter_sdk import ChatResult, OpenRouter, models, operations


async def mistakes(client: OpenRouter, result: ChatResult, model: models.Model) -> None:
    client.models.list(limt=3)  # error
    client.models.list(limit="3")  # error
    client.models.list(zdr="true")  # error
    client.models.get("openai")  # error
    client.models.get("openai", slug=4)  # error
    await client.byok.create_async(provider="openai")  # error
    client.byok.create(provider="openai", key=b"secret")  # error
    client.byok.update(name="mine")  # error
    client.rerank.create(model="a/b", query="a", documents=[{"txt": "a"}])  # error
    client.embeddings.create(model="a/b", input=1)  # error
    client.generations.get("gen", wait_ms=5)  # error
    client.generations.fetch("gen")  # error
    client.chat.send(messages=[], wait_s=5)  # error
    print(list(client.byok.list_async()))  # error
    print(model.pricing.prompt_usd + 1)  # error
    result.generation()  # error
    print(operations.GetCreditResponse)  # error
    client.request("GET", "/new", cast_to=list)  # error
    client.request("GET", "/new", quer={})  # error
    client.request("GET", "/new", cast_to=models.Model).pricing.prompt + 1  # error
    client.with_options(api_key="other")  # error
    client.with_options(retries="3")  # error
