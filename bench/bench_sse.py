"""Compares this SDK's event decoder with httpx-sse's and with plain line splitting, as ratios within one run.

Needs `httpx-sse` beside the development set. Prints a table; asserts nothing.
"""

from __future__ import annotations

import codecs
import json
import time
from collections.abc import Callable, Iterator

from httpx_sse._decoders import SSEDecoder, SSELineDecoder

from openrouter_sdk.custom.errors.http_info import HttpInfo
from openrouter_sdk.custom.stream.accumulate import Accumulator
from openrouter_sdk.custom.stream.chunks import ChunkReader
from openrouter_sdk.custom.stream.sse import Event, EventDecoder

EVENTS = 4000
ROUNDS = 9
MIB = 1024 * 1024

_CHOICE = {"index": 0, "delta": {"role": "assistant", "content": " word"}, "finish_reason": None}
_CHUNK = {
    "id": "gen-1700000000-aaaaaaaaaaaaaaaaaaaa",
    "provider": "Some Provider",
    "model": "some-vendor/some-model-name",
    "object": "chat.completion.chunk",
    "created": 1700000000,
    "choices": [{**_CHOICE, "native_finish_reason": None, "logprobs": None}],
    "system_fingerprint": "fp_0123456789",
}
_EVENT = f"data: {json.dumps(_CHUNK)}\n\n".encode()


def ours(reads: list[bytes]) -> int:
    """Decode with `EventDecoder`, as the chunk reader does."""
    decoder = EventDecoder()
    return sum(1 for read in reads for _ in decoder.decode(read))


def ours_as_events(reads: list[bytes]) -> int:
    """Decode with `EventDecoder`, every event as an `Event`."""
    decoder = EventDecoder()
    return sum(1 for read in reads for _ in decoder.feed(read))


def httpx_sse(reads: list[bytes]) -> int:
    """Decode with the classes of httpx-sse, fed with text as httpx would decode it."""
    return sum(1 for _ in _httpx_sse_events(reads))


def httpx_sse_wrapped(reads: list[bytes]) -> int:
    """The same, with each event turned into what our decoder yields: what wrapping it would cost."""
    return len([Event(name or "message", data) for name, data in _httpx_sse_events(reads)])


def _httpx_sse_events(reads: list[bytes]) -> Iterator[tuple[str, str]]:
    text, lines, events = codecs.getincrementaldecoder("utf-8")("replace"), SSELineDecoder(), SSEDecoder()
    for read in reads:
        for line in lines.decode(text.decode(read)):
            event = events.decode(line)
            if event is not None:
                yield event.event, event.data


def chunk_reader(reads: list[bytes]) -> int:
    """Decode, parse and judge, as a stream does, up to the raw chunk."""
    reader = ChunkReader(HttpInfo(200))
    return sum(1 for read in reads for _ in reader.feed(read))


def httpx_sse_and_json(reads: list[bytes]) -> int:
    """Decode with httpx-sse and parse."""
    return sum(1 for _, data in _httpx_sse_events(reads) if json.loads(data))


def _best_s(run: Callable[[list[bytes]], int], reads: list[bytes]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        run(reads)
        best = min(best, time.process_time() - start)
    return best


def _cut(body: bytes, size: int) -> list[bytes]:
    return [body[at : at + size] for at in range(0, len(body), size)]


def _compare(title: str, reads: list[bytes], base: Callable[[list[bytes]], int], *others: Callable[..., int]) -> None:
    base_s = _best_s(base, reads)
    for run in others:
        seconds = _best_s(run, reads)
        each = f"{seconds / EVENTS * 1e9:7.0f} ns an event"
        print(f"{title:28} {run.__name__:18} / {base.__name__:18} = {seconds / base_s:5.2f}   {each}")


def _accumulate_s(chunks: int) -> float:
    parsed = [json.loads(_EVENT[6:]) for _ in range(chunks)]
    start = time.process_time()
    accumulator = Accumulator()
    for chunk in parsed:
        accumulator.add(chunk)
    accumulator.result()
    return time.process_time() - start


def main() -> None:
    """Run every comparison."""
    body = _EVENT * EVENTS
    shapes = {
        "64 KiB reads": _cut(body, 65536),
        "1 KiB reads": _cut(body, 1024),
        "one event a read": [_EVENT] * EVENTS,
        "100 byte reads": _cut(body, 100),
        "64 KiB reads, CRLF": _cut(body.replace(b"\n", b"\r\n"), 65536),
    }
    for title, reads in shapes.items():
        _compare(title, reads, httpx_sse, ours, ours_as_events, httpx_sse_wrapped)
        _compare(title, reads, httpx_sse_and_json, chunk_reader)
    for size in (1024, 65536):
        half, whole = (_cut(b'data: "' + b"x" * length + b'"\n\n', size) for length in (5 * MIB, 10 * MIB))
        # By turns, since whether the allocator keeps or returns large blocks changes the time of either by half.
        turns = [(_best_s(ours, half), _best_s(ours, whole)) for _ in range(3)]
        half_s, whole_s = (min(seconds) for seconds in zip(*turns, strict=True))
        print(f"10 MiB event, {size} byte reads: {whole_s:.3f} s; twice the bytes: {whole_s / half_s:.2f} x")
    many, few = (min(_accumulate_s(count) for _ in range(3)) for count in (100_000, 50_000))
    print(f"accumulating 100,000 chunks: {many:.3f} s; twice the chunks: {many / few:.2f} x")


if __name__ == "__main__":
    main()
