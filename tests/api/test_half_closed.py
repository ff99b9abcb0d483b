"""Connections that the server closes on its side only."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from openrouter_sdk import errors
from tests.conftest import MakeClient
from tests.helpers.api import OVER_EVERY_TRANSPORT, Api
from tests.helpers.raw_server import Connection, RawServer

pytestmark = OVER_EVERY_TRANSPORT

STREAMED = pytest.mark.parametrize("streamed", [False, True])
CHUNK = b'data: {"id":"g","choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n'
BODY = b'{"id":"g","choices":[{"index":0,"message":{"role":"assistant","content":"Hel'
ANSWER = {
    "id": "g",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "ok"}}],
}


def half_closed(headers: bytes, body: bytes) -> Callable[[Connection], None]:
    """Answers and says that nothing more will come, but waits for the client to close."""

    def handle(connection: Connection) -> None:
        connection.read_request()
        connection.send(b"HTTP/1.1 200 OK\r\n" + headers + b"\r\n" + body)
        connection.half_close()
        connection.client_gone()

    return handle


@STREAMED
def test_a_half_closed_answer_without_length_ends_where_the_server_ends_it(
    streamed: bool, api: Api, make_client: MakeClient
) -> None:
    handler = half_closed(b"Content-Type: application/json\r\n", json.dumps(ANSWER).encode())
    with RawServer(handler) as half:
        client = make_client(server_url=half.url)

        assert api.answer(client, streamed=streamed).text == "ok"
        assert half.wait_all_closed()
        assert half.requests == 1


@STREAMED
def test_a_half_closed_answer_that_promised_more_is_broken(streamed: bool, api: Api, make_client: MakeClient) -> None:
    media_type = b"text/event-stream" if streamed else b"application/json"
    headers = b"Content-Type: " + media_type + b"\r\nContent-Length: 9999\r\n"
    with RawServer(half_closed(headers, CHUNK if streamed else BODY)) as half:
        client = make_client(server_url=half.url)

        with pytest.raises(errors.OpenRouterError) as caught:
            api.answer(client, streamed=streamed)

        assert type(caught.value) is (errors.StreamInterruptedError if streamed else errors.NoResponseError)
        assert half.wait_all_closed()
        assert half.requests == 1


@STREAMED
def test_half_closed_instead_of_an_answer_is_no_response(streamed: bool, api: Api, make_client: MakeClient) -> None:
    def handle(connection: Connection) -> None:
        connection.read_request()
        connection.half_close()
        connection.client_gone()

    with RawServer(handle) as half:
        client = make_client(server_url=half.url)

        with pytest.raises(errors.NoResponseError):
            api.answer(client, streamed=streamed)

        assert half.wait_all_closed()
        assert half.requests == 1


@STREAMED
def test_an_answer_before_the_request_was_read_is_an_answer(streamed: bool, api: Api, make_client: MakeClient) -> None:
    def refuse(connection: Connection) -> None:
        connection.send(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        connection.half_close()
        connection.client_gone()

    with RawServer(refuse) as early:
        client = make_client(server_url=early.url)

        with pytest.raises(errors.PayloadTooLargeResponseError):
            api.answer(client, streamed=streamed, user="x" * 10)

        assert early.wait_all_closed()
