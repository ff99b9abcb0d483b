"""Values of any shape as they come over the wire: looked into without raising, and shown without secrets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

MAX_MESSAGE_CHARS = 600
"""Longest exception message, in characters."""

MAX_BODY_CHARS = 64 * 1024
"""Longest response text kept on an exception, in characters."""

MAX_DEPTH = 200
"""Most objects and lists within each other that are read: what comes is copied, compared, shown and pickled by Python,
which stops at some 450 of them, fewer where a program is deep in calls of its own."""

MASK = "***"

# Patterns that `re` compiles, and keeps, when they are first used: importing is to be quick.
# What a terminal obeys, what turns a line around, and halves of characters, which cannot be printed.
_OBEYED = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"

# A quote, a backslash or a comma ends a token, so that masking a JSON text leaves it valid JSON.
_MASKED = r"(?i)(?P<scheme>\bbearer(?:\s|\\[nrt])+)[^\s\"'\\,;<>]+|\bsk-[A-Za-z0-9_-]{4,}"

_QUICKLY_COUNTED = 1024
"""Characters of a text in which counting is cheaper than to look through what it was read to."""
_TOO_DEEP = f"it is nested more than {MAX_DEPTH} levels deep"
_MIN_KEY_CHARS = 16
_MAX_KEYS = 16
_MAX_SECRETS = 64

# Of the whole process, as what is masked may be read long after the call, and by another thread. A tuple is replaced
# as a whole.
_keys: tuple[str, ...] = ()
_secrets: tuple[str, ...] = ()


def remember_key(key: str) -> None:
    """Mask a key from now on, whatever its form: a server may repeat what it was sent.

    Short ones are no secrets but words, such as the "none" that a server on one's own machine is content with.
    """
    global _keys  # noqa: PLW0603 - see above
    if len(key) >= _MIN_KEY_CHARS and key not in _keys:
        _keys = (*_keys[1 - _MAX_KEYS :], key)


def mask_secrets(text: str, further: Iterable[str] = ()) -> str:
    """Replace keys in use, and what looks like a credential (`sk-...` keys, `Bearer ...` tokens), by `***`.

    It comes before any cut: of a key that was cut the beginning would be left. `further` is what else must not be
    shown, such as the id of an account.
    """
    # a key within another one comes after it, or it would leave the rest to be read
    for key in sorted((*_keys, *_secrets, *further), key=len, reverse=True):
        text = text.replace(key, MASK)
    # Most texts hold neither, and to look for that takes a fiftieth of the time: bodies of errors have no bound.
    folded = text.casefold()
    if "sk-" in folded or "bearer" in folded:
        text = re.sub(_MASKED, lambda match: (match["scheme"] or "") + MASK, text)
    return text


def decode_body(body: bytes) -> str:
    """The text of a response body: UTF-8, invalid bytes replaced, a byte order mark dropped."""
    return body.decode("utf-8-sig", errors="replace")


def bounded(text: str, limit: int) -> str:
    """The text, cut to at most `limit` characters with an ellipsis at the end."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def one_line(text: str, limit: int = MAX_MESSAGE_CHARS) -> str:
    """The text on one line, at most `limit` characters long; control characters are written out as Python does."""
    # Cut before folding too: folding a body of many megabytes for one line would be wasted work.
    folded = " ".join(text[: limit * 8].split())
    return bounded(re.sub(_OBEYED, lambda found: repr(found[0])[1:-1], folded), limit)


def message_text(text: str) -> str:
    """What an exception may say: one bounded line without credentials."""
    return one_line(mask_secrets(text))


def load_json(text: str, *, strict: bool = True) -> Any:
    """The value of a JSON text; control characters inside of its strings are refused where this is to be `strict`.

    Raises:
        ValueError: It is no JSON, nested deeper than `MAX_DEPTH`, or holds a whole number that Python does not read.
    """
    try:
        value = json.loads(text, strict=strict)
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    if is_too_deep(text, value):
        raise ValueError(_TOO_DEEP)
    return value


def is_too_deep(text: str, value: Any) -> bool:
    """Whether JSON, a text and what it was read to, is nested deeper than `MAX_DEPTH`."""
    # the text is enough for most: what opens few objects and lists is not deep
    if len(text) <= _QUICKLY_COUNTED and text.count("{") + text.count("[") <= MAX_DEPTH:
        return False
    level = [value] if value.__class__ is dict or value.__class__ is list else []
    for _ in range(MAX_DEPTH):
        level = [
            item
            for holder in level
            for item in (holder.values() if holder.__class__ is dict else holder)
            if item.__class__ is dict or item.__class__ is list
        ]
        if not level:
            return False
    return True


NOT_JSON: Any = object()


def parse_json(text: str, otherwise: Any = None) -> Any:
    """The parsed JSON, or `otherwise` when the text is none that is read.

    An SDK error that tells so is raised afterwards, not while the reader's error is handled: that one holds the whole
    text, with whatever secrets a server repeats in it, and would travel along as its context.
    """
    try:
        return load_json(text)
    except ValueError:
        return otherwise


def to_json_text(value: Any) -> str | None:
    """Compact JSON of a value, or None when it cannot be written."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    except (ValueError, TypeError, RecursionError):
        return None


def mask_json(value: Any, further: Iterable[str] = ()) -> Any:
    """The same JSON value with credentials masked in every string; the value itself when it holds none.

    A value that is too deeply nested to be searched is replaced by None.
    """
    if isinstance(value, str):
        return mask_secrets(value, further)
    text = to_json_text(value)
    if text is None:
        return None
    masked = mask_secrets(text, [json.dumps(each, ensure_ascii=False)[1:-1] for each in further])
    return value if masked == text else parse_json(masked)


def remember_secret(secret: str) -> None:
    """Mask from now on a credential that a call carries, such as the key of a provider.

    Some are JSON with several texts in it: each of them is masked, too, as are the forms within other JSON texts, once
    and twice. They never drive out the keys that clients use.
    """
    global _secrets  # noqa: PLW0603 - as for keys
    found: dict[str, None] = {}
    for text in (secret, *_texts(parse_json(secret))):
        quoted = json.dumps(text)[1:-1]
        found |= dict.fromkeys((json.dumps(quoted)[1:-1], quoted, text))
    new = [form for form in found if len(form) >= _MIN_KEY_CHARS and form not in _secrets]
    _secrets = (*_secrets, *new)[-_MAX_SECRETS:]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_object(value) or is_list(value):
        for inner in value.values() if is_object(value) else value:
            yield from _texts(inner)


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


def status_number(value: object) -> int | None:
    """The number that a `code` or `status` field tells, digits in a text included; None when it tells none."""
    if isinstance(value, str):
        text = value.strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def is_error_status(number: int | None) -> TypeGuard[int]:
    """Whether a number is a status that means an error."""
    return number is not None and 400 <= number <= 599


def identity(record: Any) -> Any:
    """What makes a record the same record when it comes again: the URL of an image, else everything in it."""
    image = record.get("image_url") if is_object(record) else None
    if is_object(image) and isinstance(image.get("url"), str):
        return "url", image["url"]
    try:
        return json.dumps(record, sort_keys=True, default=repr)
    except (ValueError, TypeError, RecursionError):
        return id(record)
