"""What httpx is told and what its failures mean: the timeouts of a request, and its exceptions as the SDK's own."""

from __future__ import annotations

import socket
import threading
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any, TypeAlias

import httpx

from ..errors import NoResponseError, OpenRouterError, RequestTimedOutError, ResponseValidationError
from ..retry import CONNECT_TIMEOUT_S, POOL_TIMEOUT_S, READ_TIMEOUT_S, WRITE_TIMEOUT_S, CallClock
from .lean import Lean

# The rest of the layer names httpx through these, so that a move to another client stays in one place.
Client: TypeAlias = httpx.Client
AsyncClient: TypeAlias = httpx.AsyncClient
Request: TypeAlias = httpx.Request
URL: TypeAlias = httpx.URL
AsyncBody: TypeAlias = httpx.AsyncByteStream
Response: TypeAlias = httpx.Response
ReadFailed: TypeAlias = httpx.ReadError
FAULTS = (httpx.TransportError, httpx.DecodingError)
"""What is raised when the connection fails or a body cannot be decompressed."""

_DEFAULT_TIMEOUTS: dict[str, float | None] = {
    "connect": CONNECT_TIMEOUT_S,
    "read": READ_TIMEOUT_S,
    "write": WRITE_TIMEOUT_S,
    "pool": POOL_TIMEOUT_S,
}
# httpx gives this to clients built without a timeout: it is nobody's choice, and too short for a model's answer
_HTTPX_DEFAULT = httpx.Timeout(5.0)
# a ProxyError is a proxy's refusal to make the connection
_BEFORE_SENDING = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


def timeouts_of(call: dict[str, float | None] | None, injected: httpx.Timeout | None) -> dict[str, float | None]:
    """Seconds of each phase: what the call says, else an injected client's own choice, else the defaults."""
    if call is not None:
        return call
    if injected is not None and injected != _HTTPX_DEFAULT:
        phases: dict[str, float | None] = injected.as_dict()
        return phases
    return _DEFAULT_TIMEOUTS


class LiveTimeouts(dict[str, float | None]):
    """The timeouts of one request, never longer than what is left of the whole call.

    The transport asks for each phase as it begins, and for "connect" only when it opens a new connection.
    """

    __slots__ = ("_clock", "asked", "connecting", "network_stream")

    def __init__(self, phases: Mapping[str, float | None], clock: CallClock) -> None:
        super().__init__(phases)
        self._clock = clock
        self.asked = False
        self.connecting = False
        self.network_stream: Any = None

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Note the connection that the transport opens: until there is a response, nothing else names it."""
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self.network_stream = info.get("return_value")

    def get(self, key: str, default: float | None = None) -> float | None:  # type: ignore[override]
        """The seconds that a phase may take, as of now."""
        self.asked = True
        self.connecting = self.connecting or key == "connect"
        seconds = super().get(key, default)
        if self._clock.deadline_s is None:
            return seconds
        left = max(self._clock.deadline_s - self._clock.now(), 0.001)
        return left if seconds is None else min(seconds, left)

    @property
    def bounded(self) -> bool:
        """Whether there is a deadline."""
        return self._clock.deadline_s is not None

    @property
    def reused_connection(self) -> bool:
        """Whether the request went out over a connection kept from an earlier one."""
        return self.asked and not self.connecting


def strip_cause(error: Exception, url: URL) -> None:
    """Leave of the request only where it went, in a failure of the transport that will be the cause of the SDK's error.

    Key and prompt would travel with it: reports show the causes of an error, and dask and others pickle them.
    """
    if isinstance(error, FAULTS):
        error.request = Request("POST", url)


def fault(error: Exception, timeouts: LiveTimeouts, clock: CallClock) -> OpenRouterError:
    """The SDK's error for a failure of the transport before the answer was complete."""
    sent = not isinstance(error, _BEFORE_SENDING)
    if clock.is_over():
        # whatever it looks like: at the deadline the socket is shut down
        late = clock.deadline_error()
        late.request_sent = sent
        return late
    if isinstance(error, httpx.TimeoutException):
        return RequestTimedOutError(_timeout_message(error, timeouts), request_sent=sent)
    if isinstance(error, httpx.DecodingError):
        return ResponseValidationError(f"the body cannot be decompressed: {error}")
    stale = sent and timeouts.reused_connection and _no_word(error)
    return NoResponseError(_message(error), request_sent=sent, stale_connection=stale)


