"""The way to a server: straight, or through a proxy. What is said to the proxy, without the I/O."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Generator
from typing import NamedTuple, TypeAlias

import h11

from .environment import Proxy
from .faults import Fault
from .message import Lines, Url

_GONE = "the proxy closed the connection"

Talk: TypeAlias = Generator[bytes, bytes, None]
"""Yields what to send, and is sent what came."""


class Route(NamedTuple):
    """How a connection is made.

    Attributes:
        key: Connections with the same one may take each other's place.
        host: What to connect to first.
        port: Its port.
        proxy_tls: Whether TLS is spoken to the proxy.
        talk: What is said to the proxy before anything else; None for nothing.
        tls: Whether TLS is spoken to the server.
        relayed: Whether a proxy takes the requests and sends them on.
        lines: Further headers of each request.
    """

    key: object
    host: str
    port: int
    tls: bool
    proxy_tls: bool = False
    talk: Callable[[], Talk] | None = None
    relayed: bool = False
    lines: Lines | None = None


def route_to(url: Url, proxy: Proxy | None) -> Route:
    """The way to a server."""
    tls = url.scheme == "https"
    if proxy is None:
        return Route(url.origin, url.host, url.port, tls)
    to_proxy, proxy_tls = (proxy.scheme, proxy.host, proxy.port), proxy.scheme == "https"
    if proxy.scheme.startswith("socks"):
        key = to_proxy, url.origin
        return Route(key, proxy.host, proxy.port, tls, talk=lambda: _socks5(url, proxy.auth))
    lines = [] if proxy.auth is None else [(b"proxy-authorization", _basic(*proxy.auth))]
    if tls:
        key = to_proxy, url.origin
        return Route(key, proxy.host, proxy.port, tls, proxy_tls, talk=lambda: _tunnel(url, lines))
    return Route(to_proxy, proxy.host, proxy.port, tls, proxy_tls, relayed=True, lines=lines)


def _basic(user: str, password: str) -> bytes:
    return b"Basic " + b64encode(f"{user}:{password}".encode())


def _tunnel(url: Url, lines: Lines) -> Talk:
    """Ask an HTTP proxy for a connection."""
    connection = h11.Connection(h11.CLIENT)
    host = f"[{url.host}]" if ":" in url.host else url.host
    target = f"{host}:{url.port}".encode()
    request = h11.Request(method=b"CONNECT", target=target, headers=[(b"host", target), (b"accept", b"*/*"), *lines])
    sent = connection.send(request) + connection.send(h11.EndOfMessage())
    try:
        while not isinstance(event := connection.next_event(), h11.Response):
            if event is h11.NEED_DATA:
                received = yield sent
                if not received:
                    raise Fault("connect", _GONE)
                connection.receive_data(received)
                sent = b""
    except h11.RemoteProtocolError as error:
        raise Fault("connect", f"the proxy: {error}") from error
    if event.status_code >= 300:
        raise Fault("connect", f"the proxy: {event.status_code} {event.reason.decode('latin-1')}")


_REFUSALS = {
    1: "failed",
    2: "is not allowed",
    3: "found no way to the network",
    4: "found no way to the host",
    5: "was refused",
    6: "took too long",
}


def _socks5(url: Url, auth: tuple[str, str] | None) -> Talk:
    """Ask a SOCKS proxy for a connection (RFC 1928, RFC 1929). It looks up the name."""
    user, password = (part.encode()[:255] for part in auth or ("", ""))
    data = yield from _bytes(2, b"", b"\5\1\0" if auth is None else b"\5\2\0\2")
    if data[:2] == b"\5\2":
        said = b"\1%c%b%c%b" % (len(user), user, len(password), password)
        data = yield from _bytes(2, b"", said)
        if data[1]:
            raise Fault("connect", "the proxy refuses user name and password")
    elif data[:2] != b"\5\0":
        raise Fault("connect", "the proxy wants a user name and password, or is no SOCKS5 proxy")
    name = url.host.encode()
    data = yield from _bytes(5, b"", b"\5\1\0\3%c%b" % (len(name), name) + url.port.to_bytes(2, "big"))
    if data[1]:
        raise Fault("connect", f"the proxy: the connection {_REFUSALS.get(data[1], 'failed')}")
    rest = {1: 4, 3: data[4] + 1, 4: 16}.get(data[3], 0) + 6
    yield from _bytes(rest, data, b"")


def _bytes(count: int, data: bytes, sent: bytes) -> Generator[bytes, bytes, bytes]:
    """So many bytes of the proxy's, after something was sent to it."""
    while len(data) < count:
        received = yield sent
        if not received:
            raise Fault("connect", _GONE)
        data, sent = data + received, b""
    return data
