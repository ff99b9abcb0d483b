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

    class PercentileThroughputCutoffsTypedDict(TypedDict, total=False):
        """Tokens a second that shares of the requests should reach."""

        p50: float | None
        """Reached by 50 % of the requests."""
        p75: float | None
        """Reached by 75 % of the requests."""
        p90: float | None
        """Reached by 90 % of the requests."""
        p99: float | None
        """Reached by 99 % of the requests."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PercentileThroughputCutoffs(_Model):
    """Tokens a second that shares of the requests should reach."""

    p50: float | None = None
    """Reached by 50 % of the requests."""
    p75: float | None = None
    """Reached by 75 % of the requests."""
    p90: float | None = None
    """Reached by 90 % of the requests."""
    p99: float | None = None
    """Reached by 99 % of the requests."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "p50": "p50",
            "p75": "p75",
            "p90": "p90",
            "p99": "p99",
        },
        scalars=(
            "p50",
            "p75",
            "p90",
            "p99",
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
        self.p50 = get("p50")
        self.p75 = get("p75")
        self.p90 = get("p90")
        self.p99 = get("p99")
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


_KEYS: Final = PercentileThroughputCutoffs.wire.keys
