"""The way that most programs take: the HTTP client is the SDK's own, sync or async."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import httpx
import pytest

from openrouter_sdk import OpenRouter
from openrouter_sdk.custom.http.exchange import body_of, body_of_async
from openrouter_sdk.custom.http.lean import LeanClient
from tests.cost.counting import opcodes, opcodes_each
from tests.cost.exchanges import (
    MESSAGES,
    MODEL,
    URL,
    async_caller_by_hand,
    async_client,
    async_transport,
    caller,
    caller_by_hand,
    client,
    client_of_own_reads,
    events,
    few_reads,
    read_async_stream,
    read_async_stream_by_hand,
    read_stream_by_hand,
    transport,
)


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    # asyncio's own checks are not what is counted, whatever the interpreter was told
    with asyncio.Runner(debug=False) as running:
        yield running


def _read_to_the_end(ours: OpenRouter) -> None:
    for chunk in ours.chat.send(model=MODEL, messages=MESSAGES, stream=True):
        _ = chunk.choices[0].finish_reason


async def _awaited(call: Callable[[], Awaitable[object]]) -> None:
    await call()


async def _call(ours: OpenRouter) -> None:
    await ours.chat.send_async(model=MODEL, messages=MESSAGES)


def test_a_call() -> None:
    by_hand = opcodes(caller_by_hand())

    cost = opcodes(caller(LeanClient))

    assert cost <= 1.15 * by_hand


def test_opening_and_ending_a_stream() -> None:
    ours = client(events(0), LeanClient)
    by_hand = opcodes(lambda: read_stream_by_hand(events(0)))

    cost = opcodes(lambda: _read_to_the_end(ours))

    assert cost <= 1.15 * by_hand


def _open(reads: list[bytes]) -> httpx.Response:
    with httpx.Client(transport=transport(reads)) as http:
        return http.send(http.build_request("POST", URL), stream=True)


async def _open_async(reads: list[bytes]) -> httpx.Response:
    async with httpx.AsyncClient(transport=async_transport(reads)) as http:
        return await http.send(http.build_request("POST", URL), stream=True)


async def _read_async(reads: list[bytes], body: Callable[[httpx.Response], AsyncIterator[bytes]]) -> None:
    async for _ in body(await _open_async(reads)):
        pass


def test_a_read_of_a_body_costs_half_of_what_iter_bytes_does() -> None:
    by_hand = opcodes_each(lambda count: deque(_open(events(count)).iter_bytes(), 0))

    cost = opcodes_each(lambda count: deque(body_of(_open(events(count))), 0))

    assert cost <= by_hand / 2


def test_an_async_read_of_a_body_costs_half_of_what_aiter_bytes_does(runner: asyncio.Runner) -> None:
    by_hand = opcodes_each(lambda count: runner.run(_read_async(events(count), httpx.Response.aiter_bytes)))

    cost = opcodes_each(lambda count: runner.run(_read_async(events(count), body_of_async)))

    assert cost <= by_hand / 2


def test_an_async_call(runner: asyncio.Runner) -> None:
    ours, theirs = async_client(), async_caller_by_hand()
    by_hand = opcodes(lambda: runner.run(_awaited(theirs)))

    cost = opcodes(lambda: runner.run(_call(ours)))

    assert cost <= 1.15 * by_hand
    runner.run(ours.aclose())


def test_a_step_of_an_async_stream_that_brings_many_chunks_a_read(runner: asyncio.Runner) -> None:
    by_hand = opcodes_each(lambda count: runner.run(read_async_stream_by_hand(few_reads(count))))

    cost = opcodes_each(lambda count: runner.run(read_async_stream(async_client(few_reads(count)))))

    # by hand it is C code that makes the values
    assert cost <= 6.1 * by_hand


def test_a_step_of_an_async_stream_that_brings_one_chunk_a_read(runner: asyncio.Runner) -> None:
    by_hand = opcodes_each(lambda count: runner.run(read_async_stream_by_hand(events(count))))

    cost = opcodes_each(lambda count: runner.run(read_async_stream(async_client(events(count)))))

    assert cost <= 6.3 * by_hand


def test_a_step_of_an_async_stream_whose_transport_has_its_own_reads(runner: asyncio.Runner) -> None:
    by_hand = opcodes_each(lambda count: runner.run(read_async_stream_by_hand(events(count))))

    cost = opcodes_each(lambda count: runner.run(read_async_stream(client_of_own_reads(events(count)))))

    assert cost <= 3.1 * by_hand
