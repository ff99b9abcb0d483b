# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

ChatFinishReason = Union[
    Literal[
        "content_filter",
        "end_turn",
        "error",
        "length",
        "stop",
        "tool_calls",
    ],
    str,
]
