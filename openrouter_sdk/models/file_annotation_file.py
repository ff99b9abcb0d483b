# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class FileAnnotationFileTypedDict(TypedDict, total=False):
        """A file with its parsed content."""

        hash: Required[str]
        """Hash of the file, by which it is recognised."""
        name: str
        """Name of the file."""
        content: Sequence[_m.FileAnnotationContent | _m.FileAnnotationContentTypedDict]
        """Text and images of the file."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class FileAnnotationFile(_Model):
    """A file with its parsed content."""

    hash: str
    """Hash of the file, by which it is recognised."""
    name: str | None = None
    """Name of the file."""
    content: list[_m.FileAnnotationContent] | None = None
    """Text and images of the file."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "hash": "hash",
            "name": "name",
            "content": "content",
        },
        scalars=(
            "hash",
            "name",
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
        self.hash = get("hash")
        self.name = get("name")
        v = get("content")
        self.content = (
            v
            if v is None
            else [_m.parse_file_annotation_content(i) if i.__class__ is dict else copy_json(i) for i in v]
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


_KEYS: Final = FileAnnotationFile.wire.keys
