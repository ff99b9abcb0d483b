"""`final()` says what the same answer says when it is not streamed."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter_sdk import ChatResult, testing
from openrouter_sdk.testing._answers import Reply
from tests.conftest import MakeClient
from tests.helpers.api import Api

DETAILS: list[dict[str, Any]] = [
    {"type": "reasoning.text", "text": "Let me think", "signature": "sig", "format": "anthropic-claude-v1", "index": 0},
    {"type": "reasoning.encrypted", "data": "b64==", "id": "rs_1", "format": "openai-responses-v1", "index": 1},
]
ANNOTATION = {"type": "url_citation", "url_citation": {"url": "https://example.com", "title": "Example"}}
REPLIES: dict[str, Reply] = {
    "text": testing.reply("Hello there, how are you?"),
    "nothing": testing.reply(None),
    "a tool call": testing.reply(None, tool_calls=[("weather", {"city": "Zürich"})]),
    "text and tool calls": testing.reply("Wait", tool_calls=[("weather", {"city": "Rome"}), ("now", {})]),
    "broken arguments": testing.reply(None, tool_calls=[{"function": {"name": "f", "arguments": '{"a": '}}]),
    "reasoning": testing.reply("So", reasoning="First this, then that"),
    "reasoning details": testing.reply("So", reasoning_details=DETAILS),
    "refusal": testing.reply(None, refusal="I would rather not"),
    "images": testing.reply("See", images=["data:image/png;base64,aGk=", "data:image/png;base64,eW8="]),
    "audio": testing.reply(None, audio={"id": "a1", "data": "aGVsbG8=", "transcript": "hello you", "expires_at": 9}),
    "annotations": testing.reply("See", annotations=[ANNOTATION]),
    "several choices": testing.reply(choices=[testing.reply("one"), testing.reply("two", finish_reason="length")]),
    "the same choice thrice": testing.reply("same for all", n=3),
    "no usage": testing.reply("Hello", usage=False),
    "no finish reason": testing.reply("Hello", finish_reason=None),
}  # fmt: skip


def content_of(result: ChatResult) -> Any:
    """What an answer says; ids, times and the places of tool calls belong to the request and the transport."""
    data = result.to_dict()
    for choice in data["choices"]:
        for call in choice["message"].get("tool_calls") or ():
            call.pop("id")
            call.pop("index", None)
    return _said({key: value for key, value in data.items() if key not in {"id", "created"}})


def _said(value: Any) -> Any:
    """The value without nulls and empty texts: a stream leaves out what a plain answer spells out as null."""
    if isinstance(value, dict):
        return {key: _said(each) for key, each in value.items() if each is not None and each != ""}
    return [_said(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("what", REPLIES)
def test_the_finished_answer_equals_the_plain_one(
    api: Api, server: testing.Server, make_client: MakeClient, what: str
) -> None:
    server.enqueue(REPLIES[what], REPLIES[what])
    client = make_client()
    plain, streamed = api.answer(client, streamed=False), api.answer(client, streamed=True)

    assert content_of(streamed) == content_of(plain)
    assert streamed.text == plain.text
    assert streamed.reasoning == plain.reasoning
    assert streamed.is_empty == plain.is_empty
    assert streamed.cost == plain.cost


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"n": 2},
        {"tools": [{"type": "function", "function": {"name": "f", "parameters": {}}}], "tool_choice": "required"},
        {"reasoning": {"effort": "high"}},
        {"modalities": ["text", "image"]},
        {"max_tokens": 1},
    ],
    ids=str,
)
def test_the_finished_answer_equals_the_plain_one_for_unscripted_requests(
    api: Api, make_client: MakeClient, request_: dict[str, Any]
) -> None:
    client = make_client()
    plain = api.answer(client, streamed=False, **request_)

    assert content_of(api.answer(client, streamed=True, **request_)) == content_of(plain)


def test_the_finished_answer_tells_how_it_came(api: Api, make_client: MakeClient) -> None:
    final = api.answer(make_client(), streamed=True)

    assert final.http.status == 200
    assert final.http.attempts == 1
    assert final.http.generation_id == final.id
