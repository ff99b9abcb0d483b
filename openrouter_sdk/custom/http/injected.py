"""Clients of httpx that the caller brings, used by their public names alone.

What that cannot do: httpx reads a timeout once for the headers of an answer and once for its body. So there a deadline
or an idle limit ends a wait that is silent, but bytes that keep coming are noticed only when httpx hands them over.
"""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from math import inf
from types import ModuleType
from typing import Any

from ..errors import ArgumentError
from .decoding import Decoder, decoder_of, is_known, unpacked
from .faults import Fault, Late, Phase
from .message import Lines, Request, Response
from .timeouts import Phases, Timeouts

_LIBRARIES = ("httpx", "httpx2")
_BELOW = {"httpcore": "ConnectionNotAvailable", "httpcore2": "ConnectionNotAvailable", "h2.exceptions": "H2Error"}
"""What the libraries let through from below where an HTTP/2 connection breaks inside an answer, each in its module."""
_REFUSED_STREAM, _NO_ERROR, _ANNOUNCED = 7, 0, 2**31 - 1  # RFC 9113, 7 and 6.8


def library_of(client: object, kind: str) -> ModuleType | None:
    """The library whose client this is; None where it is none of that kind ("Client" or "AsyncClient")."""
    for each in type(client).__mro__:
        name = each.__module__.partition(".")[0]
        if name in _LIBRARIES and each.__name__ == kind:
            return import_module(name)
    return None


class Injected:
    """What injected clients of both colours have alike: the caller's client, and its library."""

    def __init__(self, client: Any, library: Any) -> None:
        self.client = client
        self.library = library

    @property
    def faults(self) -> tuple[Any, ...]:
        """The exceptions that tell of a connection, looked up when there is one: h2 is loaded where it is used."""
        below = (getattr(sys.modules.get(module), name, None) for module, name in _BELOW.items())
        return (self.library.TransportError, self.library.DecodingError, *filter(None, below))

    @property
    def is_closed(self) -> bool:
        """Whether its owner closed it."""
        closed: bool = self.client.is_closed
        return closed

    @property
    def timeout(self) -> Phases | None:
        """Its own timeouts; None where nobody chose them."""
        given = self.client.timeout
        # it gives this to clients built without a timeout, which is too short for a model's answer
        phases: Phases = given.as_dict()
        return None if given == self.library.Timeout(5.0) else phases

    def build(self, request: Request) -> Any:
        """The request with the client's own headers, parameters and cookies beneath ours."""
        built = self.client.build_request(
            request.method,
            self.library.URL(request.url.text),
            content=request.content or None,
            headers=request.headers,
            extensions={"timeout": request.timeouts},
        )
        if built.url.raw_host.decode() != request.url.host:
            raise ArgumentError(f"{self.library.__name__} reads another host in the URL")
        return built

    def decoder(self, response: Any) -> Decoder | None:
        """What unpacks a body in place of the library, which unpacks at once all that is in what has come."""
        packed: Lines = response.headers.raw
        return decoder_of(packed) if is_known(packed) and not response.is_stream_consumed else None

    def fault(self, error: Any, timeouts: Timeouts, url: str) -> Fault:
        """The fault that an exception of the library is."""
        # key and prompt would travel with it: reports show the causes of an error, and dask and others pickle them
        error.request = self.library.Request("POST", url)
        phase = self._phase(error)
        late = isinstance(error, self.library.TimeoutException)
        silent = isinstance(error, (self.library.ReadError, self.library.WriteError)) or _without_a_word(error)
        stale = silent and not late and not timeouts.connecting and timeouts.just_sent()
        fault = Fault(phase, str(error) or type(error).__name__, late=late, stale=stale)
        fault.__cause__ = error
        return fault

    def _phase(self, error: Exception) -> Phase:
        library = self.library
        if isinstance(error, library.PoolTimeout):
            return "pool"
        # a ProxyError is a proxy's refusal to make the connection
        before = (library.ConnectError, library.ConnectTimeout, library.ProxyError, library.UnsupportedProtocol)
        if isinstance(error, before):
            return "connect"
        if isinstance(error, library.DecodingError):
            return "decode"
        if _was_refused(error):
            # as if there had been no room for it
            return "pool"
        return "write" if isinstance(error, library.WriteTimeout) else "read"


