"""What a stream is given: an opened answer, how large it may be, what reads it, and what closes it."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, Self, TypeAlias

from ..http import Timeouts

if TYPE_CHECKING:
    from ..engine import Call
    from ..errors import HttpInfo
    from .plain import PieceReader
    from .sse import Event

MAX_EVENT_BYTES: Final = 64 * 1024 * 1024
"""Largest event that is accepted, in bytes. An image or a piece of audio in base64 may take tens of megabytes."""

MAX_RESPONSE_BYTES: Final = 256 * 1024 * 1024
"""Largest answer that is accepted, in bytes: several images, or a stream of more than a million events."""

_EVENT_STREAM: Final = "text/event-stream"
NO_EVENT_STARTS: Final = (b"{", b"[", b"<")
"""No line of an event stream begins like this; an answer that was not streamed, and a page of HTML, do."""
_EVENT_STARTS: Final = (b"data:", b":", b"event:", b"id:", b"retry:")


def looks_like_events(info: HttpInfo, text: bytes) -> bool:
    """Whether a body, without the white space before it, is an event stream, whatever its media type says."""
    media_type = (info.headers.peek("content-type") or "").lower()
    return text.startswith(_EVENT_STARTS) or (_EVENT_STREAM in media_type and not text.startswith(NO_EVENT_STARTS))


class OpenStream(NamedTuple):
    """A response that is still to be read."""

    response: Any
    """A `Response` or an `AsyncResponse`."""
    info: HttpInfo
    timeouts: Timeouts


class WholeAnswer(NamedTuple):
    """The answer of a server that did not stream although it was asked to."""

    result: Any
    info: HttpInfo


Opened: TypeAlias = OpenStream | WholeAnswer


class AnswerReader(Protocol):
    """What the answers of an operation mean."""

    def read(self, call: Call, info: HttpInfo, body: bytes) -> Any:
        """The answer in a response that was read whole.

        Raises:
            OpenRouterError: What the status or the body tells.
        """
        ...

    def pieces(
        self, call: Call, info: HttpInfo, max_event_bytes: int, on_event: Callable[[Event], object] | None
    ) -> PieceReader:
        """What reads the body of a stream."""
        ...

    def piece(self, call: Call) -> Callable[[Any], Any]:
        """What makes of a piece what the user gets."""
        ...

    def as_events(self, call: Call, result: Any) -> bytes:
        """A whole answer as the stream that was asked for."""
        ...


class _BoundHere:
    """What holds a connection, which no other process has and no copy may share."""

    def __reduce__(self) -> tuple[Any, ...]:
        hint = "; what final() gives can" if hasattr(type(self), "final") else ""
        raise TypeError(f"{type(self).__name__} can be neither pickled nor copied{hint}")


class Closing(_BoundHere):
    """What `with` closes when its block is left."""

    def close(self) -> None:
        """Close it."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class ClosingAsync(_BoundHere):
    """What `async with` closes when its block is left."""

    async def aclose(self) -> None:
        """Close it."""
        raise NotImplementedError

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()
