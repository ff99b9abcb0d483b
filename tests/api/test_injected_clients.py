"""The caller's own httpx clients: used as they are, and never closed."""

from __future__ import annotations

from typing import Any

import httpx
import httpx2
import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.raw_server import Connection, RawServer

STREAMED = pytest.mark.parametrize("streamed", [False, True])


@STREAMED
def test_an_injected_client_is_used_and_left_open(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    injected = api.http_client(headers={"X-Mine": "yes", "User-Agent": "mine"}, cookies={"a": "b"})
    client = make_client(**injected)

    assert api.answer(client, streamed=streamed).text == "Tell me more"
    api.close(client)

    request = server.requests[0]
    assert request.headers["x-mine"] == "yes"
    assert request.headers["cookie"] == "a=b"
    assert request.headers["authorization"] == "Bearer test"
    assert not api.is_closed(injected)


def test_an_injected_client_outlives_the_sdks(api: Api, make_client: MakeClient) -> None:
    injected = api.http_client()
    for _ in range(2):
        client = make_client(**injected)
        assert api.use(client, lambda client=client: api.send(client).text) == "Tell me more"

    assert not api.is_closed(injected)


def test_a_closed_sdk_client_does_not_use_the_injected_one(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    injected = api.http_client()
    client = make_client(**injected)
    api.close(client)

    with pytest.raises(errors.ArgumentError, match="closed"):
        api.send(client)

    assert server.requests == []
    api.is_closed(injected)


@STREAMED
def test_an_injected_client_that_its_owner_closed_is_an_error_of_the_sdk(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    injected = api.http_client()
    client = make_client(**injected)
    api.is_closed(injected)

    with pytest.raises(errors.ArgumentError, match=r"injected.*closed"):
        api.answer(client, streamed=streamed)

    assert server.requests == []


def test_the_injected_clients_own_base_url_and_parameters_do_no_harm(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    injected = api.http_client(base_url="https://elsewhere.example/v9/", params={"team": "7"})

    api.send(make_client(**injected))

    assert server.requests[0].path == "/api/v1/chat/completions"
    assert server.requests[0].query == "team=7"
    api.is_closed(injected)


class Answering(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A transport of the caller's own."""

    def __init__(self) -> None:
        self.urls: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.urls.append(str(request.url))
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "mocked"}}
        return httpx.Response(200, json={"id": "g", "choices": [choice]})

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


@STREAMED
def test_the_injected_clients_transport_carries_the_call(streamed: bool, api: Api, make_client: MakeClient) -> None:
    transport = Answering()
    injected = api.http_client(transport=transport)
    client = make_client(server_url="https://openrouter.example/v1", timeout_ms=10_000, **injected)

    assert api.answer(client, streamed=streamed).text == "mocked"
    assert transport.urls == ["https://openrouter.example/v1/chat/completions"]
    api.is_closed(injected)


def test_the_injected_clients_event_hooks_run(api: Api, make_client: MakeClient) -> None:
    seen: list[str] = []

    def hook(event: Any) -> None:
        seen.append(type(event).__name__)

    async def async_hook(event: Any) -> None:
        hook(event)

    chosen = hook if api.colour == "sync" else async_hook
    injected = api.http_client(event_hooks={"request": [chosen], "response": [chosen]})

    api.send(make_client(**injected))

    assert seen == ["Request", "Response"]
    api.is_closed(injected)


def test_a_proxy_of_the_environment_is_honoured(
    api: Api, make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes] = []

    def proxy(connection: Connection) -> None:
        connection.read_request()
        seen.append(connection.received.split(b"\r\n")[0])
        connection.send(b"HTTP/1.1 402 Payment Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    with RawServer(proxy) as raw:
        monkeypatch.setenv("HTTP_PROXY", raw.url.removesuffix("/api/v1"))
        monkeypatch.setenv("NO_PROXY", "")
        client = make_client(server_url="http://openrouter.example/v1", allow_http=True)
        with pytest.raises(errors.PaymentRequiredResponseError):
            api.send(client)

    assert seen == [b"POST http://openrouter.example/v1/chat/completions HTTP/1.1"]


WRONG: list[tuple[str, Any, str]] = [
    ("client", httpx.AsyncClient, "client must be an httpx.Client, not httpx.AsyncClient"),
    ("async_client", httpx.Client, "async_client must be an httpx.AsyncClient, not httpx.Client"),
    ("client", httpx2.AsyncClient, "client must be an httpx.Client, not httpx2.AsyncClient"),
    ("client", object, "client must be an httpx.Client, not builtins.object"),
]


@pytest.mark.parametrize(("name", "kind", "message"), WRONG, ids=[row[2] for row in WRONG])
def test_a_client_of_another_library_or_colour_fails_when_the_sdk_client_is_built(
    name: str, kind: Any, message: str
) -> None:
    with pytest.raises(TypeError, match=message):
        OpenRouter(api_key="test", **{name: kind()})


def test_each_colour_can_have_its_own(server: testing.Server) -> None:
    with httpx.Client(headers={"X-Mine": "sync"}) as injected:
        client = OpenRouter(server_url=server.url, api_key="test", client=injected)
        client.chat.send(messages=[], model="m")
        client.close()

    assert [request.headers["x-mine"] for request in server.requests] == ["sync"]
