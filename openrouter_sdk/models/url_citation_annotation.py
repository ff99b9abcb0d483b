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

    class UrlCitationAnnotationTypedDict(TypedDict, total=False):
        """A web page the answer rests on."""

        type: Required[Literal["url_citation"]]
        """Always `url_citation`."""
        url_citation: Required[_m.UrlCitation | _m.UrlCitationTypedDict]
        """The page."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UrlCitationAnnotation(_Model):
    """A web page the answer rests on."""

    type: Literal["url_citation"] = "url_citation"
    """Always `url_citation`."""
    url_citation: _m.UrlCitation
    """The page."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "url_citation": "url_citation",
        },
        scalars=("type",),
        required=("url_citation",),
        tag=(
            "type",
            "url_citation",
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
        v = get("url_citation")
        self.url_citation = (
            _m.UrlCitation.from_dict(v)
            if v.__class__ is dict
            else _m.UrlCitation.from_dict({})
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
        if get("url_citation") is None:
            marks["url_citation"] = ("url_citation" in src_dict, self.url_citation)
        return self


_KEYS: Final = UrlCitationAnnotation.wire.keys
