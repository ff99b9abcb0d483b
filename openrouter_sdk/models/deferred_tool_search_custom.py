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

    class DeferredToolSearchCustomTypedDict(TypedDict, total=False):
        """Search by a tool of yours."""

        type: Required[Literal["custom"]]
        """Always `custom`."""
        tool_id: Required[str]
        """The tool that searches."""
        result_key: Required[str]
        """Key of its result that holds the found tools."""
        max_results: int
        """Tools to find."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DeferredToolSearchCustom(_Model):
    """Search by a tool of yours."""

    type: Literal["custom"] = "custom"
    """Always `custom`."""
    tool_id: str
    """The tool that searches."""
    result_key: str
    """Key of its result that holds the found tools."""
    max_results: int | None = None
    """Tools to find."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "tool_id": "tool_id",
            "result_key": "result_key",
            "max_results": "max_results",
        },
        scalars=(
            "type",
            "tool_id",
            "result_key",
            "max_results",
        ),
        required=(),
        tag=(
            "type",
            "custom",
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
        self.tool_id = get("tool_id")
        self.result_key = get("result_key")
        self.max_results = get("max_results")
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


_KEYS: Final = DeferredToolSearchCustom.wire.keys
