# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    FileAnnotationContent = Union["_m.ChatContentText", "_m.ChatContentImage", "_m.UnknownModel"]
    """Part of a parsed file; `type` decides."""
    FileAnnotationContentTypedDict = Union[
        "_m.ChatContentTextTypedDict",
        "_m.ChatContentImageTypedDict",
    ]

parse_file_annotation_content: Dispatch[FileAnnotationContent] = Dispatch(
    _m,
    "type",
    {
        "text": "ChatContentText",
        "image_url": "ChatContentImage",
    },
    None,
)
"""Read a FileAnnotationContent by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "FileAnnotationContent":
            return parse_file_annotation_content.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
