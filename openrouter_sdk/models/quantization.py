# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

Quantization = Union[
    Literal[
        "bf16",
        "fp16",
        "fp32",
        "fp4",
        "fp6",
        "fp8",
        "int4",
        "int8",
        "mxfp4",
        "mxfp8",
        "nvfp4",
        "unknown",
    ],
    str,
]
