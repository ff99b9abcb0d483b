# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class AlignmentRuleVerdictTypedDict(TypedDict, total=False):
        """Verdict on one rule."""

        applicable: Required[bool]
        """Whether the rule applies to the answer."""
        broken: Required[bool]
        """Whether the answer breaks it."""
        probability: Required[float | None]
        """How likely it is broken, from 0 to 1."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AlignmentRuleVerdict(_Model):
    """Verdict on one rule."""

    applicable: bool
    """Whether the rule applies to the answer."""
    broken: bool
    """Whether the answer breaks it."""
    probability: float | None
    """How likely it is broken, from 0 to 1."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "applicable": "applicable",
            "broken": "broken",
            "probability": "probability",
        },
        scalars=(
            "applicable",
            "broken",
            "probability",
        ),
        required=("probability",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.applicable = get("applicable")
        self.broken = get("broken")
        self.probability = get("probability")
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
        if "probability" not in src_dict:
            marks["probability"] = False
        return self


_KEYS: Final = AlignmentRuleVerdict.wire.keys
