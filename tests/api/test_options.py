"""Options of the client and of a call: values that cannot be used."""

from __future__ import annotations

import math
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api

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
    ({"idle_timeout": 0}, ValueError),
    ({"idle_timeout": "1"}, TypeError),
    ({"on_retry": "print"}, TypeError),
    ({"on_keepalive": 5}, TypeError),
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


def test_an_unknown_option_of_a_client_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="base_url"):
        OpenRouter(api_key="test", base_url="https://x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def test_all_bad_values_are_errors_of_the_sdk() -> None:
    with pytest.raises(errors.ArgumentError):
        OpenRouter(api_key="test", timeout_ms=0)
