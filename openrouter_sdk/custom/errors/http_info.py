"""What is remembered of an HTTP response: plain values, so that results and exceptions pickle."""

from __future__ import annotations

from dataclasses import dataclass, field

from .headers import Headers
from .tree import OpenRouterError

__all__ = ["Headers", "HttpInfo", "attach_http", "attach_info"]

_GENERATION_ID = "x-generation-id"


@dataclass(frozen=True, slots=True)
class HttpInfo:
    """The HTTP side of an answer.

    Attributes:
        status: HTTP status of the response.
        headers: Response headers.
        generation_id: Id under which OpenRouter knows the generation, from the header `X-Generation-Id` unless given;
            None when the response has none.
        attempts: Requests made for this answer, retries included; 1 when the first one succeeded.
        elapsed_ms: Milliseconds from the first request to the response headers (for a stream) or the whole body.
    """

    status: int
    headers: Headers = field(default_factory=Headers)
    generation_id: str | None = None
    attempts: int = 1
    elapsed_ms: float = 0.0

    def __post_init__(self) -> None:
        if self.generation_id is None:
            object.__setattr__(self, "generation_id", self.headers.peek(_GENERATION_ID) or None)


def attach_http(result: object, http: HttpInfo) -> None:
    """Remember how `result`, an answer, came."""
    setattr(result, "_http", http)  # noqa: B010 - answers keep a place for it


def attach_info(error: OpenRouterError, http: HttpInfo) -> None:
    """Remember which response an error is about."""
    error.http_status, error.headers = http.status, http.headers
    error.attempts, error.generation_id = http.attempts, http.generation_id
