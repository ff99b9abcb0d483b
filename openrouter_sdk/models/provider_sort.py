# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

ProviderSort = Union[
    Literal[
        "exacto",
        "latency",
        "price",
        "throughput",
    ],
    str,
]
