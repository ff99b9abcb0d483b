# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, as_datetime, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from datetime import datetime as _datetime
    from typing import Required, TypedDict

    class GenerationResponseDataTypedDict(TypedDict, total=False):
        """What a generation used and cost."""

        id: Required[str]
        """Its id, `gen-...`."""
        request_id: str | None
        """Id of the request; several generations can belong to one."""
        session_id: str | None
        """The session that the request named."""
        upstream_id: Required[str | None]
        """Id that the provider gave it."""
        created_at: Required[str]
        """When it began (ISO 8601)."""
        api_type: Required[_m.APIType | None]
        """Which part of the API made it."""
        model: Required[str]
        """Model that answered."""
        provider_name: Required[str | None]
        """Provider that answered."""
        provider_responses: Required[Sequence[_m.ProviderResponse | _m.ProviderResponseTypedDict] | None]
        """All providers that were asked, in order, with what they said."""
        router: Required[str | None]
        """Router that chose the model, such as `openrouter/auto`."""
        data_region: Required[_m.DataRegion]
        """Region it was routed through."""
        service_tier: Required[str | None]
        """Speed and price class that was served."""
        preset_id: Required[str | None]
        """Preset that applied."""
        streamed: Required[bool | None]
        """Whether the answer was streamed."""
        cancelled: Required[bool | None]
        """Whether the caller left before the end."""
        finish_reason: Required[str | None]
        """Why it ended, in OpenRouter's words."""
        native_finish_reason: Required[str | None]
        """Why it ended, in the provider's words."""
        latency: Required[float | None]
        """Milliseconds that the request took in all."""
        generation_time: Required[float | None]
        """Milliseconds that the answer took."""
        moderation_latency: Required[float | None]
        """Milliseconds that moderation took."""
        tokens_prompt: Required[int | None]
        """Tokens of the prompt, counted by one tokenizer for all models."""
        tokens_completion: Required[int | None]
        """Tokens of the answer, counted by one tokenizer for all models."""
        native_tokens_prompt: Required[int | None]
        """Tokens of the prompt as the provider counted them; these are paid."""
        native_tokens_completion: Required[int | None]
        """Tokens of the answer as the provider counted them; these are paid."""
        native_tokens_reasoning: Required[int | None]
        """Tokens of reasoning among them."""
        native_tokens_cached: Required[int | None]
        """Tokens that came from the prompt cache."""
        native_tokens_completion_images: Required[int | None]
        """Tokens of images in the answer."""
        num_media_prompt: Required[int | None]
        """Media in the prompt."""
        num_input_audio_prompt: Required[int | None]
        """Recordings in the prompt."""
        num_media_completion: Required[int | None]
        """Media in the answer."""
        num_search_results: Required[int | None]
        """Results of web searches."""
        num_fetches: Required[int | None]
        """Web pages that were fetched."""
        web_search_engine: Required[str | None]
        """Engine that searched the web."""
        usage: Required[float]
        """Credits charged, in US dollars."""
        total_cost: Required[float]
        """What it cost in all, in US dollars."""
        upstream_inference_cost: Required[float | None]
        """What the provider charged your own key, in US dollars."""
        cache_discount: Required[float | None]
        """What caching saved, in US dollars; negative when writing the cache cost more than it saved."""
        is_byok: Required[bool]
        """Whether a provider key of yours was used."""
        origin: Required[str]
        """Where the request came from, a URL."""
        http_referer: Required[str | None]
        """What the request had in `HTTP-Referer`."""
        user_agent: Required[str | None]
        """What the request had in `User-Agent`."""
        app_id: Required[int | None]
        """Number of the app that asked."""
        external_user: Required[str | None]
        """What the request had in `user`."""
        workspace_id: Required[str | None]
        """Workspace of the key."""
        response_cache_source_id: str | None
        """Generation whose stored answer was given."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class GenerationResponseData(_Model):
    """What a generation used and cost."""

    id: str
    """Its id, `gen-...`."""
    request_id: str | None = None
    """Id of the request; several generations can belong to one."""
    session_id: str | None = None
    """The session that the request named."""
    upstream_id: str | None
    """Id that the provider gave it."""
    created_at: str
    """When it began (ISO 8601)."""
    api_type: _m.APIType | None
    """Which part of the API made it."""
    model: str
    """Model that answered."""
    provider_name: str | None
    """Provider that answered."""
    provider_responses: list[_m.ProviderResponse]
    """All providers that were asked, in order, with what they said."""
    router: str | None
    """Router that chose the model, such as `openrouter/auto`."""
    data_region: _m.DataRegion
    """Region it was routed through."""
    service_tier: str | None
    """Speed and price class that was served."""
    preset_id: str | None
    """Preset that applied."""
    streamed: bool | None
    """Whether the answer was streamed."""
    cancelled: bool | None
    """Whether the caller left before the end."""
    finish_reason: str | None
    """Why it ended, in OpenRouter's words."""
    native_finish_reason: str | None
    """Why it ended, in the provider's words."""
    latency: float | None
    """Milliseconds that the request took in all."""
    generation_time: float | None
    """Milliseconds that the answer took."""
    moderation_latency: float | None
    """Milliseconds that moderation took."""
    tokens_prompt: int | None
    """Tokens of the prompt, counted by one tokenizer for all models."""
    tokens_completion: int | None
    """Tokens of the answer, counted by one tokenizer for all models."""
    native_tokens_prompt: int | None
    """Tokens of the prompt as the provider counted them; these are paid."""
    native_tokens_completion: int | None
    """Tokens of the answer as the provider counted them; these are paid."""
    native_tokens_reasoning: int | None
    """Tokens of reasoning among them."""
    native_tokens_cached: int | None
    """Tokens that came from the prompt cache."""
    native_tokens_completion_images: int | None
    """Tokens of images in the answer."""
    num_media_prompt: int | None
    """Media in the prompt."""
    num_input_audio_prompt: int | None
    """Recordings in the prompt."""
    num_media_completion: int | None
    """Media in the answer."""
    num_search_results: int | None
    """Results of web searches."""
    num_fetches: int | None
    """Web pages that were fetched."""
    web_search_engine: str | None
    """Engine that searched the web."""
    usage: float
    """Credits charged, in US dollars."""
    total_cost: float
    """What it cost in all, in US dollars."""
    upstream_inference_cost: float | None
    """What the provider charged your own key, in US dollars."""
    cache_discount: float | None
    """What caching saved, in US dollars; negative when writing the cache cost more than it saved."""
    is_byok: bool
    """Whether a provider key of yours was used."""
    origin: str
    """Where the request came from, a URL."""
    http_referer: str | None
    """What the request had in `HTTP-Referer`."""
    user_agent: str | None
    """What the request had in `User-Agent`."""
    app_id: int | None
    """Number of the app that asked."""
    external_user: str | None
    """What the request had in `user`."""
    workspace_id: str | None
    """Workspace of the key."""
    response_cache_source_id: str | None = None
    """Generation whose stored answer was given."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "request_id": "request_id",
            "session_id": "session_id",
            "upstream_id": "upstream_id",
            "created_at": "created_at",
            "api_type": "api_type",
            "model": "model",
            "provider_name": "provider_name",
            "provider_responses": "provider_responses",
            "router": "router",
            "data_region": "data_region",
            "service_tier": "service_tier",
            "preset_id": "preset_id",
            "streamed": "streamed",
            "cancelled": "cancelled",
            "finish_reason": "finish_reason",
            "native_finish_reason": "native_finish_reason",
            "latency": "latency",
            "generation_time": "generation_time",
            "moderation_latency": "moderation_latency",
            "tokens_prompt": "tokens_prompt",
            "tokens_completion": "tokens_completion",
            "native_tokens_prompt": "native_tokens_prompt",
            "native_tokens_completion": "native_tokens_completion",
            "native_tokens_reasoning": "native_tokens_reasoning",
            "native_tokens_cached": "native_tokens_cached",
            "native_tokens_completion_images": "native_tokens_completion_images",
            "num_media_prompt": "num_media_prompt",
            "num_input_audio_prompt": "num_input_audio_prompt",
            "num_media_completion": "num_media_completion",
            "num_search_results": "num_search_results",
            "num_fetches": "num_fetches",
            "web_search_engine": "web_search_engine",
            "usage": "usage",
            "total_cost": "total_cost",
            "upstream_inference_cost": "upstream_inference_cost",
            "cache_discount": "cache_discount",
            "is_byok": "is_byok",
            "origin": "origin",
            "http_referer": "http_referer",
            "user_agent": "user_agent",
            "app_id": "app_id",
            "external_user": "external_user",
            "workspace_id": "workspace_id",
            "response_cache_source_id": "response_cache_source_id",
        },
        scalars=(
            "id",
            "request_id",
            "session_id",
            "upstream_id",
            "created_at",
            "api_type",
            "model",
            "provider_name",
            "router",
            "data_region",
            "service_tier",
            "preset_id",
            "streamed",
            "cancelled",
            "finish_reason",
            "native_finish_reason",
            "latency",
            "generation_time",
            "moderation_latency",
            "tokens_prompt",
            "tokens_completion",
            "native_tokens_prompt",
            "native_tokens_completion",
            "native_tokens_reasoning",
            "native_tokens_cached",
            "native_tokens_completion_images",
            "num_media_prompt",
            "num_input_audio_prompt",
            "num_media_completion",
            "num_search_results",
            "num_fetches",
            "web_search_engine",
            "usage",
            "total_cost",
            "upstream_inference_cost",
            "cache_discount",
            "is_byok",
            "origin",
            "http_referer",
            "user_agent",
            "app_id",
            "external_user",
            "workspace_id",
            "response_cache_source_id",
        ),
        required=(
            "upstream_id",
            "api_type",
            "provider_name",
            "provider_responses",
            "router",
            "service_tier",
            "preset_id",
            "streamed",
            "cancelled",
            "finish_reason",
            "native_finish_reason",
            "latency",
            "generation_time",
            "moderation_latency",
            "tokens_prompt",
            "tokens_completion",
            "native_tokens_prompt",
            "native_tokens_completion",
            "native_tokens_reasoning",
            "native_tokens_cached",
            "native_tokens_completion_images",
            "num_media_prompt",
            "num_input_audio_prompt",
            "num_media_completion",
            "num_search_results",
            "num_fetches",
            "web_search_engine",
            "upstream_inference_cost",
            "cache_discount",
            "http_referer",
            "user_agent",
            "app_id",
            "external_user",
            "workspace_id",
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
        self.id = get("id")
        self.request_id = get("request_id")
        self.session_id = get("session_id")
        self.upstream_id = get("upstream_id")
        self.created_at = get("created_at")
        self.api_type = get("api_type")
        self.model = get("model")
        self.provider_name = get("provider_name")
        v = get("provider_responses")
        self.provider_responses = (
            [_m.ProviderResponse.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else []
            if v is None
            else copy_json(v)
        )
        self.router = get("router")
        self.data_region = get("data_region")
        self.service_tier = get("service_tier")
        self.preset_id = get("preset_id")
        self.streamed = get("streamed")
        self.cancelled = get("cancelled")
        self.finish_reason = get("finish_reason")
        self.native_finish_reason = get("native_finish_reason")
        self.latency = get("latency")
        self.generation_time = get("generation_time")
        self.moderation_latency = get("moderation_latency")
        self.tokens_prompt = get("tokens_prompt")
        self.tokens_completion = get("tokens_completion")
        self.native_tokens_prompt = get("native_tokens_prompt")
        self.native_tokens_completion = get("native_tokens_completion")
        self.native_tokens_reasoning = get("native_tokens_reasoning")
        self.native_tokens_cached = get("native_tokens_cached")
        self.native_tokens_completion_images = get("native_tokens_completion_images")
        self.num_media_prompt = get("num_media_prompt")
        self.num_input_audio_prompt = get("num_input_audio_prompt")
        self.num_media_completion = get("num_media_completion")
        self.num_search_results = get("num_search_results")
        self.num_fetches = get("num_fetches")
        self.web_search_engine = get("web_search_engine")
        self.usage = get("usage")
        self.total_cost = get("total_cost")
        self.upstream_inference_cost = get("upstream_inference_cost")
        self.cache_discount = get("cache_discount")
        self.is_byok = get("is_byok")
        self.origin = get("origin")
        self.http_referer = get("http_referer")
        self.user_agent = get("user_agent")
        self.app_id = get("app_id")
        self.external_user = get("external_user")
        self.workspace_id = get("workspace_id")
        self.response_cache_source_id = get("response_cache_source_id")
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
        if "upstream_id" not in src_dict:
            marks["upstream_id"] = False
        if "api_type" not in src_dict:
            marks["api_type"] = False
        if "provider_name" not in src_dict:
            marks["provider_name"] = False
        if get("provider_responses") is None:
            marks["provider_responses"] = ("provider_responses" in src_dict, self.provider_responses)
        if "router" not in src_dict:
            marks["router"] = False
        if "service_tier" not in src_dict:
            marks["service_tier"] = False
        if "preset_id" not in src_dict:
            marks["preset_id"] = False
        if "streamed" not in src_dict:
            marks["streamed"] = False
        if "cancelled" not in src_dict:
            marks["cancelled"] = False
        if "finish_reason" not in src_dict:
            marks["finish_reason"] = False
        if "native_finish_reason" not in src_dict:
            marks["native_finish_reason"] = False
        if "latency" not in src_dict:
            marks["latency"] = False
        if "generation_time" not in src_dict:
            marks["generation_time"] = False
        if "moderation_latency" not in src_dict:
            marks["moderation_latency"] = False
        if "tokens_prompt" not in src_dict:
            marks["tokens_prompt"] = False
        if "tokens_completion" not in src_dict:
            marks["tokens_completion"] = False
        if "native_tokens_prompt" not in src_dict:
            marks["native_tokens_prompt"] = False
        if "native_tokens_completion" not in src_dict:
            marks["native_tokens_completion"] = False
        if "native_tokens_reasoning" not in src_dict:
            marks["native_tokens_reasoning"] = False
        if "native_tokens_cached" not in src_dict:
            marks["native_tokens_cached"] = False
        if "native_tokens_completion_images" not in src_dict:
            marks["native_tokens_completion_images"] = False
        if "num_media_prompt" not in src_dict:
            marks["num_media_prompt"] = False
        if "num_input_audio_prompt" not in src_dict:
            marks["num_input_audio_prompt"] = False
        if "num_media_completion" not in src_dict:
            marks["num_media_completion"] = False
        if "num_search_results" not in src_dict:
            marks["num_search_results"] = False
        if "num_fetches" not in src_dict:
            marks["num_fetches"] = False
        if "web_search_engine" not in src_dict:
            marks["web_search_engine"] = False
        if "upstream_inference_cost" not in src_dict:
            marks["upstream_inference_cost"] = False
        if "cache_discount" not in src_dict:
            marks["cache_discount"] = False
        if "http_referer" not in src_dict:
            marks["http_referer"] = False
        if "user_agent" not in src_dict:
            marks["user_agent"] = False
        if "app_id" not in src_dict:
            marks["app_id"] = False
        if "external_user" not in src_dict:
            marks["external_user"] = False
        if "workspace_id" not in src_dict:
            marks["workspace_id"] = False
        return self

    @property
    def created_time(self) -> _datetime | None:
        """`created_at` as a datetime with its time zone; None where there is none."""
        return as_datetime(self.created_at)


_KEYS: Final = GenerationResponseData.wire.keys
