# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, as_date, as_datetime, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from datetime import date as _date
    from datetime import datetime as _datetime
    from typing import Required, TypedDict

    class ModelTypedDict(TypedDict, total=False):
        """A model as the catalogue knows it."""

        id: Required[str]
        """What goes into `model` of a request, such as `openai/gpt-4o`."""
        canonical_slug: Required[str]
        """Name of this very version of the model; it never changes."""
        name: Required[str]
        """Name for people."""
        description: str
        """What the model is good at."""
        created: Required[int]
        """When the model came into the catalogue, in seconds since 1970."""
        context_length: Required[int | None]
        """Tokens that prompt and answer may have together."""
        architecture: Required[_m.ModelArchitecture | _m.ModelArchitectureTypedDict]
        """What the model reads and writes."""
        pricing: Required[_m.PublicPricing | _m.PublicPricingTypedDict]
        """What it costs."""
        top_provider: Required[_m.TopProviderInfo | _m.TopProviderInfoTypedDict]
        """What its best provider allows."""
        supported_parameters: Required[Sequence[_m.Parameter]]
        """Request parameters that at least one provider of the model takes."""
        default_parameters: Required[_m.DefaultParameters | _m.DefaultParametersTypedDict | None]
        """Sampling parameters that apply when a request leaves them out."""
        per_request_limits: Required[_m.PerRequestLimits | _m.PerRequestLimitsTypedDict | None]
        """Limits for a single request, if there are any."""
        supported_voices: Required[Sequence[str] | None]
        """Voices of a model that speaks."""
        reasoning: _m.ModelReasoning | _m.ModelReasoningTypedDict
        """How its reasoning can be set. Absent for models that do not reason."""
        benchmarks: _m.ModelBenchmarks | _m.ModelBenchmarksTypedDict
        """What others measured of it. Absent when nobody did."""
        alias_target: _m.ModelAliasTarget | _m.ModelAliasTargetTypedDict
        """The model that an alias such as `~anthropic/claude-sonnet-latest` stands for today."""
        expiration_date: str | None
        """Day (`YYYY-MM-DD`) from which on the model may be gone."""
        knowledge_cutoff: str | None
        """Day (`YYYY-MM-DD`) up to which its training data reaches."""
        hugging_face_id: str | None
        """Its id on Hugging Face."""
        links: Required[_m.ModelLinks | _m.ModelLinksTypedDict]
        """Where the API tells more."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Model(_Model):
    """A model as the catalogue knows it."""

    id: str
    """What goes into `model` of a request, such as `openai/gpt-4o`."""
    canonical_slug: str
    """Name of this very version of the model; it never changes."""
    name: str
    """Name for people."""
    description: str | None = None
    """What the model is good at."""
    created: int
    """When the model came into the catalogue, in seconds since 1970."""
    context_length: int | None
    """Tokens that prompt and answer may have together."""
    architecture: _m.ModelArchitecture
    """What the model reads and writes."""
    pricing: _m.PublicPricing
    """What it costs."""
    top_provider: _m.TopProviderInfo
    """What its best provider allows."""
    supported_parameters: list[_m.Parameter]
    """Request parameters that at least one provider of the model takes."""
    default_parameters: _m.DefaultParameters | None
    """Sampling parameters that apply when a request leaves them out."""
    per_request_limits: _m.PerRequestLimits | None
    """Limits for a single request, if there are any."""
    supported_voices: list[str]
    """Voices of a model that speaks."""
    reasoning: _m.ModelReasoning | None = None
    """How its reasoning can be set. Absent for models that do not reason."""
    benchmarks: _m.ModelBenchmarks | None = None
    """What others measured of it. Absent when nobody did."""
    alias_target: _m.ModelAliasTarget | None = None
    """The model that an alias such as `~anthropic/claude-sonnet-latest` stands for today."""
    expiration_date: str | None = None
    """Day (`YYYY-MM-DD`) from which on the model may be gone."""
    knowledge_cutoff: str | None = None
    """Day (`YYYY-MM-DD`) up to which its training data reaches."""
    hugging_face_id: str | None = None
    """Its id on Hugging Face."""
    links: _m.ModelLinks
    """Where the API tells more."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "canonical_slug": "canonical_slug",
            "name": "name",
            "description": "description",
            "created": "created",
            "context_length": "context_length",
            "architecture": "architecture",
            "pricing": "pricing",
            "top_provider": "top_provider",
            "supported_parameters": "supported_parameters",
            "default_parameters": "default_parameters",
            "per_request_limits": "per_request_limits",
            "supported_voices": "supported_voices",
            "reasoning": "reasoning",
            "benchmarks": "benchmarks",
            "alias_target": "alias_target",
            "expiration_date": "expiration_date",
            "knowledge_cutoff": "knowledge_cutoff",
            "hugging_face_id": "hugging_face_id",
            "links": "links",
        },
        scalars=(
            "id",
            "canonical_slug",
            "name",
            "description",
            "created",
            "context_length",
            "expiration_date",
            "knowledge_cutoff",
            "hugging_face_id",
        ),
        required=(
            "context_length",
            "architecture",
            "pricing",
            "top_provider",
            "supported_parameters",
            "default_parameters",
            "per_request_limits",
            "supported_voices",
            "links",
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
        self.canonical_slug = get("canonical_slug")
        self.name = get("name")
        self.description = get("description")
        self.created = get("created")
        self.context_length = get("context_length")
        v = get("architecture")
        self.architecture = (
            _m.ModelArchitecture.from_dict(v)
            if v.__class__ is dict
            else _m.ModelArchitecture.from_dict({})
            if v is None
            else copy_json(v)
        )
        v = get("pricing")
        self.pricing = (
            _m.PublicPricing.from_dict(v)
            if v.__class__ is dict
            else _m.PublicPricing.from_dict({})
            if v is None
            else copy_json(v)
        )
        v = get("top_provider")
        self.top_provider = (
            _m.TopProviderInfo.from_dict(v)
            if v.__class__ is dict
            else _m.TopProviderInfo.from_dict({})
            if v is None
            else copy_json(v)
        )
        v = get("supported_parameters")
        self.supported_parameters = [] if v is None else copy_json(v)
        v = get("default_parameters")
        self.default_parameters = (
            v if v is None else _m.DefaultParameters.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("per_request_limits")
        self.per_request_limits = (
            v if v is None else _m.PerRequestLimits.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("supported_voices")
        self.supported_voices = [] if v is None else copy_json(v)
        v = get("reasoning")
        self.reasoning = v if v is None else _m.ModelReasoning.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("benchmarks")
        self.benchmarks = v if v is None else _m.ModelBenchmarks.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("alias_target")
        self.alias_target = (
            v if v is None else _m.ModelAliasTarget.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        self.expiration_date = get("expiration_date")
        self.knowledge_cutoff = get("knowledge_cutoff")
        self.hugging_face_id = get("hugging_face_id")
        v = get("links")
        self.links = (
            _m.ModelLinks.from_dict(v)
            if v.__class__ is dict
            else _m.ModelLinks.from_dict({})
            if v is None
            else copy_json(v)
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
        if "context_length" not in src_dict:
            marks["context_length"] = False
        if get("architecture") is None:
            marks["architecture"] = ("architecture" in src_dict, self.architecture)
        if get("pricing") is None:
            marks["pricing"] = ("pricing" in src_dict, self.pricing)
        if get("top_provider") is None:
            marks["top_provider"] = ("top_provider" in src_dict, self.top_provider)
        if get("supported_parameters") is None:
            marks["supported_parameters"] = ("supported_parameters" in src_dict, self.supported_parameters)
        if "default_parameters" not in src_dict:
            marks["default_parameters"] = False
        if "per_request_limits" not in src_dict:
            marks["per_request_limits"] = False
        if get("supported_voices") is None:
            marks["supported_voices"] = ("supported_voices" in src_dict, self.supported_voices)
        if get("links") is None:
            marks["links"] = ("links" in src_dict, self.links)
        return self

    @property
    def created_time(self) -> _datetime | None:
        """`created` as a datetime with its time zone; None where there is none."""
        return as_datetime(self.created)

    @property
    def expires_on(self) -> _date | None:
        """`expiration_date` as a date; None where there is none."""
        return as_date(self.expiration_date)

    @property
    def knowledge_cutoff_on(self) -> _date | None:
        """`knowledge_cutoff` as a date; None where there is none."""
        return as_date(self.knowledge_cutoff)


_KEYS: Final = Model.wire.keys
