"""Connections in rare moments: closed while they are made, refused by the caller's own client, changed in protocol."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from openrouter_sdk import OpenRouter, errors, testing
from openrouter_sdk.custom.http import Response, own_client, own_client_async
from openrouter_sdk.custom.http.sockets_async import Wire
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, Api
from tests.helpers.patience import PATIENCE_S
from tests.helpers.raw_server import Connection, RawServer
from tests.streams import wire


@pytest.mark.parametrize("asked", [{}, {"Connection": "Upgrade", "Upgrade": "websocket"}])
def test_a_server_that_changes_the_protocol_gives_no_answer(
    asked: dict[str, str], api: Api, make_client: MakeClient
) -> None:
    def switch(connection: Connection) -> None:
        if connection.read_request():
            connection.send(b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
            connection.client_gone()

    with RawServer(switch) as server, pytest.raises(errors.NoResponseError) as caught:
        api.send(make_client(server_url=server.url, retry_config=None), http_headers=asked)

    assert caught.value.request_sent is True


def test_a_client_that_is_closed_while_it_connects_sends_nothing(
    api: Api, make_client: MakeClient, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = make_client(retry_config=None)
    connect, connect_async = own_client.connect, own_client_async.connect

    def connect_and_close(*arguments: Any) -> Any:
        connected = connect(*arguments)
        client.close()
        return connected

    async def connect_and_close_async(*arguments: Any) -> Any:
        connected = await connect_async(*arguments)
        await client.aclose()
        return connected

    monkeypatch.setattr(own_client, "connect", connect_and_close)
    monkeypatch.setattr(own_client_async, "connect", connect_and_close_async)
    with pytest.raises(errors.NoResponseError, match="the client was closed") as caught:
        api.send(client)

    assert caught.value.request_sent is False
    assert server.requests == []
    assert server.wait_connections(0)


def test_a_thread_that_waits_for_a_connection_learns_that_the_client_is_closed(server: testing.Server) -> None:
    server.enqueue(wire.streamed(wire.text("Hel"), 60.0))
    limits = httpx.Limits(max_connections=1)
    client = OpenRouter(server_url=server.url, api_key="test", limits=limits, retry_config=None)
    stream = client.chat.send(model=MODEL, messages=ASK, stream=True)
    assert next(iter(stream)).text == "Hel"
    waits = threading.Event()
    with ThreadPoolExecutor(1) as pool, pytest.MonkeyPatch.context() as patched:
        route = own_client.OwnClient.route
        patched.setattr(own_client.OwnClient, "route", lambda *found: (route(*found), waits.set())[0])
        second = pool.submit(client.chat.send, model=MODEL, messages=ASK)
        assert waits.wait(PATIENCE_S)
        client.close()

        with pytest.raises(errors.NoResponseError, match="the client was closed"):
            second.result(PATIENCE_S)
    stream.close()


def test_a_task_that_waits_for_a_connection_learns_that_the_client_is_closed(server: testing.Server) -> None:
    server.enqueue(wire.streamed(wire.text("Hel"), 60.0))
    limits = httpx.Limits(max_connections=1)

    async def wait_and_close() -> None:
        client = OpenRouter(server_url=server.url, api_key="test", limits=limits, retry_config=None)
        stream = await client.chat.send_async(model=MODEL, messages=ASK, stream=True)
        assert (await anext(aiter(stream))).text == "Hel"
        second = asyncio.create_task(client.chat.send_async(model=MODEL, messages=ASK))
        await _some_turns()
        await client.aclose()
        with pytest.raises(errors.NoResponseError, match="the client was closed"):
            await second
        await stream.close()

    asyncio.run(wait_and_close())


@pytest.mark.parametrize("way", ["close", "aclose"])
@pytest.mark.parametrize("runs", [False, True])
def test_connections_of_a_loop_that_goes_on_elsewhere_are_closed_too(
    runs: bool, way: str, server: testing.Server
) -> None:
    client = OpenRouter(server_url=server.url, api_key="test")
    loop = asyncio.new_event_loop()
    loop.run_until_complete(client.chat.send_async(model=MODEL, messages=ASK))
    thread = threading.Thread(target=loop.run_forever)
    if runs:
        thread.start()
    if way == "close":
        client.close()
    else:
        asyncio.run(client.aclose())
    if runs:
        assert server.wait_connections(0)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
    else:
        # what could not run it leaves that to its next turn
        loop.run_until_complete(_some_turns())
    assert server.wait_connections(0)
    loop.close()


class Body(Response):
    """Tells what is done to its connection."""

    def __init__(self) -> None:
        super().__init__(200, [])
        self.done: list[str] = []

    def _wake(self) -> None:
        self.done.append("woken")

    def _give_back(self) -> None:
        self.done.append("given back")


def test_the_connection_of_a_closed_body_is_given_back_once_and_disturbed_no_more() -> None:
    body = Body()
    body.shut_down()
    for _ in range(2):
        body.close()
        body.shut_down()

    assert body.done == ["woken", "given back"]


class Forgotten(own_client.OwnClient):
    """Counts how often its connections are closed."""

    def __init__(self, closed: list[str]) -> None:
        self._closed = closed

    def abandon(self) -> None:
        self._closed.append("closed")


@pytest.mark.parametrize("ending", [False, True])
def test_a_forgotten_client_closes_nothing_while_python_ends(ending: bool) -> None:
    closed: list[str] = []
    client = Forgotten(closed)
    client.__del__(lambda: ending)

    assert closed == ([] if ending else ["closed"])


class Broken(asyncio.Transport):
    """A connection that breaks with the first write."""

    def __init__(self, connected: socket.socket, *, tls: bool) -> None:
        super().__init__({"socket": connected, "ssl_object": object() if tls else None})
        self.broken = False

    def write(self, data: Any) -> None:
        self.broken = True

    def is_closing(self) -> bool:
        return self.broken


@pytest.mark.parametrize(("tls", "read"), [(False, b"what came"), (True, b"")])
def test_what_came_before_a_connection_broke_is_read_unless_it_is_packed_by_tls(tls: bool, read: bytes) -> None:
    received = bytearray()

    def take(data: bytes) -> int:
        received.extend(data)
        return 0

    async def write(connected: socket.socket) -> bool:
        broken = Wire(asyncio.get_running_loop())
        broken.received_by(take)
        broken.connection_made(Broken(connected, tls=tls))
        return await broken.write(b"data", lambda: 1.0)

    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        theirs.sendall(b"what came")
        assert asyncio.run(write(ours)) is False
    assert bytes(received) == read


@pytest.mark.parametrize("streamed", [False, True])
def test_an_injected_client_reads_a_packed_body_to_its_end(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    whole = {"choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello"}}]}
    body = wire.text("Hel") + wire.text("lo", "stop") + wire.DONE if streamed else json.dumps(whole).encode()
    kind = "text/event-stream" if streamed else "application/json"
    server.enqueue(testing.raw(200, {"Content-Type": kind, "Content-Encoding": "gzip"}, gzip.compress(body)))
    injected = api.http_client()

    assert api.answer(make_client(**injected), streamed=streamed).text == "Hello"
    api.is_closed(injected)


async def _some_turns() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


class Elsewhere(httpx.Client):
    """A client that sends each request to another server."""

    def build_request(self, method: str, url: Any, **more: Any) -> httpx.Request:
        return super().build_request(method, "http://elsewhere.example/", **more)


def test_an_injected_client_that_would_send_elsewhere_is_refused() -> None:
    with (
        Elsewhere() as elsewhere,
        OpenRouter(api_key="test", client=elsewhere) as client,
        pytest.raises(errors.ArgumentError, match="httpx reads another host in the URL"),
    ):
        client.chat.send(model=MODEL, messages=ASK)


class Full(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A transport all of whose connections are in use."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise httpx.PoolTimeout("no connection is free", request=request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


def test_an_injected_client_all_of_whose_connections_are_in_use_is_a_timeout(api: Api, make_client: MakeClient) -> None:
    injected = api.http_client(transport=Full())

    with pytest.raises(errors.RequestTimedOutError) as caught:
        api.send(make_client(retry_config=None, **injected))

    assert caught.value.request_sent is False
    api.is_closed(injected)
