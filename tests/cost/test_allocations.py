"""How much memory stays in use, in blocks of the interpreter, and how much is in use for a moment."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, models
from tests.cost import exchanges
from tests.cost.budgets import HEADROOM
from tests.cost.counting import blocks_each, peak_bytes
from tests.cost.exchanges import (
    CHUNK,
    MESSAGES,
    MODEL,
    URL,
    by_hand,
    caller,
    caller_by_hand,
    client,
    events,
    few_reads,
)

_TEXT = json.dumps(CHUNK)


def _stream(reads: list[bytes]) -> Any:
    return client(reads).chat.send(model=MODEL, messages=MESSAGES, stream=True)


def test_a_chunk_takes_fewer_blocks_than_its_json() -> None:
    json_alone = blocks_each(lambda count: [json.loads(_TEXT) for _ in range(count)])

    kept = blocks_each(lambda count: [models.ChatStreamChunk.from_dict(json.loads(_TEXT)) for _ in range(count)])

    assert kept < json_alone


def test_a_chunk_that_was_read_and_dropped_leaves_its_text() -> None:
    def read_most(count: int) -> Any:
        stream = _stream(events(count))
        for _ in range(count - 1):
            next(stream)
        # one that is dropped open is closed by another thread, and gone only then: in the midst of the next count
        stream.close()
        return stream

    kept = blocks_each(read_most, 300)

    assert kept <= 1.5


def test_a_chunk_of_a_stream_that_is_kept() -> None:
    def read_all(count: int) -> Any:
        stream = _stream(few_reads(count))
        return stream, list(stream)

    kept = blocks_each(read_all)

    assert kept <= 23 * HEADROOM


def test_an_answer_that_is_kept() -> None:
    ours = client()

    kept = blocks_each(lambda count: [ours.chat.send(model=MODEL, messages=MESSAGES) for _ in range(count)])

    assert kept <= 98 * HEADROOM


def _repeated(call: Callable[[], object], count: int) -> None:
    for _ in range(count):
        call()


def _collected(call: Callable[[], object], count: int) -> None:
    _repeated(call, count)
    gc.collect()


def _stream_once() -> Callable[[], object]:
    ours = client(few_reads(3))

    def once() -> None:
        with ours.chat.send(model=MODEL, messages=MESSAGES, stream=True) as stream:
            next(stream, None)

    return once


def _stream_once_by_hand() -> Callable[[], object]:
    http = by_hand(few_reads(3))

    def once() -> None:
        with http.stream("POST", URL, json={"model": MODEL, "messages": MESSAGES}) as response:
            next(response.iter_lines(), None)

    return once


@pytest.mark.parametrize("once", [caller, _stream_once])
def test_what_is_dropped_is_gone_after_a_collection(once: Callable[[], Callable[[], object]]) -> None:
    call = once()

    kept = blocks_each(lambda count: _collected(call, count), 100)

    assert abs(kept) < 0.5


@pytest.mark.parametrize(
    ("once", "by_hand", "more"), [(caller, caller_by_hand, 3), (_stream_once, _stream_once_by_hand, 10)]
)
def test_what_is_dropped_leaves_the_collector_little_more_than_httpx_does(
    once: Callable[[], Callable[[], object]], by_hand: Callable[[], Callable[[], object]], more: float
) -> None:
    # a response of httpx and its stream hold each other, so it is always some
    call, floor_call = once(), by_hand()
    floor = blocks_each(lambda count: _repeated(floor_call, count), 50)

    left = blocks_each(lambda count: _repeated(call, count), 50)

    assert left - floor <= more


def test_a_client() -> None:
    kept = blocks_each(lambda count: [OpenRouter(api_key="key") for _ in range(count)])

    assert kept <= 21 * HEADROOM


def test_the_most_memory_that_a_call_takes() -> None:
    by_hand = peak_bytes(caller_by_hand())

    peak = peak_bytes(caller())

    assert peak <= 1.55 * by_hand


_BIG = "x" * 2_000_000


def test_a_big_request_takes_hardly_more_memory_than_by_hand() -> None:
    body = {"model": MODEL, "messages": [{"role": "user", "content": _BIG}]}
    ours, http = client(), by_hand()
    floor = peak_bytes(lambda: http.post(URL, content=json.dumps(body).encode()))

    peak = peak_bytes(lambda: ours.chat.send(**body))

    assert peak <= 1.2 * floor


def test_a_big_answer_takes_hardly_more_memory_than_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    message = {"role": "assistant", "content": _BIG}
    answer = {**exchanges.ANSWER, "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
    monkeypatch.setattr(exchanges, "ANSWER", answer)
    floor = peak_bytes(caller_by_hand())

    peak = peak_bytes(caller())

    assert peak <= 1.2 * floor
