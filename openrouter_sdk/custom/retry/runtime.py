"""Clock, sleep and chance: what a test replaces."""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(slots=True)
class Runtime:
    """Where a client gets time and chance from."""

    now: Callable[[], float] = time.monotonic
    random: Callable[[], float] = random.random
    sleep: Callable[[float], None] = time.sleep
    sleep_async: Callable[[float], Awaitable[None]] | None = None
    """None for `asyncio.sleep`, which sync programs never load."""
