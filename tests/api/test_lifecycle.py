"""The client's life: its connections, its end, event loops and threads."""

from __future__ import annotations

import asyncio
import gc
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from openrouter_sdk import OpenRouter, errors, testing
from openrouter_sdk.custom.http.own_client import OwnClient
from openrouter_sdk.custom.http.own_client_async import OwnAsyncClient
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, Api, AsyncApi
from tests.helpers.examples import LONG
from tests.streams import wire

ROUNDS = 3 if LONG else 2


def say(text: str) -> list[Any]:
    return [{"role": "user", "content": text}]


@pytest.mark.parametrize("streamed", [False, True])
def test_leaving_the_with_block_closes_the_connections(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client()

    text = api.use(client, lambda: api.answer(client, streamed=streamed).text)

    assert text == "Tell me more"
    assert server.wait_connections(0)


def test_either_way_of_closing_closes_both_colours(server: testing.Server) -> None:
    async def use_both(close: str) -> int:
        client = OpenRouter(server_url=server.url, api_key="test")
        client.chat.send(model=MODEL, messages=ASK)
        await client.chat.send_async(model=MODEL, messages=ASK)
        open_before = server.connections
        if close == "aclose":
            await client.aclose()
        else:
            client.close()
            await asyncio.sleep(0)
        return open_before

    for close in ("aclose", "close"):
        assert asyncio.run(use_both(close)) == 2
        assert server.wait_connections(0)


def test_closing_twice_does_nothing(api: Api, make_client: MakeClient) -> None:
    client = make_client()
    api.send(client)

    for _ in range(3):
        api.close(client)


def test_closing_an_unused_client_does_nothing(api: Api, make_client: MakeClient) -> None:
    api.close(make_client())


@pytest.mark.parametrize("used", [False, True])
@pytest.mark.parametrize("stream", [False, True])
def test_a_closed_client_says_so(
    used: bool, stream: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client()
    if used:
        api.send(client)
    api.close(client)

    with pytest.raises(errors.ArgumentError, match="this client is closed"):
        api.send(client, stream=stream)

    assert len(server.requests) == used


def test_a_stream_of_a_closed_client_ends_with_an_error_of_the_sdk(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(wire.streamed(wire.text("Hel"), 60.0))
    client = make_client(real_time=True)
    stream = api.stream(client)
    chunks = iter(stream)
    assert next(chunks) is not None

    api.close(client)

    with pytest.raises(errors.OpenRouterError):
        list(chunks)
    stream.close()


def test_a_stream_outlives_the_client_that_nobody_holds(api: Api, server: testing.Server) -> None:
    server.enqueue(testing.reply("one two three", event_delay=0.01))
    stream = api.stream(OpenRouter(server_url=server.url, api_key="test"))
    gc.collect()

    assert stream.final().text == "one two three"

    del stream
    gc.collect()
    if isinstance(api, AsyncApi):
        api.run(asyncio.sleep(0))
    assert server.wait_connections(0)


def test_one_connection_serves_call_after_call(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    client = make_client()

    for streamed in (False, True, False, True):
        api.answer(client, streamed=streamed)

    assert server.connections == 1


def test_one_client_lives_through_several_event_loops(server: testing.Server) -> None:
    client = OpenRouter(server_url=server.url, api_key="test")

    async def both_ways() -> str:
        plain = await client.chat.send_async(model=MODEL, messages=ASK)
        async with await client.chat.send_async(model=MODEL, messages=ASK, stream=True) as stream:
            assert (await stream.final()).text == plain.text
        return plain.text

    for _ in range(3):
        assert asyncio.run(both_ways()) == "Tell me more"
        assert server.wait_connections(0)
    client.close()


def test_sync_calls_work_inside_a_running_loop(server: testing.Server) -> None:
    async def notebook_cell() -> tuple[str, str]:
        with OpenRouter(server_url=server.url, api_key="test") as client:
            plain = client.chat.send(model=MODEL, messages=ASK)
            with client.chat.send(model=MODEL, messages=ASK, stream=True) as stream:
                return plain.text, stream.final().text

    assert asyncio.run(notebook_cell()) == ("Tell me more", "Tell me more")
    assert server.wait_connections(0)


def test_both_colours_work_side_by_side(server: testing.Server) -> None:
    async def cell(client: OpenRouter) -> list[str]:
        first = client.chat.send(model=MODEL, messages=say("sync"))
        second = await client.chat.send_async(model=MODEL, messages=say("async"))
        return [first.text, second.text]

    with OpenRouter(server_url=server.url, api_key="test") as client:
        assert asyncio.run(cell(client)) == ["sync", "async"]


@pytest.mark.parametrize("streamed", [False, True])
def test_32_threads_share_a_client_without_mixing_answers(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(real_time=True)
    wanted = [f"thread {number} says {'x' * number}" for number in range(32)]

    def work(text: str) -> list[str]:
        if isinstance(api, AsyncApi):
            with asyncio.Runner() as runner:
                own = AsyncApi(runner)
                return [own.answer(client, streamed=streamed, messages=say(text)).text for _ in range(ROUNDS)]
        return [api.answer(client, streamed=streamed, messages=say(text)).text for _ in range(ROUNDS)]

    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(work, wanted))

    assert answers == [[text] * ROUNDS for text in wanted]
    assert len(server.requests) == 32 * ROUNDS


def test_300_async_streams_at_once_all_finish(server: testing.Server) -> None:
    server.enqueue(*[testing.reply(f"answer {number} is done") for number in range(300)])

    async def one(client: OpenRouter, all_open: asyncio.Barrier) -> str:
        async with await client.chat.send_async(model=MODEL, messages=ASK, stream=True) as stream:
            assert await anext(stream) is not None
            # nobody goes on before everybody has an open stream
            await all_open.wait()
            return (await stream.final()).text

    async def all_of_them() -> list[str]:
        all_open = asyncio.Barrier(300)
        timeout = httpx.Timeout(60)
        async with OpenRouter(server_url=server.url, api_key="test", timeout=timeout) as client:
            return await asyncio.gather(*(one(client, all_open) for _ in range(300)))

    answers = asyncio.run(all_of_them())

    assert sorted(answers) == sorted(f"answer {number} is done" for number in range(300))
    assert server.wait_connections(0)


class Counted:
    """Counts how many clients of each colour are built."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.built: list[str] = []
        for kind in (OwnClient, OwnAsyncClient):
            monkeypatch.setattr(kind, "__init__", self._counting(kind.__name__, kind.__init__))

    def _counting(self, name: str, original: Any) -> Any:
        def init(*args: Any, **kwargs: Any) -> None:
            self.built.append(name)
            original(*args, **kwargs)

        return init


def test_clients_are_built_when_first_needed_and_in_one_colour(
    api: Api, make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Counted(monkeypatch)
    client = make_client()
    assert counted.built == []

    for _ in range(3):
        api.send(client)

    assert counted.built == ["OwnClient" if api.colour == "sync" else "OwnAsyncClient"]


def test_a_finished_loop_leaves_nothing_behind(server: testing.Server) -> None:
    client = OpenRouter(server_url=server.url, api_key="test")

    async def call() -> None:
        await client.chat.send_async(model=MODEL, messages=ASK)

    for _ in range(5):
        asyncio.run(call())

    assert len(client._clients._by_loop._pairs) <= 1
    client.close()
