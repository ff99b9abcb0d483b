# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

ServerToolByok = Union[
    Literal[
        "none",
        "optional",
        "required",
    ],
    str,
]
