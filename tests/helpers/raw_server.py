"""A server of bare sockets, for misbehaviour that no HTTP server is capable of. It stops by itself."""

from __future__ import annotations

import select
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from tests.helpers.patience import PATIENCE_S

_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class Connection:
    """One client's connection, as the server's handler sees it."""

    def __init__(self, sock: socket.socket, server: RawServer) -> None:
        sock.settimeout(PATIENCE_S)
        self._sock = sock
        self._server = server
        self.received = b""

    def within_tls(self, tls: ssl.SSLContext) -> ssl.SSLSocket:
        """The connection from here on, its TLS taken off; whoever asks for it closes it."""
        return tls.wrap_socket(self._sock, server_side=True)

    def read_request(self) -> bool:
        """Read one whole request; False when the client closed instead."""
        if not self.read_head():
            return False
        head, _, body = self.received.partition(b"\r\n\r\n")
        length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        while len(body) < length:
            if not self._more():
                return False
            body = self.received.partition(b"\r\n\r\n")[2]
        self._server.count_request()
        return True

    def read_head(self) -> bool:
        """Read a request as far as its headers go; False when the client closed instead."""
        self.received = b""
        while b"\r\n\r\n" not in self.received:
            if not self._more():
                return False
        return True

    def read_whole(self, count: int) -> bytes:
        """So many bytes.

        Raises:
            ConnectionError: when the client closed instead.
        """
        data = self.read_bytes(count)
        if len(data) < count:
            raise ConnectionError("the client has gone")
        return data

    def read_bytes(self, count: int) -> bytes:
        """So many bytes; fewer when the client closed instead."""
        data = b""
        while len(data) < count and (piece := self._receive(count - len(data))):
            data += piece
        return data

    def _more(self) -> bool:
        data = self._receive(65536)
        self.received += data
        return bool(data)

    def _receive(self, most: int) -> bytes:
        try:
            return self._sock.recv(most)
        except OSError:
            return b""

    def send(self, data: bytes) -> None:
        try:
            self._sock.sendall(data)
        except OSError:
            self._server.broken += 1

    def half_close(self) -> None:
        """Say that nothing more will come, and go on listening. A client that is gone need not be told."""
        with suppress(OSError):
            self._sock.shutdown(socket.SHUT_WR)

    def reset(self) -> None:
        """Break the connection with a TCP reset."""
        self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        self._sock.close()

    def client_gone(self, within: float = PATIENCE_S) -> bool:
        """Whether the client closes the connection within that many seconds."""
        readable, _, _ = select.select([self._sock], [], [], within)
        return bool(readable) and not self._more()

    def close(self) -> None:
        self._sock.close()


class RawServer:
    """Serves each connection in a thread of its own, by a function; used in `with`.

    Args:
        handler: Gets the connection; when it returns, the connection is closed.
        takes: How many bytes the system takes in before the handler reads them, about; as many as it likes if None.
    """

    def __init__(self, handler: Callable[[Connection], object], takes: int | None = None) -> None:
        self._handler = handler
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        if takes is not None:
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, takes)
        self._threads: list[threading.Thread] = []
        self._changed = threading.Condition()
        self.requests = 0
        self.connections = 0
        self.open = 0
        self.broken = 0

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v1"

    def count_request(self) -> None:
        with self._changed:
            self.requests += 1
            self._changed.notify_all()

    def wait_requests(self, count: int) -> bool:
        """Wait until so many requests have been read."""
        with self._changed:
            return self._changed.wait_for(lambda: self.requests >= count, timeout=PATIENCE_S)

    def wait_all_closed(self) -> bool:
        """Wait until no connection is open."""
        with self._changed:
            return self._changed.wait_for(lambda: self.open == 0, timeout=PATIENCE_S)

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # wakes the accepting thread, which closing alone does not; some systems refuse it, after having done so
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in list(self._threads):
            thread.join(PATIENCE_S)

    def _start(self, target: Callable[..., object], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            # or what is sent last may wait, and be thrown away when the connection is reset
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._changed:
                self.connections += 1
                self.open += 1
            self._start(self._serve, sock)

    def _serve(self, sock: socket.socket) -> None:
        connection = Connection(sock, self)
        try:
            # that the client has gone is the test's affair: raised in a thread, it would fail whichever test runs then
            with suppress(OSError):
                self._handler(connection)
        finally:
            connection.close()
            with self._changed:
                self.open -= 1
                self._changed.notify_all()
