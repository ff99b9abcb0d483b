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

    class ContentPartInputVideoTypedDict(TypedDict, total=False):
        """A film."""

        type: Required[Literal["input_video"]]
        """Always `input_video`."""
        input_video: Required[_m.MultimodalMedia | _m.MultimodalMediaTypedDict]
        """The film."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ContentPartInputVideo(_Model):
    """A film."""

    type: Literal["input_video"] = "input_video"
    """Always `input_video`."""
    input_video: _m.MultimodalMedia
    """The film."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "input_video": "input_video",
        },
        scalars=("type",),
        required=("input_video",),
        tag=(
            "type",
            "input_video",
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
        v = get("input_video")
        self.input_video = (
            _m.MultimodalMedia.from_dict(v)
            if v.__class__ is dict
            else _m.MultimodalMedia.from_dict({})
            if v is None
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
        if get("input_video") is None:
            marks["input_video"] = ("input_video" in src_dict, self.input_video)
        return self


_KEYS: Final = ContentPartInputVideo.wire.keys
