"""What the SDK's own connections do where networks and servers misbehave."""

from __future__ import annotations

import socket
import threading
from typing import Any

import httpx
import pytest

from openrouter_sdk import errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import OVER_EVERY_TRANSPORT, Api
from tests.helpers.examples import LONG, meeting
from tests.helpers.patience import PATIENCE_S
from tests.helpers.raw_server import Connection, RawServer

STREAMED = pytest.mark.parametrize("streamed", [False, True])
BODY = b'{"id":"g","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"ok"}}]}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
ANSWER = HEAD + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY
TAKEN = 65536
LARGE = "x" * 6_000_000  # more than the systems of both sides take in: Linux lets 4 MiB wait to be sent


# sending does not know whether a stream is asked for
@pytest.mark.parametrize(
    ("size", "how", "api", "streamed"),
    meeting([10, len(LARGE)], ["reset", "closed"], ["sync", "async"], [False, True], of=3),
    indirect=["api"],
)
def test_an_early_refusal_is_read_though_the_server_takes_no_more(
    size: int, how: str, streamed: bool, api: Api, make_client: MakeClient
) -> None:
    def refuse(connection: Connection) -> None:
        connection.read_head()
        connection.send(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        if how == "reset":
            connection.reset()

    with RawServer(refuse, takes=TAKEN) as early:
        client = make_client(server_url=early.url, retry_config=None)
        for _ in range(5 if LONG else 3):
            with pytest.raises(errors.PayloadTooLargeResponseError):
                api.answer(client, streamed=streamed, user="x" * size)


@STREAMED
@pytest.mark.parametrize("sent", [b"H", b"HTTP/1.1 200 OK\r\n", HEAD])
@pytest.mark.parametrize("reset", [False, True])
def test_a_kept_connection_that_breaks_inside_the_headers_is_not_asked_again(
    reset: bool, sent: bytes, streamed: bool, api: Api, make_client: MakeClient
) -> None:
    """The server was at work already."""

    def answer_once(connection: Connection) -> None:
        connection.read_request()
        connection.send(ANSWER)
        if connection.read_request():
            connection.send(sent)
            if reset:
                connection.reset()

    with RawServer(answer_once) as server:
        client = make_client(server_url=server.url)
        assert api.send(client).text == "ok"
        with pytest.raises(errors.NoResponseError) as caught:
            api.answer(client, streamed=streamed)

        assert (caught.value.request_sent, caught.value.attempts) == (True, 1)
        assert server.requests == 2


@OVER_EVERY_TRANSPORT
@STREAMED
def test_no_timeout_at_all_is_fine(streamed: bool, api: Api, make_client: MakeClient, server: testing.Server) -> None:
    client = make_client(timeout=httpx.Timeout(None), idle_timeout=None)

    assert api.answer(client, streamed=streamed).text == "Tell me more"


@STREAMED
def test_a_large_request_and_a_large_answer_arrive_whole(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.reply(LARGE))
    client = make_client()

    assert api.answer(client, streamed=streamed, user=LARGE).text == LARGE
    assert server.requests[0].json["user"] == LARGE
    assert api.send(client).text == "Tell me more"
    assert server.connections == 1


@STREAMED
def test_bytes_behind_the_answer_are_no_answer_to_the_next_call(
    streamed: bool, api: Api, make_client: MakeClient
) -> None:
    def answer_twice_at_once(connection: Connection) -> None:
        connection.read_request()
        connection.send(ANSWER + ANSWER.replace(b"ok", b"no"))
        connection.client_gone()

    with RawServer(answer_twice_at_once) as server:
        client = make_client(server_url=server.url)

        assert [api.answer(client, streamed=streamed).text for _ in range(3)] == ["ok"] * 3
        assert server.connections == 3
        api.close(client)


def test_what_an_idle_connection_is_sent_is_no_answer_to_the_next_call(api: Api, make_client: MakeClient) -> None:
    spoke = threading.Event()

    def speak_unasked(connection: Connection) -> None:
        connection.read_request()
        connection.send(ANSWER)
        connection.send(ANSWER.replace(b"ok", b"no"))
        spoke.set()
        connection.client_gone()

    with RawServer(speak_unasked) as server:
        client = make_client(server_url=server.url)
        assert api.send(client).text == "ok"
        assert spoke.wait(PATIENCE_S)
        api.pause(0.01)

        assert api.send(client).text == "ok"
        assert server.connections == 2
        api.close(client)


def test_idle_connections_are_kept_up_to_their_number(api: Api, make_client: MakeClient) -> None:
    def serve(connection: Connection) -> None:
        while connection.read_request():
            connection.send(ANSWER)

    with RawServer(serve) as one, RawServer(serve) as other:
        client = make_client(limits=httpx.Limits(max_keepalive_connections=1, keepalive_expiry=None))
        for _ in range(2):
            for server in (one, other):
                assert api.send(client, server_url=server.url).text == "ok"

        assert (one.connections, other.connections) == (2, 2)
        api.close(client)


def test_an_idle_connection_gives_way_where_no_more_may_be_open(api: Api, make_client: MakeClient) -> None:
    def serve(connection: Connection) -> None:
        while connection.read_request():
            connection.send(ANSWER)

    with RawServer(serve) as one, RawServer(serve) as other:
        client = make_client(limits=httpx.Limits(max_connections=1))
        for server, before in ((one, other), (other, one), (one, other)):
            assert api.send(client, server_url=server.url).text == "ok"
            # which the server notices when it comes to it
            assert before.wait_all_closed()

        api.close(client)
        assert one.wait_all_closed()
        assert other.wait_all_closed()


def test_idle_connections_expire(api: Api, make_client: MakeClient) -> None:
    def serve(connection: Connection) -> None:
        while connection.read_request():
            connection.send(ANSWER)

    with RawServer(serve) as server:
        client = make_client(server_url=server.url, limits=httpx.Limits(keepalive_expiry=0.0))
        for _ in range(3):
            assert api.send(client).text == "ok"

        assert server.connections == 3
        api.close(client)


PIECES: dict[str, Any] = {
    "one byte a write": [ANSWER[at : at + 1] for at in range(len(ANSWER))],
    "interim answers first": [b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n", ANSWER],
    "chunks with extensions": [
        HEAD,
        b"Transfer-Encoding: chunked\r\n\r\n%x;a=b\r\n%b\r\n0\r\nX-Trailer: 1\r\n\r\n" % (len(BODY), BODY),
    ],
}


@STREAMED
@pytest.mark.parametrize("name", PIECES)
def test_unusual_framing_is_read(name: str, streamed: bool, api: Api, make_client: MakeClient) -> None:
    def serve(connection: Connection) -> None:
        connection._sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while connection.read_request():
            for piece in PIECES[name]:
                connection.send(piece)

    with RawServer(serve) as server:
        client = make_client(server_url=server.url)

        assert [api.answer(client, streamed=streamed).text for _ in range(2)] == ["ok"] * 2
        assert server.connections == 1
        api.close(client)


def test_a_server_that_takes_no_request_is_given_the_time_to_write(api: Api, make_client: MakeClient) -> None:
    done = threading.Event()

    def take_nothing(_: Connection) -> None:
        done.wait(PATIENCE_S)

    with RawServer(take_nothing, takes=TAKEN) as server:
        client = make_client(server_url=server.url, timeout=httpx.Timeout(60, write=0.1), retry_config=None)
        with pytest.raises(errors.RequestTimedOutError, match=r"was not taken within 0\.1 s") as caught:
            api.send(client, user=LARGE)
        done.set()

    assert caught.value.request_sent is True
