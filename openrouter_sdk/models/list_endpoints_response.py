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

    class ListEndpointsResponseTypedDict(TypedDict, total=False):
        """A model and who serves it."""

        id: Required[str]
        """Id of the model, such as `openai/gpt-4o`."""
        name: Required[str]
        """Name for people."""
        description: Required[str]
        """What the model is good at."""
        created: Required[int]
        """When the model came into the catalogue, in seconds since 1970."""
        architecture: Required[_m.ModelArchitecture | _m.ModelArchitectureTypedDict]
        """What the model reads and writes."""
        endpoints: Required[Sequence[_m.PublicEndpoint | _m.PublicEndpointTypedDict]]
        """Its endpoints, one for each provider and variant."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ListEndpointsResponse(_Model):
    """A model and who serves it."""

    id: str
    """Id of the model, such as `openai/gpt-4o`."""
    name: str
    """Name for people."""
    description: str
    """What the model is good at."""
    created: int
    """When the model came into the catalogue, in seconds since 1970."""
    architecture: _m.ModelArchitecture
    """What the model reads and writes."""
    endpoints: list[_m.PublicEndpoint]
    """Its endpoints, one for each provider and variant."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "name": "name",
            "description": "description",
            "created": "created",
            "architecture": "architecture",
            "endpoints": "endpoints",
        },
        scalars=(
            "id",
            "name",
            "description",
            "created",
        ),
        required=(
            "architecture",
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
        self.id = get("id")
        self.name = get("name")
        self.description = get("description")
        self.created = get("created")
        v = get("architecture")
        self.architecture = (
            _m.ModelArchitecture.from_dict(v)
            if v.__class__ is dict
            else _m.ModelArchitecture.from_dict({})
            if v is None
            else copy_json(v)
        )
        v = get("endpoints")
        if v.__class__ is list:
            read_endpoints: list[Any] = []
            for i in v:
                read_endpoints.append(_m.PublicEndpoint.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.endpoints = read_endpoints
        else:
            self.endpoints = [] if v is None else copy_json(v)
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
        if get("architecture") is None:
            marks["architecture"] = ("architecture" in src_dict, self.architecture)
        if get("endpoints") is None:
            marks["endpoints"] = ("endpoints" in src_dict, self.endpoints)
        return self

    @property
    def created_time(self) -> _datetime | None:
        """`created` as a datetime with its time zone; None where there is none."""
        return as_datetime(self.created)


_KEYS: Final = ListEndpointsResponse.wire.keys
