"""What becomes of calls that are under way when their client is closed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from openrouter_sdk import BackoffStrategy, OpenRouter, RetryConfig, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import ASK, Api
from tests.helpers.patience import PATIENCE_S
from tests.helpers.raw_server import Connection, RawServer

STREAMED = pytest.mark.parametrize("streamed", [False, True])


class Silent:
    """A server that takes requests and answers none."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.server = RawServer(self._take)

    def _take(self, connection: Connection) -> None:
        connection.read_request()
        self.asked.set()
        connection.client_gone()


@pytest.fixture
def silent() -> Iterator[Silent]:
    made = Silent()
    with made.server:
        yield made


@STREAMED
def test_a_thread_that_waits_for_an_answer_learns_that_the_client_was_closed(streamed: bool, silent: Silent) -> None:
    client = OpenRouter(server_url=silent.server.url, api_key="test")
    with ThreadPoolExecutor() as pool:
        call: Future[Any] = pool.submit(client.chat.send, messages=ASK, stream=streamed)
        assert silent.asked.wait(PATIENCE_S)
        client.close()

        with pytest.raises(errors.NoResponseError, match="the client was closed") as caught:
            call.result(PATIENCE_S)

    assert (caught.value.request_sent, caught.value.attempts) == (True, 1)
    assert silent.server.wait_all_closed()
    assert silent.server.requests == 1


@STREAMED
def test_a_task_that_waits_for_an_answer_learns_that_the_client_was_closed(streamed: bool, silent: Silent) -> None:
    async def main() -> None:
        client = OpenRouter(server_url=silent.server.url, api_key="test")
        call = asyncio.create_task(client.chat.send_async(messages=ASK, stream=streamed))
        assert await asyncio.to_thread(silent.asked.wait, PATIENCE_S)
        await client.aclose()
        with pytest.raises(errors.NoResponseError, match="the client was closed") as caught:
            await call
        assert (caught.value.request_sent, caught.value.attempts) == (True, 1)

    asyncio.run(main())
    assert silent.server.wait_all_closed()
    assert silent.server.requests == 1


@STREAMED
@pytest.mark.parametrize("under_200", [False, True])
@pytest.mark.parametrize("injected", [False, True])
def test_a_client_that_is_closed_before_the_next_try_ends_the_call_with_its_last_error(
    injected: bool, under_200: bool, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(*[testing.error(503, "Down", http_status=200 if under_200 else None)] * 4)
    given = api.http_client() if injected else {}
    client = make_client(**given)
    owner: Any = next(iter(given.values()), client)

    async def close_async(_: float) -> None:
        await owner.aclose()

    client._runtime.sleep, client._runtime.sleep_async = lambda _: owner.close(), close_async

    with pytest.raises(errors.ServiceUnavailableResponseError, match="Down") as caught:
        api.answer(client, streamed=streamed)

    assert caught.value.attempts == len(server.requests) == 1
    assert caught.value.__notes__ == ["not tried again: the client was closed"]


UNTIL_CLOSED = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"


class Beginning:
    """A server whose answers end with the connection, and of which only the beginning comes."""

    def __init__(self, body: bytes) -> None:
        self.begun = threading.Event()
        self.server = RawServer(self._begin)
        self._body = body

    def _begin(self, connection: Connection) -> None:
        connection.read_request()
        connection.send(UNTIL_CLOSED + self._body)
        self.begun.set()
        connection.client_gone()


WHOLE_SO_FAR = (
    b'{"id":"g","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"ok"}}]}'
)


def test_closing_the_client_is_no_end_of_an_answer_to_a_thread() -> None:
    """Where the server's closing would be one."""
    beginning = Beginning(WHOLE_SO_FAR)
    with beginning.server, ThreadPoolExecutor() as pool:
        client = OpenRouter(server_url=beginning.server.url, api_key="test")
        call: Future[Any] = pool.submit(client.chat.send, messages=ASK)
        assert beginning.begun.wait(PATIENCE_S)
        client.close()

        with pytest.raises(errors.NoResponseError, match="the client was closed"):
            call.result(PATIENCE_S)


def test_closing_the_client_is_no_end_of_an_answer_to_a_task() -> None:
    beginning = Beginning(WHOLE_SO_FAR)

    async def main() -> None:
        client = OpenRouter(server_url=beginning.server.url, api_key="test")
        call = asyncio.create_task(client.chat.send_async(messages=ASK))
        assert await asyncio.to_thread(beginning.begun.wait, PATIENCE_S)
        await client.aclose()
        with pytest.raises(errors.NoResponseError, match="the client was closed"):
            await call

    with beginning.server:
        asyncio.run(main())


TEN_MINUTES = RetryConfig(backoff=BackoffStrategy(600_000, 600_000, 1, 10**9))


@STREAMED
@pytest.mark.parametrize("under_200", [False, True])
def test_closing_the_client_ends_a_threads_wait_for_the_next_try(
    streamed: bool, under_200: bool, server: testing.Server
) -> None:
    server.enqueue(*[testing.error(503, "Down", http_status=200 if under_200 else None)] * 2)
    client, waits = OpenRouter(server_url=server.url, api_key="test"), threading.Event()
    client._runtime.random = lambda: 1.0

    def ask() -> Any:
        answer = client.chat.send(messages=ASK, stream=streamed, retries=TEN_MINUTES, on_retry=lambda _: waits.set())
        return list(answer)

    with ThreadPoolExecutor() as pool:
        call: Future[Any] = pool.submit(ask)
        assert waits.wait(PATIENCE_S)
        client.close()
        with pytest.raises(errors.ServiceUnavailableResponseError) as caught:
            call.result(PATIENCE_S)

    assert caught.value.attempts == 1
    assert "closed" in caught.value.__notes__[0]
    assert len(server.requests) == 1


@STREAMED
@pytest.mark.parametrize("under_200", [False, True])
def test_closing_the_client_ends_a_tasks_wait_for_the_next_try(
    streamed: bool, under_200: bool, server: testing.Server
) -> None:
    server.enqueue(*[testing.error(503, "Down", http_status=200 if under_200 else None)] * 2)

    async def main() -> errors.OpenRouterError:
        client, waits = OpenRouter(server_url=server.url, api_key="test"), asyncio.Event()
        client._runtime.random = lambda: 1.0

        async def ask() -> Any:
            answer = await client.chat.send_async(
                messages=ASK, stream=streamed, retries=TEN_MINUTES, on_retry=lambda _: waits.set()
            )
            return [each async for each in answer]

        call = asyncio.create_task(ask())
        await asyncio.wait_for(waits.wait(), PATIENCE_S)
        await client.aclose()
        with pytest.raises(errors.ServiceUnavailableResponseError) as caught:
            await asyncio.wait_for(call, PATIENCE_S)
        return caught.value

    error = asyncio.run(main())
    assert error.attempts == 1
    assert "closed" in error.__notes__[0]
    assert len(server.requests) == 1
