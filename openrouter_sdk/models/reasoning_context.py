# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

ReasoningContext = Union[
    Literal[
        "all_turns",
        "auto",
        "current_turn",
    ],
    str,
]
