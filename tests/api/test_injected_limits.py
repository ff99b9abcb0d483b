"""What injected clients of httpx lose: they keep time limits where httpx hands something over."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import Any

import anyio
import httpx
import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.helpers.api import ASK, MODEL
from tests.helpers.patience import TRIES, given_time
from tests.streams.wire import COMMENT, DONE, streamed, text


@pytest.fixture
def client(server: testing.Server) -> Iterator[OpenRouter]:
    with httpx.Client() as http, OpenRouter(server_url=server.url, api_key="test", client=http) as client:
        yield client


def stalled(client: OpenRouter, **limit: Any) -> errors.RequestTimedOutError:
    with pytest.raises(errors.RequestTimedOutError) as caught:
        client.chat.send(model=MODEL, messages=ASK, stream=True, **limit).final()
    return caught.value


@pytest.mark.parametrize("what", ["nothing", "comments"])
@pytest.mark.parametrize("limit", ["idle_timeout", "timeout_ms"])
def test_a_sync_stream_ends_whatever_is_sent_to_keep_it_open(
    limit: str, what: str, client: OpenRouter, server: testing.Server
) -> None:
    pieces = {"nothing": [60.0], "comments": [COMMENT, 0.02] * 1000}[what]

    def run(seconds: float) -> errors.RequestTimedOutError:
        server.clear()
        server.enqueue(*[streamed(text("Hel"), 0.01, text("lo"), *pieces, DONE)] * TRIES)
        return stalled(client, **{limit: seconds * 1000 if limit == "timeout_ms" else seconds})

    # which it does before the server goes on
    error = given_time(run, enough=lambda error: error.partial is not None)

    assert error.partial.text == "Hello"
    assert server.wait_closed(1)


def test_the_limit_of_a_stream_does_not_count_before_its_headers(client: OpenRouter, server: testing.Server) -> None:
    def run(seconds: float) -> str | None:
        server.clear()
        server.enqueue(streamed(text("Hello", "stop"), DONE, delay=2 * seconds))
        try:
            return client.chat.send(model=MODEL, messages=ASK, stream=True, idle_timeout=seconds).final().text
        except errors.RequestTimedOutError:
            return None

    # a request of an earlier try may be read only now, and take the answer
    assert given_time(run, enough=lambda text: text == "Hello") == "Hello"


class AtTheLastMoment(httpx.AsyncBaseTransport, httpx.AsyncByteStream):
    """Answers when it is told to stop."""

    def __init__(self) -> None:
        self.closed = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        with suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        return httpx.Response(200, stream=self)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"{}"

    async def aclose(self) -> None:
        self.closed = True


def test_an_answer_that_comes_in_the_moment_of_the_deadline_is_closed() -> None:
    answering = AtTheLastMoment()

    async def ask() -> None:
        async with (
            httpx.AsyncClient(transport=answering) as http,
            OpenRouter(api_key="test", async_client=http) as client,
        ):
            with pytest.raises(errors.RequestTimedOutError):
                await client.chat.send_async(model=MODEL, messages=ASK, timeout_ms=10)
            assert answering.closed

    asyncio.run(ask())


class WithALimitOfItsOwn(httpx.AsyncBaseTransport):
    """Has a limit that is over at once, and takes one turn after the other, as anyio does then."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        with anyio.move_on_after(0):
            for _ in range(100):
                await asyncio.sleep(0)  # a turn
            return httpx.Response(200, json={})
        raise httpx.ReadTimeout("the limit is over", request=request)


def test_a_limit_within_the_client_ends_its_wait_whatever_it_waits_for() -> None:
    async def ask() -> None:
        async with (
            httpx.AsyncClient(transport=WithALimitOfItsOwn()) as http,
            OpenRouter(api_key="test", async_client=http) as client,
        ):
            with pytest.raises(errors.RequestTimedOutError):
                await client.chat.send_async(model=MODEL, messages=ASK)

    asyncio.run(ask())
