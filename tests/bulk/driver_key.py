"""The key of the process that runs; alone here, as each process of a pool imports what holds a function it is sent."""

from __future__ import annotations

import os


def key_of_the_driver() -> str:
    """Another one in each process."""
    return f"key-of-{os.getpid()}"
