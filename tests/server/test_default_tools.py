"""Tool calls and structured outputs of the emulated server when nothing is scripted."""

from __future__ import annotations

import json

import pytest

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}, "days": {"type": "integer", "minimum": 2}},
            "required": ["city", "days"],
        },
    },
}
CLOCK = {"type": "function", "function": {"name": "clock"}}


def said(text: str) -> list[dict[str, str]]:
    return [{"role": "user", "content": text}]


def test_a_line_that_calls_a_tool_gets_the_call(caller):
    message = caller.message(tools=[WEATHER], messages=said('Please\ncall get_weather {"city": "Graz", "days": 3}'))

    assert message["content"] is None
    assert message["tool_calls"] == [
        {
            "id": "call_0001_0_0",
            "type": "function",
            "function": {"name": "get_weather", "arguments": '{"city": "Graz", "days": 3}'},
        }
    ]


def test_tool_calls_are_streamed_in_fragments(caller):
    text = 'call get_weather {"city": "Graz"}\ncall clock'
    deltas = caller.deltas(tools=[WEATHER, CLOCK], messages=said(text))

    fragments = [call for delta in deltas for call in delta.get("tool_calls", ())]
    named = [(call["index"], call["id"], call["function"]["name"]) for call in fragments if "id" in call]
    assert named == [(0, "call_0001_0_0", "get_weather"), (1, "call_0001_0_1", "clock")]
    arguments = ["", ""]
    for call in fragments:
        arguments[call["index"]] += call["function"]["arguments"]
    assert arguments == ['{"city": "Graz"}', "{}"]
    assert sum(call["index"] == 0 for call in fragments) > 2


@pytest.mark.parametrize("choice", ["required", {"type": "function", "function": {"name": "get_weather"}}])
def test_a_required_tool_is_called_with_the_smallest_arguments(caller, choice):
    answer = caller.result(tools=[WEATHER], tool_choice=choice)["choices"][0]

    assert answer["finish_reason"] == "tool_calls"
    assert json.loads(answer["message"]["tool_calls"][0]["function"]["arguments"]) == {"city": "text", "days": 2}


@pytest.mark.parametrize(
    "body",
    [{"tools": [WEATHER]}, {"tools": [WEATHER], "tool_choice": "none", "messages": said("call get_weather")}],
)
def test_tools_that_nobody_asks_for_are_not_called(caller, body):
    assert "tool_calls" not in caller.message(**body)


def test_parallel_calls_can_be_switched_off(caller):
    text = "call get_weather\ncall clock"
    message = caller.message(tools=[WEATHER, CLOCK], parallel_tool_calls=False, messages=said(text))

    assert len(message["tool_calls"]) == 1


def test_results_of_tools_are_quoted(caller):
    call = {"id": "a", "type": "function", "function": {"name": "clock", "arguments": "{}"}}
    messages = [
        *said("call clock"),
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "a", "content": "noon"},
    ]

    content = caller.message(tools=[CLOCK], tool_choice="required", messages=messages)["content"]

    assert content == "The tool returned: noon"


def test_structured_output_satisfies_the_schema(caller):
    schema = {
        "type": "object",
        "properties": {
            "kind": {"enum": ["a", "b"]},
            "parts": {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/part"}},
            "maybe": {"anyOf": [{"type": "null"}, {"type": "string"}]},
            "left out": {"type": "string"},
        },
        "required": ["kind", "parts", "maybe"],
        "$defs": {"part": {"type": "object", "properties": {"fixed": {"const": 7}}, "required": ["fixed"]}},
    }
    form = {"type": "json_schema", "json_schema": {"name": "thing", "schema": schema}}

    text = "".join(delta["content"] for delta in caller.deltas(response_format=form))

    assert json.loads(text) == {"kind": "a", "parts": [{"fixed": 7}, {"fixed": 7}], "maybe": None}


def test_a_json_object_echoes_the_text(caller):
    content = caller.message(response_format={"type": "json_object"}, messages=said("Hi"))["content"]

    assert json.loads(content) == {"echo": "Hi"}
