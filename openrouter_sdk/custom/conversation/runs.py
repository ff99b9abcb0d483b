"""Turns in which the model calls functions: the loop over tools, seen as an answer or as a stream of one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from openrouter_sdk import models
from openrouter_sdk.api.chat.send import ChatSend
from openrouter_sdk.types import Model

from ..stream import TextPieces

if TYPE_CHECKING:
    from ..tools import RunStream, RunStreamAsync
    from .turns import Turn

RUN_OPTIONS = frozenset(ChatSend.run.__kwdefaults__ or ()) - frozenset(ChatSend.send.__kwdefaults__ or ())
"""What only a run takes."""


def wants_run(arguments: Mapping[str, Any]) -> bool:
    """Whether a question is a run: one of its tools is a function, or an option is a run's."""
    tools: Any = arguments.get("tools") or ()
    if not hasattr(tools, "__iter__"):
        return True  # which says what is wrong with it
    return not RUN_OPTIONS.isdisjoint(arguments) or any(not isinstance(tool, (Mapping, Model)) for tool in tools)


class RunChunks:
    """A run read as a stream: the chunks with text and reasoning of all its answers. The turn is told what it came to.

    Args:
        turn: The turn.
        stream: The events of the run.
    """

    def __init__(self, turn: Turn, stream: RunStream) -> None:
        self._turn = turn
        self._stream = stream
        self._last: Any = None

    def __iter__(self) -> Iterator[models.ChatStreamChunk]:
        return self

    def __next__(self) -> models.ChatStreamChunk:
        for event in self._stream:
            self._turn.run = self._stream.result
            chunk = getattr(event, "chunk", None)
            if chunk is not None and chunk is not self._last:
                self._last = chunk
                return self._last  # type: ignore[no-any-return]
        raise StopIteration

    def text_deltas(self) -> Iterator[str]:
        """The pieces of text."""
        pieces = TextPieces("text")
        for chunk in self:
            yield from pieces(chunk)
        yield from pieces(None)

    def final(self) -> models.ChatResult:
        """The last answer."""
        self._turn.run = self._stream.final()
        return self.partial

    @property
    def partial(self) -> models.ChatResult:
        """The last answer so far, an empty one before the first."""
        return self._stream.result.answer or models.ChatResult.from_dict({})

    def close(self) -> None:
        """End the run."""
        self._stream.close()
        self._turn.run = self._stream.result

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class RunChunksAsync:
    """The same for async."""

    def __init__(self, turn: Turn, stream: RunStreamAsync) -> None:
        self._turn = turn
        self._stream = stream
        self._last: Any = None

    def __aiter__(self) -> AsyncIterator[models.ChatStreamChunk]:
        return self

    async def __anext__(self) -> models.ChatStreamChunk:
        async for event in self._stream:
            self._turn.run = self._stream.result
            chunk = getattr(event, "chunk", None)
            if chunk is not None and chunk is not self._last:
                self._last = chunk
                return self._last  # type: ignore[no-any-return]
        raise StopAsyncIteration

    async def text_deltas(self) -> AsyncIterator[str]:
        """The pieces of text."""
        pieces = TextPieces("text")
        async for chunk in self:
            for text in pieces(chunk):
                yield text
        for text in pieces(None):
            yield text

    async def final(self) -> models.ChatResult:
        """The last answer."""
        self._turn.run = await self._stream.final()
        return self.partial

    @property
    def partial(self) -> models.ChatResult:
        """The last answer so far, an empty one before the first."""
        return self._stream.result.answer or models.ChatResult.from_dict({})

    async def aclose(self) -> None:
        """End the run."""
        await self._stream.aclose()
        self._turn.run = self._stream.result

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()
