"""The rows of the table, each against its floor: httpx and json doing the same by hand."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from typing import Any

import httpx

from bench import canned
from bench.harness import Row, compare, compare_processes
from openrouter_sdk import OpenRouter, models
from openrouter_sdk.custom._accumulate import Accumulator
from openrouter_sdk.custom._sse import EventDecoder

MODEL = "some-author/some-model"
MESSAGES: list[Any] = [{"role": "user", "content": "Hello, are you there?"}]
BODY = {"model": MODEL, "messages": MESSAGES}
HEADERS = {"Authorization": "Bearer key"}
MIB = 1024 * 1024


def imports(_: str) -> Iterator[Row]:
    """Import and client, in a process of its own."""
    yield compare_processes(
        "import and client, process",
        "httpx: import and client",
        1.1,
        "import openrouter_sdk; openrouter_sdk.OpenRouter(api_key='key')",
        "import httpx; httpx.Client()",
    )


def first_answer(base: str) -> Iterator[Row]:
    """A process up to its first answer."""
    url = f"{base}/json/chat/completions"
    yield compare_processes(
        "process up to the first answer",
        "httpx doing the same",
        1.3,
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
            "one call, CPU",
            "httpx.Client.post + json.loads",
            1.15,
            lambda: client.chat.send(model=MODEL, messages=MESSAGES).text,
            lambda: json.loads(floor.post(url, json=BODY, headers=HEADERS).content),
            number=200,
        )


def streams(base: str) -> Iterator[Row]:
    """A chunk of a stream."""
    budgets = {"few": ("chunk of a stream, few reads", 2.5), "each": ("chunk of a stream, one a read", 1.2)}
    with httpx.Client(timeout=60) as floor:
        for path, (name, budget) in budgets.items():
            with OpenRouter(server_url=f"{base}/{path}", api_key="key") as client:
                yield compare(
                    name,
                    "httpx iter_lines + json.loads",
                    budget,
                    lambda client=client: _read_ours(client),
                    lambda path=path: _read_floor(floor, f"{base}/{path}/chat/completions"),
                    number=2,
                    per=canned.EVENTS,
                )


def _read_ours(client: OpenRouter) -> int:
    length = 0
    with client.chat.send(model=MODEL, messages=MESSAGES, stream=True) as stream:
        for chunk in stream:
            choice = chunk.choices[0]
            length += len(choice.delta.content or "")
            _ = choice.finish_reason, chunk.usage
    return length


def _read_floor(client: httpx.Client, url: str) -> int:
    length = 0
    with client.stream("POST", url, json={**BODY, "stream": True}, headers=HEADERS) as response:
        for line in response.iter_lines():
            if line.startswith("data: ") and line != "data: [DONE]":
                chunk = json.loads(line[6:])
                choice = chunk["choices"][0]
                length += len(choice["delta"].get("content") or "")
                _ = choice.get("finish_reason"), chunk.get("usage")
    return length


def decoding(_: str) -> Iterator[Row]:
    """Reading one chunk into a model."""
    text = json.dumps(canned.CHUNK)
    data = json.loads(text)
    read = models.ChatStreamChunk.from_dict
    yield compare(
        "decoding a chunk (from_dict)",
        "json.loads of it",
        1.3,
        lambda: read(data),
        lambda: json.loads(text),
        number=20_000,
    )


def linearity(_: str) -> Iterator[Row]:
    """Twice the input, at most about twice the time."""
    chunk = canned.CHUNK

    def accumulate(count: int) -> None:
        accumulator = Accumulator()
        for _ in range(count):
            accumulator.add(chunk)
        accumulator.result()

    half = "half of it"
    yield compare(
        "100,000 chunks accumulated", half, 2.2, lambda: accumulate(100_000), lambda: accumulate(50_000), rounds=5
    )
    # in processes of their own, where the C library gives no block back: that costs page faults, not decoding
    code = "from bench.cases import decode_event; [decode_event({}) for _ in range(20)]"
    yield compare_processes(
        "one 10 MiB event in 1 KiB reads",
        half,
        2.2,
        code.format(10),
        code.format(5),
        rounds=5,
        MALLOC_MMAP_THRESHOLD_=str(1024 * MIB),
        MALLOC_TRIM_THRESHOLD_=str(1024 * MIB),
    )


def decode_event(mib: int) -> None:
    """Decode one event of so many MiB that comes in reads of 1 KiB."""
    decoder = EventDecoder()
    piece = b"x" * 1024
    for data in (b"data: ", *([piece] * (mib * 1024)), b"\n\n"):
        for _ in decoder.feed(data):
            pass


def many(base: str) -> Iterator[Row]:
    """1,000 streams at once."""
    for count in (1000,):
        theirs = _in_loop(_many_aiohttp, base, count)
        for backend, budget in (("aiohttp", 2.0), ("httpx", 8.0)):
            ours = _in_loop(_many_ours, base, count, backend)
            events = count * canned.SLOW_EVENTS
            yield Row(
                f"{count} streams at once, {backend} backend",
                "raw aiohttp",
                budget,
                ours["cpu"] / theirs["cpu"],
                ours["wall"] / theirs["wall"],
                ours["cpu"] / events * 1e6,
                theirs["cpu"] / events * 1e6,
                f"first token after {ours['first'] * 1000:.0f} ms against {theirs['first'] * 1000:.0f} ms",
                {"first_token_ratio": ours["first"] / theirs["first"]},
            )


def _in_loop(function: Any, *arguments: Any) -> dict[str, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    firsts: list[float] = asyncio.run(function(*arguments))
    firsts.sort()
    return {
        "cpu": time.process_time() - cpu,
        "wall": time.perf_counter() - wall,
        "first": firsts[len(firsts) // 2],
    }


async def _many_ours(base: str, count: int, backend: Any) -> list[float]:
    async with OpenRouter(server_url=f"{base}/slow", api_key="key", http_backend=backend) as client:

        async def one() -> float:
            started, first = time.perf_counter(), 0.0
            stream = await client.chat.send_async(model=MODEL, messages=MESSAGES, stream=True)
            async with stream:
                async for chunk in stream:
                    first = first or time.perf_counter() - started
                    _ = chunk.text
            return first

        return list(await asyncio.gather(*(one() for _ in range(count))))


async def _many_aiohttp(base: str, count: int) -> list[float]:
    import aiohttp  # lazy: only this row needs it

    url = f"{base}/slow/chat/completions"
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def one() -> float:
            started, first = time.perf_counter(), 0.0
            async with session.post(url, json={**BODY, "stream": True}, headers=HEADERS) as response:
                async for line in response.content:
                    if line.startswith(b"data: ") and not line.startswith(b"data: [DONE]"):
                        first = first or time.perf_counter() - started
                        _ = json.loads(line[6:])["choices"][0]["delta"]
            return first

        return list(await asyncio.gather(*(one() for _ in range(count))))


CASES = {
    "imports": imports,
    "first": first_answer,
    "call": call,
    "streams": streams,
    "decoding": decoding,
    "linearity": linearity,
    "many": many,
}
