# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

AlignmentWatch = Union[
    Literal[
        "audio",
        "content",
        "images",
        "refusal",
        "tool_calls",
    ],
    str,
]
