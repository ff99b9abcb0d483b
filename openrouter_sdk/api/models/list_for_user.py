# Code generated from openapi.yaml by `make generate`: do not edit.
"""GET /models/user: its arguments, its answers, its errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Never

import openrouter_sdk as _sdk

from ... import models as _m
from ...client import Arguments, Namespace, Operation, Pages
from ...types import UNSET, Unset

OPERATION = Operation(
    name="models.list_for_user",
    method="GET",
    path="/models/user",
    kind="json",
    result="ModelsListResponse",
    lists={
        "output_modalities": ",",
    },
    pages=Pages(
        style="offset",
        items="data",
        offset="offset",
        limit="limit",
        total="total_count",
        next="links.next",
    ),
)


class ModelsListForUser(Namespace):
    """The signature of `list_for_user` and `list_for_user_async`."""

    def list_for_user(
        self,
        *,
        offset: int | None = None,
        limit: int | None = None,
        output_modalities: Sequence[_m.OutputModality] | None = None,
        sort: _m.ModelsSort | None = None,
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
    ) -> _sdk.Pager[_m.Model, _m.ModelsListResponse]:
        """List the models that your key may use.

        Lists the models that are left when the account's provider preferences, privacy settings and guardrails are
        applied.

        Returns all items, page after page; a page is asked for when it is reached. None leaves a parameter out.

        Args:
            offset: How many entries to skip, 0 (the default) or more.
            limit: Models on a page, 1 to 1000. Default 500.
            output_modalities: Only models with these kinds of output; `all` for every kind. Default `text`.
            sort: Order of the models. Without it the API keeps an order of its own.
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
                "offset": offset,
                "limit": limit,
                "output_modalities": output_modalities,
                "sort": sort,
            },
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
        answer: _sdk.Pager[_m.Model, _m.ModelsListResponse] = self._caller.pages(OPERATION, given)
        return answer

    def list_for_user_async(
        self,
        *,
        offset: int | None = None,
        limit: int | None = None,
        output_modalities: Sequence[_m.OutputModality] | None = None,
        sort: _m.ModelsSort | None = None,
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
    ) -> _sdk.PagerAsync[_m.Model, _m.ModelsListResponse]:
        """List the models that your key may use.

        Lists the models that are left when the account's provider preferences, privacy settings and guardrails are
        applied.

        Returns all items, page after page; a page is asked for when it is reached. None leaves a parameter out.

        Args:
            offset: How many entries to skip, 0 (the default) or more.
            limit: Models on a page, 1 to 1000. Default 500.
            output_modalities: Only models with these kinds of output; `all` for every kind. Default `text`.
            sort: Order of the models. Without it the API keeps an order of its own.
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
                "offset": offset,
                "limit": limit,
                "output_modalities": output_modalities,
                "sort": sort,
            },
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
        answer: _sdk.PagerAsync[_m.Model, _m.ModelsListResponse] = self._caller.pages_async(OPERATION, given)
        return answer
