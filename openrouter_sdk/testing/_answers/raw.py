"""The builder of answers that are no well-formed chat answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._json import dump_bytes
from .values import RawReply, check_status


def raw(
    status: int | None = 200,
    headers: Mapping[str, str] | None = None,
    body: bytes | str = b"",
    *,
    cut_after: int | None = None,
    delay: float = 0.0,
    pieces: Sequence[bytes | str | float] | None = None,
    reset: bool = False,
) -> RawReply:
    """Any HTTP answer, or none, for :meth:`Server.enqueue`: other statuses, malformed events, broken connections.

    No header is added but ``Date`` and the framing: a ``Content-Length`` for a plain body, chunks otherwise. Give
    ``Content-Length`` yourself to promise more than is sent; the connection is then closed after the body.

    Args:
        status: 200 to 599; or None: no response head is written, the bytes go to the socket as they are and the
            connection is closed (without bytes: closed without a word).
        headers: all response headers.
        body: the body; text is sent as UTF-8.
        cut_after: bytes of the body after which the connection is closed, in the middle of the HTTP message.
        delay: seconds before the first byte.
        pieces: the body in pieces, each a write of its own; a number is a pause in seconds. Replaces ``body``.
        reset: break the connection with a TCP reset instead of closing it, after ``cut_after`` bytes or the body.

    Raises:
        ValueError: for a status out of range, a negative number, or a body above its ``Content-Length``.
    """
    if status is not None:
        check_status(status)
    steps = _bytes_pieces([body] if pieces is None else pieces)
    if delay < 0 or (cut_after or 0) < 0 or any(not isinstance(step, bytes) and step < 0 for step in steps):
        raise ValueError(f"delay, cut_after and pauses must not be negative: {delay!r}, {cut_after!r}, {pieces!r}")
    if cut_after is not None:
        steps = _first_bytes(steps, cut_after)
    promised = _content_length(headers or {})
    size = sum(len(step) for step in steps if isinstance(step, bytes))
    if promised is not None and size > promised:
        raise ValueError(f"the body has {size} bytes, above its Content-Length {promised}")
    cut = cut_after is not None or reset or status is None or (promised is not None and size < promised)
    return RawReply(status, dict(headers or {}), steps, cut, reset, delay)


def answer(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> RawReply:
    """Any JSON answer for :meth:`Server.enqueue`, for operations beside the chat.

    Args:
        body: what is sent as JSON; anything that :func:`json.dumps` takes.
        status: 200 to 599.
        headers: response headers beside ``Content-Type``.

    Raises:
        TypeError: for a body that is no JSON value.
        ValueError: for a status out of range.
    """
    return raw(status, {"content-type": "application/json", **(headers or {})}, dump_bytes(body))


def _bytes_pieces(pieces: Sequence[bytes | str | float]) -> list[bytes | float]:
    return [p.encode() if isinstance(p, str) else p if isinstance(p, bytes) else float(p) for p in pieces]


def _first_bytes(steps: list[bytes | float], limit: int) -> list[bytes | float]:
    kept: list[bytes | float] = []
    for step in steps:
        if not isinstance(step, bytes):
            kept.append(step)
        elif limit <= len(step):
            kept.append(step[:limit])
            break
        else:
            kept.append(step)
            limit -= len(step)
    return kept


def _content_length(headers: Mapping[str, str]) -> int | None:
    for name, value in headers.items():
        if name.lower() == "content-length":
            return int(value)
    return None
