"""Structured outputs: the schema is sent as it was given, and what the model makes of it comes back as it is."""

from __future__ import annotations

import json
from typing import Any

import pytest

from openrouter_sdk import testing
from openrouter_sdk.testing._answers import Reply
from tests.conftest import MakeClient
from tests.helpers.api import Api

STREAMED = pytest.mark.parametrize("streamed", [False, True])
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "people": {"type": ["integer", "null"]}},
    "required": ["city", "people"],
    "additionalProperties": False,
}
FORMAT: dict[str, Any] = {
    "type": "json_schema",
    "json_schema": {"name": "city", "strict": True, "schema": SCHEMA},
}
FENCED = '```json\n{"city": "Graz", "people": 300000}\n```'
PROSE = 'Here it is:\n\n{"city": "Graz", "people": null}\n\nAnything else?'
ANSWERS: dict[str, tuple[Reply, str, str]] = {
    "plain": (testing.reply('{"city":"Graz","people":null}'), '{"city":"Graz","people":null}', "stop"),
    "in a fence": (testing.reply(FENCED), FENCED, "stop"),
    "in prose": (testing.reply(PROSE), PROSE, "stop"),
    "null": (testing.reply(None), "", "stop"),
    "cut off": (testing.reply('{"city": "Gr', finish_reason="length"), '{"city": "Gr', "length"),
}


@STREAMED
def test_schema_and_provider_preferences_are_sent_as_given(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    provider = {"order": ["one", "two"], "require_parameters": True}

    answer = api.answer(make_client(), streamed=streamed, response_format=FORMAT, provider=provider)

    sent = server.requests[0].json
    assert sent["response_format"] == FORMAT
    assert sent["provider"] == provider
    assert json.loads(answer.text).keys() == {"city", "people"}


@STREAMED
@pytest.mark.parametrize("how", ANSWERS)
def test_the_text_comes_as_the_model_wrote_it_with_its_finish_reason_and_usage(
    how: str, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    reply, text, finish_reason = ANSWERS[how]
    server.enqueue(reply)

    answer = api.answer(make_client(), streamed=streamed, response_format=FORMAT)

    assert answer.text == text
    assert answer.finish_reason == finish_reason
    assert answer.usage is not None
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens


@STREAMED
def test_a_refusal_is_told_apart_from_an_answer(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.reply(None, refusal="I would rather not"))

    answer = api.answer(make_client(), streamed=streamed, response_format=FORMAT)

    assert answer.text == ""
    assert answer.message.refusal == "I would rather not"
