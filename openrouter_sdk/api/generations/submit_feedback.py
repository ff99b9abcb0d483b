# Code generated from openapi.yaml by `make generate`: do not edit.
"""POST /generation/feedback: its arguments, its answers, its errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Never

import openrouter_sdk as _sdk

from ... import models as _m
from ...client import Arguments, Namespace, Operation
from ...types import UNSET, Unset

OPERATION = Operation(
    name="generations.submit_feedback",
    method="POST",
    path="/generation/feedback",
    kind="json",
    result="SubmitGenerationFeedbackResponse",
    form="json",
    required=(
        "generation_id",
        "category",
    ),
)


class GenerationsSubmitFeedback(Namespace):
    """The signature of `submit_feedback` and `submit_feedback_async`."""

    def submit_feedback(
        self,
        *,
        generation_id: str,
        category: _m.FeedbackCategory,
        comment: str | None = None,
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
        extra_body: Mapping[str, Any] | None = None,
        **unknown: Never,
    ) -> _m.SubmitGenerationFeedbackResponse:
        """Report what was wrong with a generation.

        Sends a complaint about one generation to OpenRouter.

        None leaves a parameter or field out.

        Args:
            generation_id: Id of the generation, `gen-...`.
            category: What was wrong.
            comment: More about it, up to 1000 characters.
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
            extra_body: Further fields of the request body, for what this SDK does not know yet. They win over named ones.

        Raises:
            TypeError: An unknown keyword argument, or a value of the wrong type.
            errors.ArgumentError: A value that cannot be sent. Nothing was sent.
            errors.ChatError: The API answered with an error; a subclass for each status.
            errors.OpenRouterError: Everything else that can go wrong.
        """
        given = Arguments(
            path={},
            query={},
            headers={},
            body={
                "generation_id": generation_id,
                "category": category,
                "comment": comment,
            },
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
                "extra_body": extra_body,
            },
            unknown=unknown,
        )
        answer: _m.SubmitGenerationFeedbackResponse = self._caller.call(OPERATION, given)
        return answer

    async def submit_feedback_async(
        self,
        *,
        generation_id: str,
        category: _m.FeedbackCategory,
        comment: str | None = None,
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
        extra_body: Mapping[str, Any] | None = None,
        **unknown: Never,
    ) -> _m.SubmitGenerationFeedbackResponse:
        """Report what was wrong with a generation.

        Sends a complaint about one generation to OpenRouter.

        None leaves a parameter or field out.

        Args:
            generation_id: Id of the generation, `gen-...`.
            category: What was wrong.
            comment: More about it, up to 1000 characters.
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
            extra_body: Further fields of the request body, for what this SDK does not know yet. They win over named ones.

        Raises:
            TypeError: An unknown keyword argument, or a value of the wrong type.
            errors.ArgumentError: A value that cannot be sent. Nothing was sent.
            errors.ChatError: The API answered with an error; a subclass for each status.
            errors.OpenRouterError: Everything else that can go wrong.
        """
        given = Arguments(
            path={},
            query={},
            headers={},
            body={
                "generation_id": generation_id,
                "category": category,
                "comment": comment,
            },
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
                "extra_body": extra_body,
            },
            unknown=unknown,
        )
        answer: _m.SubmitGenerationFeedbackResponse = await self._caller.call_async(OPERATION, given)
        return answer
