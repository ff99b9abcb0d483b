"""One call: settings, checks of arguments, encoding, sending by two thin drivers, hooks and log records.

Everything is decided before anything is sent. Imports errors, retry, http, answers and stream.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy_names
from .arguments import checked_messages, refuse_unknown
from .call import NO_EVENT_STARTS, ChatCall, as_events, build_call, read_answer
from .drivers import drive
from .observe import Hooks, Observer, StreamEndEvent
from .sending import Answer, Exchange, OpenStream
from .settings import Settings

if TYPE_CHECKING:
    from .drivers_async import drive_async as drive_async

__all__ = [
    "NO_EVENT_STARTS",
    "Answer",
    "ChatCall",
    "Exchange",
    "Hooks",
    "Observer",
    "OpenStream",
    "Settings",
    "StreamEndEvent",
    "as_events",
    "build_call",
    "checked_messages",
    "drive",
    "drive_async",
    "read_answer",
    "refuse_unknown",
]

__getattr__ = lazy_names(
    __name__,
    {
        "drivers_async": "drive_async",
    },
)
