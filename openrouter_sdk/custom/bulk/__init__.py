"""Many requests, a few at a time: one pace and one budget for all, checkpoints, progress.

What happens next is decided without I/O, in one process; two drivers, threads and tasks, carry it out, themselves or
with the workers of an executor. Imports engine and all below; `chat` loads it when `map` is called.
"""

from __future__ import annotations

from .map import BulkItem, BulkOptions, map_async, map_sync
from .results import BulkResults
from .workers import BulkExecutor

__all__ = [
    "BulkExecutor",
    "BulkItem",
    "BulkOptions",
    "BulkResults",
    "map_async",
    "map_sync",
]
