# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..custom.answers import ChatStreamChunkMixin
from ..types import NOT_PLAIN, Extras, Wire, as_datetime, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from datetime import datetime as _datetime
    from typing import Required, TypedDict

    class ChatStreamChunkTypedDict(TypedDict, total=False):
        """One piece of a streamed answer. Keep the first chunk's `id`."""

        id: Required[str]
        """Id of the generation, the same on every chunk. Absent on bare error chunks."""
        object: Required[Literal["chat.completion.chunk"]]
        """Always `chat.completion.chunk`."""
        created: Required[int]
        """Time of the answer, in Unix seconds."""
        model: Required[str]
        """Model that answers; a dated name, or the fallback that was used."""
        provider: str
        """Name of the provider that serves it."""
        choices: Required[Sequence[_m.ChatStreamChoice | _m.ChatStreamChoiceTypedDict]]
        """New pieces, one entry for each choice. Empty on debug chunks, maybe on the usage chunk."""
        usage: _m.ChatUsage | _m.ChatUsageTypedDict
        """Tokens and cost; on one chunk only, the last. Missing after errors."""
        system_fingerprint: str | None
        """The provider's configuration id; often absent."""
        service_tier: _m.ServiceTier | None
        """Class of processing that was used."""
        openrouter_metadata: _m.OpenRouterMetadata | _m.OpenRouterMetadataTypedDict
        """Report on routing, on the last chunk, if the `X-OpenRouter-Metadata` header asked for it."""
        debug: _m.ChatStreamDebug | _m.ChatStreamDebugTypedDict
        """What was sent to the provider; first chunks, one for each provider tried."""
        alignment: _m.AlignmentResult | _m.AlignmentResultTypedDict
        """Verdicts of the alignment plugin, if it ran."""
        safeguard_results: Sequence[_m.SafeguardResult | _m.SafeguardResultTypedDict]
        """Verdicts of the armor plugin, if it ran."""
        error: _m.ErrorDetails | _m.ErrorDetailsTypedDict
        """The stream failed here. The HTTP status stays 200."""
        user_id: str | None
        """Your account's id, beside an error. Keep it out of logs."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatStreamChunk(ChatStreamChunkMixin, _Model):
    """One piece of a streamed answer. Keep the first chunk's `id`."""

    id: str
    """Id of the generation, the same on every chunk. Absent on bare error chunks."""
    object: Literal["chat.completion.chunk"] = "chat.completion.chunk"
    """Always `chat.completion.chunk`."""
    created: int
    """Time of the answer, in Unix seconds."""
    model: str
    """Model that answers; a dated name, or the fallback that was used."""
    provider: str | None = None
    """Name of the provider that serves it."""
    choices: list[_m.ChatStreamChoice]
    """New pieces, one entry for each choice. Empty on debug chunks, maybe on the usage chunk."""
    usage: _m.ChatUsage | None = None
    """Tokens and cost; on one chunk only, the last. Missing after errors."""
    system_fingerprint: str | None = None
    """The provider's configuration id; often absent."""
    service_tier: _m.ServiceTier | None = None
    """Class of processing that was used."""
    openrouter_metadata: _m.OpenRouterMetadata | None = None
    """Report on routing, on the last chunk, if the `X-OpenRouter-Metadata` header asked for it."""
    debug: _m.ChatStreamDebug | None = None
    """What was sent to the provider; first chunks, one for each provider tried."""
    alignment: _m.AlignmentResult | None = None
    """Verdicts of the alignment plugin, if it ran."""
    safeguard_results: list[_m.SafeguardResult] | None = None
    """Verdicts of the armor plugin, if it ran."""
    error: _m.ErrorDetails | None = None
    """The stream failed here. The HTTP status stays 200."""
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
            "openrouter_metadata": "openrouter_metadata",
            "debug": "debug",
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
        if v.__class__ is list:
            read_choices: list[Any] = []
            for i in v:
                read_choices.append(_m.ChatStreamChoice.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.choices = read_choices
        else:
            self.choices = [] if v is None else copy_json(v)
        v = get("usage")
        self.usage = v if v is None else _m.ChatUsage.from_dict(v) if v.__class__ is dict else copy_json(v)
        self.system_fingerprint = get("system_fingerprint")
        self.service_tier = get("service_tier")
        v = get("openrouter_metadata")
        self.openrouter_metadata = (
            v if v is None else _m.OpenRouterMetadata.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("debug")
        self.debug = v if v is None else _m.ChatStreamDebug.from_dict(v) if v.__class__ is dict else copy_json(v)
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


_KEYS: Final = ChatStreamChunk.wire.keys
