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

    class SubmitGenerationFeedbackRequestTypedDict(TypedDict, total=False):
        """A complaint about a generation."""

        generation_id: Required[str]
        """Id of the generation, `gen-...`."""
        category: Required[_m.FeedbackCategory]
        """What was wrong."""
        comment: str
        """More about it, up to 1000 characters."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SubmitGenerationFeedbackRequest(_Model):
    """A complaint about a generation."""

    generation_id: str
    """Id of the generation, `gen-...`."""
    category: _m.FeedbackCategory
    """What was wrong."""
    comment: str | None = None
    """More about it, up to 1000 characters."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "generation_id": "generation_id",
            "category": "category",
            "comment": "comment",
        },
        scalars=(
            "generation_id",
            "category",
            "comment",
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
        self.generation_id = get("generation_id")
        self.category = get("category")
        self.comment = get("comment")
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


_KEYS: Final = SubmitGenerationFeedbackRequest.wire.keys
