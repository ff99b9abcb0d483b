# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

InFlightBudgetReason = Union[
    Literal[
        "in_flight_budget_exhausted",
        "weight_exceeds_budget",
    ],
    str,
]
