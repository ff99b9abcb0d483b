"""The async stream. What it decides is in `StreamState`; here is the reading and closing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, Self

from openrouter_sdk import models

from ..errors import OpenRouterError, StreamBusyError
from ..http import AsyncResponse, Fault, Late, seen
from ..retry import Attempt
from .base import BUSY, D, Pick, StreamBase, T, TextPieces, ToolCallPieces
from .heartbeats import Heartbeats
from .opened import ClosingAsync, Opened, OpenStream
from .state import DRAIN_S, StreamState

if TYPE_CHECKING:
    from ..engine import Exchange

__all__ = ["EventStreamAsync"]


class EventStreamAsync(StreamBase[T], ClosingAsync):
    """The same as `EventStream`, for `async for` and `async with`.

    A read that is cancelled, by `asyncio.timeout` for example, loses nothing: the next one goes on where it was, in
    whatever task. So cancelling does not end the request: leaving `async with` does, or `aclose()`, or dropping the
    stream. Another task of the same event loop may close it, which ends the iteration.
    """

    def __init__(
        self,
        exchange: Exchange,
        opened: Opened,
        send: Callable[[Attempt], Awaitable[Opened]],
    ) -> None:
        """Made by the engine.

        Args:
            exchange: The call.
            opened: Its answer.
            send: Sends again from an attempt on.
        """
        self._send = send
        self._loop = asyncio.get_running_loop()
        self._state = StreamState(exchange, opened)
        self._again: asyncio.Task[Opened] | None = None
        self._pulling = False
        self._left = False
        self._open(opened)
        self._closed = False

    def _open(self, opened: Opened) -> None:
        self._response: AsyncResponse | None = opened.response if isinstance(opened, OpenStream) else None

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        state = self._state
        try:
            while not self._closed:
                for raw in state.ready:
                    chunk: T = state.chunk(raw)
                    return chunk
                await self._pull()
        except (StreamBusyError, asyncio.CancelledError, GeneratorExit):
            # the other reader, or the next one, goes on
            raise
        except OpenRouterError as error:
            state.fail(error)
        except BaseException as error:
            state.cut_by(error)
            await self.aclose()
            raise
        await self.aclose()
        state.end()
        raise StopAsyncIteration

    async def _pull(self) -> None:
        """Make the next read ready, begin anew after an early error that allows it, or end.

        It can be cancelled at any point, and called again: what it waits for is kept.
        """
        if self._pulling:
            raise StreamBusyError(BUSY)
        self._pulling = True
        state = self._state
        try:
            if self._again is not None:
                await self._begin_anew(self._again)
            elif state.over:
                await self._drain()
            else:
                try:
                    data = await self._read()
                    if not self._closed:
                        state.take(data)
                except OpenRouterError as error:
                    self._try_again(state.next_attempt(error))
        finally:
            self._pulling = False

    def _try_again(self, attempt: Attempt) -> None:
        # a task, which goes on when the reader is cancelled, and does not keep the stream alive
        self._again = self._loop.create_task(_anew(self._response, self._send, attempt))
        self._again.add_done_callback(seen)

    async def _begin_anew(self, again: asyncio.Task[Opened]) -> None:
        await asyncio.wait((again,))
        if self._closed:
            return
        self._again = None
        if again.cancelled():
            self._state.cut_by(asyncio.CancelledError())
            return
        opened = again.result()
        self._state.restart(opened)
        self._open(opened)

    async def _read(self) -> bytes | None:
        """The next bytes of the body; None at its end.

        Raises:
            OpenRouterError: It has no end, or none in time.
        """
        state, response = self._state, self._response
        if response is None:
            whole, state.whole = state.whole, None
            return whole
        left = state.seconds_left()
        if left <= 0:
            if not self._left:
                self._give_up(Late())
                return None
            # what came while nobody read is given
            self._left, left = False, 0.0
        try:
            return await response.read(left)
        except (Late, Fault) as error:
            self._give_up(error)
            return None
        except (asyncio.CancelledError, GeneratorExit):
            self._left = True
            state.leave()
            raise

    async def _drain(self) -> None:
        """Take the end of the body behind the last event, so that the connection can be used again; then close."""
        if self._response is not None:
            until = self._loop.time() + DRAIN_S
            with suppress(Late, Fault):
                while (left := until - self._loop.time()) > 0 and await self._response.read(left) is not None:
                    pass
        self._closed = True

    async def aclose(self) -> None:
        """End the request if it still runs. Closing twice does nothing."""
        self._closed = True
        try:
            await self._close_response()
        finally:
            self._state.tell_end()

    async def close(self) -> None:
        """The same as `aclose`, in the official SDK's spelling."""
        await self.aclose()

    async def _close_response(self) -> None:
        again, self._again = self._again, None
        if again is not None:
            _give_up(again)
            if again is not asyncio.current_task():
                await asyncio.wait((again,))
        if self._response is not None:
            await self._response.aclose()

    async def final(self) -> models.ChatResult:
        """Read to the end and return the finished answer, equal in content to one that was not streamed.

        Raises:
            errors.OpenRouterError: As iterating does; again, if it was raised before.
            errors.StreamInterruptedError: The stream was closed before its end.
        """
        async for _ in self:
            pass
        result: models.ChatResult = self._state.final()
        return result

    def text_deltas(self) -> AsyncIterator[str]:
        """The pieces of the first choice's text, without empty ones."""
        return _Deltas(self, TextPieces("text"))

    def reasoning_deltas(self) -> AsyncIterator[str]:
        """The pieces of the first choice's reasoning text, without empty ones."""
        return _Deltas(self, TextPieces("reasoning"))

    def tool_call_deltas(self) -> AsyncIterator[models.ChatStreamToolCall]:
        """The pieces of the first choice's tool calls. The whole calls are in `final()`."""
        return _Deltas(self, ToolCallPieces())

    def with_heartbeat(self, seconds: float) -> AsyncIterator[T | None]:
        """The chunks, and None whenever `seconds` pass without one: a sign of life to pass on, to a browser say.

        There is no sync form: a thread that is blocked in a read cannot leave it and take it up again.

        Args:
            seconds: The longest pause, above 0.

        Raises:
            errors.ArgumentError: `seconds` is not above 0.
        """
        return Heartbeats(self, seconds)

    def __del__(self) -> None:
        if getattr(self, "_closed", True):
            return
        # RuntimeError: the loop is closed, and the connection with it
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(_end_later, self._again, self._response, self._state)


