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

    class EndpointsMetadataTypedDict(TypedDict, total=False):
        """Providers that could serve a request."""

        total: Required[int]
        """How many there are."""
        available: Required[Sequence[_m.EndpointInfo | _m.EndpointInfoTypedDict]]
        """Those that were open to the request."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class EndpointsMetadata(_Model):
    """Providers that could serve a request."""

    total: int
    """How many there are."""
    available: list[_m.EndpointInfo]
    """Those that were open to the request."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "total": "total",
            "available": "available",
        },
        scalars=("total",),
        required=("available",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.total = get("total")
        v = get("available")
        if v.__class__ is list:
            read_available: list[Any] = []
            for i in v:
                read_available.append(_m.EndpointInfo.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.available = read_available
        else:
            self.available = [] if v is None else copy_json(v)
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
        if get("available") is None:
            marks["available"] = ("available" in src_dict, self.available)
        return self


_KEYS: Final = EndpointsMetadata.wire.keys
