"""The emulated catalogue: filters, orders, pages, vectors, ratings, tools."""

from __future__ import annotations

import base64
import math
import struct
from urllib.parse import urlsplit

import pytest

from openrouter_sdk.testing._api.contract import operations

FILTERS = [
    ({"q": "CLAUDE"}, {"anthropic/claude-sonnet-4.5", "~anthropic/claude-sonnet-latest"}),
    ({"category": "finance"}, {"anthropic/claude-sonnet-4.5"}),
    ({"supported_parameters": "reasoning,tools", "model_authors": "openai"}, {"openai/gpt-5-mini"}),
    ({"output_modalities": "embeddings", "providers": "Google AI Studio"}, {"google/gemini-embedding-001"}),
    ({"output_modalities": "image"}, {"google/gemini-2.5-flash-image"}),
    ({"input_modalities": "audio"}, {"emulated/echo"}),
    ({"context": "400000", "arch": "gpt"}, {"openai/gpt-5-mini"}),
    ({"min_price": "2.5", "max_price": "2.5"}, {"openai/gpt-4o"}),
    ({"max_price": "0"}, {"meta-llama/llama-3.3-70b-instruct:free"}),
    ({"min_output_price": "10", "max_output_price": "10"}, {"openai/gpt-4o"}),
    ({"distillable": "true", "providers": "mistral"}, {"mistralai/mistral-small-3.2-24b-instruct"}),
    ({"distillable": "false", "arch": "GPT"}, {"openai/gpt-4o", "openai/gpt-4o-mini", "openai/gpt-5-mini"}),
    ({"zdr": "true", "arch": "GPT"}, {"openai/gpt-4o", "openai/gpt-4o-mini"}),
    ({"region": "eu", "arch": "GPT"}, {"openai/gpt-4o", "openai/gpt-4o-mini"}),
    ({"max_age_days": "1"}, {"emulated/echo"}),
    ({"min_age_days": "500"}, {"openai/gpt-4o", "openai/gpt-4o-mini"}),
    ({"min_intelligence_index": "42"}, {"anthropic/claude-sonnet-4.5"}),
    ({"max_intelligence_index": "10"}, {"emulated/echo"}),
    ({"min_coding_index": "38"}, {"anthropic/claude-sonnet-4.5"}),
    ({"max_coding_index": "10.7"}, {"meta-llama/llama-3.3-70b-instruct"}),
    ({"min_agentic_index": "50"}, {"anthropic/claude-sonnet-4.5"}),
    ({"max_agentic_index": "8"}, {"emulated/echo"}),
    ({"min_tool_success_rate": "0.99"}, {"anthropic/claude-sonnet-4.5", "emulated/echo"}),
    ({"max_tool_success_rate": "0.88"}, {"meta-llama/llama-3.3-70b-instruct"}),
]
OF_EVERY_LIST = {"offset", "limit", "sort"}


def ids(response):
    assert response.is_success, response.text
    return [model["id"] for model in response.json()["data"]]


@pytest.mark.parametrize(("query", "found"), FILTERS)
def test_a_filter_leaves_the_models_it_asks_for(caller, query, found):
    assert {*ids(caller.http.get("/models", params=query))} == found


def test_every_filter_of_the_contract_is_tried():
    listing = next(operation for operation in operations() if operation.name == "models.list")
    parameters = {parameter["name"] for parameter in listing.query_parameters}

    assert {name for query, _ in FILTERS for name in query} == parameters - OF_EVERY_LIST
    assert len(parameters - OF_EVERY_LIST) == 26


def test_without_a_filter_only_models_that_answer_in_text_are_listed(caller):
    usual, every = (caller.http.get("/models", params=query).json() for query in ({}, {"output_modalities": "all"}))

    assert all("text" in model["architecture"]["output_modalities"] for model in usual["data"])
    assert every["total_count"] > usual["total_count"]


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("newest", "emulated/echo"),
        ("pricing-low-to-high", "meta-llama/llama-3.3-70b-instruct:free"),
        ("pricing-high-to-low", "anthropic/claude-sonnet-4.5"),
        ("context-high-to-low", "anthropic/claude-sonnet-4.5"),
        ("intelligence-high-to-low", "anthropic/claude-sonnet-4.5"),
        ("coding-high-to-low", "anthropic/claude-sonnet-4.5"),
        ("agentic-high-to-low", "anthropic/claude-sonnet-4.5"),
        ("an-order-of-tomorrow", "emulated/echo"),
    ],
)
def test_models_come_in_the_order_that_is_asked_for(caller, order, first):
    assert ids(caller.http.get("/models", params={"sort": order}))[0] == first


@pytest.mark.parametrize("path", ["/models", "/models/user", "/embeddings/models", "/tools"])
def test_the_links_of_a_list_lead_through_all_of_it(caller, path):
    whole = caller.http.get(path).json()
    page = caller.http.get(path, params={"limit": 1}).json()
    seen = page["data"]
    while page["links"]["next"]:
        page = caller.http.get(f"{path}?{urlsplit(page['links']['next']).query}").json()
        seen += page["data"]

    assert seen == whole["data"]
    assert len(seen) == whole["total_count"] > 1
    assert whole["links"]["next"] is None


