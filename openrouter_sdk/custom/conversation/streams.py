"""Streamed turns of a conversation, sync: of one model, and of several at the same time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain
from queue import SimpleQueue
from threading import Event
from typing import Any, TypeAlias

from openrouter_sdk import models

from ..errors import StreamBusyError
from ..http import aside
from ..stream import Closing, EventStream, OneReader, TextPieces
from .runs import RunChunks
from .several import Answers, Outcomes, start_thread
from .turns import Turn

Open: TypeAlias = Callable[[Turn], EventStream[models.ChatStreamChunk] | RunChunks]


class ChatStream(Closing):
    """An answer while it is written: iterate for the pieces of its text.

    The turn is part of the history once the stream was read to its end. A stream that fails, or is closed before, adds
    nothing to it; usage it has reported counts. Use it in `with`, or close it when you stop early.

    Raises, while iterating:
        errors.OpenRouterError: As the stream of `chat.send` does.
    """

    def __init__(self, turn: Turn, open_stream: Open) -> None:
        self._turn = turn
        self._closed = False
        self._texts = TextPieces("text")
        self._ready: Iterator[str] = iter(())
        try:
            self._stream = open_stream(turn)
        except BaseException as error:
            turn.failed(error)
            raise

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while True:
            for text in self._ready:
                return text
            chunk = self._next_chunk()
            self._ready = iter(self._texts(chunk))
            if chunk is None:
                return next(self._ready)

    def chunks(self) -> Iterator[models.ChatStreamChunk]:
        """The chunks themselves, which hold reasoning and tool calls too, in place of the pieces of text."""
        return iter(self._next_chunk, None)

    def _next_chunk(self) -> models.ChatStreamChunk | None:
        try:
            chunk = next(self._stream, None)
            if chunk is None and not self._closed and not self._turn.over:
                self._turn.answered(self._stream.final())
        except StreamBusyError:
            raise
        except BaseException:
            self._turn.abandoned()
            raise
        return chunk

    def final(self) -> models.ChatResult:
        """Read to the end and return the finished answer.

        Raises:
            errors.OpenRouterError: As iterating does; also if it was closed before its end.
        """
        for _ in self:
            pass
        return self._stream.final()

    @property
    def partial(self) -> models.ChatResult:
        """What has been received so far."""
        return self._stream.partial

    def close(self) -> None:
        """End the request if it still runs; a turn that is not finished is dropped. Closing twice does nothing."""
        self._closed = True
        self._stream.close()
        self._turn.abandoned()

    def __del__(self) -> None:
        # the stream closes itself
        with suppress(Exception):
            self._turn.abandoned()


class ChatStreams(Closing):
    """Answers of several models while they are written: iterate for pairs of model and piece of text, as they come.

    A model that fails does not end the others; its error is in `errors` and is raised by `final()[model]`. When all
    fail, iterating raises the first model's error at the end. Each turn is part of its history once its stream has
    ended. Use it in `with`, or close it when you stop early: what has not ended is dropped.
    """

    def __init__(self, turns: list[Turn], open_stream: Open) -> None:
        self._outcomes = Outcomes(turns)
        self.errors: dict[str, Exception] = self._outcomes.errors
        """The errors of the models that failed so far."""
        self._turns = self._outcomes.turns
        self._running = len(turns)
        self._one_reader = OneReader()
        # The threads know these two but not this object, so that it can be dropped and end them.
        self._closed = Event()
        self._queue: SimpleQueue[tuple[str, Any]] = SimpleQueue()
        for turn in turns:
            start_thread(_pump, turn, open_stream, self._closed, self._queue)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return self

    def __next__(self) -> tuple[str, str]:
        with self._one_reader:
            while self._running and not self._closed.is_set():
                # an exception from outside, such as KeyboardInterrupt, leaves all in the queue
                model, arrived = self._queue.get()
                if isinstance(arrived, str):
                    if not model:
                        break
                    return model, arrived
                self._end(model, arrived)
                if not self._running:
                    self._outcomes.answers()
        raise StopIteration

    def _end(self, model: str, arrived: Any) -> None:
        self._running -= 1
        self._outcomes.settle(model, arrived)
        if not isinstance(arrived, (models.ChatResult, Exception)):
            self.close()
            raise arrived

    def final(self) -> Answers[models.ChatResult]:
        """Read to the end and return the finished answers by model; after an early `close`, those that had ended.

        Raises:
            Exception: The first model's error, when all failed.
        """
        for _ in self:
            pass
        return self._outcomes.answers()

    def close(self) -> None:
        """End what still runs. Closing twice does nothing."""
        self._closed.set()
        self._queue.put(("", ""))  # wakes another thread that reads
        for turn in self._turns.values():
            if turn.stream is not None:
                turn.stream.close()
            turn.abandoned()

    def __del__(self) -> None:
        self._closed.set()
        for turn in self._turns.values():
            with suppress(Exception):
                if not turn.over:
                    if turn.stream is not None:
                        aside(turn.stream.close)
                    turn.abandoned()


def _pump(turn: Turn, open_stream: Open, closed: Event, queue: SimpleQueue[tuple[str, Any]]) -> None:
    try:
        with open_stream(turn) as stream:
            if closed.is_set():
                return  # whoever closed it found no stream to close yet
            texts = TextPieces("text")
            for chunk in chain(stream, (None,)):
                for text in texts(chunk):
                    queue.put((turn.model, text))
            queue.put((turn.model, stream.final()))
    except BaseException as error:  # noqa: BLE001 - it is raised or kept by whoever reads the queue
        queue.put((turn.model, error))
