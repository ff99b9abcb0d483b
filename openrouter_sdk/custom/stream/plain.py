"""What reads the bodies of streams: events of any operation, and the bytes of a download."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..errors import (
    NOT_JSON,
    ChatError,
    HttpInfo,
    OpenRouterError,
    StreamInterruptedError,
    attach_info,
    error_from_frame,
    error_from_text_event,
    invalid_answer,
    is_object,
    parse_json,
    server_words,
    tells_error,
)
from .opened import MAX_EVENT_BYTES
from .sse import Event, EventDecoder, Item

_logger = logging.getLogger("openrouter_sdk")


class PieceReader:
    """Reads the body of one response: feed it what arrives, and take the pieces it yields.

    Attributes:
        done: Whether nothing more is to be read.
        sniffs: Whether the body may turn out to be a whole answer in place of a stream.
    """

    sniffs = False

    def __init__(self, info: HttpInfo) -> None:
        self.done: bool = False
        self._info = info

    @property
    def usage(self) -> dict[str, Any] | None:
        """The last usage received; None where none comes."""
        return None

    def feed(self, data: bytes) -> Iterator[Any]:
        """Yield the pieces that `data` completes."""
        raise NotImplementedError

    def finish(self) -> Iterator[Any]:
        """Yield what the end of the body completes, then judge whether it was complete."""
        raise NotImplementedError

    def interrupted(self, cause: str) -> OpenRouterError | None:
        """End a body that broke off: the error to raise, or None if nothing is missing."""
        return None if self.done else self.cut(cause)

    def cut(self, cause: str) -> OpenRouterError:
        """End a body of which something may be lost, whatever had come before."""
        return self._ended(StreamInterruptedError(cause))

    def _ended(self, error: OpenRouterError) -> OpenRouterError:
        """End the body with an error, which gets what is known only here."""
        self.done = True
        if error.http_status is None:
            attach_info(error, self._info)
        return error

    def partial(self) -> Any:
        """What the pieces add up to; None where they add up to nothing."""


class EventReader(PieceReader):
    """Reads server-sent events whose data is JSON. An event with an `error` is raised when it is reached.

    Args:
        info: Status and headers of the stream, for its errors.
        sentinel: The data of the event that ends the stream; "" where its body ends with the last event.
        max_event_bytes: Ceiling on one event, in bytes.
        on_event: Called with each event and comment before it is read.
    """

    sniffs = True
    done: bool

    def __init__(
        self,
        info: HttpInfo,
        sentinel: str,
        *,
        max_event_bytes: int = MAX_EVENT_BYTES,
        on_event: Callable[[Event], object] | None = None,
    ) -> None:
        super().__init__(info)
        self._sentinel = sentinel
        self._on_event = on_event
        self._said = ""  # What the last event that was passed over says.
        self._decoder = EventDecoder(max_event_bytes=max_event_bytes)

    def feed(self, data: bytes) -> Iterator[Any]:
        """Yield the events that `data` completes."""
        return iter(()) if self.done else self._read(self._decoder.feed(data))

    def finish(self) -> Iterator[Any]:
        """Yield what the end of the body completes; a promised end mark must have come."""
        if self.done:
            return
        yield from self._read(self._decoder.flush())
        if self._sentinel and not self.done:
            raise self.cut(f"the stream ended without {self._sentinel}")
        self.done = True

    def cut(self, cause: str) -> OpenRouterError:
        """End a body of which something may be lost. What was written into it outside of events may tell why."""
        told = self._stray_error(self._decoder.held) or self._stray_error(self._decoder.stray())
        return self._ended(told or StreamInterruptedError(cause + self._words()))

    def _stray_error(self, text: str) -> ChatError | None:
        """The error in JSON that stands, or ends, outside of events, as an event with it would have told it."""
        value = parse_json(text[text.rfind("\n{") + 1 :])
        return error_from_frame(value, self._info) if tells_error(value, choice_errors=False) else None

    def _words(self) -> str:
        """What the server said besides the answer, as the end of a message; "" for nothing."""
        text = self._decoder.stray()
        said = server_words(parse_json(text, text), whole=True) or self._said
        return f"; the server said: {said}" if said else ""

    def _read(self, items: Iterable[Item]) -> Iterator[Any]:
        if self._on_event is not None:
            items = observed(items, self._on_event)
        for item in items:
            name, text = ("message", item) if isinstance(item, str) else (item.event, item.data)
            if not name:
                if error := self._stray_error(text):
                    raise self._ended(error)
                continue
            if not text.strip():
                continue
            if self._sentinel and text.strip() == self._sentinel:
                self.done = True
                return
            yield self._value(name, text)

    def _value(self, name: str, text: str) -> Any:
        """The JSON of an event.

        Raises:
            OpenRouterError: It tells an error, or is no JSON.
        """
        value = parse_json(text, NOT_JSON)
        if value is NOT_JSON:
            if name == "error":
                raise self._ended(error_from_text_event(text, self._info))
            raise self._ended(invalid_answer(self._info, text.encode(errors="replace"), "an event is not JSON"))
        if is_object(value) and value.get("error"):
            raise self._ended(error_from_frame(value, self._info))
        return value


class BytesReader(PieceReader):
    """Hands on the bytes of a body as they come. Their length is checked by HTTP."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield the bytes."""
        return iter((data,) if data else ())

    def finish(self) -> Iterator[bytes]:
        """The body is over."""
        self.done = True
        return iter(())


def observed(items: Iterable[Item], on_event: Callable[[Event], object]) -> Iterator[Item]:
    """The items, each shown to a function of the caller first."""
    for item in items:
        try:
            on_event(Event(data=item) if isinstance(item, str) else item)
        except Exception as error:  # noqa: BLE001 - the caller's function may raise anything
            # Its message may quote the event, and content does not belong into logs.
            _logger.warning("on_event raised %s; the stream goes on", type(error).__name__)
        yield item
