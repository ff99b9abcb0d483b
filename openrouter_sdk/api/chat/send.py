# Code generated from openapi.yaml by `make generate`: do not edit.
"""POST /chat/completions: its arguments, its answers, its errors."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypedDict, TypeVar, overload

import openrouter_sdk as _sdk

from ... import models as _m
from ...client import Arguments, Namespace, Operation
from ...types import UNSET, TypeForm, Unset

T = TypeVar("T")

if TYPE_CHECKING:

    class ChatOptions(TypedDict, total=False):
        """What may be given to `run` and `send`, but `model`, but `session_id`."""

        models: Sequence[str] | None
        """Models to try in this order; `model` of the answer tells which one replied."""
        frequency_penalty: float | None
        """Lowers the chance of tokens the more often they already occurred. From -2 to 2, default 0."""
        presence_penalty: float | None
        """Lowers the chance of tokens that occurred at all. From -2 to 2, default 0."""
        repetition_penalty: float | None
        """Scales down tokens of the input and the output so far. From 0 to 2, default 1 (off)."""
        temperature: float | None
        """Randomness of the answer, from 0 (steady) to 2 (wild). Default 1."""
        top_p: float | None
        """Samples only from the likeliest tokens whose chances add up to this. Above 0, up to 1; default 1."""
        top_k: int | None
        """Samples only from this many likeliest tokens. 0, the default, means no limit."""
        top_a: float | None
        """Drops tokens that are unlikely compared with the likeliest one. From 0 (off, default) to 1."""
        min_p: float | None
        """Least chance of a token, as a share of the likeliest token's. From 0 (off, default) to 1."""
        seed: int | None
        """Same seed and same request give the same answer, where the provider can."""
        max_completion_tokens: int | None
        """Upper limit of generated tokens, reasoning included. At least 1."""
        max_tokens: int | None
        """Older name of `max_completion_tokens`. At least 1; some providers want 16 or more."""
        stop: str | Sequence[str] | None
        """Up to 4 texts at which generation stops."""
        n: int | None
        """Number of choices wanted, at least 1. Accepted, but most providers give one."""
        logit_bias: Mapping[str, float] | None
        """Shifts the chance of single tokens. Keys are token ids, values run from -100 to 100."""
        logprobs: bool | None
        """Returns the log probability of every generated token."""
        top_logprobs: int | None
        """How many alternatives to report for each token, 0 to 20. Needs `logprobs`."""
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None
        """Options of a stream. Without effect, since usage always comes."""
        tools: Sequence[_sdk.tools.ToolLike] | None
        """Functions the model may ask you to call, and tools that OpenRouter runs itself."""
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None
        """Whether and which tool must be used."""
        parallel_tool_calls: bool | None
        """Lets the model ask for several tool calls at once. Default true."""
        max_tool_calls: int | None
        """Limit of steps with server tools, at most 30 (the default). Ignored when `stop_server_tools_when` is
        set."""
        stop_server_tools_when: (
            Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict] | None
        )
        """Ends the loop of server tools as soon as one of these holds. Replaces `max_tool_calls`."""
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None
        """Lets the model search for tools marked `defer_loading` instead of reading all of them."""
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | TypeForm[Any] | None
        """Form of the answer, for instance JSON that fits a schema."""
        structured_outputs: bool | None
        """Routes only to providers that support structured outputs; goes with `response_format`."""
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None
        """How much the model thinks before it answers, and what of it is shown."""
        reasoning_effort: _m.ReasoningEffort | None
        """Short form of `reasoning.effort`; an error if the two contradict each other."""
        include_reasoning: bool | None
        """Older switch. True is `reasoning` with its defaults, false is `reasoning.exclude`."""
        verbosity: _m.Verbosity | None
        """How long-winded the answer is. Default `medium`."""
        modalities: Sequence[_m.Modality] | None
        """Kinds of output wanted. Images and audio have to be named; audio also needs `stream`."""
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None
        """Voice and format of spoken output. Needs `audio` in `modalities`, and `stream`."""
        image_config: Mapping[str, str | float | Sequence[Any]] | None
        """Settings of generated images, such as `aspect_ratio`. Keys depend on the model."""
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None
        """The answer you expect; what matches comes faster."""
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None
        """Which providers may serve the request, and in what order."""
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None
        """Plugins for this request; an entry replaces the account's default for the same plugin."""
        route: _m.Route | None
        """Deprecated. What happens when the first of `models` fails."""
        transforms: Sequence[_m.Transform] | None
        """Older way to shorten long prompts; the `context-compression` plugin replaces it."""
        preset: str | None
        """Preset of your account to apply, as `slug` or `@preset/slug`."""
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None
        """Caches the prompt up to its last cacheable block by itself (Anthropic models)."""
        prompt_cache_key: str | None
        """Key under which a provider caches the prompt."""
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None
        """Prompt caching by breakpoints that you set."""
        service_tier: _m.ChatRequestServiceTier | None
        """Speed and price class of processing."""
        speed: _m.Speed | None
        """Anthropic's spelling; `fast` acts like the service tier `priority`."""
        user: str | None
        """An id of your end user, for abuse detection."""
        metadata: Mapping[str, str] | None
        """Your own notes, at most 16 pairs, keys up to 64 and values up to 512 characters."""
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None
        """Names and ids for the observability tools connected to your account."""
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None
        """Shows what was sent to the provider. Streams only; not for production."""
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None
        """Older switch for usage data. Without effect, since usage always comes."""
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None
        """Older settings of a model's own web search."""
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None
        """Limits a search of X posts (xAI models)."""
        prompt: str | None
        """Text to complete, for models without chat. `messages` is the usual way."""
        raw_mode: bool | None
        """Passed to Hyperbolic, which then skips the chat template."""
        safe_prompt: bool | None
        """Passed to Mistral, which then puts its safety prompt first."""
        http_referer: str | None
        x_open_router_title: str | None
        x_open_router_categories: str | None
        x_open_router_metadata: _m.MetadataLevel | None
        server_url: str | None
        """Base URL of the API for this call. Default: the client's."""
        retries: _sdk.RetryConfig | int | None | Unset
        """When and how long this request is repeated if it fails: a `RetryConfig`, a number of retries, or
        None for none. Default: the client's."""
        timeout_ms: int | None
        """Milliseconds the whole call may take, retries and streaming included. Default: the client's."""
        timeout: float | _sdk.Timeout | None
        """Seconds each phase of a request may take (connect, write, read, wait for a pooled connection), or an
        `httpx.Timeout`. Default: the client's."""
        max_response_bytes: int | None
        """Bytes that the answer may take, unpacked. Default: the client's."""
        retry_after_send: bool | None
        """Whether a request that was sent but never answered is sent again. Default: the client's."""
        on_retry: Callable[[_sdk.RetryEvent], object] | None
        """Called before each retry with a `RetryEvent`: the attempt, the delay in seconds, the error. What it
        raises is logged and dropped."""
        http_headers: Mapping[str, str] | None
        """Further headers of this request. They win over all others."""
        extra_query: Mapping[str, Any] | None
        """Further parameters of the query. They replace those of the same name."""
        extra_body: Mapping[str, Any] | None
        """Further fields of the request body, for what this SDK does not know yet. They win over named ones."""
        x_open_router_experimental_metadata: _m.MetadataLevel | None
        """Older spelling of `x_open_router_metadata`."""
        idle_timeout: float | None | Unset
        """Seconds this stream may go without a data event; None for no limit. Default: the client's."""
        raise_on_choice_error: bool | None
        """Whether an answer that holds a failed choice raises or is returned. Default: the client's."""
        on_keepalive: Callable[[str], object] | None
        """Called with the text of each keep-alive comment of a stream. What it raises is logged and dropped."""
        max_steps: int
        """Answers after which the run stops. Default 10."""
        stop_when: _sdk.tools.Condition | Sequence[_sdk.tools.Condition] | None
        """Further conditions after which it stops: `tools.max_cost(0.5)`, `tools.has_tool_call("book")`, or
        any functions of the steps so far."""
        final_answer: bool
        """Whether the model is asked for one more answer, without calls, after a condition has stopped the
        run. Default True."""
        max_tool_errors: int
        """Failed calls after which the run stops. Default 10."""
        repeated_calls: int | None
        """The run stops when the same call was made so many times in a row. Default 3; None for never."""
        parallel: bool
        """Whether the calls of an answer run at the same time. Else they run in turn, and in sync plain
        functions without a time limit run in the thread of the caller. Default True."""
        context: Any
        """The `value` of the `ToolContext` that tools are given."""
        on_event: Callable[[_sdk.tools.RunEvent], object] | None
        """Called with each event, in the thread or task of the caller; in async it may be async. What it
        raises ends the run."""
        on_state: Callable[[_sdk.tools.RunState], object] | None
        """Called with the state whenever there is something new to keep, after each answer and each result,
        one at a time, in the thread or task of the tool; in async it may be async. What it raises ends the
        run."""
        state_file: str | os.PathLike[str] | None
        """A file that always holds the newest state, so that `resume(state_file)` goes on after a crash."""


OPERATION = Operation(
    name="chat.send",
    method="POST",
    path="/chat/completions",
    kind="json",
    result="ChatResult",
    form="json",
    chunk="ChatStreamChunk",
    sentinel="[DONE]",
    stream_field="stream",
    keywords={
        "HTTP-Referer": "http_referer",
        "X-OpenRouter-Title": "x_open_router_title",
        "X-OpenRouter-Categories": "x_open_router_categories",
        "X-OpenRouter-Metadata": "x_open_router_metadata",
    },
    spellings={
        "x_open_router_experimental_metadata": "X-OpenRouter-Metadata",
    },
    required=("messages",),
)


