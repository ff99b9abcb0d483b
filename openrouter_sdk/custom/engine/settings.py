"""What a client was told once, checked: key, base URL, headers, limits. Values and functions only, no connection."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from openrouter_sdk.client import CLIENT_HEADERS, SERVER_URL
from openrouter_sdk.types import UNSET

from ..errors import ArgumentError, remember_key
from ..http import LONGEST_TIMEOUT_S
from ..retry import DEFAULT_RETRY_POLICY, RetryPolicy, resolve_policy
from ..stream import MAX_EVENT_BYTES
from .arguments import base_url, callable_or_none, clean_key, header_name, header_value, positive
from .observe import Observer

if TYPE_CHECKING:
    from .hooks import Hooks

API_KEY_VARIABLE = "OPENROUTER_API_KEY"
BASE_URL_VARIABLE = "OPENROUTER_BASE_URL"

_PHASES = ("connect", "read", "write", "pool")
_FRAMING = frozenset(("content-length", "transfer-encoding"))


class ApiKey:
    """Where the key comes from. Its text is in no repr and no pickle."""

    __slots__ = ("_source", "literal")

    def __init__(self, given: str | Callable[[], str | Awaitable[str]] | None) -> None:
        self.literal: bool = given is not None and not callable(given)
        if not callable(given):
            name = "api_key" if self.literal else API_KEY_VARIABLE
            found = given if self.literal else os.environ.get(API_KEY_VARIABLE)
            if found is None:
                raise ArgumentError(f"no API key: pass api_key= or set {API_KEY_VARIABLE}")
            given = clean_key(found, name)
        self._source: str | Callable[[], str | Awaitable[str]] = given

    def __repr__(self) -> str:
        return "ApiKey(***)"

    def __reduce__(self) -> tuple[Any, ...]:
        raise TypeError("an API key is not pickled")

    def get(self) -> str:
        """The key for a sync call.

        Raises:
            TypeError: The function is async.
        """
        if isinstance(self._source, str):
            return self._source
        value: Any = self._source()
        if hasattr(value, "__await__"):
            if hasattr(value, "close"):
                value.close()
            raise TypeError("api_key is an async function: call the async method, or pass a plain function")
        return clean_key(value, "the result of api_key()")

    async def get_async(self) -> str:
        """The key for an async call. A plain function is called in a thread: while it waits, the event loop goes on."""
        function: Any = self._source
        if isinstance(function, str):
            return function
        from inspect import iscoroutinefunction  # lazy: most keys are texts

        if iscoroutinefunction(function) or iscoroutinefunction(getattr(function, "__call__", None)):  # noqa: B004
            value = await function()
        else:
            from asyncio import to_thread  # lazy: a sync program never loads asyncio

            value = await to_thread(_called, function)
            if hasattr(value, "__await__"):
                value = await value
        return clean_key(value, "the result of api_key()")


def _called(function: Callable[[], Any]) -> Any:
    try:
        return function()
    except StopIteration as error:
        # no future takes one: whoever awaits it would wait forever
        raise RuntimeError("api_key() raised StopIteration") from error


class Settings:
    """The checked options of a client.

    Args:
        options: What the client was given.
        key: The key of the client that this is a view of; it replaces `api_key`.

    Raises:
        ArgumentError: A value that cannot be used.
        TypeError: A value of the wrong type.
    """

    def __init__(self, options: Mapping[str, Any], key: ApiKey | None = None) -> None:
        self.key: ApiKey = key or ApiKey(options["api_key"])
        self.allow_http: bool = bool(options["allow_http"])
        self.server_url: str = self.checked_url(*_server_url(options["server_url"]))
        self.headers: dict[str, bytes] = client_headers(options)
        self.policy: RetryPolicy = checked_policy("retry_config", options["retry_config"], DEFAULT_RETRY_POLICY)
        self.timeout: dict[str, float | None] | None = checked_timeout(options["timeout"])
        self.total_timeout_s: float | None = checked_total(options["timeout_ms"])
        self.idle_timeout_s: float | None = positive("idle_timeout", options["idle_timeout"])
        self.max_response_bytes: float | None = positive("max_response_bytes", options["max_response_bytes"])
        positive("max_event_bytes", options["max_event_bytes"])
        self.max_event_bytes: int = options["max_event_bytes"] or MAX_EVENT_BYTES
        self.choice_errors: bool = bool(options["raise_on_choice_error"])
        self.retry_after_send: bool = bool(options["retry_after_send"])
        self.on_retry: Callable[..., Any] | None = callable_or_none("on_retry", options["on_retry"])
        self.on_keepalive: Callable[..., Any] | None = callable_or_none("on_keepalive", options["on_keepalive"])
        hooks = None if options["hooks"] is None else _checked_hooks(options["hooks"])
        self.observer: Observer = Observer(hooks, _checked_logger(options["debug_logger"]))

    def checked_url(self, value: object, source: str) -> str:
        """A base URL without its trailing slash."""
        return base_url(value, source, allow_http=self.allow_http)


def _checked_hooks(value: Any) -> Hooks:
    from .hooks import Hooks  # lazy: few programs have some

    if not isinstance(value, Hooks):
        raise TypeError(f"hooks must be a Hooks, not {type(value).__name__}")
    return value


def _checked_logger(value: Any) -> Any:
    if value is not None and not callable(getattr(value, "isEnabledFor", None)):
        raise TypeError(f"debug_logger must be a logging.Logger, not {type(value).__name__}")
    return value


def _server_url(given: object) -> tuple[object, str]:
    if given is not None:
        return given, "server_url"
    found = os.environ.get(BASE_URL_VARIABLE, "").strip()
    return (found, BASE_URL_VARIABLE) if found else (SERVER_URL, "server_url")


def client_headers(options: Mapping[str, Any]) -> dict[str, bytes]:
    """The headers that each request of a client carries, by their name in lower case."""
    named = {header: (source, options[source]) for source, header in CLIENT_HEADERS.items()}
    found = {name.lower(): header_value(source, value) for name, (source, value) in named.items() if value is not None}
    return {**found, **extra_headers(options["http_headers"])}


def extra_headers(given: Any) -> dict[str, bytes]:
    """The caller's further headers, by their name in lower case."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise TypeError(f"http_headers must be a mapping, not {type(given).__name__}")
    headers: dict[Any, Any] = dict(given)  # pyright: ignore[reportUnknownArgumentType]
    for name in headers:
        if str(name).lower() in _FRAMING:
            raise ArgumentError(f"http_headers: {name!r} is set by the transport")
    found = {header_name(name).lower(): header_value(f"http_headers[{name!r}]", headers[name]) for name in headers}
    if "authorization" in found:
        remember_key(found["authorization"].decode("latin-1").rpartition(" ")[2])
    return found


def checked_policy(name: str, value: Any, default: RetryPolicy) -> RetryPolicy:
    """The retry policy that an option asks for; `default` where it was not given."""
    return default if value is UNSET else resolve_policy(value, name)


def checked_total(timeout_ms: Any) -> float | None:
    """Seconds that the whole call may take."""
    value = positive("timeout_ms", timeout_ms)
    return None if value is None else min(value / 1000, LONGEST_TIMEOUT_S)


def checked_timeout(value: Any) -> dict[str, float | None] | None:
    """Seconds of each phase, from a number or an `httpx.Timeout`; None where nothing was given."""
    if value is None:
        return None
    given: dict[str, Any] = value.as_dict() if hasattr(value, "as_dict") else dict.fromkeys(_PHASES, value)
    phases = {phase: positive("timeout", seconds) for phase, seconds in given.items()}
    return {phase: None if seconds is None else min(seconds, LONGEST_TIMEOUT_S) for phase, seconds in phases.items()}
