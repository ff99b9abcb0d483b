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

    class TraceConfigTypedDict(TypedDict, total=False):
        """Data for connected observability tools. Other keys are passed on as they are."""

        trace_id: str
        """Groups requests into one trace."""
        trace_name: str
        """Name of the trace."""
        span_name: str
        """Name of the step this request belongs to."""
        generation_name: str
        """Name of this request inside the trace."""
        parent_span_id: str
        """Id of the step above, if your own tracing has one."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TraceConfig(_Model):
    """Data for connected observability tools. Other keys are passed on as they are."""

    trace_id: str | None = None
    """Groups requests into one trace."""
    trace_name: str | None = None
    """Name of the trace."""
    span_name: str | None = None
    """Name of the step this request belongs to."""
    generation_name: str | None = None
    """Name of this request inside the trace."""
    parent_span_id: str | None = None
    """Id of the step above, if your own tracing has one."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "trace_id": "trace_id",
            "trace_name": "trace_name",
            "span_name": "span_name",
            "generation_name": "generation_name",
            "parent_span_id": "parent_span_id",
        },
        scalars=(
            "trace_id",
            "trace_name",
            "span_name",
            "generation_name",
            "parent_span_id",
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
        self.trace_id = get("trace_id")
        self.trace_name = get("trace_name")
        self.span_name = get("span_name")
        self.generation_name = get("generation_name")
        self.parent_span_id = get("parent_span_id")
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


_KEYS: Final = TraceConfig.wire.keys
