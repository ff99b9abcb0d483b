# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class UrlCitationTypedDict(TypedDict, total=False):
        """A web page and the part of the answer it supports."""

        url: Required[str]
        """Address of the page."""
        title: str
        """Title of the page; may be empty."""
        content: str
        """Excerpt of the page; often absent."""
        start_index: int
        """First character of the supported text; often 0."""
        end_index: int
        """End of the supported text; often 0."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UrlCitation(_Model):
    """A web page and the part of the answer it supports."""

    url: str
    """Address of the page."""
    title: str | None = None
    """Title of the page; may be empty."""
    content: str | None = None
    """Excerpt of the page; often absent."""
    start_index: int | None = None
    """First character of the supported text; often 0."""
    end_index: int | None = None
    """End of the supported text; often 0."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "url": "url",
            "title": "title",
            "content": "content",
            "start_index": "start_index",
            "end_index": "end_index",
        },
        scalars=(
            "url",
            "title",
            "content",
            "start_index",
            "end_index",
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
        self.title = get("title")
        self.content = get("content")
        self.start_index = get("start_index")
        self.end_index = get("end_index")
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


_KEYS: Final = UrlCitation.wire.keys
