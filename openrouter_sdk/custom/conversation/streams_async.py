"""Streamed turns of a conversation, async: of one model, and of several at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, Self, TypeAlias

from openrouter_sdk import models

from ..errors import StreamBusyError, StreamInterruptedError
from ..http import running_loop
from ..stream import ClosingAsync, EventStreamAsync, Heartbeats, OneReader, TextPieces
from .runs import RunChunksAsync
from .several import Answers, Outcomes
from .turns import Turn

Reading: TypeAlias = EventStreamAsync[models.ChatStreamChunk] | RunChunksAsync
OpenAsync: TypeAlias = Callable[[Turn], Awaitable[Reading]]
Begin: TypeAlias = Callable[[], list[Turn]]


class ChatStreamAsync(ClosingAsync):
    """The same as `ChatStream`, for `async for` and `async with`. It is sent when first read, entered or awaited.

    A read that is cancelled loses nothing, as with `EventStreamAsync`. Another task of the same event loop may close it
    at any time, which ends the iteration.
    """

    def __init__(self, begin: Begin, open_stream: OpenAsync) -> None:
        self._begin = begin
        self._open_stream = open_stream
        self._closed = False
        self._texts = TextPieces("text")
        self._ready: Iterator[str] = iter(())
        self._one_reader = OneReader()
        self._turn: Turn | None = None
        self._opening: asyncio.Future[Reading] | None = None

    @property
    def _stream(self) -> Reading | None:
        return None if self._turn is None else self._turn.stream

    async def _opened(self) -> None:
        """Open the stream if need be, in a task of its own: it goes on when whoever waits for it is cancelled."""
        opening, closed = self._opening, self._closed
        if closed or self._stream is not None:
            return
        if opening is None:
            self._loop = running_loop()
            (turn,) = self._begin()
            self._turn = turn
            opening = self._opening = asyncio.ensure_future(self._open_stream(turn))
            opening.add_done_callback(partial(_tell_failure, turn))
        await asyncio.wait((opening,))
        if not self._closed and self._stream is None:
            self._opening = None
            opening.result()

    def __aiter__(self) -> AsyncIterator[str]:
        return self

    async def __anext__(self) -> str:
        while True:
            for text in self._ready:
                return text
            chunk = await self._next_chunk()
            self._ready = iter(self._texts(chunk))
            if chunk is None:
                for text in self._ready:
                    return text
                raise StopAsyncIteration

    def chunks(self) -> AsyncIterator[models.ChatStreamChunk]:
        """The chunks themselves, which hold reasoning and tool calls too, in place of the pieces of text."""
        return _Chunks(self._next_chunk)

    def with_heartbeat(self, seconds: float) -> AsyncIterator[str | None]:
        """The pieces of text, and None whenever `seconds` pass without one.

        Args:
            seconds: The longest pause, above 0.

        Raises:
            errors.ArgumentError: `seconds` is not above 0.
        """
        return Heartbeats(self, seconds)

    async def _next_chunk(self) -> models.ChatStreamChunk | None:
        with self._one_reader:
            await self._opened()
            stream, turn = self._stream, self._turn
            if stream is None or turn is None:
                return None
            try:
                chunk = await anext(stream, None)
                if chunk is None and not self._closed and not turn.over:
                    turn.answered(await stream.final())
            except (StreamBusyError, asyncio.CancelledError, GeneratorExit):
                raise
            except BaseException:
                turn.abandoned()
                raise
            return chunk

    async def final(self) -> models.ChatResult:
        """Read to the end and return the finished answer.

        Raises:
            errors.OpenRouterError: As iterating does; also if it was closed before its end.
        """
        async for _ in self:
            pass
        if self._stream is None:
            raise StreamInterruptedError("the stream was closed before it was opened")
        return await self._stream.final()

    @property
    def partial(self) -> models.ChatResult:
        """What has been received so far."""
        return models.ChatResult.from_dict({}) if self._stream is None else self._stream.partial

    async def aclose(self) -> None:
        """End the request if it still runs; a turn that is not finished is dropped. Closing twice does nothing.

        One that was never sent will not be.
        """
        self._closed = True
        if self._opening is not None:
            self._opening.cancel()
            await asyncio.wait((self._opening,))
        stream, turn = self._stream, self._turn
        if stream is not None and turn is not None:
            try:
                await stream.aclose()
            finally:
                turn.abandoned()

    def __await__(self) -> Generator[Any, Any, Self]:
        yield from self._opened().__await__()
        return self

    async def __aenter__(self) -> Self:
        try:
            await self._opened()
        except BaseException:
            # whose block is never left
            await self.aclose()
            raise
        return self

    def __del__(self) -> None:
        opening, turn, stream = self._opening, self._turn, self._stream
        if opening is not None and turn is not None:
            turn.abandoned()
            if stream is None:
                with suppress(RuntimeError):  # the loop is closed, and has ended the task
                    self._loop.call_soon_threadsafe(opening.cancel)


class ChatStreamsAsync(ClosingAsync):
    """The same as `ChatStreams`, for `async for` and `async with`. It is sent when first read, entered or awaited.

    Another task of the same event loop may close it at any time, which ends the iteration.
    """

    def __init__(self, begin: Begin, open_stream: OpenAsync) -> None:
        self._begin = begin
        self._open_stream = open_stream
        self._closed = False
        self._one_reader = OneReader()
        self._outcomes = Outcomes(())
        self._tasks: dict[str, asyncio.Task[None]] = {}

    @property
    def errors(self) -> dict[str, Exception]:
        """The errors of the models that failed so far."""
        return self._outcomes.errors

    def _start(self) -> None:
        if self._outcomes.turns or self._closed:
            return
        self._loop = running_loop()
        self._outcomes = Outcomes(self._begin())
        self._queue: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
        # The tasks know the queue but not this object, so that it can be dropped and end them.
        for model, turn in self._outcomes.turns.items():
            self._tasks[model] = asyncio.create_task(_pump(turn, self._open_stream, self._queue))

    def __aiter__(self) -> AsyncIterator[tuple[str, str]]:
        return self

    async def __anext__(self) -> tuple[str, str]:
        with self._one_reader:
            self._start()
            while self._tasks and not self._closed:
                # a reader that is cancelled leaves all in the queue
                model, arrived = await self._queue.get()
                if isinstance(arrived, str):
                    if not model:
                        break
                    return model, arrived
                del self._tasks[model]
                self._outcomes.settle(model, arrived)
                if not self._tasks:
                    self._outcomes.answers()
        raise StopAsyncIteration

    def with_heartbeat(self, seconds: float) -> AsyncIterator[tuple[str, str] | None]:
        """The pairs, and None whenever `seconds` pass without one.

        Args:
            seconds: The longest pause, above 0.

        Raises:
            errors.ArgumentError: `seconds` is not above 0.
        """
        return Heartbeats(self, seconds)

    async def final(self) -> Answers[models.ChatResult]:
        """Read to the end and return the finished answers by model; after an early `aclose`, those that had ended.

        Raises:
            Exception: The first model's error, when all failed.
        """
        async for _ in self:
            pass
        return self._outcomes.answers()

    async def aclose(self) -> None:
        """End what still runs. Closing twice does nothing."""
        self._closed = True
        tasks = self._taken()
        for task in tasks:
            task.cancel()
        if self._outcomes.turns:
            self._queue.put_nowait(("", ""))  # wakes another task that reads
        await asyncio.gather(*tasks, return_exceptions=True)

    def _taken(self) -> list[asyncio.Task[None]]:
        """The tasks that still run; nobody waits for their answers any more."""
        tasks = list(self._tasks.values())
        self._tasks.clear()
        for turn in self._outcomes.turns.values():
            turn.abandoned()
        return tasks

    def __await__(self) -> Generator[Any, Any, Self]:
        self._start()
        yield from ()
        return self

    async def __aenter__(self) -> Self:
        self._start()
        return self

    def __del__(self) -> None:
        if getattr(self, "_tasks", None):
            with suppress(RuntimeError):  # the loop is closed, and has ended the tasks
                for task in self._taken():
                    self._loop.call_soon_threadsafe(task.cancel)


class _Chunks:
    """The chunks of a stream; one that is cancelled can be read on, unlike a generator."""

    def __init__(self, next_chunk: Callable[[], Awaitable[models.ChatStreamChunk | None]]) -> None:
        self._next_chunk = next_chunk

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> models.ChatStreamChunk:
        chunk = await self._next_chunk()
        if chunk is None:
            raise StopAsyncIteration
        return chunk


def _tell_failure(turn: Turn, opening: asyncio.Future[Reading]) -> None:
    if opening.cancelled():
        turn.abandoned()
    elif (error := opening.exception()) is not None:
        turn.failed(error)


async def _pump(
    turn: Turn,
    open_stream: OpenAsync,
    queue: asyncio.Queue[tuple[str, Any]],
) -> None:
    try:
        async with await open_stream(turn) as stream:
            texts = TextPieces("text")
            async for chunk in stream:
                for text in texts(chunk):
                    queue.put_nowait((turn.model, text))
            for text in texts(None):
                queue.put_nowait((turn.model, text))
            queue.put_nowait((turn.model, await stream.final()))
    except Exception as error:  # noqa: BLE001 - it is kept beside the other models' answers
        queue.put_nowait((turn.model, error))
    except asyncio.CancelledError:
        # An ending loop cancels its tasks, while the stream may be held for longer
        turn.abandoned()
        raise
