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

    class ChatContentVideoTypedDict(TypedDict, total=False):
        """A video to watch."""

        type: Required[Literal["video_url"]]
        """Always `video_url`."""
        video_url: Required[_m.ChatContentVideoInput | _m.ChatContentVideoInputTypedDict]
        """Where the video is."""
        cache_control: _m.ChatContentCacheControl | _m.ChatContentCacheControlTypedDict
        """Caches the prompt up to this part."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatContentVideo(_Model):
    """A video to watch."""

    type: Literal["video_url"] = "video_url"
    """Always `video_url`."""
    video_url: _m.ChatContentVideoInput
    """Where the video is."""
    cache_control: _m.ChatContentCacheControl | None = None
    """Caches the prompt up to this part."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "video_url": "video_url",
            "cache_control": "cache_control",
        },
        scalars=("type",),
        required=("video_url",),
        tag=(
            "type",
            "video_url",
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
        v = get("video_url")
        self.video_url = (
            _m.ChatContentVideoInput.from_dict(v)
            if v.__class__ is dict
            else _m.ChatContentVideoInput.from_dict({})
            if v is None
            else copy_json(v)
        )
        v = get("cache_control")
        self.cache_control = (
            v if v is None else _m.ChatContentCacheControl.from_dict(v) if v.__class__ is dict else copy_json(v)
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
        if get("video_url") is None:
            marks["video_url"] = ("video_url" in src_dict, self.video_url)
        return self


_KEYS: Final = ChatContentVideo.wire.keys
