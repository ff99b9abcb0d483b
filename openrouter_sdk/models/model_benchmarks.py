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

    class ModelBenchmarksTypedDict(TypedDict, total=False):
        """What others measured of a model."""

        artificial_analysis: _m.AABenchmarkEntry | _m.AABenchmarkEntryTypedDict
        """Indices of Artificial Analysis."""
        design_arena: Required[Sequence[_m.DABenchmarkEntry | _m.DABenchmarkEntryTypedDict]]
        """Places in the Design Arena, one entry an arena and category."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ModelBenchmarks(_Model):
    """What others measured of a model."""

    artificial_analysis: _m.AABenchmarkEntry | None = None
    """Indices of Artificial Analysis."""
    design_arena: list[_m.DABenchmarkEntry]
    """Places in the Design Arena, one entry an arena and category."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "artificial_analysis": "artificial_analysis",
            "design_arena": "design_arena",
        },
        scalars=(),
        required=("design_arena",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        v = get("artificial_analysis")
        self.artificial_analysis = (
            v if v is None else _m.AABenchmarkEntry.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("design_arena")
        if v.__class__ is list:
            read_design_arena: list[Any] = []
            for i in v:
                read_design_arena.append(_m.DABenchmarkEntry.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.design_arena = read_design_arena
        else:
            self.design_arena = [] if v is None else copy_json(v)
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
        if get("design_arena") is None:
            marks["design_arena"] = ("design_arena" in src_dict, self.design_arena)
        return self


_KEYS: Final = ModelBenchmarks.wire.keys
