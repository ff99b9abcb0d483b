# Code generated from openapi.yaml by `make generate`: do not edit.
"""The arguments of the client."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from types import FunctionType, MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, Never, Protocol, Self, TypeVar, overload

import openrouter_sdk as _sdk

from .types import UNSET, Model, Record, Unset

if TYPE_CHECKING:
    from .api.api_keys import ApiKeys as ApiKeysNamespace
    from .api.byok import Byok as ByokNamespace
    from .api.credits_ import Credits as CreditsNamespace
    from .api.embeddings import Embeddings as EmbeddingsNamespace
    from .api.endpoints import Endpoints as EndpointsNamespace
    from .api.generations import Generations as GenerationsNamespace
    from .api.providers import Providers as ProvidersNamespace
    from .api.rerank import Rerank as RerankNamespace
    from .api.tools import Tools as ToolsNamespace

NAMESPACES: dict[str, tuple[str, str]] = {
    "api_keys": ("api_keys", "ApiKeys"),
    "byok": ("byok", "Byok"),
    "chat": ("chat", "Chat"),
    "credits": ("credits_", "Credits"),
    "embeddings": ("embeddings", "Embeddings"),
    "endpoints": ("endpoints", "Endpoints"),
    "generations": ("generations", "Generations"),
    "models": ("models", "Models"),
    "providers": ("providers", "Providers"),
    "rerank": ("rerank", "Rerank"),
    "tools": ("tools", "Tools"),
}
"""The parts of the API, each a package of `api`, with the class in it."""

M = TypeVar("M", bound=Model)

SERVER_URL = "https://openrouter.ai/api/v1"


STATUS_ERRORS: dict[int, str] = {
    400: "BadRequestResponseError",
    401: "UnauthorizedResponseError",
    402: "PaymentRequiredResponseError",
    403: "ForbiddenResponseError",
    404: "NotFoundResponseError",
    408: "RequestTimeoutResponseError",
    409: "ConflictResponseError",
    413: "PayloadTooLargeResponseError",
    422: "UnprocessableEntityResponseError",
    429: "TooManyRequestsResponseError",
    500: "InternalServerResponseError",
    502: "BadGatewayResponseError",
    503: "ServiceUnavailableResponseError",
    524: "EdgeNetworkTimeoutResponseError",
    529: "ProviderOverloadedResponseError",
}
"""The exception for each status that the contract names."""

CLIENT_HEADERS: dict[str, str] = {
    "http_referer": "HTTP-Referer",
    "x_open_router_title": "X-OpenRouter-Title",
    "x_open_router_categories": "X-OpenRouter-Categories",
}
"""The header that each of these options of the client is sent as."""


class Pages(Record):
    """How the pages of a list follow each other; `x-pagination` in the contract."""

    style: str
    items: str
    offset: str = ""
    limit: str = ""
    total: str = ""
    next: str = ""
    cursor: str = ""
    more: str = ""


class Operation(Record):
    """One operation of the contract, as the engine needs it."""

    name: str
    method: str
    path: str
    kind: str = "json"
    """What comes back: "json", "binary", "events" and nothing else, or "" for an empty answer."""
    result: str = ""
    """The model of a whole answer; "" for plain JSON."""
    form: str = ""
    """How the body is sent: "json", "multipart", or "" without one."""
    chunk: str = ""
    """The model of an event of a stream."""
    sentinel: str = ""
    stream_field: str = ""
    """The body field that asks for a stream."""
    lists: Mapping[str, str] = MappingProxyType({})
    """What stands between the entries of a list in query and headers, "{}" for an object; else each is a parameter."""
    keywords: Mapping[str, str] = MappingProxyType({})
    """The keyword argument of each header."""
    spellings: Mapping[str, str] = MappingProxyType({})
    """Options that are other spellings of a header."""
    secrets: tuple[str, ...] = ()
    """Fields and parameters that hold credentials."""
    required: tuple[str, ...] = ()
    """Parameters of the query and fields of the body that must have a value."""
    nulls: tuple[str, ...] = ()
    """Fields of the body that go out as null when they are None."""
    pages: Pages | None = None


class Arguments(Record):
    """What an operation was called with, by the names that go over the wire; besides, options and unknown keywords."""

    path: dict[str, Any]
    query: dict[str, Any]
    headers: dict[str, Any]
    body: dict[str, Any]
    options: dict[str, Any]
    unknown: dict[str, Any]


class Caller(Protocol):
    """What carries out operations."""

    def call(self, operation: Operation, given: Arguments) -> Any:
        """The answer."""
        ...

    def call_async(self, operation: Operation, given: Arguments) -> Awaitable[Any]:
        """The same for async."""
        ...

    def pages(self, operation: Operation, given: Arguments) -> Any:
        """All pages of a list."""
        ...

    def pages_async(self, operation: Operation, given: Arguments) -> Any:
        """The same for async."""
        ...


class Namespace:
    """A part of the API: what all of them have."""

    def __init_subclass__(cls) -> None:
        # by this Python names a function that lacks an argument, and users know no class of it
        for member in vars(cls).values():
            if isinstance(member, FunctionType):
                member.__qualname__ = member.__name__

    def __init__(self, caller: Caller) -> None:
        """Made by the client.

        Args:
            caller: Carries out the operations.
        """
        self._caller = caller


class ClientArguments:
    """The signature of the client."""

    if TYPE_CHECKING:
        api_keys: ApiKeysNamespace
        """Keys of OpenRouter."""
        byok: ByokNamespace
        """Keys of providers that the account brings along."""
        credits: CreditsNamespace
        """What the account has bought and used."""
        embeddings: EmbeddingsNamespace
        """Vectors of texts and other media."""
        endpoints: EndpointsNamespace
        """Who serves a model, at what price and how well."""
        generations: GenerationsNamespace
        """What became of single requests."""
        providers: ProvidersNamespace
        """The companies behind the endpoints."""
        rerank: RerankNamespace
        """Documents in the order of their relevance."""
        tools: ToolsNamespace
        """The catalogue of server tools."""

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
        max_response_bytes: int | None = None,
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
        **unknown: Never,
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
            max_response_bytes: Bytes that an answer may take, unpacked, and a stream in all. Default: 256 MiB; for a download, of
                which only `read()` keeps it all in memory, no limit elsewhere.
            raise_on_choice_error: Whether an answer that holds a failed choice, one with an `error` or with the finish reason
                "error", raises (with the answer as `partial`) or is returned.
            retry_after_send: Whether a request that was sent but never answered (read timeout, lost connection) is sent again.
                It may be billed twice.
            on_retry: Called before each retry with a `RetryEvent`: the attempt, the delay in seconds, the error. What
                it raises is logged and dropped.
            on_keepalive: Called with the text of each keep-alive comment of a stream. What it raises is logged and dropped.
            http_headers: Further headers of each request.
            hooks: Functions called on request, response, retry and stream end, and in runs of tools. What one raises
                is dropped.
            limits: Limits of the connection pool. Default: no cap on connections, 100 kept alive.
            allow_http: Whether a plain http server other than this machine is allowed. The key then travels unencrypted.
            http_backend: Deprecated and without effect. The SDK's own connections serve thousands of streams at once.
            debug_logger: Logger for debug records instead of `openrouter_sdk`. Prompts and keys are never logged. The
                environment variable `OPENROUTER_DEBUG` turns debug records on.

        Raises:
            errors.ArgumentError: No key, or a value that cannot be used.
            TypeError: An injected client of another library, or an unknown keyword argument.
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
                "max_response_bytes": max_response_bytes,
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
            },
            unknown,
        )

    @overload
    def request(
        self,
        method: str,
        path: str,
        *,
        cast_to: type[M],
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | Model | None = None,
        server_url: str | None = None,
        retries: _sdk.RetryConfig | int | None | Unset = UNSET,
        timeout_ms: int | None = None,
        timeout: float | _sdk.Timeout | None = None,
        max_response_bytes: int | None = None,
        retry_after_send: bool | None = None,
        on_retry: Callable[[_sdk.RetryEvent], object] | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> M: ...
    @overload
    def request(
        self,
        method: str,
        path: str,
        *,
        cast_to: type[dict[str, Any]] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | Model | None = None,
        server_url: str | None = None,
        retries: _sdk.RetryConfig | int | None | Unset = UNSET,
        timeout_ms: int | None = None,
        timeout: float | _sdk.Timeout | None = None,
        max_response_bytes: int | None = None,
        retry_after_send: bool | None = None,
        on_retry: Callable[[_sdk.RetryEvent], object] | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Any: ...
    def request(
        self,
        method: str,
        path: str,
        *,
        cast_to: type[Model] | type[dict[str, Any]] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | Model | None = None,
        server_url: str | None = None,
        retries: _sdk.RetryConfig | int | None | Unset = UNSET,
        timeout_ms: int | None = None,
        timeout: float | _sdk.Timeout | None = None,
        max_response_bytes: int | None = None,
        retry_after_send: bool | None = None,
        on_retry: Callable[[_sdk.RetryEvent], object] | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Send a request that the SDK has no method for, with the same retries, errors and deadlines.

        Args:
            method: GET, POST, PUT, PATCH or DELETE.
            path: The path behind the base URL, beginning with `/`.
            cast_to: What the answer becomes: a model of `openrouter_sdk.models`, or by default plain dicts and lists.
            query: Parameters of the query. None leaves one out.
            body: Fields of the JSON body, sent as they are. Default: no body.
            server_url: Base URL of the API for this call. Default: the client's.
            retries: When and how long this request is repeated if it fails: a `RetryConfig`, a number of retries, or
                None for none. Default: the client's.
            timeout_ms: Milliseconds the whole call may take, retries and streaming included. Default: the client's.
            timeout: Seconds each phase of a request may take (connect, write, read, wait for a pooled connection), or
                an `httpx.Timeout`. Default: the client's.
            max_response_bytes: Bytes that the answer may take, unpacked. Default: the client's.
            retry_after_send: Whether a request that was sent but never answered is sent again. Default: the client's.
            on_retry: Called before each retry with a `RetryEvent`: the attempt, the delay in seconds, the error. What
                it raises is logged and dropped.
            http_headers: Further headers of this request. They win over all others.

        Raises:
            errors.ArgumentError: A value that cannot be sent. Nothing was sent.
            errors.ChatError: The API answered with an error; a subclass for each status.
            errors.OpenRouterError: Everything else that can go wrong.
        """
        given = Arguments(
            path={},
            query={},
            headers={},
            body={},
            options={
                "extra_query": query,
                "extra_body": body.to_dict() if isinstance(body, Model) else body,
                "server_url": server_url,
                "retries": retries,
                "timeout_ms": timeout_ms,
                "timeout": timeout,
                "max_response_bytes": max_response_bytes,
                "retry_after_send": retry_after_send,
                "on_retry": on_retry,
                "http_headers": http_headers,
            },
            unknown={},
        )
        answer: Any = self._request(method, path, given, cast_to)
        return answer

    @overload
    async def request_async(
        self,
        method: str,
        path: str,
        *,
        cast_to: type[M],
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | Model | None = None,
        server_url: str | None = None,
        retries: _sdk.RetryConfig | int | None | Unset = UNSET,
        timeout_ms: int | None = None,
        timeout: float | _sdk.Timeout | None = None,
        max_response_bytes: int | None = None,
        retry_after_send: bool | None = None,
        on_retry: Callable[[_sdk.RetryEvent], object] | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> M: ...
    @overload
    async def request_async(
        self,
        method: str,
        path: str,
        *,
        cast_to: type[dict[str, Any]] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | Model | None = None,
        server_url: str | None = None,
        retries: _sdk.RetryConfig | int | None | Unset = UNSET,
        timeout_ms: int | None = None,
        timeout: float | _sdk.Timeout | None = None,
        max_response_bytes: int | None = None,
        retry_after_send: bool | None = None,
        on_retry: Callable[[_sdk.RetryEvent], object] | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Any: ...
    async def request_async(
        self,
        method: str,
        path: str,
        *,
        cast_to: type[Model] | type[dict[str, Any]] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | Model | None = None,
        server_url: str | None = None,
        retries: _sdk.RetryConfig | int | None | Unset = UNSET,
        timeout_ms: int | None = None,
        timeout: float | _sdk.Timeout | None = None,
        max_response_bytes: int | None = None,
        retry_after_send: bool | None = None,
        on_retry: Callable[[_sdk.RetryEvent], object] | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Send a request that the SDK has no method for, with the same retries, errors and deadlines.

        Args:
            method: GET, POST, PUT, PATCH or DELETE.
            path: The path behind the base URL, beginning with `/`.
            cast_to: What the answer becomes: a model of `openrouter_sdk.models`, or by default plain dicts and lists.
            query: Parameters of the query. None leaves one out.
            body: Fields of the JSON body, sent as they are. Default: no body.
            server_url: Base URL of the API for this call. Default: the client's.
            retries: When and how long this request is repeated if it fails: a `RetryConfig`, a number of retries, or
                None for none. Default: the client's.
            timeout_ms: Milliseconds the whole call may take, retries and streaming included. Default: the client's.
            timeout: Seconds each phase of a request may take (connect, write, read, wait for a pooled connection), or
                an `httpx.Timeout`. Default: the client's.
            max_response_bytes: Bytes that the answer may take, unpacked. Default: the client's.
            retry_after_send: Whether a request that was sent but never answered is sent again. Default: the client's.
            on_retry: Called before each retry with a `RetryEvent`: the attempt, the delay in seconds, the error. What
                it raises is logged and dropped.
            http_headers: Further headers of this request. They win over all others.

        Raises:
            errors.ArgumentError: A value that cannot be sent. Nothing was sent.
            errors.ChatError: The API answered with an error; a subclass for each status.
            errors.OpenRouterError: Everything else that can go wrong.
        """
        given = Arguments(
            path={},
            query={},
            headers={},
            body={},
            options={
                "extra_query": query,
                "extra_body": body.to_dict() if isinstance(body, Model) else body,
                "server_url": server_url,
                "retries": retries,
                "timeout_ms": timeout_ms,
                "timeout": timeout,
                "max_response_bytes": max_response_bytes,
                "retry_after_send": retry_after_send,
                "on_retry": on_retry,
                "http_headers": http_headers,
            },
            unknown={},
        )
        answer: Any = await self._request_async(method, path, given, cast_to)
        return answer

    def with_options(
        self,
        *,
        http_referer: str | None | Unset = UNSET,
        x_open_router_title: str | None | Unset = UNSET,
        x_open_router_categories: str | None | Unset = UNSET,
        server_url: str | None | Unset = UNSET,
        retries: _sdk.RetryConfig | int | None | Unset = UNSET,
        timeout_ms: int | None | Unset = UNSET,
        timeout: float | _sdk.Timeout | None | Unset = UNSET,
        idle_timeout: float | None | Unset = UNSET,
        max_event_bytes: int | None | Unset = UNSET,
        max_response_bytes: int | None | Unset = UNSET,
        raise_on_choice_error: bool | Unset = UNSET,
        retry_after_send: bool | Unset = UNSET,
        on_retry: Callable[[_sdk.RetryEvent], object] | None | Unset = UNSET,
        on_keepalive: Callable[[str], object] | None | Unset = UNSET,
        http_headers: Mapping[str, str] | None | Unset = UNSET,
        hooks: _sdk.Hooks | None | Unset = UNSET,
        allow_http: bool | Unset = UNSET,
        debug_logger: logging.Logger | None | Unset = UNSET,
        **unknown: Never,
    ) -> Self:
        """The same client with other options: it uses the same key and the same connections, and closing it closes them.

        What is given takes the place of what the client was given, `http_headers` and `hooks` as a whole; all the rest
        stays.

        Args:
            http_referer: Your app's URL, sent as `HTTP-Referer` with each request.
            x_open_router_title: Your app's name, sent as `X-OpenRouter-Title` with each request.
            x_open_router_categories: Your app's categories, comma separated, sent as `X-OpenRouter-Categories` with each request.
            server_url: Base URL of the API, with or without a trailing slash.
            retries: When and how long failed requests are repeated: a `RetryConfig`, a number of retries, or None for
                none.
            timeout_ms: Milliseconds each whole call may take, retries and streaming included.
            timeout: Seconds each phase of a request may take (connect, write, read, wait for a pooled connection), or
                an `httpx.Timeout`.
            idle_timeout: Seconds a stream may go without a data event before it is given up. Keep-alive comments do not
                count. None for no limit.
            max_event_bytes: Bytes that one event of a stream may take; a picture is one event.
            max_response_bytes: Bytes that an answer may take, unpacked, and a stream in all.
            raise_on_choice_error: Whether an answer that holds a failed choice, one with an `error` or with the finish reason
                "error", raises (with the answer as `partial`) or is returned.
            retry_after_send: Whether a request that was sent but never answered (read timeout, lost connection) is sent again.
                It may be billed twice.
            on_retry: Called before each retry with a `RetryEvent`: the attempt, the delay in seconds, the error. What
                it raises is logged and dropped.
            on_keepalive: Called with the text of each keep-alive comment of a stream. What it raises is logged and dropped.
            http_headers: Further headers of each request.
            hooks: Functions called on request, response, retry and stream end, and in runs of tools. What one raises
                is dropped.
            allow_http: Whether a plain http server other than this machine is allowed. The key then travels unencrypted.
            debug_logger: Logger for debug records instead of `openrouter_sdk`. Prompts and keys are never logged. The
                environment variable `OPENROUTER_DEBUG` turns debug records on.

        Raises:
            errors.ArgumentError: A value that cannot be used.
            TypeError: A value of the wrong type, or an unknown keyword argument.
        """
        given: dict[str, Any] = {
            "http_referer": http_referer,
            "x_open_router_title": x_open_router_title,
            "x_open_router_categories": x_open_router_categories,
            "server_url": server_url,
            "retry_config": retries,
            "timeout_ms": timeout_ms,
            "timeout": timeout,
            "idle_timeout": idle_timeout,
            "max_event_bytes": max_event_bytes,
            "max_response_bytes": max_response_bytes,
            "raise_on_choice_error": raise_on_choice_error,
            "retry_after_send": retry_after_send,
            "on_retry": on_retry,
            "on_keepalive": on_keepalive,
            "http_headers": http_headers,
            "hooks": hooks,
            "allow_http": allow_http,
            "debug_logger": debug_logger,
        }
        return self._with_options({name: value for name, value in given.items() if value is not UNSET}, unknown)

    def _configure(self, options: dict[str, Any], unknown: dict[str, Any]) -> None:
        raise NotImplementedError

    def _with_options(self, changed: dict[str, Any], unknown: dict[str, Any]) -> Self:
        raise NotImplementedError

    def _request(self, method: str, path: str, given: Arguments, cast_to: Any) -> Any:
        raise NotImplementedError

    def _request_async(self, method: str, path: str, given: Arguments, cast_to: Any) -> Awaitable[Any]:
        raise NotImplementedError
