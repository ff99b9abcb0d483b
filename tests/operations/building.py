"""One call as the engine decides it, of operations made up by the tests; nothing is sent."""

from __future__ import annotations

from typing import Any

from openrouter_sdk import OpenRouter
from openrouter_sdk.client import Arguments, Operation
from openrouter_sdk.custom.engine import Call
from openrouter_sdk.types import UNSET

_CLIENT = OpenRouter(api_key="test", server_url="https://api.example/v1")
_OPTIONS: dict[str, Any] = {
    "server_url": None,
    "retries": UNSET,
    "timeout_ms": None,
    "timeout": None,
    "max_response_bytes": None,
    "retry_after_send": None,
    "on_retry": None,
    "http_headers": None,
    "extra_query": None,
}


def build(
    operation: Operation,
    *,
    path: dict[str, Any] | None = None,
    query: dict[str, Any] | None = None,
    headers: dict[str, Any] | None = None,
    body: dict[str, Any] | None = None,
    **options: Any,
) -> Call:
    """The call with these arguments."""
    return _CLIENT._engine.build(operation, arguments(path=path, query=query, headers=headers, body=body, **options))


def arguments(
    *,
    path: dict[str, Any] | None = None,
    query: dict[str, Any] | None = None,
    headers: dict[str, Any] | None = None,
    body: dict[str, Any] | None = None,
    **options: Any,
) -> Arguments:
    """Arguments as a generated method hands them over."""
    return Arguments(path or {}, query or {}, headers or {}, body or {}, {**_OPTIONS, **options}, {})
