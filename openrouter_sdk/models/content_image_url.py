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

    class ContentImageURLTypedDict(TypedDict, total=False):
        """A picture."""

        type: Required[Literal["image_url"]]
        """Always `image_url`."""
        image_url: Required[_m.ImageURL | _m.ImageURLTypedDict]
        """Where it is."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ContentImageURL(_Model):
    """A picture."""

    type: Literal["image_url"] = "image_url"
    """Always `image_url`."""
    image_url: _m.ImageURL
    """Where it is."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "image_url": "image_url",
        },
        scalars=("type",),
        required=("image_url",),
        tag=(
            "type",
            "image_url",
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
        v = get("image_url")
        self.image_url = (
            _m.ImageURL.from_dict(v)
            if v.__class__ is dict
            else _m.ImageURL.from_dict({})
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
        if get("image_url") is None:
            marks["image_url"] = ("image_url" in src_dict, self.image_url)
        return self


_KEYS: Final = ContentImageURL.wire.keys
