"""JSON text as the wire has it: UTF-8, compact, no NaN."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NoReturn, TypeGuard

_SEPARATORS = (",", ":")


def dump_bytes(value: Any) -> bytes:
    """``value`` as compact JSON in UTF-8; lone surrogates, which UTF-8 cannot hold, are written as escapes."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=_SEPARATORS).encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=_SEPARATORS).encode()


def load_strict(data: bytes) -> Any:
    """Parse JSON text and refuse the ``NaN`` and ``Infinity`` that Python would take.

    Raises:
        ValueError: when the bytes are not JSON (bad UTF-8 included), or nested too deeply to be read.
    """
    try:
        return json.loads(data, parse_constant=_refuse_constant)
    except RecursionError as fault:
        raise ValueError("it is nested too deeply") from fault


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Whether a JSON value is an array."""
    return isinstance(value, list)


def path_text(path: Iterable[str | int]) -> str:
    """A path as it is written in code: ``messages[0].content[1].image_url.url``; ``body`` for the whole."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".") or "body"


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
