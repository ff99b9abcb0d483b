"""What both stream classes decide alike: what a failed read means, when to begin anew, and what is told at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from ._chunks import ChunkReader
from ._http_info import HttpInfo
from ._sending import Exchange, OpenStream
from ._sse import Event
from ._transport import fault
from ._wire import as_events
from .exceptions import NoResponseError, OpenRouterError, RequestTimedOutError, StreamInterruptedError
from .observe import StreamEndEvent
from .results import attach_http

DRAIN_S = 0.05
"""Seconds to wait behind `[DONE]` for the end of the body: with it the connection can be used again."""


class StreamState:
    """The course of one stream, without its I/O.

    Args:
        exchange: The call.
        opened: The open response, or the whole answer of a server that did not stream.
    """

    def __init__(self, exchange: Exchange, opened: OpenStream | models.ChatResult) -> None:
        self.exchange = exchange
        self.delivered = False
        self.error: OpenRouterError | None = None
        self._told = False
        self._first_ms: float | None = None
        self.restart(opened)

    def restart(self, opened: OpenStream | models.ChatResult) -> None:
        """Begin with a new response."""
        call = self.exchange.call
        self.whole: bytes | None = None
        if isinstance(opened, OpenStream):
            self.opened: OpenStream | None = opened
            self.info: HttpInfo = opened.info
        else:
            self.opened = None
            self.info = opened.http
            self.whole = as_events(opened)
        on_event = None if call.on_keepalive is None else self._on_event
        self.reader = ChunkReader(self.info, choice_errors=call.choice_errors, on_event=on_event)
        self.ready: Iterator[dict[str, Any]] = iter(())

    def _on_event(self, event: Event) -> None:
        function = self.exchange.call.on_keepalive
        if function is not None and event.comment is not None:
            function(event.comment)

    def chunk(self, raw: dict[str, Any]) -> models.ChatStreamChunk:
        """A chunk that is handed out."""
        if not self.delivered:
            self.delivered = True
            self._first_ms = self.exchange.clock.elapsed_ms()
        return models.ChatStreamChunk.from_dict(raw)

    def wait_until(self) -> float | None:
        """When a wait that begins now must be over, on the clock of the call; None for never."""
        clock, idle = self.exchange.clock, self.exchange.call.idle_timeout_s
        if idle is None:
            return clock.deadline_s
        until = clock.now() + idle
        return until if clock.deadline_s is None else min(until, clock.deadline_s)

    def late(self) -> OpenRouterError:
        """The error of a wait that took too long."""
        clock, idle = self.exchange.clock, self.exchange.call.idle_timeout_s
        if clock.deadline_s is not None and clock.now() >= clock.deadline_s - 0.01:
            return self.complete(clock.deadline_error())
        return self.complete(RequestTimedOutError(f"no data event within {idle:g} s"))

    def broken(self, error: Exception) -> OpenRouterError | None:
        """What a failed read means: an error, or None where every choice had its finish reason already."""
        assert self.opened is not None
        interrupted = self.reader.interrupted(f"the stream broke off: {str(error) or type(error).__name__}")
        if interrupted is None:
            return None
        meant = fault(error, self.opened.timeouts, self.exchange.clock)
        return interrupted if isinstance(meant, NoResponseError) else self.complete(meant)

    def complete(self, error: OpenRouterError) -> OpenRouterError:
        """The error with what is known here."""
        info = self.info
        error.http_status, error.headers, error.attempts = info.status, info.headers, info.attempts
        error.generation_id = info.generation_id
        error.partial = self.partial()
        self.reader.done = True
        return error

    def unfinished(self) -> OpenRouterError:
        """The error of who wants the finished answer of a stream that was closed early."""
        return self.complete(StreamInterruptedError("the stream was closed before its end"))

    def partial(self) -> models.ChatResult:
        """What has been received so far."""
        result = self.reader.partial()
        attach_http(result, self.info)
        return result

    def next_attempt(self, error: OpenRouterError) -> Any:
        """The attempt that follows an error before the first chunk.

        Raises:
            OpenRouterError: There is none.
        """
        if self.delivered:
            raise error
        if error.partial is not None and not error.partial.choices:
            error.partial = None
        return self.exchange.flow.send(error)

    def tell_end(self, error: OpenRouterError | None = None) -> None:
        """Tell whoever watches, once."""
        observer, clock = self.exchange.observer, self.exchange.clock
        if self._told or not observer.watches_streams:
            return
        self._told = True
        result = self.partial()
        observer.stream_end(
            StreamEndEvent(
                model=result.model or self.exchange.call.model,
                provider=result.provider,
                generation_id=self.info.generation_id or result.id,
                latency_ms=clock.elapsed_ms(),
                time_to_first_token_ms=self._first_ms,
                usage=result.usage,
                cost=result.cost,
                complete=error is None and self.reader.done,
                error=error,
            )
        )
