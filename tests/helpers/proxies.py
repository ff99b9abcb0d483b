"""Proxies of each kind, over bare sockets."""

from __future__ import annotations

import select
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeAlias, TypeVar

from tests.helpers.raw_server import Connection, RawServer

R = TypeVar("R")
Accepts: TypeAlias = Callable[[Connection], bool]
"""Hears what a proxy is asked; whether it connects."""


def relay(one: socket.socket, other: socket.socket) -> None:
    """Pass on what each side says, until one of them has gone."""
    with suppress(OSError):
        while True:
            # what TLS has unpacked already, no `select` tells
            ready = [each for each in (one, other) if isinstance(each, ssl.SSLSocket) and each.pending()]
            for source in ready or select.select([one, other], [], [], 20)[0]:
                data = source.recv(65536)
                if not data:
                    return
                (other if source is one else one).sendall(data)


class TlsWithin:
    """The server's side of TLS within another TLS, which has no socket."""

    def __init__(self, outer: ssl.SSLSocket, context: ssl.SSLContext) -> None:
        self._outer = outer
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_side=True)
        self._through(self._tls.do_handshake)

    def recv(self, most: int) -> bytes:
        return self._through(lambda: self._tls.read(most))

    def sendall(self, data: bytes) -> None:
        self._through(lambda: self._tls.write(data))

    def _through(self, operation: Callable[[], R]) -> R:
        while True:
            try:
                result = operation()
            except ssl.SSLWantReadError:
                self._outer.sendall(self._outgoing.read())
                self._incoming.write(self._outer.recv(65536))
            else:
                self._outer.sendall(self._outgoing.read())
                return result

    def __getattr__(self, name: str) -> Any:
        return getattr(self._outer, name)


def proxy_to(port: int, accepts: Accepts, tls: ssl.SSLContext | None = None) -> RawServer:
    """A proxy that leads to this port of the machine, whatever it is asked for, and speaks TLS itself if told to."""

    def serve(connection: Connection) -> None:
        if tls is not None:
            connection._sock = tls.wrap_socket(connection._sock, server_side=True)
        if accepts(connection):
            with socket.create_connection(("127.0.0.1", port)) as onward:
                relay(connection._sock, onward)

    return RawServer(serve)


class Http:
    """An HTTP proxy."""

    def __init__(self) -> None:
        self.heads: list[bytes] = []

    def __call__(self, connection: Connection) -> bool:
        if not connection.read_head():
            return False
        self.heads.append(connection.received)
        connection.send(b"HTTP/1.1 200 Connection established\r\nX-Via: here\r\n\r\n")
        return True


class Socks:
    """A SOCKS proxy that wants a user name and a password, and says all of it byte by byte unless told otherwise."""

    def __init__(self, refuses: bytes = b"\0", bound: bytes = b"\1\0\0\0\0\0\0", *, at_once: bool = False) -> None:
        self._at_once = at_once
        self.told: list[bytes] = []
        self._refuses = refuses
        self._bound = bound

    def __call__(self, connection: Connection) -> bool:
        greeting = connection.read_whole(2)
        self.told = [greeting + connection.read_whole(greeting[1])]
        self._say(connection, b"\5\2")
        length = connection.read_whole(2)[1]
        user = connection.read_whole(length)
        self.told.append(user + b":" + connection.read_whole(connection.read_whole(1)[0]))
        self._say(connection, b"\1\0")
        length = connection.read_whole(5)[4]
        self.told.append(connection.read_whole(length + 2))
        self._say(connection, b"\5" + self._refuses + b"\0" + self._bound)
        return self._refuses == b"\0"

    def _say(self, connection: Connection, data: bytes) -> None:
        step = len(data) if self._at_once else 1
        for at in range(0, len(data), step):
            connection.send(data[at : at + step])
