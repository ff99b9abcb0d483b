"""The two stream classes. What they do is written once, in `_stream_state`; here is the reading and closing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

import httpx

from .. import models
from ._drivers import drive, drive_async
from ._http_info import HttpInfo
from ._sending import Exchange, OpenStream
from ._stream_state import DRAIN_S, StreamState
from ._transport import shut_down
from ._watchdog import Watch
from .exceptions import OpenRouterError

T = TypeVar("T")
_FAULTS = (httpx.TransportError, httpx.DecodingError)


class _Stream(Generic[T]):
    """What both stream classes show."""

    _state: StreamState

    @property
    def http(self) -> HttpInfo:
        """Status, headers, generation id and attempts, known before the first chunk."""
        return self._state.info

    @property
    def partial(self) -> models.ChatResult:
        """What has been received so far. Computed anew each time; a half-written tool call in it is half-written."""
        return self._state.partial()

    @property
    def usage(self) -> models.ChatUsage | None:
        """Usage and cost, which come with the last chunk; None before."""
        found = self._state.reader.usage
        return None if found is None else models.ChatUsage.from_dict(found)


class EventStream(_Stream[T]):
    """A stream of chunks, made by `chat.send(stream=True)`.

    Iterate over it inside `with`, or close it when you stop early: closing ends the request. It may be closed from
    another thread, which ends the iteration.

    Raises, while iterating:
        errors.ChatError: The stream reports an error; chunks before it were given first.
        errors.StreamInterruptedError: It broke off, or ended with neither a finish reason nor its end mark.
        errors.RequestTimedOutError: No data for too long, or the whole call took too long.

    Each carries in `partial` what was received.
    """

    def __init__(
        self,
        exchange: Exchange,
        opened: OpenStream | models.ChatResult,
        client: httpx.Client,
        sleep: Callable[[float], None],
    ) -> None:
        self._closed = False
        self._reading = False
        self._client = client
        self._sleep = sleep
        self._state = StreamState(exchange, opened)
        self._take(opened)

    def _take(self, opened: OpenStream | models.ChatResult) -> None:
        self._response = opened.response if isinstance(opened, OpenStream) else None
        self._watch: Watch | None = None
        if self._response is not None:
            response = self._response
            self._bytes: Iterator[bytes] = response.iter_bytes()
            self._watch = Watch(lambda: shut_down(response))
        else:
            self._bytes = iter((self._state.whole or b"",))

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        state = self._state
        try:
            while True:
                for raw in state.ready:
                    chunk: Any = state.chunk(raw)
                    return chunk
                if self._closed or state.error is not None:
                    break
                self._pull()
        except OpenRouterError as error:
            state.error = error
            self._close_response()
            state.tell_end(error)
            raise
        except BaseException:
            self.close()
            raise
        raise StopIteration

    def _pull(self) -> None:
        """Make the next read ready, begin anew after an early error that allows it, or end."""
        state = self._state
        if state.reader.done:
            self._drain()
            return
        try:
            data = self._read()
            # drawn here once, so that an error in the first frame is met before anything is handed out
            state.ready = _primed(state.reader.feed(data) if data is not None else state.reader.finish())
            if data is None:
                state.reader.done = True
        except OpenRouterError as error:
            attempt = state.next_attempt(error)
            self._close_response()
            opened = drive(state.exchange, self._client, attempt, self._sleep)
            state.restart(opened)
            self._take(opened)

    def _read(self) -> bytes | None:
        """The next bytes of the body; None at its end."""
        state = self._state
        until = state.wait_until()
        if self._watch is not None and until is not None:
            self._watch.arm(time.monotonic() + until - state.exchange.clock.now())
        self._reading = True
        try:
            data = None if self._closed else next(self._bytes, None)
        except _FAULTS as error:
            if self._closed:
                return None
            if self._watch is not None and self._watch.fired:
                raise state.late() from error
            meant = state.broken(error)
            if meant is not None:
                raise meant from error
            return None
        finally:
            self._reading = False
            if self._watch is not None:
                self._watch.disarm()
        if data is None and self._watch is not None and self._watch.fired:
            raise state.late()
        return data

    def _drain(self) -> None:
        """Take the end of the body behind the last event, so that the connection can be used again; then close."""
        if self._watch is not None and not self._watch.fired:
            self._watch.arm(time.monotonic() + DRAIN_S)
            with suppress(*_FAULTS):
                for _ in self._bytes:
                    pass
        self.close()

    def close(self) -> None:
        """End the request if it still runs. Closing twice does nothing."""
        if self._closed:
            return
        self._closed = True
        if self._reading and self._response is not None:
            # another thread is blocked in the read; it wakes, closes the response and ends
            shut_down(self._response)
            return
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
        """
        for _ in self:
            pass
        if self._state.error is not None:
            raise self._state.error
        if not self._state.reader.done:
            raise self._state.unfinished()
        return self.partial

    def text_deltas(self) -> Iterator[str]:
        """The pieces of the first choice's text, without empty ones."""
        return (chunk.text for chunk in self._chunks() if chunk.text)

    def reasoning_deltas(self) -> Iterator[str]:
        """The pieces of the first choice's reasoning text, without empty ones."""
        return (text for chunk in self._chunks() if (text := chunk.reasoning))

    def tool_call_deltas(self) -> Iterator[models.ChatStreamToolCall]:
        """The pieces of the first choice's tool calls. The whole calls are in `final()`."""
        return (call for chunk in self._chunks() for call in ((chunk.delta and chunk.delta.tool_calls) or ()))

    def _chunks(self) -> Iterator[models.ChatStreamChunk]:
        chunks: Any = self
        return iter(chunks)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        if not getattr(self, "_closed", True):
            with suppress(Exception):
                self.close()


