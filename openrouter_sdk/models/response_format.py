# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    ResponseFormat = Union[
        "_m.ChatFormatTextConfig",
        "_m.FormatJSONObjectConfig",
        "_m.ChatFormatJSONSchemaConfig",
        "_m.ChatFormatGrammarConfig",
        "_m.ChatFormatPythonConfig",
        "_m.UnknownModel",
    ]
    """Form of the answer; `type` decides."""
    ResponseFormatTypedDict = Union[
        "_m.ChatFormatTextConfigTypedDict",
        "_m.FormatJSONObjectConfigTypedDict",
        "_m.ChatFormatJSONSchemaConfigTypedDict",
        "_m.ChatFormatGrammarConfigTypedDict",
        "_m.ChatFormatPythonConfigTypedDict",
    ]

parse_response_format: Dispatch[ResponseFormat] = Dispatch(
    _m,
    "type",
    {
        "text": "ChatFormatTextConfig",
        "json_object": "FormatJSONObjectConfig",
        "json_schema": "ChatFormatJSONSchemaConfig",
        "grammar": "ChatFormatGrammarConfig",
        "python": "ChatFormatPythonConfig",
    },
    None,
)
"""Read a ResponseFormat by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "ResponseFormat":
            return parse_response_format.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