def _no_word(error: Exception) -> bool:
    """Whether the server closed the connection without a word."""
    reset = isinstance(error, (httpx.ReadError, httpx.WriteError))
    return reset or "without sending a response" in str(error)


def _message(error: Exception) -> str:
    text = str(error)
    return f"no answer: {text or type(error).__name__}"


def _timeout_message(error: httpx.TimeoutException, timeouts: LiveTimeouts) -> str:
    if isinstance(error, httpx.PoolTimeout):
        return f"no free connection within {timeouts['pool']} s: all are in use; raise limits= or the pool timeout"
    if isinstance(error, httpx.ConnectTimeout):
        return f"no connection within {timeouts['connect']} s"
    if isinstance(error, httpx.WriteTimeout):
        return f"the request was not taken within {timeouts['write']} s"
    return f"no data within {timeouts['read']} s"


class Guard(httpx.SyncByteStream):
    """Takes the place of a response's body, so that another thread may end it without hitting a stranger.

    The transport gives the connection back when the body is closed; from then on its socket belongs to another request.
    """

    def __init__(self, response: Response) -> None:
        self._body: Any = response.stream
        # over HTTP/2 other requests share it; there the read timeout ends the wait
        shared = response.extensions.get("http_version") == b"HTTP/2"
        self._network_stream = None if shared else response.extensions.get("network_stream")
        self._reader: Iterator[bytes] | None = None
        self._lock = threading.Lock()
        self._released = False
        response.stream = self

    def __iter__(self) -> Iterator[bytes]:
        self._reader = iter(self._body)
        return self._reader

    def hold(self) -> None:
        """Keep the body alive until it is closed, so that the garbage collector does not end what reads it.

        That would give the connection back wherever the collector runs, also inside the pool.
        """
        _held.add(self)

    def close(self) -> None:
        """Close the body."""
        with self._lock:
            self._released = True
        try:
            self._body.close()
        finally:
            _held.discard(self)

    def shut_down(self) -> None:
        """Wake the thread that is blocked on the socket; it finds the connection at its end."""
        with self._lock:
            if not self._released:
                shut_down_stream(self._network_stream)


_held: set[Guard] = set()


def shut_down_stream(stream: Any) -> None:
    """Shut the socket of a connection down. The connection must not have been given back."""
    found: Any = stream.get_extra_info("socket") if stream is not None else None
    if isinstance(found, socket.socket):
        with suppress(OSError):
            # not SSLSocket's own method, which takes the TLS state from under the reader's feet
            socket.socket.shutdown(found, socket.SHUT_RDWR)


@lru_cache(maxsize=16)
def _parsed_url(url: str) -> httpx.URL:
    return httpx.URL(url)


def build_request(
    client: Client | AsyncClient, url: str, headers: list[tuple[bytes, bytes]], content: bytes, timeouts: LiveTimeouts
) -> Request:
    """A POST request, with the client's own headers and cookies beneath ours."""
    extensions: dict[str, Any] = {"timeout": timeouts}
    if timeouts.bounded and isinstance(client, Client):
        extensions["trace"] = timeouts.trace
    if isinstance(client, Lean):
        return client.build_post(_parsed_url(url), content, headers, extensions)
    return client.build_request("POST", _parsed_url(url), content=content, headers=headers, extensions=extensions)


def body_of(response: Response) -> Iterator[bytes]:
    """The body, read by read.

    `iter_bytes` does the same, at a multiple of the cost where nothing has to be decompressed.
    """
    return response.iter_bytes() if needs_httpx(response) else iter(response.stream)  # type: ignore[arg-type]


def body_of_async(response: Response) -> AsyncIterator[bytes]:
    """The same for async."""
    return response.aiter_bytes() if needs_httpx(response) else aiter(response.stream)  # type: ignore[arg-type]


def needs_httpx(response: Response) -> bool:
    """Whether the body is compressed, or a hook of an injected client has read or closed it already."""
    return response.is_stream_consumed or response.is_closed or "content-encoding" in response.headers


def redirect_target(request: Request, location: str) -> str | None:
    """Where a redirect on the same host leads; None where it leads to another one or nowhere."""
    try:
        target = request.url.join(location)
    except httpx.InvalidURL:
        return None
    here = request.url
    same = (target.scheme, target.host, target.port) == (here.scheme, here.host, here.port)
    return str(target) if same else None
