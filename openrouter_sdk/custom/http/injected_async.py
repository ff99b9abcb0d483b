"""Async clients of httpx that the caller brings, used by their public names alone.

httpx gives a connection back to its pool in several steps, between which a cancellation would leave it there for good.
So what httpx does is a task of its own here.
"""

from __future__ import annotations

import asyncio
import types
from collections.abc import AsyncGenerator, Coroutine, Generator
from contextlib import aclosing, suppress
from math import inf
from typing import Any, Final, TypeVar

from .decoding import Decoder, unpacked
from .faults import Fault, Late
from .injected import Injected
from .message import AsyncResponse, Request

R = TypeVar("R")

_LEAVE: Final = "leave what is being waited for"
"""Marks a cancellation by this module, as opposed to one by a time limit within the client."""


class InjectedAsyncClient(Injected):
    """An async client of the caller's."""

    def __init__(self, client: Any, library: Any) -> None:
        super().__init__(client, library)
        # so that the garbage collector, in whatever thread it runs, does not end what reads them
        self.reading: set[InjectedAsyncResponse] = set()

    async def send(self, request: Request) -> InjectedAsyncResponse:
        """Send a request and receive status and headers of its answer."""
        task: asyncio.Task[Any] = asyncio.create_task(
            _patiently(self.client.send(self.build(request), stream=True, follow_redirects=False))
        )
        try:
            async with asyncio.timeout(request.timeouts.whole()):
                response = await _through(task, passed_on=True)
        except self.faults as error:
            raise self.fault(error, request.timeouts, request.url.text) from error
        except (TimeoutError, asyncio.CancelledError) as error:
            if not task.cancelled() and task.exception() is None:
                # it came in this very moment
                await InjectedAsyncResponse(self, task.result(), request).aclose()
            if isinstance(error, TimeoutError):
                raise Fault("read", str(error), late=True) from error
            raise
        return InjectedAsyncResponse(self, response, request)


class InjectedAsyncResponse(AsyncResponse):
    """An answer to a request of such a client."""

    def __init__(self, owner: InjectedAsyncClient, response: Any, request: Request) -> None:
        super().__init__(response.status_code, response.headers.raw)
        self._owner = owner
        self._response = response
        self._request = request
        decoder = owner.decoder(response)
        self._pieces: AsyncGenerator[bytes] = _unpacked(response, decoder) if decoder else response.aiter_bytes()
        self._next: asyncio.Task[bytes | None] | None = None
        owner.reading.add(self)

    async def read(self, seconds: float = inf) -> bytes | None:
        """As `AsyncResponse.read`."""
        if self.is_closed:
            return None
        self._next = self._next or asyncio.create_task(_patiently(self._advance()))
        await asyncio.wait((self._next,), timeout=None if seconds == inf else seconds)
        task = self._next
        if not task.done():
            raise Late
        self._next = None
        if task.cancelled():
            if self not in self._owner.reading:
                # closed meanwhile
                return None
            raise Fault("read", "the task that reads was cancelled")
        try:
            return task.result()
        except self._owner.faults as error:
            raise self._owner.fault(error, self._request.timeouts, self._request.url.text) from error

    async def _advance(self) -> bytes | None:
        return await anext(self._pieces, None)

    async def read_all(self, most: float = inf) -> bytes:
        """As `AsyncResponse.read_all`, within what is left of the whole call."""
        try:
            async with asyncio.timeout(self._request.timeouts.whole()):
                return await super().read_all(most)
        except TimeoutError as error:
            raise Fault("read", str(error), late=True) from error

    async def aclose(self) -> None:
        """Close the body, however often the task is cancelled meanwhile."""
        if not self.is_closed:
            self.is_closed = True
            self._owner.reading.discard(self)
            await _through(asyncio.create_task(self._close()), passed_on=False)

    async def _close(self) -> None:
        if self._next is not None:
            self._next.cancel(_LEAVE)
            with suppress(asyncio.CancelledError, Exception):
                await self._next
        with suppress(Exception):
            await self._pieces.aclose()
        with suppress(Exception):
            await self._response.aclose()


async def _unpacked(response: Any, decoder: Decoder) -> AsyncGenerator[bytes]:
    async with aclosing(response.aiter_raw()) as packed:
        async for data in packed:
            for piece in unpacked(decoder, data):
                if piece:
                    yield piece


async def _patiently(inner: Coroutine[Any, Any, R]) -> R:
    return await _steps(inner)


@types.coroutine
def _steps(inner: Coroutine[Any, Any, R]) -> Generator[Any, Any, R]:
    """Await something, and keep a cancellation by `_LEAVE` for its next real wait.

    httpcore lets the others have their turn while it holds what only it can give back. Any other cancellation is of a
    time limit within the client, for whose end anyio takes one turn after the other: it is passed on at once.
    """
    held: asyncio.CancelledError | None = None
    thrown: BaseException | None = None
    while True:
        try:
            waits: Any = inner.send(None) if thrown is None else inner.throw(thrown)
        except StopIteration as stop:
            found: R = stop.value
            return found
        thrown = None
        if waits is not None and held is not None:
            waits.cancel()
            thrown, held = held, None
            continue
        try:
            yield waits
        except BaseException as error:  # noqa: BLE001 - whatever the loop throws in is the inner one's
            if waits is None and isinstance(error, asyncio.CancelledError) and error.args == (_LEAVE,):
                held = error
            else:
                thrown = error


async def _through(task: asyncio.Task[R], *, passed_on: bool) -> R:
    """Await a task. A cancellation may be passed on to it, and is raised when the task is through, whatever it gave."""
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait((task,))
        except asyncio.CancelledError as error:
            if passed_on and cancelled is None:
                task.cancel(_LEAVE)
            cancelled = error
    if cancelled is not None:
        raise cancelled
    return task.result()
