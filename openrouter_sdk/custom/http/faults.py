"""What goes wrong below HTTP's answers, whichever client carries the request."""

from __future__ import annotations

from typing import Literal, TypeAlias

Phase: TypeAlias = Literal["pool", "connect", "write", "read", "decode"]


class Fault(Exception):  # noqa: N818 - what it means to the caller is decided elsewhere
    """The connection failed, took too long, or brought what cannot be understood.

    Args:
        phase: What was going on.
        message: What happened.
        late: Whether the time for this phase was up.
        stale: Whether the server closed a connection kept from an earlier request, without a word to this one.
    """

    def __init__(self, phase: Phase, message: str, *, late: bool = False, stale: bool = False) -> None:
        super().__init__(message)
        self.phase = phase
        self.late = late
        self.stale = stale

    @property
    def sent(self) -> bool:
        """Whether anything of the request may have reached the server."""
        return self.phase not in ("pool", "connect")


class Late(Exception):  # noqa: N818 - no error yet: what it means is decided elsewhere
    """Nothing came within the seconds that the reader gave."""
