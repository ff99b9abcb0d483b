"""Bytes of a chat stream into chunks, one at a time: the end mark, errors inside the stream, and what is no chunk."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeGuard

from openrouter_sdk import models

from ..errors import (
    MAX_DEPTH,
    NOT_JSON,
    HttpInfo,
    OpenRouterError,
    as_list,
    as_object,
    error_from_frame,
    error_from_text_event,
    error_in_answer,
    invalid_answer,
    is_object,
    is_too_deep,
    load_json,
    one_line,
    parse_json,
    server_words,
    tells_error,
)
from .accumulate import Accumulator
from .opened import MAX_EVENT_BYTES
from .plain import EventReader, observed
from .sse import Event, Item

MAX_PENDING_CHARS: Final = 8 * 1024 * 1024
"""Characters of events kept as they came before they are added up, which bounds the memory that a stream takes."""

_logger = logging.getLogger("openrouter_sdk")
_raw_decode: Final = json.JSONDecoder().raw_decode
_UNREAD: tuple[Any, int] = (None, -1)
_CHUNK_OBJECT: Final = "chat.completion.chunk"
_PARTS: Final = frozenset({"usage", "openrouter_metadata", "debug"})
_DONE: Final = "[DONE]"
_MAX_SHOWN_CHARS: Final = 128 * 1024
_NEVER_DEEP: Final = 2 * MAX_DEPTH
"""Characters of a text that has no room for too many brackets."""


class ChunkReader(EventReader):
    """Reads one chat stream: feed it the body as it arrives, and take the chunks it yields.

    Exhaust what one read gave before the next is fed. Heartbeats, unknown events and JSON that is no chunk are skipped.
    An error inside the stream is raised when it is reached, behind all chunks before it; the delta and usage of its own
    event go into `partial` only. Nothing is yielded after `[DONE]` or an error.

    Args:
        info: Status and headers of the stream, for its errors.
        max_event_bytes: Ceiling on one event, in bytes (default 64 MiB).
        choice_errors: Whether the failure of a choice is raised (default True) or handed out with its chunk.
        on_event: Called with each event and comment before it is read, what is skipped included. An exception it raises
            is logged and dropped.
    """

    done: bool

    def __init__(
        self,
        info: HttpInfo,
        *,
        max_event_bytes: int = MAX_EVENT_BYTES,
        choice_errors: bool = True,
        on_event: Callable[[Event], object] | None = None,
    ) -> None:
        super().__init__(info, _DONE, max_event_bytes=max_event_bytes, on_event=on_event)
        self._choice_errors = choice_errors
        self._accumulator = Accumulator()
        self._has_choice = False
        self._pending: list[str] = []
        self._pending_chars = 0
        # Another thread than the reading one may look at what has come so far.
        self._folding = threading.RLock()

    def finish(self) -> Iterator[dict[str, Any]]:
        """Yield what the end of the body completes, then judge whether the stream was complete.

        Raises:
            ChatError: The stream ends with an error.
            StreamInterruptedError: The stream ends with neither a finish reason nor `[DONE]`.
        """
        if self.done:
            return
        yield from self._read(_without_cut_off(self._decoder.flush()))
        error = self.interrupted("the stream ended with neither a finish reason nor [DONE]")
        if error is not None:
            raise error

    def interrupted(self, cause: str) -> OpenRouterError | None:
        """End a stream whose connection broke: the error to raise, or None if every choice had its finish reason."""
        if self.done:
            return None
        self.done = True
        self._fold()
        if self._accumulator.finished:
            _logger.info("the stream ended without [DONE] behind its finish reason: %s", one_line(cause))
            return None
        return self.cut(cause)

    def partial(self) -> models.ChatResult:
        """What the chunks yielded so far, and a failed one, add up to. Computed anew each time."""
        return models.ChatResult.from_dict(self.partial_dict())

    def partial_dict(self) -> dict[str, Any]:
        """The same as `partial`, as a fresh dict."""
        with self._folding:
            self._fold()
            return self._accumulator.result()

    @property
    def usage(self) -> dict[str, Any] | None:
        """The last usage received, as a fresh dict, or None."""
        with self._folding:
            self._fold()
            usage = self._accumulator.usage
        return usage if is_object(usage) else None

    def _read(self, items: Iterable[Item]) -> Iterator[dict[str, Any]]:
        """Turn items into chunks. Plain ones behind the first are recognised here, the rest are left to `_judged`."""
        items = items if self._on_event is None else observed(items, self._on_event)
        pending, begun = self._pending, self._has_choice
        try:
            for item in items:
                try:
                    value, end = _raw_decode(item) if isinstance(item, str) else _UNREAD
                except (ValueError, RecursionError):
                    value, end = _UNREAD
                if (
                    begun
                    and end == len(item)
                    and (end <= _NEVER_DEEP or not is_too_deep(str(item), value))
                    and value.__class__ is dict
                    and "error" not in value
                    and (choices := value.get("choices")).__class__ is list
                    and len(choices) == 1
                    and (choice := choices[0]).__class__ is dict
                    and "error" not in choice
                    and choice.get("finish_reason") != "error"
                ):
                    chunk: Any = value
                else:
                    chunk = self._judged(item)
                    if self.done:
                        return
                    if chunk is None:
                        continue
                    begun = self._has_choice
                # Kept as text: most streams are never added up, and dicts that die young are the cheap ones.
                pending.append(text := item if isinstance(item, str) else item.data)
                self._pending_chars += len(text)
                if self._pending_chars > MAX_PENDING_CHARS:
                    self._fold()
                yield chunk
        except OpenRouterError as error:
            self._ended(error)
            raise

    def _judged(self, item: Item) -> dict[str, Any] | None:
        """The chunk in an event; None if it holds none. Sets `done` at the end mark and raises the errors it tells."""
        name, text = ("message", item) if isinstance(item, str) else (item.event, item.data)
        if not name:
            if error := self._stray_error(text):
                raise error
            return None
        stripped = text.strip()
        if stripped == _DONE or (not stripped and name != "error"):
            self.done = stripped == _DONE
            if self.done and not self._has_choice:
                self._refuse_empty()
            return None
        value, why = _read(text)
        if why:
            if name == "error":
                raise error_from_text_event(text, self._info)
            if name != "message":
                return None
            shown = text[:_MAX_SHOWN_CHARS].encode(errors="replace")
            raise invalid_answer(self._info, shown, f"an event of the stream {why}")
        if tells_error(value, choice_errors=self._choice_errors):
            # The error itself and whose account it is belong to the exception, not to the answer.
            with self._folding:
                self._fold()
                kept = value.keys() - {"error", "user_id"} if "error" in value or "choices" in value else {"usage"}
                self._accumulator.add({key: part for key, part in value.items() if key in kept})
            raise error_from_frame(value, self._info)
        if name == "error":
            raise error_from_text_event(text, self._info)
        if not _is_chunk(value):
            self._said = server_words(value) or self._said
            return None
        if self._has_choice:
            return value
        # A whole answer as an event; one behind pieces only repeats them
        self._has_choice = any(map(is_object, as_list(value.get("choices"))))
        return {**value, "choices": list(map(_as_delta, value["choices"]))} if self._has_choice else value

    def _refuse_empty(self) -> None:
        """A stream without any choice is no answer, as little as a whole one is."""
        error = error_in_answer(self.partial_dict(), self._info, said=self._words())
        if error is not None:
            raise error

    def _ended(self, error: OpenRouterError) -> OpenRouterError:
        error.partial = self.partial()
        return super()._ended(error)

    def _fold(self) -> None:
        """Add up the chunks kept so far."""
        with self._folding:
            texts = self._pending[:]
            del self._pending[: len(texts)]
            self._pending_chars = 0
            for text in texts:
                try:
                    self._accumulator.add(json.loads(text))
                except RecursionError:
                    # It was read before, with more room on the stack.
                    _logger.warning("a chunk nested too deeply is left out of the partial answer")


def _as_delta(choice: Any) -> Any:
    """The choice of a whole answer as that of a chunk; any other as it is."""
    if not is_object(choice) or "message" not in choice or is_object(choice.get("delta")):
        return choice
    changed = {("delta" if key == "message" else key): value for key, value in choice.items() if key != "delta"}
    delta = as_object(changed.get("delta"))
    calls = as_list(delta.get("tool_calls"))
    if calls:
        numbered = [{"index": index, **call} if is_object(call) else call for index, call in enumerate(calls)]
        changed["delta"] = {**delta, "tool_calls": numbered}
    return changed


def _is_chunk(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is a chunk, rather than a heartbeat or something this SDK does not know."""
    if not is_object(value):
        return False
    return "choices" in value or value.get("object") == _CHUNK_OBJECT or ("id" in value and bool(value.keys() & _PARTS))


def _read(text: str) -> tuple[Any, str]:
    """The JSON in a text; or what is wrong with it, to be raised without the reader's error, which holds the text."""
    try:
        return load_json(text), ""
    except json.JSONDecodeError:
        return None, "is not JSON"
    except ValueError:
        return None, "holds JSON beyond what is read"


def _without_cut_off(items: Iterable[Item]) -> Iterator[Item]:
    """Drop a last event that is cut off: that the stream ended there tells more than that its JSON is broken."""
    for item in items:
        event = Event(data=item) if isinstance(item, str) else item
        is_plain = event.event == "message" and event.comment is None and event.data.strip() != _DONE
        if not is_plain or parse_json(event.data, NOT_JSON) is not NOT_JSON:
            yield item
