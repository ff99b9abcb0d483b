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

    class ToolChoiceSupportTypedDict(TypedDict, total=False):
        """Values of `tool_choice` that an endpoint knows."""

        auto: Required[bool]
        """Whether `auto` works."""
        none: Required[bool]
        """Whether `none` works."""
        required: Required[bool]
        """Whether `required` works."""
        function: Required[bool]
        """Whether a named function works."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ToolChoiceSupport(_Model):
    """Values of `tool_choice` that an endpoint knows."""

    auto: bool
    """Whether `auto` works."""
    none: bool
    """Whether `none` works."""
    required: bool
    """Whether `required` works."""
    function: bool
    """Whether a named function works."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "auto": "auto",
            "none": "none",
            "required": "required",
            "function": "function",
        },
        scalars=(
            "auto",
            "none",
            "required",
            "function",
        ),
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
        self.auto = get("auto")
        self.none = get("none")
        self.required = get("required")
        self.function = get("function")
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


_KEYS: Final = ToolChoiceSupport.wire.keys
