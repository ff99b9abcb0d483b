"""Async calls and streams over the SDK's own connections, against httpx doing the same."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

import pytest

from openrouter_sdk import OpenRouter
from tests.cost.counting import opcodes, opcodes_each
from tests.cost.exchanges import (
    MESSAGES,
    MODEL,
    URL,
    by_hand_async,
    client,
    events,
    few_reads,
    read_async_stream,
    read_async_stream_by_hand,
)


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    # asyncio's own checks are not what is counted, whatever the interpreter was told
    with asyncio.Runner(debug=False) as running:
        yield running


async def _call(ours: OpenRouter) -> None:
    await ours.chat.send_async(model=MODEL, messages=MESSAGES)


def test_an_async_call_costs_less_than_httpx_by_hand(runner: asyncio.Runner) -> None:
    ours, http = client(), by_hand_async()

    async def call_by_hand() -> None:
        json.loads((await http.post(URL, json={"model": MODEL, "messages": MESSAGES})).content)

    by_hand = opcodes(lambda: runner.run(call_by_hand()))
    cost = opcodes(lambda: runner.run(_call(ours)))

    assert cost <= by_hand
    runner.run(ours.aclose())
    runner.run(http.aclose())


def test_a_step_of_an_async_stream_that_brings_many_chunks_a_read(runner: asyncio.Runner) -> None:
    by_hand = opcodes_each(lambda count: runner.run(read_async_stream_by_hand(few_reads(count))))

    cost = opcodes_each(lambda count: runner.run(read_async_stream(client(few_reads(count)))))

    # by hand it is C code that makes the values
    assert cost <= 6.1 * by_hand


def test_a_step_of_an_async_stream_that_brings_one_chunk_a_read(runner: asyncio.Runner) -> None:
    by_hand = opcodes_each(lambda count: runner.run(read_async_stream_by_hand(events(count))))

    cost = opcodes_each(lambda count: runner.run(read_async_stream(client(events(count)))))

    # of what is not Python, such as the system's part of a read, nothing counts
    assert cost <= 1.7 * by_hand


def test_opening_and_ending_an_async_stream_costs_less_than_httpx_by_hand(runner: asyncio.Runner) -> None:
    by_hand = opcodes(lambda: runner.run(read_async_stream_by_hand(events(0))))

    cost = opcodes(lambda: runner.run(read_async_stream(client(events(0)))))

    assert cost <= by_hand
