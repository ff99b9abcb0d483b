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

    class PipelineStageTypedDict(TypedDict, total=False):
        """Something that worked on a request or an answer."""

        type: Required[_m.PipelineStageType]
        """Kind of stage."""
        name: Required[_m.PipelineStageName]
        """Name of the stage."""
        summary: str
        """What it did, in words."""
        data: Mapping[str, Any]
        """What it did, as data; each stage has its own keys."""
        cost_usd: float | None
        """What it cost, in USD."""
        guardrail_id: str
        """Id of the guardrail."""
        guardrail_scope: str
        """Whom the guardrail applies to."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PipelineStage(_Model):
    """Something that worked on a request or an answer."""

    type: _m.PipelineStageType
    """Kind of stage."""
    name: _m.PipelineStageName
    """Name of the stage."""
    summary: str | None = None
    """What it did, in words."""
    data: dict[str, Any] | None = None
    """What it did, as data; each stage has its own keys."""
    cost_usd: float | None = None
    """What it cost, in USD."""
    guardrail_id: str | None = None
    """Id of the guardrail."""
    guardrail_scope: str | None = None
    """Whom the guardrail applies to."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "name": "name",
            "summary": "summary",
            "data": "data",
            "cost_usd": "cost_usd",
            "guardrail_id": "guardrail_id",
            "guardrail_scope": "guardrail_scope",
        },
        scalars=(
            "type",
            "name",
            "summary",
            "cost_usd",
            "guardrail_id",
            "guardrail_scope",
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
        self.type = get("type")
        self.name = get("name")
        self.summary = get("summary")
        v = get("data")
        self.data = v if v is None else copy_json(v)
        self.cost_usd = get("cost_usd")
        self.guardrail_id = get("guardrail_id")
        self.guardrail_scope = get("guardrail_scope")
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


_KEYS: Final = PipelineStage.wire.keys
