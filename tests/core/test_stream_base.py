"""What both stream classes share, and when a dropped stream is closed."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from openrouter_sdk.custom.errors import Headers, HttpInfo
from openrouter_sdk.custom.stream import sync
from openrouter_sdk.custom.stream.asynchronous import EventStreamAsync
from openrouter_sdk.custom.stream.base import TextPieces
from openrouter_sdk.custom.stream.opened import looks_like_events
from openrouter_sdk.custom.stream.sync import EventStream


class Piece:
    """A chunk with a text."""

    def __init__(self, text: str) -> None:
        self.text = text


@pytest.mark.parametrize("character", ["\U00010000", "😀", "\U0010ffff"])
def test_a_character_in_two_pieces_comes_in_one(character: str) -> None:
    halves = character.encode("utf-16-le")
    high, low = (half.decode("utf-16-le", "surrogatepass") for half in (halves[:2], halves[2:]))
    pick: Any = TextPieces("text")

    assert [*pick(Piece("a" + high)), *pick(Piece(low + "b")), *pick(None)] == ["a", character + "b"]
    assert [*pick(Piece(high)), *pick(None), *pick(None)] == [high]


def test_the_second_half_of_a_character_alone_is_kept_back_by_nobody() -> None:
    pick: Any = TextPieces("text")

    assert [*pick(Piece("a\udc00")), *pick(Piece("b\ud7ff"))] == ["a\udc00", "b\ud7ff"]


@pytest.mark.parametrize(
    ("media_type", "text", "expected"),
    [
        ("Text/Event-Stream; charset=utf-8", b"odd", True),
        ("text/event-stream", b"", True),
        ("text/event-stream", b"{", False),
        ("text/event-stream", b"<html>", False),
        ("application/json", b"data: 1", True),
        ("application/json", b"odd", False),
        (None, b": hello", True),
        (None, b"odd", False),
    ],
)
def test_the_beginning_of_a_body_tells_events_better_than_its_type(
    media_type: str | None, text: bytes, expected: bool
) -> None:
    headers = [] if media_type is None else [(b"Content-Type", media_type.encode())]

    assert looks_like_events(HttpInfo(200, Headers(headers)), text) is expected


@pytest.mark.parametrize(
    ("closed", "ending", "expected"), [(False, False, 1), (False, True, 0), (True, False, 0), (None, False, 0)]
)
def test_a_dropped_stream_is_closed_aside_unless_it_is_or_python_ends(
    monkeypatch: pytest.MonkeyPatch, closed: bool | None, ending: bool, expected: int
) -> None:
    aside: list[Any] = []
    monkeypatch.setattr(sync, "aside", aside.append)
    stream: Any = EventStream.__new__(EventStream)
    if closed is not None:
        stream._closed = closed
    stream.__del__(lambda: ending)

    assert aside == [stream.close] * expected
    stream._closed = True


def test_an_async_stream_is_dropped_in_silence_when_its_making_failed_or_its_loop_is_closed() -> None:
    stream: Any = EventStreamAsync.__new__(EventStreamAsync)
    stream.__del__()
    stream._loop = asyncio.new_event_loop()
    stream._loop.close()
    stream._closed, stream._again, stream._response, stream._state = False, None, None, None
    stream.__del__()
