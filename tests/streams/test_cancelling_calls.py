"""Cancelling a call before there is a stream to read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from openrouter_sdk import testing
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, AsyncApi
from tests.helpers.examples import LONG
from tests.streams.conftest import Pool
from tests.streams.wire import DONE, WHOLE, streamed, text

ROUNDS = 6 if LONG else 3
"""The pool holds two connections: who loses one in each round has none in the third."""
PLACES = {
    "before the headers": (streamed(text("Hel"), DONE, delay=60.0), True),
    "inside a whole answer": (testing.raw(200, {"Content-Type": "application/json"}, pieces=[b'{"id"', 60.0]), False),
}


@pytest.mark.parametrize("api", ["async"], indirect=True)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("turns", range(6))
def test_cancelling_a_call_however_often_frees_the_connection(
    api: AsyncApi, pool: Pool, server: testing.Server, place: str, turns: int
) -> None:
    answer, stream = PLACES[place]

    async def cancelled_round(number: int) -> None:
        call = asyncio.create_task(pool.client.chat.send_async(model=MODEL, messages=ASK, stream=stream))
        await asyncio.to_thread(server.wait_requests, number)
        for _ in range(20):
            # what has come is read
            await asyncio.sleep(0)
        call.cancel()
        for _ in range(turns):
            await asyncio.sleep(0)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call

    for number in range(1, ROUNDS + 1):
        server.enqueue(answer)
        api.run(cancelled_round(number))
        assert pool.busy == 0
        assert server.wait_closed(number)
    assert pool.requests == 0
    server.enqueue(WHOLE)
    assert api.stream(pool.client).final().text == "Hello"


@pytest.mark.parametrize("api", ["async"], indirect=True)
@pytest.mark.parametrize("stream", [True, False], ids=["stream", "whole"])
def test_a_call_cancelled_at_any_step_of_its_beginning_frees_the_connection(
    api: AsyncApi, pool: Pool, stream: bool
) -> None:
    async def cancelled_round(steps: int) -> None:
        call = asyncio.create_task(pool.client.chat.send_async(model=MODEL, messages=ASK, stream=stream))
        for _ in range(steps):
            await asyncio.sleep(0)
        call.cancel()
        await asyncio.wait([call])
        if not call.cancelled() and stream:
            await call.result().aclose()

    for steps in range(60):
        api.run(cancelled_round(steps))

    assert pool.busy == 0
    # not a scripted answer: a cancelled request that reaches the server late would take it
    assert api.stream(pool.client).final().text == "Tell me more"


class SlowToClose(httpx.AsyncByteStream):
    """A body whose closing takes several turns of the event loop."""

    def __init__(self) -> None:
        self.closing = asyncio.Event()
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b""

    async def aclose(self) -> None:
        self.closing.set()
        for _ in range(5):
            await asyncio.sleep(0)
        self.closed = True


@pytest.mark.parametrize("api", ["async"], indirect=True)
@pytest.mark.parametrize("turns", range(5))
def test_cancelling_does_not_stop_the_closing_of_a_redirect(api: AsyncApi, make_client: MakeClient, turns: int) -> None:
    body = SlowToClose()
    sent: list[httpx.Request] = []

    def redirect(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(307, headers={"Location": "/elsewhere"}, stream=body)

    async def cancelled() -> bool:
        call = asyncio.create_task(client.chat.send_async(model=MODEL, messages=ASK))
        await body.closing.wait()
        for _ in range(turns):
            await asyncio.sleep(0)
        call.cancel()
        await asyncio.wait([call])
        return call.cancelled()

    client = make_client(async_client=httpx.AsyncClient(transport=httpx.MockTransport(redirect)))

    assert api.run(cancelled())
    assert body.closed
    assert len(sent) == 1
