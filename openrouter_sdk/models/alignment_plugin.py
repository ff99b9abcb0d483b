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

    class AlignmentPluginTypedDict(TypedDict, total=False):
        """Judges answers by rules of yours."""

        id: Required[Literal["alignment"]]
        """Always `alignment`."""
        rules: Required[Sequence[_m.AlignmentRule | _m.AlignmentRuleTypedDict]]
        """The rules."""
        mode: _m.AlignmentMode
        """Whether bad answers are withheld or only reported. Default `audit`."""
        instruct: bool
        """Tells the model the rules beforehand. Default true."""
        max_retries: int
        """How often a bad answer is tried again. Default 1."""
        threshold: float
        """Probability from which a rule counts as broken, 0.01 to 1. Default 0.7."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AlignmentPlugin(_Model):
    """Judges answers by rules of yours."""

    id: Literal["alignment"] = "alignment"
    """Always `alignment`."""
    rules: list[_m.AlignmentRule]
    """The rules."""
    mode: _m.AlignmentMode | None = None
    """Whether bad answers are withheld or only reported. Default `audit`."""
    instruct: bool | None = None
    """Tells the model the rules beforehand. Default true."""
    max_retries: int | None = None
    """How often a bad answer is tried again. Default 1."""
    threshold: float | None = None
    """Probability from which a rule counts as broken, 0.01 to 1. Default 0.7."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "rules": "rules",
            "mode": "mode",
            "instruct": "instruct",
            "max_retries": "max_retries",
            "threshold": "threshold",
        },
        scalars=(
            "id",
            "mode",
            "instruct",
            "max_retries",
            "threshold",
        ),
        required=("rules",),
        tag=(
            "id",
            "alignment",
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
        v = get("rules")
        if v.__class__ is list:
            read_rules: list[Any] = []
            for i in v:
                read_rules.append(_m.AlignmentRule.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.rules = read_rules
        else:
            self.rules = [] if v is None else copy_json(v)
        self.mode = get("mode")
        self.instruct = get("instruct")
        self.max_retries = get("max_retries")
        self.threshold = get("threshold")
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


_KEYS: Final = AlignmentPlugin.wire.keys
