"""Streamed turns of a conversation, async: of one model, and of several at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeAlias

from openrouter_sdk import models

from ._answers import Answers, gathered
from ._turns import Turn
from .streaming_async import EventStreamAsync

OpenAsync: TypeAlias = Callable[[Turn], Awaitable[EventStreamAsync[models.ChatStreamChunk]]]
Begin: TypeAlias = Callable[[], list[Turn]]


class ChatStreamAsync:
    """The same as `ChatStream`, for `async for` and `async with`. It is sent when first read, entered or awaited."""

    def __init__(self, begin: Begin, open_stream: OpenAsync) -> None:
        self._begin = begin
        self._open_stream = open_stream
        self._running: tuple[EventStreamAsync[models.ChatStreamChunk], Turn] | None = None

    async def _opened(self) -> tuple[EventStreamAsync[models.ChatStreamChunk], Turn]:
        if self._running is None:
            (turn,) = self._begin()
            try:
                self._running = (await self._open_stream(turn), turn)
            except BaseException as error:
                turn.failed(error)
                raise
        return self._running

    def __aiter__(self) -> AsyncIterator[str]:
        return self

    async def __anext__(self) -> str:
        while (chunk := await self._next_chunk()) is not None:
            if chunk.text:
                return chunk.text
        raise StopAsyncIteration

    async def chunks(self) -> AsyncIterator[models.ChatStreamChunk]:
        """The chunks themselves, which hold reasoning and tool calls too, in place of the pieces of text."""
        while (chunk := await self._next_chunk()) is not None:
            yield chunk

    async def _next_chunk(self) -> models.ChatStreamChunk | None:
        stream, turn = await self._opened()
        try:
            chunk = await anext(stream, None)
            if chunk is None and not turn.over:
                turn.answered(await stream.final())
        except BaseException as error:
            turn.failed(error)
            raise
        return chunk

    async def final(self) -> models.ChatResult:
        """Read to the end and return the finished answer.

        Raises:
            errors.OpenRouterError: As iterating does; also if it was closed before its end.
        """
        async for _ in self:
            pass
        stream, _ = await self._opened()
        return await stream.final()

    @property
    def partial(self) -> models.ChatResult:
        """What has been received so far."""
        return models.ChatResult.from_dict({}) if self._running is None else self._running[0].partial

    async def aclose(self) -> None:
        """End the request if it still runs; a turn that is not finished is dropped. Closing twice does nothing."""
        if self._running is not None:
            stream, turn = self._running
            await stream.aclose()
            turn.abandoned_with(lambda: stream.partial)

    def __await__(self) -> Generator[Any, Any, Self]:
        yield from self._opened().__await__()
        return self

    async def __aenter__(self) -> Self:
        await self._opened()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        if self._running is not None:
            stream, turn = self._running
            turn.abandoned_with(lambda: stream.partial)


class ChatStreamsAsync:
    """The same as `ChatStreams`, for `async for` and `async with`. It is sent when first read, entered or awaited."""

    def __init__(self, begin: Begin, open_stream: OpenAsync) -> None:
        self.errors: dict[str, Exception] = {}
        """The errors of the models that failed so far."""
        self._begin = begin
        self._open_stream = open_stream
        self._closed = False
        self._results: dict[str, models.ChatResult] = {}
        self._turns: dict[str, Turn] = {}
        self._streams: dict[str, EventStreamAsync[models.ChatStreamChunk]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def _start(self) -> None:
        if self._turns or self._closed:
            return
        self._turns = {turn.model: turn for turn in self._begin()}
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
        # The tasks know the queue but not this object, so that it can be dropped and end them.
        for model, turn in self._turns.items():
            self._tasks[model] = asyncio.create_task(_pump(turn, self._open_stream, self._streams, self._queue))

    def __aiter__(self) -> AsyncIterator[tuple[str, str]]:
        return self

    async def __anext__(self) -> tuple[str, str]:
        self._start()
        while self._tasks and not self._closed:
            model, arrived = await self._arrived()
            if isinstance(arrived, str):
                return model, arrived
            self._end(model, arrived)
            if not self._tasks:
                self._answers()
        raise StopAsyncIteration

    async def _arrived(self) -> tuple[str, Any]:
        try:
            return await self._queue.get()
        except BaseException:
            self._closed = True
            self._drop()
            raise

    def _end(self, model: str, arrived: Any) -> None:
        del self._tasks[model]
        if isinstance(arrived, models.ChatResult):
            self._results[model] = self._turns[model].answered(arrived)
        else:
            self._turns[model].failed(arrived)
            self.errors[model] = arrived

    def _answers(self) -> Answers[models.ChatResult]:
        answers = {model: self._results[model] for model in self._turns if model in self._results}
        return gathered(answers, {model: self.errors[model] for model in self._turns if model in self.errors})

    async def final(self) -> Answers[models.ChatResult]:
        """Read to the end and return the finished answers by model; after an early `aclose`, those that had ended.

        Raises:
            Exception: The first model's error, when all failed.
        """
        async for _ in self:
            pass
        return self._answers()

    async def aclose(self) -> None:
        """End what still runs. Closing twice does nothing."""
        self._closed = True
        tasks = list(self._tasks.values())
        self._drop()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _drop(self) -> None:
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        for model, turn in self._turns.items():
            turn.abandoned_with(partial(_received, self._streams.get(model)))

    def __await__(self) -> Generator[Any, Any, Self]:
        self._start()
        yield from ()
        return self

    async def __aenter__(self) -> Self:
        self._start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        if getattr(self, "_tasks", None) and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(_cancel_all, list(self._tasks.values()))
            self._tasks.clear()
            self._drop()


def _received(stream: EventStreamAsync[models.ChatStreamChunk] | None) -> models.ChatResult | None:
    return None if stream is None else stream.partial


def _cancel_all(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()


async def _pump(
    turn: Turn,
    open_stream: OpenAsync,
    streams: dict[str, EventStreamAsync[models.ChatStreamChunk]],
    queue: asyncio.Queue[tuple[str, Any]],
) -> None:
    try:
        async with await open_stream(turn) as stream:
            streams[turn.model] = stream
            async for chunk in stream:
                if chunk.text:
                    queue.put_nowait((turn.model, chunk.text))
            queue.put_nowait((turn.model, await stream.final()))
    except Exception as error:  # noqa: BLE001 - it is kept beside the other models' answers
        queue.put_nowait((turn.model, error))
