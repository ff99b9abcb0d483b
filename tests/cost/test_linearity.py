"""Twice the input costs twice as much: in opcodes, and in memory asked for, which shows what C code copies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openrouter_sdk import models
from openrouter_sdk.custom.engine.encode import encode_body
from openrouter_sdk.custom.stream.accumulate import Accumulator
from openrouter_sdk.custom.stream.sse import EventDecoder
from tests.cost.counting import allocated_bytes, opcodes, opcodes_each, peak_bytes
from tests.cost.exchanges import CHUNK, MESSAGES, MODEL, few_reads, read_stream, visit

_TWICE = 2.1
_KIB = 1024
_DELTAS: dict[str, dict[str, Any]] = {
    "text": {"content": "x" * _KIB},
    "reasoning": {"reasoning_details": [{"type": "reasoning.text", "index": 0, "text": "x" * _KIB}]},
    "tool call": {"tool_calls": [{"index": 0, "id": "call", "function": {"name": "f", "arguments": "x" * _KIB}}]},
    "audio": {"audio": {"id": "audio", "data": "x" * _KIB}},
}


def _accumulate(count: int, *deltas: dict[str, Any]) -> Iterator[None]:
    """So many chunks, with each delta in turn."""
    choice = {"index": 0, "finish_reason": None}
    chunks = [{**CHUNK, "choices": [{**choice, "delta": delta}]} for delta in deltas]
    accumulator = Accumulator()
    for index in range(count):
        accumulator.add(chunks[index % len(chunks)])
        yield
    accumulator.result()
    yield


def _decode(kib: int) -> Iterator[None]:
    """One event of so many KiB, in reads of 1 KiB."""
    decoder, piece = EventDecoder(), b"x" * _KIB
    for data in (b"data: ", *[piece] * kib, b"\n\n"):
        list(decoder.feed(data))
        yield


def _decode_lines(kib: int) -> Iterator[None]:
    """One event of so many KiB, each in a data line and a read of its own."""
    decoder, piece = EventDecoder(), b"data: " + b"x" * _KIB + b"\n"
    for data in (*[piece] * kib, b"\n"):
        list(decoder.feed(data))
        yield


def _exhaust(steps: Iterator[None]) -> None:
    for _ in steps:
        pass


def _encode(message: Any, count: int) -> bytes:
    return encode_body({"model": MODEL, "messages": [message] * count})


def test_accumulating_a_chunk() -> None:
    once = opcodes(lambda: visit(CHUNK))

    cost = opcodes_each(lambda count: _exhaust(_accumulate(count, CHUNK["choices"][0]["delta"])))

    assert cost <= 1.4 * once


def test_accumulating_twice_the_chunks_runs_twice_the_opcodes() -> None:
    for name, delta in _DELTAS.items():
        half = opcodes(lambda delta=delta: _exhaust(_accumulate(200, delta)))

        whole = opcodes(lambda delta=delta: _exhaust(_accumulate(400, delta)))

        assert whole <= _TWICE * half, name


def test_accumulating_twice_the_chunks_takes_twice_the_memory() -> None:
    for name, delta in _DELTAS.items():
        half = allocated_bytes(lambda delta=delta: _accumulate(500, delta))

        whole = allocated_bytes(lambda delta=delta: _accumulate(1000, delta))

        assert whole <= _TWICE * half, name


def _call(**function: str) -> dict[str, Any]:
    return {"tool_calls": [{"index": 0, "function": function}]}


def test_a_call_whose_name_comes_in_twice_the_pieces_takes_twice_the_memory() -> None:
    pieces = [_call(name=letter * _KIB) for letter in "ab"]
    half = allocated_bytes(lambda: _accumulate(500, *pieces))

    whole = allocated_bytes(lambda: _accumulate(1000, *pieces))

    assert whole <= _TWICE * half


def test_an_event_of_twice_the_size_runs_twice_the_opcodes() -> None:
    for steps in (_decode, _decode_lines):
        half = opcodes(lambda steps=steps: _exhaust(steps(1024)))

        whole = opcodes(lambda steps=steps: _exhaust(steps(2048)))

        assert whole <= _TWICE * half, steps.__name__


def test_an_event_of_twice_the_size_takes_twice_the_memory() -> None:
    for steps in (_decode, _decode_lines):
        half = allocated_bytes(lambda steps=steps: steps(1024))

        whole = allocated_bytes(lambda steps=steps: steps(2048))

        assert whole <= _TWICE * half, steps.__name__


def test_an_event_is_held_twice_at_most() -> None:
    peak = peak_bytes(lambda: _exhaust(_decode(1024)))

    assert peak <= 2.2 * 1024 * _KIB


def test_a_stream_of_twice_the_length_runs_twice_the_opcodes() -> None:
    half = opcodes(lambda: read_stream(few_reads(200)))

    whole = opcodes(lambda: read_stream(few_reads(400)))

    assert whole <= _TWICE * half


def test_encoding_plain_messages_runs_the_same_opcodes_however_many_they_are() -> None:
    one = opcodes(lambda: _encode(MESSAGES[0], 1))

    thousand = opcodes(lambda: _encode(MESSAGES[0], 1000))

    assert thousand == one


def test_encoding_twice_the_messages_runs_twice_the_opcodes() -> None:
    message = models.ChatUserMessage(content="Hello")
    half = opcodes(lambda: _encode(message, 200))

    whole = opcodes(lambda: _encode(message, 400))

    assert whole <= _TWICE * half


def test_encoding_twice_the_messages_takes_twice_the_memory() -> None:
    message = models.ChatUserMessage(content="x" * _KIB)
    half = peak_bytes(lambda: _encode(message, 200))

    whole = peak_bytes(lambda: _encode(message, 400))

    assert whole <= _TWICE * half
