"""A call of each operation of the contract: the arguments, and what goes over the wire."""

from __future__ import annotations

from typing import Any, NamedTuple

from openrouter_sdk import OpenRouter
from tests.helpers.api import Api

GENERATION = "{id of a generation}"
KEY = "{id of a provider key}"
PROVIDER_KEY = "sk-of-a-provider-0123456789"


class Case(NamedTuple):
    """A call and its request."""

    arguments: tuple[Any, ...]
    keywords: dict[str, Any]
    path: str
    query: str = ""
    body: Any = None


CASES = {
    "models.list": Case((), {"category": "programming", "limit": 40}, "/models", "category=programming"),
    "models.list_for_user": Case((), {}, "/models/user"),
    "models.count": Case((), {"output_modalities": ["text", "image"]}, "/models/count", "output_modalities=text,image"),
    "models.get": Case(("openai", "gpt-4o"), {}, "/model/openai/gpt-4o"),
    "endpoints.list": Case(("openai", "gpt-4o"), {}, "/models/openai/gpt-4o/endpoints"),
    "endpoints.list_zdr": Case((), {}, "/endpoints/zdr"),
    "providers.list": Case((), {}, "/providers"),
    "api_keys.get_current": Case((), {}, "/key"),
    "credits.get": Case((), {}, "/credits"),
    "generations.get": Case((GENERATION,), {}, "/generation", f"id={GENERATION}"),
    "generations.get_content": Case((GENERATION,), {}, "/generation/content", f"id={GENERATION}"),
    "generations.submit_feedback": Case(
        (),
        {"generation_id": GENERATION, "category": "latency", "comment": None},
        "/generation/feedback",
        body={"generation_id": GENERATION, "category": "latency"},
    ),
    "embeddings.create": Case(
        (),
        {"model": "openai/text-embedding-3-small", "input": ["Hi", "you"]},
        "/embeddings",
        body={"model": "openai/text-embedding-3-small", "input": ["Hi", "you"]},
    ),
    "embeddings.list_models": Case((), {}, "/embeddings/models"),
    "rerank.create": Case(
        (),
        {"model": "cohere/rerank-v3.5", "query": "a", "documents": ["a b", {"text": "c"}], "top_n": 1},
        "/rerank",
        body={"model": "cohere/rerank-v3.5", "query": "a", "documents": ["a b", {"text": "c"}], "top_n": 1},
    ),
    "byok.list": Case((), {"provider": "openai"}, "/byok", "provider=openai"),
    "byok.create": Case(
        (), {"provider": "openai", "key": PROVIDER_KEY}, "/byok", body={"provider": "openai", "key": PROVIDER_KEY}
    ),
    "byok.get": Case((KEY,), {}, f"/byok/{KEY}"),
    "byok.update": Case((KEY,), {"name": "mine"}, f"/byok/{KEY}", body={"name": "mine"}),
    "byok.delete": Case((KEY,), {}, f"/byok/{KEY}"),
    "tools.list": Case((), {}, "/tools"),
    "tools.get": Case(("openrouter:web_search",), {}, "/tools/openrouter:web_search"),
}


def ready(case: Case, api: Api, client: OpenRouter) -> Case:
    """The case for a generation and a provider key that the server has, if it needs one."""
    ids: dict[str, str] = {}
    if GENERATION in str(case):
        ids[GENERATION] = api.send(client).id
    if KEY in str(case):
        ids[KEY] = api.operate(client, "byok.create", provider="anthropic", key=PROVIDER_KEY).data.id

    def known(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: known(each) for key, each in value.items()}
        for placeholder, identifier in ids.items():
            value = value.replace(placeholder, identifier) if isinstance(value, str) else value
        return value

    arguments = tuple(map(known, case.arguments))
    return Case(arguments, known(case.keywords), known(case.path), known(case.query), known(case.body))
