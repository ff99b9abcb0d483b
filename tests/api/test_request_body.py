"""What the caller passes is what is sent."""

from __future__ import annotations

import json
from collections import UserDict, UserList, deque
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import OpenRouter, models, testing
from openrouter_sdk.custom.engine.encode import encode_body
from tests.helpers.api import ASK, MODEL, Api

VERBATIM: dict[str, Any] = {
    "messages": [
        {"role": "system", "content": [{"type": "text", "text": "Be brief", "cache_control": {"type": "ephemeral"}}]},
        {"role": "user", "content": [{"type": "hologram", "shape": {"sides": 5, "colour": None}}], "name": None},
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}, "x": None}],
            "reasoning_details": [{"type": "reasoning.new", "index": 0, "signature": None, "deep": {"er": [None]}}],
        },
        {"role": "tool", "tool_call_id": "c1", "content": "42", "unknown": [{}, [], "", 0, False, 1.5]},
        {"role": "narrator", "content": "An unknown role"},
    ],
    "tools": [{"type": "openrouter:new_tool", "cache_control": {"type": "ephemeral", "ttl": "1h"}, "deep": None}],
    "tool_choice": {"type": "function", "function": {"name": "f"}},
    "provider": {"order": ["a", "b"], "max_price": {"prompt": 1, "completion": "2"}, "only": None},
    "reasoning": {"effort": "max", "future": True},
    "stop": ["a", "ß", "\N{GRINNING FACE}"],
    "logit_bias": {"50256": -100},
    "temperature": 0,
    "seed": 0,
    "n": 2,
    "model": "",
    "transforms": [],
    "metadata": {},
}


def test_dicts_are_sent_verbatim(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("ok"))

    api.call(client, **VERBATIM)

    assert server.requests[0].json == VERBATIM


def test_the_callers_dicts_are_left_alone(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("ok"))
    before = json.dumps(VERBATIM)

    api.call(client, **VERBATIM)

    assert json.dumps(VERBATIM) == before


def test_a_keyword_that_is_none_is_left_out(api: Api, client: OpenRouter, server: testing.Server) -> None:
    api.call(client, messages=ASK, model=MODEL, temperature=None, tools=None, provider=None, stream=None)

    assert server.requests[0].json == {"messages": ASK, "model": MODEL}


def test_false_zero_and_empty_are_sent(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("ok"))

    api.call(client, messages=[], stream=False, top_k=0, tools=[], user="")

    assert server.requests[0].json == {"messages": [], "stream": False, "top_k": 0, "tools": [], "user": ""}


def test_models_and_dicts_mix_at_any_depth(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("ok"))
    part = models.ChatContentText(text="Hi")
    messages = [
        models.ChatUserMessage(content=[part]),
        {"role": "user", "content": [part, {"type": "new", "of": part}]},
    ]

    api.call(client, messages=messages, provider=models.ProviderPreferences(order=["a"], allow_fallbacks=False))

    text = {"type": "text", "text": "Hi"}
    assert server.requests[0].json == {
        "messages": [
            {"role": "user", "content": [text]},
            {"role": "user", "content": [text, {"type": "new", "of": text}]},
        ],
        "provider": {"order": ["a"], "allow_fallbacks": False},
    }


def test_an_answer_goes_back_as_it_came(api: Api, client: OpenRouter, server: testing.Server) -> None:
    details = [
        {"type": "reasoning.text", "text": "Hm", "signature": "S", "index": 0, "format": None, "provider": "new"},
        {"type": "reasoning.encrypted", "data": "eA==", "id": "r1", "index": 1},
        {"type": "reasoning.unheard_of", "x": {"y": [None]}},
    ]
    server.enqueue(testing.reply(None, tool_calls=[("look", {"at": "it"})], reasoning_details=details))
    message = api.send(client).message

    api.send(client, messages=[*ASK, message, {"role": "tool", "tool_call_id": "c", "content": "seen"}])

    sent = server.requests[1].json["messages"][1]
    assert sent["reasoning_details"] == details
    held = {key: value for key, value in message.to_dict().items() if value is not None or key == "content"}
    assert sent == held


@pytest.mark.parametrize("kind", [tuple, deque, UserList, iter, lambda messages: dict(enumerate(messages)).values()])
def test_any_iterable_of_messages_does(kind: Any, api: Api, client: OpenRouter, server: testing.Server) -> None:
    api.send(client, messages=kind(ASK))

    assert server.requests[0].json["messages"] == ASK


