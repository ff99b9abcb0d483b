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

    class FileParserPluginTypedDict(TypedDict, total=False):
        """Turns documents into text for models that cannot read them."""

        id: Required[Literal["file-parser"]]
        """Always `file-parser`."""
        enabled: bool
        """False switches the plugin off for this request. Default true."""
        pdf: _m.FileParserPdf | _m.FileParserPdfTypedDict
        """Settings for PDF files."""
        max_files: int
        """Most files to parse."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class FileParserPlugin(_Model):
    """Turns documents into text for models that cannot read them."""

    id: Literal["file-parser"] = "file-parser"
    """Always `file-parser`."""
    enabled: bool | None = None
    """False switches the plugin off for this request. Default true."""
    pdf: _m.FileParserPdf | None = None
    """Settings for PDF files."""
    max_files: int | None = None
    """Most files to parse."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "enabled": "enabled",
            "pdf": "pdf",
            "max_files": "max_files",
        },
        scalars=(
            "id",
            "enabled",
            "max_files",
        ),
        required=(),
        tag=(
            "id",
            "file-parser",
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
        self.id = get("id")
        self.enabled = get("enabled")
        v = get("pdf")
        self.pdf = v if v is None else _m.FileParserPdf.from_dict(v) if v.__class__ is dict else copy_json(v)
        self.max_files = get("max_files")
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


_KEYS: Final = FileParserPlugin.wire.keys
