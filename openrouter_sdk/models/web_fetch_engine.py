# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

WebFetchEngine = Union[
    Literal[
        "auto",
        "exa",
        "firecrawl",
        "native",
        "openrouter",
        "parallel",
    ],
    str,
]
