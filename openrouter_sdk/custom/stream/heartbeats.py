"""Signs of life between the items of an async iterator that comes with pauses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Generic, Self, TypeVar

from ..errors import ArgumentError, OpenRouterError

T = TypeVar("T")


class Heartbeats(Generic[T]):
    """The items of an iterator, and None whenever some time passes without one.

    Args:
        items: Whose `anext` loses nothing when it is cancelled.
        seconds: The longest pause, above 0.

    Raises:
        ArgumentError: `seconds` is not above 0.
    """

    def __init__(self, items: AsyncIterator[T], seconds: float) -> None:
        if not seconds > 0:
            raise ArgumentError(f"seconds must be above 0, not {seconds!r}")
        self._items = items
        self._seconds = seconds

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T | None:
        limit = asyncio.timeout(self._seconds)
        try:
            async with limit:
                return await anext(self._items)
        except TimeoutError as error:
            if isinstance(error, OpenRouterError) or not limit.expired():
                raise
            return None
