"""Turns in which the model calls functions: the loop over tools, seen as an answer or as a stream of one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from openrouter_sdk import models
from openrouter_sdk.api.chat.send import ChatSend
from openrouter_sdk.types import Model

from ..stream import Closing, ClosingAsync

if TYPE_CHECKING:
    from ..tools import RunEvent, RunResult, RunStream, RunStreamAsync

S = TypeVar("S", "RunStream", "RunStreamAsync")

RUN_OPTIONS = frozenset(ChatSend.run.__kwdefaults__ or ()) - frozenset(ChatSend.send.__kwdefaults__ or ())
"""What only a run takes."""


def wants_run(arguments: Mapping[str, Any]) -> bool:
    """Whether a question is a run: one of its tools is a function, or an option is a run's."""
    tools: Any = arguments.get("tools") or ()
    if not hasattr(tools, "__iter__"):
        return True  # which says what is wrong with it
    return not RUN_OPTIONS.isdisjoint(arguments) or any(not isinstance(tool, (Mapping, Model)) for tool in tools)


class _Chunks(Generic[S]):
    """The chunks with text and reasoning of all answers of a run."""

    def __init__(self, stream: S) -> None:
        self._stream: S = stream
        self._last: models.ChatStreamChunk | None = None

    @property
    def run(self) -> RunResult:
        """What the run has come to."""
        return self._stream.result

    @property
    def partial(self) -> models.ChatResult:
        """The last answer so far, an empty one before the first."""
        return self.run.answer or models.ChatResult.from_dict({})

    def _brought_by(self, event: RunEvent) -> models.ChatStreamChunk | None:
        """The chunk that brought an event, unless it brought the one before as well."""
        chunk: models.ChatStreamChunk | None = getattr(event, "chunk", None)
        if chunk is None or chunk is self._last:
            return None
        self._last = chunk
        return chunk


class RunChunks(_Chunks["RunStream"], Closing):
    """A run read as a stream."""

    def __iter__(self) -> Iterator[models.ChatStreamChunk]:
        return self

    def __next__(self) -> models.ChatStreamChunk:
        for event in self._stream:
            if (chunk := self._brought_by(event)) is not None:
                return chunk
        raise StopIteration

    def final(self) -> models.ChatResult:
        """The last answer."""
        self._stream.final()
        return self.partial

    def close(self) -> None:
        """End the run."""
        self._stream.close()


class RunChunksAsync(_Chunks["RunStreamAsync"], ClosingAsync):
    """The same for async."""

    def __aiter__(self) -> AsyncIterator[models.ChatStreamChunk]:
        return self

    async def __anext__(self) -> models.ChatStreamChunk:
        async for event in self._stream:
            if (chunk := self._brought_by(event)) is not None:
                return chunk
        raise StopAsyncIteration

    async def final(self) -> models.ChatResult:
        """The last answer."""
        await self._stream.final()
        return self.partial

    async def aclose(self) -> None:
        """End the run."""
        await self._stream.aclose()
