# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

ReasoningFormat = Union[
    Literal[
        "anthropic-claude-v1",
        "azure-openai-responses-v1",
        "bedrock-openai-responses-v1",
        "bedrock-xai-responses-v1",
        "google-gemini-v1",
        "meta-responses-v1",
        "openai-responses-v1",
        "unknown",
        "xai-responses-v1",
    ],
    str,
]
