"""The sync stream. What it decides is in `_stream_state`; here is the reading and closing."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from math import inf
from threading import Lock
from types import TracebackType
from typing import Any, Generic, Self

from openrouter_sdk import models

from ..engine import Answer, Exchange, OpenStream, drive
from ..errors import OpenRouterError, StreamBusyError
from ..http import FAULTS, Client, Guard, Watch, aside, body_of
from .base import BUSY, D, Pick, StreamBase, T, TextPieces, tool_calls_of
from .state import DRAIN_S, ClosedMeanwhile, StreamState

__all__ = ["EventStream"]


class EventStream(StreamBase[T]):
    """A stream of chunks, made by `chat.send(stream=True)`.

    Iterate over it inside `with`, or close it when you stop early: closing ends the request. It may be closed from
    another thread, which ends the iteration; while an early error is retried, once that wait or request is over.
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

    def __init__(self, exchange: Exchange, opened: Answer, client: Client, sleep: Callable[[float], None]) -> None:
        self._closed = False
        self._reading = False
        self._one_reader = Lock()
        self._client = client
        self._sleep = sleep
        self._state = StreamState(exchange, opened)
        self._open(opened)

    def _open(self, opened: Answer) -> None:
        self._response = opened.response if isinstance(opened, OpenStream) else None
        self._guard: Guard | None = opened.guard if isinstance(opened, OpenStream) else None
        self._watch: Watch | None = None
        if self._guard is not None:
            self._guard.hold()
            self._watch = Watch(self._guard.shut_down)
        self._bytes = iter((self._state.whole or b"",)) if self._response is None else body_of(self._response)

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
                if self._closed:
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
                opened = drive(state.exchange, self._client, attempt, self._pause)
                state.restart(opened)
                self._open(opened)

    def _pause(self, seconds: float) -> None:
        self._sleep(seconds)
        if self._closed:
            raise ClosedMeanwhile

    def _read(self) -> bytes | None:
        """The next bytes of the body; None at its end.

        Raises:
            OpenRouterError: It has no end, or none in time.
        """
        watch = self._watch
        if watch is None:
            return next(self._bytes, None)
        left = self._state.seconds_left()
        if left <= 0:
            self._give_up(None)
            return None
        if left < inf:
            # `arm` and, below, `disarm`, without the calls: they come with every read
            watch.when = when = time.monotonic() + left
            if when < watch.dog.wakes_at:
                watch.arm(when)
        cause: Exception | None = None
        data: bytes | None = None
        self._reading = True
        try:
            if not self._closed:
                data = next(self._bytes, None)
        except FAULTS as error:
            cause = error
        finally:
            self._reading = False
            watch.when = inf
            if watch.firing.locked():
                watch.disarm()
        if data is None and (cause is not None or watch.fired):
            self._give_up(cause)
        return data

    def _give_up(self, cause: Exception | None) -> None:
        """Raise what the end of a wait means: a fault, or else that the time was up. Nothing if all has come."""
        if not self._closed:
            if self._watch is not None and self._watch.fired:
                # it is we who shut the socket down
                cause = None
            meant = self._state.late() if cause is None else self._state.broken(cause)
            if meant is not None:
                raise meant from cause

    def _drain(self) -> None:
        """Take the end of the body behind the last event, so that the connection can be used again; then close."""
        watch = self._watch
        if watch is not None and not watch.fired:
            until = time.monotonic() + DRAIN_S
            watch.arm(until)
            self._reading = True
            try:
                with suppress(*FAULTS):
                    while not self._closed and time.monotonic() < until and next(self._bytes, None) is not None:
                        pass
            finally:
                self._reading = False
                watch.disarm()
        self._closed = True

    def close(self) -> None:
        """End the request if it still runs. Closing twice does nothing."""
        self._closed = True
        if self._reading and self._guard is not None:
            # another thread is blocked in the read; it wakes up and closes the response itself
            self._guard.shut_down()
        else:
            self._release()

    def _release(self) -> None:
        self._close_response()
        self._state.tell_end()

    def _close_response(self) -> None:
        if self._watch is not None:
            self._watch.end()
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
        return self._state.final()

    def text_deltas(self) -> Iterator[str]:
        """The pieces of the first choice's text, without empty ones."""
        return self._deltas(TextPieces("text"))

    def reasoning_deltas(self) -> Iterator[str]:
        """The pieces of the first choice's reasoning text, without empty ones."""
        return self._deltas(TextPieces("reasoning"))

    def tool_call_deltas(self) -> Iterator[models.ChatStreamToolCall]:
        """The pieces of the first choice's tool calls. The whole calls are in `final()`."""
        return self._deltas(tool_calls_of)

    def _deltas(self, pick: Pick[D]) -> Iterator[D]:
        return _Deltas(self, pick)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

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
