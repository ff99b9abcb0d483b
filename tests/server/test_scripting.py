"""Scripted answers: what is enqueued is what is sent, in order."""

from __future__ import annotations

import json

import pytest

from openrouter_sdk import testing


def texts(deltas, key="content"):
    return "".join(delta.get(key) or "" for delta in deltas)


def test_answers_are_used_up_in_order_and_then_the_default_answers(server, caller):
    server.enqueue(testing.reply("one"), testing.reply("two"))

    assert server.pending == 2
    assert [caller.message()["content"] for _ in range(3)] == ["one", "two", "Tell me more"]
    assert server.pending == 0


def test_a_function_answers_by_the_request(server, caller):
    server.enqueue(lambda request: testing.reply(request.json["model"].upper()))

    assert caller.message()["content"] == "MAKER/MODEL"


def test_a_function_that_fails_is_a_500_with_its_error(server, caller, caplog):
    server.enqueue(lambda _request: testing.reply(chunk_size=0))

    response = caller.post({})
    server.stop()

    assert response.status_code == 500
    assert "chunk_size" in response.json()["error"]["message"]
    assert "chunk_size" in caplog.text


@pytest.mark.parametrize("answer", ["Hello!", None, {"choices": []}])
def test_only_answers_can_be_scripted(server, answer):
    with pytest.raises(TypeError, match=r"testing\.reply.* not (str|None|dict)"):
        server.enqueue(testing.reply("good"), answer)

    assert server.pending == 0


def test_a_scripted_answer_goes_to_any_request(server, caller):
    server.enqueue(testing.reply("anything"))

    response = caller.http.put("/elsewhere", content=b"no json", headers={"Authorization": ""})

    assert response.json()["choices"][0]["message"]["content"] == "anything"


def test_everything_of_a_message_is_sent_as_json(server, caller):
    image, note = "https://example.com/a.png", {"type": "url_citation", "url_citation": {"url": "https://example.com"}}
    server.enqueue(
        testing.reply(
            "Hi", tool_calls=[("f", {"a": 1}), {"name": "g", "arguments": "{broken", "id": "mine"}], reasoning="Hm",
            images=[image], annotations=[note], model="other/model", provider="Other", usage={"cost": 5},
            extra={"citations": ["x"]}, headers={"X-Provider-Name": "Other"},
        )
    )  # fmt: skip

    response = caller.post({})

    answer = response.json()
    message = answer["choices"][0]["message"]
    assert (answer["model"], answer["provider"], answer["citations"]) == ("other/model", "Other", ["x"])
    assert response.headers["x-provider-name"] == "Other"
    assert answer["usage"]["cost"] == 5
    assert [(c["id"], c["function"]["name"], c["function"]["arguments"]) for c in message["tool_calls"]] == [
        ("call_0001_0_0", "f", '{"a": 1}'),
        ("mine", "g", "{broken"),
    ]
    assert answer["choices"][0]["finish_reason"] == "tool_calls"
    assert (message["content"], message["reasoning"], message["annotations"]) == ("Hi", "Hm", [note])
    assert message["images"] == [{"type": "image_url", "image_url": {"url": image}, "index": 0}]


def test_everything_of_a_message_is_streamed(server, caller):
    details = [
        {"type": "reasoning.summary", "summary": "First this", "index": 0},
        {"type": "reasoning.encrypted", "data": "xyz", "index": 0},
    ]
    note = {"type": "file", "file": {"hash": "h"}}
    server.enqueue(
        testing.reply("a b c", reasoning_details=details, annotations=[note], images=["u"], refusal="Not that"),
    )

    deltas = caller.deltas()

    records = [record for delta in deltas for record in delta.get("reasoning_details", ())]
    assert deltas[0]["annotations"] == [note]
    assert texts(deltas, "reasoning") == "First this"
    assert [record.get("summary") or record.get("data") for record in records] == ["First", " this", "xyz"]
    assert (texts(deltas), texts(deltas, "refusal")) == ("a b c", "Not that")
    assert [image["image_url"]["url"] for delta in deltas for image in delta.get("images", ())] == ["u"]


def test_null_finish_reason_missing_usage_and_missing_sentinel_can_be_scripted(server, caller):
    server.enqueue(testing.reply("a", finish_reason=None, usage=False, done=False), testing.reply(None))

    text = caller.post({"stream": True}).text
    message = caller.message()

    assert '"finish_reason":null' in text.split("\n\n")[-2]
    assert "usage" not in text
    assert "[DONE]" not in text
    assert message["content"] is None


