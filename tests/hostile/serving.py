"""Servers that mean harm."""

from __future__ import annotations

import gzip
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import repeat
from typing import Any

from tests.helpers.raw_server import Connection, RawServer

MIB = 1024 * 1024
ENDLESS_PIECE = b"x" * 65536


def answering(*pieces: bytes, status: str = "200 OK", headers: str = "Content-Type: application/json\r\n") -> RawServer:
    """A server whose answer is these pieces, of no length told before."""
    return sending(pieces, status=status, headers=headers)


def sending(pieces: Any, *, status: str = "200 OK", headers: str = "Content-Type: application/json\r\n") -> RawServer:
    """The same with pieces that need not come to an end: it sends until the client has gone."""

    def serve(connection: Connection) -> None:
        if not connection.read_head():
            return
        connection.send(f"HTTP/1.1 {status}\r\n{headers}Transfer-Encoding: chunked\r\n\r\n".encode())
        gone = server.broken
        for piece in pieces() if callable(pieces) else pieces:
            connection.send(b"%x\r\n%b\r\n" % (len(piece), piece))
            if server.broken > gone:
                return
        connection.send(b"0\r\n\r\n")

    server = RawServer(serve)
    return server


def endlessly(piece: bytes = ENDLESS_PIECE, first: bytes = b"") -> Callable[[], Iterator[bytes]]:
    """Pieces without an end."""

    def pieces() -> Iterator[bytes]:
        if first:
            yield first
        yield from repeat(piece)

    return pieces


@cache
def bomb(text: bytes, times: int, layers: int = 1) -> bytes:
    """A text many times over, packed."""
    packed = gzip.compress(text * times, 9)
    for _ in range(layers - 1):
        packed = gzip.compress(packed, 9)
    return packed


@contextmanager
def peak_below(most: int) -> Iterator[None]:
    """Fails where what is done inside takes more memory than so many bytes at a time."""
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        yield
        peak = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    assert peak < most, f"{peak / MIB:.1f} MiB"
