"""One request and what its response means, for both drivers: all but the sending itself."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeAlias

from ..errors import (
    ArgumentError,
    Headers,
    NoResponseError,
    OpenRouterError,
    answer_too_large,
    error_from_response,
)
from ..http import (
    DEFAULT_PHASES,
    AsyncClient,
    AsyncResponse,
    Client,
    Fault,
    Request,
    Response,
    Timeouts,
    meaning,
    parse_url,
)
from ..retry import Attempt, CallClock
from ..stream import OpenStream, WholeAnswer
from .observe import Observer
from .request import Call

if TYPE_CHECKING:
    from ..errors import HttpInfo

MAX_REDIRECTS = 5
MAX_ERROR_BYTES = 8 * 1024 * 1024
"""Bytes that are read of what is no success. The rest of it is left, and the status tells what happened."""
_REPEATED = frozenset((301, 302, 307, 308))
_CLOSED = "the client was closed"


class Exchange(NamedTuple):
    """One call under way: what is sent, what decides about retries, its clock, and who watches."""

    call: Call
    flow: Generator[Attempt, OpenRouterError, NoReturn]
    clock: CallClock
    observer: Observer
    id: int
    """Unique in the process."""
    owner: object
    """What has the HTTP client open: a stream may be read when nobody holds the SDK's client any more."""

    def begun(self) -> None:
        """Tell who watches that the call begins."""
        if (hook := self.observer.hooks.on_call_start) is not None:
            from .hooks import CallStartEvent  # lazy: most calls are watched by nobody

            call = self.call
            event = CallStartEvent(
                call.operation.name, self.id, call.url, call.model, call.stream, *call.run, body=call.body
            )
            self.observer.tell(hook, event)

    def answered(self, result: Any) -> None:
        """Tell who watches that there is a whole answer."""
        if self.observer.hooks.on_call_end is not None:
            self._over(getattr(result, "http", None), result, None)

    def failed(self, error: BaseException) -> None:
        """Tell who watches that there will be none."""
        if self.observer.hooks.on_call_end is not None:
            self._over(error, getattr(error, "partial", None), error)

    def _over(self, told: Any, result: Any, error: BaseException | None) -> None:
        from .hooks import CallEndEvent  # lazy: the same

        call = self.call
        event = CallEndEvent(
            operation=call.operation.name,
            operation_id=self.id,
            duration_ms=self.clock.elapsed_ms(),
            model=getattr(result, "model", None) or call.model,
            provider=getattr(result, "provider", None) or getattr(error, "provider_name", None),
            status=getattr(told, "status", None) if error is None else getattr(told, "http_status", None),
            attempts=getattr(told, "attempts", None) or 1,
            generation_id=getattr(told, "generation_id", None) or getattr(result, "id", None),
            usage=getattr(result, "usage", None),
            cost=getattr(result, "cost", None),
            complete=error is None,
            error=error,
            result=result,
        )
        self.observer.tell(self.observer.hooks.on_call_end, event)


Answer: TypeAlias = Any
"""A whole answer; for a streamed call an `OpenStream` or a `WholeAnswer`."""


