"""Streamed turns of a conversation with one model, async."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from types import TracebackType
from typing import Any, Self, TypeAlias, cast

from openrouter_sdk import models

from ..errors import StreamInterruptedError
from ..stream import EventStreamAsync, TextPieces
from .turns import Turn

OpenAsync: TypeAlias = Callable[[Turn], Awaitable[EventStreamAsync[models.ChatStreamChunk]]]
Begin: TypeAlias = Callable[[], list[Turn]]


class ChatStreamAsync:
    """The same as `ChatStream`, for `async for` and `async with`. It is sent when first read, entered or awaited.

    Another task of the same event loop may close it at any time, which ends the iteration.
    """

    def __init__(self, begin: Begin, open_stream: OpenAsync) -> None:
        self._begin = begin
        self._open_stream = open_stream
        self._closed = False
        self._texts = TextPieces("text")
        self._opener: asyncio.Task[Any] | None = None
        self._opening_ended = asyncio.Event()
        self._running: tuple[EventStreamAsync[models.ChatStreamChunk], Turn] | None = None

    async def _opened(self) -> tuple[EventStreamAsync[models.ChatStreamChunk], Turn] | None:
        """The stream, opened if need be; None when it was closed before."""
        if self._running is None and not self._closed:
            await self._open()
        return self._running

    async def _open(self) -> None:
        (turn,) = self._begin()
        opener = self._opener = cast("asyncio.Task[Any]", asyncio.current_task())
        others = opener.cancelling()
        try:
            self._running = (await self._open_stream(turn), turn)
        except BaseException as error:
            turn.failed(error)
            # As in asyncio.timeout: a cancellation by aclose() ends here, unless there was another one as well
            if not (self._closed and opener.uncancel() <= others and isinstance(error, asyncio.CancelledError)):
                raise
        finally:
            self._opener = None
            self._opening_ended.set()

    def __aiter__(self) -> AsyncIterator[str]:
        return self

    async def __anext__(self) -> str:
        while (chunk := await self._next_chunk()) is not None:
            for text in self._texts(chunk):
                return text
        raise StopAsyncIteration

    async def chunks(self) -> AsyncIterator[models.ChatStreamChunk]:
        """The chunks themselves, which hold reasoning and tool calls too, in place of the pieces of text."""
        while (chunk := await self._next_chunk()) is not None:
            yield chunk

    async def _next_chunk(self) -> models.ChatStreamChunk | None:
        opened = await self._opened()
        if opened is None:
            return None
        stream, turn = opened
        try:
            chunk = await anext(stream, None)
            if chunk is None and not self._closed and not turn.over:
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
        if self._running is None:
            raise StreamInterruptedError("the stream was closed before it was opened")
        return await self._running[0].final()

    @property
    def partial(self) -> models.ChatResult:
        """What has been received so far."""
        return models.ChatResult.from_dict({}) if self._running is None else self._running[0].partial

    async def aclose(self) -> None:
        """End the request if it still runs; a turn that is not finished is dropped. Closing twice does nothing.

        One that was never sent will not be.
        """
        before, self._closed = self._closed, True
        if self._opener is not None:
            if not before:
                self._opener.cancel()
            await self._opening_ended.wait()
        if self._running is not None:
            stream, turn = self._running
            try:
                await stream.aclose()
            finally:
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
