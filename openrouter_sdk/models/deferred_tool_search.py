# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    DeferredToolSearch = Union[
        "_m.DeferredToolSearchBm25", "_m.DeferredToolSearchRegex", "_m.DeferredToolSearchCustom", "_m.UnknownModel"
    ]
    """A way to search tools; `type` decides."""
    DeferredToolSearchTypedDict = Union[
        "_m.DeferredToolSearchBm25TypedDict",
        "_m.DeferredToolSearchRegexTypedDict",
        "_m.DeferredToolSearchCustomTypedDict",
    ]

parse_deferred_tool_search: Dispatch[DeferredToolSearch] = Dispatch(
    _m,
    "type",
    {
        "bm25": "DeferredToolSearchBm25",
        "regex": "DeferredToolSearchRegex",
        "custom": "DeferredToolSearchCustom",
    },
    None,
)
"""Read a DeferredToolSearch by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "DeferredToolSearch":
            return parse_deferred_tool_search.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
