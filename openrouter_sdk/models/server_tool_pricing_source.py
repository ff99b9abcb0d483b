# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

ServerToolPricingSource = Union[
    Literal[
        "byok",
        "none",
        "openrouter",
        "provider",
    ],
    str,
]
