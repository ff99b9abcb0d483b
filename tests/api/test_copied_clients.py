"""A copy of a client shares its key and its connections, and so its end."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import OVER_EVERY_TRANSPORT, Api

pytestmark = [OVER_EVERY_TRANSPORT, pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])]


@dataclass
class Settings:
    """What a program holds its client in."""

    client: OpenRouter
    send: Callable[..., Any]


def test_a_copy_shares_key_and_connections(
    copied: Any, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(api_key="a-literal-key")
    api.send(client)

    twin = copied(client)
    api.send(twin)

    assert [request.headers["authorization"] for request in server.requests] == ["Bearer a-literal-key"] * 2
    assert server.connections == 1


def test_a_client_is_copied_with_what_holds_it(copied: Any, api: Api, make_client: MakeClient) -> None:
    client = make_client()

    twin = copied(Settings(client, client.chat.send))

    assert api.send(twin.client).text == "Tell me more"
    assert twin.send == client.chat.send


def test_closing_one_closes_both(copied: Any, api: Api, make_client: MakeClient) -> None:
    client = make_client()
    twin = copied(client)
    api.send(client)

    api.close(twin)

    for closed in (client, twin):
        with pytest.raises(errors.ArgumentError, match="closed"):
            api.send(closed)


def test_an_injected_client_is_shared_and_not_closed(copied: Any, api: Api, make_client: MakeClient) -> None:
    injected = api.http_client()
    twin = copied(make_client(**injected))

    api.send(twin)
    api.close(twin)

    assert not api.is_closed(injected)
