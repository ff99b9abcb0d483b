"""Proxies of the environment, which are not for this machine."""

from __future__ import annotations

import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import OVER_EVERY_TRANSPORT, Api
from tests.helpers.raw_server import Connection, RawServer

pytestmark = OVER_EVERY_TRANSPORT


@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
def test_a_call_to_this_machine_goes_round_the_proxy(
    name: str, api: Api, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:9")

    result = api.send(OpenRouter(server_url=server.url.replace("127.0.0.1", "localhost"), api_key="test"))

    assert result.text == "Tell me more"


@pytest.mark.parametrize("streamed", [False, True])
def test_a_proxy_that_refuses_to_connect_has_sent_nothing_on(
    streamed: bool, api: Api, make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    def refuse(connection: Connection) -> None:
        connection.read_head()
        asked.append(connection.received.split(b"\r\n")[0])
        connection.send(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")

    with RawServer(refuse) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url.removesuffix("/api/v1"))
        client = make_client(server_url="https://openrouter.example/v1")
        with pytest.raises(errors.NoResponseError, match="503 Busy") as caught:
            api.answer(client, streamed=streamed)

    assert caught.value.request_sent is False
    assert caught.value.attempts == len(asked) == 4
    assert set(asked) == {b"CONNECT openrouter.example:443 HTTP/1.1"}
