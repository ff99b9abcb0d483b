"""Connections that the server closes while they are idle, and while they are not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from openrouter_sdk import errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import OVER_EVERY_TRANSPORT, Api
from tests.helpers.raw_server import Connection, RawServer

pytestmark = OVER_EVERY_TRANSPORT

STREAMED = pytest.mark.parametrize("streamed", [False, True])
ANSWER = {
    "id": "g",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "ok"}}],
}


def whole(body: bytes = json.dumps(ANSWER).encode(), media_type: str = "application/json") -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


@STREAMED
def test_an_idle_connection_that_the_server_closed_does_not_fail_the_next_call(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client()
    for _ in range(3):
        server.enqueue(testing.raw(None, body=whole()))
        assert api.send(client).text == "ok"
        assert server.wait_connections(0)

    assert api.answer(client, streamed=streamed).text == "Tell me more"
    assert len(server.requests) == 4


@STREAMED
@pytest.mark.parametrize("reset", [False, True])
def test_a_reused_connection_closed_without_a_word_is_given_one_more_try(
    streamed: bool, reset: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client()
    api.send(client)
    server.enqueue(testing.raw(None, reset=reset))

    result = api.answer(client, streamed=streamed)

    assert result.text == "Tell me more"
    assert result.http.attempts == 2
    assert len(server.requests) == 3


@STREAMED
def test_that_try_is_the_only_one(streamed: bool, api: Api, make_client: MakeClient, server: testing.Server) -> None:
    client = make_client()
    api.send(client)
    server.enqueue(testing.raw(None), testing.raw(None), testing.reply("unused"))

    with pytest.raises(errors.NoResponseError) as caught:
        api.answer(client, streamed=streamed)

    assert caught.value.attempts == 2
    assert len(server.requests) == 3


def test_no_retries_means_not_even_that_one(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    client = make_client(retry_config=None)
    api.send(client)
    server.enqueue(testing.raw(None))

    with pytest.raises(errors.NoResponseError):
        api.send(client)

    assert len(server.requests) == 2


BROKEN: dict[str, tuple[Any, type[Exception], type[Exception]]] = {
    "reset inside the body": (
        testing.raw(200, {"Content-Type": "application/json", "Content-Length": "99"}, b'{"id"', reset=True),
        errors.NoResponseError,
        errors.NoResponseError,
    ),
    "reset inside an event": (
        testing.raw(200, {"Content-Type": "text/event-stream"}, b'data: {"id"', cut_after=9, reset=True),
        errors.NoResponseError,
        errors.StreamInterruptedError,
    ),
    "closed inside the body": (
        testing.raw(200, {"Content-Type": "application/json"}, b'{"id":', cut_after=5),
        errors.NoResponseError,
        errors.NoResponseError,
    ),
}


@STREAMED
@pytest.mark.parametrize("kind", BROKEN)
def test_a_reused_connection_that_breaks_inside_the_answer_is_not_tried_again(
    kind: str, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    """The server was at work already, so the answer may have to be paid for."""
    client = make_client()
    api.send(client)
    answer, *kinds = BROKEN[kind]
    server.enqueue(answer)

    with pytest.raises(errors.OpenRouterError) as caught:
        api.answer(client, streamed=streamed)

    assert type(caught.value) is kinds[streamed]
    assert caught.value.http_status == 200
    assert len(server.requests) == 2


@STREAMED
def test_a_fresh_connection_closed_without_a_word_is_not_tried_again(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.raw(None))

    with pytest.raises(errors.NoResponseError) as caught:
        api.answer(make_client(), streamed=streamed)

    assert (caught.value.request_sent, caught.value.attempts, len(server.requests)) == (True, 1, 1)


def test_a_server_that_says_close_is_called_on_a_new_connection(api: Api, make_client: MakeClient) -> None:
    def one_answer(connection: Connection) -> None:
        connection.read_request()
        connection.send(whole().replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))

    with RawServer(one_answer) as raw:
        client = make_client(server_url=raw.url)

        assert [api.send(client).text for _ in range(3)] == ["ok"] * 3
        assert (raw.requests, raw.connections) == (3, 3)
