# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

AvailabilityCode = Union[
    Literal[
        "capacity_exhausted",
        "constraint_filtered",
        "free_variant_ended",
        "model_deprecated",
        "model_not_found",
        "model_unavailable_upstream",
        "no_endpoints",
        "privacy_restricted",
        "region_restricted",
        "temporarily_unavailable",
        "wrong_endpoint",
    ],
    str,
]