class ChatSend(Namespace):
    """The signature of `send` and `send_async`, `parse` and `parse_async`, `run` and `run_async`."""

    @overload
    def send(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: Literal[True],
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | TypeForm[Any] | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
    ) -> _sdk.EventStream[_m.ChatStreamChunk]: ...
    @overload
    def send(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: Literal[False] | None = None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | TypeForm[Any] | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
    ) -> _m.ChatResult: ...
    @overload
    def send(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: bool | None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | TypeForm[Any] | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
    ) -> _m.ChatResult | _sdk.EventStream[_m.ChatStreamChunk]: ...
    def send(
        self,
        *misplaced: Any,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict] | None = None,
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: bool | None = None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | TypeForm[Any] | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        **unknown: Any,
    ) -> _m.ChatResult | _sdk.EventStream[_m.ChatStreamChunk]:
        """Ask a model to continue a conversation.

        Sends the conversation to a model and returns its answer, either whole or as a stream of chunks (`stream:
        true`). OpenRouter picks a provider for the model and falls back to others when one fails.

        Returns the whole answer, or with `stream=True` an `EventStream` of chunks. None leaves a field out.

        Args:
            messages: The conversation so far, oldest message first.
            model: The model as `author/slug`. Suffixes choose a variant (`:free`, `:nitro`, `:floor`, `:online`,
                `:thinking`, `:extended`, `:exacto`); `~author/family-latest` follows the newest of a family;
                `@preset/slug` or `model@preset/slug` applies a preset. May be left out when `models` or an
                account default is set.
            models: Models to try in this order; `model` of the answer tells which one replied.
            frequency_penalty: Lowers the chance of tokens the more often they already occurred. From -2 to 2, default 0.
            presence_penalty: Lowers the chance of tokens that occurred at all. From -2 to 2, default 0.
            repetition_penalty: Scales down tokens of the input and the output so far. From 0 to 2, default 1 (off).
            temperature: Randomness of the answer, from 0 (steady) to 2 (wild). Default 1.
            top_p: Samples only from the likeliest tokens whose chances add up to this. Above 0, up to 1; default 1.
            top_k: Samples only from this many likeliest tokens. 0, the default, means no limit.
            top_a: Drops tokens that are unlikely compared with the likeliest one. From 0 (off, default) to 1.
            min_p: Least chance of a token, as a share of the likeliest token's. From 0 (off, default) to 1.
            seed: Same seed and same request give the same answer, where the provider can.
            max_completion_tokens: Upper limit of generated tokens, reasoning included. At least 1.
            max_tokens: Older name of `max_completion_tokens`. At least 1; some providers want 16 or more.
            stop: Up to 4 texts at which generation stops.
            n: Number of choices wanted, at least 1. Accepted, but most providers give one.
            logit_bias: Shifts the chance of single tokens. Keys are token ids, values run from -100 to 100.
            logprobs: Returns the log probability of every generated token.
            top_logprobs: How many alternatives to report for each token, 0 to 20. Needs `logprobs`.
            stream: Sends the answer in chunks while it is generated. Default false.
            stream_options: Options of a stream. Without effect, since usage always comes.
            tools: Functions the model may ask you to call, and tools that OpenRouter runs itself.
            tool_choice: Whether and which tool must be used.
            parallel_tool_calls: Lets the model ask for several tool calls at once. Default true.
            max_tool_calls: Limit of steps with server tools, at most 30 (the default). Ignored when `stop_server_tools_when`
                is set.
            stop_server_tools_when: Ends the loop of server tools as soon as one of these holds. Replaces `max_tool_calls`.
            deferred_tools: Lets the model search for tools marked `defer_loading` instead of reading all of them.
            response_format: Form of the answer, for instance JSON that fits a schema. A Python type asks for JSON of its
                schema, of providers that heed it (`provider.require_parameters`); read the answer with
                `result.parse(...)`.
            structured_outputs: Routes only to providers that support structured outputs; goes with `response_format`.
            reasoning: How much the model thinks before it answers, and what of it is shown.
            reasoning_effort: Short form of `reasoning.effort`; an error if the two contradict each other.
            include_reasoning: Older switch. True is `reasoning` with its defaults, false is `reasoning.exclude`.
            verbosity: How long-winded the answer is. Default `medium`.
            modalities: Kinds of output wanted. Images and audio have to be named; audio also needs `stream`.
            audio: Voice and format of spoken output. Needs `audio` in `modalities`, and `stream`.
            image_config: Settings of generated images, such as `aspect_ratio`. Keys depend on the model.
            prediction: The answer you expect; what matches comes faster.
            provider: Which providers may serve the request, and in what order.
            plugins: Plugins for this request; an entry replaces the account's default for the same plugin.
            route: Deprecated. What happens when the first of `models` fails.
            transforms: Older way to shorten long prompts; the `context-compression` plugin replaces it.
            preset: Preset of your account to apply, as `slug` or `@preset/slug`.
            cache_control: Caches the prompt up to its last cacheable block by itself (Anthropic models).
            prompt_cache_key: Key under which a provider caches the prompt.
            prompt_cache_options: Prompt caching by breakpoints that you set.
            service_tier: Speed and price class of processing.
            speed: Anthropic's spelling; `fast` acts like the service tier `priority`.
            session_id: Groups requests, up to 256 characters. A session stays on one provider, which helps caching, and
                shows up as one in traces. Beats the `x-session-id` header.
            user: An id of your end user, for abuse detection.
            metadata: Your own notes, at most 16 pairs, keys up to 64 and values up to 512 characters.
            trace: Names and ids for the observability tools connected to your account.
            debug: Shows what was sent to the provider. Streams only; not for production.
            usage: Older switch for usage data. Without effect, since usage always comes.
            web_search_options: Older settings of a model's own web search.
            x_search_filter: Limits a search of X posts (xAI models).
            prompt: Text to complete, for models without chat. `messages` is the usual way.
            raw_mode: Passed to Hyperbolic, which then skips the chat template.
            safe_prompt: Passed to Mistral, which then puts its safety prompt first.
            http_referer: Header `HTTP-Referer`. URL of your app. It identifies the app in OpenRouter's rankings and
                statistics.
            x_open_router_title: Header `X-OpenRouter-Title`. Name of your app as OpenRouter shows it.
            x_open_router_categories: Header `X-OpenRouter-Categories`. Categories of your app, separated by commas: at most 2 a
                request, each up to 30 characters of lower case and hyphens. Unknown ones are dropped. Known:
                cli-agent, ide-extension, cloud-agent, programming-app, native-app-builder, creative-writing,
                video-gen, image-gen, audio-gen, writing-assistant, general-chat, personal-agent, legal, roleplay,
                game.
            x_open_router_metadata: Header `X-OpenRouter-Metadata`. `enabled` adds a report on routing to the answer, in
                `openrouter_metadata`. Default `disabled`.
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
            x_open_router_experimental_metadata: Older spelling of `x_open_router_metadata`.
            idle_timeout: Seconds this stream may go without a data event; None for no limit. Default: the client's.
            raise_on_choice_error: Whether an answer that holds a failed choice raises or is returned. Default: the client's.
            on_keepalive: Called with the text of each keep-alive comment of a stream. What it raises is logged and dropped.

        Raises:
            TypeError: An unknown keyword argument, or a value of the wrong type.
            errors.ArgumentError: A value that cannot be sent. Nothing was sent.
            errors.ChatError: The API answered with an error; a subclass for each status.
            errors.OpenRouterError: Everything else that can go wrong.
        """
        if misplaced:
            raise TypeError(
                'send() takes keyword arguments only: send(model="openai/gpt-4o", messages=[{"role": "user", "content": "Hi"}])'
            )
        given = Arguments(
            path={},
            query={},
            headers={
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
                "X-OpenRouter-Metadata": x_open_router_metadata,
            },
            body={
                "messages": messages,
                "model": model,
                "models": models,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "top_a": top_a,
                "min_p": min_p,
                "seed": seed,
                "max_completion_tokens": max_completion_tokens,
                "max_tokens": max_tokens,
                "stop": stop,
                "n": n,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "stream": stream,
                "stream_options": stream_options,
                "tools": tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "max_tool_calls": max_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "deferred_tools": deferred_tools,
                "response_format": response_format,
                "structured_outputs": structured_outputs,
                "reasoning": reasoning,
                "reasoning_effort": reasoning_effort,
                "include_reasoning": include_reasoning,
                "verbosity": verbosity,
                "modalities": modalities,
                "audio": audio,
                "image_config": image_config,
                "prediction": prediction,
                "provider": provider,
                "plugins": plugins,
                "route": route,
                "transforms": transforms,
                "preset": preset,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "speed": speed,
                "session_id": session_id,
                "user": user,
                "metadata": metadata,
                "trace": trace,
                "debug": debug,
                "usage": usage,
                "web_search_options": web_search_options,
                "x_search_filter": x_search_filter,
                "prompt": prompt,
                "raw_mode": raw_mode,
                "safe_prompt": safe_prompt,
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
                "x_open_router_experimental_metadata": x_open_router_experimental_metadata,
                "idle_timeout": idle_timeout,
                "raise_on_choice_error": raise_on_choice_error,
                "on_keepalive": on_keepalive,
            },
            unknown=unknown,
        )
        answer: _m.ChatResult | _sdk.EventStream[_m.ChatStreamChunk] = self._caller.call(OPERATION, given)
        return answer

    @overload
    async def send_async(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: Literal[True],
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | TypeForm[Any] | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
    ) -> _sdk.EventStreamAsync[_m.ChatStreamChunk]: ...
    @overload
    async def send_async(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: Literal[False] | None = None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | TypeForm[Any] | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
    ) -> _m.ChatResult: ...
    @overload
    async def send_async(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: bool | None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | TypeForm[Any] | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
    ) -> _m.ChatResult | _sdk.EventStreamAsync[_m.ChatStreamChunk]: ...
    async def send_async(
        self,
        *misplaced: Any,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict] | None = None,
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: bool | None = None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | TypeForm[Any] | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        **unknown: Any,
    ) -> _m.ChatResult | _sdk.EventStreamAsync[_m.ChatStreamChunk]:
        """Ask a model to continue a conversation.

        Sends the conversation to a model and returns its answer, either whole or as a stream of chunks (`stream:
        true`). OpenRouter picks a provider for the model and falls back to others when one fails.

        Returns the whole answer, or with `stream=True` an `EventStreamAsync` of chunks. None leaves a field out.

        Args:
            messages: The conversation so far, oldest message first.
            model: The model as `author/slug`. Suffixes choose a variant (`:free`, `:nitro`, `:floor`, `:online`,
                `:thinking`, `:extended`, `:exacto`); `~author/family-latest` follows the newest of a family;
                `@preset/slug` or `model@preset/slug` applies a preset. May be left out when `models` or an
                account default is set.
            models: Models to try in this order; `model` of the answer tells which one replied.
            frequency_penalty: Lowers the chance of tokens the more often they already occurred. From -2 to 2, default 0.
            presence_penalty: Lowers the chance of tokens that occurred at all. From -2 to 2, default 0.
            repetition_penalty: Scales down tokens of the input and the output so far. From 0 to 2, default 1 (off).
            temperature: Randomness of the answer, from 0 (steady) to 2 (wild). Default 1.
            top_p: Samples only from the likeliest tokens whose chances add up to this. Above 0, up to 1; default 1.
            top_k: Samples only from this many likeliest tokens. 0, the default, means no limit.
            top_a: Drops tokens that are unlikely compared with the likeliest one. From 0 (off, default) to 1.
            min_p: Least chance of a token, as a share of the likeliest token's. From 0 (off, default) to 1.
            seed: Same seed and same request give the same answer, where the provider can.
            max_completion_tokens: Upper limit of generated tokens, reasoning included. At least 1.
            max_tokens: Older name of `max_completion_tokens`. At least 1; some providers want 16 or more.
            stop: Up to 4 texts at which generation stops.
            n: Number of choices wanted, at least 1. Accepted, but most providers give one.
            logit_bias: Shifts the chance of single tokens. Keys are token ids, values run from -100 to 100.
            logprobs: Returns the log probability of every generated token.
            top_logprobs: How many alternatives to report for each token, 0 to 20. Needs `logprobs`.
            stream: Sends the answer in chunks while it is generated. Default false.
            stream_options: Options of a stream. Without effect, since usage always comes.
            tools: Functions the model may ask you to call, and tools that OpenRouter runs itself.
            tool_choice: Whether and which tool must be used.
            parallel_tool_calls: Lets the model ask for several tool calls at once. Default true.
            max_tool_calls: Limit of steps with server tools, at most 30 (the default). Ignored when `stop_server_tools_when`
                is set.
            stop_server_tools_when: Ends the loop of server tools as soon as one of these holds. Replaces `max_tool_calls`.
            deferred_tools: Lets the model search for tools marked `defer_loading` instead of reading all of them.
            response_format: Form of the answer, for instance JSON that fits a schema. A Python type asks for JSON of its
                schema, of providers that heed it (`provider.require_parameters`); read the answer with
                `result.parse(...)`.
            structured_outputs: Routes only to providers that support structured outputs; goes with `response_format`.
            reasoning: How much the model thinks before it answers, and what of it is shown.
            reasoning_effort: Short form of `reasoning.effort`; an error if the two contradict each other.
            include_reasoning: Older switch. True is `reasoning` with its defaults, false is `reasoning.exclude`.
            verbosity: How long-winded the answer is. Default `medium`.
            modalities: Kinds of output wanted. Images and audio have to be named; audio also needs `stream`.
            audio: Voice and format of spoken output. Needs `audio` in `modalities`, and `stream`.
            image_config: Settings of generated images, such as `aspect_ratio`. Keys depend on the model.
            prediction: The answer you expect; what matches comes faster.
            provider: Which providers may serve the request, and in what order.
            plugins: Plugins for this request; an entry replaces the account's default for the same plugin.
            route: Deprecated. What happens when the first of `models` fails.
            transforms: Older way to shorten long prompts; the `context-compression` plugin replaces it.
            preset: Preset of your account to apply, as `slug` or `@preset/slug`.
            cache_control: Caches the prompt up to its last cacheable block by itself (Anthropic models).
            prompt_cache_key: Key under which a provider caches the prompt.
            prompt_cache_options: Prompt caching by breakpoints that you set.
            service_tier: Speed and price class of processing.
            speed: Anthropic's spelling; `fast` acts like the service tier `priority`.
            session_id: Groups requests, up to 256 characters. A session stays on one provider, which helps caching, and
                shows up as one in traces. Beats the `x-session-id` header.
            user: An id of your end user, for abuse detection.
            metadata: Your own notes, at most 16 pairs, keys up to 64 and values up to 512 characters.
            trace: Names and ids for the observability tools connected to your account.
            debug: Shows what was sent to the provider. Streams only; not for production.
            usage: Older switch for usage data. Without effect, since usage always comes.
            web_search_options: Older settings of a model's own web search.
            x_search_filter: Limits a search of X posts (xAI models).
            prompt: Text to complete, for models without chat. `messages` is the usual way.
            raw_mode: Passed to Hyperbolic, which then skips the chat template.
            safe_prompt: Passed to Mistral, which then puts its safety prompt first.
            http_referer: Header `HTTP-Referer`. URL of your app. It identifies the app in OpenRouter's rankings and
                statistics.
            x_open_router_title: Header `X-OpenRouter-Title`. Name of your app as OpenRouter shows it.
            x_open_router_categories: Header `X-OpenRouter-Categories`. Categories of your app, separated by commas: at most 2 a
                request, each up to 30 characters of lower case and hyphens. Unknown ones are dropped. Known:
                cli-agent, ide-extension, cloud-agent, programming-app, native-app-builder, creative-writing,
                video-gen, image-gen, audio-gen, writing-assistant, general-chat, personal-agent, legal, roleplay,
                game.
            x_open_router_metadata: Header `X-OpenRouter-Metadata`. `enabled` adds a report on routing to the answer, in
                `openrouter_metadata`. Default `disabled`.
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
            x_open_router_experimental_metadata: Older spelling of `x_open_router_metadata`.
            idle_timeout: Seconds this stream may go without a data event; None for no limit. Default: the client's.
            raise_on_choice_error: Whether an answer that holds a failed choice raises or is returned. Default: the client's.
            on_keepalive: Called with the text of each keep-alive comment of a stream. What it raises is logged and dropped.

        Raises:
            TypeError: An unknown keyword argument, or a value of the wrong type.
            errors.ArgumentError: A value that cannot be sent. Nothing was sent.
            errors.ChatError: The API answered with an error; a subclass for each status.
            errors.OpenRouterError: Everything else that can go wrong.
        """
        if misplaced:
            raise TypeError(
                'send_async() takes keyword arguments only: send_async(model="openai/gpt-4o", messages=[{"role": "user", "content": "Hi"}])'
            )
        given = Arguments(
            path={},
            query={},
            headers={
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
                "X-OpenRouter-Metadata": x_open_router_metadata,
            },
            body={
                "messages": messages,
                "model": model,
                "models": models,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "top_a": top_a,
                "min_p": min_p,
                "seed": seed,
                "max_completion_tokens": max_completion_tokens,
                "max_tokens": max_tokens,
                "stop": stop,
                "n": n,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "stream": stream,
                "stream_options": stream_options,
                "tools": tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "max_tool_calls": max_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "deferred_tools": deferred_tools,
                "response_format": response_format,
                "structured_outputs": structured_outputs,
                "reasoning": reasoning,
                "reasoning_effort": reasoning_effort,
                "include_reasoning": include_reasoning,
                "verbosity": verbosity,
                "modalities": modalities,
                "audio": audio,
                "image_config": image_config,
                "prediction": prediction,
                "provider": provider,
                "plugins": plugins,
                "route": route,
                "transforms": transforms,
                "preset": preset,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "speed": speed,
                "session_id": session_id,
                "user": user,
                "metadata": metadata,
                "trace": trace,
                "debug": debug,
                "usage": usage,
                "web_search_options": web_search_options,
                "x_search_filter": x_search_filter,
                "prompt": prompt,
                "raw_mode": raw_mode,
                "safe_prompt": safe_prompt,
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
                "x_open_router_experimental_metadata": x_open_router_experimental_metadata,
                "idle_timeout": idle_timeout,
                "raise_on_choice_error": raise_on_choice_error,
                "on_keepalive": on_keepalive,
            },
            unknown=unknown,
        )
        answer: _m.ChatResult | _sdk.EventStreamAsync[_m.ChatStreamChunk] = await self._caller.call_async(
            OPERATION, given
        )
        return answer

    @overload
    def parse(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: Literal[True],
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: TypeForm[T],
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        repairs: int = 0,
    ) -> _sdk.ParsedStream[T]: ...
    @overload
    def parse(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: Literal[False] | None = None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: TypeForm[T],
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        repairs: int = 0,
    ) -> _sdk.ParsedResult[T]: ...
    @overload
    def parse(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: bool | None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: TypeForm[T],
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        repairs: int = 0,
    ) -> _sdk.ParsedResult[T] | _sdk.ParsedStream[T]: ...
    def parse(
        self,
        *misplaced: Any,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict] | None = None,
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: bool | None = None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: TypeForm[T] | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        repairs: int = 0,
        **unknown: Any,
    ) -> _sdk.ParsedResult[T] | _sdk.ParsedStream[T]:
        """Ask for an answer of a Python type, and read it as a value of this type.

        Needs the extra `tools`. Asks for JSON that fits the type's schema, of providers that heed it:
        `require_parameters` is true in `provider`, unless you say otherwise there. Nothing is repaired in silence:
        an answer that does not fit is an error that says where, or is asked for again.

        Returns a result whose `parsed` is of the type, or with `stream=True` a stream that shows in
        `partial_parsed()` what has come so far and gives the result in `final()`. None leaves a field out.

        Args:
            messages: The conversation so far, oldest message first.
            model: The model as `author/slug`. Suffixes choose a variant (`:free`, `:nitro`, `:floor`, `:online`,
                `:thinking`, `:extended`, `:exacto`); `~author/family-latest` follows the newest of a family;
                `@preset/slug` or `model@preset/slug` applies a preset. May be left out when `models` or an
                account default is set.
            models: Models to try in this order; `model` of the answer tells which one replied.
            frequency_penalty: Lowers the chance of tokens the more often they already occurred. From -2 to 2, default 0.
            presence_penalty: Lowers the chance of tokens that occurred at all. From -2 to 2, default 0.
            repetition_penalty: Scales down tokens of the input and the output so far. From 0 to 2, default 1 (off).
            temperature: Randomness of the answer, from 0 (steady) to 2 (wild). Default 1.
            top_p: Samples only from the likeliest tokens whose chances add up to this. Above 0, up to 1; default 1.
            top_k: Samples only from this many likeliest tokens. 0, the default, means no limit.
            top_a: Drops tokens that are unlikely compared with the likeliest one. From 0 (off, default) to 1.
            min_p: Least chance of a token, as a share of the likeliest token's. From 0 (off, default) to 1.
            seed: Same seed and same request give the same answer, where the provider can.
            max_completion_tokens: Upper limit of generated tokens, reasoning included. At least 1.
            max_tokens: Older name of `max_completion_tokens`. At least 1; some providers want 16 or more.
            stop: Up to 4 texts at which generation stops.
            n: Number of choices wanted, at least 1. Accepted, but most providers give one.
            logit_bias: Shifts the chance of single tokens. Keys are token ids, values run from -100 to 100.
            logprobs: Returns the log probability of every generated token.
            top_logprobs: How many alternatives to report for each token, 0 to 20. Needs `logprobs`.
            stream: Sends the answer in chunks while it is generated. Default false.
            stream_options: Options of a stream. Without effect, since usage always comes.
            tools: Functions the model may ask you to call, and tools that OpenRouter runs itself.
            tool_choice: Whether and which tool must be used.
            parallel_tool_calls: Lets the model ask for several tool calls at once. Default true.
            max_tool_calls: Limit of steps with server tools, at most 30 (the default). Ignored when `stop_server_tools_when`
                is set.
            stop_server_tools_when: Ends the loop of server tools as soon as one of these holds. Replaces `max_tool_calls`.
            deferred_tools: Lets the model search for tools marked `defer_loading` instead of reading all of them.
            response_format: The type: a dataclass, attrs class, TypedDict, NamedTuple, pydantic model, msgspec struct, Enum,
                `Literal`, union, `list[...]`, `dict[str, ...]` or a plain type, with notes in docstrings or
                `Annotated`.
            structured_outputs: Routes only to providers that support structured outputs; goes with `response_format`.
            reasoning: How much the model thinks before it answers, and what of it is shown.
            reasoning_effort: Short form of `reasoning.effort`; an error if the two contradict each other.
            include_reasoning: Older switch. True is `reasoning` with its defaults, false is `reasoning.exclude`.
            verbosity: How long-winded the answer is. Default `medium`.
            modalities: Kinds of output wanted. Images and audio have to be named; audio also needs `stream`.
            audio: Voice and format of spoken output. Needs `audio` in `modalities`, and `stream`.
            image_config: Settings of generated images, such as `aspect_ratio`. Keys depend on the model.
            prediction: The answer you expect; what matches comes faster.
            provider: Which providers may serve the request, and in what order.
            plugins: Plugins for this request; an entry replaces the account's default for the same plugin.
            route: Deprecated. What happens when the first of `models` fails.
            transforms: Older way to shorten long prompts; the `context-compression` plugin replaces it.
            preset: Preset of your account to apply, as `slug` or `@preset/slug`.
            cache_control: Caches the prompt up to its last cacheable block by itself (Anthropic models).
            prompt_cache_key: Key under which a provider caches the prompt.
            prompt_cache_options: Prompt caching by breakpoints that you set.
            service_tier: Speed and price class of processing.
            speed: Anthropic's spelling; `fast` acts like the service tier `priority`.
            session_id: Groups requests, up to 256 characters. A session stays on one provider, which helps caching, and
                shows up as one in traces. Beats the `x-session-id` header.
            user: An id of your end user, for abuse detection.
            metadata: Your own notes, at most 16 pairs, keys up to 64 and values up to 512 characters.
            trace: Names and ids for the observability tools connected to your account.
            debug: Shows what was sent to the provider. Streams only; not for production.
            usage: Older switch for usage data. Without effect, since usage always comes.
            web_search_options: Older settings of a model's own web search.
            x_search_filter: Limits a search of X posts (xAI models).
            prompt: Text to complete, for models without chat. `messages` is the usual way.
            raw_mode: Passed to Hyperbolic, which then skips the chat template.
            safe_prompt: Passed to Mistral, which then puts its safety prompt first.
            http_referer: Header `HTTP-Referer`. URL of your app. It identifies the app in OpenRouter's rankings and
                statistics.
            x_open_router_title: Header `X-OpenRouter-Title`. Name of your app as OpenRouter shows it.
            x_open_router_categories: Header `X-OpenRouter-Categories`. Categories of your app, separated by commas: at most 2 a
                request, each up to 30 characters of lower case and hyphens. Unknown ones are dropped. Known:
                cli-agent, ide-extension, cloud-agent, programming-app, native-app-builder, creative-writing,
                video-gen, image-gen, audio-gen, writing-assistant, general-chat, personal-agent, legal, roleplay,
                game.
            x_open_router_metadata: Header `X-OpenRouter-Metadata`. `enabled` adds a report on routing to the answer, in
                `openrouter_metadata`. Default `disabled`.
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
            x_open_router_experimental_metadata: Older spelling of `x_open_router_metadata`.
            idle_timeout: Seconds this stream may go without a data event; None for no limit. Default: the client's.
            raise_on_choice_error: Whether an answer that holds a failed choice raises or is returned. Default: the client's.
            on_keepalive: Called with the text of each keep-alive comment of a stream. What it raises is logged and dropped.
            repairs: How often to ask again, telling what was wrong, when an answer is empty, no JSON, or does not fit.
                `timeout_ms` bounds all of it. Default 0.

        Raises:
            TypeError: An unknown keyword argument, or a value of the wrong type.
            errors.ArgumentError: A value that cannot be sent. Nothing was sent.
            errors.OutputParsingError: The answer is not of this type; a stream raises it in `final()`.
            errors.ChatError: The API answered with an error; a subclass for each status.
            errors.OpenRouterError: Everything else that can go wrong.
        """
        if misplaced:
            raise TypeError(
                'parse() takes keyword arguments only: parse(model="openai/gpt-4o", messages=[{"role": "user", "content": "Hi"}])'
            )
        given = Arguments(
            path={},
            query={},
            headers={
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
                "X-OpenRouter-Metadata": x_open_router_metadata,
            },
            body={
                "messages": messages,
                "model": model,
                "models": models,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "top_a": top_a,
                "min_p": min_p,
                "seed": seed,
                "max_completion_tokens": max_completion_tokens,
                "max_tokens": max_tokens,
                "stop": stop,
                "n": n,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "stream": stream,
                "stream_options": stream_options,
                "tools": tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "max_tool_calls": max_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "deferred_tools": deferred_tools,
                "response_format": response_format,
                "structured_outputs": structured_outputs,
                "reasoning": reasoning,
                "reasoning_effort": reasoning_effort,
                "include_reasoning": include_reasoning,
                "verbosity": verbosity,
                "modalities": modalities,
                "audio": audio,
                "image_config": image_config,
                "prediction": prediction,
                "provider": provider,
                "plugins": plugins,
                "route": route,
                "transforms": transforms,
                "preset": preset,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "speed": speed,
                "session_id": session_id,
                "user": user,
                "metadata": metadata,
                "trace": trace,
                "debug": debug,
                "usage": usage,
                "web_search_options": web_search_options,
                "x_search_filter": x_search_filter,
                "prompt": prompt,
                "raw_mode": raw_mode,
                "safe_prompt": safe_prompt,
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
                "x_open_router_experimental_metadata": x_open_router_experimental_metadata,
                "idle_timeout": idle_timeout,
                "raise_on_choice_error": raise_on_choice_error,
                "on_keepalive": on_keepalive,
                "repairs": repairs,
            },
            unknown=unknown,
        )
        caller: Any = self._caller
        answer: _sdk.ParsedResult[T] | _sdk.ParsedStream[T] = caller.parse(OPERATION, given)
        return answer

    @overload
    async def parse_async(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: Literal[True],
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: TypeForm[T],
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        repairs: int = 0,
    ) -> _sdk.ParsedStreamAsync[T]: ...
    @overload
    async def parse_async(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: Literal[False] | None = None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: TypeForm[T],
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        repairs: int = 0,
    ) -> _sdk.ParsedResult[T]: ...
    @overload
    async def parse_async(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: bool | None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: TypeForm[T],
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        repairs: int = 0,
    ) -> _sdk.ParsedResult[T] | _sdk.ParsedStreamAsync[T]: ...
    async def parse_async(
        self,
        *misplaced: Any,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict] | None = None,
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: bool | None = None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: TypeForm[T] | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        repairs: int = 0,
        **unknown: Any,
    ) -> _sdk.ParsedResult[T] | _sdk.ParsedStreamAsync[T]:
        """Ask for an answer of a Python type, and read it as a value of this type.

        Needs the extra `tools`. Asks for JSON that fits the type's schema, of providers that heed it:
        `require_parameters` is true in `provider`, unless you say otherwise there. Nothing is repaired in silence:
        an answer that does not fit is an error that says where, or is asked for again.

        Returns a result whose `parsed` is of the type, or with `stream=True` a stream that shows in
        `partial_parsed()` what has come so far and gives the result in `final()`. None leaves a field out.

        Args:
            messages: The conversation so far, oldest message first.
            model: The model as `author/slug`. Suffixes choose a variant (`:free`, `:nitro`, `:floor`, `:online`,
                `:thinking`, `:extended`, `:exacto`); `~author/family-latest` follows the newest of a family;
                `@preset/slug` or `model@preset/slug` applies a preset. May be left out when `models` or an
                account default is set.
            models: Models to try in this order; `model` of the answer tells which one replied.
            frequency_penalty: Lowers the chance of tokens the more often they already occurred. From -2 to 2, default 0.
            presence_penalty: Lowers the chance of tokens that occurred at all. From -2 to 2, default 0.
            repetition_penalty: Scales down tokens of the input and the output so far. From 0 to 2, default 1 (off).
            temperature: Randomness of the answer, from 0 (steady) to 2 (wild). Default 1.
            top_p: Samples only from the likeliest tokens whose chances add up to this. Above 0, up to 1; default 1.
            top_k: Samples only from this many likeliest tokens. 0, the default, means no limit.
            top_a: Drops tokens that are unlikely compared with the likeliest one. From 0 (off, default) to 1.
            min_p: Least chance of a token, as a share of the likeliest token's. From 0 (off, default) to 1.
            seed: Same seed and same request give the same answer, where the provider can.
            max_completion_tokens: Upper limit of generated tokens, reasoning included. At least 1.
            max_tokens: Older name of `max_completion_tokens`. At least 1; some providers want 16 or more.
            stop: Up to 4 texts at which generation stops.
            n: Number of choices wanted, at least 1. Accepted, but most providers give one.
            logit_bias: Shifts the chance of single tokens. Keys are token ids, values run from -100 to 100.
            logprobs: Returns the log probability of every generated token.
            top_logprobs: How many alternatives to report for each token, 0 to 20. Needs `logprobs`.
            stream: Sends the answer in chunks while it is generated. Default false.
            stream_options: Options of a stream. Without effect, since usage always comes.
            tools: Functions the model may ask you to call, and tools that OpenRouter runs itself.
            tool_choice: Whether and which tool must be used.
            parallel_tool_calls: Lets the model ask for several tool calls at once. Default true.
            max_tool_calls: Limit of steps with server tools, at most 30 (the default). Ignored when `stop_server_tools_when`
                is set.
            stop_server_tools_when: Ends the loop of server tools as soon as one of these holds. Replaces `max_tool_calls`.
            deferred_tools: Lets the model search for tools marked `defer_loading` instead of reading all of them.
            response_format: The type: a dataclass, attrs class, TypedDict, NamedTuple, pydantic model, msgspec struct, Enum,
                `Literal`, union, `list[...]`, `dict[str, ...]` or a plain type, with notes in docstrings or
                `Annotated`.
            structured_outputs: Routes only to providers that support structured outputs; goes with `response_format`.
            reasoning: How much the model thinks before it answers, and what of it is shown.
            reasoning_effort: Short form of `reasoning.effort`; an error if the two contradict each other.
            include_reasoning: Older switch. True is `reasoning` with its defaults, false is `reasoning.exclude`.
            verbosity: How long-winded the answer is. Default `medium`.
            modalities: Kinds of output wanted. Images and audio have to be named; audio also needs `stream`.
            audio: Voice and format of spoken output. Needs `audio` in `modalities`, and `stream`.
            image_config: Settings of generated images, such as `aspect_ratio`. Keys depend on the model.
            prediction: The answer you expect; what matches comes faster.
            provider: Which providers may serve the request, and in what order.
            plugins: Plugins for this request; an entry replaces the account's default for the same plugin.
            route: Deprecated. What happens when the first of `models` fails.
            transforms: Older way to shorten long prompts; the `context-compression` plugin replaces it.
            preset: Preset of your account to apply, as `slug` or `@preset/slug`.
            cache_control: Caches the prompt up to its last cacheable block by itself (Anthropic models).
            prompt_cache_key: Key under which a provider caches the prompt.
            prompt_cache_options: Prompt caching by breakpoints that you set.
            service_tier: Speed and price class of processing.
            speed: Anthropic's spelling; `fast` acts like the service tier `priority`.
            session_id: Groups requests, up to 256 characters. A session stays on one provider, which helps caching, and
                shows up as one in traces. Beats the `x-session-id` header.
            user: An id of your end user, for abuse detection.
            metadata: Your own notes, at most 16 pairs, keys up to 64 and values up to 512 characters.
            trace: Names and ids for the observability tools connected to your account.
            debug: Shows what was sent to the provider. Streams only; not for production.
            usage: Older switch for usage data. Without effect, since usage always comes.
            web_search_options: Older settings of a model's own web search.
            x_search_filter: Limits a search of X posts (xAI models).
            prompt: Text to complete, for models without chat. `messages` is the usual way.
            raw_mode: Passed to Hyperbolic, which then skips the chat template.
            safe_prompt: Passed to Mistral, which then puts its safety prompt first.
            http_referer: Header `HTTP-Referer`. URL of your app. It identifies the app in OpenRouter's rankings and
                statistics.
            x_open_router_title: Header `X-OpenRouter-Title`. Name of your app as OpenRouter shows it.
            x_open_router_categories: Header `X-OpenRouter-Categories`. Categories of your app, separated by commas: at most 2 a
                request, each up to 30 characters of lower case and hyphens. Unknown ones are dropped. Known:
                cli-agent, ide-extension, cloud-agent, programming-app, native-app-builder, creative-writing,
                video-gen, image-gen, audio-gen, writing-assistant, general-chat, personal-agent, legal, roleplay,
                game.
            x_open_router_metadata: Header `X-OpenRouter-Metadata`. `enabled` adds a report on routing to the answer, in
                `openrouter_metadata`. Default `disabled`.
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
            x_open_router_experimental_metadata: Older spelling of `x_open_router_metadata`.
            idle_timeout: Seconds this stream may go without a data event; None for no limit. Default: the client's.
            raise_on_choice_error: Whether an answer that holds a failed choice raises or is returned. Default: the client's.
            on_keepalive: Called with the text of each keep-alive comment of a stream. What it raises is logged and dropped.
            repairs: How often to ask again, telling what was wrong, when an answer is empty, no JSON, or does not fit.
                `timeout_ms` bounds all of it. Default 0.

        Raises:
            TypeError: An unknown keyword argument, or a value of the wrong type.
            errors.ArgumentError: A value that cannot be sent. Nothing was sent.
            errors.OutputParsingError: The answer is not of this type; a stream raises it in `final()`.
            errors.ChatError: The API answered with an error; a subclass for each status.
            errors.OpenRouterError: Everything else that can go wrong.
        """
        if misplaced:
            raise TypeError(
                'parse_async() takes keyword arguments only: parse_async(model="openai/gpt-4o", messages=[{"role": "user", "content": "Hi"}])'
            )
        given = Arguments(
            path={},
            query={},
            headers={
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
                "X-OpenRouter-Metadata": x_open_router_metadata,
            },
            body={
                "messages": messages,
                "model": model,
                "models": models,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "top_a": top_a,
                "min_p": min_p,
                "seed": seed,
                "max_completion_tokens": max_completion_tokens,
                "max_tokens": max_tokens,
                "stop": stop,
                "n": n,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "stream": stream,
                "stream_options": stream_options,
                "tools": tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "max_tool_calls": max_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "deferred_tools": deferred_tools,
                "response_format": response_format,
                "structured_outputs": structured_outputs,
                "reasoning": reasoning,
                "reasoning_effort": reasoning_effort,
                "include_reasoning": include_reasoning,
                "verbosity": verbosity,
                "modalities": modalities,
                "audio": audio,
                "image_config": image_config,
                "prediction": prediction,
                "provider": provider,
                "plugins": plugins,
                "route": route,
                "transforms": transforms,
                "preset": preset,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "speed": speed,
                "session_id": session_id,
                "user": user,
                "metadata": metadata,
                "trace": trace,
                "debug": debug,
                "usage": usage,
                "web_search_options": web_search_options,
                "x_search_filter": x_search_filter,
                "prompt": prompt,
                "raw_mode": raw_mode,
                "safe_prompt": safe_prompt,
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
                "x_open_router_experimental_metadata": x_open_router_experimental_metadata,
                "idle_timeout": idle_timeout,
                "raise_on_choice_error": raise_on_choice_error,
                "on_keepalive": on_keepalive,
                "repairs": repairs,
            },
            unknown=unknown,
        )
        caller: Any = self._caller
        answer: _sdk.ParsedResult[T] | _sdk.ParsedStreamAsync[T] = await caller.parse_async(OPERATION, given)
        return answer

    @overload
    def run(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: Literal[True],
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_sdk.tools.ToolLike] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        max_steps: int = 10,
        stop_when: _sdk.tools.Condition | Sequence[_sdk.tools.Condition] | None = None,
        final_answer: bool = True,
        max_tool_errors: int = 10,
        repeated_calls: int | None = 3,
        parallel: bool = True,
        context: Any = None,
        on_event: Callable[[_sdk.tools.RunEvent], object] | None = None,
        on_state: Callable[[_sdk.tools.RunState], object] | None = None,
        state_file: str | os.PathLike[str] | None = None,
    ) -> _sdk.tools.RunStream: ...
    @overload
    def run(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: Literal[False] | None = None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_sdk.tools.ToolLike] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        max_steps: int = 10,
        stop_when: _sdk.tools.Condition | Sequence[_sdk.tools.Condition] | None = None,
        final_answer: bool = True,
        max_tool_errors: int = 10,
        repeated_calls: int | None = 3,
        parallel: bool = True,
        context: Any = None,
        on_event: Callable[[_sdk.tools.RunEvent], object] | None = None,
        on_state: Callable[[_sdk.tools.RunState], object] | None = None,
        state_file: str | os.PathLike[str] | None = None,
    ) -> _sdk.tools.RunResult: ...
    @overload
    def run(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: bool | None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_sdk.tools.ToolLike] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        max_steps: int = 10,
        stop_when: _sdk.tools.Condition | Sequence[_sdk.tools.Condition] | None = None,
        final_answer: bool = True,
        max_tool_errors: int = 10,
        repeated_calls: int | None = 3,
        parallel: bool = True,
        context: Any = None,
        on_event: Callable[[_sdk.tools.RunEvent], object] | None = None,
        on_state: Callable[[_sdk.tools.RunState], object] | None = None,
        state_file: str | os.PathLike[str] | None = None,
    ) -> _sdk.tools.RunResult | _sdk.tools.RunStream: ...
    def run(
        self,
        *misplaced: Any,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict] | None = None,
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: bool | None = None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_sdk.tools.ToolLike] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        max_steps: int = 10,
        stop_when: _sdk.tools.Condition | Sequence[_sdk.tools.Condition] | None = None,
        final_answer: bool = True,
        max_tool_errors: int = 10,
        repeated_calls: int | None = 3,
        parallel: bool = True,
        context: Any = None,
        on_event: Callable[[_sdk.tools.RunEvent], object] | None = None,
        on_state: Callable[[_sdk.tools.RunState], object] | None = None,
        state_file: str | os.PathLike[str] | None = None,
        **unknown: Any,
    ) -> _sdk.tools.RunResult | _sdk.tools.RunStream:
        """Let a model call tools until it has its answer.

        The calls of each answer are run and their results sent back, until there are no more calls, a condition
        stops the run, or a call waits for approval. A call that fails becomes a result that the model can read and
        correct. Nothing of an answer that was cut off or filtered is run. `timeout_ms` bounds the whole run, tools
        included.

        What breaks off a run that had begun carries what it had come to: `tools.partial_run(error)`.

        Returns what the run has come to, or with `stream=True` a stream of events, which gives the result in
        `final()`. None leaves a field out.

        Args:
            messages: The conversation so far, oldest message first.
            model: The model as `author/slug`. Suffixes choose a variant (`:free`, `:nitro`, `:floor`, `:online`,
                `:thinking`, `:extended`, `:exacto`); `~author/family-latest` follows the newest of a family;
                `@preset/slug` or `model@preset/slug` applies a preset. May be left out when `models` or an
                account default is set.
            models: Models to try in this order; `model` of the answer tells which one replied.
            frequency_penalty: Lowers the chance of tokens the more often they already occurred. From -2 to 2, default 0.
            presence_penalty: Lowers the chance of tokens that occurred at all. From -2 to 2, default 0.
            repetition_penalty: Scales down tokens of the input and the output so far. From 0 to 2, default 1 (off).
            temperature: Randomness of the answer, from 0 (steady) to 2 (wild). Default 1.
            top_p: Samples only from the likeliest tokens whose chances add up to this. Above 0, up to 1; default 1.
            top_k: Samples only from this many likeliest tokens. 0, the default, means no limit.
            top_a: Drops tokens that are unlikely compared with the likeliest one. From 0 (off, default) to 1.
            min_p: Least chance of a token, as a share of the likeliest token's. From 0 (off, default) to 1.
            seed: Same seed and same request give the same answer, where the provider can.
            max_completion_tokens: Upper limit of generated tokens, reasoning included. At least 1.
            max_tokens: Older name of `max_completion_tokens`. At least 1; some providers want 16 or more.
            stop: Up to 4 texts at which generation stops.
            n: Number of choices wanted, at least 1. Accepted, but most providers give one.
            logit_bias: Shifts the chance of single tokens. Keys are token ids, values run from -100 to 100.
            logprobs: Returns the log probability of every generated token.
            top_logprobs: How many alternatives to report for each token, 0 to 20. Needs `logprobs`.
            stream: Sends the answer in chunks while it is generated. Default false.
            stream_options: Options of a stream. Without effect, since usage always comes.
            tools: Functions that the model may call, plain or async, as they are or made with `tool`; definitions of
                tools that somebody else runs; tools that OpenRouter runs itself.
            tool_choice: Whether and which tool must be used.
            parallel_tool_calls: Lets the model ask for several tool calls at once. Default true.
            max_tool_calls: Limit of steps with server tools, at most 30 (the default). Ignored when `stop_server_tools_when`
                is set.
            stop_server_tools_when: Ends the loop of server tools as soon as one of these holds. Replaces `max_tool_calls`.
            deferred_tools: Lets the model search for tools marked `defer_loading` instead of reading all of them.
            response_format: Form of the answer, for instance JSON that fits a schema.
            structured_outputs: Routes only to providers that support structured outputs; goes with `response_format`.
            reasoning: How much the model thinks before it answers, and what of it is shown.
            reasoning_effort: Short form of `reasoning.effort`; an error if the two contradict each other.
            include_reasoning: Older switch. True is `reasoning` with its defaults, false is `reasoning.exclude`.
            verbosity: How long-winded the answer is. Default `medium`.
            modalities: Kinds of output wanted. Images and audio have to be named; audio also needs `stream`.
            audio: Voice and format of spoken output. Needs `audio` in `modalities`, and `stream`.
            image_config: Settings of generated images, such as `aspect_ratio`. Keys depend on the model.
            prediction: The answer you expect; what matches comes faster.
            provider: Which providers may serve the request, and in what order.
            plugins: Plugins for this request; an entry replaces the account's default for the same plugin.
            route: Deprecated. What happens when the first of `models` fails.
            transforms: Older way to shorten long prompts; the `context-compression` plugin replaces it.
            preset: Preset of your account to apply, as `slug` or `@preset/slug`.
            cache_control: Caches the prompt up to its last cacheable block by itself (Anthropic models).
            prompt_cache_key: Key under which a provider caches the prompt.
            prompt_cache_options: Prompt caching by breakpoints that you set.
            service_tier: Speed and price class of processing.
            speed: Anthropic's spelling; `fast` acts like the service tier `priority`.
            session_id: Groups requests, up to 256 characters. A session stays on one provider, which helps caching, and
                shows up as one in traces. Beats the `x-session-id` header.
            user: An id of your end user, for abuse detection.
            metadata: Your own notes, at most 16 pairs, keys up to 64 and values up to 512 characters.
            trace: Names and ids for the observability tools connected to your account.
            debug: Shows what was sent to the provider. Streams only; not for production.
            usage: Older switch for usage data. Without effect, since usage always comes.
            web_search_options: Older settings of a model's own web search.
            x_search_filter: Limits a search of X posts (xAI models).
            prompt: Text to complete, for models without chat. `messages` is the usual way.
            raw_mode: Passed to Hyperbolic, which then skips the chat template.
            safe_prompt: Passed to Mistral, which then puts its safety prompt first.
            http_referer: Header `HTTP-Referer`. URL of your app. It identifies the app in OpenRouter's rankings and
                statistics.
            x_open_router_title: Header `X-OpenRouter-Title`. Name of your app as OpenRouter shows it.
            x_open_router_categories: Header `X-OpenRouter-Categories`. Categories of your app, separated by commas: at most 2 a
                request, each up to 30 characters of lower case and hyphens. Unknown ones are dropped. Known:
                cli-agent, ide-extension, cloud-agent, programming-app, native-app-builder, creative-writing,
                video-gen, image-gen, audio-gen, writing-assistant, general-chat, personal-agent, legal, roleplay,
                game.
            x_open_router_metadata: Header `X-OpenRouter-Metadata`. `enabled` adds a report on routing to the answer, in
                `openrouter_metadata`. Default `disabled`.
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
            x_open_router_experimental_metadata: Older spelling of `x_open_router_metadata`.
            idle_timeout: Seconds this stream may go without a data event; None for no limit. Default: the client's.
            raise_on_choice_error: Whether an answer that holds a failed choice raises or is returned. Default: the client's.
            on_keepalive: Called with the text of each keep-alive comment of a stream. What it raises is logged and dropped.
            max_steps: Answers after which the run stops. Default 10.
            stop_when: Further conditions after which it stops: `tools.max_cost(0.5)`, `tools.has_tool_call("book")`, or
                any functions of the steps so far.
            final_answer: Whether the model is asked for one more answer, without calls, after a condition has stopped the
                run. Default True.
            max_tool_errors: Failed calls after which the run stops. Default 10.
            repeated_calls: The run stops when the same call was made so many times in a row. Default 3; None for never.
            parallel: Whether the calls of an answer run at the same time. Else they run in turn, and in sync plain
                functions without a time limit run in the thread of the caller. Default True.
            context: The `value` of the `ToolContext` that tools are given.
            on_event: Called with each event, in the thread or task of the caller; in async it may be async. What it
                raises ends the run.
            on_state: Called with the state whenever there is something new to keep, after each answer and each result,
                one at a time, in the thread or task of the tool; in async it may be async. What it raises ends
                the run.
            state_file: A file that always holds the newest state, so that `resume(state_file)` goes on after a crash.

        Raises:
            TypeError: An unknown keyword argument, or a value of the wrong type.
            errors.ArgumentError: A value that cannot be sent. Nothing was sent.
            errors.ChatError: The API answered with an error; a subclass for each status.
            errors.OpenRouterError: Everything else that can go wrong.
        """
        if misplaced:
            raise TypeError(
                'run() takes keyword arguments only: run(model="openai/gpt-4o", messages=[{"role": "user", "content": "Hi"}])'
            )
        given = Arguments(
            path={},
            query={},
            headers={
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
                "X-OpenRouter-Metadata": x_open_router_metadata,
            },
            body={
                "messages": messages,
                "model": model,
                "models": models,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "top_a": top_a,
                "min_p": min_p,
                "seed": seed,
                "max_completion_tokens": max_completion_tokens,
                "max_tokens": max_tokens,
                "stop": stop,
                "n": n,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "stream": stream,
                "stream_options": stream_options,
                "tools": tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "max_tool_calls": max_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "deferred_tools": deferred_tools,
                "response_format": response_format,
                "structured_outputs": structured_outputs,
                "reasoning": reasoning,
                "reasoning_effort": reasoning_effort,
                "include_reasoning": include_reasoning,
                "verbosity": verbosity,
                "modalities": modalities,
                "audio": audio,
                "image_config": image_config,
                "prediction": prediction,
                "provider": provider,
                "plugins": plugins,
                "route": route,
                "transforms": transforms,
                "preset": preset,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "speed": speed,
                "session_id": session_id,
                "user": user,
                "metadata": metadata,
                "trace": trace,
                "debug": debug,
                "usage": usage,
                "web_search_options": web_search_options,
                "x_search_filter": x_search_filter,
                "prompt": prompt,
                "raw_mode": raw_mode,
                "safe_prompt": safe_prompt,
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
                "x_open_router_experimental_metadata": x_open_router_experimental_metadata,
                "idle_timeout": idle_timeout,
                "raise_on_choice_error": raise_on_choice_error,
                "on_keepalive": on_keepalive,
                "max_steps": max_steps,
                "stop_when": stop_when,
                "final_answer": final_answer,
                "max_tool_errors": max_tool_errors,
                "repeated_calls": repeated_calls,
                "parallel": parallel,
                "context": context,
                "on_event": on_event,
                "on_state": on_state,
                "state_file": state_file,
            },
            unknown=unknown,
        )
        caller: Any = self._caller
        answer: _sdk.tools.RunResult | _sdk.tools.RunStream = caller.run(OPERATION, given)
        return answer

    @overload
    async def run_async(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: Literal[True],
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_sdk.tools.ToolLike] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        max_steps: int = 10,
        stop_when: _sdk.tools.Condition | Sequence[_sdk.tools.Condition] | None = None,
        final_answer: bool = True,
        max_tool_errors: int = 10,
        repeated_calls: int | None = 3,
        parallel: bool = True,
        context: Any = None,
        on_event: Callable[[_sdk.tools.RunEvent], object] | None = None,
        on_state: Callable[[_sdk.tools.RunState], object] | None = None,
        state_file: str | os.PathLike[str] | None = None,
    ) -> _sdk.tools.RunStreamAsync: ...
    @overload
    async def run_async(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: Literal[False] | None = None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_sdk.tools.ToolLike] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        max_steps: int = 10,
        stop_when: _sdk.tools.Condition | Sequence[_sdk.tools.Condition] | None = None,
        final_answer: bool = True,
        max_tool_errors: int = 10,
        repeated_calls: int | None = 3,
        parallel: bool = True,
        context: Any = None,
        on_event: Callable[[_sdk.tools.RunEvent], object] | None = None,
        on_state: Callable[[_sdk.tools.RunState], object] | None = None,
        state_file: str | os.PathLike[str] | None = None,
    ) -> _sdk.tools.RunResult: ...
    @overload
    async def run_async(
        self,
        *,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict],
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: bool | None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_sdk.tools.ToolLike] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        max_steps: int = 10,
        stop_when: _sdk.tools.Condition | Sequence[_sdk.tools.Condition] | None = None,
        final_answer: bool = True,
        max_tool_errors: int = 10,
        repeated_calls: int | None = 3,
        parallel: bool = True,
        context: Any = None,
        on_event: Callable[[_sdk.tools.RunEvent], object] | None = None,
        on_state: Callable[[_sdk.tools.RunState], object] | None = None,
        state_file: str | os.PathLike[str] | None = None,
    ) -> _sdk.tools.RunResult | _sdk.tools.RunStreamAsync: ...
    async def run_async(
        self,
        *misplaced: Any,
        messages: Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict] | None = None,
        model: str | None = None,
        models: Sequence[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        top_a: float | None = None,
        min_p: float | None = None,
        seed: int | None = None,
        max_completion_tokens: int | None = None,
        max_tokens: int | None = None,
        stop: str | Sequence[str] | None = None,
        n: int | None = None,
        logit_bias: Mapping[str, float] | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        stream: bool | None = None,
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None = None,
        tools: Sequence[_sdk.tools.ToolLike] | None = None,
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None = None,
        parallel_tool_calls: bool | None = None,
        max_tool_calls: int | None = None,
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        | None = None,
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict | None = None,
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict | None = None,
        structured_outputs: bool | None = None,
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict | None = None,
        reasoning_effort: _m.ReasoningEffort | None = None,
        include_reasoning: bool | None = None,
        verbosity: _m.Verbosity | None = None,
        modalities: Sequence[_m.Modality] | None = None,
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict | None = None,
        image_config: Mapping[str, str | float | Sequence[Any]] | None = None,
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None = None,
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None = None,
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict] | None = None,
        route: _m.Route | None = None,
        transforms: Sequence[_m.Transform] | None = None,
        preset: str | None = None,
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None = None,
        service_tier: _m.ChatRequestServiceTier | None = None,
        speed: _m.Speed | None = None,
        session_id: str | None = None,
        user: str | None = None,
        metadata: Mapping[str, str] | None = None,
        trace: _m.TraceConfig | _m.TraceConfigTypedDict | None = None,
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict | None = None,
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict | None = None,
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict | None = None,
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict | None = None,
        prompt: str | None = None,
        raw_mode: bool | None = None,
        safe_prompt: bool | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        x_open_router_metadata: _m.MetadataLevel | None = None,
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
        x_open_router_experimental_metadata: _m.MetadataLevel | None = None,
        idle_timeout: float | None | Unset = UNSET,
        raise_on_choice_error: bool | None = None,
        on_keepalive: Callable[[str], object] | None = None,
        max_steps: int = 10,
        stop_when: _sdk.tools.Condition | Sequence[_sdk.tools.Condition] | None = None,
        final_answer: bool = True,
        max_tool_errors: int = 10,
        repeated_calls: int | None = 3,
        parallel: bool = True,
        context: Any = None,
        on_event: Callable[[_sdk.tools.RunEvent], object] | None = None,
        on_state: Callable[[_sdk.tools.RunState], object] | None = None,
        state_file: str | os.PathLike[str] | None = None,
        **unknown: Any,
    ) -> _sdk.tools.RunResult | _sdk.tools.RunStreamAsync:
        """Let a model call tools until it has its answer.

        The calls of each answer are run and their results sent back, until there are no more calls, a condition
        stops the run, or a call waits for approval. A call that fails becomes a result that the model can read and
        correct. Nothing of an answer that was cut off or filtered is run. `timeout_ms` bounds the whole run, tools
        included.

        What breaks off a run that had begun carries what it had come to: `tools.partial_run(error)`.

        Returns what the run has come to, or with `stream=True` a stream of events, which gives the result in
        `final()`. None leaves a field out.

        Args:
            messages: The conversation so far, oldest message first.
            model: The model as `author/slug`. Suffixes choose a variant (`:free`, `:nitro`, `:floor`, `:online`,
                `:thinking`, `:extended`, `:exacto`); `~author/family-latest` follows the newest of a family;
                `@preset/slug` or `model@preset/slug` applies a preset. May be left out when `models` or an
                account default is set.
            models: Models to try in this order; `model` of the answer tells which one replied.
            frequency_penalty: Lowers the chance of tokens the more often they already occurred. From -2 to 2, default 0.
            presence_penalty: Lowers the chance of tokens that occurred at all. From -2 to 2, default 0.
            repetition_penalty: Scales down tokens of the input and the output so far. From 0 to 2, default 1 (off).
            temperature: Randomness of the answer, from 0 (steady) to 2 (wild). Default 1.
            top_p: Samples only from the likeliest tokens whose chances add up to this. Above 0, up to 1; default 1.
            top_k: Samples only from this many likeliest tokens. 0, the default, means no limit.
            top_a: Drops tokens that are unlikely compared with the likeliest one. From 0 (off, default) to 1.
            min_p: Least chance of a token, as a share of the likeliest token's. From 0 (off, default) to 1.
            seed: Same seed and same request give the same answer, where the provider can.
            max_completion_tokens: Upper limit of generated tokens, reasoning included. At least 1.
            max_tokens: Older name of `max_completion_tokens`. At least 1; some providers want 16 or more.
            stop: Up to 4 texts at which generation stops.
            n: Number of choices wanted, at least 1. Accepted, but most providers give one.
            logit_bias: Shifts the chance of single tokens. Keys are token ids, values run from -100 to 100.
            logprobs: Returns the log probability of every generated token.
            top_logprobs: How many alternatives to report for each token, 0 to 20. Needs `logprobs`.
            stream: Sends the answer in chunks while it is generated. Default false.
            stream_options: Options of a stream. Without effect, since usage always comes.
            tools: Functions that the model may call, plain or async, as they are or made with `tool`; definitions of
                tools that somebody else runs; tools that OpenRouter runs itself.
            tool_choice: Whether and which tool must be used.
            parallel_tool_calls: Lets the model ask for several tool calls at once. Default true.
            max_tool_calls: Limit of steps with server tools, at most 30 (the default). Ignored when `stop_server_tools_when`
                is set.
            stop_server_tools_when: Ends the loop of server tools as soon as one of these holds. Replaces `max_tool_calls`.
            deferred_tools: Lets the model search for tools marked `defer_loading` instead of reading all of them.
            response_format: Form of the answer, for instance JSON that fits a schema.
            structured_outputs: Routes only to providers that support structured outputs; goes with `response_format`.
            reasoning: How much the model thinks before it answers, and what of it is shown.
            reasoning_effort: Short form of `reasoning.effort`; an error if the two contradict each other.
            include_reasoning: Older switch. True is `reasoning` with its defaults, false is `reasoning.exclude`.
            verbosity: How long-winded the answer is. Default `medium`.
            modalities: Kinds of output wanted. Images and audio have to be named; audio also needs `stream`.
            audio: Voice and format of spoken output. Needs `audio` in `modalities`, and `stream`.
            image_config: Settings of generated images, such as `aspect_ratio`. Keys depend on the model.
            prediction: The answer you expect; what matches comes faster.
            provider: Which providers may serve the request, and in what order.
            plugins: Plugins for this request; an entry replaces the account's default for the same plugin.
            route: Deprecated. What happens when the first of `models` fails.
            transforms: Older way to shorten long prompts; the `context-compression` plugin replaces it.
            preset: Preset of your account to apply, as `slug` or `@preset/slug`.
            cache_control: Caches the prompt up to its last cacheable block by itself (Anthropic models).
            prompt_cache_key: Key under which a provider caches the prompt.
            prompt_cache_options: Prompt caching by breakpoints that you set.
            service_tier: Speed and price class of processing.
            speed: Anthropic's spelling; `fast` acts like the service tier `priority`.
            session_id: Groups requests, up to 256 characters. A session stays on one provider, which helps caching, and
                shows up as one in traces. Beats the `x-session-id` header.
            user: An id of your end user, for abuse detection.
            metadata: Your own notes, at most 16 pairs, keys up to 64 and values up to 512 characters.
            trace: Names and ids for the observability tools connected to your account.
            debug: Shows what was sent to the provider. Streams only; not for production.
            usage: Older switch for usage data. Without effect, since usage always comes.
            web_search_options: Older settings of a model's own web search.
            x_search_filter: Limits a search of X posts (xAI models).
            prompt: Text to complete, for models without chat. `messages` is the usual way.
            raw_mode: Passed to Hyperbolic, which then skips the chat template.
            safe_prompt: Passed to Mistral, which then puts its safety prompt first.
            http_referer: Header `HTTP-Referer`. URL of your app. It identifies the app in OpenRouter's rankings and
                statistics.
            x_open_router_title: Header `X-OpenRouter-Title`. Name of your app as OpenRouter shows it.
            x_open_router_categories: Header `X-OpenRouter-Categories`. Categories of your app, separated by commas: at most 2 a
                request, each up to 30 characters of lower case and hyphens. Unknown ones are dropped. Known:
                cli-agent, ide-extension, cloud-agent, programming-app, native-app-builder, creative-writing,
                video-gen, image-gen, audio-gen, writing-assistant, general-chat, personal-agent, legal, roleplay,
                game.
            x_open_router_metadata: Header `X-OpenRouter-Metadata`. `enabled` adds a report on routing to the answer, in
                `openrouter_metadata`. Default `disabled`.
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
            x_open_router_experimental_metadata: Older spelling of `x_open_router_metadata`.
            idle_timeout: Seconds this stream may go without a data event; None for no limit. Default: the client's.
            raise_on_choice_error: Whether an answer that holds a failed choice raises or is returned. Default: the client's.
            on_keepalive: Called with the text of each keep-alive comment of a stream. What it raises is logged and dropped.
            max_steps: Answers after which the run stops. Default 10.
            stop_when: Further conditions after which it stops: `tools.max_cost(0.5)`, `tools.has_tool_call("book")`, or
                any functions of the steps so far.
            final_answer: Whether the model is asked for one more answer, without calls, after a condition has stopped the
                run. Default True.
            max_tool_errors: Failed calls after which the run stops. Default 10.
            repeated_calls: The run stops when the same call was made so many times in a row. Default 3; None for never.
            parallel: Whether the calls of an answer run at the same time. Else they run in turn, and in sync plain
                functions without a time limit run in the thread of the caller. Default True.
            context: The `value` of the `ToolContext` that tools are given.
            on_event: Called with each event, in the thread or task of the caller; in async it may be async. What it
                raises ends the run.
            on_state: Called with the state whenever there is something new to keep, after each answer and each result,
                one at a time, in the thread or task of the tool; in async it may be async. What it raises ends
                the run.
            state_file: A file that always holds the newest state, so that `resume(state_file)` goes on after a crash.

        Raises:
            TypeError: An unknown keyword argument, or a value of the wrong type.
            errors.ArgumentError: A value that cannot be sent. Nothing was sent.
            errors.ChatError: The API answered with an error; a subclass for each status.
            errors.OpenRouterError: Everything else that can go wrong.
        """
        if misplaced:
            raise TypeError(
                'run_async() takes keyword arguments only: run_async(model="openai/gpt-4o", messages=[{"role": "user", "content": "Hi"}])'
            )
        given = Arguments(
            path={},
            query={},
            headers={
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
                "X-OpenRouter-Metadata": x_open_router_metadata,
            },
            body={
                "messages": messages,
                "model": model,
                "models": models,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "top_a": top_a,
                "min_p": min_p,
                "seed": seed,
                "max_completion_tokens": max_completion_tokens,
                "max_tokens": max_tokens,
                "stop": stop,
                "n": n,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "stream": stream,
                "stream_options": stream_options,
                "tools": tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "max_tool_calls": max_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "deferred_tools": deferred_tools,
                "response_format": response_format,
                "structured_outputs": structured_outputs,
                "reasoning": reasoning,
                "reasoning_effort": reasoning_effort,
                "include_reasoning": include_reasoning,
                "verbosity": verbosity,
                "modalities": modalities,
                "audio": audio,
                "image_config": image_config,
                "prediction": prediction,
                "provider": provider,
                "plugins": plugins,
                "route": route,
                "transforms": transforms,
                "preset": preset,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "speed": speed,
                "session_id": session_id,
                "user": user,
                "metadata": metadata,
                "trace": trace,
                "debug": debug,
                "usage": usage,
                "web_search_options": web_search_options,
                "x_search_filter": x_search_filter,
                "prompt": prompt,
                "raw_mode": raw_mode,
                "safe_prompt": safe_prompt,
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
                "x_open_router_experimental_metadata": x_open_router_experimental_metadata,
                "idle_timeout": idle_timeout,
                "raise_on_choice_error": raise_on_choice_error,
                "on_keepalive": on_keepalive,
                "max_steps": max_steps,
                "stop_when": stop_when,
                "final_answer": final_answer,
                "max_tool_errors": max_tool_errors,
                "repeated_calls": repeated_calls,
                "parallel": parallel,
                "context": context,
                "on_event": on_event,
                "on_state": on_state,
                "state_file": state_file,
            },
            unknown=unknown,
        )
        caller: Any = self._caller
        answer: _sdk.tools.RunResult | _sdk.tools.RunStreamAsync = await caller.run_async(OPERATION, given)
        return answer
