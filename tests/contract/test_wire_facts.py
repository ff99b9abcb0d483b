"""The contract holds every fact that is known of the wire."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.contract.document import Contract, load_contract, load_document
from tests.contract.facts import Fact, complaints, facts_file, load_facts
from tests.contract.paths import find

CONTRACT = load_contract()
ALL_FACTS = load_facts()
FACTS = [fact for fact in ALL_FACTS if fact.vouched]
LEAST_FACTS = 900  # the list has 951 rows; far fewer that count mean that it was not read

needs_facts = pytest.mark.skipif(not facts_file().is_file(), reason=f"no list of wire facts at {facts_file()}")

# What a body path of the list says in another way than the contract, and why.
DIFFERENT = {
    "messages": ("wrong bound: minItems", "an empty list is sent by quick starts and answered with a proper 400"),
    "image_config.aspect_ratio": ("wrong type", "one key of an open map, so it has the type of the map's values"),
    "messages[assistant].tool_calls[].function.arguments": ("the API demands it", "answers without it are on record"),
    "tools[openrouter:bash].parameters.environment[container_reference].container_id": (
        "wrong bound: maxLen=20",
        "sources disagree, the wider bound holds",
    ),
    "tools[openrouter:image_generation].parameters.*": ("wrong type", "unknown keys of an object are of any type"),
}

# Rows that are no fields: the path whose description has to name their values.
TOLD_ELSEWHERE = {
    "messages[*].content[image_url].image_url.data_uri_mime": "messages[*].content[image_url].image_url.url",
    "messages[*].content[video_url].video_url.data_uri_mime": "messages[user].content[video_url].video_url.url",
    "image_config.aspect_ratio": "image_config",
}

# Rows about framing: the words of the 200 response that tell them.
FRAMING = {
    "(SSE) comment line": ["Lines that start with `:` are keep-alive comments", ": OPENROUTER PROCESSING"],
    "(SSE) data: [DONE]": ["`data: [DONE]` ends the stream"],
    "(SSE) event/id/retry": ["`event`, `id` and `retry` are not used"],
    "(SSE) framing": ["a blank line follows", "lines end in LF", "CRLF"],
    "(body) leading whitespace": ["leading whitespace", "spaces or newlines"],
    "data": ["each event is one `data:` line with a JSON chunk", "[DONE]"],
}


def is_framing(fact: Fact) -> bool:
    return fact.path.startswith(("(SSE)", "(body)")) or (fact.area, fact.path) == ("chunk", "data")


def is_body(fact: Fact) -> bool:
    told = fact.path in TOLD_ELSEWHERE and fact.path not in DIFFERENT
    return not (told or is_framing(fact) or fact.area.startswith("header") or fact.path == "(HTTP) status")


def with_own_values(fact: Fact) -> Fact:
    """The fact with its values written out where the list points to another row for them."""
    if fact.values.startswith("same names as "):
        other = fact.values.removeprefix("same names as ").removesuffix("…")
        return fact._replace(values=next(row.values for row in ALL_FACTS if row.path == other))
    if fact.values == "see result…":
        return fact._replace(values=next(r.values for r in ALL_FACTS if (r.area, r.path) == ("result", fact.path)))
    return fact


def rows(wanted: Callable[[Fact], bool]) -> pytest.MarkDecorator:
    chosen = [fact for fact in FACTS if wanted(fact)]
    return pytest.mark.parametrize("fact", chosen, ids=[f"{fact.area}: {fact.path}" for fact in chosen])


def words(text: str) -> str:
    return " ".join(text.split())


@needs_facts
def test_the_list_was_read_whole() -> None:
    assert len(FACTS) >= LEAST_FACTS


@needs_facts
@pytest.mark.parametrize("area", sorted({fact.area for fact in FACTS if is_body(fact)}))
def test_the_contract_holds_the_facts(area: str) -> None:
    for fact in (fact for fact in FACTS if fact.area == area and is_body(fact)):
        found = complaints(CONTRACT, with_own_values(fact._replace(values="") if fact.path in TOLD_ELSEWHERE else fact))

        allowed, _reason = DIFFERENT.get(fact.path, ("", ""))
        assert [text for text in found if not (allowed and text.startswith(allowed))] == [], fact.path


@needs_facts
def test_every_difference_is_still_one() -> None:
    for path, (allowed, _reason) in DIFFERENT.items():
        found = [text for fact in FACTS if fact.path == path for text in complaints(CONTRACT, fact)]

        assert [text for text in found if text.startswith(allowed)] != [], path


@needs_facts
@rows(lambda fact: fact.path in TOLD_ELSEWHERE)
def test_a_description_names_the_values_of_what_is_no_field(fact: Fact) -> None:
    for place in find(CONTRACT, CONTRACT.components["ChatRequest"], TOLD_ELSEWHERE[fact.path]):
        description = CONTRACT.resolve(place)["description"]

        assert [value for value in fact.known_values if value not in words(description)] == []


@needs_facts
@rows(is_framing)
def test_the_description_of_the_answer_tells_the_framing(fact: Fact) -> None:
    description = words(CONTRACT.responses["200"]["description"])

    assert [phrase for phrase in FRAMING[fact.path] if phrase not in description] == []


@needs_facts
@rows(lambda fact: fact.path == "(HTTP) status")
def test_every_status_is_documented(fact: Fact) -> None:
    prose = CONTRACT.responses["default"]["description"]

    assert [code for code in fact.known_values if code not in CONTRACT.responses and code not in prose] == []


@needs_facts
@rows(lambda fact: fact.area.startswith("header"))
def test_the_header_is_a_parameter_or_told(fact: Fact) -> None:
    parameters = [f"{one['name']} {one['description']}" for one in CONTRACT.parameters(CONTRACT.operations()[0])]
    _, _, told = CONTRACT.document["info"]["description"].partition("## Request headers")
    request, _, response = told.partition("## Response headers")
    text = response if fact.area == "header.response" else words(" ".join([*parameters, request]))
    levels = CONTRACT.components["MetadataLevel"]["enum"]

    expected = [fact.path, *fact.values.removesuffix("…").replace(",", "|").split("|")]
    assert [word for word in expected if word not in text and word not in levels] == []


# ---- the checker itself finds what is wrong

KNOWN = {
    "temperature": Fact("request", "temperature", "number", nullable="yes", bounds="min=0; max=2"),
    "messages": Fact("request", "messages", "list<object>", required="yes"),
    "content": Fact("request.message", "messages[user].content", "string|list<object>", "yes"),
    "part": Fact("request.content", "messages[*].content[text].text", "string", "yes"),
    "effort": Fact("request.other", "reasoning.effort", "string", nullable="yes", values="high|low…"),
    "sort": Fact("request.provider", "provider.sort", "string|object", nullable="yes", values="price|throughput…"),
    "bash": Fact("request.tool", "tools[openrouter:bash].type", "string", "yes", values="openrouter:bash"),
    "tool": Fact("request.tool", "tools[].type", "string", "yes", values="function|openrouter:bash…"),
    "slug": Fact("request.provider", "provider.options.{slug}", "map<any>", values="(keys) openai|azure…"),
    "tokens": Fact("usage", "usage.completion_tokens_details.image_tokens", "integer", nullable="yes"),
    "code": Fact("error", "error.code", "integer|string", "yes", nullable="unknown", values="429|529…"),
    "trace": Fact("request.other", "trace.*", "any"),
    "result tier": Fact("result", "service_tier", "string", nullable="yes", values="standard…"),
    "chunk tier": Fact("chunk", "service_tier", "string", nullable="yes", values="standard…"),
    "ineligibility": Fact("error", "error.metadata.ineligibility_reasons", "any"),
    "endpoint count": Fact("error", "error.metadata.input_endpoint_count", "integer"),
    "cached sound": Fact("usage", "usage.cost_details.input_audio_cache_read_tokens", "number", nullable="yes"),
    **{
        f"{area} {name}": Fact(area, f"choices[].logprobs.{name}", kind, nullable="yes")
        for area in ("result", "chunk")
        for name, kind in (
            ("tokens", "list<string>"),
            ("token_logprobs", "list<number>"),
            ("top_logprobs", "list<object>"),
            ("text_offset", "list<integer>"),
        )
    },
}


def schemas(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["components"]["schemas"]
    return found


def drop(component: str, name: str) -> Callable[[dict[str, Any]], None]:
    return lambda document: schemas(document)[component]["properties"].pop(name)


def put(component: str, name: str, **keywords: object) -> Callable[[dict[str, Any]], None]:
    return lambda document: schemas(document)[component]["properties"][name].update(keywords)


def remove_value(component: str, value: str) -> Callable[[dict[str, Any]], None]:
    return lambda document: schemas(document)[component]["enum"].remove(value)


def remove_member(component: str, tag: str) -> Callable[[dict[str, Any]], None]:
    return lambda document: schemas(document)[component]["discriminator"]["mapping"].pop(tag)


def demand(component: str, *names: str) -> Callable[[dict[str, Any]], None]:
    return lambda document: schemas(document)[component].update(required=list(names))


def close(component: str) -> Callable[[dict[str, Any]], None]:
    return lambda document: schemas(document)[component].update(additionalProperties=False)


MUTATIONS = [
    ("temperature", drop("ChatRequest", "temperature"), "missing path"),
    ("temperature", put("ChatRequest", "temperature", type="number"), "closed null"),
    ("temperature", put("ChatRequest", "temperature", type=["string", "null"]), "wrong type"),
    ("temperature", put("ChatRequest", "temperature", type=["integer", "null"]), "wrong type"),
    ("temperature", put("ChatRequest", "temperature", maximum=3), "wrong bound"),
    ("temperature", demand("ChatRequest", "messages", "temperature"), "required here"),
    ("messages", demand("ChatRequest"), "the API demands it"),
    ("messages", put("ChatRequest", "messages", items={"type": "string"}), "wrong type"),
    ("part", drop("ChatToolMessage", "content"), "missing path"),
    ("content", put("ChatUserMessage", "content", anyOf=[{"type": "string"}]), "wrong type"),
    ("effort", remove_value("ReasoningEffort", "high"), "missing value 'high'"),
    ("effort", put("ChatRequestReasoning", "effort", anyOf=[{"type": "string"}]), "closed null"),
    ("sort", remove_value("ProviderSort", "price"), "missing value 'price'"),
    ("bash", remove_member("ChatFunctionTool", "openrouter:bash"), "missing path"),
    ("bash", put("BashServerTool", "type", const="openrouter:shell"), "missing value 'openrouter:bash'"),
    ("tool", remove_member("ChatFunctionTool", "openrouter:bash"), "missing value 'openrouter:bash'"),
    ("slug", remove_value("ProviderSlug", "azure"), "missing key 'azure'"),
    ("tokens", put("CompletionTokensDetails", "image_tokens", type="integer"), "closed null"),
    ("tokens", drop("ChatUsage", "completion_tokens_details"), "missing path"),
    ("code", put("ErrorDetails", "code", description="A number."), "missing value '429'"),
    ("code", put("ErrorDetails", "code", anyOf=[{"type": "integer"}]), "wrong type"),
    ("trace", close("TraceConfig"), "missing path"),
]


@pytest.mark.parametrize("name", KNOWN)
def test_a_known_fact_is_in_the_contract(name: str) -> None:
    assert complaints(CONTRACT, KNOWN[name]) == []


@pytest.mark.parametrize(
    ("name", "mutate", "expected"), MUTATIONS, ids=[f"{name}: {text}" for name, _, text in MUTATIONS]
)
def test_a_spoilt_contract_is_noticed(name: str, mutate: Callable[[dict[str, Any]], None], expected: str) -> None:
    document = load_document()
    mutate(document)

    assert expected in " / ".join(complaints(Contract(document), KNOWN[name]))
