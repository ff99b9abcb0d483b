"""How tests wait: as long as a busy machine needs, and no longer than they must."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE_S = 30.0
"""For what comes at once, unless something is broken."""
TRIES = 5
"""At most in `given_time`. Each needs answers for all: a late request of an earlier one may take one of this."""


def given_time(run: Callable[[float], T], enough: Callable[[T], bool], seconds: float = 0.2) -> T:
    """What `run` gives within a limit that is short, for it runs out: where it was too short for what goes before.

    Args:
        run: Does it all, within a limit of so many seconds.
        enough: Whether what had to come before the limit ran out has come; else it all runs again, with more time.
        seconds: The first limit.
    """
    while not enough(found := run(seconds)) and seconds < PATIENCE_S:
        seconds *= 4
    return found
