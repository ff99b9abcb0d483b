"""What carries out operations: one call from arguments to answer, sync and async."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from functools import partial
from itertools import count
from threading import Event
from typing import TYPE_CHECKING, Any, Self

from openrouter_sdk.client import Arguments, Operation

from ..http import HttpClients
from ..retry import Attempt, CallClock, Runtime, call_flow
from ..stream import AnswerReader
from .drivers import drive, drive_async
from .reading import PLAIN
from .request import Call, build_call
from .sending import Exchange
from .settings import Settings

if TYPE_CHECKING:
    from .paging import Pager, PagerAsync


_NUMBERS = count(1)


class NeverCopied:
    """Stays one with its copies, deep ones too, so that what holds it can be copied: they share connections and key."""

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class Engine(NeverCopied):
    """Carries out operations of the contract with what a client was told.

    Args:
        settings: The client's checked options.
        clients: The HTTP clients.
        runtime: Clock, sleep and chance.
        options: What the client was given, without a literal key.
        reduced: What pickling gives, of options and settings: how to make an engine like it elsewhere.
    """

    def __init__(
        self,
        settings: Settings,
        clients: HttpClients,
        runtime: Runtime,
        *,
        options: dict[str, Any],
        reduced: Callable[[dict[str, Any], Settings], tuple[Any, ...]],
    ) -> None:
        self.settings = settings
        self.runtime = runtime
        self._clients = clients
        self._options = options
        self._reduced = reduced

    def __reduce__(self) -> tuple[Any, ...]:
        return self._reduced(self._options, self.settings)

    def build(
        self, operation: Operation, given: Arguments, reader: AnswerReader = PLAIN, caller: str | None = None
    ) -> Call:
        """Check and encode the arguments of one call; see `build_call`."""
        return build_call(operation, given, self.settings, reader, caller)

    def call(self, operation: Operation, given: Arguments) -> Any:
        """The answer of an operation."""
        return self.perform(self.build(operation, given))

    def call_async(self, operation: Operation, given: Arguments) -> Awaitable[Any]:
        """The same for async."""
        return self.perform_async(self.build(operation, given, caller=_async_name(operation)))

    def pages(self, operation: Operation, given: Arguments) -> Pager[Any, Any]:
        """All pages of a list, none of which is asked for yet."""
        from .paging import Pager  # lazy: most programs list nothing

        self.build(operation, given)
        return Pager(operation, given, self)

    def pages_async(self, operation: Operation, given: Arguments) -> PagerAsync[Any, Any]:
        """The same for async."""
        from .paging import PagerAsync  # lazy: the same

        self.build(operation, given, caller=_async_name(operation))
        return PagerAsync(operation, given, self)

    def perform(self, call: Call) -> Any:
        """Carry out a call that was built: its answer, or a stream that is open."""
        client = self._clients.sync()
        call.headers.setdefault("authorization", b"Bearer " + self.settings.key.get().encode())
        exchange, attempt = self._begin(call)
        try:
            answer = drive(exchange, client, attempt, self._pause)
        except BaseException as error:
            exchange.failed(error)
            raise
        if not call.stream:
            exchange.answered(answer)
            return answer
        from ..stream import EventStream  # lazy: a program that does not stream never loads it

        stream: EventStream[Any] = EventStream(exchange, answer, partial(drive, exchange, client), self._pause)
        if call.operation.kind != "binary":
            return stream
        from ..stream import Download  # lazy: the same

        return Download(stream, call.max_response_bytes)

    async def perform_async(self, call: Call) -> Any:
        """The same for async."""
        client = await self._clients.running()
        call.headers.setdefault("authorization", b"Bearer " + (await self.settings.key.get_async()).encode())
        exchange, attempt = self._begin(call)
        try:
            answer = await drive_async(exchange, client, attempt, self._pause_async)
        except BaseException as error:
            exchange.failed(error)
            raise
        if not call.stream:
            exchange.answered(answer)
            return answer
        from ..stream import EventStreamAsync  # lazy: a sync program never loads asyncio

        stream: EventStreamAsync[Any] = EventStreamAsync(
            exchange, answer, partial(drive_async, exchange, client, sleep=self._pause_async)
        )
        if call.operation.kind != "binary":
            return stream
        from ..stream import DownloadAsync  # lazy: the same

        return DownloadAsync(stream, call.max_response_bytes)

    def number(self) -> int:
        """The number of one more call, for those who are told."""
        return next(_NUMBERS)

    def _pause(self, seconds: float, woken: Event | None = None) -> None:
        """Wait before the next try, unless somebody sets the event.

        Raises:
            ArgumentError: The client was closed, which ends the wait too.
        """
        if self.runtime.sleep is time.sleep:
            self._clients.wait(seconds, woken)
        else:
            # somebody else's clock
            self.runtime.sleep(seconds)

    async def _pause_async(self, seconds: float) -> None:
        """The same for async."""
        await (self.runtime.sleep_async or self._clients.wait_async)(seconds)

    def _begin(self, call: Call) -> tuple[Exchange, Attempt]:
        observer = self.settings.observer
        clock = CallClock.start(self.runtime.now, self.runtime.random, call.total_timeout_s)
        number = self.number()
        flow = call_flow(call.policy, clock, partial(observer.retry, function=call.on_retry), number)
        exchange = Exchange(call, flow, clock, observer, number, self)
        exchange.begun()
        return exchange, next(flow)


def _async_name(operation: Operation) -> str:
    return f"{operation.name.rpartition('.')[2]}_async()"