def test_a_filter_holds_on_the_next_page_too(caller):
    page = caller.http.get("/models", params={"limit": 1, "arch": "GPT", "supported_parameters": ["tools,seed"]}).json()

    following = caller.http.get(f"/models?{urlsplit(page['links']['next']).query}").json()

    assert {model["architecture"]["tokenizer"] for model in page["data"] + following["data"]} == {"GPT"}
    assert page["total_count"] == following["total_count"] == 3


def test_the_count_is_that_of_the_list(caller):
    for query in ({}, {"output_modalities": "all"}, {"output_modalities": "embeddings"}):
        counted = caller.http.get("/models/count", params=query).json()["data"]["count"]

        assert counted == caller.http.get("/models", params=query).json()["total_count"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("openai/gpt-4o", "openai/gpt-4o"),
        ("openai/gpt-4o:nitro", "openai/gpt-4o"),
        ("meta-llama/llama-3.3-70b-instruct:free", "meta-llama/llama-3.3-70b-instruct:free"),
        ("~anthropic/claude-sonnet-latest", "~anthropic/claude-sonnet-latest"),
    ],
)
def test_a_model_is_found_by_its_id_a_variant_or_an_alias(caller, asked, found):
    assert caller.http.get(f"/model/{asked}").json()["data"]["id"] == found


def test_an_alias_tells_its_target_and_has_the_endpoints_of_it(caller):
    alias = caller.http.get("/model/~anthropic/claude-sonnet-latest").json()["data"]
    served = caller.http.get("/models/~anthropic/claude-sonnet-latest/endpoints").json()["data"]

    assert alias["alias_target"]["slug"] == served["endpoints"][0]["model_id"] == "anthropic/claude-sonnet-4.5"


def test_how_an_endpoint_did_is_told_to_keys_only(caller):
    path = "/models/openai/gpt-4o/endpoints"
    told, hidden = caller.http.get(path), caller.http.get(path, headers={"Authorization": ""})

    assert told.json()["data"]["endpoints"][0]["latency_last_30m"]["p50"] > 0
    assert hidden.json()["data"]["endpoints"][0]["latency_last_30m"] is None


def test_endpoints_without_data_retention_leave_out_those_with(caller):
    providers = {one["provider_name"] for one in caller.http.get("/endpoints/zdr").json()["data"]}

    assert "Azure" in providers
    assert "OpenAI" not in providers


def embed(caller, given, **options):
    body = {"model": "openai/text-embedding-3-small", "input": given, **options}
    response = caller.http.post("/embeddings", json=body)
    assert response.is_success, response.text
    return [one["embedding"] for one in response.json()["data"]]


def alike(one, other):
    return sum(a * b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ("a text", 1),
        (["one", "two"], 2),
        ([1, 2, 3], 1),
        ([[1, 2], [3]], 2),
        ([{"content": [{"type": "text", "text": "a"}, {"type": "image_url", "image_url": {"url": "u"}}]}], 1),
    ],
)
def test_each_input_becomes_a_vector_of_length_1(caller, given, count):
    vectors = embed(caller, given)

    assert len(vectors) == count
    assert all(math.isclose(math.hypot(*vector), 1) for vector in vectors)


def test_alike_texts_have_alike_vectors(caller):
    base, near, far = embed(caller, ["the cat sat here", "the cat sat there", "stock prices fell again"])

    assert alike(base, near) > 0.5 > alike(base, far)


def test_vectors_have_the_wanted_length_and_form(caller):
    plain = embed(caller, "a b c", dimensions=8)[0]
    packed = embed(caller, "a b c", dimensions=8, encoding_format="base64")[0]

    assert struct.unpack("<8f", base64.b64decode(packed)) == pytest.approx(plain)


def test_a_model_gives_only_what_it_can(caller):
    refused = caller.http.post("/embeddings", json={"model": "openai/gpt-4o", "input": "a"})

    assert refused.status_code == 404


def test_documents_come_best_first(caller):
    documents = ["dogs bark", {"text": "cats and dogs sleep"}, "fish swim"]
    body = {"model": "cohere/rerank-v3.5", "query": "cats sleep", "documents": documents}

    best = caller.http.post("/rerank", json=body).json()["results"]
    two = caller.http.post("/rerank", json={**body, "top_n": 2}).json()["results"]

    assert [one["index"] for one in best] == [1, 0, 2]
    assert [one["relevance_score"] for one in best] == [1.0, 0.0, 0.0]
    assert best[1]["document"] == {"text": "dogs bark"}
    assert two == best[:2]


def test_a_tool_is_found_under_its_alias_by_way_of_its_name(caller):
    moved = caller.http.get("/tools/web_search_20250305")
    found = caller.http.get("/tools/web_search_20250305", follow_redirects=True)

    assert (moved.status_code, moved.headers["location"]) == (308, "/api/v1/tools/openrouter:web_search")
    assert found.json()["data"]["id"] == "openrouter:web_search"
    assert found.json()["data"]["native_support"]["models"]
