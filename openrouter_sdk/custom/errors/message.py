"""The one line that an API error says: status, provider, and the innermost message that can be found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .json_values import as_list, as_object, is_list
from .provider import inner_message, text_message
from .table import status_label
from .text import MASK, MAX_MESSAGE_CHARS, bounded, one_line

_MAX_EXTRAS_CHARS = 300
_MAX_PART_CHARS = 280
_MAX_NAMES = 12
_MIN_ACCOUNT_ID_CHARS = 6

# What OpenRouter says when the provider's answer, in `metadata.raw`, has the message that matters.
_EMPTY_PHRASES = frozenset({"provider returned error", "upstream error", "provider error", "error"})


def error_message(status: int, error: dict[str, Any], *, provider: str | None, body: str, data: Any) -> str:
    """The message of an API error.

    Args:
        status: The effective status.
        error: The `error` object; empty when the body has none.
        provider: The provider that failed, if known.
        body: Text of the response, used when there is no error object.
        data: The parsed body. The account id in it is kept out of the message.
    """
    head = status_label(status) if status >= 300 else f"Error under HTTP {status}"
    if provider:
        head += f" from {one_line(provider, 80)}"
    detail = _detail(error) or text_message(body) or "empty body"
    extras = "; ".join(_extras(error))
    tail = f" ({bounded(extras, _MAX_EXTRAS_CHARS)})" if extras else ""
    message = bounded(f"{head}: {detail}", MAX_MESSAGE_CHARS - len(tail)) + tail
    account = as_object(data).get("user_id")
    if isinstance(account, str) and len(account) >= _MIN_ACCOUNT_ID_CHARS:
        message = message.replace(account, MASK)
    return message


def _detail(error: dict[str, Any]) -> str | None:
    outer = _outer(error)
    inner = _inner(error)
    if inner is None:
        return outer
    if outer is None or outer.strip(" .").lower() in _EMPTY_PHRASES:
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
