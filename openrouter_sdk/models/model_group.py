# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

ModelGroup = Union[
    Literal[
        "Claude",
        "Cohere",
        "DeepSeek",
        "GPT",
        "Gemini",
        "Gemma",
        "Grok",
        "Llama2",
        "Llama3",
        "Llama4",
        "Media",
        "Mistral",
        "Nova",
        "Other",
        "PaLM",
        "Qwen",
        "Qwen3",
        "RWKV",
        "Router",
        "Yi",
    ],
    str,
]
