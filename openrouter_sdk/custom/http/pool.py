"""Which connections are kept while nobody uses them, and which are closed: the same for sync and async."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from .sender import Connection


class Limits(NamedTuple):
    """Limits on the connections of a client; the default values are the SDK's defaults.

    Attributes:
        most: How many there may be at once; None for any number.
        kept: How many are kept while nobody uses them; None for any number.
        expiry_s: Seconds after which an idle one is closed; None for never.
    """

    most: int | None = None
    kept: int | None = 100
    expiry_s: float | None = 5.0


C = TypeVar("C", bound="Connection")


class Pool(Generic[C]):
    """The connections of one client.

    Args:
        limits: How many. Who uses one has a place among `most` already: here only idle ones are closed to make room.

    Attributes:
        busy: Those in use.
    """

    def __init__(self, limits: Limits) -> None:
        self._most = limits.most
        self._kept = limits.kept
        self._expiry = limits.expiry_s
        self._closed = False
        # the longest idle first
        self._idle: OrderedDict[C, float] = OrderedDict()
        self._by_origin: dict[object, list[C]] = {}
        self.busy: set[C] = set()

    def take(self, origin: object) -> C | None:
        """The connection of this origin that was used last; None where a new one is needed."""
        self._expire()
        waiting = self._by_origin.get(origin)
        while waiting:
            found = waiting.pop()
            del self._idle[found]
            if found.usable():
                self.busy.add(found)
                found.reused = True
                return found
            found.close()
        return None

    def add(self, connection: C) -> None:
        """Take in a new connection, which is in use."""
        self.busy.add(connection)
        while self._most is not None and self._idle and len(self.busy) + len(self._idle) > self._most:
            self._close_oldest()

    def give_back(self, connection: C, *, reusable: bool) -> None:
        """Nobody uses this one any more."""
        self.busy.discard(connection)
        if not reusable or self._closed:
            connection.close()
            return
        self._idle[connection] = time.monotonic()
        self._by_origin.setdefault(connection.origin, []).append(connection)
        self._expire()
        if self._kept is not None and len(self._idle) > self._kept:
            self._close_oldest()

    def close(self) -> None:
        """Close what is idle, and from now on what is given back."""
        self._closed = True
        while self._idle:
            self._close_oldest()

    def abandon(self) -> None:
        """Close all, also what is in use: nobody will use anything any more."""
        for connection in [*self.busy, *self._idle]:
            connection.close()

    def _expire(self) -> None:
        if self._expiry is None or not self._idle:
            return
        before = time.monotonic() - self._expiry
        while self._idle and next(iter(self._idle.values())) < before:
            self._close_oldest()

    def _close_oldest(self) -> None:
        oldest, _ = self._idle.popitem(last=False)
        self._by_origin[oldest.origin].remove(oldest)
        oldest.close()
