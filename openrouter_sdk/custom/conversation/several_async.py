"""Streamed turns of a conversation with several models at the same time, async."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Generator
from contextlib import suppress
from functools import partial
from types import TracebackType
from typing import Any, Self

from openrouter_sdk import models

from ..http import running_loop
from ..stream import EventStreamAsync, Heartbeats, OneReader
from .answers import Answers, gathered
from .streams_async import Begin, OpenAsync
from .turns import Turn


class ChatStreamsAsync:
    """The same as `ChatStreams`, for `async for` and `async with`. It is sent when first read, entered or awaited.

    Another task of the same event loop may close it at any time, which ends the iteration.
    """

    def __init__(self, begin: Begin, open_stream: OpenAsync) -> None:
        self.errors: dict[str, Exception] = {}
        """The errors of the models that failed so far."""
        self._begin = begin
        self._open_stream = open_stream
        self._closed = False
        self._one_reader = OneReader()
        self._results: dict[str, models.ChatResult] = {}
        self._turns: dict[str, Turn] = {}
        self._streams: dict[str, EventStreamAsync[models.ChatStreamChunk]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def _start(self) -> None:
        if self._turns or self._closed:
            return
        self._loop = running_loop()
        self._turns = {turn.model: turn for turn in self._begin()}
        self._queue: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
        # The tasks know the queue but not this object, so that it can be dropped and end them.
        for model, turn in self._turns.items():
            self._tasks[model] = asyncio.create_task(_pump(turn, self._open_stream, self._streams, self._queue))

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
                self._end(model, arrived)
                if not self._tasks:
                    self._answers()
        raise StopAsyncIteration

    def with_heartbeat(self, seconds: float) -> AsyncIterator[tuple[str, str] | None]:
        """The pairs, and None whenever `seconds` pass without one.

        Args:
            seconds: The longest pause, above 0.

        Raises:
            errors.ArgumentError: `seconds` is not above 0.
        """
        return Heartbeats(self, seconds)

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
        if self._turns:
            self._queue.put_nowait(("", ""))  # wakes another task that reads
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
        if getattr(self, "_tasks", None):
            tasks = list(self._tasks.values())
            self._tasks.clear()
            self._drop()
            with suppress(RuntimeError):  # the loop is closed, and has ended the tasks
                self._loop.call_soon_threadsafe(_cancel_all, tasks)


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
            async for text in stream.text_deltas():
                queue.put_nowait((turn.model, text))
            queue.put_nowait((turn.model, await stream.final()))
    except Exception as error:  # noqa: BLE001 - it is kept beside the other models' answers
        queue.put_nowait((turn.model, error))
    except asyncio.CancelledError:
        # An ending loop cancels its tasks, while the stream may be held for longer
        turn.abandoned_with(partial(_received, streams.get(turn.model)))
        raise
