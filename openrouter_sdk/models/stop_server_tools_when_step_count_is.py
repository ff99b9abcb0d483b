# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class StopServerToolsWhenStepCountIsTypedDict(TypedDict, total=False):
        """Stops after a number of steps."""

        type: Required[Literal["step_count_is"]]
        """Always `step_count_is`."""
        step_count: Required[int]
        """Number of steps."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class StopServerToolsWhenStepCountIs(_Model):
    """Stops after a number of steps."""

    type: Literal["step_count_is"] = "step_count_is"
    """Always `step_count_is`."""
    step_count: int
    """Number of steps."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "step_count": "step_count",
        },
        scalars=(
            "type",
            "step_count",
        ),
        required=(),
        tag=(
            "type",
            "step_count_is",
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
        self.type = get("type")
        self.step_count = get("step_count")
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


_KEYS: Final = StopServerToolsWhenStepCountIs.wire.keys
