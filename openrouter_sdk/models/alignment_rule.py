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

    class AlignmentRuleTypedDict(TypedDict, total=False):
        """A rule for answers."""

        rule: Required[str]
        """The rule in words."""
        watch: Required[Sequence[_m.AlignmentWatch]]
        """Parts of the answer it applies to."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AlignmentRule(_Model):
    """A rule for answers."""

    rule: str
    """The rule in words."""
    watch: list[_m.AlignmentWatch]
    """Parts of the answer it applies to."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "rule": "rule",
            "watch": "watch",
        },
        scalars=("rule",),
        required=("watch",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.rule = get("rule")
        v = get("watch")
        self.watch = [] if v is None else copy_json(v)
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
        if get("watch") is None:
            marks["watch"] = ("watch" in src_dict, self.watch)
        return self


_KEYS: Final = AlignmentRule.wire.keys
