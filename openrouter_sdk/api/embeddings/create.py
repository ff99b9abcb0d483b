# Code generated from openapi.yaml by `make generate`: do not edit.
"""POST /embeddings: its arguments, its answers, its errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Never

import openrouter_sdk as _sdk

from ... import models as _m
from ...client import Arguments, Namespace, Operation
from ...types import UNSET, Unset

OPERATION = Operation(
    name="embeddings.create",
    method="POST",
    path="/embeddings",
    kind="json",
    result="CreateEmbeddingsResponseBody",
    form="json",
    keywords={
        "HTTP-Referer": "http_referer",
        "X-OpenRouter-Title": "x_open_router_title",
        "X-OpenRouter-Categories": "x_open_router_categories",
    },
    required=(
        "input",
        "model",
    ),
)


class EmbeddingsCreate(Namespace):
    """The signature of `create` and `create_async`."""

    def create(
        self,
        *,
        input: str
        | Sequence[_m.EmbeddingsInput | _m.EmbeddingsInputTypedDict]
        | Sequence[str]
        | Sequence[float]
        | Sequence[Sequence[float]],
        model: str,
        dimensions: int | None = None,
        encoding_format: _m.EmbeddingsEncodingFormat | None = None,
        input_type: str | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        session_id: str | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        user: str | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
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
    ) -> _m.CreateEmbeddingsResponseBody:
        """Turn input into vectors.

        Has a model turn texts, tokens, images or other media into vectors whose distances tell how alike they are.

        None leaves a parameter or field out.

        Args:
            input: What becomes vectors: one text, or several; the tokens of one text, or of several; or entries with
                media.
            model: The model as `author/slug`.
            dimensions: Length of the vectors, at least 1, for models that can vary it.
            encoding_format: How the vectors are written. Default `float`.
            input_type: What the input is for, such as `search_query` or `search_document`, where a model asks.
            provider: Which providers may serve the request, and in what order.
            session_id: Groups requests, up to 256 characters.
            trace: Names under which the request shows up in traces.
            user: An id of your end user, for abuse detection.
            http_referer: Header `HTTP-Referer`. URL of your app. It identifies the app in OpenRouter's rankings and
                statistics.
            x_open_router_title: Header `X-OpenRouter-Title`. Name of your app as OpenRouter shows it.
            x_open_router_categories: Header `X-OpenRouter-Categories`. Categories of your app, separated by commas: at most 2 a
                request, each up to 30 characters of lower case and hyphens. Unknown ones are dropped. Known:
                cli-agent, ide-extension, cloud-agent, programming-app, native-app-builder, creative-writing,
                video-gen, image-gen, audio-gen, writing-assistant, general-chat, personal-agent, legal, roleplay,
                game.
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
            headers={
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
            },
            body={
                "input": input,
                "model": model,
                "dimensions": dimensions,
                "encoding_format": encoding_format,
                "input_type": input_type,
                "provider": provider,
                "session_id": session_id,
                "trace": trace,
                "user": user,
            },
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
                "extra_body": extra_body,
            },
            unknown=unknown,
        )
        answer: _m.CreateEmbeddingsResponseBody = self._caller.call(OPERATION, given)
        return answer

    async def create_async(
        self,
        *,
        input: str
        | Sequence[_m.EmbeddingsInput | _m.EmbeddingsInputTypedDict]
        | Sequence[str]
        | Sequence[float]
        | Sequence[Sequence[float]],
        model: str,
        dimensions: int | None = None,
        encoding_format: _m.EmbeddingsEncodingFormat | None = None,
        input_type: str | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        session_id: str | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        user: str | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
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
    ) -> _m.CreateEmbeddingsResponseBody:
        """Turn input into vectors.

        Has a model turn texts, tokens, images or other media into vectors whose distances tell how alike they are.

        None leaves a parameter or field out.

        Args:
            input: What becomes vectors: one text, or several; the tokens of one text, or of several; or entries with
                media.
            model: The model as `author/slug`.
            dimensions: Length of the vectors, at least 1, for models that can vary it.
            encoding_format: How the vectors are written. Default `float`.
            input_type: What the input is for, such as `search_query` or `search_document`, where a model asks.
            provider: Which providers may serve the request, and in what order.
            session_id: Groups requests, up to 256 characters.
            trace: Names under which the request shows up in traces.
            user: An id of your end user, for abuse detection.
            http_referer: Header `HTTP-Referer`. URL of your app. It identifies the app in OpenRouter's rankings and
                statistics.
            x_open_router_title: Header `X-OpenRouter-Title`. Name of your app as OpenRouter shows it.
            x_open_router_categories: Header `X-OpenRouter-Categories`. Categories of your app, separated by commas: at most 2 a
                request, each up to 30 characters of lower case and hyphens. Unknown ones are dropped. Known:
                cli-agent, ide-extension, cloud-agent, programming-app, native-app-builder, creative-writing,
                video-gen, image-gen, audio-gen, writing-assistant, general-chat, personal-agent, legal, roleplay,
                game.
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
            headers={
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
            },
            body={
                "input": input,
                "model": model,
                "dimensions": dimensions,
                "encoding_format": encoding_format,
                "input_type": input_type,
                "provider": provider,
                "session_id": session_id,
                "trace": trace,
                "user": user,
            },
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
                "extra_body": extra_body,
            },
            unknown=unknown,
        )
        answer: _m.CreateEmbeddingsResponseBody = await self._caller.call_async(OPERATION, given)
        return answer

    generate = create
    generate_async = create_async
