"""What each phase of a request may take, and what its failures mean to the caller."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import NoResponseError, OpenRouterError, RequestTimedOutError, ResponseValidationError
from ..retry import CallClock
from .faults import Fault, Phase
from .message import parse_url

Phases = Mapping[str, float | None]
"""Seconds of each phase; None for any time."""

DEFAULT_PHASES: Phases = {"connect": 10.0, "read": 600.0, "write": 60.0, "pool": 60.0}
LONGEST_TIMEOUT_S = 2_000_000.0
"""23 days, close to the most that a socket can be told to wait; whoever asks for more gets this."""


_NEWS_TRAVELS_S = 2.0
"""Seconds within which who sends over an idle connection learns that it has ended: the news is under way already."""


class Timeouts(dict[str, float | None]):
    """The timeouts of one request, never longer than what is left of the whole call.

    It is asked for each phase as it begins; httpx, which is given it too, asks for "connect" only when it opens a new
    connection, and for "write" when it begins to send.
    """

    __slots__ = ("_clock", "_sending_since", "connecting")

    def __init__(self, phases: Phases, clock: CallClock) -> None:
        super().__init__(phases)
        self._clock = clock
        self._sending_since: float | None = None
        self.connecting: bool = False

    def get(self, key: str, default: Any = None) -> Any:
        """The seconds that a phase may take, as of now."""
        self.connecting = self.connecting or key == "connect"
        self._note(key)
        seconds = super().get(key, default)
        if self._clock.deadline_s is None:
            return seconds
        left = max(self._clock.deadline_s - self._clock.now(), 0.001)
        return left if seconds is None else min(seconds, left)

    def whole(self) -> float | None:
        """Seconds that are left of the whole call; None without a deadline."""
        deadline = self._clock.deadline_s
        return None if deadline is None else max(deadline - self._clock.now(), 0.0)

    def left(self, phase: Phase) -> float | None:
        """The same, for who can stop.

        Raises:
            TimeoutError: Nothing is left of the call.
        """
        self._note(phase)
        deadline = self._clock.deadline_s
        seconds = self[phase]
        if deadline is None:
            return seconds
        left = deadline - self._clock.now()
        if left <= 0:
            raise TimeoutError("the time of the whole call is up")
        return left if seconds is None or left < seconds else seconds

    def _note(self, phase: str) -> None:
        if phase == "write" and self._sending_since is None:
            self._sending_since = self._clock.now()

    def just_sent(self) -> bool:
        """Whether a kept connection that ends now may have ended before the request: later, the server was at work."""
        since = self._sending_since
        return since is None or self._clock.now() - since < _NEWS_TRAVELS_S


def meaning(fault: Fault, timeouts: Timeouts, clock: CallClock, url: str) -> OpenRouterError:
    """The SDK's error for a fault before the answer was complete."""
    host = parse_url(url).netloc.decode()
    if clock.is_over():
        # whatever it looks like: no phase lasts longer than the call
        late = clock.deadline_error()
        late.request_sent = fault.sent
        return late
    if fault.late:
        return RequestTimedOutError(_LATE[fault.phase].format(timeouts[fault.phase], host), request_sent=fault.sent)
    if fault.phase == "decode":
        return ResponseValidationError(f"the body cannot be decompressed: {fault}")
    return NoResponseError(f"no answer from {host}: {fault}", request_sent=fault.sent, stale_connection=fault.stale)


_LATE = {
    "pool": "no free connection within {} s: all are in use; raise limits= or the pool timeout",
    "connect": "no connection to {1} within {0} s (timeout)",
    "write": "the request was not taken within {} s (timeout)",
    "read": "no data within {} s (timeout)",
}
