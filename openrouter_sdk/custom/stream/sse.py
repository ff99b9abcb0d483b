"""Server-sent events: bytes in, events out, after the WHATWG rules for event streams.

Own code, not httpx-sse's decoder: that one takes text that is decoded already, drops comments, has no ceiling on an
event, and costs a multiple for the plain events that chat streams consist of.

One rule differs from the standard on purpose: an event that lacks its blank line at the end of the body is delivered,
by `flush`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from ..errors import ResponseValidationError
from .opened import MAX_EVENT_BYTES

_BOM: Final = b"\xef\xbb\xbf"
_DATA: Final = b"data: "
_BLANK: Final = b"\n\n"
_BETWEEN: Final = _BLANK + _DATA
_FIELDS: Final = (b"id", b"retry")
"""Fields that may come with a value that is passed over."""
_BEGINNINGS: Final = (b":", b"data:", b"event:", *(name + b":" for name in _FIELDS))
"""Of lines that are part of an event."""
_MAX_STRAY_BYTES: Final = 16 * 1024


class Event(NamedTuple):
    """One event, or one comment, of an event stream.

    Attributes:
        event: Name of the event; "message" when it has none. It is "" where `data` stood outside of any event and may
            be an error in JSON: what fails behind a stream's head may write into it as if it were an answer of its own.
        data: Its data lines, joined with line feeds.
        id: Last event id of the stream so far; None when there was none.
        retry: Reconnection time in milliseconds that came with the event, or None.
        comment: Text of a comment line (a keep-alive), all other fields being at their defaults; None for an event.
    """

    event: str = "message"
    data: str = ""
    id: str | None = None
    retry: int | None = None
    comment: str | None = None


Item: TypeAlias = str | Event
"""What the decoder gives: the data alone of an event that has nothing else, or an `Event`."""


class EventDecoder:
    """Decodes one event stream, in time and memory linear in its length, however it is cut into reads.

    Lines end with LF, CR or CRLF and with nothing else: U+2028, U+0085 and their like are text. Invalid UTF-8 is
    replaced by U+FFFD. A leading byte order mark is dropped.

    Args:
        max_event_bytes: Ceiling on the data lines of one event, and on any single line, in bytes.
    """

    def __init__(self, *, max_event_bytes: int = MAX_EVENT_BYTES) -> None:
        self._limit = max_event_bytes
        self._head: bytes | None = b""
        self._line = bytearray()
        self._after_cr = False
        self._failed = False
        self._plain = False  # Whether a plain event may begin here: nothing pending, no id that would go with it.
        self._data: list[bytes] = []
        self._size = 0
        self._name = b""
        self._retry: int | None = None
        self._id: str | None = None
        self._stray = bytearray()
        self._held: Event | None = None  # An error that stood within an event, until that one was given.

    def feed(self, data: bytes) -> Iterable[Item]:
        """The events and comments that `data`, cut anywhere, completes. Exhaust them before the next call.

        Raises:
            ResponseValidationError: While iterating: an event exceeds `max_event_bytes`. What came before it was given.
        """
        if self._plain and len(data) <= self._limit:
            text = str(data, "utf-8", "replace")
            if text.startswith("data: ") and text.endswith("\n\n") and "\r" not in text:
                if text.find("\n") == len(text) - 2:
                    return [text[6:-2]]
                values = text[6:-2].split("\n\ndata: ")
                if text.count("\n") == 2 * len(values):
                    return values
        return self._decode(data)

    def _decode(self, data: bytes) -> Iterator[Item]:
        if not self._failed:
            self._plain = False
            yield from self._decode_any(data)
            inside = self._line or self._data or self._name or self._retry is not None
            self._plain = not (inside or self._after_cr or self._head is not None or self._id is not None)

    def _decode_any(self, data: bytes) -> Iterator[Item]:
        """Decode data whatever it is, in whatever state."""
        if self._head is not None:
            data = self._without_bom(data)
        if b"\r" in data or self._after_cr:
            yield from self._decode_lines(data)
            return
        start = 0
        if self._data or self._name or self._retry is not None:
            blank = data.find(_BLANK)
            start = len(data) if blank < 0 else blank + 2
            yield from self._decode_lines(data[:start])
        elif self._line and (end := data.find(b"\n")) >= 0:
            self._line += data[:end]
            if data.startswith(_BLANK, end) and self._line.startswith(_DATA) and self._id is None:
                self._check(0)
                yield self._take_plain_line()
                start = end + 2
            else:
                # Only once for each line, however many reads it took: that keeps this linear.
                data = bytes(self._line) + data[end:]
                self._line.clear()
        yield from self._decode_blocks(data, start)

    def flush(self) -> Iterator[Item]:
        """Yield what the end of the body completes. Raises as `feed` does."""
        self._line += self._head or b""  # The body may end inside what might have become a byte order mark.
        self._head = None
        self._after_cr = False
        # The end of the body ends the last line and the last event; the blank line dispatches it.
        yield from self._decode_lines(b"\n\n" if self._line else b"\n")

    @property
    def held(self) -> str:
        """The error that stands within the event that is open; "" for none."""
        return self._held.data if self._held else ""

    def stray(self) -> str:
        """The beginning of what stood outside of events, with a line of it that has no end yet; "" for nothing."""
        line = bytes(self._line[:_MAX_STRAY_BYTES])
        in_event = any(line.startswith(begins) or begins.startswith(line) for begins in _BEGINNINGS)
        return str(self._stray + (b"" if in_event else line), "utf-8", "replace")

    def _decode_blocks(self, data: bytes, start: int) -> Iterator[Item]:
        """Decode data without CR from `start`, where an event begins: plain events in one go, the rest by lines."""
        end = data.rfind(_BLANK, start)
        while start <= end:
            if data.startswith(_DATA, start) and end - start <= self._limit and self._id is None:
                run = data[start + len(_DATA) : end]
                values = run.split(_BETWEEN)
                plain = run.count(b"\n") == 2 * (len(values) - 1)
                for value in values:
                    # Other lines of an event stand in it or between it and the next one.
                    if plain or not (b"\n" in value or self._id is not None):
                        yield str(value, "utf-8", "replace")
                    else:
                        yield from self._decode_lines(_DATA + value + _BLANK)
                start = end + 2
            else:
                stop = data.find(_BLANK, start) + 2
                yield from self._decode_lines(data[start:stop])
                start = stop
        rest = data[start:]
        if b"\n" in rest:
            yield from self._decode_lines(rest)
        elif rest:
            self._line += rest
            self._check(0)

    def _decode_lines(self, data: bytes) -> Iterator[Item]:
        """Decode any data, line by line."""
        if self._after_cr and data:
            self._after_cr = False
            if data.startswith(b"\n"):
                data = data[1:]
        if not data:
            return
        self._after_cr = data.endswith(b"\r")
        lines = data.splitlines()  # Of bytes (unlike of text), at LF, CR and CRLF only.
        rest = b"" if data.endswith((b"\n", b"\r")) else lines.pop()
        for line in lines:
            whole = line
            if self._line:
                self._line += line
                whole = bytes(self._line)
                self._line.clear()
            item = self._take_line(whole)
            if item is not None:
                yield item
                if self._held is not None and not self._data:
                    held, self._held = self._held, None
                    yield held
        self._line += rest
        self._check(0)

    def _take_line(self, line: bytes) -> Item | None:
        """Take one line without its end; return what it completes."""
        self._check(len(line))
        if not line:
            return self._dispatch()
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
            self._size += len(line)
        elif not name:
            return Event(comment=str(value, "utf-8", "replace"))
        elif name == b"event":
            self._name = value
        elif name == b"id" and b"\0" not in value:
            self._id = str(value, "utf-8", "replace")
        elif name == b"retry" and value.isdigit() and len(value) < 16:
            self._retry = int(value)
        elif name not in _FIELDS:
            return self._take_stray(line)
        return None

    def _take_stray(self, line: bytes) -> Event | None:
        """Keep a line that is no part of an event; give what may be an error in JSON when its last line has come."""
        self._stray += line[:_MAX_STRAY_BYTES] + b"\n"
        del self._stray[_MAX_STRAY_BYTES:]
        whole = len(self._stray) < _MAX_STRAY_BYTES
        if not line.rstrip().endswith(b"}"):
            return None
        lines = self._stray[self._stray.rfind(b"\n{") + 1 : -1] if whole else b""
        text = line if line.startswith(b"{") else lines
        error = Event("", str(text, "utf-8", "replace")) if b'"error"' in text else None
        if not self._data:
            return error
        self._held = error or self._held  # or it would come before what it stands behind
        return None

    def _take_plain_line(self) -> str:
        """Take the pending line, a whole event; as it may be large, without a copy besides the text."""
        with memoryview(self._line) as line:
            text = str(line[len(_DATA) :], "utf-8", "replace")
        self._line.clear()
        return text

    def _dispatch(self) -> Item | None:
        """End the event at a blank line; without data lines it is none."""
        lines, name, retry = self._data, self._name, self._retry
        self._name, self._retry = b"", None
        if not lines:
            return None
        self._data, self._size = [], 0
        text = str(lines[0] if len(lines) == 1 else b"\n".join(lines), "utf-8", "replace")
        if self._id is None and retry is None and name in {b"", b"message"}:
            return text
        return Event(str(name, "utf-8", "replace") or "message", text, self._id, retry)

    def _check(self, more: int) -> None:
        """Refuse an event that outgrows the ceiling with its pending line and `more` bytes."""
        if self._size + len(self._line) + more <= self._limit:
            return
        self._failed = True
        self._line.clear()
        self._data, self._size = [], 0
        msg = f"an event of the stream is larger than max_event_bytes={self._limit!r}"
        raise ResponseValidationError(msg)

    def _without_bom(self, data: bytes) -> bytes:
        """Hold the first bytes back until it is known whether they are a byte order mark."""
        head = (self._head or b"") + data
        if len(head) < len(_BOM) and _BOM.startswith(head):
            self._head = head
            return b""
        self._head = None
        return head.removeprefix(_BOM)
