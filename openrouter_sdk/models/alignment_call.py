# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    AlignmentCall = Union[
        "_m.AlignmentCallAllowed", "_m.AlignmentCallBlocked", "_m.AlignmentCallUnavailable", "_m.UnknownModel"
    ]
    """Verdict on one attempt; `outcome` decides."""
    AlignmentCallTypedDict = Union[
        "_m.AlignmentCallAllowedTypedDict",
        "_m.AlignmentCallBlockedTypedDict",
        "_m.AlignmentCallUnavailableTypedDict",
    ]

parse_alignment_call: Dispatch[AlignmentCall] = Dispatch(
    _m,
    "outcome",
    {
        "allowed": "AlignmentCallAllowed",
        "blocked": "AlignmentCallBlocked",
        "unavailable": "AlignmentCallUnavailable",
    },
    None,
)
"""Read a AlignmentCall by its `outcome`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "AlignmentCall":
            return parse_alignment_call.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
