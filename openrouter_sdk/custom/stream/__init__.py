"""Bytes to events to chunks to the finished answer, and the two stream classes that users hold.

Nothing that has arrived is lost, and no end is taken for a success that is none. Decisions are in pure modules; the
two classes only read and close. Imports errors, retry, http and answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy_names
from .chunks import ChunkReader
from .merging import identity
from .sse import EVENT_STREAM, MAX_EVENT_BYTES, looks_like_events

if TYPE_CHECKING:
    from .asynchronous import EventStreamAsync as EventStreamAsync
    from .base import OneReader as OneReader
    from .base import TextPieces as TextPieces
    from .heartbeats import Heartbeats as Heartbeats
    from .sync import EventStream as EventStream

__all__ = [
    "EVENT_STREAM",
    "MAX_EVENT_BYTES",
    "ChunkReader",
    "EventStream",
    "EventStreamAsync",
    "Heartbeats",
    "OneReader",
    "TextPieces",
    "identity",
    "looks_like_events",
]

__getattr__ = lazy_names(
    __name__,
    {
        "asynchronous": "EventStreamAsync",
        "base": "OneReader TextPieces",
        "heartbeats": "Heartbeats",
        "sync": "EventStream",
    },
)
