# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..custom.answers import ChatResultMixin
from ..types import NOT_PLAIN, Extras, Wire, as_datetime, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from datetime import datetime as _datetime
    from typing import Required, TypedDict

    class ChatResultTypedDict(TypedDict, total=False):
        """A finished answer."""

        id: Required[str]
        """Id of the generation, usually `gen-` with a time and 20 characters."""
        object: Required[Literal["chat.completion"]]
        """Always `chat.completion`."""
        created: Required[int]
        """Time of the answer, in Unix seconds."""
        model: Required[str]
        """Model that answered; a dated name, or the fallback that was used."""
        provider: str | None
        """Name of the provider that served it. Malformed answers put null or an object here."""
        choices: Required[Sequence[_m.ChatChoice | _m.ChatChoiceTypedDict] | None]
        """The answers, normally one. Null or absent in some failures under status 200."""
        usage: _m.ChatUsage | _m.ChatUsageTypedDict
        """Tokens and cost. Absent when the answer failed or its end was lost."""
        system_fingerprint: str | None
        """The provider's configuration id; often absent."""
        service_tier: _m.ServiceTier | None
        """Class of processing that was used."""
        citations: Sequence[str]
        """URLs of sources (Perplexity models)."""
        cache_discount: float | None
        """Saving through prompt caching, in USD. Sent by older versions of the API."""
        openrouter_metadata: _m.OpenRouterMetadata | _m.OpenRouterMetadataTypedDict
        """Report on routing, if the `X-OpenRouter-Metadata` header asked for it."""
        alignment: _m.AlignmentResult | _m.AlignmentResultTypedDict
        """Verdicts of the alignment plugin, if it ran."""
        safeguard_results: Sequence[_m.SafeguardResult | _m.SafeguardResultTypedDict]
        """Verdicts of the armor plugin, if it ran."""
        error: _m.ErrorDetails | _m.ErrorDetailsTypedDict
        """The failure, when a request failed although the status is 200."""
        user_id: str | None
        """Your account's id, beside an error. Keep it out of logs."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatResult(ChatResultMixin, _Model):
    """A finished answer."""

    id: str
    """Id of the generation, usually `gen-` with a time and 20 characters."""
    object: Literal["chat.completion"] = "chat.completion"
    """Always `chat.completion`."""
    created: int
    """Time of the answer, in Unix seconds."""
    model: str
    """Model that answered; a dated name, or the fallback that was used."""
    provider: str | None = None
    """Name of the provider that served it. Malformed answers put null or an object here."""
    choices: list[_m.ChatChoice]
    """The answers, normally one. Null or absent in some failures under status 200."""
    usage: _m.ChatUsage | None = None
    """Tokens and cost. Absent when the answer failed or its end was lost."""
    system_fingerprint: str | None = None
    """The provider's configuration id; often absent."""
    service_tier: _m.ServiceTier | None = None
    """Class of processing that was used."""
    citations: list[str] | None = None
    """URLs of sources (Perplexity models)."""
    cache_discount: float | None = None
    """Saving through prompt caching, in USD. Sent by older versions of the API."""
    openrouter_metadata: _m.OpenRouterMetadata | None = None
    """Report on routing, if the `X-OpenRouter-Metadata` header asked for it."""
    alignment: _m.AlignmentResult | None = None
    """Verdicts of the alignment plugin, if it ran."""
    safeguard_results: list[_m.SafeguardResult] | None = None
    """Verdicts of the armor plugin, if it ran."""
    error: _m.ErrorDetails | None = None
    """The failure, when a request failed although the status is 200."""
    user_id: str | None = None
    """Your account's id, beside an error. Keep it out of logs."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "object": "object",
            "created": "created",
            "model": "model",
            "provider": "provider",
            "choices": "choices",
            "usage": "usage",
            "system_fingerprint": "system_fingerprint",
            "service_tier": "service_tier",
            "citations": "citations",
            "cache_discount": "cache_discount",
            "openrouter_metadata": "openrouter_metadata",
            "alignment": "alignment",
            "safeguard_results": "safeguard_results",
            "error": "error",
            "user_id": "user_id",
        },
        scalars=(
            "id",
            "object",
            "created",
            "model",
            "provider",
            "system_fingerprint",
            "service_tier",
            "cache_discount",
            "user_id",
        ),
        required=("choices",),
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
        self.object = get("object")
        self.created = get("created")
        self.model = get("model")
        self.provider = get("provider")
        v = get("choices")
        self.choices = (
            [_m.ChatChoice.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else []
            if v is None
            else copy_json(v)
        )
        v = get("usage")
        self.usage = v if v is None else _m.ChatUsage.from_dict(v) if v.__class__ is dict else copy_json(v)
        self.system_fingerprint = get("system_fingerprint")
        self.service_tier = get("service_tier")
        v = get("citations")
        self.citations = v if v is None else copy_json(v)
        self.cache_discount = get("cache_discount")
        v = get("openrouter_metadata")
        self.openrouter_metadata = (
            v if v is None else _m.OpenRouterMetadata.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("alignment")
        self.alignment = v if v is None else _m.AlignmentResult.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("safeguard_results")
        self.safeguard_results = (
            v
            if v is None
            else [_m.SafeguardResult.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("error")
        self.error = v if v is None else _m.ErrorDetails.from_dict(v) if v.__class__ is dict else copy_json(v)
        self.user_id = get("user_id")
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
        if get("choices") is None:
            marks["choices"] = ("choices" in src_dict, self.choices)
        return self

    @property
    def created_time(self) -> _datetime | None:
        """`created` as a datetime with its time zone; None where there is none."""
        return as_datetime(self.created)


_KEYS: Final = ChatResult.wire.keys
