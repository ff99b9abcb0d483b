"""Calls within the cancel scopes of anyio, which cancel again in every turn until the scope is left."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Any, TypeAlias

import anyio
import httpx
import pytest

from openrouter_sdk import Chat, OpenRouter, testing
from tests.helpers.api import ASK, MODEL

Use: TypeAlias = Callable[[OpenRouter], Coroutine[Any, Any, object]]


async def send(client: OpenRouter) -> object:
    return await client.chat.send_async(model=MODEL, messages=ASK)


async def stream(client: OpenRouter) -> object:
    async with await client.chat.send_async(model=MODEL, messages=ASK, stream=True) as chunks:
        return [chunk async for chunk in chunks]


async def heartbeats(client: OpenRouter) -> object:
    async with await client.chat.send_async(model=MODEL, messages=ASK, stream=True) as chunks:
        return [chunk async for chunk in chunks.with_heartbeat(60)]


async def several(client: OpenRouter) -> object:
    async with Chat([MODEL, "maker/other"], client=client) as chat:
        return await chat.send_async("Hello")


async def bulk(client: OpenRouter) -> object:
    return await client.chat.map_async([{"model": MODEL, "messages": ASK}] * 2)


@pytest.mark.parametrize("injected", [False, True])
@pytest.mark.parametrize("use", [send, stream, heartbeats, several, bulk])
def test_a_cancelled_scope_ends_a_call_and_the_next_one_has_all_it_needs(
    use: Use, injected: bool, server: testing.Server
) -> None:
    server.enqueue(*[testing.reply("Hello to you", event_delay=60, first_delay=60 * (use is not stream))] * 2)

    async def cut_short() -> None:
        async with AsyncExitStack() as stack:
            options: dict[str, Any] = {}
            if injected:
                options = {"async_client": await stack.enter_async_context(httpx.AsyncClient())}
            client = OpenRouter(server_url=server.url, api_key="test", retry_config=0, **options)
            await stack.enter_async_context(client)
            async with anyio.create_task_group() as group:
                group.start_soon(use, client)
                await asyncio.to_thread(server.wait_requests, 1)
                group.cancel_scope.cancel()
            assert asyncio.all_tasks() == {asyncio.current_task()}
            server.clear()
            assert (await client.chat.send_async(model=MODEL, messages=ASK)).text == ASK[0]["content"]

    asyncio.run(cut_short())
    assert server.wait_connections(0)
