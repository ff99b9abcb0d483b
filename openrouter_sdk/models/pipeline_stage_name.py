# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

PipelineStageName = Union[
    Literal[
        "content-filter",
        "context-compression",
        "file-parser",
        "moderation",
        "regex_pi_detection",
        "response-healing",
        "server-tools",
        "web-search",
    ],
    str,
]
