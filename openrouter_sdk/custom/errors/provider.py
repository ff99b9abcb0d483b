"""What a provider's own error says: its message and its status, however it is wrapped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from .json_values import is_list, is_object, parse_json, to_json_text
from .table import is_error_status, status_number
from .text import one_line

_MAX_DEPTH = 6
_MAX_JSON_CHARS = 200_000
_MAX_HTML_CHARS = 16_000
_MESSAGE_KEYS = ("error", "message", "msg", "detail", "details", "error_message", "errors", "description", "title")
_WRAPPING_KEYS = ("error", "errors", "detail", "details", "message")
_STATUS_KEYS = ("status", "status_code", "statusCode", "code", "http_status")

_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_INVISIBLE = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_HTML_START = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|title|h1|center)\b", re.IGNORECASE)
_STATUS_IN_TEXT = re.compile(
    r"^\W{0,3}([45]\d\d)\b|\b(?:HTTP(?:/[\d.]{1,3})?|status|status[ _]code|error[ _]code|code)\W{1,4}([45]\d\d)\b",
    re.IGNORECASE,
)


def inner_message(value: Any) -> str | None:
    """The message inside an error of any shape: text, JSON text, HTML, an object or a list.

    Returns:
        One bounded line; None when nothing readable is in it.
    """
    return _message(value, 0)


def inner_statuses(value: Any) -> list[int]:
    """The error statuses (400 to 599) that an error of any shape tells about itself, in the order found."""
    return list(dict.fromkeys(_statuses(value, 0)))


def text_message(text: str) -> str | None:
    """The readable line of a text: the title of an HTML page, else the text itself; None when it is blank."""
    if _HTML_START.match(text):
        text = _html_text(text[:_MAX_HTML_CHARS])
    return one_line(text) or None


def _html_text(page: str) -> str:
    title = _TITLE.search(page)
    if title and title[1].strip():
        return html.unescape(title[1])
    return html.unescape(_TAG.sub(" ", _INVISIBLE.sub(" ", page)))


def _message(value: Any, depth: int) -> str | None:
    if depth > _MAX_DEPTH or value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        inner = _json_in(value)
        return text_message(value) if inner is None else _message(inner, depth + 1) or text_message(value)
    if is_object(value):
        return _message_of_object(value, depth)
    if is_list(value):
        found = (_message(item, depth + 1) for item in value[:5])
        return one_line("; ".join(text for text in found if text)) or None
    return str(value) if depth else None


def _message_of_object(value: dict[str, Any], depth: int) -> str | None:
    # A wrapping message is often general, so details that hold an error of their own say more.
    details = value.get("details")
    if isinstance(details, str) and is_object(_json_in(details)):
        return _message(details, depth + 1)
    for key in _MESSAGE_KEYS:
        found = _message(value.get(key), depth + 1)
        if found:
            return _with_path(value, found)
    if depth == 0 and value:
        return one_line(to_json_text(value) or "") or None
    return None


def _with_path(value: dict[str, Any], message: str) -> str:
    path = value.get("path") or value.get("loc")
    if not is_list(path):
        return message
    return f"{'.'.join(str(part) for part in path[:20])}: {message}"


def _statuses(value: Any, depth: int) -> Iterator[int]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, str):
        inner = _json_in(value)
        yield from _statuses_in_text(text_message(value) or "") if inner is None else _statuses(inner, depth + 1)
    elif is_object(value):
        for key in _STATUS_KEYS:
            number = status_number(value.get(key))
            if number is not None and is_error_status(number):
                yield number
        for key in _WRAPPING_KEYS:
            yield from _statuses(value.get(key), depth + 1)
    elif is_list(value):
        for item in value[:5]:
            yield from _statuses(item, depth + 1)


def _statuses_in_text(text: str) -> Iterator[int]:
    match = _STATUS_IN_TEXT.search(text)
    if match:
        yield int(match[1] or match[2])


def _json_in(text: str) -> Any:
    """The object or list that a text holds as JSON, else None."""
    start = text.lstrip()[:1]
    return parse_json(text) if start in ("{", "[") and len(text) <= _MAX_JSON_CHARS else None
