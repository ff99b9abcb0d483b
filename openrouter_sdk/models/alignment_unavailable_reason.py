# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

AlignmentUnavailableReason = Union[
    Literal[
        "cut",
        "evaluator_error",
        "malformed_answer",
        "time_limit",
    ],
    str,
]
