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

    class OpenRouterMetadataTypedDict(TypedDict, total=False):
        """Report on how a request was routed. New keys appear without notice."""

        requested: Required[str]
        """Model that was asked for."""
        strategy: Required[_m.RoutingStrategy]
        """How the model was found."""
        region: Required[str | None]
        """Region that handled the request."""
        summary: Required[str]
        """The route in words."""
        attempt: Required[int]
        """Number of the attempt that succeeded; 0 if routing was not reached."""
        is_byok: Required[bool]
        """Whether your own provider key was used."""
        endpoints: Required[_m.EndpointsMetadata | _m.EndpointsMetadataTypedDict]
        """Providers that could serve the request."""
        attempts: Sequence[_m.RouterAttempt | _m.RouterAttemptTypedDict]
        """What was tried, in order."""
        params: _m.RouterParams | _m.RouterParamsTypedDict
        """Settings of the router."""
        pipeline: Sequence[_m.PipelineStage | _m.PipelineStageTypedDict]
        """What else worked on the request or the answer."""
        generation_time: int
        """Time of generation in milliseconds."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class OpenRouterMetadata(_Model):
    """Report on how a request was routed. New keys appear without notice."""

    requested: str
    """Model that was asked for."""
    strategy: _m.RoutingStrategy
    """How the model was found."""
    region: str | None
    """Region that handled the request."""
    summary: str
    """The route in words."""
    attempt: int
    """Number of the attempt that succeeded; 0 if routing was not reached."""
    is_byok: bool
    """Whether your own provider key was used."""
    endpoints: _m.EndpointsMetadata
    """Providers that could serve the request."""
    attempts: list[_m.RouterAttempt] | None = None
    """What was tried, in order."""
    params: _m.RouterParams | None = None
    """Settings of the router."""
    pipeline: list[_m.PipelineStage] | None = None
    """What else worked on the request or the answer."""
    generation_time: int | None = None
    """Time of generation in milliseconds."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "requested": "requested",
            "strategy": "strategy",
            "region": "region",
            "summary": "summary",
            "attempt": "attempt",
            "is_byok": "is_byok",
            "endpoints": "endpoints",
            "attempts": "attempts",
            "params": "params",
            "pipeline": "pipeline",
            "generation_time": "generation_time",
        },
        scalars=(
            "requested",
            "strategy",
            "region",
            "summary",
            "attempt",
            "is_byok",
            "generation_time",
        ),
        required=(
            "region",
            "endpoints",
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
        self.requested = get("requested")
        self.strategy = get("strategy")
        self.region = get("region")
        self.summary = get("summary")
        self.attempt = get("attempt")
        self.is_byok = get("is_byok")
        v = get("endpoints")
        self.endpoints = (
            _m.EndpointsMetadata.from_dict(v)
            if v.__class__ is dict
            else _m.EndpointsMetadata.from_dict({})
            if v is None
            else copy_json(v)
        )
        v = get("attempts")
        self.attempts = (
            v
            if v is None
            else [_m.RouterAttempt.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("params")
        self.params = v if v is None else _m.RouterParams.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("pipeline")
        self.pipeline = (
            v
            if v is None
            else [_m.PipelineStage.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        self.generation_time = get("generation_time")
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
        if "region" not in src_dict:
            marks["region"] = False
        if get("endpoints") is None:
            marks["endpoints"] = ("endpoints" in src_dict, self.endpoints)
        return self


_KEYS: Final = OpenRouterMetadata.wire.keys
