"""Parsed streams: the chunks of a stream, and the value that they are the beginning of."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from openrouter_sdk import models

from ..errors import HttpInfo, OpenRouterError
from ..stream import Closing, ClosingAsync, EventStream, EventStreamAsync
from .flow import ParsedResult

if TYPE_CHECKING:
    from .output import Output

T = TypeVar("T")
S = TypeVar("S", "EventStream[models.ChatStreamChunk]", "EventStreamAsync[models.ChatStreamChunk]")


class _ParsedBase(Generic[T, S]):
    """What both parsed streams show alike."""

    chunks: S
    """The stream below, with all that streams can do."""

    def __init__(self, chunks: S, output: Output[T], finish: Callable[[models.ChatResult], Any]) -> None:
        self.chunks = chunks
        self._output = output
        self._finish = finish
        self._ended: ParsedResult[T] | OpenRouterError | None = None
        self._so_far: Any = None

    @property
    def http(self) -> HttpInfo:
        """Status, headers, generation id and attempts, known before the first chunk."""
        return self.chunks.http

    @property
    def partial(self) -> models.ChatResult:
        """What has been received so far, also after an error or an early end."""
        return self.chunks.partial

    def partial_parsed(self) -> Any:
        """What can be read of the JSON that has come so far: dicts, lists and texts, not yet of the type asked for.

        Texts and lists in it grow; numbers, `true`, `false`, `null` and keys are there once they have ended. None
        before there is anything. Where the text turns out to be no JSON it stays as it is, and `final()` tells why.
        Computed anew each time, at a cost that grows with the answer.
        """
        with suppress(ValueError):
            self._so_far = self._output.so_far(self.partial.text)
        return self._so_far

    def _result(self) -> ParsedResult[T] | None:
        """The result, if it is known."""
        if isinstance(self._ended, OpenRouterError):
            raise self._ended
        return self._ended


class ParsedStream(_ParsedBase[T, "EventStream[models.ChatStreamChunk]"], Closing):
    """The stream of a parsed call, made by `chat.parse(stream=True)`: iterate over its chunks inside `with`."""

    def __iter__(self) -> Iterator[models.ChatStreamChunk]:
        return self

    def __next__(self) -> models.ChatStreamChunk:
        return next(self.chunks)

    def text_deltas(self) -> Iterator[str]:
        """The pieces of the JSON's text, without empty ones."""
        return self.chunks.text_deltas()

    def final(self) -> ParsedResult[T]:
        """Read to the end, and read the answer as the type that was asked for.

        With `repairs`, an answer that does not fit is asked for again here; what then comes is not streamed.

        Raises:
            errors.OutputParsingError: It does not fit.
            errors.OpenRouterError: As iterating does.
        """
        if (found := self._result()) is None:
            answer = self.chunks.final()
            try:
                found = self._ended = self._finish(answer)
            except OpenRouterError as error:
                self._ended = error
                raise
        return found

    def close(self) -> None:
        """End the request if it still runs. Closing twice does nothing."""
        self.chunks.close()


class ParsedStreamAsync(_ParsedBase[T, "EventStreamAsync[models.ChatStreamChunk]"], ClosingAsync):
    """The same as `ParsedStream`, for `async for` and `async with`."""

    def __aiter__(self) -> AsyncIterator[models.ChatStreamChunk]:
        return self

    async def __anext__(self) -> models.ChatStreamChunk:
        return await anext(self.chunks)

    def text_deltas(self) -> AsyncIterator[str]:
        """The pieces of the JSON's text, without empty ones."""
        return self.chunks.text_deltas()

    async def final(self) -> ParsedResult[T]:
        """Read to the end, and read the answer as the type that was asked for.

        With `repairs`, an answer that does not fit is asked for again here; what then comes is not streamed.

        Raises:
            errors.OutputParsingError: It does not fit.
            errors.OpenRouterError: As iterating does.
        """
        if (found := self._result()) is None:
            answer = await self.chunks.final()
            try:
                found = self._ended = await self._finish(answer)
            except OpenRouterError as error:
                self._ended = error
                raise
        return found

    async def aclose(self) -> None:
        """End the request if it still runs. Closing twice does nothing."""
        await self.chunks.aclose()

    async def close(self) -> None:
        """The same as `aclose`."""
        await self.aclose()
