"""A pickled client carries its configuration and never a key."""

from __future__ import annotations

import pickle

import httpx
import pytest

from openrouter_sdk import OpenRouter, RetryConfig, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api

KEY = "a-key-of-no-known-form"


def key_from_vault() -> str:
    return "from-vault"


def test_a_literal_key_is_not_pickled_and_the_message_says_what_to_do() -> None:
    with OpenRouter(api_key=KEY) as client, pytest.raises(TypeError, match="OPENROUTER_API_KEY") as caught:
        pickle.dumps(client)

    assert KEY not in str(caught.value)


def test_a_key_in_a_header_is_not_pickled_either() -> None:
    headers = {"authorization": f"Bearer {KEY}"}
    with (
        OpenRouter(api_key=key_from_vault, http_headers=headers) as client,
        pytest.raises(TypeError, match="Authorization") as caught,
    ):
        pickle.dumps(client)

    assert KEY not in str(caught.value)


def test_a_key_from_the_environment_is_looked_up_on_the_other_side(
    api: Api, make_client: MakeClient, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", KEY)
    packed = pickle.dumps(make_client(api_key=None, x_open_router_title="App", retry_config=RetryConfig("none")))
    monkeypatch.setenv("OPENROUTER_API_KEY", "key-of-the-other-side")

    client = pickle.loads(packed)  # noqa: S301 - our own
    server.enqueue(testing.error(503), testing.reply("unused"))
    with pytest.raises(Exception, match="503"):
        api.send(client)
    api.close(client)

    assert KEY.encode() not in packed
    assert [request.headers["authorization"] for request in server.requests] == ["Bearer key-of-the-other-side"]
    assert server.requests[0].headers["x-openrouter-title"] == "App"


def test_a_function_is_pickled_by_name(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    client = pickle.loads(pickle.dumps(make_client(api_key=key_from_vault)))  # noqa: S301 - our own

    api.send(client)
    api.close(client)

    assert server.requests[0].headers["authorization"] == "Bearer from-vault"


def test_a_client_that_was_used_pickles_without_its_connections(api: Api, make_client: MakeClient) -> None:
    client = make_client(api_key=key_from_vault)
    api.send(client)

    twin = pickle.loads(pickle.dumps(client))  # noqa: S301 - our own

    assert api.send(twin).text == "Tell me more"
    api.close(twin)


def test_an_injected_client_is_not_pickled() -> None:
    with httpx.Client() as injected:
        client = OpenRouter(api_key=key_from_vault, client=injected)
        with pytest.raises(TypeError, match="injected client"):
            pickle.dumps(client)
