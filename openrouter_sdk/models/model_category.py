# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

ModelCategory = Union[
    Literal[
        "academia",
        "finance",
        "health",
        "legal",
        "marketing",
        "marketing/seo",
        "programming",
        "roleplay",
        "science",
        "technology",
        "translation",
        "trivia",
    ],
    str,
]
