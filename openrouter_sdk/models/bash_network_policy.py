# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    BashNetworkPolicy = Union["_m.BashNetworkDisabled", "_m.BashNetworkAllowlist", "_m.UnknownModel"]
    """What a container may reach; `type` decides."""
    BashNetworkPolicyTypedDict = Union[
        "_m.BashNetworkDisabledTypedDict",
        "_m.BashNetworkAllowlistTypedDict",
    ]

parse_bash_network_policy: Dispatch[BashNetworkPolicy] = Dispatch(
    _m,
    "type",
    {
        "disabled": "BashNetworkDisabled",
        "allowlist": "BashNetworkAllowlist",
    },
    None,
)
"""Read a BashNetworkPolicy by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "BashNetworkPolicy":
            return parse_bash_network_policy.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
