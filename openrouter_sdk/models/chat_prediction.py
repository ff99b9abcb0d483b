# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import ATOMS, NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ChatPredictionTypedDict(TypedDict, total=False):
        """Text that the answer is expected to repeat for the most part."""

        type: Required[Literal["content"]]
        """Always `content`."""
        content: Required[str | Sequence[_m.ChatContentText | _m.ChatContentTextTypedDict]]
        """The expected text, whole or in parts."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatPrediction(_Model):
    """Text that the answer is expected to repeat for the most part."""

    type: Literal["content"] = "content"
    """Always `content`."""
    content: str | list[_m.ChatContentText]
    """The expected text, whole or in parts."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "content": "content",
        },
        scalars=("type",),
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
        v = get("content")
        self.content = (
            v
            if v.__class__ in ATOMS
            else [_m.ChatContentText.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
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


_KEYS: Final = ChatPrediction.wire.keys
