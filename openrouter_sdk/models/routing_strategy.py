# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

RoutingStrategy = Union[
    Literal[
        "alias",
        "auto",
        "bodybuilder",
        "direct",
        "fallback",
        "free",
        "fusion",
        "latest",
        "pareto",
    ],
    str,
]
