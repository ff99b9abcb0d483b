# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

PipelineStageType = Union[
    Literal[
        "context_compression",
        "guardrail",
        "plugin",
        "response_healing",
        "server_tools",
    ],
    str,
]
