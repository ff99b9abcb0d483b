"""The async client of the SDK's own, for one event loop."""

from __future__ import annotations

import asyncio
from math import inf

from .environment import Network
from .faults import Fault, Late
from .message import AsyncResponse, Lines, Request
from .pool import Limits, Pool
from .routes import Route
from .sender import CLOSED, Connection, Sender, failure
from .sockets_async import Wire, connect
from .timeouts import Timeouts


class OwnAsyncConnection(Connection):
    """A connection over a transport of asyncio."""

    wire: Wire
    whole: bool

    def __init__(self, origin: object, wire: Wire) -> None:
        super().__init__(origin, wire)
        wire.received_by(self.http.receive)

    def usable(self) -> bool:
        """Whether it is open, and nothing has come."""
        return self.wire.open and not self.http.unread

    async def ask(self, request: Request, lines: Lines, *, relayed: bool) -> None:
        """Send a request, and receive status and headers of the answer."""
        wire, timeouts = self.wire, request.timeouts
        for piece in self.begin(request, lines, relayed=relayed):
            try:
                self.whole = await wire.write(piece, lambda: _seconds(timeouts.left("write")))
            except TimeoutError as error:
                raise failure(error, "write") from error
            if not self.whole:
                # the server may have answered all the same
                break
        while not self._answered():
            try:
                await wire.wait(_seconds(timeouts.left("read")))
            except TimeoutError as error:
                raise failure(error, "read") from error

    def _answered(self) -> bool:
        lost = self.wire.error
        if not self.http.heard and not self.wire.open:
            raise self.ended(lost) from lost
        if self.http.answered():
            return True
        if lost is not None:
            raise failure(lost, "read") from lost
        return False


def _seconds(given: float | None) -> float:
    return inf if given is None else given


class OwnAsyncResponse(AsyncResponse):
    """An answer to a request of the SDK's own client."""

    __slots__ = ("_client", "_connection", "_timeouts")

    def __init__(self, client: OwnAsyncClient, connection: OwnAsyncConnection, timeouts: Timeouts) -> None:
        super().__init__(connection.http.status, connection.http.headers)
        self._client = client
        self._connection = connection
        self._timeouts = timeouts

    async def read(self, seconds: float = inf) -> bytes | None:
        """As `AsyncResponse.read`."""
        until: float | None = None
        while not self.is_closed:
            data = self._piece()
            if data is None:
                self.close()
            elif data:
                return data
            else:
                now = asyncio.get_running_loop().time()
                until = now + seconds if until is None else until
                await self._wait(until - now)
        return None

    def _piece(self) -> bytes | None:
        data, error = self._connection.http.piece(), self._connection.wire.error
        if data == b"" and error is not None:
            raise failure(error, "read") from error
        return data

    async def _wait(self, left: float) -> None:
        if left <= 0:
            raise Late
        # nothing, where the time of the call is up
        allowed = 0.0
        try:
            allowed = _seconds(self._timeouts.left("read"))
            await self._connection.wire.wait(min(left, allowed))
        except TimeoutError as error:
            if left < allowed:
                raise Late from error
            raise failure(error, "read") from error

    def close(self) -> None:
        """Give the connection back, or close it if the body was not read to its end."""
        if not self.is_closed:
            self.is_closed = True
            self._client.give_back(self._connection)

    async def aclose(self) -> None:
        """The same; what had to be closed is closed by the event loop in its next turn."""
        self.close()
        await asyncio.sleep(0)


class OwnAsyncClient(Sender):
    """Sends over connections that it keeps."""

    def __init__(self, limits: Limits, network: Network) -> None:
        super().__init__(network)
        self._pool: Pool[OwnAsyncConnection] = Pool(limits)
        self._places = None if limits.most is None else asyncio.Semaphore(limits.most)

    async def send(self, request: Request) -> OwnAsyncResponse:
        """Send a request and receive status and headers of its answer. Cancelling it closes the connection.

        Raises:
            Fault: There is none.
        """
        route = self.route(request.url)
        connection = await self._connection(route, request)
        try:
            await connection.ask(request, self.lines(request, route), relayed=route.relayed)
            self.keep_cookies(request.url, connection.http.headers)
        except BaseException:
            self.give_back(connection, broken=True)
            raise
        return OwnAsyncResponse(self, connection, request.timeouts)

    def give_back(self, connection: OwnAsyncConnection, *, broken: bool = False) -> None:
        """Keep a connection for the next request, if it is good for one."""
        reusable = not broken and connection.whole and connection.wire.open and connection.http.next_exchange()
        if reusable:
            # so that its end is noticed
            connection.wire.resume()
        self._pool.give_back(connection, reusable=reusable)
        self._leave_place()

    async def aclose(self) -> None:
        """Close all connections; the tasks that wait at them find the end."""
        self.is_closed = True
        self._pool.close()
        for connection in self._pool.busy:
            connection.close()
        self._leave_place()
        await asyncio.sleep(0)

    async def _connection(self, route: Route, request: Request) -> OwnAsyncConnection:
        """A connection in use by nobody else, kept or new."""
        if self._places is not None:
            try:
                async with asyncio.timeout(request.timeouts.left("pool")):
                    await self._places.acquire()
            except TimeoutError as error:
                raise failure(error, "pool") from error
        found = None if self.is_closed else self._pool.take(route.key)
        if found is not None:
            return found
        try:
            if self.is_closed:
                raise Fault("pool", CLOSED)
            made = await self._new(route, request)
        except BaseException:
            self._leave_place()
            raise
        self._pool.add(made)
        return made

    def _leave_place(self) -> None:
        if self._places is not None:
            self._places.release()

    async def _new(self, route: Route, request: Request) -> OwnAsyncConnection:
        try:
            wire = await connect(route, request.url.host, self._network.trust, request.timeouts.left("connect"))
        except (OSError, ValueError) as error:
            raise failure(error, "connect") from error
        if self.is_closed:
            wire.close()
            raise Fault("pool", CLOSED)
        return OwnAsyncConnection(route.key, wire)
