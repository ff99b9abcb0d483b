# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

APIType = Union[
    Literal[
        "completions",
        "decisions",
        "embeddings",
        "image",
        "rerank",
        "stt",
        "tts",
        "video",
    ],
    str,
]
