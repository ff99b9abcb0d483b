# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

UtcDay = Union[
    Literal[
        "friday",
        "monday",
        "saturday",
        "sunday",
        "thursday",
        "tuesday",
        "wednesday",
    ],
    str,
]
