"""What hooks are told of the end of a stream."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..errors import HttpInfo, OpenRouterError


@dataclass(frozen=True, slots=True)
class StreamEndEvent:
    """A stream is over: complete, closed early, or failed."""

    model: str | None
    provider: str | None
    generation_id: str | None
    latency_ms: float
    """Milliseconds from the first request to the end."""
    time_to_first_token_ms: float | None
    """Milliseconds from the first request to the first chunk; None when none came."""
    usage: Any
    """Usage received, as a `ChatUsage`; None when none came."""
    cost: float | None
    """What was charged, in USD credits."""
    complete: bool
    """Whether the stream was read to its end."""
    error: OpenRouterError | None = field(default=None, repr=False)
    operation_id: int = 0
    """A number of the call, the same in all its events."""
    operation: str = "chat.send"
    """What was called."""
    http: HttpInfo | None = field(default=None, repr=False)
    """Status, headers and attempts of the response that was read."""
    partial: Any = field(default=None, repr=False)
    """What had come, as a `ChatResult`; the whole answer when it is complete."""