def _event(error: Exception) -> Any:
    """The event of HTTP/2 for which a library raises an error; None where it is another one."""
    told = error.__cause__.args if error.__cause__ is not None else ()
    return told[0] if told and hasattr(told[0], "error_code") else None


def _was_refused(error: Exception) -> bool:
    """Whether an HTTP/2 server says that it has not begun with the request (RFC 9113, 8.7)."""
    event = _event(error)
    if event is None:
        return False
    last: int | None = getattr(event, "last_stream_id", None)
    return event.error_code == _REFUSED_STREAM if last is None else last == 0


def _without_a_word(error: Exception) -> bool:
    """Whether a server closed the connection, and at most announced that it would."""
    event = _event(error)
    if event is None:
        return str(error).startswith("Server disconnected")
    return event.error_code == _NO_ERROR and getattr(event, "last_stream_id", None) == _ANNOUNCED


class InjectedClient(Injected):
    """A sync client of the caller's."""

    def send(self, request: Request) -> InjectedResponse:
        """Send a request and receive status and headers of its answer."""
        try:
            response = self.client.send(self.build(request), stream=True, follow_redirects=False)
        except self.faults as error:
            raise self.fault(error, request.timeouts, request.url.text) from error
        return InjectedResponse(self, response, request)


class InjectedResponse(Response):
    """An answer to a request of such a client."""

    def __init__(self, owner: InjectedClient, response: Any, request: Request) -> None:
        super().__init__(response.status_code, response.headers.raw)
        self._owner = owner
        self._response = response
        self._request = request
        self._pieces: Iterator[bytes] | None = None
        self._readers_limit = False
        _reading.add(self)

    def read(self, seconds: float = inf) -> bytes | None:
        """As `Response.read`."""
        timeouts = self._request.timeouts
        pieces = self._pieces
        if pieces is None:
            # which is read when the body is begun
            allowed = timeouts["read"]
            self._readers_limit = seconds < (inf if allowed is None else allowed)
            if self._readers_limit:
                timeouts["read"] = seconds
            pieces = self._pieces = self._unpacked()
        try:
            timeouts.left("read")
            return None if self.is_closed else next(pieces, None)
        except self._owner.faults as error:
            if self._readers_limit and isinstance(error, self._owner.library.ReadTimeout):
                raise Late from error
            raise self._owner.fault(error, timeouts, self._request.url.text) from error
        except TimeoutError as error:
            raise Fault("read", str(error), late=True) from error

    def _unpacked(self) -> Iterator[bytes]:
        decoder = self._owner.decoder(self._response)
        if decoder is None:
            return iter(self._response.iter_bytes())
        return (piece for data in self._response.iter_raw() for piece in unpacked(decoder, data) if piece)

    def read_end(self, seconds: float) -> None:
        """As `Response.read_end`; the end of a body is not waited for where nothing can wake who does."""
        if "network_stream" not in self._response.extensions:
            super().read_end(seconds)
        elif self._socket() is not None:
            # the library has taken its time limit when the body was begun
            ending = threading.Timer(seconds, self.shut_down)
            ending.start()
            try:
                super().read_end(seconds)
            finally:
                ending.cancel()
                ending.join()

    def _wake(self) -> None:
        found = self._socket()
        if found is not None:
            with suppress(OSError):
                socket.socket.shutdown(found, socket.SHUT_RDWR)

    def _socket(self) -> socket.socket | None:
        """What the answer comes through, if nothing else does."""
        extensions = self._response.extensions
        stream: Any = extensions.get("network_stream")
        # over HTTP/2 others share the connection
        if stream is None or extensions.get("http_version") == b"HTTP/2":
            return None
        found = stream.get_extra_info("socket")
        return found if isinstance(found, socket.socket) else None

    def _give_back(self) -> None:
        try:
            self._response.close()
        finally:
            _reading.discard(self)


# Kept until they are closed, so that the garbage collector does not end what reads them: that would give the connection
# back wherever the collector runs, also inside the pool.
_reading: set[InjectedResponse] = set()