class _Deltas(Generic[D]):
    """An async iterator that needs no closing of its own, unlike an async generator."""

    def __init__(self, chunks: Any, pick: Pick[D]) -> None:
        self._chunks = chunks
        self._pick = pick
        self._ready: Iterator[D] = iter(())

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> D:
        while True:
            for delta in self._ready:
                return delta
            chunk = await anext(self._chunks, None)
            self._ready = iter(self._pick(chunk))
            if chunk is None:
                for delta in self._ready:
                    return delta
                raise StopAsyncIteration


_closing: set[asyncio.Task[None]] = set()


def _end_later(again: asyncio.Task[Opened] | None, response: AsyncResponse | None, state: StreamState) -> None:
    if again is not None:
        _give_up(again)
    if response is not None and not response.is_closed:
        _close_later(response)
    state.tell_end()


def _give_up(again: asyncio.Task[Opened]) -> None:
    """Cancel another attempt, and close what it may have opened all the same."""
    again.add_done_callback(_close_opened)
    again.cancel()


def _close_opened(again: asyncio.Task[Opened]) -> None:
    if not again.cancelled() and again.exception() is None:
        opened = again.result()
        if isinstance(opened, OpenStream):
            _close_later(opened.response)


def _close_later(response: AsyncResponse) -> None:
    # the loop keeps only weak references to tasks
    task = asyncio.get_running_loop().create_task(response.aclose())
    _closing.add(task)
    task.add_done_callback(_closing.discard)


async def _anew(
    response: AsyncResponse | None, send: Callable[[Attempt], Awaitable[Opened]], attempt: Attempt
) -> Opened:
    """Close a stream that failed early, and send again until there is another."""
    if response is not None:  # pragma: no branch - a whole answer is judged before it is a stream
        await response.aclose()
    return await send(attempt)
