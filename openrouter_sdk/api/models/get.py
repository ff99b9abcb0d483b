# Code generated from openapi.yaml by `make generate`: do not edit.
"""GET /model/{author}/{slug}: its arguments, its answers, its errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Never

import openrouter_sdk as _sdk

from ... import models as _m
from ...client import Arguments, Namespace, Operation
from ...types import UNSET, Unset

OPERATION = Operation(
    name="models.get",
    method="GET",
    path="/model/{author}/{slug}",
    kind="json",
    result="ModelResponse",
)


class ModelsGet(Namespace):
    """The signature of `get` and `get_async`."""

    def get(
        self,
        author: str,
        slug: str,
        *,
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
    ) -> _m.ModelResponse:
        """Look up one model.

        Tells what the catalogue knows of a model. Aliases (`~anthropic/claude-sonnet-latest`) and variants
        (`openai/gpt-4o:nitro`) are found too.

        None leaves a parameter or field out.

        Args:
            author: First part of the model's id, such as `openai` in `openai/gpt-4o`.
            slug: Second part of the model's id, such as `gpt-4o` in `openai/gpt-4o`.
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
            path={
                "author": author,
                "slug": slug,
            },
            query={},
            headers={},
            body={},
            options={
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
        answer: _m.ModelResponse = self._caller.call(OPERATION, given)
        return answer

    async def get_async(
        self,
        author: str,
        slug: str,
        *,
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
    ) -> _m.ModelResponse:
        """Look up one model.

        Tells what the catalogue knows of a model. Aliases (`~anthropic/claude-sonnet-latest`) and variants
        (`openai/gpt-4o:nitro`) are found too.

        None leaves a parameter or field out.

        Args:
            author: First part of the model's id, such as `openai` in `openai/gpt-4o`.
            slug: Second part of the model's id, such as `gpt-4o` in `openai/gpt-4o`.
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
            path={
                "author": author,
                "slug": slug,
            },
            query={},
            headers={},
            body={},
            options={
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
        answer: _m.ModelResponse = await self._caller.call_async(OPERATION, given)
        return answer
