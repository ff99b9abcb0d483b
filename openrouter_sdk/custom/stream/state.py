"""What both stream classes decide alike: what a failed read means, when to begin anew, and what is told at the end."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from openrouter_sdk import models

from ..errors import (
    HttpInfo,
    NoResponseError,
    OpenRouterError,
    RequestTimedOutError,
    StreamInterruptedError,
    answer_too_large,
    attach_http,
    attach_info,
)
from ..http import Fault, meaning
from ..retry import Attempt
from .opened import NO_EVENT_STARTS, Opened, OpenStream
from .plain import PieceReader
from .sse import Event

if TYPE_CHECKING:
    from ..engine import Exchange

DRAIN_S = 0.05
"""Seconds to wait behind `[DONE]` for the end of the body: with it the connection can be used again."""

_SPACE = b" \t\r\n\xef\xbb\xbf"


class ClosedMeanwhile(Exception):  # noqa: N818 - no error, and nobody outside sees it
    """The stream was closed while it waited to begin anew."""


class StreamState:
    """The course of one stream, without its I/O.

    Args:
        exchange: The call.
        opened: The open response, or the whole answer of a server that did not stream.

    Attributes:
        ready: Chunks that have come and were not handed out yet.
        error: What the stream failed with.
        delivered: Whether a chunk was handed out; from then on nothing is sent again.
    """

    def __init__(self, exchange: Exchange, opened: Opened) -> None:
        self.exchange = exchange
        self.chunk_of: Callable[[Any], Any] = exchange.call.reader.piece(exchange.call)
        self._now = exchange.clock.now
        self._deadline_s = math.inf if exchange.clock.deadline_s is None else exchange.clock.deadline_s
        self._idle_s = exchange.call.idle_timeout_s
        self._longest_wait_s = math.inf if self._idle_s is None else self._idle_s
        self._patience_s = self._longest_wait_s
        self.delivered: bool = False
        self.error: OpenRouterError | None = None
        self._untold: OpenRouterError | None = None
        self._told = False
        self._first_ms: float | None = None
        self._most = exchange.call.max_response_bytes
        self.restart(opened)

    def restart(self, opened: Opened) -> None:
        """Begin with a new response."""
        call = self.exchange.call
        ceiling = call.max_event_bytes
        self._left = self._most
        self.whole: bytes | None = None
        self.answered: Any = None
        if isinstance(opened, OpenStream):
            self.opened: OpenStream | None = opened
            self.info: HttpInfo = opened.info
        else:
            self.opened = None
            self.answered = opened.result
            self.info = opened.info
            self.whole = call.reader.as_events(call, opened.result)
            ceiling = sys.maxsize  # whose one event was not received as one
            self._left = math.inf
        self.reader: PieceReader = self._new_reader(ceiling)
        self.ready: Iterator[Any] = iter(())
        self._restarting = False
        self._begun = not self.reader.sniffs
        self._body: list[bytes] | None = None
        self._wait_until: float | None = None

    def _new_reader(self, max_event_bytes: int) -> PieceReader:
        call = self.exchange.call
        told = call.on_keepalive
        on_event = None if told is None else partial(_tell_comment, told)
        return call.reader.pieces(call, self.info, max_event_bytes, on_event)

    @property
    def over(self) -> bool:
        """Whether there is nothing more to be read."""
        return self.reader.done

    def take(self, data: bytes | None) -> None:
        """Make ready what a read brought; None is the end of the body.

        Raises:
            OpenRouterError: What the first event in it tells. What later events tell is raised when they are reached.
        """
        if data:
            self._left -= len(data)
            if self._left < 0:
                self._refuse()
                return
            if self.delivered:
                self.ready = self.reader.feed(data)
                return
        if data is None:
            items = self._last()
        elif self._begun:
            items = self.reader.feed(data)
        else:
            items = self._first(data)
        if not self.delivered:
            # drawn here once, so that an error in the first event is met before anything is handed out
            for first in items:
                items = chain((first,), items)
                break
        self.ready = items

    def _refuse(self) -> None:
        """Read no more of an answer that is too long.

        Raises:
            ResponseValidationError: Unless every choice had its finish reason already.
        """
        error = answer_too_large(self._most)
        interrupted = self.reader.interrupted(error.message)
        self.ready = iter(())
        if interrupted is not None:
            raise self._complete(error, interrupted)

    def _first(self, data: bytes) -> Iterator[Any]:
        """Reads up to the one that shows whether these are events: some servers mislabel what they send."""
        if self._body is None:
            # what stands before the first event means nothing, but for the decoder, to which a space is part of a line
            begins = data.lstrip(_SPACE)
            if not begins.startswith(NO_EVENT_STARTS):
                self._begun = bool(begins)
                return self.reader.feed(data)
            self._body, data = [], begins
        self._body.append(data)
        return iter(())

    def _last(self) -> Iterator[Any]:
        if self._body is None:
            return self.reader.finish()
        call = self.exchange.call
        result = call.reader.read(call, self.info, b"".join(self._body))
        self.reader = self._new_reader(sys.maxsize)
        return chain(self.reader.feed(call.reader.as_events(call, result)), self.reader.finish())

    def chunk(self, raw: Any) -> Any:
        """A chunk that is handed out."""
        self._wait_until = None
        if not self.delivered:
            self.delivered = True
            self._first_ms = self.exchange.clock.elapsed_ms()
        return self.chunk_of(raw)

    def seconds_left(self) -> float:
        """Seconds until the wait for the next chunk must be over; infinite for never.

        The wait begins when a chunk is asked for and none is there. What is no chunk, keep-alives above all, does not
        make it longer.
        """
        now = self._now()
        until = self._wait_until
        if until is None:
            until = self._wait_until = min(now + self._patience_s, self._deadline_s)
            self._patience_s = self._longest_wait_s
        return until - now

    def leave(self) -> None:
        """The reader leaves in the midst of a wait. While nobody reads, the idle limit stands still."""
        if self._wait_until is not None:
            self._patience_s = max(self._wait_until - self._now(), 0.0)
            self._wait_until = None

    def late(self) -> OpenRouterError | None:
        """What a wait that took too long means: an error, or None where every choice had its finish reason already."""
        clock, idle = self.exchange.clock, self._idle_s
        if idle is None or clock.is_over():
            error = clock.deadline_error()
        else:
            error = RequestTimedOutError(f"no data event within {idle:g} s (idle_timeout)")
        interrupted = self.reader.interrupted(error.message)
        return None if interrupted is None else self._complete(error, interrupted)

    def broken(self, error: Fault) -> OpenRouterError | None:
        """What a failed read means: an error, or None where every choice had its finish reason already."""
        cause = f"the stream broke off: {str(error) or type(error).__name__}"
        if self.opened is None:
            return self.reader.interrupted(cause)
        meant = meaning(error, self.opened.timeouts, self.exchange.clock, self.exchange.call.url)
        if isinstance(meant, NoResponseError):
            return self.reader.interrupted(cause)
        interrupted = self.reader.interrupted(meant.message)
        return None if interrupted is None else self._complete(meant, interrupted)

    def _complete(self, error: OpenRouterError, interrupted: OpenRouterError) -> OpenRouterError:
        """The error with what is known of the stream; what the server itself told counts for more."""
        if not isinstance(interrupted, StreamInterruptedError):
            return interrupted
        attach_info(error, self.info)
        error.message = interrupted.message
        error.args = interrupted.args
        error.partial = interrupted.partial
        return error

    def partial(self) -> Any:
        """What has been received so far; None where the pieces add up to nothing."""
        if self.answered is not None and self.over:
            return self.answered
        result = self.reader.partial()
        if result is not None:
            attach_http(result, self.info)
        return result

    def next_attempt(self, error: OpenRouterError) -> Attempt:
        """The attempt that follows an error before the first chunk.

        Raises:
            OpenRouterError: There is none.
        """
        if self.delivered:
            raise error
        if isinstance(error.partial, models.ChatResult) and not error.partial.choices:
            error.partial = None
        attempt = self.exchange.flow.send(error)
        self._restarting = True
        # whose frames would keep the stream, and so its next attempt, alive when nobody holds it any more
        error.__traceback__ = None
        if error.__cause__ is not None:
            error.__cause__.__traceback__ = None
        return attempt

    def fail(self, error: OpenRouterError) -> None:
        """Remember the error that ends the stream."""
        self.error = self._untold = error
        if isinstance(error.partial, models.ChatResult):
            attach_http(error.partial, self.info)

    def cut_by(self, error: BaseException) -> None:
        """Something that is no fault of the stream left a read half-way: what it would have given is lost."""
        if self.error is None and (self._restarting or not self.over):
            self.fail(self.reader.cut(f"the read was cut short by {type(error).__name__}"))

    def end(self) -> None:
        """Nothing more will come.

        Raises:
            OpenRouterError: Why, if nobody was told yet.
        """
        error, self._untold = self._untold, None
        if error is not None:
            raise error

    def final(self) -> Any:
        """The finished answer, once the stream has been read.

        Raises:
            OpenRouterError: There is none.
        """
        if self.error is None:
            # not `fail`: the caller ended the stream, it did not fail
            self.error = self.reader.interrupted("the stream was closed before its end")
        if self.error is not None:
            raise self.error
        return self.partial()

    def tell_end(self) -> None:
        """Tell whoever watches, once."""
        observer, clock = self.exchange.observer, self.exchange.clock
        if self._told or not observer.watches_streams:
            return
        from .events import StreamEndEvent  # lazy: most streams are watched by nobody

        self._told = True
        result = self.partial()
        observer.stream_end(
            StreamEndEvent(
                model=getattr(result, "model", None) or self.exchange.call.model,
                provider=getattr(result, "provider", None),
                generation_id=self.info.generation_id or getattr(result, "id", None),
                latency_ms=clock.elapsed_ms(),
                time_to_first_token_ms=self._first_ms,
                usage=getattr(result, "usage", None),
                cost=getattr(result, "cost", None),
                complete=self.error is None and self.over,
                error=self.error,
                operation_id=self.exchange.id,
                operation=self.exchange.call.operation.name,
                http=self.info,
                partial=result,
            )
        )


def _tell_comment(told: Callable[[str], object], event: Event) -> None:
    if event.comment is not None:
        told(event.comment)
