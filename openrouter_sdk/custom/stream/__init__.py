"""Bytes to events to chunks to the finished answer, and the two stream classes that users hold.

Nothing that has arrived is lost, and no end is taken for a success that is none. Decisions are in pure modules; the
two classes only read and close. Imports errors, retry and http; of the engine it knows the type of a call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names
from .opened import MAX_EVENT_BYTES as MAX_EVENT_BYTES
from .opened import MAX_RESPONSE_BYTES as MAX_RESPONSE_BYTES
from .opened import AnswerReader as AnswerReader
from .opened import Closing as Closing
from .opened import ClosingAsync as ClosingAsync
from .opened import OpenStream as OpenStream
from .opened import WholeAnswer as WholeAnswer
from .opened import looks_like_events as looks_like_events

if TYPE_CHECKING:
    from .asynchronous import EventStreamAsync as EventStreamAsync
    from .base import OneReader as OneReader
    from .base import TextPieces as TextPieces
    from .chunks import ChunkReader as ChunkReader
    from .download import Download as Download
    from .download import DownloadAsync as DownloadAsync
    from .events import StreamEndEvent as StreamEndEvent
    from .heartbeats import Heartbeats as Heartbeats
    from .plain import BytesReader as BytesReader
    from .plain import EventReader as EventReader
    from .plain import PieceReader as PieceReader
    from .sse import Event as Event
    from .sync import EventStream as EventStream

__getattr__: Loader = lazy_names(
    __name__,
    {
        "asynchronous": "EventStreamAsync",
        "base": "OneReader TextPieces",
        "chunks": "ChunkReader",
        "download": "Download DownloadAsync",
        "events": "StreamEndEvent",
        "heartbeats": "Heartbeats",
        "plain": "BytesReader EventReader PieceReader",
        "sse": "Event",
        "sync": "EventStream",
    },
)
