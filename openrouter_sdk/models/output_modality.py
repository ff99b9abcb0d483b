# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

OutputModality = Union[
    Literal[
        "audio",
        "decisions",
        "embeddings",
        "image",
        "rerank",
        "speech",
        "text",
        "transcription",
        "video",
    ],
    str,
]
