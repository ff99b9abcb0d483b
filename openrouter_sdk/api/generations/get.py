# Code generated from openapi.yaml by `make generate`: do not edit.
"""GET /generation: its arguments, its answers, its errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Never

import openrouter_sdk as _sdk

from ... import models as _m
from ...client import Arguments, Namespace, Operation
from ...types import UNSET, Unset

OPERATION = Operation(
    name="generations.get",
    method="GET",
    path="/generation",
    kind="json",
    result="GenerationResponse",
    required=("id",),
)


class GenerationsGet(Namespace):
    """The signature of `get` and `get_async`."""

    def get(
        self,
        id: str,
        *,
        wait_s: float | None = None,
        server_url: str | None = None,
        retries: _sdk.RetryConfig | int | None | Unset = UNSET,
        timeout_ms: int | None = None,
        timeout: float | _sdk.Timeout | None = None,
        max_response_bytes: int | None = None,
        retry_after_send: bool | None = None,
        on_retry: Callable[[_sdk.RetryEvent], object] | None = None,
        http_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        **unknown: Never,
    ) -> _m.GenerationResponse:
        """Look up a generation.

        Tells what a generation used and cost, who served it and how long it took. It can take some seconds, at
        times minutes, until a new generation is found; till then the answer is 404.

        None leaves a parameter or field out.

        Args:
            id: The generation's id (`gen-...`), as in `id` of an answer and in the header `X-Generation-Id`.
            wait_s: Seconds to wait for it to be there: as long as the API says that it is not found, it is asked
                again. Default: not at all.
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
            extra_query: Further parameters of the query. They replace those of the same name.

        Raises:
            TypeError: An unknown keyword argument, or a value of the wrong type.
            errors.ArgumentError: A value that cannot be sent. Nothing was sent.
            errors.ChatError: The API answered with an error; a subclass for each status.
            errors.OpenRouterError: Everything else that can go wrong.
        """
        given = Arguments(
            path={},
            query={
                "id": id,
            },
            headers={},
            body={},
            options={
                "wait_s": wait_s,
                "server_url": server_url,
                "retries": retries,
                "timeout_ms": timeout_ms,
                "timeout": timeout,
                "max_response_bytes": max_response_bytes,
                "retry_after_send": retry_after_send,
                "on_retry": on_retry,
                "http_headers": http_headers,
                "extra_query": extra_query,
            },
            unknown=unknown,
        )
        answer: _m.GenerationResponse = self._caller.call(OPERATION, given)
        return answer

    async def get_async(
        self,
        id: str,
        *,
        wait_s: float | None = None,
        server_url: str | None = None,
        retries: _sdk.RetryConfig | int | None | Unset = UNSET,
        timeout_ms: int | None = None,
        timeout: float | _sdk.Timeout | None = None,
        max_response_bytes: int | None = None,
        retry_after_send: bool | None = None,
        on_retry: Callable[[_sdk.RetryEvent], object] | None = None,
        http_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        **unknown: Never,
    ) -> _m.GenerationResponse:
        """Look up a generation.

        Tells what a generation used and cost, who served it and how long it took. It can take some seconds, at
        times minutes, until a new generation is found; till then the answer is 404.

        None leaves a parameter or field out.

        Args:
            id: The generation's id (`gen-...`), as in `id` of an answer and in the header `X-Generation-Id`.
            wait_s: Seconds to wait for it to be there: as long as the API says that it is not found, it is asked
                again. Default: not at all.
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
            extra_query: Further parameters of the query. They replace those of the same name.

        Raises:
            TypeError: An unknown keyword argument, or a value of the wrong type.
            errors.ArgumentError: A value that cannot be sent. Nothing was sent.
            errors.ChatError: The API answered with an error; a subclass for each status.
            errors.OpenRouterError: Everything else that can go wrong.
        """
        given = Arguments(
            path={},
            query={
                "id": id,
            },
            headers={},
            body={},
            options={
                "wait_s": wait_s,
                "server_url": server_url,
                "retries": retries,
                "timeout_ms": timeout_ms,
                "timeout": timeout,
                "max_response_bytes": max_response_bytes,
                "retry_after_send": retry_after_send,
                "on_retry": on_retry,
                "http_headers": http_headers,
                "extra_query": extra_query,
            },
            unknown=unknown,
        )
        answer: _m.GenerationResponse = await self._caller.call_async(OPERATION, given)
        return answer

    get_generation = get
    get_generation_async = get_async
