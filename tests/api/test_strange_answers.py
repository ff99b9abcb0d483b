"""Answers under 200 that are none, and answers in a strange wrapping."""

from __future__ import annotations

import json
from typing import Any

import pytest

from openrouter_sdk import errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.examples import meeting

JSON = {"Content-Type": "application/json"}
ANSWER: dict[str, Any] = {
    "id": "gen-2",
    "object": "chat.completion",
    "created": 1,
    "model": "maker/model",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "Hello"}}],
}


def answer(body: Any, headers: dict[str, str] = JSON) -> Any:
    return testing.raw(200, headers, body if isinstance(body, bytes) else json.dumps(body))


HTML = {"Content-Type": "text/html"}
NO_ANSWERS: dict[str, tuple[bytes, dict[str, str]]] = {
    "HTML": (b"<html><title>Log in</title></html>", HTML),
    "HTML called JSON": (b"<html><title>Log in</title></html>", JSON),
    "empty": (b"", JSON),
    "blank": (b" \n\n ", JSON),
    "truncated": (b'{"id": "g", "choi', JSON),
    "list": (b"[]", JSON),
    "null": (b"null", JSON),
    "number": (b"1", JSON),
    "choices is text": (b'{"choices": "none"}', JSON),
    "deep": (b"[" * 200_000, JSON),
}


@pytest.mark.parametrize(
    ("name", "streamed", "api"), meeting(NO_ANSWERS, [False, True], ["sync", "async"]), indirect=["api"]
)
def test_what_is_no_answer_raises_with_a_glimpse_of_it(
    name: str, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    body, headers = NO_ANSWERS[name]
    server.enqueue(answer(body, headers))

    with pytest.raises(errors.ResponseValidationError) as caught:
        api.answer(make_client(), streamed=streamed)

    assert caught.value.http_status == 200
    assert len(server.requests) == 1
    assert "200" in str(caught.value)
    assert len(str(caught.value)) < 1000
    assert caught.value.body[:20] == body.decode()[:20] or caught.value.data is not None


def test_white_space_before_an_answer_is_a_keep_alive(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.reply("Hello", padding=50))

    assert api.send(make_client()).text == "Hello"


def test_a_byte_order_mark_before_an_answer_is_dropped(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(answer(b"\xef\xbb\xbf" + json.dumps(ANSWER).encode()))

    assert api.send(make_client()).text == "Hello"


def test_an_answer_of_a_plain_compatible_server_parses(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(answer({**ANSWER, "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}}))

    result = api.send(make_client())

    assert (result.text, result.cost, result.provider) == ("Hello", None, None)
    assert result.usage.total_tokens == 3
