"""Tools that are not known before a run begins: those of a server, which is asked for them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from .making import Tool


class ToolSet(ABC):
    """An entry of `tools=` that stands for several tools; each run looks them up when it begins."""

    @property
    @abstractmethod
    def may_change(self) -> bool:
        """Whether the tools may change while a run goes on; they are then looked up before each request."""

    @abstractmethod
    async def listed(self) -> Sequence[Tool[..., Any]]:
        """The tools as they are now."""

    @abstractmethod
    def listed_now(self, seconds: float | None) -> Sequence[Tool[..., Any]]:
        """The same for a sync run.

        Args:
            seconds: How long it may take; None for no limit.

        Raises:
            TimeoutError: It took longer.
            TypeError: They can only be looked up in async code.
        """
