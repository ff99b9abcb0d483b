"""A server that ends HTTP/2 streams and connections as it is told: what no well-behaved server can be brought to do."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Sequence
from typing import TypeAlias

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import StreamEnded
from hyperframe.frame import GoAwayFrame, RstStreamFrame

from tests.chaos.exchanges import WORDS
from tests.helpers.raw_server import Connection, RawServer
from tests.streams.wire import DONE, text

HEADERS = [(":status", "200"), ("content-type", "text/event-stream"), ("x-generation-id", "gen-header")]
EVENTS = (*map(text, WORDS), text("", "stop") + DONE)
HALF = len(WORDS) // 2


class Stream:
    """One request, to be answered.

    Attributes:
        number: How many came before it, over all connections.
        id: Its number on its connection.
    """

    def __init__(self, number: int, stream_id: int, h2: H2Connection, sock: socket.socket) -> None:
        self.number = number
        self.id = stream_id
        self._h2 = h2
        self._sock = sock

    def headers(self) -> None:
        self._h2.send_headers(self.id, HEADERS)
        self._flush()

    def events(self, first: int = 0, last: int | None = None) -> None:
        """Some of the events of the answer, each in a frame and a TLS record of its own."""
        for each in EVENTS[first:last]:
            self._h2.send_data(self.id, each)
            self._flush()

    def end(self) -> None:
        self._h2.end_stream(self.id)
        self._flush()

    def whole(self) -> None:
        """Answer it as it should be."""
        self.headers()
        self.events()
        self.end()

    def go_away(self, last: int, code: ErrorCodes = ErrorCodes.NO_ERROR) -> None:
        """Say that no stream behind `last` was begun; h2 itself would then send nothing more."""
        self._sock.sendall(GoAwayFrame(0, last, code).serialize())

    def reset(self, code: ErrorCodes) -> None:
        self._sock.sendall(RstStreamFrame(self.id, code).serialize())

    def garbage(self) -> None:
        """Bytes that are no frame: one of DATA for no stream."""
        self._sock.sendall(b"\0\0\1\0\0\0\0\0\0?")

    def _flush(self) -> None:
        self._sock.sendall(self._h2.data_to_send())


Behaviour: TypeAlias = Callable[[Stream], object]
"""Answers a request. Whoever returns True has the connection ended."""


def _say_no_more(sock: ssl.SSLSocket) -> None:
    # closed at once, it would be reset by what the client still sends, and what was said would be lost
    sock.shutdown(socket.SHUT_WR)
    while sock.recv(65536):
        pass


class Http2Server(RawServer):
    """Speaks HTTP/2 within TLS on each connection; used in `with`.

    Args:
        tls: What it speaks TLS with.
        behaviours: One for each request; those behind are answered whole.
    """

    def __init__(self, tls: ssl.SSLContext, behaviours: Sequence[Behaviour] = ()) -> None:
        super().__init__(self._speak)
        tls.set_alpn_protocols(["h2"])
        self._tls = tls
        self._behaviours = behaviours

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}/api/v1"

    def _speak(self, connection: Connection) -> None:
        with connection.within_tls(self._tls) as sock:
            h2 = H2Connection(H2Configuration(client_side=False))
            h2.initiate_connection()
            sock.sendall(h2.data_to_send())
            while data := sock.recv(65536):
                events = h2.receive_data(data)
                sock.sendall(h2.data_to_send())
                if any(self._answer(each.stream_id, h2, sock) for each in events if isinstance(each, StreamEnded)):
                    _say_no_more(sock)
                    break

    def _answer(self, stream_id: int, h2: H2Connection, sock: socket.socket) -> bool:
        number = self.requests
        self.count_request()
        stream = Stream(number, stream_id, h2, sock)
        behaviour: Behaviour = self._behaviours[number] if number < len(self._behaviours) else Stream.whole
        return bool(behaviour(stream))
