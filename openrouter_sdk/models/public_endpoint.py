# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class PublicEndpointTypedDict(TypedDict, total=False):
        """One provider's offer of one model."""

        name: Required[str]
        """Name for people, such as `OpenAI | openai/gpt-4o`."""
        tag: Required[str]
        """What goes into `provider.order` and `provider.only`, such as `openai` or `deepinfra/fp8`."""
        provider_name: Required[_m.ProviderName]
        """Who serves it."""
        model_id: Required[str]
        """Id of the model."""
        model_name: Required[str]
        """Name of the model for people."""
        context_length: Required[int]
        """Tokens that prompt and answer may have together."""
        max_prompt_tokens: Required[int | None]
        """Most tokens of the prompt; null when only the context bounds it."""
        max_completion_tokens: Required[int | None]
        """Most tokens of the answer; null when only the context bounds it."""
        pricing: Required[_m.PublicPricing | _m.PublicPricingTypedDict]
        """What it costs here."""
        quantization: Required[_m.Quantization | None]
        """Number format of the weights."""
        service_tier: Required[_m.EndpointServiceTier | None]
        """Speed and price class of this endpoint; null for the usual one."""
        supported_parameters: Required[Sequence[_m.Parameter]]
        """Request parameters it takes."""
        supports_tool_choice: Required[_m.ToolChoiceSupport | _m.ToolChoiceSupportTypedDict]
        """Values of `tool_choice` it knows."""
        native_tools: Required[Mapping[str, _m.NativeTools | _m.NativeToolsTypedDict]]
        """Server tools that the provider runs itself."""
        supports_implicit_caching: Required[bool]
        """Whether prompts are cached without being asked."""
        supports_diarization: Required[bool]
        """Whether a transcript tells the speakers apart."""
        supports_voice_cloning: bool
        """Whether speech can take on a given voice. Absent means no."""
        supports_image_reference: bool
        """Whether pictures can be made after a given picture. Absent means no."""
        supports_multiple_audio_references: bool
        """Whether several recordings can serve as a model for speech. Absent means no."""
        status: int
        """State of the endpoint; 0 is well, negative numbers (-1, -2, -3, -5, -10) are ever worse."""
        uptime_last_5m: Required[float | None]
        """Requests of the last 5 minutes that were served, in percent."""
        uptime_last_30m: Required[float | None]
        """Requests of the last 30 minutes that were served, in percent."""
        uptime_last_1d: Required[float | None]
        """Requests of the last day that were served, in percent."""
        latency_last_30m: Required[_m.PercentileStats | _m.PercentileStatsTypedDict | None]
        """Milliseconds to the first token over the last 30 minutes. Null without a key."""
        throughput_last_30m: Required[_m.PercentileStats | _m.PercentileStatsTypedDict | None]
        """Tokens of output a second over the last 30 minutes. Null without a key."""
        perf_last_30m_by_workload: _m.EndpointPerformance | _m.EndpointPerformanceTypedDict
        """The same, kind of work by kind of work."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PublicEndpoint(_Model):
    """One provider's offer of one model."""

    name: str
    """Name for people, such as `OpenAI | openai/gpt-4o`."""
    tag: str
    """What goes into `provider.order` and `provider.only`, such as `openai` or `deepinfra/fp8`."""
    provider_name: _m.ProviderName
    """Who serves it."""
    model_id: str
    """Id of the model."""
    model_name: str
    """Name of the model for people."""
    context_length: int
    """Tokens that prompt and answer may have together."""
    max_prompt_tokens: int | None
    """Most tokens of the prompt; null when only the context bounds it."""
    max_completion_tokens: int | None
    """Most tokens of the answer; null when only the context bounds it."""
    pricing: _m.PublicPricing
    """What it costs here."""
    quantization: _m.Quantization | None
    """Number format of the weights."""
    service_tier: _m.EndpointServiceTier | None
    """Speed and price class of this endpoint; null for the usual one."""
    supported_parameters: list[_m.Parameter]
    """Request parameters it takes."""
    supports_tool_choice: _m.ToolChoiceSupport
    """Values of `tool_choice` it knows."""
    native_tools: dict[str, _m.NativeTools]
    """Server tools that the provider runs itself."""
    supports_implicit_caching: bool
    """Whether prompts are cached without being asked."""
    supports_diarization: bool
    """Whether a transcript tells the speakers apart."""
    supports_voice_cloning: bool | None = None
    """Whether speech can take on a given voice. Absent means no."""
    supports_image_reference: bool | None = None
    """Whether pictures can be made after a given picture. Absent means no."""
    supports_multiple_audio_references: bool | None = None
    """Whether several recordings can serve as a model for speech. Absent means no."""
    status: int | None = None
    """State of the endpoint; 0 is well, negative numbers (-1, -2, -3, -5, -10) are ever worse."""
    uptime_last_5m: float | None
    """Requests of the last 5 minutes that were served, in percent."""
    uptime_last_30m: float | None
    """Requests of the last 30 minutes that were served, in percent."""
    uptime_last_1d: float | None
    """Requests of the last day that were served, in percent."""
    latency_last_30m: _m.PercentileStats | None
    """Milliseconds to the first token over the last 30 minutes. Null without a key."""
    throughput_last_30m: _m.PercentileStats | None
    """Tokens of output a second over the last 30 minutes. Null without a key."""
    perf_last_30m_by_workload: _m.EndpointPerformance | None = None
    """The same, kind of work by kind of work."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "name": "name",
            "tag": "tag",
            "provider_name": "provider_name",
            "model_id": "model_id",
            "model_name": "model_name",
            "context_length": "context_length",
            "max_prompt_tokens": "max_prompt_tokens",
            "max_completion_tokens": "max_completion_tokens",
            "pricing": "pricing",
            "quantization": "quantization",
            "service_tier": "service_tier",
            "supported_parameters": "supported_parameters",
            "supports_tool_choice": "supports_tool_choice",
            "native_tools": "native_tools",
            "supports_implicit_caching": "supports_implicit_caching",
            "supports_diarization": "supports_diarization",
            "supports_voice_cloning": "supports_voice_cloning",
            "supports_image_reference": "supports_image_reference",
            "supports_multiple_audio_references": "supports_multiple_audio_references",
            "status": "status",
            "uptime_last_5m": "uptime_last_5m",
            "uptime_last_30m": "uptime_last_30m",
            "uptime_last_1d": "uptime_last_1d",
            "latency_last_30m": "latency_last_30m",
            "throughput_last_30m": "throughput_last_30m",
            "perf_last_30m_by_workload": "perf_last_30m_by_workload",
        },
        scalars=(
            "name",
            "tag",
            "provider_name",
            "model_id",
            "model_name",
            "context_length",
            "max_prompt_tokens",
            "max_completion_tokens",
            "quantization",
            "service_tier",
            "supports_implicit_caching",
            "supports_diarization",
            "supports_voice_cloning",
            "supports_image_reference",
            "supports_multiple_audio_references",
            "status",
            "uptime_last_5m",
            "uptime_last_30m",
            "uptime_last_1d",
        ),
        required=(
            "max_prompt_tokens",
            "max_completion_tokens",
            "pricing",
            "quantization",
            "service_tier",
            "supported_parameters",
            "supports_tool_choice",
            "native_tools",
            "uptime_last_5m",
            "uptime_last_30m",
            "uptime_last_1d",
            "latency_last_30m",
            "throughput_last_30m",
        ),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.name = get("name")
        self.tag = get("tag")
        self.provider_name = get("provider_name")
        self.model_id = get("model_id")
        self.model_name = get("model_name")
        self.context_length = get("context_length")
        self.max_prompt_tokens = get("max_prompt_tokens")
        self.max_completion_tokens = get("max_completion_tokens")
        v = get("pricing")
        self.pricing = (
            _m.PublicPricing.from_dict(v)
            if v.__class__ is dict
            else _m.PublicPricing.from_dict({})
            if v is None
            else copy_json(v)
        )
        self.quantization = get("quantization")
        self.service_tier = get("service_tier")
        v = get("supported_parameters")
        self.supported_parameters = [] if v is None else copy_json(v)
        v = get("supports_tool_choice")
        self.supports_tool_choice = (
            _m.ToolChoiceSupport.from_dict(v)
            if v.__class__ is dict
            else _m.ToolChoiceSupport.from_dict({})
            if v is None
            else copy_json(v)
        )
        v = get("native_tools")
        self.native_tools = (
            {k: _m.NativeTools.from_dict(x) if x.__class__ is dict else copy_json(x) for k, x in v.items()}
            if v.__class__ is dict
            else {}
            if v is None
            else copy_json(v)
        )
        self.supports_implicit_caching = get("supports_implicit_caching")
        self.supports_diarization = get("supports_diarization")
        self.supports_voice_cloning = get("supports_voice_cloning")
        self.supports_image_reference = get("supports_image_reference")
        self.supports_multiple_audio_references = get("supports_multiple_audio_references")
        self.status = get("status")
        self.uptime_last_5m = get("uptime_last_5m")
        self.uptime_last_30m = get("uptime_last_30m")
        self.uptime_last_1d = get("uptime_last_1d")
        v = get("latency_last_30m")
        self.latency_last_30m = (
            v if v is None else _m.PercentileStats.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("throughput_last_30m")
        self.throughput_last_30m = (
            v if v is None else _m.PercentileStats.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("perf_last_30m_by_workload")
        self.perf_last_30m_by_workload = (
            v if v is None else _m.EndpointPerformance.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
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
        if "max_prompt_tokens" not in src_dict:
            marks["max_prompt_tokens"] = False
        if "max_completion_tokens" not in src_dict:
            marks["max_completion_tokens"] = False
        if get("pricing") is None:
            marks["pricing"] = ("pricing" in src_dict, self.pricing)
        if "quantization" not in src_dict:
            marks["quantization"] = False
        if "service_tier" not in src_dict:
            marks["service_tier"] = False
        if get("supported_parameters") is None:
            marks["supported_parameters"] = ("supported_parameters" in src_dict, self.supported_parameters)
        if get("supports_tool_choice") is None:
            marks["supports_tool_choice"] = ("supports_tool_choice" in src_dict, self.supports_tool_choice)
        if get("native_tools") is None:
            marks["native_tools"] = ("native_tools" in src_dict, self.native_tools)
        if "uptime_last_5m" not in src_dict:
            marks["uptime_last_5m"] = False
        if "uptime_last_30m" not in src_dict:
            marks["uptime_last_30m"] = False
        if "uptime_last_1d" not in src_dict:
            marks["uptime_last_1d"] = False
        if "latency_last_30m" not in src_dict:
            marks["latency_last_30m"] = False
        if "throughput_last_30m" not in src_dict:
            marks["throughput_last_30m"] = False
        return self


_KEYS: Final = PublicEndpoint.wire.keys
