# Code generated from openapi.yaml by `make generate`: do not edit.
"""GET /models: its arguments, its answers, its errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Never

import openrouter_sdk as _sdk

from ... import models as _m
from ...client import Arguments, Namespace, Operation, Pages
from ...types import UNSET, Unset

OPERATION = Operation(
    name="models.list",
    method="GET",
    path="/models",
    kind="json",
    result="ModelsListResponse",
    lists={
        "supported_parameters": ",",
        "output_modalities": ",",
        "input_modalities": ",",
        "model_authors": ",",
        "providers": ",",
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


class ModelsList(Namespace):
    """The signature of `list` and `list_async`."""

    def list(
        self,
        *,
        offset: int | None = None,
        limit: int | None = None,
        category: _m.ModelCategory | None = None,
        supported_parameters: Sequence[_m.Parameter] | None = None,
        output_modalities: Sequence[_m.OutputModality] | None = None,
        sort: _m.ModelsSort | None = None,
        q: str | None = None,
        input_modalities: Sequence[_m.InputModality] | None = None,
        context: int | None = None,
        min_price: float | None = None,
        max_price: float | None = None,
        arch: str | None = None,
        model_authors: Sequence[str] | None = None,
        providers: Sequence[str] | None = None,
        distillable: bool | None = None,
        zdr: bool | None = None,
        region: _m.ModelRegion | None = None,
        min_output_price: float | None = None,
        max_output_price: float | None = None,
        min_age_days: int | None = None,
        max_age_days: int | None = None,
        min_intelligence_index: float | None = None,
        max_intelligence_index: float | None = None,
        min_coding_index: float | None = None,
        max_coding_index: float | None = None,
        min_agentic_index: float | None = None,
        max_agentic_index: float | None = None,
        min_tool_success_rate: float | None = None,
        max_tool_success_rate: float | None = None,
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
        """List the models.

        Lists the models of the catalogue, narrowed down by filters. All filters have to hold at once. Without
        `output_modalities` only models that answer with text are listed.

        Returns all items, page after page; a page is asked for when it is reached. None leaves a parameter out.

        Args:
            offset: How many entries to skip, 0 (the default) or more.
            limit: Models on a page, 1 to 1000. Default 500.
            category: Only models that rank well for this use.
            supported_parameters: Only models that take all of these request parameters, for instance `tools`.
            output_modalities: Only models with these kinds of output; `all` for every kind. Default `text`.
            sort: Order of the models. Without it the API keeps an order of its own.
            q: Only models with this text in their name or slug.
            input_modalities: Only models that read all of these kinds of input.
            context: Only models with a context of at least this many tokens.
            min_price: Lowest price of the prompt, in US dollars a million tokens.
            max_price: Highest price of the prompt, in US dollars a million tokens.
            arch: Only models of this family, for instance `GPT`, `Claude` or `Gemini`.
            model_authors: Only models by one of these authors, by slug (`openai`, `anthropic`).
            providers: Only models that one of these providers serves, by name (`OpenAI`, `Together`).
            distillable: Whether the model's answers may be used to train other models.
            zdr: True for models that some provider serves without keeping data. The API knows no false here.
            region: Only models with a provider that computes in this region.
            min_output_price: Lowest price of the answer, in US dollars a million tokens.
            max_output_price: Highest price of the answer, in US dollars a million tokens.
            min_age_days: Least age of the model in days, counted from its first day here.
            max_age_days: Greatest age of the model in days.
            min_intelligence_index: Least intelligence index of Artificial Analysis. A model without an index is left out.
            max_intelligence_index: Greatest intelligence index of Artificial Analysis.
            min_coding_index: Least coding index of Artificial Analysis.
            max_coding_index: Greatest coding index of Artificial Analysis.
            min_agentic_index: Least agentic index of Artificial Analysis.
            max_agentic_index: Greatest agentic index of Artificial Analysis.
            min_tool_success_rate: Least share of tool calls that come out well, from 0 to 1.
            max_tool_success_rate: Greatest share of tool calls that come out well, from 0 to 1.
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
                "category": category,
                "supported_parameters": supported_parameters,
                "output_modalities": output_modalities,
                "sort": sort,
                "q": q,
                "input_modalities": input_modalities,
                "context": context,
                "min_price": min_price,
                "max_price": max_price,
                "arch": arch,
                "model_authors": model_authors,
                "providers": providers,
                "distillable": distillable,
                "zdr": zdr,
                "region": region,
                "min_output_price": min_output_price,
                "max_output_price": max_output_price,
                "min_age_days": min_age_days,
                "max_age_days": max_age_days,
                "min_intelligence_index": min_intelligence_index,
                "max_intelligence_index": max_intelligence_index,
                "min_coding_index": min_coding_index,
                "max_coding_index": max_coding_index,
                "min_agentic_index": min_agentic_index,
                "max_agentic_index": max_agentic_index,
                "min_tool_success_rate": min_tool_success_rate,
                "max_tool_success_rate": max_tool_success_rate,
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

    def list_async(
        self,
        *,
        offset: int | None = None,
        limit: int | None = None,
        category: _m.ModelCategory | None = None,
        supported_parameters: Sequence[_m.Parameter] | None = None,
        output_modalities: Sequence[_m.OutputModality] | None = None,
        sort: _m.ModelsSort | None = None,
        q: str | None = None,
        input_modalities: Sequence[_m.InputModality] | None = None,
        context: int | None = None,
        min_price: float | None = None,
        max_price: float | None = None,
        arch: str | None = None,
        model_authors: Sequence[str] | None = None,
        providers: Sequence[str] | None = None,
        distillable: bool | None = None,
        zdr: bool | None = None,
        region: _m.ModelRegion | None = None,
        min_output_price: float | None = None,
        max_output_price: float | None = None,
        min_age_days: int | None = None,
        max_age_days: int | None = None,
        min_intelligence_index: float | None = None,
        max_intelligence_index: float | None = None,
        min_coding_index: float | None = None,
        max_coding_index: float | None = None,
        min_agentic_index: float | None = None,
        max_agentic_index: float | None = None,
        min_tool_success_rate: float | None = None,
        max_tool_success_rate: float | None = None,
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
        """List the models.

        Lists the models of the catalogue, narrowed down by filters. All filters have to hold at once. Without
        `output_modalities` only models that answer with text are listed.

        Returns all items, page after page; a page is asked for when it is reached. None leaves a parameter out.

        Args:
            offset: How many entries to skip, 0 (the default) or more.
            limit: Models on a page, 1 to 1000. Default 500.
            category: Only models that rank well for this use.
            supported_parameters: Only models that take all of these request parameters, for instance `tools`.
            output_modalities: Only models with these kinds of output; `all` for every kind. Default `text`.
            sort: Order of the models. Without it the API keeps an order of its own.
            q: Only models with this text in their name or slug.
            input_modalities: Only models that read all of these kinds of input.
            context: Only models with a context of at least this many tokens.
            min_price: Lowest price of the prompt, in US dollars a million tokens.
            max_price: Highest price of the prompt, in US dollars a million tokens.
            arch: Only models of this family, for instance `GPT`, `Claude` or `Gemini`.
            model_authors: Only models by one of these authors, by slug (`openai`, `anthropic`).
            providers: Only models that one of these providers serves, by name (`OpenAI`, `Together`).
            distillable: Whether the model's answers may be used to train other models.
            zdr: True for models that some provider serves without keeping data. The API knows no false here.
            region: Only models with a provider that computes in this region.
            min_output_price: Lowest price of the answer, in US dollars a million tokens.
            max_output_price: Highest price of the answer, in US dollars a million tokens.
            min_age_days: Least age of the model in days, counted from its first day here.
            max_age_days: Greatest age of the model in days.
            min_intelligence_index: Least intelligence index of Artificial Analysis. A model without an index is left out.
            max_intelligence_index: Greatest intelligence index of Artificial Analysis.
            min_coding_index: Least coding index of Artificial Analysis.
            max_coding_index: Greatest coding index of Artificial Analysis.
            min_agentic_index: Least agentic index of Artificial Analysis.
            max_agentic_index: Greatest agentic index of Artificial Analysis.
            min_tool_success_rate: Least share of tool calls that come out well, from 0 to 1.
            max_tool_success_rate: Greatest share of tool calls that come out well, from 0 to 1.
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
                "category": category,
                "supported_parameters": supported_parameters,
                "output_modalities": output_modalities,
                "sort": sort,
                "q": q,
                "input_modalities": input_modalities,
                "context": context,
                "min_price": min_price,
                "max_price": max_price,
                "arch": arch,
                "model_authors": model_authors,
                "providers": providers,
                "distillable": distillable,
                "zdr": zdr,
                "region": region,
                "min_output_price": min_output_price,
                "max_output_price": max_output_price,
                "min_age_days": min_age_days,
                "max_age_days": max_age_days,
                "min_intelligence_index": min_intelligence_index,
                "max_intelligence_index": max_intelligence_index,
                "min_coding_index": min_coding_index,
                "max_coding_index": max_coding_index,
                "min_agentic_index": min_agentic_index,
                "max_agentic_index": max_agentic_index,
                "min_tool_success_rate": min_tool_success_rate,
                "max_tool_success_rate": max_tool_success_rate,
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
