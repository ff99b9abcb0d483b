# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

AvailabilityExclusion = Union[
    Literal[
        "allowed_providers",
        "context_length",
        "data_policy:training",
        "data_policy:zdr",
        "data_region",
        "geo",
        "max_price",
        "quantization",
        "require_parameters",
    ],
    str,
]
