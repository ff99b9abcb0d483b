"""A stream where none was asked for, a plain answer where a stream was, and content types that lie."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import ChatResult, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.examples import meeting
from tests.streams.wire import DONE, Outcome, streamed, text, usage

EVENTS = text("Hel") + text("lo", "stop") + usage(total_tokens=3) + DONE
CALL = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": '{"a": 1}'}}
MESSAGE = {"role": "assistant", "content": "Hello", "reasoning": "Hm", "tool_calls": [CALL], "unknown": {"kept": 1}}
CHOICE = {"index": 0, "message": MESSAGE, "finish_reason": "stop"}
PLAIN: dict[str, Any] = {"id": "gen-1", "object": "chat.completion", "choices": [CHOICE], "usage": {"total_tokens": 3}}
JSON_TYPES = ["application/json", "text/event-stream", "text/plain", "application/octet-stream", None]
EVENT_TYPES = ["text/event-stream; charset=utf-8", "TEXT/EVENT-STREAM", "text/plain", "application/json", None]
RECORDED = Path(os.environ.get("OPENROUTER_RECORDED", Path(__file__).resolve().parents[3] / "shared" / "recorded"))


def typed(content_type: str | None) -> dict[str, str]:
    return {} if content_type is None else {"Content-Type": content_type}


@pytest.mark.parametrize(
    ("content_type", "padding", "api"),
    meeting(JSON_TYPES, ["", "\n\n  \r\n", "\ufeff"], ["sync", "async"]),
    indirect=["api"],
    ids=repr,
)
def test_a_plain_answer_to_a_request_for_a_stream_is_one_chunk_with_the_same_final(
    api: Api, server: testing.Server, make_client: MakeClient, content_type: str | None, padding: str
) -> None:
    body = (padding + json.dumps(PLAIN)).encode()
    server.enqueue(testing.raw(200, typed(content_type), pieces=[body[:3], body[3:50], body[50:]]))
    with api.stream(make_client()) as stream:
        chunks = list(stream)
        final = stream.final()

    assert [chunk.text for chunk in chunks] == ["Hello"]
    assert chunks[0].choices[0].delta.tool_calls[0].function.name == "f"
    assert (final.text, final.reasoning, final.finish_reason) == ("Hello", "Hm", "stop")
    assert [call.parsed_arguments for call in final.tool_calls] == [{"a": 1}]
    assert final.usage is not None
    assert final.usage.total_tokens == 3
    assert final.message.additional_properties == {"unknown": {"kept": 1}}
    assert final.http.status == 200
    assert stream.partial == final


def test_a_whole_answer_as_an_event_is_one_chunk_and_behind_pieces_adds_none(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    whole = f"data: {json.dumps(PLAIN)}\n\n"
    piece = f"data: {json.dumps({'id': 'g', 'choices': [{'index': 0, 'delta': {'content': 'Hello'}}]})}\n\n"
    for body, texts in ((whole, ["Hello"]), (piece + whole, ["Hello", ""])):
        server.enqueue(testing.raw(200, typed("text/event-stream"), body + "data: [DONE]\n\n"))
        with api.stream(make_client()) as stream:
            chunks = list(stream)
            final = stream.final()

        assert [chunk.text for chunk in chunks] == texts
        assert (final.text, [call.parsed_arguments for call in final.tool_calls]) == ("Hello", [{"a": 1}])
    assert chunks[1].to_dict() == PLAIN


@pytest.mark.parametrize("content_type", EVENT_TYPES)
@pytest.mark.parametrize("stream", [False, True], ids=["unasked", "asked"])
def test_a_stream_is_read_whatever_it_is_called(
    api: Api, server: testing.Server, make_client: MakeClient, content_type: str | None, stream: bool
) -> None:
    server.enqueue(testing.raw(200, typed(content_type), pieces=[EVENTS[:30], EVENTS[30:]]))
    result = api.answer(make_client(), streamed=stream)

    assert (result.text, result.finish_reason) == ("Hello", "stop")
    assert result.usage is not None


@pytest.mark.parametrize("content_type", ["text/html", "text/event-stream", None])
@pytest.mark.parametrize("stream", [False, True], ids=["unasked", "asked"])
def test_a_page_is_no_answer(
    api: Api, server: testing.Server, make_client: MakeClient, content_type: str | None, stream: bool
) -> None:
    server.enqueue(testing.raw(200, typed(content_type), "<html><title>Hello</title></html>"))
    with pytest.raises(errors.ResponseValidationError) as caught:
        api.answer(make_client(), streamed=stream)

    assert "Hello" in caught.value.body
    assert caught.value.http_status == 200


@pytest.mark.parametrize("content_type", ["application/json", "text/event-stream"])
def test_an_error_in_a_plain_answer_to_a_request_for_a_stream_is_retried_like_any_other(
    api: Api, server: testing.Server, make_client: MakeClient, content_type: str
) -> None:
    failure = json.dumps({"error": {"code": 429, "message": "Slow down"}, "user_id": "u"})
    server.enqueue(testing.raw(200, typed(content_type), failure), testing.raw(200, typed(content_type), failure))
    with pytest.raises(errors.TooManyRequestsResponseError) as caught:
        api.stream(make_client(retry_config=1)).final()

    assert caught.value.attempts == 2
    assert len(server.requests) == 2


@pytest.mark.parametrize("body", ["", "   ", "data:", ": hello\n\n"])
def test_a_stream_of_nothing_is_interrupted(
    api: Api, server: testing.Server, make_client: MakeClient, body: str
) -> None:
    server.enqueue(streamed(body.encode()))
    outcome = Outcome(api.stream(make_client()))

    assert type(outcome.failure) is errors.StreamInterruptedError


def calls_of(result: ChatResult) -> list[Any]:
    return [(call.id, call.function.name, call.parsed_arguments) for call in result.tool_calls]


def plain_recordings() -> list[Any]:
    paths = sorted(RECORDED.glob("*.json"))
    exchanges = [(path.stem, json.loads(path.read_text("utf-8"))) for path in paths]
    plain = [(name, each["body"]) for name, each in exchanges if each["body_kind"] == "json" and each["status"] == 200]
    skip = pytest.mark.skip(reason="no recorded exchanges (OPENROUTER_RECORDED)")
    rows = meeting(plain, ["sync", "async"], of=1)
    return [pytest.param(body, colour, id=f"{colour}-{name}") for (name, body), colour in rows] or [
        pytest.param("", "sync", marks=skip)
    ]


# one reader makes an answer for both colours
@pytest.mark.parametrize(("body", "api"), plain_recordings(), indirect=["api"])
def test_recorded_plain_answers_say_the_same_when_a_stream_was_asked_for(
    api: Api, server: testing.Server, make_client: MakeClient, body: str
) -> None:
    answer = testing.raw(200, {"Content-Type": "application/json"}, body)
    server.enqueue(answer, answer)
    client = make_client()
    try:
        plain = api.answer(client, streamed=False, retries=0)
    except errors.OpenRouterError as error:
        with pytest.raises(type(error)):
            api.answer(client, streamed=True, retries=0)
        return
    final = api.answer(client, streamed=True, retries=0)

    assert (final.text, final.reasoning, final.finish_reason) == (plain.text, plain.reasoning, plain.finish_reason)
    assert calls_of(final) == calls_of(plain)
    assert final.message.reasoning_details == plain.message.reasoning_details
    assert (final.usage, final.cost, final.id, final.model) == (plain.usage, plain.cost, plain.id, plain.model)