class Sending:
    """One request of a call; its number is 1 for the first one.

    Raises:
        ArgumentError: The client was closed in the meantime.
    """

    def __init__(self, exchange: Exchange, client: Client | AsyncClient, number: int) -> None:
        if client.is_closed:
            raise ArgumentError(_CLOSED)
        self._exchange = exchange
        self._client = client
        self._number = number
        self._started_s = time.perf_counter()
        self._redirects = 0
        self.left_open: bool = False
        call = exchange.call
        self.timeouts: Timeouts = Timeouts(call.timeout or client.timeout or DEFAULT_PHASES, exchange.clock)
        headers = [(name.encode(), value) for name, value in call.headers.items()]
        self.request: Request = Request(
            call.operation.method, parse_url(call.url), headers, call.content, self.timeouts
        )
        if exchange.observer.watches_requests:
            from .hooks import RequestEvent  # lazy: the same

            exchange.observer.request(
                RequestEvent(call.url, call.model, call.stream, number, call.operation.name, exchange.id, *call.run)
            )

    def redirected(self, response: Response | AsyncResponse) -> bool:
        """Whether to send again: a redirect on the same host. The key never goes to another one."""
        if response.status not in _REPEATED or self._redirects == MAX_REDIRECTS:
            return False
        location = Headers(response.headers).peek("location")
        target = self.request.url.join(location) if location else None
        if target is None:
            return False
        self._redirects += 1
        self.request = self.request._replace(url=target)
        return True

    def info(self, response: Response | AsyncResponse) -> HttpInfo:
        """Status and headers as they are remembered."""
        from ..errors import HttpInfo  # lazy: with the first answer

        return HttpInfo(
            status=response.status,
            headers=Headers(response.headers),
            attempts=self._number,
            elapsed_ms=self._exchange.clock.elapsed_ms(),
        )

    def opened(self, response: Response | AsyncResponse) -> OpenStream | None:
        """The response, still open, if it is one to a streamed call and is to be read as a stream."""
        if not self._exchange.call.stream:
            return None
        info = self.info(response)
        if not _streams(self._exchange.call, info):
            return None
        self.left_open = True
        self._tell(info.status, info.generation_id)
        return OpenStream(response, info, self.timeouts)

    def most(self, response: Response | AsyncResponse) -> float:
        """Bytes of a body beyond which it need not be read."""
        most = self._exchange.call.max_response_bytes
        return most if response.status < 300 else min(most, MAX_ERROR_BYTES)

    def answer(self, response: Response | AsyncResponse, body: bytes) -> Any:
        """The answer in a response that was read whole, or up to `most`.

        Raises:
            OpenRouterError: What the status or the body tells.
        """
        info = self.info(response)
        call, most = self._exchange.call, self.most(response)
        if len(body) > most:
            if response.status < 300:
                raise answer_too_large(most)
            body = body[: int(most)]
        result = call.reader.read(call, info, body)
        self._tell(info.status, info.generation_id, result)
        return WholeAnswer(result, info) if call.stream else result

    def failure(self, error: Fault, response: Response | AsyncResponse | None) -> OpenRouterError:
        """The SDK's error for a failure below HTTP."""
        if response is not None and response.status >= 400 and not self._exchange.clock.is_over():
            # the status tells what happened, whatever became of the body
            unread = str(error) or type(error).__name__
            return self.told(error_from_response(self.info(response), b"", unread=unread), response)
        meant = meaning(error, self.timeouts, self._exchange.clock, self._exchange.call.url)
        if isinstance(meant, NoResponseError) and self._client.is_closed:
            meant = NoResponseError(f"no answer: {_CLOSED}", request_sent=meant.request_sent)
        elif isinstance(meant, NoResponseError) and response is not None:
            # the server has begun to answer
            meant.request_sent, meant.stale_connection = True, False
        return self.told(meant, response)

    def told(self, error: OpenRouterError, response: Response | AsyncResponse | None) -> OpenRouterError:
        """The error, with what is known of the response, after whoever watches was told."""
        if response is not None and error.http_status is None:
            info = self.info(response)
            error.http_status, error.headers, error.generation_id = info.status, info.headers, info.generation_id
        error.attempts = self._number
        self._tell(error.http_status, error.generation_id, None, error)
        return error

    def _tell(
        self,
        status: int | None,
        generation_id: str | None,
        result: Any = None,
        error: OpenRouterError | None = None,
    ) -> None:
        observer, call = self._exchange.observer, self._exchange.call
        if observer.watches_requests:
            latency = (time.perf_counter() - self._started_s) * 1000
            failed_at = getattr(error, "provider_name", None)
            model, provider = getattr(result, "model", call.model), getattr(result, "provider", failed_at)
            usage, cost = getattr(result, "usage", None), getattr(result, "cost", None)
            from .hooks import ResponseEvent  # lazy: the same

            observer.response(
                ResponseEvent(
                    model,
                    provider,
                    status,
                    self._number,
                    latency,
                    generation_id,
                    usage=usage,
                    cost=cost,
                    error=error,
                    operation=call.operation.name,
                    operation_id=self._exchange.id,
                )
            )


def _streams(call: Call, info: HttpInfo) -> bool:
    """Whether a successful response to a streamed request is to be read as a stream."""
    if info.status >= 300 or call.operation.kind == "binary":
        return info.status < 300
    media_type = (info.headers.peek("content-type") or "").lower()
    return "json" not in media_type and "html" not in media_type