class EventStreamAsync(_Stream[T]):
    """The same as `EventStream`, for `async for` and `async with`. Cancelling the task that reads closes it."""

    def __init__(
        self,
        exchange: Exchange,
        opened: OpenStream | models.ChatResult,
        client: httpx.AsyncClient,
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._closed = False
        self._client = client
        self._sleep = sleep
        self._loop = asyncio.get_running_loop()
        self._state = StreamState(exchange, opened)
        self._take(opened)

    def _take(self, opened: OpenStream | models.ChatResult) -> None:
        self._response = opened.response if isinstance(opened, OpenStream) else None
        self._bytes: AsyncIterator[bytes] | None = None if self._response is None else self._response.aiter_bytes()

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        state = self._state
        try:
            while True:
                for raw in state.ready:
                    chunk: Any = state.chunk(raw)
                    return chunk
                if self._closed or state.error is not None:
                    break
                await self._pull()
        except OpenRouterError as error:
            state.error = error
            await self._close_response()
            state.tell_end(error)
            raise
        except BaseException:
            await self.aclose()
            raise
        raise StopAsyncIteration

    async def _pull(self) -> None:
        state = self._state
        if state.reader.done:
            await self._drain()
            return
        try:
            data = await self._read()
            state.ready = _primed(state.reader.feed(data) if data is not None else state.reader.finish())
            if data is None:
                state.reader.done = True
        except OpenRouterError as error:
            attempt = state.next_attempt(error)
            await self._close_response()
            opened = await drive_async(state.exchange, self._client, attempt, self._sleep)
            state.restart(opened)
            self._take(opened)

    async def _read(self) -> bytes | None:
        state = self._state
        if self._bytes is None:
            whole, state.whole = state.whole, None
            return whole
        until = state.wait_until()
        try:
            async with asyncio.timeout(None if until is None else until - state.exchange.clock.now()):
                return await anext(self._bytes, None)
        except TimeoutError as error:
            raise state.late() from error
        except _FAULTS as error:
            if self._closed:
                return None
            meant = state.broken(error)
            if meant is not None:
                raise meant from error
            return None

    async def _drain(self) -> None:
        if self._bytes is not None:
            with suppress(TimeoutError, *_FAULTS):
                async with asyncio.timeout(DRAIN_S):
                    async for _ in self._bytes:
                        pass
        await self.aclose()

    async def aclose(self) -> None:
        """End the request if it still runs. Closing twice does nothing."""
        if self._closed:
            return
        self._closed = True
        await self._close_response()
        self._state.tell_end()

    async def close(self) -> None:
        """The same as `aclose`, in the official SDK's spelling."""
        await self.aclose()

    async def _close_response(self) -> None:
        await _close(self._bytes, self._response)

    async def final(self) -> models.ChatResult:
        """Read to the end and return the finished answer, equal in content to one that was not streamed.

        Raises:
            errors.OpenRouterError: As iterating does; again, if it was raised before.
        """
        async for _ in self:
            pass
        if self._state.error is not None:
            raise self._state.error
        if not self._state.reader.done:
            raise self._state.unfinished()
        return self.partial

    async def text_deltas(self) -> AsyncIterator[str]:
        """The pieces of the first choice's text, without empty ones."""
        async for chunk in self._chunks():
            if text := chunk.text:
                yield text

    async def reasoning_deltas(self) -> AsyncIterator[str]:
        """The pieces of the first choice's reasoning text, without empty ones."""
        async for chunk in self._chunks():
            if text := chunk.reasoning:
                yield text

    async def tool_call_deltas(self) -> AsyncIterator[models.ChatStreamToolCall]:
        """The pieces of the first choice's tool calls. The whole calls are in `final()`."""
        async for chunk in self._chunks():
            for call in (chunk.delta and chunk.delta.tool_calls) or ():
                yield call

    def _chunks(self) -> AsyncIterator[models.ChatStreamChunk]:
        chunks: Any = self
        return chunks.__aiter__()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        if getattr(self, "_closed", True) or self._response is None or self._loop.is_closed():
            return
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(_close_later, self._loop, self._bytes, self._response)


_closing: set[asyncio.Task[None]] = set()


def _close_later(loop: asyncio.AbstractEventLoop, body: AsyncIterator[bytes] | None, response: httpx.Response) -> None:
    # the loop keeps only weak references to tasks
    task = loop.create_task(_close(body, response))
    _closing.add(task)
    task.add_done_callback(_closing.discard)


async def _close(body: Any, response: httpx.Response | None) -> None:
    if body is not None:
        with suppress(RuntimeError):
            await body.aclose()
    if response is not None:
        await response.aclose()


def _primed(chunks: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The same iterator after its first step, which raises what the first event raises."""
    for first in chunks:
        return _chain(first, chunks)
    return iter(())


def _chain(first: dict[str, Any], rest: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield first
    yield from rest
