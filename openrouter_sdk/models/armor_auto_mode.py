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
    from typing import TypedDict

    class ArmorAutoModeTypedDict(TypedDict, total=False):
        """Rules for calls that nobody confirms."""

        allow: Sequence[str | _m.ArmorAllowRule | _m.ArmorAllowRuleTypedDict]
        """What is fine."""
        soft_deny: Sequence[str | _m.ArmorDenyRule | _m.ArmorDenyRuleTypedDict]
        """What is denied unless there is good reason."""
        hard_deny: Sequence[str | _m.ArmorDenyRule | _m.ArmorDenyRuleTypedDict]
        """What is always denied."""
        environment: Sequence[str | _m.ArmorEnvironmentEntry | _m.ArmorEnvironmentEntryTypedDict]
        """Facts about the surroundings."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ArmorAutoMode(_Model):
    """Rules for calls that nobody confirms."""

    allow: list[str | _m.ArmorAllowRule] | None = None
    """What is fine."""
    soft_deny: list[str | _m.ArmorDenyRule] | None = None
    """What is denied unless there is good reason."""
    hard_deny: list[str | _m.ArmorDenyRule] | None = None
    """What is always denied."""
    environment: list[str | _m.ArmorEnvironmentEntry] | None = None
    """Facts about the surroundings."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "allow": "allow",
            "soft_deny": "soft_deny",
            "hard_deny": "hard_deny",
            "environment": "environment",
        },
        scalars=(),
        required=(),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        v = get("allow")
        self.allow = (
            v
            if v is None
            else [_m.ArmorAllowRule.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("soft_deny")
        self.soft_deny = (
            v
            if v is None
            else [_m.ArmorDenyRule.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("hard_deny")
        self.hard_deny = (
            v
            if v is None
            else [_m.ArmorDenyRule.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("environment")
        self.environment = (
            v
            if v is None
            else [_m.ArmorEnvironmentEntry.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
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
        return self


_KEYS: Final = ArmorAutoMode.wire.keys
