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

    class ChatContentVideoInputTypedDict(TypedDict, total=False):
        """Where a video is and how to watch it."""

        url: Required[str]
        """An https URL, or a base64 data URL (`data:video/...;base64,`) of type video/mp4, video/mpeg, video/mov
        or video/webm. Which of the two works depends on the provider."""
        processing: _m.VideoProcessing
        """How the video is read."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatContentVideoInput(_Model):
    """Where a video is and how to watch it."""

    url: str
    """An https URL, or a base64 data URL (`data:video/...;base64,`) of type video/mp4, video/mpeg, video/mov or
    video/webm. Which of the two works depends on the provider."""
    processing: _m.VideoProcessing | None = None
    """How the video is read."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "url": "url",
            "processing": "processing",
        },
        scalars=(
            "url",
            "processing",
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
        self.url = get("url")
        self.processing = get("processing")
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


_KEYS: Final = ChatContentVideoInput.wire.keys
