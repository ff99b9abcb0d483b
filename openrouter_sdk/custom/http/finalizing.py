"""What a finalizer may do: nothing that waits for a lock, and nothing that belongs to an event loop.

The garbage collector runs finalizers wherever a thread happens to be, also inside the connection pool, whose lock that
thread then holds. Closing a connection there would wait for ever. It may also be another thread than the event loop's.
"""

from __future__ import annotations

from _thread import start_new_thread
from collections.abc import Callable
from contextlib import suppress
from typing import Any

_held: dict[Any, set[object]] = {}


def aside(function: Callable[[], object]) -> None:
    """Call `function` in a thread of its own; what it raises is dropped."""
    # not threading.Thread, which takes locks itself; RuntimeError: Python ends, or there can be no more threads
    with suppress(RuntimeError):
        start_new_thread(_quietly, (function,))


def _quietly(function: Callable[[], object]) -> None:
    with suppress(Exception):
        function()


def hold(loop: Any, body: object) -> None:
    """Keep what a stream of an event loop reads until `let_go`, so that the loop ends it and not the collector."""
    bodies = _held.get(loop)
    if bodies is None:
        # what was left to a loop that is closed by now
        for ended in [each for each in list(_held) if each.is_closed()]:
            _held.pop(ended, None)
        bodies = _held[loop] = set()
    bodies.add(body)


def let_go(loop: Any, body: object) -> None:
    """What was held is over."""
    bodies = _held.get(loop, set())
    bodies.discard(body)
    if not bodies:
        _held.pop(loop, None)
