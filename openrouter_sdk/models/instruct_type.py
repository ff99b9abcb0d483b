# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

InstructType = Union[
    Literal[
        "airoboros",
        "alpaca",
        "alpaca-modif",
        "chatml",
        "claude",
        "code-llama",
        "deepseek-r1",
        "deepseek-v3.1",
        "gemma",
        "llama2",
        "llama3",
        "mistral",
        "nemotron",
        "neural",
        "none",
        "openchat",
        "phi3",
        "qwen3",
        "qwq",
        "rwkv",
        "vicuna",
        "zephyr",
    ],
    str,
]
