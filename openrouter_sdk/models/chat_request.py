# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import ATOMS, NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ChatRequestTypedDict(TypedDict, total=False):
        """Body of a chat completion request."""

        messages: Required[Sequence[_m.ChatMessages | _m.ChatMessagesTypedDict]]
        """The conversation so far, oldest message first."""
        model: str
        """The model as `author/slug`. Suffixes choose a variant (`:free`, `:nitro`, `:floor`, `:online`,
        `:thinking`, `:extended`, `:exacto`); `~author/family-latest` follows the newest of a family;
        `@preset/slug` or `model@preset/slug` applies a preset. May be left out when `models` or an account
        default is set."""
        models: Sequence[str]
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
        n: int
        """Number of choices wanted, at least 1. Accepted, but most providers give one."""
        logit_bias: Mapping[str, float] | None
        """Shifts the chance of single tokens. Keys are token ids, values run from -100 to 100."""
        logprobs: bool | None
        """Returns the log probability of every generated token."""
        top_logprobs: int | None
        """How many alternatives to report for each token, 0 to 20. Needs `logprobs`."""
        stream: bool
        """Sends the answer in chunks while it is generated. Default false."""
        stream_options: _m.ChatStreamOptions | _m.ChatStreamOptionsTypedDict | None
        """Options of a stream. Without effect, since usage always comes."""
        tools: Sequence[_m.ChatFunctionTool | _m.ChatFunctionToolTypedDict]
        """Functions the model may ask you to call, and tools that OpenRouter runs itself."""
        tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | _m.ChatToolChoiceObjectTypedDict | None
        """Whether and which tool must be used."""
        parallel_tool_calls: bool | None
        """Lets the model ask for several tool calls at once. Default true."""
        max_tool_calls: int
        """Limit of steps with server tools, at most 30 (the default). Ignored when `stop_server_tools_when` is
        set."""
        stop_server_tools_when: Sequence[_m.StopServerToolsWhenCondition | _m.StopServerToolsWhenConditionTypedDict]
        """Ends the loop of server tools as soon as one of these holds. Replaces `max_tool_calls`."""
        deferred_tools: _m.DeferredTools | _m.DeferredToolsTypedDict
        """Lets the model search for tools marked `defer_loading` instead of reading all of them."""
        response_format: _m.ResponseFormat | _m.ResponseFormatTypedDict
        """Form of the answer, for instance JSON that fits a schema."""
        structured_outputs: bool
        """Routes only to providers that support structured outputs; goes with `response_format`."""
        reasoning: _m.ChatRequestReasoning | _m.ChatRequestReasoningTypedDict
        """How much the model thinks before it answers, and what of it is shown."""
        reasoning_effort: _m.ReasoningEffort | None
        """Short form of `reasoning.effort`; an error if the two contradict each other."""
        include_reasoning: bool
        """Older switch. True is `reasoning` with its defaults, false is `reasoning.exclude`."""
        verbosity: _m.Verbosity
        """How long-winded the answer is. Default `medium`."""
        modalities: Sequence[_m.Modality]
        """Kinds of output wanted. Images and audio have to be named; audio also needs `stream`."""
        audio: _m.ChatAudioOptions | _m.ChatAudioOptionsTypedDict
        """Voice and format of spoken output. Needs `audio` in `modalities`, and `stream`."""
        image_config: Mapping[str, str | float | Sequence[Any]]
        """Settings of generated images, such as `aspect_ratio`. Keys depend on the model."""
        prediction: _m.ChatPrediction | _m.ChatPredictionTypedDict | None
        """The answer you expect; what matches comes faster."""
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None
        """Which providers may serve the request, and in what order."""
        plugins: Sequence[_m.ChatRequestPlugin | _m.ChatRequestPluginTypedDict]
        """Plugins for this request; an entry replaces the account's default for the same plugin."""
        route: _m.Route | None
        """Deprecated. What happens when the first of `models` fails."""
        transforms: Sequence[_m.Transform]
        """Older way to shorten long prompts; the `context-compression` plugin replaces it."""
        preset: str
        """Preset of your account to apply, as `slug` or `@preset/slug`."""
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict
        """Caches the prompt up to its last cacheable block by itself (Anthropic models)."""
        prompt_cache_key: str | None
        """Key under which a provider caches the prompt."""
        prompt_cache_options: _m.PromptCacheOptions | _m.PromptCacheOptionsTypedDict | None
        """Prompt caching by breakpoints that you set."""
        service_tier: _m.ChatRequestServiceTier | None
        """Speed and price class of processing."""
        speed: _m.Speed
        """Anthropic's spelling; `fast` acts like the service tier `priority`."""
        session_id: str
        """Groups requests, up to 256 characters. A session stays on one provider, which helps caching, and shows
        up as one in traces. Beats the `x-session-id` header."""
        user: str
        """An id of your end user, for abuse detection."""
        metadata: Mapping[str, str]
        """Your own notes, at most 16 pairs, keys up to 64 and values up to 512 characters."""
        trace: _m.TraceConfig | _m.TraceConfigTypedDict
        """Names and ids for the observability tools connected to your account."""
        debug: _m.ChatDebugOptions | _m.ChatDebugOptionsTypedDict
        """Shows what was sent to the provider. Streams only; not for production."""
        usage: _m.ChatUsageOptions | _m.ChatUsageOptionsTypedDict
        """Older switch for usage data. Without effect, since usage always comes."""
        web_search_options: _m.ChatWebSearchOptions | _m.ChatWebSearchOptionsTypedDict
        """Older settings of a model's own web search."""
        x_search_filter: _m.XSearchOptions | _m.XSearchOptionsTypedDict
        """Limits a search of X posts (xAI models)."""
        prompt: str
        """Text to complete, for models without chat. `messages` is the usual way."""
        raw_mode: bool
        """Passed to Hyperbolic, which then skips the chat template."""
        safe_prompt: bool
        """Passed to Mistral, which then puts its safety prompt first."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatRequest(_Model):
    """Body of a chat completion request."""

    messages: list[_m.ChatMessages]
    """The conversation so far, oldest message first."""
    model: str | None = None
    """The model as `author/slug`. Suffixes choose a variant (`:free`, `:nitro`, `:floor`, `:online`,
    `:thinking`, `:extended`, `:exacto`); `~author/family-latest` follows the newest of a family;
    `@preset/slug` or `model@preset/slug` applies a preset. May be left out when `models` or an account
    default is set."""
    models: list[str] | None = None
    """Models to try in this order; `model` of the answer tells which one replied."""
    frequency_penalty: float | None = None
    """Lowers the chance of tokens the more often they already occurred. From -2 to 2, default 0."""
    presence_penalty: float | None = None
    """Lowers the chance of tokens that occurred at all. From -2 to 2, default 0."""
    repetition_penalty: float | None = None
    """Scales down tokens of the input and the output so far. From 0 to 2, default 1 (off)."""
    temperature: float | None = None
    """Randomness of the answer, from 0 (steady) to 2 (wild). Default 1."""
    top_p: float | None = None
    """Samples only from the likeliest tokens whose chances add up to this. Above 0, up to 1; default 1."""
    top_k: int | None = None
    """Samples only from this many likeliest tokens. 0, the default, means no limit."""
    top_a: float | None = None
    """Drops tokens that are unlikely compared with the likeliest one. From 0 (off, default) to 1."""
    min_p: float | None = None
    """Least chance of a token, as a share of the likeliest token's. From 0 (off, default) to 1."""
    seed: int | None = None
    """Same seed and same request give the same answer, where the provider can."""
    max_completion_tokens: int | None = None
    """Upper limit of generated tokens, reasoning included. At least 1."""
    max_tokens: int | None = None
    """Older name of `max_completion_tokens`. At least 1; some providers want 16 or more."""
    stop: str | list[str] | None = None
    """Up to 4 texts at which generation stops."""
    n: int | None = None
    """Number of choices wanted, at least 1. Accepted, but most providers give one."""
    logit_bias: dict[str, float] | None = None
    """Shifts the chance of single tokens. Keys are token ids, values run from -100 to 100."""
    logprobs: bool | None = None
    """Returns the log probability of every generated token."""
    top_logprobs: int | None = None
    """How many alternatives to report for each token, 0 to 20. Needs `logprobs`."""
    stream: bool | None = None
    """Sends the answer in chunks while it is generated. Default false."""
    stream_options: _m.ChatStreamOptions | None = None
    """Options of a stream. Without effect, since usage always comes."""
    tools: list[_m.ChatFunctionTool] | None = None
    """Functions the model may ask you to call, and tools that OpenRouter runs itself."""
    tool_choice: _m.ChatToolChoiceMode | _m.ChatToolChoiceObject | None = None
    """Whether and which tool must be used."""
    parallel_tool_calls: bool | None = None
    """Lets the model ask for several tool calls at once. Default true."""
    max_tool_calls: int | None = None
    """Limit of steps with server tools, at most 30 (the default). Ignored when `stop_server_tools_when` is set."""
    stop_server_tools_when: list[_m.StopServerToolsWhenCondition] | None = None
    """Ends the loop of server tools as soon as one of these holds. Replaces `max_tool_calls`."""
    deferred_tools: _m.DeferredTools | None = None
    """Lets the model search for tools marked `defer_loading` instead of reading all of them."""
    response_format: _m.ResponseFormat | None = None
    """Form of the answer, for instance JSON that fits a schema."""
    structured_outputs: bool | None = None
    """Routes only to providers that support structured outputs; goes with `response_format`."""
    reasoning: _m.ChatRequestReasoning | None = None
    """How much the model thinks before it answers, and what of it is shown."""
    reasoning_effort: _m.ReasoningEffort | None = None
    """Short form of `reasoning.effort`; an error if the two contradict each other."""
    include_reasoning: bool | None = None
    """Older switch. True is `reasoning` with its defaults, false is `reasoning.exclude`."""
    verbosity: _m.Verbosity | None = None
    """How long-winded the answer is. Default `medium`."""
    modalities: list[_m.Modality] | None = None
    """Kinds of output wanted. Images and audio have to be named; audio also needs `stream`."""
    audio: _m.ChatAudioOptions | None = None
    """Voice and format of spoken output. Needs `audio` in `modalities`, and `stream`."""
    image_config: dict[str, str | float | list[Any]] | None = None
    """Settings of generated images, such as `aspect_ratio`. Keys depend on the model."""
    prediction: _m.ChatPrediction | None = None
    """The answer you expect; what matches comes faster."""
    provider: _m.ProviderPreferences | None = None
    """Which providers may serve the request, and in what order."""
    plugins: list[_m.ChatRequestPlugin] | None = None
    """Plugins for this request; an entry replaces the account's default for the same plugin."""
    route: _m.Route | None = None
    """Deprecated. What happens when the first of `models` fails."""
    transforms: list[_m.Transform] | None = None
    """Older way to shorten long prompts; the `context-compression` plugin replaces it."""
    preset: str | None = None
    """Preset of your account to apply, as `slug` or `@preset/slug`."""
    cache_control: _m.AnthropicCacheControlDirective | None = None
    """Caches the prompt up to its last cacheable block by itself (Anthropic models)."""
    prompt_cache_key: str | None = None
    """Key under which a provider caches the prompt."""
    prompt_cache_options: _m.PromptCacheOptions | None = None
    """Prompt caching by breakpoints that you set."""
    service_tier: _m.ChatRequestServiceTier | None = None
    """Speed and price class of processing."""
    speed: _m.Speed | None = None
    """Anthropic's spelling; `fast` acts like the service tier `priority`."""
    session_id: str | None = None
    """Groups requests, up to 256 characters. A session stays on one provider, which helps caching, and shows up
    as one in traces. Beats the `x-session-id` header."""
    user: str | None = None
    """An id of your end user, for abuse detection."""
    metadata: dict[str, str] | None = None
    """Your own notes, at most 16 pairs, keys up to 64 and values up to 512 characters."""
    trace: _m.TraceConfig | None = None
    """Names and ids for the observability tools connected to your account."""
    debug: _m.ChatDebugOptions | None = None
    """Shows what was sent to the provider. Streams only; not for production."""
    usage: _m.ChatUsageOptions | None = None
    """Older switch for usage data. Without effect, since usage always comes."""
    web_search_options: _m.ChatWebSearchOptions | None = None
    """Older settings of a model's own web search."""
    x_search_filter: _m.XSearchOptions | None = None
    """Limits a search of X posts (xAI models)."""
    prompt: str | None = None
    """Text to complete, for models without chat. `messages` is the usual way."""
    raw_mode: bool | None = None
    """Passed to Hyperbolic, which then skips the chat template."""
    safe_prompt: bool | None = None
    """Passed to Mistral, which then puts its safety prompt first."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "messages": "messages",
            "model": "model",
            "models": "models",
            "frequency_penalty": "frequency_penalty",
            "presence_penalty": "presence_penalty",
            "repetition_penalty": "repetition_penalty",
            "temperature": "temperature",
            "top_p": "top_p",
            "top_k": "top_k",
            "top_a": "top_a",
            "min_p": "min_p",
            "seed": "seed",
            "max_completion_tokens": "max_completion_tokens",
            "max_tokens": "max_tokens",
            "stop": "stop",
            "n": "n",
            "logit_bias": "logit_bias",
            "logprobs": "logprobs",
            "top_logprobs": "top_logprobs",
            "stream": "stream",
            "stream_options": "stream_options",
            "tools": "tools",
            "tool_choice": "tool_choice",
            "parallel_tool_calls": "parallel_tool_calls",
            "max_tool_calls": "max_tool_calls",
            "stop_server_tools_when": "stop_server_tools_when",
            "deferred_tools": "deferred_tools",
            "response_format": "response_format",
            "structured_outputs": "structured_outputs",
            "reasoning": "reasoning",
            "reasoning_effort": "reasoning_effort",
            "include_reasoning": "include_reasoning",
            "verbosity": "verbosity",
            "modalities": "modalities",
            "audio": "audio",
            "image_config": "image_config",
            "prediction": "prediction",
            "provider": "provider",
            "plugins": "plugins",
            "route": "route",
            "transforms": "transforms",
            "preset": "preset",
            "cache_control": "cache_control",
            "prompt_cache_key": "prompt_cache_key",
            "prompt_cache_options": "prompt_cache_options",
            "service_tier": "service_tier",
            "speed": "speed",
            "session_id": "session_id",
            "user": "user",
            "metadata": "metadata",
            "trace": "trace",
            "debug": "debug",
            "usage": "usage",
            "web_search_options": "web_search_options",
            "x_search_filter": "x_search_filter",
            "prompt": "prompt",
            "raw_mode": "raw_mode",
            "safe_prompt": "safe_prompt",
        },
        scalars=(
            "model",
            "frequency_penalty",
            "presence_penalty",
            "repetition_penalty",
            "temperature",
            "top_p",
            "top_k",
            "top_a",
            "min_p",
            "seed",
            "max_completion_tokens",
            "max_tokens",
            "n",
            "logprobs",
            "top_logprobs",
            "stream",
            "parallel_tool_calls",
            "max_tool_calls",
            "structured_outputs",
            "reasoning_effort",
            "include_reasoning",
            "verbosity",
            "route",
            "preset",
            "prompt_cache_key",
            "service_tier",
            "speed",
            "session_id",
            "user",
            "prompt",
            "raw_mode",
            "safe_prompt",
        ),
        required=("messages",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        v = get("messages")
        if v.__class__ is list:
            read_messages: list[Any] = []
            for i in v:
                read_messages.append(_m.parse_chat_messages(i) if i.__class__ is dict else copy_json(i))
            self.messages = read_messages
        else:
            self.messages = [] if v is None else copy_json(v)
        self.model = get("model")
        v = get("models")
        self.models = v if v is None else copy_json(v)
        self.frequency_penalty = get("frequency_penalty")
        self.presence_penalty = get("presence_penalty")
        self.repetition_penalty = get("repetition_penalty")
        self.temperature = get("temperature")
        self.top_p = get("top_p")
        self.top_k = get("top_k")
        self.top_a = get("top_a")
        self.min_p = get("min_p")
        self.seed = get("seed")
        self.max_completion_tokens = get("max_completion_tokens")
        self.max_tokens = get("max_tokens")
        v = get("stop")
        self.stop = v if v.__class__ in ATOMS else copy_json(v)
        self.n = get("n")
        v = get("logit_bias")
        self.logit_bias = v if v is None else copy_json(v)
        self.logprobs = get("logprobs")
        self.top_logprobs = get("top_logprobs")
        self.stream = get("stream")
        v = get("stream_options")
        self.stream_options = (
            v if v is None else _m.ChatStreamOptions.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("tools")
        self.tools = (
            v
            if v is None
            else [_m.parse_chat_function_tool(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("tool_choice")
        self.tool_choice = (
            v if v.__class__ in ATOMS else _m.parse_chat_tool_choice_object(v) if v.__class__ is dict else copy_json(v)
        )
        self.parallel_tool_calls = get("parallel_tool_calls")
        self.max_tool_calls = get("max_tool_calls")
        v = get("stop_server_tools_when")
        self.stop_server_tools_when = (
            v
            if v is None
            else [_m.parse_stop_server_tools_when_condition(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("deferred_tools")
        self.deferred_tools = v if v is None else _m.DeferredTools.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("response_format")
        self.response_format = v if v is None else _m.parse_response_format(v) if v.__class__ is dict else copy_json(v)
        self.structured_outputs = get("structured_outputs")
        v = get("reasoning")
        self.reasoning = (
            v if v is None else _m.ChatRequestReasoning.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        self.reasoning_effort = get("reasoning_effort")
        self.include_reasoning = get("include_reasoning")
        self.verbosity = get("verbosity")
        v = get("modalities")
        self.modalities = v if v is None else copy_json(v)
        v = get("audio")
        self.audio = v if v is None else _m.ChatAudioOptions.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("image_config")
        self.image_config = v if v is None else copy_json(v)
        v = get("prediction")
        self.prediction = v if v is None else _m.ChatPrediction.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("provider")
        self.provider = v if v is None else _m.ProviderPreferences.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("plugins")
        self.plugins = (
            v
            if v is None
            else [_m.parse_chat_request_plugin(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        self.route = get("route")
        v = get("transforms")
        self.transforms = v if v is None else copy_json(v)
        self.preset = get("preset")
        v = get("cache_control")
        self.cache_control = (
            v if v is None else _m.AnthropicCacheControlDirective.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        self.prompt_cache_key = get("prompt_cache_key")
        v = get("prompt_cache_options")
        self.prompt_cache_options = (
            v if v is None else _m.PromptCacheOptions.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        self.service_tier = get("service_tier")
        self.speed = get("speed")
        self.session_id = get("session_id")
        self.user = get("user")
        v = get("metadata")
        self.metadata = v if v is None else copy_json(v)
        v = get("trace")
        self.trace = v if v is None else _m.TraceConfig.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("debug")
        self.debug = v if v is None else _m.ChatDebugOptions.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("usage")
        self.usage = v if v is None else _m.ChatUsageOptions.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("web_search_options")
        self.web_search_options = (
            v if v is None else _m.ChatWebSearchOptions.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("x_search_filter")
        self.x_search_filter = (
            v if v is None else _m.XSearchOptions.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        self.prompt = get("prompt")
        self.raw_mode = get("raw_mode")
        self.safe_prompt = get("safe_prompt")
        extras = self.additional_properties = Extras()
        marks: dict[str, Any] = {}
        extras.marks = marks
        keys = _KEYS
        for key, value in src_dict.items():
            if key not in keys:
                extras[key] = copy_json(value)
            elif value.__class__ in NOT_PLAIN:
                if value is None:
                    marks[key] = True
                elif key in cls.wire.scalars:
                    setattr(self, keys[key], copy_json(value))
        if get("messages") is None:
            marks["messages"] = ("messages" in src_dict, self.messages)
        return self


_KEYS: Final = ChatRequest.wire.keys
