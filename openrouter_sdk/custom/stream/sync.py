"""The sync stream. What it decides is in `StreamState`; here is the reading and closing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, Generic, Self

from openrouter_sdk import models

from ..errors import OpenRouterError, StreamBusyError
from ..http import Fault, Late, Response, aside
from ..retry import Attempt
from .base import BUSY, D, Pick, StreamBase, T, TextPieces, ToolCallPieces
from .opened import Closing, Opened, OpenStream
from .state import DRAIN_S, ClosedMeanwhile, StreamState

if TYPE_CHECKING:
    from ..engine import Exchange

__all__ = ["EventStream"]


class EventStream(StreamBase[T], Closing):
    """A stream of chunks, made by `chat.send(stream=True)`.

    Iterate over it inside `with`, or close it when you stop early: closing ends the request. It may be closed from
    another thread, which ends the iteration; while an early error is retried, once a request under way is answered.
    `timeout_ms` counts from the call to the end of the stream, including the time you take between chunks; chunks that
    have come by then are still given.

    Raises, while iterating:
        errors.ChatError: The stream reports an error; chunks before it were given first.
        errors.StreamInterruptedError: It broke off, or ended with neither a finish reason nor its end mark.
        errors.RequestTimedOutError: No data for too long, or the whole call took too long.
        errors.ResponseValidationError: What came is no chat stream.

        errors.StreamBusyError: Another thread waits for the next chunk, and reads on undisturbed.

    Each but the last carries in `partial` what was received. After a finish reason a lost tail is no error. An
    exception from outside that cuts a read short, such as a `KeyboardInterrupt`, ends the request; the next read then
    raises a `StreamInterruptedError`.
    """

    def __init__(
        self,
        exchange: Exchange,
        opened: Opened,
        send: Callable[[Attempt, Callable[[float], None]], Opened],
        sleep: Callable[[float, Event], None],
    ) -> None:
        """Made by the engine.

        Args:
            exchange: The call.
            opened: Its answer.
            send: Sends again from an attempt on, waiting with the function it is given.
            sleep: Waits so many seconds, unless the event is set.
        """
        self._closed = False
        self._reading = False
        self._pausing: Event | None = None
        self._one_reader = Lock()
        self._send = send
        self._sleep = sleep
        self._state = StreamState(exchange, opened)
        self._open(opened)

    def _open(self, opened: Opened) -> None:
        self._response: Response | None = opened.response if isinstance(opened, OpenStream) else None

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        state, one_reader = self._state, self._one_reader
        if not one_reader.acquire(False):
            raise StreamBusyError(BUSY)
        try:
            try:
                while not self._closed:
                    for raw in state.ready:
                        chunk: T = state.chunk(raw)
                        return chunk
                    self._pull()
            except OpenRouterError as error:
                state.fail(error)
                self._closed = True
            except BaseException as error:
                state.cut_by(error)
                self._closed = True
                raise
            finally:
                if self._closed:  # pragma: no branch - where it is not, a chunk is returned
                    self._release()
            state.end()
        finally:
            one_reader.release()
        raise StopIteration

    def _pull(self) -> None:
        """Make the next read ready, begin anew after an early error that allows it, or end."""
        state = self._state
        if state.over:
            self._drain()
            return
        try:
            data = self._read()
            if not self._closed:
                state.take(data)
        except OpenRouterError as error:
            attempt = state.next_attempt(error)
            self._close_response()
            with suppress(ClosedMeanwhile):
                opened = self._send(attempt, self._pause)
                state.restart(opened)
                self._open(opened)

    def _pause(self, seconds: float) -> None:
        self._pausing = pausing = Event()
        try:
            if not self._closed:
                self._sleep(seconds, pausing)
        finally:
            if self._closed:
                raise ClosedMeanwhile

    def _read(self) -> bytes | None:
        """The next bytes of the body; None at its end.

        Raises:
            OpenRouterError: It has no end, or none in time.
        """
        state, response = self._state, self._response
        if response is None:
            whole, state.whole = state.whole, None
            return whole
        self._reading = True
        try:
            if (left := state.seconds_left()) <= 0:
                raise Late
            if not self._closed:
                return response.read(left)
        except (Late, Fault) as error:
            self._give_up(error)
        finally:
            self._reading = False
        return None

    def _drain(self) -> None:
        """Take the end of the body behind the last event, so that the connection can be used again; then close."""
        if self._response is not None:
            self._reading = True
            try:
                with suppress(Late, Fault):
                    if not self._closed:
                        self._response.read_end(DRAIN_S)
            finally:
                self._reading = False
        self._closed = True

    def close(self) -> None:
        """End the request if it still runs. Closing twice does nothing."""
        self._closed = True
        if self._pausing is not None:
            self._pausing.set()
        if self._reading and self._response is not None:
            # another thread is blocked in the read; it wakes up and closes the response itself
            self._response.shut_down()
        else:
            self._release()

    def _release(self) -> None:
        self._close_response()
        self._state.tell_end()

    def _close_response(self) -> None:
        if self._response is not None:
            self._response.close()

    def final(self) -> models.ChatResult:
        """Read to the end and return the finished answer, equal in content to one that was not streamed.

        Raises:
            errors.OpenRouterError: As iterating does; again, if it was raised before.
            errors.StreamInterruptedError: The stream was closed before its end.
        """
        for _ in self:
            pass
        result: models.ChatResult = self._state.final()
        return result

    def text_deltas(self) -> Iterator[str]:
        """The pieces of the first choice's text, without empty ones."""
        return _Deltas(self, TextPieces("text"))

    def reasoning_deltas(self) -> Iterator[str]:
        """The pieces of the first choice's reasoning text, without empty ones."""
        return _Deltas(self, TextPieces("reasoning"))

    def tool_call_deltas(self) -> Iterator[models.ChatStreamToolCall]:
        """The pieces of the first choice's tool calls. The whole calls are in `final()`."""
        return _Deltas(self, ToolCallPieces())

    def __del__(self, _ending: Callable[[], bool] = sys.is_finalizing) -> None:
        # an object whose making failed lacks attributes; closing while Python ends can crash the interpreter
        if not getattr(self, "_closed", True) and not _ending():
            aside(self.close)


class _Deltas(Generic[D]):
    """An iterator that can be read on after an exception from outside, unlike a generator."""

    def __init__(self, chunks: Any, pick: Pick[D]) -> None:
        self._chunks = chunks
        self._pick = pick
        self._ready: Iterator[D] = iter(())

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> D:
        while True:
            for delta in self._ready:
                return delta
            chunk = next(self._chunks, None)
            self._ready = iter(self._pick(chunk))
            if chunk is None:
                return next(self._ready)
