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

    class AABenchmarkEntryTypedDict(TypedDict, total=False):
        """Indices of Artificial Analysis; more is better."""

        intelligence_index: Required[float | None]
        """Index over all tasks."""
        coding_index: Required[float | None]
        """Index over programming tasks."""
        agentic_index: Required[float | None]
        """Index over tasks with tools."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AABenchmarkEntry(_Model):
    """Indices of Artificial Analysis; more is better."""

    intelligence_index: float | None
    """Index over all tasks."""
    coding_index: float | None
    """Index over programming tasks."""
    agentic_index: float | None
    """Index over tasks with tools."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "intelligence_index": "intelligence_index",
            "coding_index": "coding_index",
            "agentic_index": "agentic_index",
        },
        scalars=(
            "intelligence_index",
            "coding_index",
            "agentic_index",
        ),
        required=(
            "intelligence_index",
            "coding_index",
            "agentic_index",
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
        self.intelligence_index = get("intelligence_index")
        self.coding_index = get("coding_index")
        self.agentic_index = get("agentic_index")
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
        if "intelligence_index" not in src_dict:
            marks["intelligence_index"] = False
        if "coding_index" not in src_dict:
            marks["coding_index"] = False
        if "agentic_index" not in src_dict:
            marks["agentic_index"] = False
        return self


_KEYS: Final = AABenchmarkEntry.wire.keys
