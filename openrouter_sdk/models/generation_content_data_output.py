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

    class GenerationContentDataOutputTypedDict(TypedDict, total=False):
        """What was answered."""

        completion: Required[str | None]
        """Text of the answer."""
        reasoning: Required[str | None]
        """Text of the reasoning."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class GenerationContentDataOutput(_Model):
    """What was answered."""

    completion: str | None
    """Text of the answer."""
    reasoning: str | None
    """Text of the reasoning."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "completion": "completion",
            "reasoning": "reasoning",
        },
        scalars=(
            "completion",
            "reasoning",
        ),
        required=(
            "completion",
            "reasoning",
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
        self.completion = get("completion")
        self.reasoning = get("reasoning")
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
        if "completion" not in src_dict:
            marks["completion"] = False
        if "reasoning" not in src_dict:
            marks["reasoning"] = False
        return self


_KEYS: Final = GenerationContentDataOutput.wire.keys
