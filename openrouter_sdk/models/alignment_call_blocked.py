# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class AlignmentCallBlockedTypedDict(TypedDict, total=False):
        """The answer broke a rule."""

        outcome: Required[Literal["blocked"]]
        """Always `blocked`."""
        call: Required[int]
        """Number of the attempt."""
        rules: Required[Sequence[_m.AlignmentRuleVerdict | _m.AlignmentRuleVerdictTypedDict]]
        """One verdict for each rule."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AlignmentCallBlocked(_Model):
    """The answer broke a rule."""

    outcome: Literal["blocked"] = "blocked"
    """Always `blocked`."""
    call: int
    """Number of the attempt."""
    rules: list[_m.AlignmentRuleVerdict]
    """One verdict for each rule."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "outcome": "outcome",
            "call": "call",
            "rules": "rules",
        },
        scalars=(
            "outcome",
            "call",
        ),
        required=("rules",),
        tag=(
            "outcome",
            "blocked",
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
        self.outcome = get("outcome")
        self.call = get("call")
        v = get("rules")
        if v.__class__ is list:
            read_rules: list[Any] = []
            for i in v:
                read_rules.append(_m.AlignmentRuleVerdict.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.rules = read_rules
        else:
            self.rules = [] if v is None else copy_json(v)
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
        if get("rules") is None:
            marks["rules"] = ("rules" in src_dict, self.rules)
        return self


_KEYS: Final = AlignmentCallBlocked.wire.keys
