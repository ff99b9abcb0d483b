"""The emulated server says nothing that the contract does not know."""

from __future__ import annotations

import pytest

from openrouter_sdk import testing
from openrouter_sdk.testing._api.contract import component_validator
from openrouter_sdk.testing._api.validate import describe

TOOL = {"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {}}}}
NOTE = {"type": "url_citation", "url_citation": {"url": "https://example.com", "title": "", "start_index": 0}}
ASKED = {
    "text": {},
    "tools": {"tools": [TOOL], "tool_choice": "required"},
    "reasoning": {"reasoning": {"effort": "high"}},
    "image": {"modalities": ["image", "text"]},
    "audio": {"modalities": ["audio", "text"]},
    "choices": {"n": 2, "service_tier": "flex"},
    "debug": {"debug": {"echo_upstream_body": True}},
    "length": {"max_tokens": 1},
}


def faults(component: str, value: object) -> list[str]:
    return [describe(error) for error in component_validator(component).iter_errors(value)]


@pytest.mark.parametrize("body", ASKED.values(), ids=ASKED)
def test_default_answers_fit(caller, body):
    headers = {"X-OpenRouter-Metadata": "enabled"}
    caller.http.headers.update(headers)

    assert faults("ChatResult", caller.result(**body)) == []
    for chunk in caller.chunks(**body):
        assert faults("ChatStreamChunk", chunk) == []


def test_scripted_answers_fit(server, caller):
    answer = testing.reply("a", refusal="b", annotations=[NOTE], images=["u"], reasoning="c", tool_calls=[("f", {})])
    server.enqueue(answer, answer, testing.error(500, after="x"), testing.error(500, after="x"))

    for _ in range(2):
        assert faults("ChatResult", caller.result()) == []
        for chunk in caller.chunks():
            assert faults("ChatStreamChunk", chunk) == []


def test_errors_fit(server, caller):
    server.enqueue(testing.error(429, metadata={"headers": {"Retry-After": "1"}}), testing.error(502, http_status=200))

    bodies = [caller.post({}).json(), caller.post({}).json(), caller.post({"messages": 1}).json()]

    assert [fault for body in bodies for fault in faults("ErrorResponse", body)] == []


def test_what_does_not_fit_is_seen():
    assert faults("ChatResult", {"id": 1}) != []
