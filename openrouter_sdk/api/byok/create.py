# Code generated from openapi.yaml by `make generate`: do not edit.
"""POST /byok: its arguments, its answers, its errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Never

import openrouter_sdk as _sdk

from ... import models as _m
from ...client import Arguments, Namespace, Operation
from ...types import UNSET, Unset

OPERATION = Operation(
    name="byok.create",
    method="POST",
    path="/byok",
    kind="json",
    result="CreateBYOKKeyResponse",
    form="json",
    secrets=("key",),
    required=(
        "provider",
        "key",
    ),
)


class ByokCreate(Namespace):
    """The signature of `create` and `create_async`."""

    def create(
        self,
        *,
        provider: _m.ProviderSlug,
        key: str,
        name: str | None = None,
        workspace_id: str | None = None,
        disabled: bool | None = None,
        is_fallback: bool | None = None,
        is_required: bool | None = None,
        is_byok_only: bool | None = None,
        allowed_models: Sequence[str] | None = None,
        allowed_api_key_hashes: Sequence[str] | None = None,
        allowed_user_ids: Sequence[str] | None = None,
        declared_zdr: bool | None = None,
        declared_region: _m.DataRegion | None = None,
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
    ) -> _m.CreateBYOKKeyResponse:
        """Bring a provider key.

        Stores a key of yours for a provider; requests then run on your account there. It is encrypted and never
        given back. Needs a management key.

        None leaves a parameter or field out.

        Args:
            provider: Provider it belongs to.
            key: The key, in the form that the provider gives it; some (Azure, Amazon Bedrock, Google Vertex) need
                JSON as text.
            name: A name for it, up to 255 characters.
            workspace_id: Workspace it is for, a UUID. Default: that of the API key.
            disabled: Stores it out of use. Default false.
            is_fallback: Uses it only after OpenRouter's own endpoints failed. Default false. Does not go together with
                `is_byok_only`.
            is_required: Switches OpenRouter's own endpoints at the provider off for the models that the key is for; those
                run on your keys or not at all. Default false.
            is_byok_only: Switches OpenRouter's own endpoints at the provider off for all models; the provider is passed
                over rather than paid from credits. Default false. Does not go together with `is_fallback`.
            allowed_models: Models it may be used for, at most 100; null for all.
            allowed_api_key_hashes: OpenRouter keys that may use it, 1 to 100 hashes of 64 hexadecimal digits; null for all.
            allowed_user_ids: Users that may use it, at most 100; null for all.
            declared_zdr: Your word that your account there keeps no data (true) or does (false), for requests that ask for
                zero data retention. Null goes by OpenRouter's own records.
            declared_region: Your word on the region that your account there computes in, for requests to OpenRouter's regional
                hosts. Null goes by OpenRouter's own records.
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
                "provider": provider,
                "key": key,
                "name": name,
                "workspace_id": workspace_id,
                "disabled": disabled,
                "is_fallback": is_fallback,
                "is_required": is_required,
                "is_byok_only": is_byok_only,
                "allowed_models": allowed_models,
                "allowed_api_key_hashes": allowed_api_key_hashes,
                "allowed_user_ids": allowed_user_ids,
                "declared_zdr": declared_zdr,
                "declared_region": declared_region,
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
        answer: _m.CreateBYOKKeyResponse = self._caller.call(OPERATION, given)
        return answer

    async def create_async(
        self,
        *,
        provider: _m.ProviderSlug,
        key: str,
        name: str | None = None,
        workspace_id: str | None = None,
        disabled: bool | None = None,
        is_fallback: bool | None = None,
        is_required: bool | None = None,
        is_byok_only: bool | None = None,
        allowed_models: Sequence[str] | None = None,
        allowed_api_key_hashes: Sequence[str] | None = None,
        allowed_user_ids: Sequence[str] | None = None,
        declared_zdr: bool | None = None,
        declared_region: _m.DataRegion | None = None,
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
    ) -> _m.CreateBYOKKeyResponse:
        """Bring a provider key.

        Stores a key of yours for a provider; requests then run on your account there. It is encrypted and never
        given back. Needs a management key.

        None leaves a parameter or field out.

        Args:
            provider: Provider it belongs to.
            key: The key, in the form that the provider gives it; some (Azure, Amazon Bedrock, Google Vertex) need
                JSON as text.
            name: A name for it, up to 255 characters.
            workspace_id: Workspace it is for, a UUID. Default: that of the API key.
            disabled: Stores it out of use. Default false.
            is_fallback: Uses it only after OpenRouter's own endpoints failed. Default false. Does not go together with
                `is_byok_only`.
            is_required: Switches OpenRouter's own endpoints at the provider off for the models that the key is for; those
                run on your keys or not at all. Default false.
            is_byok_only: Switches OpenRouter's own endpoints at the provider off for all models; the provider is passed
                over rather than paid from credits. Default false. Does not go together with `is_fallback`.
            allowed_models: Models it may be used for, at most 100; null for all.
            allowed_api_key_hashes: OpenRouter keys that may use it, 1 to 100 hashes of 64 hexadecimal digits; null for all.
            allowed_user_ids: Users that may use it, at most 100; null for all.
            declared_zdr: Your word that your account there keeps no data (true) or does (false), for requests that ask for
                zero data retention. Null goes by OpenRouter's own records.
            declared_region: Your word on the region that your account there computes in, for requests to OpenRouter's regional
                hosts. Null goes by OpenRouter's own records.
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
                "provider": provider,
                "key": key,
                "name": name,
                "workspace_id": workspace_id,
                "disabled": disabled,
                "is_fallback": is_fallback,
                "is_required": is_required,
                "is_byok_only": is_byok_only,
                "allowed_models": allowed_models,
                "allowed_api_key_hashes": allowed_api_key_hashes,
                "allowed_user_ids": allowed_user_ids,
                "declared_zdr": declared_zdr,
                "declared_region": declared_region,
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
        answer: _m.CreateBYOKKeyResponse = await self._caller.call_async(OPERATION, given)
        return answer
