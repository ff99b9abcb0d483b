"""What the emulated server answers when nothing is scripted."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest


def said(text: str) -> list[dict[str, str]]:
    return [{"role": "user", "content": text}]


def joined(deltas: list[dict[str, Any]], key: str) -> str:
    return "".join(delta.get(key) or "" for delta in deltas)


def test_the_answer_repeats_the_last_user_message(caller):
    messages = [*said("first"), {"role": "assistant", "content": "no"}, *said("second  one\n")]

    assert caller.message(messages=messages)["content"] == "second  one\n"


def test_text_parts_are_joined(caller):
    parts = [
        {"type": "text", "text": "look"},
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}},
        {"type": "text", "text": "here"},
    ]

    assert caller.message(messages=[{"role": "user", "content": parts}])["content"] == "look\nhere"


def test_an_empty_list_of_messages_is_answered(caller):
    assert caller.message(messages=[])["content"] == "Hello! There was no message to repeat."


def test_a_json_answer_has_the_members_of_the_wire(caller):
    response = caller.post({"messages": said("Hello big world"), "service_tier": "flex"})

    answer = response.json()
    assert response.headers["content-type"] == "application/json"
    assert response.headers["x-generation-id"] == answer["id"] == "gen-1767225600-Emulated000000000001"
    assert (answer["object"], answer["model"], answer["provider"]) == ("chat.completion", "maker/model", "Emulator")
    assert answer["service_tier"] == "flex"
    assert answer["choices"][0]["native_finish_reason"] == "stop"
    usage = answer["usage"]
    assert (usage["prompt_tokens"], usage["completion_tokens"], usage["total_tokens"]) == (3, 3, 6)
    assert usage["cost"] == usage["cost_details"]["upstream_inference_cost"] == 9e-06


def test_a_stream_has_the_framing_of_the_wire(caller):
    response = caller.post({"messages": said("Hello big world"), "stream": True})

    events = response.text.split("\n\n")
    assert response.headers["content-type"] == "text/event-stream"
    assert events[0] == ": OPENROUTER PROCESSING"
    assert events[-2:] == ["data: [DONE]", ""]
    assert all(event.startswith("data: {") for event in events[1:-2])


def test_a_stream_carries_the_text_word_by_word_then_the_reason_then_the_usage(caller):
    chunks = caller.chunks(messages=said("Hello big world"))

    choices = [chunk["choices"][0] for chunk in chunks]
    assert [choice["delta"]["content"] for choice in choices] == ["Hello", " big", " world", "", ""]
    assert [choice["finish_reason"] for choice in choices] == [None, None, None, "stop", "stop"]
    assert all(choice["delta"]["role"] == "assistant" for choice in choices)
    assert ["usage" in chunk for chunk in chunks] == [False, False, False, False, True]
    assert chunks[-1]["usage"]["completion_tokens"] == 3


def test_the_same_request_gets_the_same_answer_but_for_the_id(caller):
    first, second = caller.result(), caller.result()

    assert first.pop("id") != second.pop("id")
    assert first == second


@pytest.mark.parametrize("text", ["\ud83c", "naïve 亚 😀", "tab\tline\u2028end", "   "])
def test_any_text_comes_back_unchanged_in_both_forms(caller, text):
    # A lone surrogate cannot be written as UTF-8, so the body is written with escapes.
    body = {"messages": said(text)}
    sent = {"content": json.dumps(body | {"model": "m"}), "headers": {"content-type": "application/json"}}

    assert caller.http.post("/chat/completions", **sent).json()["choices"][0]["message"]["content"] == text
    escaped = json.loads(json.dumps(text))
    streamed = caller.http.post("/chat/completions", **sent | {"content": sent["content"][:-1] + ', "stream": true}'})
    events = [json.loads(event[6:]) for event in streamed.text.split("\n\n")[1:-2]]
    assert "".join(event["choices"][0]["delta"]["content"] for event in events) == escaped


def test_several_choices_are_told_apart_by_index(caller):
    choices = caller.result(n=3, messages=said("Hi"))["choices"]

    assert [(choice["index"], choice["message"]["content"]) for choice in choices] == [
        (0, "Hi"),
        (1, "Hi [1]"),
        (2, "Hi [2]"),
    ]


def test_several_choices_take_turns_in_a_stream(caller):
    choices = [choice for chunk in caller.chunks(n=2, messages=said("one two")) for choice in chunk["choices"]]

    assert [choice["index"] for choice in choices if choice["delta"]["content"]] == [0, 1, 0, 1, 1]
    assert [choice["index"] for choice in choices if choice["finish_reason"]] == [0, 1, 0]


@pytest.mark.parametrize("asked", [{"reasoning": {}}, {"reasoning": {"effort": "low"}}, {"reasoning_effort": "high"}])
def test_reasoning_comes_when_it_is_asked_for(caller, asked):
    message = caller.message(**asked)

    assert (
        message["reasoning"] == message["reasoning_details"][0]["text"] == "The user wants to hear the message again."
    )
    deltas = caller.deltas(**asked)
    records = [record for delta in deltas for record in delta.get("reasoning_details", ())]
    assert joined(deltas, "reasoning") == joined(records, "text") == message["reasoning"]
    assert [record["signature"] for record in records if "signature" in record] == ["ZW11bGF0ZWQ="]


@pytest.mark.parametrize("asked", [{}, {"reasoning": {"effort": "none"}}, {"reasoning": {"exclude": True}}])
def test_reasoning_stays_away_otherwise(caller, asked):
    assert caller.message(**asked)["reasoning"] is None


def test_reasoning_is_counted(caller):
    usage = caller.result(reasoning={}, messages=said("Hi"))["usage"]

    assert usage["completion_tokens_details"]["reasoning_tokens"] == 8
    assert usage["completion_tokens"] == 9


def test_an_image_is_a_png_in_a_data_url(caller):
    url = caller.message(modalities=["text", "image"])["images"][0]["image_url"]["url"]

    assert base64.b64decode(url.removeprefix("data:image/png;base64,")).startswith(b"\x89PNG")


def test_audio_comes_in_pieces_that_join_to_a_wav(caller):
    audio = [delta["audio"] for delta in caller.deltas(modalities=["text", "audio"]) if "audio" in delta]

    data = base64.b64decode(joined(audio, "data"))
    assert data[:4] == b"RIFF"
    assert int.from_bytes(data[4:8], "little") == len(data) - 8
    assert joined(audio, "transcript") == "Tell me more"
    assert sum("id" in part for part in audio) == sum("expires_at" in part for part in audio) == 1


@pytest.mark.parametrize("limit", [{"max_tokens": 2}, {"max_completion_tokens": 2}])
def test_a_token_limit_cuts_the_answer(caller, limit):
    choice = caller.result(**limit)["choices"][0]

    assert (choice["message"]["content"], choice["finish_reason"]) == ("Tell me", "length")


def test_a_stop_text_cuts_the_answer(caller):
    assert caller.message(stop=["me"])["content"] == "Tell "


@pytest.mark.parametrize("name", ["X-OpenRouter-Metadata", "X-OpenRouter-Experimental-Metadata"])
def test_router_metadata_comes_when_a_header_asks(caller, name):
    asked = caller.post({}, headers={name: "enabled"}).json()
    streamed = caller.post({"stream": True}, headers={name: "enabled"}).text.split("\n\n")

    assert asked["openrouter_metadata"]["requested"] == "maker/model"
    assert ["openrouter_metadata" in event for event in streamed[-4:-1]] == [False, True, False]
    assert "openrouter_metadata" not in caller.result()


def test_the_upstream_body_is_echoed_before_the_answer(caller):
    first, second, *_ = caller.chunks(debug={"echo_upstream_body": True}, provider={"sort": "price"})

    assert first["choices"] == []
    assert first["debug"]["echo_upstream_body"]["messages"] == [{"role": "user", "content": "Tell me more"}]
    assert "provider" not in first["debug"]["echo_upstream_body"]
    assert second["choices"]


def test_the_first_of_several_models_answers(caller):
    body = {"models": ["a/one", "b/two"], "route": "fallback", "messages": said("Hi")}

    assert caller.http.post("/chat/completions", json=body).json()["model"] == "a/one"


def test_a_missing_key_is_refused(caller):
    response = caller.post({}, headers={"Authorization": ""})

    assert response.status_code == 401
    assert response.json() == {"error": {"message": "Missing Authentication header", "code": 401}}


def test_unknown_paths_and_methods_are_refused_in_shape(caller):
    for method, path, status in (("GET", "/", 404), ("POST", "/responses", 404), ("GET", "/chat/completions", 405)):
        response = caller.http.request(method, path)

        assert response.status_code == status
        assert response.json()["error"]["code"] == status
