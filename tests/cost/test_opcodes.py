"""How much Python code runs for each thing that programs do often."""

from __future__ import annotations

import json
from collections import deque

import httpx

from openrouter_sdk import OpenRouter, models
from openrouter_sdk.custom.errors.http_info import Headers, HttpInfo
from openrouter_sdk.custom.stream.chunks import ChunkReader
from tests.cost.counting import opcodes, opcodes_each
from tests.cost.exchanges import (
    CHUNK,
    caller,
    caller_by_hand,
    events,
    few_reads,
    loads_by_hand,
    read_stream,
    read_stream_by_hand,
    visit,
)

_INFO = HttpInfo(status=200, headers=Headers([]), attempts=1, elapsed_ms=1.0)


def _read_chunks(reads: list[bytes]) -> None:
    reader = ChunkReader(_INFO)
    for data in reads:
        deque(reader.feed(data), 0)


def test_counts_are_the_same_each_time() -> None:
    call = caller()

    counts = {opcodes(call) for _ in range(3)}

    assert len(counts) == 1


def test_every_opcode_counts() -> None:
    def loop(number: int) -> None:
        for _ in range(number):
            pass

    cost = opcodes_each(loop)

    assert 1 <= cost <= 4


def test_decoding_a_chunk() -> None:
    data = json.loads(json.dumps(CHUNK))

    once = opcodes(lambda: visit(data))

    cost = opcodes(lambda: models.ChatStreamChunk.from_dict(data))

    assert cost <= 2.3 * once


def test_reading_a_chunk_costs_no_more_than_splitting_and_loading_by_hand() -> None:
    by_hand = opcodes_each(lambda count: deque(loads_by_hand(few_reads(count)), 0))

    cost = opcodes_each(lambda count: _read_chunks(few_reads(count)))

    assert cost <= by_hand


def test_reading_a_chunk_that_comes_alone() -> None:
    by_hand = opcodes_each(lambda count: deque(loads_by_hand(events(count)), 0))

    cost = opcodes_each(lambda count: _read_chunks(events(count)))

    assert cost <= 1.45 * by_hand


def test_a_step_of_a_stream_that_brings_many_chunks_a_read() -> None:
    by_hand = opcodes_each(lambda count: read_stream_by_hand(few_reads(count)))

    cost = opcodes_each(lambda count: read_stream(few_reads(count)))

    # by hand it is C code that makes the values
    assert cost <= 6.5 * by_hand


def test_a_step_of_a_stream_that_brings_one_chunk_a_read() -> None:
    by_hand = opcodes_each(lambda count: read_stream_by_hand(events(count)))

    cost = opcodes_each(lambda count: read_stream(events(count)))

    # of what is not Python, such as the system's part of a read, nothing counts
    assert cost <= 1.7 * by_hand


def test_opening_and_ending_a_stream() -> None:
    by_hand = opcodes(lambda: read_stream_by_hand(events(0)))

    cost = opcodes(lambda: read_stream(events(0)))

    assert cost <= by_hand


def test_a_call() -> None:
    by_hand = opcodes(caller_by_hand())

    cost = opcodes(caller())

    assert cost <= by_hand


def test_building_a_client_costs_less_than_building_one_of_httpx() -> None:
    floor = opcodes(lambda: httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200))))

    cost = opcodes(lambda: OpenRouter(api_key="key"))

    assert cost < floor
