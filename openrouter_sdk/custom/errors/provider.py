"""What an API error says: its one line, and the statuses told in it, however a provider has wrapped them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .values import (
    MAX_MESSAGE_CHARS,
    as_list,
    as_object,
    bounded,
    is_error_status,
    is_list,
    is_object,
    mask_json,
    one_line,
    parse_json,
    status_number,
    to_json_text,
)

_MAX_EXTRAS_CHARS = 300
_MAX_PART_CHARS = 280
_MAX_NAMES = 12
_MIN_ACCOUNT_ID_CHARS = 6

# What OpenRouter says when the provider's answer, in `metadata.raw`, has the message that matters.
_EMPTY_PHRASES = frozenset({"provider returned error", "upstream error", "provider error", "error"})

_BARE_KEYS = frozenset({"code", "message", "metadata", "user_id"})
"""All that an error may hold whose message is empty, and still say nothing itself."""

_MAX_DEPTH = 6
_MAX_JSON_CHARS = 200_000
_MAX_HTML_CHARS = 16_000
_MESSAGE_KEYS = ("error", "message", "msg", "detail", "details", "error_message", "errors", "description", "title")
_WRAPPING_KEYS = ("error", "errors", "detail", "details", "message")
_STATUS_KEYS = ("status", "status_code", "statusCode", "code", "http_status")

# What has no end goes on to the end of the page: it is not looked for again and again from each beginning.
_TITLE = r"(?is)<title[^<>]*>(.*?)(</title|\Z)"
_INVISIBLE = r"(?is)<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)"
_TAG = r"<[^<>]{0,2000}>"
_HTML_START = r"(?i)\s*<(?:!doctype\s+html|html|head|body|title|h1|center)\b"
_STATUS_IN_TEXT = (
    r"(?i)^\W{0,3}([45]\d\d)\b|\b(?:HTTP(?:/[\d.]{1,3})?|status|status[ _]code|error[ _]code|code)\W{1,4}([45]\d\d)\b"
)

# Two numbers that the HTTP registry does not name, and two whose names differ between Python versions.
_PHRASES = {
    413: "Payload Too Large",
    422: "Unprocessable Entity",
    524: "Edge Network Timeout",
    529: "Provider Overloaded",
}


def error_message(status: int, error: dict[str, Any], *, provider: str | None, body: str, data: Any) -> str:
    """The message of an API error.

    Args:
        status: The effective status.
        error: The `error` object; empty when the body has none.
        provider: The provider that failed, if known.
        body: Text of the response, used when there is no error object.
        data: The parsed body. The account id in it is kept out of the message.
    """
    if accounts := accounts_in(data, error):
        error = as_object(mask_json(error, accounts))
        provider, body = mask_json(provider, accounts), mask_json(body, accounts)
    head = status_label(status) if status >= 300 else f"Error under HTTP {status}"
    if provider:
        head += f" from {one_line(provider, 80)}"
    detail = _detail(error) or text_message(body) or "empty body"
    extras = "; ".join(_extras(error))
    tail = f" ({bounded(extras, _MAX_EXTRAS_CHARS)})" if extras else ""
    return bounded(f"{head}: {detail}", MAX_MESSAGE_CHARS - len(tail)) + tail


def accounts_in(*places: Any) -> list[str]:
    """The account ids that a body, or an error in it, tells. No message names them; what is short may be a word."""
    found = (as_object(place).get("user_id") for place in places)
    return [account for account in found if isinstance(account, str) and len(account) >= _MIN_ACCOUNT_ID_CHARS]


def _detail(error: dict[str, Any]) -> str | None:
    outer = _outer(error)
    inner = _inner(error)
    if inner is None:
        return outer
    bare = error.keys() <= _BARE_KEYS and not inner_message(error.get("message"))
    if outer is None or bare or outer.strip(" .").lower() in _EMPTY_PHRASES:
        return inner
    if inner in outer:
        return outer
    return f"{bounded(outer, _MAX_PART_CHARS)}: {inner}"


def _outer(error: dict[str, Any]) -> str | None:
    own = {key: value for key, value in error.items() if key not in {"metadata", "user_id"}}
    message = inner_message(own.get("message")) or inner_message(own)
    name = own.get("name")
    return f"{one_line(name, 80)}: {message}" if isinstance(name, str) and name and message else message


def _inner(error: dict[str, Any]) -> str | None:
    metadata = as_object(error.get("metadata"))
    last = as_object(next(reversed(as_list(metadata.get("previous_errors"))), None))
    found = (inner_message(value) for value in (metadata.get("raw"), last.get("raw"), last.get("message")))
    return next(filter(None, found), None)


def _extras(error: dict[str, Any]) -> Iterator[str]:
    """What explains an answer that no provider fits: the lists of providers, and the step that left none."""
    for place in (error.get("metadata"), error.get("availability")):
        particulars = as_object(place)
        for key, value in particulars.items():
            if key.endswith("providers") and is_list(value):
                names = ", ".join(one_line(str(name), 40) for name in value[:_MAX_NAMES]) or "none"
                more = f" and {len(value) - _MAX_NAMES} more" if len(value) > _MAX_NAMES else ""
                yield f"{key.replace('_', ' ')}: {names}{more}"
        for key in ("failed_routing_step", "excluded_by"):
            value = particulars.get(key)
            if isinstance(value, str) and value:
                yield f"{key.replace('_', ' ')}: {one_line(value, 80)}"


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
    if re.match(_HTML_START, text):
        text = _html_text(text[:_MAX_HTML_CHARS])
    return one_line(text) or None


def _html_text(page: str) -> str:
    import html  # lazy: hardly any answer is a page

    title = re.search(_TITLE, page)
    if title and title[2] and title[1].strip():
        return html.unescape(title[1])
    return html.unescape(re.sub(_TAG, " ", re.sub(_INVISIBLE, " ", page)))


def _message(value: Any, depth: int) -> str | None:
    if depth > _MAX_DEPTH or value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        return _message(_json_in(value), depth + 1) or text_message(value)
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
            if is_error_status(number):
                yield number
        for key in _WRAPPING_KEYS:
            yield from _statuses(value.get(key), depth + 1)
    elif is_list(value):
        for item in value[:5]:
            yield from _statuses(item, depth + 1)


def _statuses_in_text(text: str) -> Iterator[int]:
    match = re.search(_STATUS_IN_TEXT, text)
    if match:
        yield int(match[1] or match[2])


def _json_in(text: str) -> Any:
    """The object or list that a text holds as JSON, else None."""
    start = text.lstrip()[:1]
    return parse_json(text) if start in ("{", "[") and len(text) <= _MAX_JSON_CHARS else None


def status_label(status: int) -> str:
    """A status with its name, as in "429 Too Many Requests"."""
    from http import HTTPStatus  # lazy: most programs meet no error

    try:
        return f"{status} {_PHRASES.get(status) or HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
