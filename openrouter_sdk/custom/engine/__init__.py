"""One call of any operation: settings, checks of arguments, encoding, two thin drivers, pages, hooks and log records.

Everything is decided before anything is sent. Knows no operation by name: what is special to one is passed in, as an
`AnswerReader`. Imports errors, retry, http and stream.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names
from .arguments import callable_or_none, refuse_unknown, whole_number
from .caller import Engine, NeverCopied
from .observe import Observer
from .reading import requested
from .request import RUN, Call
from .sending import Exchange
from .settings import Settings

if TYPE_CHECKING:
    from .hooks import CallEndEvent, CallStartEvent, Hooks, RequestEvent, ResponseEvent
    from .paging import Pager, PagerAsync
    from .run_events import RunEndEvent, RunStartEvent, StepEndEvent, StepStartEvent, ToolEndEvent, ToolStartEvent

__all__ = [
    "RUN",
    "Call",
    "CallEndEvent",
    "CallStartEvent",
    "Engine",
    "Exchange",
    "Hooks",
    "NeverCopied",
    "Observer",
    "Pager",
    "PagerAsync",
    "RequestEvent",
    "ResponseEvent",
    "RunEndEvent",
    "RunStartEvent",
    "Settings",
    "StepEndEvent",
    "StepStartEvent",
    "ToolEndEvent",
    "ToolStartEvent",
    "callable_or_none",
    "refuse_unknown",
    "requested",
    "whole_number",
]

__getattr__: Loader = lazy_names(
    __name__,
    {
        "hooks": "CallEndEvent CallStartEvent Hooks RequestEvent ResponseEvent",
        "paging": "Pager PagerAsync",
        "run_events": "RunEndEvent RunStartEvent StepEndEvent StepStartEvent ToolEndEvent ToolStartEvent",
    },
)
