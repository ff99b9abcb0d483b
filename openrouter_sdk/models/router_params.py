# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import TypedDict

    class RouterParamsTypedDict(TypedDict, total=False):
        """Settings of the router. Other keys occur."""

        quality_floor: float
        """Least quality."""
        throughput_floor: float
        """Least speed, in tokens a second."""
        version_group: str
        """Group of model versions."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class RouterParams(_Model):
    """Settings of the router. Other keys occur."""

    quality_floor: float | None = None
    """Least quality."""
    throughput_floor: float | None = None
    """Least speed, in tokens a second."""
    version_group: str | None = None
    """Group of model versions."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "quality_floor": "quality_floor",
            "throughput_floor": "throughput_floor",
            "version_group": "version_group",
        },
        scalars=(
            "quality_floor",
            "throughput_floor",
            "version_group",
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
        self.quality_floor = get("quality_floor")
        self.throughput_floor = get("throughput_floor")
        self.version_group = get("version_group")
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


_KEYS: Final = RouterParams.wire.keys
