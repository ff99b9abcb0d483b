# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    ChatAnnotation = Union[
        "_m.UrlCitationAnnotation", "_m.FileAnnotation", "_m.LegacyFileAnnotation", "_m.UnknownModel"
    ]
    """A source or a parsed file; `type` decides."""
    ChatAnnotationTypedDict = Union[
        "_m.UrlCitationAnnotationTypedDict",
        "_m.FileAnnotationTypedDict",
        "_m.LegacyFileAnnotationTypedDict",
    ]

parse_chat_annotation: Dispatch[ChatAnnotation] = Dispatch(
    _m,
    "type",
    {
        "url_citation": "UrlCitationAnnotation",
        "file": "FileAnnotation",
        "file_annotation": "LegacyFileAnnotation",
    },
    None,
)
"""Read a ChatAnnotation by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "ChatAnnotation":
            return parse_chat_annotation.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
