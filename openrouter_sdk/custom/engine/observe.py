"""What a call tells to whoever watches: hooks, and records of one named logger. No prompt and no key is in either."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from ..errors import one_line

if TYPE_CHECKING:
    from ..retry import RetryEvent
    from ..stream import StreamEndEvent
    from .hooks import Hooks, RequestEvent, ResponseEvent

DEBUG_VARIABLE = "OPENROUTER_DEBUG"
LOGGER_NAME = "openrouter_sdk"

_MAX_TOLD_CHARS = 100


class _NoHooks:
    """In the place of hooks where nobody watches: few programs load theirs."""

    def __getattr__(self, name: str) -> None:
        return None


_NO_HOOKS = cast("Hooks", _NoHooks())


class Observer:
    """Tells hooks and the logger what happens; one for each client.

    Args:
        hooks: The caller's functions.
        logger: Logger for the records; None for `openrouter_sdk`, which is silent until the application sets it up or
            the environment variable `OPENROUTER_DEBUG` is set.
    """

    def __init__(self, hooks: Hooks | None = None, logger: logging.Logger | None = None) -> None:
        self.hooks: Hooks = hooks or _NO_HOOKS
        self.logger: logging.Logger = logger or _default_logger()

    def tell(self, function: Callable[[Any], object] | None, event: Any) -> None:
        """Call a hook; what it raises is logged."""
        if function is None:
            return
        try:
            function(event)
        except Exception as error:  # noqa: BLE001 - the caller's function may raise anything
            # Its message may quote content, which does not belong into logs.
            self.logger.warning("a hook raised %s for %s; the call goes on", type(error).__name__, type(event).__name__)

    def request(self, event: RequestEvent) -> None:
        """A request is about to be sent."""
        if self.logger.isEnabledFor(logging.DEBUG):
            wanted = f" for {event.model}" if event.model else ""
            self.logger.debug("request %d of %s to %s%s", event.attempt, event.operation, event.url, wanted)
        self.tell(self.hooks.on_request, event)

    def response(self, event: ResponseEvent) -> None:
        """An answer has come, or a request has failed."""
        if self.logger.isEnabledFor(logging.DEBUG):
            name = type(event.error).__name__ if event.error else "ok"
            told = _told(event.generation_id)
            self.logger.debug("response %s %s after %.0f ms, generation %s", event.status, name, event.latency_ms, told)
        self.tell(self.hooks.on_response, event)

    def retry(self, event: RetryEvent, function: Callable[[RetryEvent], object] | None) -> None:
        """A request failed and will be sent again."""
        self.logger.info(
            "attempt %d failed (%s, status %s); next in %.2f s",
            event.attempt,
            type(event.error).__name__,
            event.status,
            event.delay_s,
        )
        self.tell(function, event)
        self.tell(self.hooks.on_retry, event)

    def stream_end(self, event: StreamEndEvent) -> None:
        """A stream is over."""
        if self.logger.isEnabledFor(logging.DEBUG):
            how = "complete" if event.complete else type(event.error).__name__ if event.error else "closed early"
            self.logger.debug(
                "stream %s after %.0f ms, generation %s, cost %s",
                how,
                event.latency_ms,
                _told(event.generation_id),
                _told(event.cost),
            )
        self.tell(self.hooks.on_stream_end, event)
        if self.hooks.on_call_end is not None:
            self._stream_ended(event)

    def _stream_ended(self, event: StreamEndEvent) -> None:
        from .hooks import CallEndEvent  # lazy: most calls are watched by nobody

        http = event.http
        end = CallEndEvent(
            operation=event.operation,
            operation_id=event.operation_id,
            duration_ms=event.latency_ms,
            model=event.model,
            provider=event.provider,
            status=http.status if http else None,
            attempts=http.attempts if http else 1,
            generation_id=event.generation_id,
            time_to_first_token_ms=event.time_to_first_token_ms,
            usage=event.usage,
            cost=event.cost,
            complete=event.complete,
            error=event.error,
            result=event.partial,
        )
        self.tell(self.hooks.on_call_end, end)

    @property
    def watches_requests(self) -> bool:
        """Whether anybody wants request and response events."""
        hooks = self.hooks
        return hooks.on_request is not None or hooks.on_response is not None or self.logger.isEnabledFor(logging.DEBUG)

    @property
    def watches_streams(self) -> bool:
        """Whether anybody wants to know how streams end."""
        hooks = self.hooks
        if hooks.on_stream_end is not None or hooks.on_call_end is not None:
            return True
        return self.logger.isEnabledFor(logging.DEBUG)


def _told(value: object) -> object:
    """What a server told, as one short line of a log whatever it is."""
    return one_line(value, _MAX_TOLD_CHARS) if isinstance(value, str) else value if _is_short(value) else "?"


def _is_short(value: object) -> bool:
    return value is None or isinstance(value, float) or (isinstance(value, int) and value.bit_length() <= 64)


def _default_logger() -> logging.Logger:
    logger = logging.getLogger(LOGGER_NAME)
    if not any(isinstance(handler, logging.NullHandler) for handler in logger.handlers):
        logger.addHandler(logging.NullHandler())
    if os.environ.get(DEBUG_VARIABLE, "").strip().lower() not in ("", "0", "false", "no", "off"):
        logger.setLevel(logging.DEBUG)
        if len(logger.handlers) == 1 and not logging.getLogger().handlers:
            logger.addHandler(logging.StreamHandler())
    return logger
