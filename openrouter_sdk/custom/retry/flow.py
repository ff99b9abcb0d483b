"""The course of one call as a plain generator: it yields attempts, is sent what they failed with, and decides."""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable, Generator
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from ..errors import ArgumentError, NoResponseError, OpenRouterError, RequestTimedOutError
from .policy import RetryPolicy

if TYPE_CHECKING:
    from .events import RetryEvent

_TICK_S = 0.01
"""How much too early a timeout may come, in seconds, and still be the one of the whole call."""


class Runtime:
    """Where a client gets time and chance from: what a test replaces.

    Attributes:
        sleep_async: None for `asyncio.sleep`, which sync programs never load.
    """

    __slots__ = ("now", "random", "sleep", "sleep_async")

    def __init__(self) -> None:
        self.now: Callable[[], float] = time.monotonic
        self.random: Callable[[], float] = random.random
        self.sleep: Callable[[float], None] = time.sleep
        self.sleep_async: Callable[[float], Awaitable[None]] | None = None


class Attempt(NamedTuple):
    """The next request, and the seconds to wait before it."""

    number: int
    delay_s: float


class CallClock(NamedTuple):
    """The time of one call.

    Attributes:
        now: The clock, in seconds; only differences count.
        random: Gives numbers in [0, 1), to spread retries.
        started_s: When the call began.
        deadline_s: When the whole call must be over; None for no limit.
        total_s: The same as a length, for messages.
    """

    now: Callable[[], float]
    random: Callable[[], float]
    started_s: float
    deadline_s: float | None
    total_s: float | None

    @classmethod
    def start(cls, now: Callable[[], float], random: Callable[[], float], total_s: float | None) -> CallClock:
        """The clock of a call that begins now."""
        started = now()
        return cls(now, random, started, None if total_s is None else started + total_s, total_s)

    def elapsed_ms(self) -> float:
        """Milliseconds since the call began."""
        return (self.now() - self.started_s) * 1000

    def is_over(self) -> bool:
        """Whether the time of the whole call is up."""
        return self.deadline_s is not None and self.now() >= self.deadline_s - _TICK_S

    def deadline_error(self) -> RequestTimedOutError:
        """The error of a call that took too long."""
        return RequestTimedOutError(f"the call did not end within {self.total_s:g} s (timeout_ms)")


def call_flow(
    policy: RetryPolicy,
    clock: CallClock,
    tell: Callable[[RetryEvent], object],
    operation_id: int = 0,
) -> Generator[Attempt, OpenRouterError, NoReturn]:
    """Yield attempts until the driver is content; raise the error that ends the call.

    Args:
        policy: What is tried again.
        clock: The time of the call.
        tell: Told of each attempt that will be followed by another.
        operation_id: The number of the call, for those who are told.
    """
    number, delay, waited, stale_retried = 1, 0.0, 0.0, False
    failed: OpenRouterError | None = None
    while True:
        error = yield Attempt(number, delay)
        if isinstance(error, ArgumentError):
            raise error if failed is None else _not_tried_again(failed, error)
        from .decide import next_delay  # lazy: most calls succeed at once

        failed = error
        error.attempts = number
        wait = next_delay(
            policy,
            attempt=number,
            error=error,
            waited_s=waited,
            random=clock.random,
            elapsed_s=clock.now() - clock.started_s,
            stale_retried=stale_retried,
        )
        if wait is None:
            raise error
        if clock.deadline_s is not None and clock.now() + wait >= clock.deadline_s:
            if getattr(error, "retry_after", None):
                raise error
            late = clock.deadline_error()
            late.attempts = number
            raise late from error
        stale_retried = stale_retried or (isinstance(error, NoResponseError) and error.stale_connection)
        from .events import RetryEvent  # lazy: few calls are tried again

        tell(RetryEvent(number, wait, error, getattr(error, "status_code", error.http_status), operation_id))
        number, delay, waited = number + 1, wait, waited + wait


def _not_tried_again(failed: OpenRouterError, why: ArgumentError) -> OpenRouterError:
    """The last error of a call whose next request cannot be sent: it tells more than that."""
    failed.add_note(f"not tried again: {why}")
    return failed
