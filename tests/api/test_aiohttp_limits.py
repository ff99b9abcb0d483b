"""Limits and timeouts of the pool of aiohttp: they are httpx's."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import httpx
import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.helpers.over_aiohttp import ASK, WHOLE, client_of
from tests.helpers.patience import PATIENCE_S
from tests.helpers.raw_server import Connection, RawServer

pytest.importorskip("aiohttp", reason="the extra 'aiohttp' is not installed")


class Gate:
    """Holds answers back until it is opened."""

    def __init__(self) -> None:
        self.open = threading.Event()

    def __call__(self, _: testing.Request) -> Any:
        assert self.open.wait(PATIENCE_S)
        return testing.reply("Hi")


def test_there_is_no_cap_on_connections_by_default(server: testing.Server) -> None:
    gate = Gate()
    server.enqueue(*[gate] * 150)

    async def ask() -> int:
        async with client_of(server.url) as client:
            calls = [asyncio.create_task(client.chat.send_async(**ASK)) for _ in range(150)]
            await asyncio.to_thread(server.wait_requests, 150)
            most = server.connections
            gate.open.set()
            await asyncio.gather(*calls)
            return most

    assert asyncio.run(ask()) == 150


@pytest.mark.parametrize("kept", [0, 3])
def test_no_more_connections_are_kept_than_the_limit_says(kept: int, server: testing.Server) -> None:
    gate = Gate()
    server.enqueue(*[gate] * 8)

    async def ask() -> int:
        async with client_of(server.url, limits=httpx.Limits(max_keepalive_connections=kept)) as client:
            calls = [asyncio.create_task(client.chat.send_async(**ASK)) for _ in range(8)]
            await asyncio.to_thread(server.wait_requests, 8)
            gate.open.set()
            await asyncio.gather(*calls)
            assert await asyncio.to_thread(server.wait_connections, kept)
            await client.chat.send_async(**ASK)
            assert await asyncio.to_thread(server.wait_connections, kept)
            return len(server.requests)

    assert asyncio.run(ask()) == 9


@pytest.mark.parametrize("noticed", [True, False], ids=["between two calls", "in place of an answer"])
def test_a_connection_that_the_server_closed_leaves_its_place_among_the_kept_ones_to_another(noticed: bool) -> None:
    opened: list[Connection] = []
    closed = threading.Event()

    def serve(connection: Connection) -> None:
        opened.append(connection)
        while connection.read_request():
            connection.send(WHOLE)
            if len(opened) == 1 and (noticed or connection.read_request()):
                connection.close()
                closed.set()
                return

    async def ask(url: str) -> None:
        async with client_of(url, limits=httpx.Limits(max_keepalive_connections=1)) as client:
            await client.chat.send_async(**ASK)
            if noticed:
                assert await asyncio.to_thread(closed.wait, PATIENCE_S)
                for _ in range(10):
                    # the event loop sees the end of the connection
                    await asyncio.sleep(0)
            for _ in range(3):
                await client.chat.send_async(**ASK)

    with RawServer(serve) as server:
        asyncio.run(ask(server.url))

    assert len(opened) == 2


def test_waiting_for_a_place_takes_nothing_from_the_time_to_connect(server: testing.Server) -> None:
    async def ask() -> str:
        limits, timeout = httpx.Limits(max_connections=1), httpx.Timeout(20, pool=0.001)
        async with client_of(server.url, limits=limits, timeout=timeout) as client:
            return (await client.chat.send_async(**ASK)).text

    assert asyncio.run(ask()) == "Tell me more"


def test_times_are_not_rounded_up_to_whole_seconds(server: testing.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def ask() -> str:
        loop: Any = asyncio.get_running_loop()
        call_at = loop.call_at

        def noted(when: float, *arguments: Any, **named: Any) -> Any:
            waits.append(when - loop.time())
            return call_at(when, *arguments, **named)

        monkeypatch.setattr(loop, "call_at", noted)
        async with client_of(server.url, timeout=httpx.Timeout(600, connect=60)) as client:
            return (await client.chat.send_async(**ASK)).text

    assert asyncio.run(ask()) == "Tell me more"
    assert waits[0] <= 60
    assert max(waits) <= 600


def test_a_server_that_takes_no_request_is_left_when_the_time_to_write_is_up() -> None:
    done = threading.Event()

    async def ask(url: str) -> None:
        async with client_of(url, timeout=httpx.Timeout(20, write=0.1)) as client:
            await client.chat.send_async(messages=[{"role": "user", "content": "x" * 20_000_000}])

    with RawServer(lambda _: done.wait(20)) as server:
        with pytest.raises(errors.RequestTimedOutError, match=r"the request was not taken within 0\.1 s") as caught:
            asyncio.run(ask(server.url))
        done.set()

    assert caught.value.request_sent is True


def test_a_large_request_arrives_whole(server: testing.Server) -> None:
    text = "x" * 5_000_000

    async def ask() -> str:
        async with client_of(server.url) as client:
            return (await client.chat.send_async(messages=[{"role": "user", "content": text}])).text

    assert asyncio.run(ask()) == text


@pytest.mark.parametrize("stream", [False, True])
def test_a_call_cancelled_at_any_step_leaves_its_place_to_the_next(stream: bool, server: testing.Server) -> None:
    async def cancelled(client: OpenRouter, steps: int) -> None:
        call = asyncio.create_task(client.chat.send_async(**ASK, stream=stream))
        for _ in range(steps):
            await asyncio.sleep(0)
        call.cancel()
        await asyncio.wait([call])
        if stream and not call.cancelled():
            await call.result().aclose()

    async def ask() -> str:
        limits, timeout = httpx.Limits(max_connections=1), httpx.Timeout(PATIENCE_S)
        async with client_of(server.url, limits=limits, timeout=timeout) as client:
            for steps in range(60):
                await cancelled(client, steps)
            return (await client.chat.send_async(**ASK)).text

    assert asyncio.run(ask()) == "Tell me more"
    assert server.wait_connections(0)
