"""Request bodies are held against the contract: wrong ones get 400 with the path of the fault, odd ones pass."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from openrouter_sdk.testing._api.contract import operations
from openrouter_sdk.testing._api.validate import body_fault

CHAT = next(operation for operation in operations() if operation.name == "chat.send")
CHECKOUT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("OPENROUTER_RECORDED", CHECKOUT.parent / "shared" / "recorded"))
RECORDED = sorted(FOLDER.glob("[0-9]*.json"))

HI = {"role": "user", "content": "Hi"}
CALL = {"id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}}
F_TOOL = {"type": "function", "function": {"name": "f"}}


def parts(*content):
    return {"messages": [HI, {"role": "user", "content": list(content)}]}


def tool(**parameters):
    return {"messages": [HI], "tools": [{"type": "openrouter:web_search", "parameters": parameters}]}


WRONG = [
    ([], "body"),
    ({}, "messages"),
    ({"messages": "Hi"}, "messages"),
    ({"messages": [HI, "Hi"]}, "messages[1]"),
    ({"messages": [{"content": "Hi"}]}, "messages[0].role"),
    ({"messages": [{"role": 1}]}, "messages[0].role"),
    ({"messages": [{"role": "user"}]}, "messages[0].content"),
    ({"messages": [{"role": "user", "content": 5}]}, "messages[0].content"),
    (parts("Hi"), "messages[1].content[0]"),
    (parts({"text": "Hi"}), "messages[1].content[0].type"),
    (parts({"type": "text"}), "messages[1].content[0].text"),
    (
        parts({"type": "text", "text": "a"}, {"type": "image_url", "image_url": {}}),
        "messages[1].content[1].image_url.url",
    ),
    (parts({"type": "image_url", "image_url": {"url": 5}}), "messages[1].content[0].image_url.url"),
    (parts({"type": "input_audio", "input_audio": {"format": "wav"}}), "messages[1].content[0].input_audio.data"),
    ({"messages": [{"role": "tool", "content": "x"}]}, "messages[0].tool_call_id"),
    (
        {"messages": [{"role": "assistant", "tool_calls": [{**CALL, "function": {"name": 1, "arguments": ""}}]}]},
        "messages[0].tool_calls[0].function.name",
    ),
    (
        {
            "messages": [
                {"role": "assistant", "content": "", "reasoning_details": [{"type": "reasoning.text", "text": 1}]}
            ]
        },
        "messages[0].reasoning_details[0].text",
    ),
    ({"messages": [HI], "tools": [{"type": "function", "function": {}}]}, "tools[0].function.name"),
    ({"messages": [HI], "tools": [{"function": {"name": "f"}}]}, "tools[0].type"),
    (tool(max_results="many"), "tools[0].parameters.max_results"),
    ({"messages": [HI], "tool_choice": {"type": "function", "function": {}}}, "tool_choice.function.name"),
    ({"messages": [HI], "response_format": {"type": "json_schema"}}, "response_format.json_schema"),
    (
        {"messages": [HI], "response_format": {"type": "json_schema", "json_schema": {}}},
        "response_format.json_schema.name",
    ),
    ({"messages": [HI], "plugins": [{"id": "web", "max_results": "3"}]}, "plugins[0].max_results"),
    ({"messages": [HI], "temperature": "warm"}, "temperature"),
    ({"messages": [HI], "temperature": 3}, "temperature"),
    ({"messages": [HI], "max_tokens": 1.5}, "max_tokens"),
    ({"messages": [HI], "stream": "yes"}, "stream"),
    ({"messages": [HI], "stop": ["a", 1]}, "stop[1]"),
    ({"messages": [HI], "models": "a/b"}, "models"),
    ({"messages": [HI], "provider": {"order": "OpenAI"}}, "provider.order"),
    ({"messages": [HI], "provider": {"max_price": {"prompt": []}}}, "provider.max_price.prompt"),
    ({"messages": [HI], "reasoning": True}, "reasoning"),
    ({"messages": [HI], "logit_bias": {"50256": "high"}}, "logit_bias.50256"),
]

UNUSUAL = {
    "no messages": {"messages": []},
    "an unknown role": {"messages": [{"role": "narrator", "content": {"any": "thing"}}]},
    "an unknown part": parts({"type": "smell", "smell": ["rose"]}),
    "unknown keys everywhere": {"messages": [{**HI, "x": 1}], "x_top": {"y": None}, "provider": {"z": 1}},
    "unknown enum values": {"messages": [HI], "reasoning": {"effort": "heroic"}, "service_tier": "express"},
    "an unknown tool": {"messages": [HI], "tools": [{"type": "openrouter:teleport", "parameters": {"to": "Graz"}}]},
    "an unknown kind of function": {"messages": [HI], "tools": [{"type": "poem", "function": "parameters"}]},
    "an unknown tool choice": {"messages": [HI], "tools": [F_TOOL], "tool_choice": "any"},
    "an older kind of schema": {
        "messages": [HI],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "pair", "schema": {"type": "array", "items": [{"type": "string"}, {}]}},
        },
    },
    "an unknown response format": {"messages": [HI], "response_format": {"type": "yaml", "json_schema": "schema"}},
    "an unknown plugin": {"messages": [HI], "plugins": [{"id": "telepathy", "range": 3}]},
    "an unknown reasoning record": {
        "messages": [HI, {"role": "assistant", "content": None, "reasoning_details": [{"type": "reasoning.dream"}]}]
    },
    "prices as numbers and as text": {"messages": [HI], "provider": {"max_price": {"prompt": 1, "completion": "0.5"}}},
    "slugs for providers": {"messages": [HI], "provider": {"order": ["deepinfra/turbo"], "sort": "price"}},
    "nulls where they are usual": {"messages": [HI], "temperature": None, "stop": None, "tool_choice": None, "n": 1},
    "content null beside tool calls": {
        "messages": [HI, {"role": "assistant", "content": None, "tool_calls": [CALL]}, {
            "role": "tool", "tool_call_id": "a", "content": [{"type": "text", "text": "x"}]
        }]
    },
    "cache control on parts": parts({"type": "text", "text": "a", "cache_control": {"type": "ephemeral", "ttl": "1h"}}),
    "whole floats as integers": {"messages": [HI], "max_tokens": 10.0},
}  # fmt: skip


@pytest.mark.parametrize(("body", "path"), WRONG, ids=[f"{path}-{number}" for number, (_, path) in enumerate(WRONG)])
def test_a_wrong_body_gets_400_with_the_path_of_the_fault(caller, body, path):
    response = caller.http.post("/chat/completions", json=body)

    error = response.json()["error"]
    assert response.status_code == error["code"] == 400
    assert error["message"].startswith(f"Invalid request: {path}: ")
    assert error["metadata"] == {"error_type": "invalid_request"}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"messages": [{"role": "assistent", "content": "Hi"}]}, "messages[0].role: 'assistent'.*'assistant'"),
        ({"messages": [{"role": "sytem", "content": "Hi"}]}, "messages[0].role: 'sytem'.*'system'"),
        ({"messages": [{"role": "User", "content": "Hi"}]}, "messages[0].role: 'User'.*'user'"),
        (parts({"type": "txt", "text": "Hi"}), "messages[1].content[0].type: 'txt'.*'text'"),
        (parts({"type": "image-url", "image_url": {}}), "messages[1].content[0].type: 'image-url'.*'image_url'"),
    ],
)
def test_a_misspelt_kind_gets_400_with_what_was_meant(caller, body, told):
    response = caller.http.post("/chat/completions", json=body)

    message = re.escape(told).replace(r"\.\*", " is not supported; did you mean ")
    assert response.status_code == 400
    assert re.fullmatch(f"Invalid request: {message}\\?", response.json()["error"]["message"])


@pytest.mark.parametrize("model", ["openai/gpt 4o", "openai/gpt-4o\n", ""])
def test_a_model_that_cannot_be_one_gets_400(caller, model):
    body = {"messages": [HI], "model": "openai/gpt-4o", "models": [model]}

    answers = [caller.http.post("/chat/completions", json=each) for each in ({**body, "model": model}, body)]

    assert [answer.status_code for answer in answers] == [400, 400]
    assert {answer.json()["error"]["message"] for answer in answers} == {f"{model} is not a valid model ID"}


@pytest.mark.parametrize("kind", ["audio_url", "function_2", "openrouter:web_search_2027_01_01", "human"])
def test_a_kind_that_may_be_new_is_no_misspelling(kind):
    body = {"messages": [{"role": kind, "content": [{"type": kind}]}], "tools": [{"type": kind}]}

    assert body_fault(CHAT, json.dumps(body).encode(), body) is None


@pytest.mark.parametrize("body", UNUSUAL.values(), ids=UNUSUAL)
def test_an_unusual_body_passes(body):
    assert body_fault(CHAT, json.dumps(body).encode(), body) is None


WRONG_SCHEMAS = [
    ({"$schema": ["?"]}, "$schema"),
    ({"type": "str"}, "type"),
    ({"type": "array", "minItems": "two"}, "minItems"),
    ({"properties": {"city": "string"}}, "properties.city"),
]


@pytest.mark.parametrize(("schema", "path"), WRONG_SCHEMAS)
def test_a_schema_that_is_none_gets_400_with_the_path_of_the_fault(caller, schema, path):
    form = {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema}}
    tools = [F_TOOL, {"type": "function", "function": {"name": "g", "parameters": schema}}]

    answers = [caller.post({"response_format": form}), caller.post({"tools": tools})]

    assert [answer.status_code for answer in answers] == [400, 400]
    of_form, of_tool = (answer.json()["error"]["message"] for answer in answers)
    assert of_form.startswith(f"Invalid request: response_format.json_schema.schema.{path}: ")
    assert of_tool.startswith(f"Invalid request: tools[1].function.parameters.{path}: ")


DEEP = b"[" * 100_000


@pytest.mark.parametrize("content", [b"", b"{oops", b"\xff", b'{"messages": [], "temperature": NaN}', DEEP])
def test_a_body_that_is_not_json_gets_400(caller, content):
    response = caller.http.post("/chat/completions", content=content)

    assert response.status_code == 400
    assert response.json()["error"]["message"].startswith("Invalid request: the body is not JSON: ")


def test_a_fault_is_told_in_few_words_even_when_the_value_is_huge():
    fault = body_fault(CHAT, b"", {"messages": "x" * 1_000_000})

    assert fault is not None
    assert len(fault) < 400


def test_a_wrong_body_is_wrong_every_time():
    body = {"messages": [{}]}

    assert body_fault(CHAT, b"{}", body) == body_fault(CHAT, b"{}", body) == "messages[0].role: is required"


@pytest.mark.skipif(not RECORDED, reason="no recorded exchanges (OPENROUTER_RECORDED)")
def test_every_recorded_request_that_was_answered_passes():
    exchanges = [json.loads(file.read_text(encoding="utf-8")) for file in RECORDED]
    answered = [exchange["request"] for exchange in exchanges if exchange["status"] == 200 and exchange["request"]]

    faults = {body_fault(CHAT, json.dumps(request).encode(), request) for request in answered}

    assert faults == {None}
