"""What is around the chat, with the types that type checkers must see in it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import assert_type

from openrouter_sdk import ChatResult, HttpInfo, OpenRouter, Pager, PagerAsync, models, operations


def lists(client: OpenRouter) -> None:
    keys = client.byok.list(provider="openai", limit=10, retries=1)
    assert_type(keys, Pager[models.BYOKKey, models.ListBYOKKeysResponse])
    for key in keys:
        assert_type(key, models.BYOKKey)
        assert_type(key.declared_zdr, bool | None)
        assert_type(key.created_time, datetime | None)
    for page in keys.pages():
        assert_type(page, models.ListBYOKKeysResponse)
    assert_type(keys.first(), models.BYOKKey | None)
    for model in client.models.list(supported_parameters=["tools", "new"], sort="newest", zdr=True, min_price=0.5):
        assert_type(model, models.Model)
        assert_type(model.pricing.prompt, str)
        assert_type(model.pricing.prompt_usd, Decimal | None)
        assert_type(model.expires_on, date | None)
        assert_type(model.supported_voices, list[str])
    assert_type(client.tools.list().first(), models.ServerTool | None)


async def async_lists(client: OpenRouter) -> None:
    keys: PagerAsync[models.BYOKKey, models.ListBYOKKeysResponse] = client.byok.list_async()
    async for key in keys:
        assert_type(key, models.BYOKKey)
    assert_type(await client.models.list_async().first(), models.Model | None)


def single(client: OpenRouter, result: ChatResult) -> None:
    assert_type(client.models.get("openai", slug="gpt-4o"), models.ModelResponse)
    assert_type(client.endpoints.list("openai", "gpt-4o").data.endpoints, list[models.PublicEndpoint])
    assert_type(client.generations.get("gen", wait_s=5), models.GenerationResponse)
    assert_type(client.generations.get_generation("gen").data.usage, float)
    assert_type(client.credits.get(), models.GetCreditsResponse)
    assert_type(client.credits.get().http, HttpInfo)
    assert_type(client.api_keys.get_current().data.limit, float | None)
    assert_type(client.byok.delete("id").deleted, bool)
    assert_type(result.generation(client), models.GenerationResponse)
    assert_type(result.created_time, datetime | None)
    credit: operations.GetCreditsResponse = client.credits.get_credits()
    assert_type(credit, models.GetCreditsResponse)


def inference(client: OpenRouter) -> None:
    made = client.embeddings.create(model="a/b", input=["a"], encoding_format="base64", provider={"only": ["openai"]})
    assert_type(made.data[0].embedding, list[float] | str)
    entries: list[models.EmbeddingsInputTypedDict] = [{"content": [{"type": "text", "text": "a"}]}]
    client.embeddings.create(model="a/b", input=entries)
    client.embeddings.create(model="a/b", input=[[1, 2], [3]])
    rated = client.rerank.create(
        model="a/b", query="a", documents=["a", {"text": "b"}, models.DocumentRequest(text="c")]
    )
    assert_type(rated.results[0].relevance_score, float)


async def comforts(client: OpenRouter, result: ChatResult, model: models.Model) -> None:
    assert_type(client.models.find("a/b"), models.Model)
    assert_type(client.models.supports("a/b", "tools", "anything"), bool)
    assert_type(await client.models.context_length_async("a/b"), int | None)
    assert_type(client.models.price("a/b", result.usage), Decimal | None)
    assert_type(result.estimated_cost(model), Decimal | None)
    assert_type(result.estimated_cost(model.pricing, datetime(2026, 1, 1, tzinfo=UTC)), Decimal | None)
    assert_type(await result.generation_async(client, wait_s=None), models.GenerationResponse)


async def requests(client: OpenRouter) -> None:
    assert_type(client.request("GET", "/new", cast_to=models.ModelsCountResponse), models.ModelsCountResponse)
    assert_type(await client.request_async("POST", "/new", cast_to=ChatResult, body={"a": None}), ChatResult)
    plain = client.request("GET", "/new", query={"a": [1, 2]}, retries=None, timeout_ms=5)
    print(plain["anything"], client.request("GET", "/new", cast_to=dict)["anything"])
    client.request("PUT", "/new", body=models.ChatUserMessage(content="Hi"))


def views(client: OpenRouter) -> None:
    view = client.with_options(timeout_ms=5, retries=None, http_headers={"X-One": "1"}, idle_timeout=None)
    assert_type(view, OpenRouter)
    assert_type(view.with_options(retries=2).credits.get(), models.GetCreditsResponse)


async def first_pages(client: OpenRouter) -> None:
    assert_type(await client.byok.list_async(limit=2), models.ListBYOKKeysResponse)
    async for page in client.byok.list_async().pages():
        assert_type(page.total_count, int)
