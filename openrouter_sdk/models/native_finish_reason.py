# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

NativeFinishReason = Union[
    Literal[
        "MALFORMED_FUNCTION_CALL",
        "MAX_TOKENS",
        "STOP",
        "completed",
        "end_turn",
        "length",
        "max_output_tokens",
        "stop",
        "tool_calls",
        "tool_use",
    ],
    str,
]
