"""The way that most programs take: the HTTP client is the SDK's own, sync or async."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from openrouter_sdk import OpenRouter
from openrouter_sdk.custom._lean_http import LeanClient
from tests.cost.budgets import opcodes_allowed
from tests.cost.counting import opcodes, opcodes_each
from tests.cost.exchanges import (
    MESSAGES,
    MODEL,
    async_client,
    caller,
    client,
    events,
    few_reads,
    read_async_stream,
    read_async_stream_by_hand,
)


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as running:
        yield running


def _read_to_the_end(ours: OpenRouter) -> None:
    for chunk in ours.chat.send(model=MODEL, messages=MESSAGES, stream=True):
        _ = chunk.choices[0].finish_reason


async def _call(ours: OpenRouter) -> None:
    await ours.chat.send_async(model=MODEL, messages=MESSAGES)


def test_a_call() -> None:
    cost = opcodes(caller(LeanClient))

    assert cost <= opcodes_allowed("call, own client")


def test_opening_and_ending_a_stream() -> None:
    ours = client(events(0), LeanClient)

    cost = opcodes(lambda: _read_to_the_end(ours))

    assert cost <= opcodes_allowed("open and end a stream, own client")


def test_an_async_call(runner: asyncio.Runner) -> None:
    ours = async_client()

    cost = opcodes(lambda: runner.run(_call(ours)))

    assert cost <= opcodes_allowed("async call, own client")
    runner.run(ours.aclose())


def test_a_step_of_an_async_stream_that_brings_many_chunks_a_read(runner: asyncio.Runner) -> None:
    cost = opcodes_each(lambda count: runner.run(read_async_stream(few_reads(count))))

    assert cost <= opcodes_allowed("step of an async stream, many a read")


def test_a_step_of_an_async_stream_that_brings_one_chunk_a_read(runner: asyncio.Runner) -> None:
    by_hand = opcodes_each(lambda count: runner.run(read_async_stream_by_hand(events(count))))

    cost = opcodes_each(lambda count: runner.run(read_async_stream(events(count))))

    assert cost - by_hand <= opcodes_allowed("step of an async stream, one a read, above httpx")
