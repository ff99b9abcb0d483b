# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

WebSearchMode = Union[
    Literal[
        "advanced",
        "auto",
        "basic",
        "deep",
        "deep-lite",
        "deep-reasoning",
        "fast",
        "instant",
        "turbo",
    ],
    str,
]
