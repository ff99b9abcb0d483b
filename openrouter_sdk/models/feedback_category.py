# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

FeedbackCategory = Union[
    Literal[
        "api_error",
        "billing",
        "formatting",
        "incoherence",
        "incorrect_response",
        "latency",
        "other",
    ],
    str,
]