def test_chunk_size_is_words_and_comments_are_counted(server, caller):
    server.enqueue(testing.reply("a b c d e", chunk_size=2, comments=3))

    events = caller.post({"stream": True}).text.split("\n\n")

    assert events[:3] == [": OPENROUTER PROCESSING"] * 3
    assert [json.loads(event[6:])["choices"][0]["delta"]["content"] for event in events[3:6]] == ["a b", " c d", " e"]


def test_several_choices_can_be_scripted(server, caller):
    server.enqueue(testing.reply(choices=[testing.reply("a"), testing.reply("b", finish_reason="length")]))
    server.enqueue(testing.reply("same", n=2))

    choices = caller.result()["choices"]
    deltas = caller.chunks()

    assert [(c["index"], c["message"]["content"], c["finish_reason"]) for c in choices] == [
        (0, "a", "stop"),
        (1, "b", "length"),
    ]
    assert [choice["index"] for chunk in deltas for choice in chunk["choices"] if choice["delta"]["content"]] == [0, 1]


@pytest.mark.parametrize("streamed", [False, True])
def test_a_choice_can_end_in_an_error_that_only_its_finish_reasons_tell(server, caller, streamed):
    server.enqueue(testing.reply("<ctrl46>", finish_reason="error", native_finish_reason="MALFORMED_FUNCTION_CALL"))

    choice = (caller.chunks()[-1] if streamed else caller.result())["choices"][0]

    assert (choice["finish_reason"], choice["native_finish_reason"]) == ("error", "MALFORMED_FUNCTION_CALL")
    assert "error" not in choice


def test_an_answer_without_choices_can_be_scripted(server, caller):
    server.enqueue(testing.reply(n=0), testing.reply(n=0), testing.reply(n=0, usage=False, comments=0))

    assert caller.result()["choices"] == []
    assert [chunk["choices"] for chunk in caller.chunks()] == [[]]
    assert caller.post({"stream": True}).text == "data: [DONE]\n\n"


def test_json_bodies_can_be_padded_with_whitespace(server, caller):
    server.enqueue(testing.reply("late", padding=3))

    response = caller.post({})

    assert response.text.startswith("\n         \n\n         \n")
    assert response.json()["choices"][0]["message"]["content"] == "late"


def test_an_error_has_its_status_and_shape(server, caller):
    metadata = {"provider_name": "Other", "raw": "busy"}
    server.enqueue(
        testing.error(429, "Slow down", headers={"Retry-After": "2"}, metadata=metadata),
        testing.error(503, "Busy", code="overloaded", availability={"retryable": True}),
    )

    first, second = caller.post({"stream": True}), caller.post({})

    assert (first.status_code, first.headers["retry-after"]) == (429, "2")
    assert first.headers["content-type"] == "application/json"
    assert first.json() == {
        "error": {"message": "Slow down", "code": 429, "metadata": metadata},
        "user_id": "user_emulated",
    }
    assert second.json()["error"] == {"message": "Busy", "code": "overloaded", "availability": {"retryable": True}}


def test_an_error_under_200_is_the_whole_body_or_the_first_event(server, caller):
    server.enqueue(*[testing.error(502, "Down", http_status=200)] * 2)

    body = caller.result()
    events = caller.chunks()

    assert body == {"error": {"message": "Down", "code": 502}, "user_id": "user_emulated"}
    assert events == [body]


def test_an_error_after_text_comes_with_what_was_said(server, caller):
    server.enqueue(*[testing.error(502, "Down", after="so far")] * 2, testing.error(500, "x", after="a", done=True))

    choice = caller.result()["choices"][0]
    chunks = caller.chunks()
    ended = caller.post({"stream": True}).text

    assert (choice["message"]["content"], choice["finish_reason"]) == ("so far", "error")
    assert choice["error"]["code"] == 502
    assert [chunk["choices"][0]["delta"]["content"] for chunk in chunks] == ["so", " far", ""]
    assert chunks[-1]["error"] == {"message": "Down", "code": 502}
    assert ended.endswith("data: [DONE]\n\n")


def test_a_batch_is_one_write(server, caller):
    server.enqueue(testing.reply("a b c d", batch=100))

    with caller.http.stream("POST", "/chat/completions", json={"stream": True}) as response:
        received = list(response.iter_raw())

    assert len(received) == 1
    assert received[0].endswith(b"data: [DONE]\n\n")
