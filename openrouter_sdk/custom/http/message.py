"""A request and where it goes."""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias
from urllib.parse import urljoin

if TYPE_CHECKING:
    from .timeouts import Phases, Timeouts

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


class Request:
    """A request.

    Attributes:
        method: Its method, in upper case.
        url: Where it goes.
        headers: Names in lower case, and values; what the transport sets itself is not among them.
        content: The body.
        timeouts: What each phase may take.
    """

    __slots__ = ("content", "headers", "method", "timeouts", "url")

    method: str
    url: Url
    headers: Lines
    content: bytes
    timeouts: Timeouts

    def __init__(self, method: str, url: Url, headers: Lines, content: bytes, timeouts: Timeouts) -> None:
        self.method, self.url, self.headers, self.content, self.timeouts = method, url, headers, content, timeouts


class Response(Protocol):
    """An answer whose body is still to be read, by one thread."""

    status: int
    headers: Lines
    is_closed: bool

    def read(self, seconds: float = inf) -> bytes | None:
        """The next bytes of the body, unpacked; None at its end.

        Args:
            seconds: The longest wait, which may be infinite.

        Raises:
            Late: It took longer.
            Fault: The connection failed, or the body cannot be unpacked.
        """
        ...

    def read_all(self, most: float = inf) -> bytes:
        """The whole body; of one that is longer than `most` bytes a little more than that."""
        ...

    def shut_down(self) -> None:
        """Wake the thread that waits for this body; called from another one."""
        ...

    def close(self) -> None:
        """Give the connection back, or close it if the body was not read to its end."""
        ...


class AsyncResponse(Protocol):
    """An answer whose body is still to be read, by one task at a time."""

    status: int
    headers: Lines
    is_closed: bool

    async def read(self, seconds: float = inf) -> bytes | None:
        """The next bytes of the body, unpacked; None at its end. A cancelled read loses nothing.

        Args:
            seconds: The longest wait, which may be infinite.

        Raises:
            Late: It took longer.
            Fault: The connection failed, or the body cannot be unpacked.
            RuntimeError: Another task reads.
        """
        ...

    async def read_all(self, most: float = inf) -> bytes:
        """The whole body; of one that is longer than `most` bytes a little more than that."""
        ...

    async def aclose(self) -> None:
        """Give the connection back, or close it if the body was not read to its end."""
        ...


class Client(Protocol):
    """What sends sync requests."""

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be sent any more."""
        ...

    @property
    def timeout(self) -> Phases | None:
        """Seconds of each phase that somebody chose for this client."""
        ...

    def send(self, request: Request) -> Response:
        """Send a request and receive status and headers of its answer.

        Raises:
            Fault: There is none.
        """
        ...


class AsyncClient(Protocol):
    """What sends async requests."""

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be sent any more."""
        ...

    @property
    def timeout(self) -> Phases | None:
        """Seconds of each phase that somebody chose for this client."""
        ...

    async def send(self, request: Request) -> AsyncResponse:
        """Send a request and receive status and headers of its answer. Cancelling it leaves nothing behind.

        Raises:
            Fault: There is none.
        """
        ...
