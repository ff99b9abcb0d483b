"""`client.chat`: the generated signature, and under it one call from arguments to answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from openrouter_sdk.api.chat.send import ChatSend
from openrouter_sdk.client import Arguments, Operation

from ._drivers import drive, drive_async
from ._flow import Attempt, CallClock, call_flow
from ._runtime import Runtime
from ._sending import Exchange
from ._settings import Settings
from ._transport import AsyncClient, Client
from ._wire import ChatCall, build_call
from .streaming import EventStream, EventStreamAsync


class ChatNamespace(ChatSend):
    """Chat completions: `send` and `send_async`. Calling it is the same as `send`.

    Args:
        settings: The client's checked options.
        client: Gives the httpx client for sync calls.
        async_client: Gives the httpx client of the running event loop.
        runtime: Clock, sleep and chance.
    """

    def __init__(
        self,
        settings: Settings,
        client: Callable[[], Client],
        async_client: Callable[[], Awaitable[AsyncClient]],
        runtime: Runtime,
    ) -> None:
        self._settings = settings
        self._client = client
        self._async_client = async_client
        self._runtime = runtime

    __call__ = ChatSend.send

    def _send(self, operation: Operation, given: Arguments) -> Any:
        call = build_call(operation, given, self._settings)
        client = self._client()
        call.headers.setdefault("authorization", b"Bearer " + self._settings.key.get().encode())
        exchange, attempt = self._begin(call)
        answer = drive(exchange, client, attempt, self._runtime.sleep)
        return EventStream[Any](exchange, answer, client, self._runtime.sleep) if call.stream else answer

    async def _send_async(self, operation: Operation, given: Arguments) -> Any:
        call = build_call(operation, given, self._settings)
        client = await self._async_client()
        call.headers.setdefault("authorization", b"Bearer " + (await self._settings.key.get_async()).encode())
        exchange, attempt = self._begin(call)
        answer = await drive_async(exchange, client, attempt, self._runtime.sleep_async)
        return EventStreamAsync[Any](exchange, answer, client, self._runtime.sleep_async) if call.stream else answer

    def _begin(self, call: ChatCall) -> tuple[Exchange, Attempt]:
        observer = self._settings.observer
        clock = CallClock.start(self._runtime.now, self._runtime.random, call.total_timeout_s)
        flow = call_flow(call.policy, clock, observer, call.on_retry)
        return Exchange(call, flow, clock, observer), next(flow)
