"""The sync client of the SDK's own."""

from __future__ import annotations

import atexit
import os
import sys
import threading
import time
import weakref
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from math import inf

from .environment import Network
from .faults import Fault, Late
from .message import Lines, Request, Response
from .pool import Limits, Pool
from .routes import Route
from .sender import CLOSED, Connection, Sender, failure
from .sockets import Wire, connect
from .timeouts import Timeouts


class OwnConnection(Connection):
    """A connection over a socket."""

    wire: Wire
    whole: bool

    def usable(self) -> bool:
        """Whether nothing has come, were it the end."""
        return not self.wire.readable()

    def ask(self, request: Request, lines: Lines, *, relayed: bool) -> None:
        """Send a request, and receive status and headers of the answer."""
        http, timeouts = self.http, request.timeouts
        broken: OSError | None = None
        for piece in self.begin(request, lines, relayed=relayed):
            try:
                self.whole = self.wire.write(piece, partial(timeouts.left, "write"))
            except TimeoutError as error:
                raise failure(error, "write") from error
            except OSError as error:
                broken, self.whole = error, False
            if not self.whole:
                # the server may have answered all the same
                break
        while not http.answered():
            try:
                self.receive(timeouts.left("read"))
            except OSError as error:
                cause = broken or error
                raise failure(cause, "read") if isinstance(cause, TimeoutError) else self.ended(cause) from cause

    def receive(self, seconds: float | None) -> None:
        """Take what comes next."""
        data = self.wire.read(seconds)
        if not data and not self.http.heard:
            raise self.ended(None)
        self.http.receive(data)


class OwnResponse(Response):
    """An answer to a request of the SDK's own client."""

    def __init__(self, client: OwnClient, connection: OwnConnection, timeouts: Timeouts) -> None:
        super().__init__(connection.http.status, connection.http.headers)
        self._client = client
        self._connection = connection
        self._timeouts = timeouts

    def read(self, seconds: float = inf) -> bytes | None:
        """As `Response.read`."""
        connection = self._connection
        until = time.monotonic() + seconds
        while not self.is_closed:
            data = connection.http.piece()
            if data is None:
                self.close()
            elif data:
                return data
            else:
                self._receive(until)
        return None

    def _receive(self, until: float) -> None:
        left = until - time.monotonic()
        if left <= 0:
            raise Late
        # nothing, where the time of the call is up
        allowed: float | None = 0.0
        try:
            allowed = self._timeouts.left("read")
            shorter = left if allowed is None or left < allowed else allowed
            self._connection.receive(None if shorter == inf else shorter)
        except TimeoutError as error:
            if allowed is None or left < allowed:
                raise Late from error
            raise failure(error, "read") from error
        except OSError as error:
            raise failure(error, "read") from error

    def _wake(self) -> None:
        self._connection.wire.shut_down()

    def _give_back(self) -> None:
        self._client.give_back(self._connection)


class OwnClient(Sender):
    """Sends over connections that it keeps, and closes them when nobody can use it any more."""

    def __init__(self, limits: Limits, network: Network) -> None:
        super().__init__(network)
        self.process: int = os.getpid()
        """Who opened its connections; a forked child leaves them alone."""
        self._lock = threading.Lock()
        self._pool: Pool[OwnConnection] = Pool(limits)
        self._places = None if limits.most is None else threading.Semaphore(limits.most)
        _all.add(self)

    def send(self, request: Request) -> Response:
        """Send a request and receive status and headers of its answer.

        Raises:
            Fault: There is none.
        """
        route = self.route(request.url)
        connection = self._connection(route, request)
        try:
            connection.ask(request, self.lines(request, route), relayed=route.relayed)
            self.keep_cookies(request.url, connection.http.headers)
        except BaseException:
            self.give_back(connection, broken=True)
            raise
        return OwnResponse(self, connection, request.timeouts)

    def give_back(self, connection: OwnConnection, *, broken: bool = False) -> None:
        """Keep a connection for the next request, if it is good for one."""
        reusable = not broken and connection.whole and connection.http.next_exchange()
        with self._lock:
            self._pool.give_back(connection, reusable=reusable)
        self._leave_place()

    def close(self) -> None:
        """Close the idle connections, and wake the threads that wait at the others: they close those."""
        with self._lock:
            self.is_closed = True
            self._pool.close()
            for connection in self._pool.busy:
                connection.wire.shut_down()
        self._leave_place()

    def abandon(self) -> None:
        """Close all connections, in a process that ends: no thread reads any more, and a lock may never be released."""
        self.is_closed: bool = True
        self._pool.abandon()

    def _connection(self, route: Route, request: Request) -> OwnConnection:
        """A connection in use by nobody else, kept or new."""
        try:
            if self._places is not None and not self._places.acquire(timeout=request.timeouts.left("pool")):
                raise Fault("pool", "all connections are in use", late=True)
        except TimeoutError as error:
            raise failure(error, "pool") from error
        try:
            with self._lock:
                found = None if self.is_closed else self._pool.take(route.key)
            if self.is_closed and found is None:
                raise Fault("pool", CLOSED)
            return found or self._new(route, request)
        except BaseException:
            self._leave_place()
            raise

    def _leave_place(self) -> None:
        if self._places is not None:
            self._places.release()

    def _new(self, route: Route, request: Request) -> OwnConnection:
        try:
            wire = connect(route, request.url.host, self._network.trust, request.timeouts.left("connect"))
        except (OSError, ValueError) as error:
            # a ValueError: a name that cannot be looked up
            raise failure(error, "connect") from error
        made = OwnConnection(route.key, wire)
        with self._lock:
            closed = self.is_closed
            if not closed:
                self._pool.add(made)
        if closed:
            made.close()
            raise Fault("pool", CLOSED)
        return made

    def __del__(self, _ending: Callable[[], bool] = sys.is_finalizing) -> None:
        # closing while Python ends can crash the interpreter
        if not _ending():
            with suppress(Exception):
                self.abandon()


_all: weakref.WeakSet[OwnClient] = weakref.WeakSet()


def _at_exit() -> None:
    # later, objects are torn down in any order
    for client in list(_all):
        if client.process == os.getpid():
            client.close()
        client.abandon()


atexit.register(_at_exit)
