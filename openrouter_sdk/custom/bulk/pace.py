"""How fast a bulk run may go: the pace that all its requests share, and its budget. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass, field


@dataclass(slots=True)
class Pace:
    """How many requests may be under way, and from when on.

    The limit falls to half when the server says that it is too much, and rises by one each time that as many answers as
    the limit have come since. Requests that were already under way when it fell tell nothing new: each request carries
    the epoch it was sent in, and only the current one counts.

    Attributes:
        ceiling: The most that may ever be under way.
        limit: The most that may be under way now.
        epoch: How often the limit has fallen.
        strikes: How often it has fallen since the last answer.
        resume_at_s: The time before which nothing is sent.
    """

    ceiling: int
    limit: int = field(init=False)
    epoch: int = 0
    strikes: int = 0
    resume_at_s: float = -math.inf
    _answers: int = 0

    def __post_init__(self) -> None:
        self.limit = self.ceiling

    def throttled(self, epoch: int) -> bool:
        """Slow down after a request of `epoch`; False if that has already happened."""
        if epoch != self.epoch:
            return False
        self.epoch += 1
        self.strikes += 1
        self.limit = max(self.limit // 2, 1)
        self._answers = 0
        return True

    def pause(self, until_s: float) -> None:
        """Send nothing before `until_s`. A pause is never made shorter."""
        self.resume_at_s = max(self.resume_at_s, until_s)

    def answered(self, epoch: int) -> None:
        """A request of `epoch` was answered: step by step, be faster again."""
        if epoch != self.epoch:
            return
        self.strikes = 0
        self._answers += 1
        if self._answers >= self.limit:
            self.limit = min(self.limit + 1, self.ceiling)
            self._answers = 0


@dataclass(slots=True)
class Patience:
    """How long a run has been refused without an answer since.

    An answer to a request that was already under way at the first refusal proves nothing: only later epochs do.
    """

    _epoch: int | None = None
    _since_s: float = 0.0
    _paused_s: float = 0.0
    _until_s: float = -math.inf

    def refused(self, epoch: int, now_s: float) -> None:
        """A request of `epoch` was too much."""
        if self._epoch is None:
            self._epoch, self._since_s, self._paused_s = epoch, now_s, 0.0

    def paused(self, now_s: float, until_s: float) -> None:
        """Nothing is sent before `until_s`."""
        self._paused_s += max(until_s - max(self._until_s, now_s), 0.0)
        self._until_s = max(self._until_s, until_s)

    def answered(self, epoch: int) -> None:
        """A request of `epoch` was answered."""
        if self._epoch is not None and epoch > self._epoch:
            self._epoch = None

    def waited_s(self, now_s: float) -> float:
        """Seconds of the pauses since the first refusal, as far as they are over."""
        return self._paused_s - max(self._until_s - now_s, 0.0)

    def lasted_s(self, now_s: float) -> float:
        """Seconds since the first refusal."""
        return now_s - self._since_s


@dataclass(slots=True)
class Budget:
    """What a bulk run has cost, and whether another request fits under its ceiling.

    What is under way is counted with the mean cost so far. While no price is known, one request goes alone.

    Attributes:
        ceiling: The most the run may cost, in USD credits; None for no limit.
        spent: What is known to have been charged, in USD credits.
    """

    ceiling: float | None
    spent: float = 0.0
    _paid: int = 0
    _is_priced: bool = False

    def add(self, cost: float | None) -> None:
        """Count an answer; None when it does not tell its cost."""
        self._is_priced = True
        if cost is not None:
            self.spent += cost
            self._paid += 1

    def allows(self, in_flight: int) -> bool:
        """Whether one more may be sent while `in_flight` are under way."""
        if self.ceiling is None:
            return True
        if self.spent >= self.ceiling:
            return False
        if not self._is_priced:
            return in_flight == 0
        mean = self.spent / self._paid if self._paid else 0.0
        # Sums of prices such as 0.1 are a little off.
        return self.spent + mean * (in_flight + 1) <= self.ceiling * (1 + 1e-9)
