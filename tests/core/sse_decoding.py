"""Decoding a body in the ways the tests compare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from openrouter_sdk.custom.errors.tree import OpenRouterError
from openrouter_sdk.custom.stream.sse import Event, EventDecoder


def as_events(items: Iterable[str | Event]) -> Iterator[Event]:
    """Items as events: the decoder gives the usual one as its bare data."""
    return (Event(data=item) if isinstance(item, str) else item for item in items)


def decoded(reads: list[bytes], **options: Any) -> list[Event]:
    decoder = EventDecoder(**options)
    events = [event for read in reads for event in as_events(decoder.feed(read))]
    return events + list(as_events(decoder.flush()))


def outcome(reads: list[bytes], **options: Any) -> tuple[list[Event], str | None]:
    """The events, and the message of the error that ended them."""
    decoder = EventDecoder(**options)
    events: list[Event] = []
    try:
        for read in reads:
            events.extend(as_events(decoder.feed(read)))
        events.extend(as_events(decoder.flush()))
    except OpenRouterError as error:
        return events, error.message
    return events, None


def plainly_decoded(body: bytes) -> list[Event]:
    """The rules once more, as plainly as they can be written, on the whole body."""
    text = body.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    events: list[Event] = []
    data: list[str] = []
    stray: list[str] = []
    held: list[Event] = []
    name, last_id, retry = "", None, None
    lines = re.split("\r\n|\r|\n", text)
    unfinished = lines.pop()
    for line in [*lines, unfinished, ""] if unfinished else [*lines, ""]:
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if not line:
            if data:
                events.append(Event(name or "message", "\n".join(data), last_id, retry))
                events += held
            data, name, retry, held = [], "", None, []
        elif not field:
            events.append(Event(comment=value))
        elif field == "data":
            data.append(value)
        elif field == "event":
            name = value
        elif field == "id" and "\0" not in value:
            last_id = value
        elif field == "retry" and re.fullmatch("[0-9]{1,15}", value):
            retry = int(value)
        elif field not in {"id", "retry"}:
            stray.append(line)
            begin = max((index for index, each in enumerate(stray) if each.startswith("{")), default=0)
            told = "\n".join(stray[begin:])
            if line.encode("utf-8", "replace").rstrip().endswith(b"}") and '"error"' in told:
                if data:
                    held = [Event("", told)]
                else:
                    events.append(Event("", told))
    return events
