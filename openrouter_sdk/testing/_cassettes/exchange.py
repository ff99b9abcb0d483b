"""One request with its answer, and the file that holds them."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...custom._files import replace_file
from .._answers.values import RawReply
from .._json import is_list, is_object
from .._sent import Request, relative_path
from .bodies import Piece, request_bytes, response_pieces, stored_request, stored_response
from .scrubbing import Scrubber

FORMAT = "openrouter-sdk cassette"
VERSION = 1
_NOT_SENT_AGAIN = frozenset({
    "connection", "content-length", "date", "keep-alive", "proxy-authenticate", "te", "trailer", "transfer-encoding",
    "upgrade",
})  # fmt: skip


class CassetteError(Exception):
    """A cassette that cannot be read, or that holds no answer to a request."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a server answered: status (None: it hung up without a word), headers, the body in pieces, how it ended."""

    status: int | None
    headers: Mapping[str, str]
    after_ms: int
    pieces: Sequence[Piece]
    whole: bool


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, as JSON without secrets."""

    request: Mapping[str, Any]
    response: Mapping[str, Any]

    def as_request(self) -> Request:
        """The request, for comparisons: long pictures and files are their hash in it."""
        headers: Mapping[str, str] = self.request.get("headers", {})
        method, path, query = (str(self.request.get(name, "")) for name in ("method", "path", "query"))
        return Request(method, path, headers.items(), request_bytes(self.request), query)

    def answer(self, speed: float) -> RawReply:
        """The answer, at ``speed`` times the pace at which it came; 0 is at once."""
        status, headers = self.response.get("status"), self.response.get("headers", {})
        pieces = response_pieces(headers, self.response)
        steps: list[bytes | float] = []
        for after_ms, data in pieces:
            if speed and after_ms:
                steps.append(after_ms / 1000 / speed)
            steps.append(data)
        delay = self.response.get("after_ms", 0) / 1000 / speed if speed else 0.0
        kept = {name: value for name, value in headers.items() if name not in _NOT_SENT_AGAIN}
        cut = status is None or self.response.get("ended", "whole") != "whole"
        return RawReply(status, kept, [] if status is None else steps, cut, reset=False, delay=delay)


def stored_form(request: Request, scrub: Scrubber) -> dict[str, Any]:
    """A request as it stands in a cassette; headers that tell nothing are left out."""
    kept = {name: value for name, value in request.headers.items() if name not in (*_NOT_SENT_AGAIN, "host")}
    form = {"method": request.method, "path": relative_path(request.path)}
    form |= {"query": scrub.query(request.query)} if request.query else {}
    return {**form, "headers": scrub.headers(kept), **stored_request(request.body, scrub)}


def recorded(request: Request, answered: Answered, scrub: Scrubber) -> Exchange:
    """What is kept of a request and its answer."""
    scrub = scrub.knowing(request)
    response: dict[str, Any] = {"status": answered.status, "after_ms": answered.after_ms}
    if answered.status is not None:
        kept = {name: value for name, value in answered.headers.items() if name not in _NOT_SENT_AGAIN}
        body = stored_response(answered.headers, answered.pieces, whole=answered.whole, scrub=scrub)
        if "events" not in body:
            # what does not stream is waited for as a whole
            response["after_ms"] += sum(piece.after_ms for piece in answered.pieces)
        response |= {"headers": scrub.headers(kept), **body, "ended": "whole" if answered.whole else "broken"}
    return Exchange(stored_form(request, scrub), response)


def load(path: Path) -> list[Exchange]:
    """The exchanges of a cassette.

    Raises:
        CassetteError: when there is none, or it is none.
    """
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError as fault:
        raise CassetteError(f"there is no cassette {path}: record it first, with testing.record") from fault
    except (ValueError, RecursionError) as fault:
        raise CassetteError(f"{path} is no cassette: {fault}") from fault
    if not is_object(content) or content.get("format") != FORMAT or not is_list(content.get("exchanges")):
        raise CassetteError(f'{path} is no cassette: it lacks "format": "{FORMAT}" or its exchanges')
    if content.get("version") != VERSION:
        raise CassetteError(f"{path} has version {content.get('version')!r}; this SDK reads version {VERSION}")
    try:
        return [Exchange(entry["request"], entry["response"]) for entry in content["exchanges"]]
    except (TypeError, KeyError) as fault:
        raise CassetteError(f"{path} is no cassette: an exchange lacks {fault}") from fault


def save(path: Path, exchanges: Sequence[Exchange]) -> None:
    """Write a cassette, at once and whole; folders are made."""
    entries: list[dict[str, Any]] = [{"request": one.request, "response": one.response} for one in exchanges]
    content = {"format": FORMAT, "version": VERSION, "exchanges": entries}
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, _readable(content))


def _readable(content: Any) -> bytes:
    """JSON that people read: indented, but each event of a stream on a line of its own."""
    mark = uuid.uuid4().hex
    lines: list[Any] = []
    for entry in content["exchanges"]:
        events = entry["response"].get("events")
        if events is not None:
            entry["response"] = {**entry["response"], "events": [f"{mark}{len(lines) + n}" for n in range(len(events))]}
            lines += events
    try:
        return _laid_out(content, mark, lines, ascii_only=False).encode()
    except UnicodeEncodeError:
        return _laid_out(content, mark, lines, ascii_only=True).encode()


def _laid_out(content: Any, mark: str, lines: Sequence[Any], *, ascii_only: bool) -> str:
    text = json.dumps(content, ensure_ascii=ascii_only, indent=2) + "\n"
    return re.sub(f'"{mark}(\\d+)"', lambda found: json.dumps(lines[int(found[1])], ensure_ascii=ascii_only), text)
