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

    class SafeguardStatusTypedDict(TypedDict, total=False):
        """What the armor plugin found."""

        type: Required[Literal["available"]]
        """Always `available`."""
        tool_uses: Required[Mapping[str, _m.SafeguardToolUse | _m.SafeguardToolUseTypedDict]]
        """Verdicts by tool call id."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SafeguardStatus(_Model):
    """What the armor plugin found."""

    type: Literal["available"] = "available"
    """Always `available`."""
    tool_uses: dict[str, _m.SafeguardToolUse]
    """Verdicts by tool call id."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "tool_uses": "tool_uses",
        },
        scalars=("type",),
        required=("tool_uses",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.type = get("type")
        v = get("tool_uses")
        self.tool_uses = (
            {k: _m.parse_safeguard_tool_use(x) if x.__class__ is dict else copy_json(x) for k, x in v.items()}
            if v.__class__ is dict
            else {}
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
        if get("tool_uses") is None:
            marks["tool_uses"] = ("tool_uses" in src_dict, self.tool_uses)
        return self


_KEYS: Final = SafeguardStatus.wire.keys
