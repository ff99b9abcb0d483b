"""Bodies as they stand in a cassette: JSON as JSON, streams as events with their times, the rest as text or base64."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from .._json import dump_bytes, is_list, is_object
from .scrubbing import Scrubber

_END_OF_EVENT = re.compile(rb"\r\n\r\n|\n\n|\r\r")
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_GZIP = zlib.MAX_WBITS | 16
_LONG_MEDIA = 1000
_MEDIA_MEMBERS = frozenset({"b64_json", "data", "file_data"})


class Piece(NamedTuple):
    """Bytes of a body, and how many milliseconds after the piece before they came."""

    after_ms: int
    data: bytes


def stored_request(body: bytes, scrub: Scrubber) -> dict[str, Any]:
    """The body of a request: long pictures and files by their hash, which is enough to know them again."""
    if not body:
        return {}
    parsed = _faithful_json(body)
    if parsed is not None:
        return {"json": _with_hashes(scrub.body(parsed))}
    text = _text(body)
    return {"text": scrub.text(text)} if text is not None else {"base64": _base64(body, scrub)}


def stored_response(headers: Mapping[str, str], pieces: Sequence[Piece], *, whole: bool, scrub: Scrubber) -> Any:
    """The body of a response."""
    plain = _unzipped(headers.get("content-encoding", ""), pieces)
    if plain is None:
        return {"base64": _base64(b"".join(piece.data for piece in pieces), scrub)}
    if "event-stream" in headers.get("content-type", ""):
        return {"events": [*_events(plain, scrub)]}
    body = b"".join(piece.data for piece in plain)
    parsed = _faithful_json(body) if whole else None
    if parsed is not None:
        return {"json": scrub.value(parsed)}
    text = _text(body)
    return {"text": scrub.text(text)} if text is not None else {"base64": _base64(body, scrub)}


def request_bytes(stored: Mapping[str, Any]) -> bytes:
    """The body of a request that is stored."""
    return _plain_bytes(stored)


def response_pieces(headers: Mapping[str, str], stored: Mapping[str, Any]) -> list[Piece]:
    """What is sent again, compressed if it was."""
    if "events" in stored:
        pieces = [Piece(event.get("after_ms", 0), _event_bytes(event)) for event in stored["events"]]
    else:
        pieces = [Piece(0, _plain_bytes(stored))]
    encoding = headers.get("content-encoding", "").strip().lower()
    if encoding not in _ENCODINGS or "base64" in stored:
        return pieces
    packer = zlib.compressobj(wbits=_ENCODINGS[encoding])
    packed = [Piece(ms, packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH)) for ms, data in pieces]
    return [*packed, Piece(0, packer.flush())]


_ENCODINGS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": zlib.MAX_WBITS}


# ---- JSON and text


def _faithful_json(body: bytes) -> Any:
    """The object or list that a body is, if JSON written anew says the same; else None."""
    try:
        parsed: Any = json.loads(body, object_pairs_hook=_without_doubles)
        json.dumps(parsed, allow_nan=False)
    except (ValueError, RecursionError):
        return None
    return parsed if is_object(parsed) or is_list(parsed) else None


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name stands twice")
    return made


def _text(body: bytes) -> str | None:
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _base64(body: bytes, scrub: Scrubber) -> str:
    return base64.b64encode(scrub.data(body)).decode()


def _plain_bytes(stored: Mapping[str, Any]) -> bytes:
    if "json" in stored:
        return dump_bytes(stored["json"])
    if "text" in stored:
        return str(stored["text"]).encode()
    return base64.b64decode(stored.get("base64", ""))


def _with_hashes(value: Any, name: str = "") -> Any:
    if is_object(value):
        return {key: _with_hashes(item, key) for key, item in value.items()}
    if is_list(value):
        return [_with_hashes(item, name) for item in value]
    if not isinstance(value, str) or len(value) < _LONG_MEDIA:
        return value
    head, comma, data = value.partition(",") if value.startswith("data:") else ("", "", value)
    if not comma and name not in _MEDIA_MEMBERS:
        return value
    digest = hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{head}{comma}<{len(data)} characters, sha256 {digest}>"


# ---- streams


def _unzipped(encoding: str, pieces: Sequence[Piece]) -> list[Piece] | None:
    """The pieces without their compression; None when it is one that cannot be undone."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return [*pieces]
    if name not in _ENCODINGS:
        return None
    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
    try:
        return [Piece(ms, unpacker.decompress(data)) for ms, data in pieces]
    except zlib.error:
        return None


def _events(pieces: Sequence[Piece], scrub: Scrubber) -> Iterator[dict[str, Any]]:
    """The events of a stream; what comes after the last whole one is a text of its own."""
    waiting, waited = b"", 0
    for after_ms, data in pieces:
        waiting += data
        waited += after_ms
        start = 0
        for end in _END_OF_EVENT.finditer(waiting):
            yield {"after_ms": waited, **_stored_event(waiting[start : end.end()], scrub)}
            start, waited = end.end(), 0
        waiting = waiting[start:]
    if waiting:
        yield {"after_ms": waited, **_stored_event(waiting, scrub)}


def _stored_event(event: bytes, scrub: Scrubber) -> dict[str, Any]:
    text = _text(event)
    if text is None:
        return {"base64": _base64(event, scrub)}
    first, end = text[:-2], text[-2:]
    if end == "\n\n" and "\n" not in first and "\r" not in first:
        if first.startswith("data: "):
            data = first.removeprefix("data: ")
            parsed = _faithful_json(data.encode())
            return {"data": scrub.text(data) if parsed is None else scrub.value(parsed)}
        if first.startswith(": "):
            return {"comment": scrub.text(first.removeprefix(": "))}
    return {"text": scrub.text(text)}


def _event_bytes(event: Mapping[str, Any]) -> bytes:
    if "data" in event:
        data = event["data"]
        return b"data: " + (data.encode() if isinstance(data, str) else dump_bytes(data)) + b"\n\n"
    return f": {event['comment']}\n\n".encode() if "comment" in event else _plain_bytes(event)
