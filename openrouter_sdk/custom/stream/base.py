"""What both stream classes show alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar

from openrouter_sdk import models

from ..errors import HttpInfo, StreamBusyError, as_list
from ..http import Fault, Late
from .pieces import whole_characters
from .state import StreamState

T = TypeVar("T")
D = TypeVar("D")

Pick: TypeAlias = Callable[["models.ChatStreamChunk | None"], Iterable[D]]
"""What a chunk adds to one aspect of the answer; with None, what is left at the end."""

BUSY: Final = "another task or thread waits for the next chunk of this stream already"


class OneReader:
    """Lets in one reader at a time, for the length of a `with` block.

    Raises:
        StreamBusyError: On entering: there is one already.
    """

    __slots__ = ("_lock",)

    def __init__(self) -> None:
        self._lock = Lock()

    def __enter__(self) -> None:
        if not self._lock.acquire(blocking=False):
            raise StreamBusyError(BUSY)

    def __exit__(self, *_: object) -> None:
        self._lock.release()


class StreamBase(Generic[T]):
    """The properties of a stream."""

    _state: StreamState
    _closed: bool

    def _give_up(self, error: Late | Fault) -> None:
        """Raise what the end of a wait means: a fault, or else that the time was up. Nothing if all has come."""
        if not self._closed:
            meant = self._state.late() if isinstance(error, Late) else self._state.broken(error)
            if meant is not None:
                raise meant from error.__cause__

    @property
    def http(self) -> HttpInfo:
        """Status, headers, generation id and attempts, known before the first chunk."""
        return self._state.info

    @property
    def partial(self) -> models.ChatResult:
        """What has been received so far, also after an error or an early end.

        Computed anew each time, at a cost that grows with the answer. A half-written tool call in it is half-written:
        its choice has no finish reason.
        """
        result: models.ChatResult = self._state.partial()
        return result

    @property
    def usage(self) -> models.ChatUsage | None:
        """Usage and cost, which come with the last chunk; None before."""
        found = self._state.reader.usage
        return None if found is None else models.ChatUsage.from_dict(found)

    if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

        def __getattr__(self, name: str) -> Any:
            known = not name.startswith("_") and hasattr(models.ChatResult, name)
            hint = f"; final() reads it to its end and gives the whole answer, which has {name!r}" if known else ""
            told = f"{type(self).__name__!r} object has no attribute {name!r}{hint}"
            raise AttributeError(told, name=name, obj=self)


class _OfFirstChoice(Generic[D]):
    """Picks from the chunks of a stream what they add to the choice with the lowest index: answers call it the first.

    What choices other than 0 bring is kept for the end, as long as one with a lower index may come.
    """

    def __init__(self) -> None:
        self._has_lowest = False
        self._others: dict[int, list[D]] = {}

    def __call__(self, chunk: models.ChatStreamChunk | None) -> Sequence[D]:
        """The pieces that a chunk adds; at the end, for None, those that were kept."""
        if chunk is None:
            others, self._others = self._others, {}
            return [*self._whole(others[min(others)] if others else []), *self._rest()]
        if not self._has_lowest:
            self._look(chunk)
        return self._whole(self._pick(chunk))

    def _look(self, chunk: models.ChatStreamChunk) -> None:
        for choice in as_list(getattr(chunk, "choices", None)):
            if not isinstance(choice, models.ChatStreamChoice):
                continue
            index: Any = choice.index
            if type(index) is not int or index == 0:
                self._has_lowest = True
                self._others = {}
                return
            alone = {"choices": [{**choice.to_dict(), "index": 0}]}
            if found := self._pick(models.ChatStreamChunk.from_dict(alone)):
                self._others.setdefault(index, []).extend(found)

    def _pick(self, chunk: models.ChatStreamChunk) -> Sequence[D]:
        raise NotImplementedError

    def _whole(self, pieces: Sequence[D]) -> Sequence[D]:
        return pieces

    def _rest(self) -> Sequence[D]:
        return ()


class TextPieces(_OfFirstChoice[str]):
    """Picks a text in pieces, none of which ends within a character; some servers cut one in two.

    Args:
        name: The attribute of a chunk that holds what it adds to the text.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._of = attrgetter(name)
        self._half = ""

    def _pick(self, chunk: models.ChatStreamChunk) -> Sequence[str]:
        text: str = self._of(chunk)
        return (text,) if text else ()

    def _whole(self, pieces: Sequence[str]) -> Sequence[str]:
        found: list[str] = []
        for text in pieces:
            if self._half:
                text, self._half = whole_characters(self._half + text), ""  # noqa: PLW2901 - the same text, whole
            if "\ud800" <= text[-1] <= "\udbff":
                text, self._half = text[:-1], text[-1]  # noqa: PLW2901
            if text:
                found.append(text)
        return found

    def _rest(self) -> Sequence[str]:
        half, self._half = self._half, ""
        return (half,) if half else ()


class ToolCallPieces(_OfFirstChoice["models.ChatStreamToolCall"]):
    """Picks the pieces of tool calls."""

    def _pick(self, chunk: models.ChatStreamChunk) -> Sequence[models.ChatStreamToolCall]:
        calls = as_list(getattr(chunk.delta, "tool_calls", None))
        return [call for call in calls if isinstance(call, models.ChatStreamToolCall)]
