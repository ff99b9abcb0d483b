"""What hooks are told of a retry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..errors import OpenRouterError


@dataclass(frozen=True, slots=True)
class RetryEvent:
    """A request failed and will be sent again."""

    attempt: int
    """Requests made so far."""
    delay_s: float
    """Seconds until the next one."""
    error: OpenRouterError
    status: int | None
    """Status the error stands for; None when there was no answer."""
    operation_id: int = 0
    """A number of the call, the same in all its events; see `Hooks`."""
