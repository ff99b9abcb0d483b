"""How long the server asks to wait, in every spelling that OpenRouter and its providers use."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import UTC
from typing import Any

from .values import as_object

_NUMBER = r"[0-9]{1,15}(?:\.[0-9]{0,9})?|\.[0-9]{1,9}"


def server_wish_s(headers: Mapping[str, str], data: Any, now_s: float) -> float | None:
    """Seconds the server asks to wait before the next try.

    Looked for in this order: the headers `Retry-After` (seconds or an HTTP date) and `retry-after-ms`, then
    `availability.retry_after`, `metadata.retry_after_seconds` and the copied headers in `metadata.headers`, last
    `X-RateLimit-Reset` (epoch milliseconds) in the headers and in `metadata.headers`. What is negative, not a number or
    already past is passed over.

    Args:
        headers: Response headers, in any case.
        data: The `error` object of the body, if any.
        now_s: The current time, in seconds since the epoch.

    Returns:
        Seconds, or None when no usable wish is told.
    """
    error = as_object(data)
    metadata = as_object(error.get("metadata"))
    sent = _lower(headers)
    copied = _lower(as_object(metadata.get("headers")))
    wishes = (
        _header_wish(sent, now_s),
        _number(as_object(error.get("availability")).get("retry_after")),
        _number(as_object(metadata.get("availability")).get("retry_after")),
        _number(metadata.get("retry_after_seconds")),
        _header_wish(copied, now_s),
        _reset_wish(sent, now_s),
        _reset_wish(copied, now_s),
    )
    return next((wish for wish in wishes if wish is not None), None)


def _header_wish(headers: dict[str, Any], now_s: float) -> float | None:
    value = headers.get("retry-after")
    if isinstance(value, str):
        # given twice, as by a server and a gateway before it, its values stand in one line
        numbers = [number for number in map(_number, value.split(",")) if number is not None]
        seconds = max(numbers) if numbers else _until_date(value, now_s)
    else:
        seconds = _number(value)
    if seconds is None:
        milliseconds = _number(headers.get("retry-after-ms"))
        seconds = None if milliseconds is None else milliseconds / 1000
    return seconds


def _reset_wish(headers: dict[str, Any], now_s: float) -> float | None:
    milliseconds = _number(headers.get("x-ratelimit-reset"))
    return None if milliseconds is None else _ahead(milliseconds / 1000 - now_s)


def _until_date(text: str, now_s: float) -> float | None:
    from email.utils import parsedate_to_datetime  # lazy: it loads much, and most servers tell seconds

    try:
        date = parsedate_to_datetime(text)
        # HTTP dates are GMT; one that names no zone must not be read in the local one.
        return _ahead((date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now_s)
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None


def _ahead(seconds: float) -> float | None:
    return seconds if seconds > 0 else None


def _number(value: object) -> float | None:
    if isinstance(value, str):
        text = value.strip()
        return float(text) if re.fullmatch(_NUMBER, text) else None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _lower(headers: Mapping[str, Any]) -> dict[str, Any]:
    return {str(name).lower(): value for name, value in headers.items()}
