"""One call of any operation: settings, checks of arguments, encoding, two thin drivers, pages, hooks and log records.

Everything is decided before anything is sent. Knows no operation by name: what is special to one is passed in, as an
`AnswerReader`. Imports errors, retry, http, answers and stream.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy_names
from .arguments import refuse_unknown
from .caller import Engine, NeverCopied
from .drivers import drive
from .observe import Hooks, Observer, StreamEndEvent
from .reading import PlainReader, requested
from .request import AnswerReader, Call
from .sending import Answer, Exchange, OpenStream
from .settings import Settings

if TYPE_CHECKING:
    from .drivers_async import drive_async as drive_async
    from .paging import Pager as Pager
    from .paging import PagerAsync as PagerAsync

__all__ = [
    "Answer",
    "AnswerReader",
    "Call",
    "Engine",
    "Exchange",
    "Hooks",
    "NeverCopied",
    "Observer",
    "OpenStream",
    "Pager",
    "PagerAsync",
    "PlainReader",
    "Settings",
    "StreamEndEvent",
    "drive",
    "drive_async",
    "refuse_unknown",
    "requested",
]

__getattr__ = lazy_names(__name__, {"drivers_async": "drive_async", "paging": "Pager PagerAsync"})
