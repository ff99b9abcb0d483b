"""A request, where it goes, and its answer: what clients of all kinds have alike."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Awaitable
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias, TypeVar
from urllib.parse import urljoin

if TYPE_CHECKING:
    from .timeouts import Phases, Timeouts

R_co = TypeVar("R_co", covariant=True)
Lines: TypeAlias = list[tuple[bytes, bytes]]
"""Headers as they are on the wire."""

# no name in Punycode, which may be wrong, and no segment that begins with a dot
_PLAIN = (
    r"(https?)://((?![^/:]*xn--)[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?"
    r"((?:/(?:[\w~!$&'()*+,;=:@-]|%[0-9A-F]{2})(?:[\w~!$&'()*+,;=:@.-]|%[0-9A-F]{2})*)*/?)"
    r"(\?(?:[\w~!$&()*+,;=:@./?-]|%[0-9A-F]{2})*)?"
)
_PORTS = {"http": 80, "https": 443}


class Url(NamedTuple):
    """The parts of a URL that sending needs.

    Attributes:
        text: The whole.
        scheme: `http` or `https`.
        host: The name or address, in ASCII and without brackets.
        port: The port, the scheme's own where none was given.
        netloc: What the header `Host` says.
        target: Path and query.
        user: User name and password, if any.
    """

    text: str
    scheme: str
    host: str
    port: int
    netloc: bytes
    target: bytes
    user: bytes = b""

    @property
    def origin(self) -> tuple[str, str, int]:
        """What a connection belongs to."""
        return self.scheme, self.host, self.port

    def join(self, location: str) -> Url | None:
        """Where a redirect on the same host leads; None where it leads to another one or nowhere."""
        try:
            found = parse_url(urljoin(self.text, location))
        except ValueError:
            return None
        return found if found.origin == self.origin else None


@lru_cache(maxsize=16)
def parse_url(text: str) -> Url:
    """Read a URL.

    Raises:
        ValueError: It is none.
    """
    plain = re.fullmatch(_PLAIN, text, re.ASCII)
    if plain is None:
        return _read_by_httpx(text)
    scheme, host, port, path, query = plain.groups()
    number = int(port or _PORTS[scheme])
    if number > 65535:
        raise ValueError("no such port")
    netloc = host if number == _PORTS[scheme] else f"{host}:{number}"
    return Url(text, scheme, host.strip("[]"), number, netloc.encode(), f"{path or '/'}{query or ''}".encode())


def _read_by_httpx(text: str) -> Url:
    """Whatever needs to be encoded or brought into shape first."""
    import httpx  # lazy: most programs never need it

    try:
        url = httpx.URL(text)
        _ = url.host  # raises what `raw_host` lets pass
    except httpx.InvalidURL as error:
        raise ValueError(str(error)) from None
    port = _PORTS.get(url.scheme, 0) if url.port is None else url.port
    return Url(str(url), url.scheme, url.raw_host.decode(), port, url.netloc, url.raw_path, url.userinfo)


class Request(NamedTuple):
    """A request.

    Attributes:
        method: Its method, in upper case.
        url: Where it goes.
        headers: Names in lower case, and values; what the transport sets itself is not among them.
        content: The body.
        timeouts: What each phase may take.
    """

    method: str
    url: Url
    headers: Lines
    content: bytes
    timeouts: Timeouts

    def __repr__(self) -> str:
        # no key and no prompt
        return f"Request({self.method!r}, {self.url.text!r})"


class Response:
    """An answer whose body is still to be read. One thread reads it; another one may wake that one."""

    def __init__(self, status: int, headers: Lines) -> None:
        self.status: int = status
        self.headers: Lines = headers
        self.is_closed: bool = False
        self._lock = threading.Lock()

    def read(self, seconds: float = inf) -> bytes | None:
        """The next bytes of the body, unpacked, after a wait of at most so many seconds; None at its end.

        Raises:
            Late: It took longer.
            Fault: The connection failed, or the body cannot be unpacked.
        """
        raise NotImplementedError

    def read_all(self, most: float = inf) -> bytes:
        """The whole body; of one that is longer than `most` bytes a little more than that."""
        pieces: list[bytes] = []
        while most >= 0 and (data := self.read()) is not None:
            pieces.append(data)
            most -= len(data)
        return b"".join(pieces)

    def read_end(self, seconds: float) -> None:
        """Take what is left of the body, so that the connection can be used again, for no more than so many seconds.

        Raises:
            Late: There is more of it.
            Fault: As when it is read.
        """
        until = time.monotonic() + seconds
        while self.read(until - time.monotonic()) is not None:
            pass

    def shut_down(self) -> None:
        """Wake the thread that waits for this body."""
        with self._lock:
            # once it is given back, the connection may be another one's
            if not self.is_closed:
                self._wake()

    def close(self) -> None:
        """Give the connection back, or close it if the body was not read to its end."""
        with self._lock:
            if self.is_closed:
                return
            self.is_closed = True
        self._give_back()

    def _wake(self) -> None:
        raise NotImplementedError

    def _give_back(self) -> None:
        raise NotImplementedError


class AsyncResponse:
    """An answer whose body is still to be read, by one task at a time."""

    __slots__ = ("headers", "is_closed", "status")

    def __init__(self, status: int, headers: Lines) -> None:
        self.status: int = status
        self.headers: Lines = headers
        self.is_closed: bool = False

    async def read(self, seconds: float = inf) -> bytes | None:
        """As `Response.read`; a cancelled read loses nothing."""
        raise NotImplementedError

    async def read_all(self, most: float = inf) -> bytes:
        """The whole body; of one that is longer than `most` bytes a little more than that."""
        pieces: list[bytes] = []
        while most >= 0 and (data := await self.read()) is not None:
            pieces.append(data)
            most -= len(data)
        return b"".join(pieces)

    async def aclose(self) -> None:
        """Give the connection back, or close it if the body was not read to its end."""
        raise NotImplementedError


class Sends(Protocol[R_co]):
    """What sends requests."""

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be sent any more."""
        ...

    @property
    def timeout(self) -> Phases | None:
        """Seconds of each phase that somebody chose for this client."""
        ...

    def send(self, request: Request) -> R_co:
        """Send a request and receive status and headers of its answer. Cancelling it leaves nothing behind.

        Raises:
            Fault: There is none.
        """
        ...


Client: TypeAlias = Sends[Response]
AsyncClient: TypeAlias = Sends[Awaitable[AsyncResponse]]
