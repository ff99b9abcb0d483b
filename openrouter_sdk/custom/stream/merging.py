"""What merging the pieces of a stream needs everywhere: joining, keeping the latest value, copying."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeVar

from ..errors import is_list, is_object

_T = TypeVar("_T")


def keep_latest(target: dict[str, Any], key: str, value: Any) -> None:
    """Set `target[key]` to a value that says something; null and empty text never displace one that does.

    OpenRouter repeats the fields of an answer on every chunk and fills what it does not know yet with null or "".
    """
    if (value is not None and value != "") or target.get(key) is None:
        target[key] = copy_json(value)


def joined(pieces: list[str]) -> str:
    """The text of all pieces, which become one, so that asking again after a few more pieces is cheap."""
    if len(pieces) > 1:
        pieces[:] = [whole_characters("".join(pieces))]
    return pieces[0] if pieces else ""


def whole_characters(text: str) -> str:
    """The text, in which two halves of a character, as two pieces of a stream may bring them, are one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return text


def merged_content(pieces: list[Any]) -> Any:
    """Joined text, or a list of parts if parts came; of anything else the last value."""
    if all(isinstance(piece, str) for piece in pieces):
        return joined(pieces)
    if not any(is_list(piece) for piece in pieces):
        texts = [piece for piece in pieces if isinstance(piece, str)]
        return joined(texts) if texts else copy_json(pieces[-1])
    parts: list[Any] = []
    for piece in pieces:
        if isinstance(piece, str):
            parts.append({"type": "text", "text": piece})
        elif is_list(piece):
            parts.extend(copy_json(piece))
    return parts


def merged_unknown(pieces: list[Any]) -> Any:
    """One value from the non-null values that a key unknown to the SDK had in the deltas.

    Text is joined, unless every piece is the same: then it stays as it is, for it is no text that grows. Lists are
    appended. Of anything else the last value wins.
    """
    if all(isinstance(piece, str) for piece in pieces):
        return pieces[0] if pieces.count(pieces[0]) == len(pieces) else whole_characters("".join(pieces))
    if all(is_list(piece) for piece in pieces):
        return [item for piece in pieces for item in piece]
    return pieces[-1]


def as_list(value: Any) -> list[Any]:
    """A list as it is, a lone object as the only item, nothing for anything else."""
    if is_list(value):
        return value
    return [value] if is_object(value) else []


def as_index(value: Any) -> int | None:
    """A usable index, or None."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def as_text(value: Any) -> str:
    """A text as it is, "" for anything else."""
    return value if isinstance(value, str) else ""


def identity(record: Any) -> Any:
    """What makes a record the same record when it comes again: the URL of an image, else everything in it."""
    image = record.get("image_url") if is_object(record) else None
    if is_object(image) and isinstance(image.get("url"), str):
        return "url", image["url"]
    try:
        return json.dumps(record, sort_keys=True, default=repr)
    except (ValueError, TypeError, RecursionError):
        return id(record)


def copy_json(value: _T) -> _T:
    """A copy of a JSON value that shares no container with it, whatever its depth."""
    if not (is_object(value) or is_list(value)):
        return value
    root: list[Any] = [value]
    # A stack instead of recursion: JSON that parses may nest deeper than Python functions can.
    todo: list[tuple[Any, Iterable[tuple[Any, Any]]]] = [(root, [(0, value)])]
    while todo:
        target, items = todo.pop()
        for key, item in items:
            copied: Any = item
            if is_object(item):
                copied = dict(item)
                todo.append((copied, item.items()))
            elif is_list(item):
                copied = list(item)
                todo.append((copied, enumerate(item)))
            target[key] = copied
    copy: _T = root[0]
    return copy
