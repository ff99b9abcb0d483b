"""What is measured in a fresh process, whose memory nothing else has used: `python -m bench.probes NAME ARGUMENT ...`.

Each function gives numbers, which are printed as JSON. Memory is in KiB.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx

from bench import bodies
from bench.cases import BODY, HEADERS, MESSAGES, MODEL
from bench.harness import allow_many_files, with_bytecode
from bench.streams import streams_at_once
from openrouter_sdk import OpenRouter

WARM_UP = 20
_STATM = Path("/proc/self/statm")
_STREAMED = {**BODY, "stream": True}
_NO_LIMITS = httpx.Limits(max_connections=None)


def probe(name: str, *arguments: object) -> dict[str, float]:
    """Run one of the functions below in a process of its own."""
    command = [sys.executable, "-m", "bench.probes", name, *map(str, arguments)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, env=with_bytecode()).stdout)


def has_rss() -> bool:
    """Whether the memory of a process can be read here."""
    return _STATM.exists()


def rss_kib() -> float:
    """The resident memory of this process."""
    gc.collect()
    return int(_STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024


def calls(who: str, base: str, count: str) -> dict[str, float]:
    """Memory after the first half of the calls, and after the second."""
    with OpenRouter(server_url=f"{base}/json", api_key="key") as client:
        if who == "async":
            return asyncio.run(
                _halves_async(lambda: client.chat.send_async(model=MODEL, messages=MESSAGES), int(count))
            )
        return _halves(lambda: client.chat.send(model=MODEL, messages=MESSAGES), int(count))


def abandoned(who: str, base: str, count: str) -> dict[str, float]:
    """The same for streams that are dropped after their first chunk."""
    with OpenRouter(server_url=f"{base}/idle", api_key="key") as client:

        async def begin() -> None:
            await anext(await client.chat.send_async(model=MODEL, messages=MESSAGES, stream=True))

        if who == "async":
            return asyncio.run(_halves_async(begin, int(count)))
        return _halves(lambda: next(client.chat.send(model=MODEL, messages=MESSAGES, stream=True)), int(count))


def _halves(once: Callable[[], object], count: int) -> dict[str, float]:
    after = []
    for _ in range(2):
        for _ in range(count // 2):
            once()
        after.append(rss_kib())
    return _growth(*after)


async def _halves_async(once: Callable[[], Awaitable[object]], count: int) -> dict[str, float]:
    after = []
    for _ in range(2):
        for _ in range(count // 2):
            await once()
        after.append(rss_kib())
    return _growth(*after)


def _growth(half: float, whole: float) -> dict[str, float]:
    return {"half": half, "whole": whole, "files": sum(1 for _ in Path("/proc/self/fd").iterdir())}


def idle(who: str, base: str, count: str) -> dict[str, float]:
    """Memory of a stream that is open and waits for its next event."""
    return asyncio.run(_idle(who, f"{base}/idle", int(count)))


async def _idle(who: str, base: str, count: int) -> dict[str, float]:
    async with AsyncExitStack() as stack:
        open_one = await _opener(who, base, stack)
        kept = [await open_one() for _ in range(WARM_UP)]
        before = rss_kib()
        kept += [await open_one() for _ in range(count)]
        return {"each": (rss_kib() - before) / count, "open": len(kept)}


async def _opener(who: str, base: str, stack: AsyncExitStack) -> Callable[[], Any]:
    if who == "httpx":
        floor = await stack.enter_async_context(httpx.AsyncClient(limits=_NO_LIMITS, timeout=60))

        async def one() -> object:
            request = floor.stream("POST", f"{base}/chat/completions", json=_STREAMED, headers=HEADERS)
            lines = (await stack.enter_async_context(request)).aiter_lines()
            return lines, await anext(lines)

    else:
        client = await stack.enter_async_context(OpenRouter(server_url=base, api_key="key"))

        async def one() -> object:
            request = await client.chat.send_async(model=MODEL, messages=MESSAGES, stream=True)
            chunks = aiter(await stack.enter_async_context(request))
            return chunks, await anext(chunks)

    return one


def many(who: str, base: str, count: str) -> dict[str, float]:
    """So many streams at once: CPU seconds, the median first token, memory of each in KiB."""
    allow_many_files()
    streams_at_once(who, base, WARM_UP)
    before = rss_kib()
    found = streams_at_once(who, base, int(count))
    return {**found, "each": (_peak_kib() - before) / int(count)}


def body(who: str, base: str, kind: str) -> dict[str, float]:
    """CPU microseconds and memory on top, in KiB, of one call with a big request or answer."""
    path, request = base + bodies.PATHS[kind], bodies.REQUESTS[kind]()
    with bodies.SENDERS[who](path) as send:
        send(bodies.SMALL)
        before, cpu = rss_kib(), time.process_time()
        send(request)
        return {"cpu": (time.process_time() - cpu) * 1e6, "peak": _peak_kib() - before}


def _peak_kib() -> float:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return float(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


PROBES: dict[str, Callable[..., dict[str, float]]] = {
    "calls": calls,
    "abandoned": abandoned,
    "idle": idle,
    "many": many,
    "body": body,
}

if __name__ == "__main__":
    print(json.dumps(PROBES[sys.argv[1]](*sys.argv[2:])))
