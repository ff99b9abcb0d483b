"""What own clients of both colours have alike: their connections, headers and cookies, the meaning of failures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .decoding import ACCEPTED
from .environment import Network
from .faults import Fault, Phase
from .http11 import Http11
from .message import Lines, Request, Url
from .routes import Route, route_to
from .timeouts import Phases, Timeouts

if TYPE_CHECKING:
    from .cookies import Cookies

CLOSED = "the client was closed"
_WITHOUT_A_WORD = "the server closed the connection without sending an answer"

_WITH_BODY = frozenset(("POST", "PUT", "PATCH"))
"""Methods whose requests say the length of their body, an empty one too (RFC 9110, section 8.6)."""


class Connection:
    """One connection to a server: an exchange after the other."""

    def __init__(self, origin: object, wire: Any) -> None:
        self.origin = origin
        self.wire = wire
        self.http: Http11 = Http11()
        self.reused = False
        self.whole: bool = True

    def begin(self, request: Request, lines: Lines, *, relayed: bool) -> list[bytes]:
        """Begin an exchange: the pieces to send."""
        self._timeouts: Timeouts = request.timeouts
        target = request.url.text.encode() if relayed else request.url.target
        return self.http.request(request.method, target, lines, request.content)

    def ended(self, error: Exception | None) -> Fault:
        """The fault where it ended, perhaps with an error, before the answer was there."""
        stale = self.reused and not self.http.heard and self._timeouts.just_sent()
        return Fault("read", _WITHOUT_A_WORD if error is None else str(error), stale=stale)

    def usable(self) -> bool:
        """Whether it may be used again: what an idle one receives can only be its end."""
        raise NotImplementedError

    def close(self) -> None:
        """Close it."""
        self.wire.close()


class Sender:
    """Completes requests, and keeps the cookies of their answers."""

    timeout: Phases | None = None

    def __init__(self, network: Network) -> None:
        self._network = network
        self._cookies: Cookies | None = None
        self.is_closed = False

    def route(self, url: Url) -> Route:
        """The way to a server."""
        return route_to(url, self._network.proxy_for(url.scheme, url.host, url.port))

    def lines(self, request: Request, route: Route) -> Lines:
        """All headers of a request."""
        url, given = request.url, request.headers
        named = {name for name, _ in given}
        lines = [
            line
            for line in (
                (b"host", url.netloc),
                (b"accept", b"*/*"),
                (b"accept-encoding", ACCEPTED),
                (b"connection", b"keep-alive"),
            )
            if line[0] not in named
        ]
        lines += given
        if request.content or request.method in _WITH_BODY:
            lines.append((b"content-length", b"%d" % len(request.content)))
        if self._cookies is not None and b"cookie" not in named:
            lines += self._cookies.lines(url)
        return lines + route.lines if route.lines else lines

    def keep_cookies(self, url: Url, headers: Lines) -> None:
        """Keep those that an answer sets."""
        for name, _ in headers:
            if len(name) == 10 and name.lower() == b"set-cookie":
                from .cookies import Cookies  # lazy: many servers set none

                self._cookies = self._cookies or Cookies()
                self._cookies.keep(url, headers)
                return


def failure(error: Exception, phase: Phase) -> Fault:
    """The fault that an exception of the network is."""
    fault = Fault(phase, str(error) or type(error).__name__, late=isinstance(error, TimeoutError))
    fault.__cause__ = error
    return fault
