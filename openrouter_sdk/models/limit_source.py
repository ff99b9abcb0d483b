# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

LimitSource = Union[
    Literal[
        "openrouter_credits",
        "openrouter_free_tier_daily",
        "openrouter_in_flight_budget",
        "openrouter_key_limit",
        "upstream_provider_shared_pool",
    ],
    str,
]
