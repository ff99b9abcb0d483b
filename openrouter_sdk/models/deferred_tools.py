# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class DeferredToolsTypedDict(TypedDict, total=False):
        """How the model finds tools that are not in its prompt."""

        protocol: Required[Literal["v1"]]
        """Always `v1`."""
        profile: Required[Literal["portable"]]
        """Always `portable`."""
        validation: Required[Literal["runtime"]]
        """Always `runtime`."""
        search: Required[_m.DeferredToolSearch | _m.DeferredToolSearchTypedDict]
        """How tools are searched."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DeferredTools(_Model):
    """How the model finds tools that are not in its prompt."""

    protocol: Literal["v1"] = "v1"
    """Always `v1`."""
    profile: Literal["portable"] = "portable"
    """Always `portable`."""
    validation: Literal["runtime"] = "runtime"
    """Always `runtime`."""
    search: _m.DeferredToolSearch
    """How tools are searched."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "protocol": "protocol",
            "profile": "profile",
            "validation": "validation",
            "search": "search",
        },
        scalars=(
            "protocol",
            "profile",
            "validation",
        ),
        required=("search",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.protocol = get("protocol")
        self.profile = get("profile")
        self.validation = get("validation")
        v = get("search")
        self.search = (
            _m.parse_deferred_tool_search(v)
            if v.__class__ is dict
            else _m.parse_deferred_tool_search({})
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
        if get("search") is None:
            marks["search"] = ("search" in src_dict, self.search)
        return self


_KEYS: Final = DeferredTools.wire.keys