@pytest.mark.parametrize("kind", [dict, MappingProxyType, UserDict])
def test_any_mapping_is_an_object(kind: Any, api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("ok"))

    api.send(client, messages=[kind(ASK[0])], provider=kind({"order": ("a", "b"), "deep": kind({"x": None})}))

    sent = server.requests[0].json
    assert sent["messages"] == ASK
    assert sent["provider"] == {"order": ["a", "b"], "deep": {"x": None}}


def test_extra_body_is_added_and_wins(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("ok"))

    api.send(client, temperature=1, extra_body={"temperature": 0.5, "brand_new": {"a": None}, "top_p": None})

    expected = {"messages": ASK, "model": MODEL, "temperature": 0.5, "brand_new": {"a": None}, "top_p": None}
    assert server.requests[0].json == expected


def test_extra_body_may_ask_for_a_stream(api: Api, client: OpenRouter, server: testing.Server) -> None:
    with api.wrap(api.send(client, extra_body={"stream": True})) as stream:
        texts = stream.texts()

    assert "".join(texts) == "Tell me more"
    assert server.requests[0].json["stream"] is True
    assert server.requests[0].headers["accept"] == "text/event-stream"


@pytest.mark.parametrize("arguments", [{}, {"stream": False}, {"stream": None}])
def test_without_stream_a_whole_answer_is_asked_for(
    arguments: dict[str, Any], api: Api, client: OpenRouter, server: testing.Server
) -> None:
    result = api.send(client, **arguments)

    assert result.text == "Tell me more"
    assert server.requests[0].headers["accept"] == "application/json"
    assert server.requests[0].json.get("stream", "absent") is (False if arguments.get("stream") is False else "absent")


def test_the_body_is_utf_8(api: Api, client: OpenRouter, server: testing.Server) -> None:
    api.send(client, messages=[{"role": "user", "content": "Grüße \N{GRINNING FACE}\u2028\x00"}])

    assert "Grüße \N{GRINNING FACE}\u2028".encode() in server.requests[0].body
    assert server.requests[0].json["messages"][0]["content"] == "Grüße \N{GRINNING FACE}\u2028\x00"


def test_the_halves_of_a_surrogate_pair_become_one_character(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    api.send(client, messages=[{"role": "user", "content": "\ud83d" + "\ude00"}])

    assert server.requests[0].json["messages"][0]["content"] == "\N{GRINNING FACE}"


def test_the_namespace_itself_can_be_called(client: OpenRouter, server: testing.Server) -> None:
    result = client.chat(messages=ASK, model=MODEL)

    assert result.text == "Tell me more"
    assert server.requests[0].json == {"messages": ASK, "model": MODEL}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), JSON))
def test_any_json_object_is_encoded_as_it_is(body: dict[str, Any]) -> None:
    assert json.loads(encode_body(body)) == body


def test_the_nulls_of_an_answer_stay_behind(api: Api, client: OpenRouter, server: testing.Server) -> None:
    told = {"role": "assistant", "content": None, "refusal": None, "tool_calls": None, "new_key": None}
    answer = models.ChatAssistantMessage.from_dict(told)

    api.send(client, messages=[{"role": "user", "content": "Hi"}, answer])

    assert server.requests[-1].json["messages"][1] == {"role": "assistant", "content": None, "new_key": None}


def test_what_json_has_no_form_for_in_an_answer_is_sent_in_another(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.reply("a\ud83d", reasoning_details=[{"type": "reasoning.text", "text": "\udc00"}]))
    message = api.send(client).message
    message.additional_properties["score"] = float("nan")

    api.send(client, messages=[*ASK, message])

    sent = server.requests[-1].json["messages"][1]
    assert (sent["content"], sent["reasoning_details"][0]["text"], sent["score"]) == ("a\ufffd", "\ufffd", None)


def test_the_nulls_of_a_dict_are_sent(api: Api, client: OpenRouter, server: testing.Server) -> None:
    api.send(client, messages=[{"role": "assistant", "content": "Hi", "refusal": None}])

    assert server.requests[-1].json["messages"][0] == {"role": "assistant", "content": "Hi", "refusal": None}
