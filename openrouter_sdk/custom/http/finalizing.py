"""What a finalizer may do: nothing that waits for a lock.

The garbage collector runs finalizers wherever a thread happens to be, also inside the connection pool, whose lock that
thread then holds. Closing a connection there would wait for ever.
"""

from __future__ import annotations

from _thread import start_new_thread
from collections.abc import Callable
from contextlib import suppress


def aside(function: Callable[[], object]) -> None:
    """Call `function` in a thread of its own; what it raises is dropped."""
    # not threading.Thread, which takes locks itself; RuntimeError: Python ends, or there can be no more threads
    with suppress(RuntimeError):
        start_new_thread(_quietly, (function,))


def _quietly(function: Callable[[], object]) -> None:
    with suppress(Exception):
        function()
