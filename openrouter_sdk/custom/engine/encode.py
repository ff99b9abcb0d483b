"""Request bodies as JSON: what the caller passed, and an error that names the place of what cannot be sent."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, NamedTuple

from openrouter_sdk.types import Model

from ..errors import ArgumentError, bounded

_MAX_DEPTH = 500
_MAX_PATH_CHARS = 200


def encode_value(name: str, value: Any) -> bytes:
    """One field as UTF-8 JSON; see `encode_body`."""
    return encode_body({name: value})[len(encode_body({name: None})) - len("null}") : -1]


def encode_body(body: dict[str, Any]) -> bytes:
    """The body as UTF-8 JSON.

    Raises:
        ArgumentError: A NaN, an infinity, a lone surrogate or a reference to itself, with its place.
        TypeError: A value that JSON has no form for, with its place.
    """
    try:
        text = _ENCODER.encode(body)
    except TypeError:
        raise TypeError(_complaint(body, "cannot be sent as JSON")) from None
    except (ValueError, RecursionError):
        raise ArgumentError(_complaint(body, "holds itself or is nested too deeply")) from None
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _join_surrogates(body, text)


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    given: Any = value
    if isinstance(value, Mapping):
        return dict(given)
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray, memoryview)):
        return list(given)
    raise TypeError  # whose text `_complaint` makes


_ENCODER = json.JSONEncoder(default=_plain, allow_nan=False, ensure_ascii=False, separators=(",", ":"))


def _join_surrogates(body: dict[str, Any], text: str) -> bytes:
    # Two halves of one character, as two pieces of a stream may bring them, are one character
    joined = text.encode("utf-16-le", "surrogatepass")
    try:
        return joined.decode("utf-16-le").encode()
    except UnicodeDecodeError:
        raise ArgumentError(_complaint(body, "holds a lone surrogate, which UTF-8 cannot carry")) from None


def _complaint(body: dict[str, Any], otherwise: str) -> str:
    """What is wrong and where; found by walking the body once more, without recursion: it may be nested too deeply."""
    pending = [_Place(body, "", None, 0)]
    while pending:
        place = pending.pop()
        problem = _problem(place)
        if problem is not None:
            return f"{bounded(place.path, _MAX_PATH_CHARS) or 'the request body'} {problem}"
        pending.extend(reversed(list(_inside(place))))
    return f"the request body {otherwise}"


class _Place(NamedTuple):
    """A value in the body, where it stands, and what holds it."""

    value: Any
    path: str
    above: _Place | None
    depth: int

    def holds_itself(self) -> bool:
        place = self.above
        while place is not None:
            if place.value is self.value:
                return True
            place = place.above
        return False


def _problem(place: _Place) -> str | None:
    value = place.value
    if isinstance(value, str):
        return None if _encodable(value) else "holds a lone surrogate, which cannot be sent"
    if isinstance(value, float):
        return None if math.isfinite(value) else f"is {value!r}, which JSON has no form for"
    if value is None or isinstance(value, int):
        return None if _writable(value) else "is a whole number with more digits than Python writes"
    if place.holds_itself():
        return "holds itself"
    if place.depth > _MAX_DEPTH:
        return "is nested too deeply"
    try:
        plain: Any = _plain(value)
    except TypeError:
        of_file = isinstance(value, (bytes, bytearray, memoryview, PathLike))
        hint = "; content.image(), content.file() and the like make parts of files" if of_file else ""
        return f"is a {type(value).__name__}, which has no JSON form{hint}"
    return _key_problem(plain) if issubclass(type(plain), dict) else None


def _key_problem(value: Iterable[object]) -> str | None:
    for key in value:
        if not isinstance(key, (str, int, float, type(None))):
            return f"has the key {key!r}, which is no text"
        if isinstance(key, str) and not _encodable(key):
            return "has a key with a lone surrogate, which cannot be sent"
        if isinstance(key, float) and not math.isfinite(key):
            return f"has the key {key!r}, which JSON has no form for"
        if isinstance(key, int) and not _writable(key):
            return "has a key with more digits than Python writes"
    return None


def _inside(place: _Place) -> Iterator[_Place]:
    if place.value is None or isinstance(place.value, (str, int, float)):
        return
    plain: Any = _plain(place.value)
    if issubclass(type(plain), dict):
        for key, item in plain.items():
            yield _Place(item, f"{place.path}.{key}" if place.path else str(key), place, place.depth + 1)
    else:
        for index, item in enumerate(plain):
            yield _Place(item, f"{place.path}[{index}]", place, place.depth + 1)


def _writable(number: int | None) -> bool:
    try:
        str(number)
    except ValueError:
        return False
    return True


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return False
    return True
