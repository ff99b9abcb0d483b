# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ProviderResponseTypedDict(TypedDict, total=False):
        """What one provider said to one attempt."""

        id: str
        """Id that the provider gave."""
        endpoint_id: str
        """Endpoint that was asked."""
        provider_name: _m.ProviderName
        """The provider."""
        model_permaslug: str
        """Very version of the model."""
        status: Required[int | None]
        """HTTP status of its answer; null when none came."""
        latency: float
        """Milliseconds that it took."""
        is_byok: bool
        """Whether a provider key of yours was used."""
        routed_service_tier: _m.EndpointServiceTier
        """Speed and price class that was asked for."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProviderResponse(_Model):
    """What one provider said to one attempt."""

    id: str | None = None
    """Id that the provider gave."""
    endpoint_id: str | None = None
    """Endpoint that was asked."""
    provider_name: _m.ProviderName | None = None
    """The provider."""
    model_permaslug: str | None = None
    """Very version of the model."""
    status: int | None
    """HTTP status of its answer; null when none came."""
    latency: float | None = None
    """Milliseconds that it took."""
    is_byok: bool | None = None
    """Whether a provider key of yours was used."""
    routed_service_tier: _m.EndpointServiceTier | None = None
    """Speed and price class that was asked for."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "endpoint_id": "endpoint_id",
            "provider_name": "provider_name",
            "model_permaslug": "model_permaslug",
            "status": "status",
            "latency": "latency",
            "is_byok": "is_byok",
            "routed_service_tier": "routed_service_tier",
        },
        scalars=(
            "id",
            "endpoint_id",
            "provider_name",
            "model_permaslug",
            "status",
            "latency",
            "is_byok",
            "routed_service_tier",
        ),
        required=("status",),
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
        self.endpoint_id = get("endpoint_id")
        self.provider_name = get("provider_name")
        self.model_permaslug = get("model_permaslug")
        self.status = get("status")
        self.latency = get("latency")
        self.is_byok = get("is_byok")
        self.routed_service_tier = get("routed_service_tier")
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
        if "status" not in src_dict:
            marks["status"] = False
        return self


_KEYS: Final = ProviderResponse.wire.keys
