"""Options of the client and of a call: values that cannot be used."""

from __future__ import annotations

import math
from typing import Any

import httpx
import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api


async def nobody_awaits(event: object) -> None:
    """A hook of the wrong colour."""


BAD_EVERYWHERE: list[tuple[dict[str, Any], type[Exception]]] = [
    ({"timeout_ms": 0}, ValueError),
    ({"timeout_ms": -1}, ValueError),
    ({"timeout_ms": math.nan}, ValueError),
    ({"timeout_ms": "100"}, TypeError),
    ({"timeout_ms": True}, TypeError),
    ({"timeout": 0}, ValueError),
    ({"timeout": -0.5}, ValueError),
    ({"timeout": math.nan}, ValueError),
    ({"timeout": "1"}, TypeError),
    ({"timeout": (1, 2)}, TypeError),
    ({"timeout": httpx.Timeout(-1)}, ValueError),
    ({"timeout": httpx.Timeout(5, read=0)}, ValueError),
    ({"timeout": httpx.Timeout(math.nan)}, ValueError),
    ({"timeout": httpx.Timeout(5, connect="5")}, TypeError),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ({"idle_timeout": 0}, ValueError),
    ({"idle_timeout": "1"}, TypeError),
    ({"on_retry": "print"}, TypeError),
    ({"on_keepalive": 5}, TypeError),
    ({"on_retry": nobody_awaits}, TypeError),
    ({"on_keepalive": nobody_awaits}, TypeError),
]
BAD_FOR_CALLS: list[tuple[dict[str, Any], type[Exception]]] = [
    ({"retries": -1}, ValueError),
    ({"retries": "3"}, TypeError),
    ({"retries": True}, TypeError),
    ({"retries": 1.5}, TypeError),
]
BAD_FOR_CLIENTS: list[tuple[dict[str, Any], type[Exception]]] = [
    ({"retry_config": -1}, ValueError),
    ({"retry_config": "backoff"}, TypeError),
    ({"hooks": print}, TypeError),
    ({"limits": 10}, TypeError),
    ({"http_backend": "curl"}, ValueError),
    ({"debug_logger": "openrouter"}, TypeError),
    ({"max_event_bytes": 0}, ValueError),
    ({"max_event_bytes": "64 MiB"}, TypeError),
]


@pytest.mark.parametrize(("options", "kind"), BAD_EVERYWHERE + BAD_FOR_CALLS)
def test_a_bad_option_of_a_call_is_refused_by_name(
    options: dict[str, Any], kind: type[Exception], api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client()

    with pytest.raises(kind, match=next(iter(options))):
        api.send(client, **options)

    assert server.requests == []


@pytest.mark.parametrize(("options", "kind"), BAD_EVERYWHERE + BAD_FOR_CLIENTS)
def test_a_bad_option_of_a_client_is_refused_by_name(options: dict[str, Any], kind: type[Exception]) -> None:
    with pytest.raises(kind, match=next(iter(options))):
        OpenRouter(api_key="test", **options)


FOR_EVER: list[Any] = [math.inf, 1e15, 10**400]


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("limit", [*FOR_EVER, httpx.Timeout(math.inf), httpx.Timeout(None, read=1e15)])
def test_a_timeout_may_be_longer_than_a_socket_can_wait(
    limit: Any, streamed: bool, api: Api, make_client: MakeClient
) -> None:
    assert api.answer(make_client(timeout=limit), streamed=streamed).text == "Tell me more"


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("limit", FOR_EVER)
def test_a_deadline_may_be_further_away_than_a_socket_can_wait(
    limit: Any, streamed: bool, api: Api, make_client: MakeClient
) -> None:
    client = make_client(timeout=httpx.Timeout(None), timeout_ms=limit, idle_timeout=limit)

    assert api.answer(client, streamed=streamed).text == "Tell me more"


def test_an_unknown_option_of_a_client_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="base_url"):
        OpenRouter(api_key="test", base_url="https://x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def test_all_bad_values_are_errors_of_the_sdk() -> None:
    with pytest.raises(errors.ArgumentError):
        OpenRouter(api_key="test", timeout_ms=0)
