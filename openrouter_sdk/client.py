# Code generated from openapi.yaml by `make generate`: do not edit.
"""The arguments of the client."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Literal, NamedTuple

import openrouter_sdk as _sdk

from .types import UNSET, Unset

SERVER_URL = "https://openrouter.ai/api/v1"


class Operation(NamedTuple):
    """One operation of the contract, as the client needs it."""

    method: str
    path: str
    result: str
    chunk: str
    sentinel: str
    errors: dict[int, str]
    default_error: str


class Arguments(NamedTuple):
    """What an operation was called with: body fields, headers of the contract, the SDK's options, unknown keywords."""

    body: dict[str, Any]
    headers: dict[str, Any]
    options: dict[str, Any]
    unknown: dict[str, Any]


class ClientArguments:
    """The signature of the client."""

    def __init__(
        self,
        api_key: str | Callable[[], str | Awaitable[str]] | None = None,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        server_url: str | None = None,
        client: _sdk.httpx.Client | None = None,
        async_client: _sdk.httpx.AsyncClient | None = None,
        retry_config: _sdk.RetryConfig | int | None | Unset = UNSET,
        timeout_ms: int | None = None,
        timeout: float | _sdk.Timeout | None = None,
        idle_timeout: float | None = 300.0,
        max_event_bytes: int | None = None,
        raise_on_choice_error: bool = True,
        retry_after_send: bool = False,
        on_retry: Callable[[_sdk.RetryEvent], object] | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        http_headers: Mapping[str, str] | None = None,
        hooks: _sdk.Hooks | None = None,
        limits: _sdk.httpx.Limits | None = None,
        allow_http: bool = False,
        http_backend: Literal["httpx", "aiohttp"] = "httpx",
        debug_logger: logging.Logger | None = None,
    ) -> None:
        """Set up a client. No connection is made before the first call.

        Args:
            api_key: API key, or a function (plain or async) that is asked for one before each call. For an async call
                a plain one runs in a thread, with the context variables of the call. Default: the environment
                variable `OPENROUTER_API_KEY`.
            http_referer: Your app's URL, sent as `HTTP-Referer` with each request.
            x_open_router_title: Your app's name, sent as `X-OpenRouter-Title` with each request.
            x_open_router_categories: Your app's categories, comma separated, sent as `X-OpenRouter-Categories` with each request.
            server_url: Base URL of the API, with or without a trailing slash. Default: the environment variable
                `OPENROUTER_BASE_URL`, else OpenRouter's production server.
            client: Your own `httpx.Client`. Its timeouts, proxies, transports and hooks are kept, and it is never
                closed.
            async_client: Your own `httpx.AsyncClient`, used in the same way.
            retry_config: When and how long failed requests are repeated: a `RetryConfig`, a number of retries, or None for
                none. Default: at most 4 attempts and 60 s of waiting in all.
            timeout_ms: Milliseconds each whole call may take, retries and streaming included. Default: no limit.
            timeout: Seconds each phase of a request may take (connect, write, read, wait for a pooled connection), or
                an `httpx.Timeout`. Default: connect 10 s, write 60 s, read 600 s, pool 60 s.
            idle_timeout: Seconds a stream may go without a data event before it is given up. Keep-alive comments do not
                count. None for no limit.
            max_event_bytes: Bytes that one event of a stream may take; a picture is one event. Default: 64 MiB.
            raise_on_choice_error: Whether an answer that holds a failed choice, one with an `error` or with the finish reason
                "error", raises (with the answer as `partial`) or is returned.
            retry_after_send: Whether a request that was sent but never answered (read timeout, lost connection) is sent again.
                It may be billed twice.
            on_retry: Called before each retry with a `RetryEvent`: the attempt, the delay in seconds, the error. What
                it raises is logged and dropped.
            on_keepalive: Called with the text of each keep-alive comment of a stream. What it raises is logged and dropped.
            http_headers: Further headers of each request.
            hooks: Functions called on request, response, retry and stream end. What one raises is logged and
                dropped.
            limits: Limits of the connection pool. Default: no cap on connections, 100 kept alive.
            allow_http: Whether a plain http server other than this machine is allowed. The key then travels unencrypted.
            http_backend: Without effect, whichever it is. The SDK's own connections serve thousands of streams at once.
            debug_logger: Logger for debug records instead of `openrouter_sdk`. Prompts and keys are never logged. The
                environment variable `OPENROUTER_DEBUG` turns debug records on.

        Raises:
            errors.ArgumentError: No key, or a value that cannot be used.
            TypeError: An injected client of another library.
        """
        self._configure(
            {
                "api_key": api_key,
                "http_referer": http_referer,
                "x_open_router_title": x_open_router_title,
                "x_open_router_categories": x_open_router_categories,
                "server_url": server_url,
                "client": client,
                "async_client": async_client,
                "retry_config": retry_config,
                "timeout_ms": timeout_ms,
                "timeout": timeout,
                "idle_timeout": idle_timeout,
                "max_event_bytes": max_event_bytes,
                "raise_on_choice_error": raise_on_choice_error,
                "retry_after_send": retry_after_send,
                "on_retry": on_retry,
                "on_keepalive": on_keepalive,
                "http_headers": http_headers,
                "hooks": hooks,
                "limits": limits,
                "allow_http": allow_http,
                "http_backend": http_backend,
                "debug_logger": debug_logger,
            }
        )

    def _configure(self, options: dict[str, Any]) -> None:
        raise NotImplementedError
