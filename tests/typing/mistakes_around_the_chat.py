"""Mistakes around the chat."""

from __future__ import annotations

from openrouter_sdk import ChatResult, OpenRouter, models, operations


async def mistakes(client: OpenRouter, result: ChatResult, model: models.Model) -> None:
    client.models.list(limt=3)  # type: ignore[arg-type]
    client.models.list(limit="3")  # type: ignore[arg-type]
    client.models.list(zdr="true")  # type: ignore[arg-type]
    client.models.get("openai")  # type: ignore[call-arg]
    client.models.get("openai", slug=4)  # type: ignore[arg-type]
    await client.byok.create_async(provider="openai")  # type: ignore[call-arg]
    client.byok.create(provider="openai", key=b"secret")  # type: ignore[arg-type]
    client.byok.update(name="mine")  # type: ignore[call-arg]
    client.rerank.create(model="a/b", query="a", documents=[{"txt": "a"}])  # type: ignore[list-item]
    client.embeddings.create(model="a/b", input=1)  # type: ignore[arg-type]
    client.generations.get("gen", wait_ms=5)  # type: ignore[arg-type]
    client.generations.fetch("gen")  # type: ignore[attr-defined]
    client.chat.send(messages=[], wait_s=5)  # type: ignore[call-overload]
    print(list(client.byok.list_async()))  # type: ignore[call-overload]
    print(model.pricing.prompt_usd + 1)  # type: ignore[operator]
    result.generation()  # type: ignore[call-arg]
    print(operations.GetCreditResponse)  # type: ignore[attr-defined]
    client.request("GET", "/new", cast_to=list)  # type: ignore[type-var]
    client.request("GET", "/new", quer={})  # type: ignore[call-overload]
    client.request("GET", "/new", cast_to=models.Model).pricing.prompt + 1  # type: ignore[operator]
    client.with_options(api_key="other")  # type: ignore[arg-type]
    client.with_options(retries="3")  # type: ignore[arg-type]
