"""Which recorded exchange answers a request, and what to say where none does."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeAlias
from urllib.parse import parse_qsl

from .._json import is_list, is_object
from .._sent import Request, differences, summary
from .exchange import Exchange, stored_form
from .scrubbing import Scrubber

Match: TypeAlias = Literal["strict", "loose"] | Callable[[Request, Request], bool]
_LOOSE = ("model", "models", "messages", "input", "query", "documents", "prompt", "stream")
_TOLD = 8


class Matcher:
    """Finds the exchanges of a cassette; each answers once, and with loose matching the last one again and again."""

    def __init__(self, exchanges: Sequence[Exchange], match: Match, scrub: Scrubber) -> None:
        if not callable(match) and match not in ("strict", "loose"):
            raise ValueError(f"match must be 'strict', 'loose' or a function of two requests: {match!r}")
        self._exchanges = exchanges
        self._match: Match = match
        self._scrub = scrub
        self._used: set[int] = set()

    @property
    def unused(self) -> list[Exchange]:
        """What has not answered yet."""
        return [one for place, one in enumerate(self._exchanges) if place not in self._used]

    def find(self, request: Request) -> Exchange | None:
        """The exchange that answers; None when there is none (left)."""
        form = self._form(request)
        places = [place for place, one in enumerate(self._exchanges) if self._fits(form, request, one)]
        place = next((place for place in places if place not in self._used), None)
        if place is None and places and self._match == "loose":
            place = places[-1]
        if place is None:
            return None
        self._used.add(place)
        return self._exchanges[place]

    def forget(self) -> None:
        """Let all answer again."""
        self._used.clear()

    def explain(self, request: Request) -> str:
        """Why nothing answers: what was asked, and the nearest that is recorded."""
        told = [f"holds no answer to {summary(request)}"]
        form = self._form(request)
        compared = [(self._differences(form, one), place) for place, one in enumerate(self._exchanges)]
        if not compared:
            return f"{told[0]}: it is empty"
        faults, place = min(compared, key=lambda entry: (len(entry[0]), entry[1] in self._used))
        if not faults:
            count = sum(not found for found, _ in compared)
            return f"{told[0]}: it was recorded {count} {'time' if count == 1 else 'times'}, and sent once more"
        nearest = summary(self._exchanges[place].as_request())
        told.append(f"The nearest of {len(compared)} is number {place + 1}, {nearest}.\nWhat was sent differs:")
        return "\n".join([*told, *(f"  - {fault}" for fault in faults[:_TOLD])])

    def _form(self, request: Request) -> dict[str, Any]:
        return _compared(stored_form(request, self._scrub.knowing(request)), self._match)

    def _fits(self, form: dict[str, Any], request: Request, one: Exchange) -> bool:
        if callable(self._match):
            return self._match(request, one.as_request())
        return not self._differences(form, one)

    def _differences(self, form: dict[str, Any], one: Exchange) -> list[str]:
        return [*differences(_compared(one.request, self._match), form)]


def _compared(form: Any, match: Match) -> dict[str, Any]:
    """What of a stored request counts."""
    query = sorted(parse_qsl(str(form.get("query", "")), keep_blank_values=True))
    compared: dict[str, Any] = {
        "request.method": form.get("method"),
        "request.path": form.get("path"),
        "request.query": [list(pair) for pair in query],
    }
    body = form.get("json")
    if not is_object(body):
        return {**compared, **{name: form[name] for name in ("json", "text", "base64") if name in form}}
    if match == "loose":
        body = {name: _plain(body[name]) for name in _LOOSE if name in body}
    return {**compared, **body}


def _plain(value: Any) -> Any:
    """A value in which runs of white space count as one blank, and null members as absent."""
    if isinstance(value, str):
        return re.sub(r"\s+", " ", value).strip()
    if is_object(value):
        return {name: _plain(item) for name, item in value.items() if item is not None}
    return [_plain(item) for item in value] if is_list(value) else value
