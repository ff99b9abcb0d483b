# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class WorkloadPerformanceTypedDict(TypedDict, total=False):
        """How an endpoint did at one kind of work."""

        request_count: Required[int | None]
        """Requests that were counted."""
        latency: Required[_m.PercentileStats | _m.PercentileStatsTypedDict | None]
        """Milliseconds to the first token."""
        throughput: Required[_m.PercentileStats | _m.PercentileStatsTypedDict | None]
        """Tokens of output a second."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class WorkloadPerformance(_Model):
    """How an endpoint did at one kind of work."""

    request_count: int | None
    """Requests that were counted."""
    latency: _m.PercentileStats | None
    """Milliseconds to the first token."""
    throughput: _m.PercentileStats | None
    """Tokens of output a second."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "request_count": "request_count",
            "latency": "latency",
            "throughput": "throughput",
        },
        scalars=("request_count",),
        required=(
            "request_count",
            "latency",
            "throughput",
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
        self.request_count = get("request_count")
        v = get("latency")
        self.latency = v if v is None else _m.PercentileStats.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("throughput")
        self.throughput = v if v is None else _m.PercentileStats.from_dict(v) if v.__class__ is dict else copy_json(v)
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
        if "request_count" not in src_dict:
            marks["request_count"] = False
        if "latency" not in src_dict:
            marks["latency"] = False
        if "throughput" not in src_dict:
            marks["throughput"] = False
        return self


_KEYS: Final = WorkloadPerformance.wire.keys
