"""A server behind a proxy that cuts connections at any byte: real sockets, in one thread that stops by itself."""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Self

from tests.helpers.patience import PATIENCE_S

Direction = Literal["request", "answer"]
How = Literal["reset", "close", "half-close", "stall"]
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)
_RECORD_HEAD = 5


@dataclass(frozen=True)
class Cut:
    """Where a connection ends, and how.

    Attributes:
        direction: What is counted.
        at: Bytes that are let through before it.
        how: `reset` breaks the connection. `close` closes it, `half-close` only says that nothing more will come, and
            `stall` says nothing at all; the latter two go on listening.
    """

    direction: Direction
    at: int
    how: How


class _CutNow(Exception):  # noqa: N818 - no error
    """The place of the cut is reached."""


class Network:
    """A server that gives the same answer to each request, behind the proxy; used in `with`.

    Args:
        tls: With which the server speaks, to whom the proxy passes it on as it is.
        host: The loopback address of the proxy, or the path of a socket.

    Attributes:
        answer: What the server says.
        closes: Whether it closes the connection behind each answer.
        write: The most bytes that it writes at a time, and with TLS in one record; None for all at once.
        piece: The most bytes that the proxy passes on at a time; None for as they come.
        by_record: Whether it passes on one TLS record of the answer at a time, its head and its rest apart.
        pause_s: How long it waits between pieces.
        requests: Requests that the server has got whole.
        last_request: The latest of them; what TLS hides is not.
        passed: Bytes of the answer that went through on the latest connection.
        records: Where the TLS records of the answer on the latest connection began.
    """

    def __init__(self, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        self.answer, self.closes = b"", False
        self.write: int | None = None
        self.piece: int | None = None
        self.by_record, self.pause_s = False, 0.0
        self.requests, self.last_request = 0, b""
        self.passed = 0
        self.records: list[int] = []
        self._tls = tls
        self._cut: Cut | None = None
        self._open = 0
        self._changed = threading.Condition()
        self._listener = _listener(host)
        self._listener.setblocking(False)
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)
        self._begun = threading.Event()
        self._stop: asyncio.Event

    @property
    def url(self) -> str:
        """Where the proxy is."""
        if self._listener.family == socket.AF_UNIX:
            return "http://localhost/api/v1"
        host, port = self._listener.getsockname()[:2]
        name = "localhost" if self._tls else f"[{host}]" if ":" in host else host
        return f"{'https' if self._tls else 'http'}://{name}:{port}/api/v1"

    @property
    def port(self) -> int:
        """The proxy's port."""
        port: int = self._listener.getsockname()[1]
        return port

    def cut_next(self, cut: Cut | None) -> None:
        """Cut the next connection that comes, and no other."""
        self._cut = cut

    def wait_all_closed(self) -> bool:
        """Whether every connection is closed, after a while if need be."""
        with self._changed:
            return self._changed.wait_for(lambda: self._open == 0, timeout=PATIENCE_S)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._begun.wait(PATIENCE_S)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(PATIENCE_S)
        self._listener.close()

    async def _run(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        server = await self._loop.create_server(lambda: _Server(self), "127.0.0.1", 0, ssl=self._tls)
        self._far = server.sockets[0].getsockname()
        accepting = asyncio.create_task(self._accept())
        self._begun.set()
        await self._stop.wait()
        server.close()
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(accepting, *rest, return_exceptions=True)

    async def _accept(self) -> None:
        passing: set[asyncio.Task[None]] = set()
        while True:
            near, _ = await self._loop.sock_accept(self._listener)
            cut, self._cut = self._cut, None
            task = asyncio.create_task(self._pass_on(near, cut))
            passing.add(task)
            task.add_done_callback(passing.discard)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._changed:
            self._open += 1
        try:
            yield
        finally:
            with self._changed:
                self._open -= 1
                self._changed.notify_all()

    async def _pass_on(self, near: socket.socket, cut: Cut | None) -> None:
        with self._counted(), near, socket.socket() as far:
            for each in (near, far):
                each.setblocking(False)
                if each.family != socket.AF_UNIX:
                    each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            await self._loop.sock_connect(far, self._far)
            self.passed, self.records = 0, []
            ways = [
                asyncio.ensure_future(self._pump(near, far, "request", cut)),
                asyncio.ensure_future(self._pump(far, near, "answer", cut)),
            ]
            try:
                await asyncio.gather(*ways)
            except _CutNow:
                assert cut is not None
                for way in ways:
                    way.cancel()
                await asyncio.wait(ways)
                await self._end(near, far, cut.how)
            except OSError:
                # the client has gone
                pass
            finally:
                for way in ways:
                    way.cancel()

    async def _pump(self, source: socket.socket, target: socket.socket, direction: Direction, cut: Cut | None) -> None:
        at = cut.at if cut is not None and cut.direction == direction else None
        passed = 0
        async for piece in self._pieces(source, direction):
            allowed = piece if at is None else piece[: at - passed]
            if self.pause_s:
                await asyncio.sleep(self.pause_s)  # real time: the proxy's own slowness
            await self._loop.sock_sendall(target, allowed)
            passed += len(allowed)
            if direction == "answer":
                self.passed = passed
            if passed == at:
                raise _CutNow
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)

    async def _pieces(self, source: socket.socket, direction: Direction) -> AsyncIterator[bytes]:
        rest, at = b"", 0
        while data := await self._loop.sock_recv(source, 65536):
            if not self.by_record or direction == "request":
                for start in range(0, len(data), self.piece or len(data)):
                    yield data[start : start + (self.piece or len(data))]
                continue
            rest += data
            while len(rest) >= (end := _RECORD_HEAD + int.from_bytes(rest[3:_RECORD_HEAD])) > _RECORD_HEAD:
                self.records.append(at)
                yield rest[:_RECORD_HEAD]
                yield rest[_RECORD_HEAD:end]
                rest, at = rest[end:], at + end

    async def _end(self, near: socket.socket, far: socket.socket, how: How) -> None:
        if how != "stall":
            far.close()
        if how == "reset":
            near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        elif how != "close":
            with suppress(OSError):
                if how == "half-close":
                    near.shutdown(socket.SHUT_WR)
                while await self._loop.sock_recv(near, 65536):
                    pass


def _listener(host: str) -> socket.socket:
    if host.startswith("/"):
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(host)
        listener.listen(128)
        return listener
    return socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=128)


class _Server(asyncio.Protocol):
    """Answers each request on a connection."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, found, body = self._received.partition(b"\r\n\r\n")
        if not found:
            return
        length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        if len(body) < length:
            return
        network = self._network
        network.last_request, self._received = self._received, b""
        network.requests += 1
        step = network.write or len(network.answer)
        for start in range(0, len(network.answer), step):
            self._transport.write(network.answer[start : start + step])
        if network.closes:
            self._transport.close()
