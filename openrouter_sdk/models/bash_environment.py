# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    BashEnvironment = Union["_m.BashContainerAuto", "_m.BashContainerReference", "_m.UnknownModel"]
    """Container of a shell; `type` decides."""
    BashEnvironmentTypedDict = Union[
        "_m.BashContainerAutoTypedDict",
        "_m.BashContainerReferenceTypedDict",
    ]

parse_bash_environment: Dispatch[BashEnvironment] = Dispatch(
    _m,
    "type",
    {
        "container_auto": "BashContainerAuto",
        "container_reference": "BashContainerReference",
    },
    None,
)
"""Read a BashEnvironment by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "BashEnvironment":
            return parse_bash_environment.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
