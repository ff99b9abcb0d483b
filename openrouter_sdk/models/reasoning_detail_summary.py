# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ReasoningDetailSummaryTypedDict(TypedDict, total=False):
        """Summary of thoughts that are not shown."""

        type: Required[Literal["reasoning.summary"]]
        """Always `reasoning.summary`."""
        summary: Required[str]
        """The summary."""
        id: str | None
        """Id of the record."""
        format: _m.ReasoningFormat | None
        """The provider's form of the record."""
        index: int
        """Position among the records, from 0; with the type it tells which pieces belong together."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ReasoningDetailSummary(_Model):
    """Summary of thoughts that are not shown."""

    type: Literal["reasoning.summary"] = "reasoning.summary"
    """Always `reasoning.summary`."""
    summary: str
    """The summary."""
    id: str | None = None
    """Id of the record."""
    format: _m.ReasoningFormat | None = None
    """The provider's form of the record."""
    index: int | None = None
    """Position among the records, from 0; with the type it tells which pieces belong together."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "summary": "summary",
            "id": "id",
            "format": "format",
            "index": "index",
        },
        scalars=(
            "type",
            "summary",
            "id",
            "format",
            "index",
        ),
        required=(),
        tag=(
            "type",
            "reasoning.summary",
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
        self.summary = get("summary")
        self.id = get("id")
        self.format = get("format")
        self.index = get("index")
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


_KEYS: Final = ReasoningDetailSummary.wire.keys
