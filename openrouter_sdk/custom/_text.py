"""Text that may be shown: secrets masked, white space folded, length bounded."""

from __future__ import annotations

import re

MAX_MESSAGE_CHARS = 600
"""Longest exception message, in characters."""

MAX_BODY_CHARS = 64 * 1024
"""Longest response text kept on an exception, in characters."""

MASK = "***"

# A quote, a backslash or a comma ends a token, so that masking a JSON text leaves it valid JSON.
_SECRET = re.compile(
    r"(?P<scheme>\bbearer(?:\s|\\[nrt])+)[^\s\"'\\,;<>]+|\bsk-[A-Za-z0-9_-]{4,}",
    re.IGNORECASE,
)


def mask_secrets(text: str) -> str:
    """Replace what looks like a credential (`sk-...` keys, `Bearer ...` tokens) by `***`."""
    return _SECRET.sub(lambda match: (match["scheme"] or "") + MASK, text)


def decode_body(body: bytes) -> str:
    """The text of a response body: UTF-8, invalid bytes replaced, a byte order mark dropped."""
    return body.decode("utf-8-sig", errors="replace")


def bounded(text: str, limit: int) -> str:
    """The text, cut to at most `limit` characters with an ellipsis at the end."""
    return text if len(text) <= limit else text[: max(limit - 1, 0)] + "…"


def one_line(text: str, limit: int = MAX_MESSAGE_CHARS) -> str:
    """The text on one line, at most `limit` characters long."""
    # Cut before folding too: folding a body of many megabytes for one line would be wasted work.
    return bounded(" ".join(text[: limit * 8].split()), limit)


def message_text(text: str) -> str:
    """What an exception may say: one bounded line without credentials."""
    return one_line(mask_secrets(text[: MAX_MESSAGE_CHARS * 16]))
