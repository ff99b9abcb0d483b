"""JSON of unknown shape: parsed, written, searched and masked without ever raising."""

from __future__ import annotations

import json
from typing import Any, TypeGuard

from .text import mask_secrets

THINKING_PARTS = ("thinking", "reasoning")
"""Types of content parts that hold thoughts, under a key of the same name."""


def parse_json(text: str) -> Any:
    """The parsed JSON, or None when the text is not JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def to_json_text(value: Any) -> str | None:
    """Compact JSON of a value, or None when it cannot be written."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    except (ValueError, TypeError, RecursionError):
        return None


def mask_json(value: Any) -> Any:
    """The same JSON value with credentials masked in every string; the value itself when it holds none.

    A value that is too deeply nested to be searched is replaced by None.
    """
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return mask_secrets(value)
    text = to_json_text(value)
    if text is None:
        return None
    masked = mask_secrets(text)
    return value if masked == text else parse_json(masked)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a JSON value is a list."""
    return isinstance(value, list)


def as_object(value: object) -> dict[str, Any]:
    """The value if it is an object, else an empty one."""
    return value if is_object(value) else {}


def as_list(value: object) -> list[Any]:
    """The value if it is a list, else an empty one."""
    return value if is_list(value) else []
