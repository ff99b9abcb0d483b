"""Time and chance as the test says."""

from __future__ import annotations

from collections.abc import Callable


class FakeTime:
    """A clock that moves only while somebody sleeps, and then at once.

    Attributes:
        slept: The seconds of each sleep.
        chance: What the next random numbers are.
        on_sleep: Called when a sleep begins.
    """

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept: list[float] = []
        self.chance = 0.5
        self.on_sleep: Callable[[], object] = lambda: None

    def now(self) -> float:
        return self.seconds

    def random(self) -> float:
        return self.chance

    def sleep(self, seconds: float) -> None:
        self.on_sleep()
        self.slept.append(seconds)
        self.seconds += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)
