"""Request bodies as JSON: what the caller passed, and an error that names the place of what cannot be sent."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..types import Model
from ._json import is_object
from .exceptions import ArgumentError


def encode_body(body: dict[str, Any]) -> bytes:
    """The body as UTF-8 JSON.

    Raises:
        ArgumentError: A NaN, an infinity, a lone surrogate or a reference to itself, with its place.
        TypeError: A value that JSON has no form for, with its place.
    """
    try:
        text = _dumps(body)
    except TypeError:
        raise TypeError(_complaint(body, "cannot be sent as JSON")) from None
    except (ValueError, RecursionError):
        raise ArgumentError(_complaint(body, "holds itself or is nested too deeply")) from None
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _join_surrogates(body, text)


def _dumps(body: dict[str, Any]) -> str:
    return json.dumps(body, default=_plain, allow_nan=False, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    given: Any = value
    if isinstance(value, Mapping):
        return dict(given)
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray, memoryview)):
        return list(given)
    raise TypeError(f"{type(given).__name__} has no JSON form")


def _join_surrogates(body: dict[str, Any], text: str) -> bytes:
    # Two halves of one character, as two pieces of a stream may bring them, are one character
    joined = text.encode("utf-16-le", "surrogatepass")
    try:
        return joined.decode("utf-16-le").encode()
    except UnicodeDecodeError:
        raise ArgumentError(_complaint(body, "holds a lone surrogate, which UTF-8 cannot carry")) from None


def _complaint(body: dict[str, Any], otherwise: str) -> str:
    """What is wrong and where; found by walking the body once more."""
    for path, problem in _problems(body, "", set()):
        return f"{path} {problem}"
    return f"the request body {otherwise}"


def _problems(value: Any, path: str, above: set[int]) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if not _encodable(value):
            yield path, "holds a lone surrogate, which cannot be sent"
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield path, f"is {value!r}, which JSON has no form for"
    elif value is not None and not isinstance(value, int):
        yield from _container_problems(value, path, above)


def _container_problems(value: Any, path: str, above: set[int]) -> Iterator[tuple[str, str]]:
    if id(value) in above:
        yield path, "holds itself"
        return
    if len(above) > 500:
        yield path, "is nested too deeply"
        return
    try:
        plain: Any = value if value.__class__ in (dict, list, tuple) else _plain(value)
    except TypeError:
        yield path, f"is a {type(value).__name__}, which has no JSON form"
        return
    below = {*above, id(value)}
    if is_object(plain):
        for key, item in plain.items():
            yield from _key_problems(key, path)
            yield from _problems(item, f"{path}.{key}" if path else str(key), below)
    else:
        for index, item in enumerate(plain):
            yield from _problems(item, f"{path}[{index}]", below)


def _key_problems(key: object, path: str) -> Iterator[tuple[str, str]]:
    if not isinstance(key, (str, int, float, type(None))):
        yield path, f"has the key {key!r}, which is no text"
    elif isinstance(key, str) and not _encodable(key):
        yield path, "has a key with a lone surrogate, which cannot be sent"


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return False
    return True
