# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

ArmorOutputMode = Union[
    Literal[
        "claude_code_compatibility",
        "custom_item",
        "text",
    ],
    str,
]
