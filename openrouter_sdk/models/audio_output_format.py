# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

AudioOutputFormat = Union[
    Literal[
        "flac",
        "mp3",
        "opus",
        "pcm16",
        "wav",
    ],
    str,
]
