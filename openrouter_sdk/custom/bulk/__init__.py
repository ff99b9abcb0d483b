"""Many requests, a few at a time: one pace and one budget for all, checkpoints, progress.

What happens next is decided without I/O; two drivers, threads and tasks, carry it out. Imports chat and all below.
"""

from __future__ import annotations

from .map import BulkItem, BulkOptions, BulkResults, BulkTools, map_async, map_sync

__all__ = [
    "BulkItem",
    "BulkOptions",
    "BulkResults",
    "BulkTools",
    "map_async",
    "map_sync",
]
