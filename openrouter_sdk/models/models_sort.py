# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

ModelsSort = Union[
    Literal[
        "agentic-high-to-low",
        "coding-high-to-low",
        "context-high-to-low",
        "design-arena-elo-high-to-low",
        "intelligence-high-to-low",
        "latency-low-to-high",
        "most-popular",
        "newest",
        "pricing-high-to-low",
        "pricing-low-to-high",
        "throughput-high-to-low",
        "top-weekly",
    ],
    str,
]
