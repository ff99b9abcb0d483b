"""The rows of the table, each against its floor: httpx and json doing the same by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
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
                    lambda path=path: read_floor(floor, f"{base}/{path}/chat/completions"),
                    # one that waits between events is disturbed more: shorter turns, and more of them
                    number=1 if path == "each" else 2,
                    rounds=2 * ROUNDS + 1 if path == "each" else ROUNDS,
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


def read_floor(client: httpx.Client, url: str) -> int:
    """Read a stream with httpx and json alone; how much text it brought."""
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
    yield compare("100,000 chunks accumulated", half, 2.2, lambda: accumulate(100_000), lambda: accumulate(50_000))
    # in processes of their own, where the C library gives no block back: that costs page faults, not decoding
    code = "from bench.cases import decode_event; [decode_event({}) for _ in range(20)]"
    yield compare_processes(
        "one 10 MiB event in 1 KiB reads",
        half,
        2.2,
        code.format(10),
        code.format(5),
        rounds=ROUNDS,
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
