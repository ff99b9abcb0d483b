"""Sockets of sync clients: connecting, and waits that each have their own limit."""

from __future__ import annotations

import select
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeAlias, TypeVar

from .routes import Route, Talk

R = TypeVar("R")
Allowed: TypeAlias = Callable[[], float | None]
"""How long a wait that begins now may last, in seconds; raises a `TimeoutError` where it may not begin."""

_PIECE = 256 * 1024


class Wire:
    """A connected socket, with or without TLS."""

    __slots__ = ("_early", "_shut_down", "_socket")

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected
        self._early: bytes | None = None
        self._shut_down = False

    def read(self, seconds: float | None) -> bytes:
        """What comes next, within so many seconds; nothing at the end."""
        early, self._early = self._early, None
        if early is not None:
            return early
        self._socket.settimeout(seconds)
        data = self._socket.recv(65536)
        if not data and self._shut_down:
            # the end of a connection may be what ends a body: this one is not
            raise ConnectionAbortedError("the connection was closed")
        return data

    def write(self, data: bytes, allowed: Allowed) -> bool:
        """Send it all; each wait until the network takes more may last as long as is allowed when it begins.

        Returns:
            Whether all was sent: nothing is, once the server has said something or has gone.
        """
        allowed()
        wire = self._socket
        wire.settimeout(0)
        view, sent, full = memoryview(data), 0, False
        while sent < len(data):
            if (sent or full) and self._heard():
                return False
            try:
                sent += wire.send(view[sent : sent + _PIECE])
            except (BlockingIOError, ssl.SSLWantWriteError, ssl.SSLWantReadError) as error:
                full = True
                if not self._wait(allowed(), writing=not isinstance(error, ssl.SSLWantReadError)):
                    raise TimeoutError("the network takes no more") from None
        return True

    def _heard(self) -> bool:
        """Whether the server has said something, or has gone."""
        if not isinstance(self._socket, ssl.SSLSocket) or not self.readable():
            return self.readable()
        try:
            self._early = self._socket.recv(65536)
        except ssl.SSLWantReadError:
            # it was TLS's own business
            return False
        return True

    def start_tls(self, context: ssl.SSLContext, host: str, seconds: float | None) -> Wire:
        """The same over TLS."""
        if isinstance(self._socket, ssl.SSLSocket):
            return _TlsInTls(self._socket, context, host, seconds)
        self._socket = wrapped = context.wrap_socket(self._socket, server_hostname=host, do_handshake_on_connect=False)
        wrapped.settimeout(seconds)
        wrapped.do_handshake()
        return self

    def readable(self) -> bool:
        """Whether something has come, were it the end."""
        return self._wait(0, writing=False)

    def _wait(self, seconds: float | None, *, writing: bool) -> bool:
        """Whether something comes, or if wanted can be sent, within so many seconds."""
        if self._socket.fileno() < 0:
            return True
        if not hasattr(select, "poll"):
            return any(select.select([self._socket], [self._socket] if writing else [], [], seconds))
        poll = select.poll()
        poll.register(self._socket, select.POLLIN | select.POLLOUT if writing else select.POLLIN)
        return bool(poll.poll(None if seconds is None else seconds * 1000))

    def shut_down(self) -> None:
        """Wake the thread that waits here, to which the connection is broken."""
        self._shut_down = True
        with suppress(OSError):
            # not SSLSocket's own method, which takes the TLS state from under the reader's feet
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def close(self) -> None:
        """Close it."""
        with suppress(OSError):
            self._socket.close()


class _TlsInTls(Wire):
    """TLS to a server within TLS to a proxy, for which there is no socket."""

    def __init__(self, outer: ssl.SSLSocket, context: ssl.SSLContext, host: str, seconds: float | None) -> None:
        super().__init__(outer)
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)
        self._said: bytes | None = None
        self._through(self._tls.do_handshake, seconds)

    def read(self, seconds: float | None) -> bytes:
        said, self._said = self._said, None
        if said is not None:
            return said
        try:
            return self._through(lambda: self._tls.read(65536), seconds)
        except ssl.SSLZeroReturnError:
            return b""

    def write(self, data: bytes, allowed: Allowed) -> bool:
        view = memoryview(data)
        for start in range(0, len(data), _PIECE):
            rest = view[start : start + _PIECE]
            while rest:
                rest = rest[self._tls.write(rest) :]
            if not super().write(self._outgoing.read(), allowed):
                return False
        return True

    def _heard(self) -> bool:
        if not super()._heard():
            return False
        try:
            self._said = self.read(0)
        except ssl.SSLWantReadError:
            return False
        return True

    def _through(self, operation: Callable[[], R], seconds: float | None) -> R:
        while True:
            try:
                result = operation()
            except ssl.SSLWantReadError:
                super().write(self._outgoing.read(), lambda: seconds)
                data = super().read(seconds)
                self._incoming.write(data) if data else self._incoming.write_eof()
            else:
                super().write(self._outgoing.read(), lambda: seconds)
                return result


def connect(route: Route, host: str, trust: Callable[[], ssl.SSLContext], seconds: float | None) -> Wire:
    """Connect to a server.

    Args:
        route: The way to it.
        host: Its name, for TLS.
        trust: Gives whom to trust, for TLS.
        seconds: How long all of it may take.

    Raises:
        OSError: It fails.
        Fault: The proxy refuses.
    """
    until = None if seconds is None else time.monotonic() + seconds
    wire = _connect_any(route.host, route.port, until)
    try:
        if route.proxy_tls:
            wire = wire.start_tls(trust(), route.host, _left(until))
        if route.talk is not None:
            _converse(wire, route.talk(), until)
        return wire.start_tls(trust(), host, _left(until)) if route.tls else wire
    except BaseException:
        wire.close()
        raise


def _converse(wire: Wire, talk: Talk, until: float | None) -> None:
    with suppress(StopIteration):
        said = next(talk)
        while True:
            if said:
                wire.write(said, partial(_left, until))
            said = talk.send(wire.read(_left(until)))


def _left(until: float | None) -> float | None:
    if until is None:
        return None
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError("connecting took too long")
    return left


def _connect_any(host: str, port: int, until: float | None) -> Wire:
    """Connect to the first address of a host that answers."""
    *others, last = dict.fromkeys(address[0] for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    for left, address in zip(range(len(others) + 1, 1, -1), others, strict=True):
        with suppress(OSError):
            return _connect(str(address), port, until, left)
    return _connect(str(last), port, until, 1)


def _connect(address: str, port: int, until: float | None, shares: int) -> Wire:
    seconds = None if until is None else max((until - time.monotonic()) / shares, 0.001)
    connected = socket.create_connection((address, port), seconds)
    connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return Wire(connected)
