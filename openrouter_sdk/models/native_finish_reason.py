# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

NativeFinishReason = Union[
    Literal[
        "completed",
        "end_turn",
        "length",
        "MALFORMED_FUNCTION_CALL",
        "max_output_tokens",
        "MAX_TOKENS",
        "stop",
        "STOP",
        "tool_calls",
        "tool_use",
    ],
    str,
]
