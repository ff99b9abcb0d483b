"""`client.chat`: the generated signature, and under it one call from arguments to answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, Any, Self

from openrouter_sdk.api.chat.send import ChatSend
from openrouter_sdk.client import Arguments, Operation

from ..engine import ChatCall, Exchange, Settings, build_call, drive
from ..http import AsyncClient, Client
from ..retry import Attempt, CallClock, Runtime, call_flow

if TYPE_CHECKING:
    from openrouter_sdk.models import ChatResult

    from ..bulk import BulkItem, BulkResults, BulkTools


class NeverCopied:
    """Stays one with its copies, deep ones too, so that what holds it can be copied: they share connections and key."""

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class ChatNamespace(NeverCopied, ChatSend):
    """Chat completions: `send` and `send_async`. Calling it is the same as `send`."""

    def __init__(
        self,
        settings: Settings,
        client: Callable[[], Client],
        async_client: Callable[[], Awaitable[AsyncClient]],
        runtime: Runtime,
    ) -> None:
        """Made by the client.

        Args:
            settings: The client's checked options.
            client: Gives the httpx client for sync calls.
            async_client: Gives the httpx client of the running event loop.
            runtime: Clock, sleep and chance.
        """
        self._settings = settings
        self._client = client
        self._async_client = async_client
        self._runtime = runtime

    __call__ = ChatSend.send

    def map(
        self,
        items: Iterable[BulkItem],
        *,
        model: str | None = None,
        concurrency: int = 8,
        progress: bool = False,
        checkpoint: str | PathLike[str] | None = None,
        max_cost: float | None = None,
        on_result: Callable[[int, ChatResult | Exception], object] | None = None,
        count_upstream_cost: bool = False,
        **defaults: Any,
    ) -> BulkResults:
        """Send many requests, a few at a time, and give their answers in order, with an exception where one failed.

        Each request is tried again as `retries` says. A rate limit (429, 529, a 503 with `Retry-After`, the in-flight
        402) is everybody's: nothing is sent until it is over, then fewer at a time. No credits (402), a bad key (401,
        403) or a rate limit that outlasts what `retries` waits stop the run: the rest are `NotSentError`s.

        Args:
            items: Prompts, lists of messages, mappings of keyword arguments of `send`, or `ChatRequest`s; any iterable
                that ends. An item is taken when it can be sent.
            model: The model of the items that name none.
            concurrency: Requests under way at most (default 8).
            progress: Whether to show on standard error how far it is, with tqdm if that is installed.
            checkpoint: A file that keeps each answer as it comes. A run with the same items and the same file takes
                them from there, and sends only the rest.
            max_cost: USD credits the whole run may cost, answers taken from the checkpoint included. Nothing is sent
                that would, at the mean cost so far, go beyond; what is left are `NotSentError`s.
            on_result: Called in the caller's thread with index and answer or exception of each item, as they come. What
                it raises ends the run.
            count_upstream_cost: Whether `max_cost` also bounds what providers charge on keys of your own, where `cost`
                is 0 or a fee (`upstream_inference_cost`). Default False.
            defaults: Further keyword arguments of `send` for all items; an item's own win. `timeout_ms` bounds each
                try.

        Raises:
            ArgumentError: A value that cannot be used, such as a `checkpoint` that is something else, or `stream=True`.
            TypeError: An unknown keyword argument, or a value of the wrong type.
            OSError: The checkpoint cannot be read or written.

        Whatever ends a run that had begun, such as Ctrl-C or an exception of `items` or `on_result`, has an attribute
        `results`: a `BulkResults` of the items taken so far.
        """
        from ..bulk import BulkOptions, map_sync  # lazy: bulk work is rare, and importing the SDK has to be cheap

        options = BulkOptions(concurrency, progress, checkpoint, max_cost, on_result, count_upstream_cost)
        return map_sync(items, {"model": model, **defaults}, options, self._bulk_tools(), self._perform)

    async def map_async(
        self,
        items: Iterable[BulkItem],
        *,
        model: str | None = None,
        concurrency: int = 8,
        progress: bool = False,
        checkpoint: str | PathLike[str] | None = None,
        max_cost: float | None = None,
        on_result: Callable[[int, ChatResult | Exception], object] | None = None,
        count_upstream_cost: bool = False,
        **defaults: Any,
    ) -> BulkResults:
        """The same as `map` for async, with the same arguments. `on_result` and `items` are plain, not async."""
        from ..bulk import BulkOptions, map_async  # lazy: the same

        options = BulkOptions(concurrency, progress, checkpoint, max_cost, on_result, count_upstream_cost)
        return await map_async(items, {"model": model, **defaults}, options, self._bulk_tools(), self._perform_async)

    def _bulk_tools(self) -> BulkTools:
        from ..bulk import BulkTools  # lazy: the same

        return BulkTools(partial(build_call, settings=self._settings), self._runtime, self._settings.observer)

    def _send(self, operation: Operation, given: Arguments) -> Any:
        return self._perform(build_call(operation, given, self._settings))

    def _perform(self, call: ChatCall) -> Any:
        client = self._client()
        call.headers.setdefault("authorization", b"Bearer " + self._settings.key.get().encode())
        exchange, attempt = self._begin(call)
        sleep = self._runtime.sleep
        if not call.stream:
            return drive(exchange, client, attempt, sleep)
        from ..stream import EventStream  # lazy: a program that does not stream never loads it

        stream: EventStream[Any] = EventStream(exchange, drive(exchange, client, attempt, sleep), client, sleep)
        return stream

    def _send_async(self, operation: Operation, given: Arguments) -> Awaitable[Any]:
        return self._perform_async(build_call(operation, given, self._settings, "send_async()"))

    async def _perform_async(self, call: ChatCall) -> Any:
        from ..engine import drive_async  # lazy: a sync program never loads asyncio

        client = await self._async_client()
        call.headers.setdefault("authorization", b"Bearer " + (await self._settings.key.get_async()).encode())
        exchange, attempt = self._begin(call)
        sleep = self._runtime.sleep_async
        if not call.stream:
            return await drive_async(exchange, client, attempt, sleep)
        from ..stream import EventStreamAsync  # lazy: as in sync

        opened = await drive_async(exchange, client, attempt, sleep)
        stream: EventStreamAsync[Any] = EventStreamAsync(exchange, opened, client, sleep)
        return stream

    def _begin(self, call: ChatCall) -> tuple[Exchange, Attempt]:
        observer = self._settings.observer
        clock = CallClock.start(self._runtime.now, self._runtime.random, call.total_timeout_s)
        flow = call_flow(call.policy, clock, partial(observer.retry, function=call.on_retry))
        return Exchange(call, flow, clock, observer, self), next(flow)
