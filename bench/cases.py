"""The rows of the table, each against its floor: httpx and json doing the same by hand."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx

from bench import canned
from bench.harness import ROUNDS, Row, compare, compare_processes
from openrouter_sdk import OpenRouter, models
from openrouter_sdk.custom.stream.accumulate import Accumulator
from openrouter_sdk.custom.stream.sse import EventDecoder

MODEL = "some-author/some-model"
MESSAGES: list[Any] = [{"role": "user", "content": "Hello, are you there?"}]
BODY: dict[str, Any] = {"model": MODEL, "messages": MESSAGES}
HEADERS = {"Authorization": "Bearer key"}
MIB = 1024 * 1024
IMPORT = "import and client, whole process"
FIRST = "whole process up to the first answer"
CALL = "one call"
FEW = "a chunk of a stream, few reads"
EACH = "a chunk of a stream, one a read"
# of a stream that is read within 20 ms more rounds are needed, so that half of them are undisturbed
_STREAMS = (("few", FEW, 2.0, canned.EVENTS, 31), ("each", EACH, 1.1, canned.EACH_EVENTS, ROUNDS))
_FUNCTION = {"name": "search", "arguments": ' "word'}
DELTAS: dict[str, dict[str, Any]] = {
    "text": {"role": "assistant", "content": " word"},
    "tool calls": {"tool_calls": [{"index": 0, "id": "call_1", "type": "function", "function": _FUNCTION}]},
    "reasoning": {"reasoning_details": [{"type": "reasoning.text", "index": 0, "text": " word"}]},
}


def imports(_: str) -> Iterator[Row]:
    """Import and client, in a process of its own."""
    yield compare_processes(
        IMPORT,
        "httpx",
        1.0,
        "import openrouter_sdk; openrouter_sdk.OpenRouter(api_key='key')",
        "import httpx; httpx.Client()",
    )


def first_answer(base: str) -> Iterator[Row]:
    """A process up to its first answer."""
    url = f"{base}/json/chat/completions"
    yield compare_processes(
        FIRST,
        "httpx and json",
        1.2,
        f"import openrouter_sdk as o; c = o.OpenRouter(api_key='key', server_url={base + '/json'!r}); "
        f"print(c.chat.send(model={MODEL!r}, messages={MESSAGES!r}).text)",
        f"import httpx, json; c = httpx.Client(); r = c.post({url!r}, json={BODY!r}, headers={HEADERS!r}); "
        "print(json.loads(r.content)['choices'][0]['message']['content'])",
    )


def call(base: str) -> Iterator[Row]:
    """One call that is not streamed."""
    url = f"{base}/json/chat/completions"
    with httpx.Client(timeout=60) as floor, OpenRouter(server_url=f"{base}/json", api_key="key") as client:
        yield compare(
            CALL,
            "httpx and json",
            1.15,
            lambda: client.chat.send(model=MODEL, messages=MESSAGES).text,
            lambda: json.loads(floor.post(url, json=BODY, headers=HEADERS).content),
            number=200,
        )


def streams(base: str) -> Iterator[Row]:
    """A chunk of a stream: content, finish reason and usage of each are read."""
    with httpx.Client(timeout=60) as floor:
        for path, name, budget, count, rounds in _STREAMS:
            with OpenRouter(server_url=f"{base}/{path}", api_key="key") as client:
                yield compare(
                    name,
                    "httpx and json",
                    budget,
                    lambda client=client: _read_ours(client),
                    lambda path=path: read_floor(floor, f"{base}/{path}/chat/completions"),
                    per=count,
                    rounds=rounds,
                )


def async_streams(base: str) -> Iterator[Row]:
    """The same in an event loop."""
    with asyncio.Runner() as runner:
        for path, name, budget, count, rounds in _STREAMS:
            client, floor = OpenRouter(server_url=f"{base}/{path}", api_key="key"), httpx.AsyncClient(timeout=60)
            url = f"{base}/{path}/chat/completions"
            yield compare(
                f"{name}, async",
                "httpx and json",
                budget,
                lambda client=client: runner.run(_read_ours_async(client)),
                lambda floor=floor, url=url: runner.run(_read_floor_async(floor, url)),
                per=count,
                rounds=rounds,
            )
            runner.run(client.aclose())
            runner.run(floor.aclose())


def _read_ours(client: OpenRouter) -> int:
    with client.chat.send(model=MODEL, messages=MESSAGES, stream=True) as stream:
        return sum(_length(chunk) for chunk in stream)


async def _read_ours_async(client: OpenRouter) -> int:
    async with await client.chat.send_async(model=MODEL, messages=MESSAGES, stream=True) as stream:
        return sum([_length(chunk) async for chunk in stream])


def _length(chunk: Any) -> int:
    choice = chunk.choices[0]
    _ = choice.finish_reason, chunk.usage
    return len(choice.delta.content or "")


def read_floor(client: httpx.Client, url: str) -> int:
    """Read a stream with httpx and json alone; how much text it brought."""
    with client.stream("POST", url, json={**BODY, "stream": True}, headers=HEADERS) as response:
        return sum(_line_length(line) for line in response.iter_lines())


async def _read_floor_async(client: httpx.AsyncClient, url: str) -> int:
    async with client.stream("POST", url, json={**BODY, "stream": True}, headers=HEADERS) as response:
        return sum([_line_length(line) async for line in response.aiter_lines()])


def _line_length(line: str) -> int:
    if not line.startswith("data: ") or line == "data: [DONE]":
        return 0
    chunk = json.loads(line[6:])
    choice = chunk["choices"][0]
    _ = choice.get("finish_reason"), chunk.get("usage")
    return len(choice["delta"].get("content") or "")


def decoding(_: str) -> Iterator[Row]:
    """Reading one chunk into a model."""
    text = json.dumps(canned.CHUNK)
    data = json.loads(text)
    read = models.ChatStreamChunk.from_dict
    yield compare(
        "a chunk of JSON into its model",
        "json.loads of it",
        1.25,
        lambda: read(data),
        lambda: json.loads(text),
        number=10_000,
        rounds=31,
    )


def linearity(_: str) -> Iterator[Row]:
    """Twice the input, at most about twice the time."""
    half = "half of it"
    for name, delta in DELTAS.items():
        row = compare(
            f"100,000 chunks of {name} added up",
            half,
            2.1,
            lambda delta=delta: accumulate(delta, 100_000),
            # twice, so that a round of each takes as long: of a longer one fewer are undisturbed
            lambda delta=delta: [accumulate(delta, 50_000) for _ in range(2)],
            rounds=21,
            middle=min,
        )
        yield replace(row, cpu=2 * row.cpu, wall=2 * (row.wall or 0.0), theirs=row.theirs / 2)
    # in processes of their own, where the C library gives no block back: that costs page faults, not decoding
    code = "from bench.cases import decode_event; [decode_event({}) for _ in range(20)]"
    yield compare_processes(
        "one event of 10 MiB in reads of 1 KiB",
        half,
        2.1,
        code.format(10),
        code.format(5),
        rounds=7,
        MALLOC_MMAP_THRESHOLD_=str(1024 * MIB),
        MALLOC_TRIM_THRESHOLD_=str(1024 * MIB),
    )


def accumulate(delta: dict[str, Any], count: int) -> None:
    """Add up so many chunks with this delta."""
    chunk = {**canned.CHUNK, "choices": [{**canned.CHUNK["choices"][0], "delta": delta}]}
    accumulator = Accumulator()
    for _ in range(count):
        accumulator.add(chunk)
    accumulator.result()


def decode_event(mib: int) -> None:
    """Decode one event of so many MiB that comes in reads of 1 KiB."""
    decoder = EventDecoder()
    piece = b"x" * 1024
    for data in (b"data: ", *([piece] * (mib * 1024)), b"\n\n"):
        for _ in decoder.feed(data):
            pass
