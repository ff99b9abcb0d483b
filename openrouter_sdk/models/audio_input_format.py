# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

AudioInputFormat = Union[
    Literal[
        "aac",
        "aiff",
        "flac",
        "m4a",
        "mp3",
        "ogg",
        "pcm16",
        "pcm24",
        "wav",
    ],
    str,
]
