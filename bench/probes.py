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

from bench.cases import BODY, HEADERS, MESSAGES, MODEL
from bench.harness import allow_many_files, with_bytecode
from bench.large import LARGE_CALLS, caller, large_call
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
    import aiohttp  # lazy: an extra, and only some of these need it

    url = f"{base}/chat/completions"
    if who == "httpx":
        floor = await stack.enter_async_context(httpx.AsyncClient(limits=_NO_LIMITS, timeout=60))

        async def one() -> object:
            request = stack.enter_async_context(floor.stream("POST", url, json=_STREAMED, headers=HEADERS))
            lines = (await request).aiter_lines()
            return lines, await anext(lines)

    elif who == "aiohttp":
        session = await stack.enter_async_context(aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)))

        async def one() -> object:
            request = stack.enter_async_context(session.post(url, json=_STREAMED, headers=HEADERS))
            response = await request
            return response, await response.content.readline()

    else:
        client = await stack.enter_async_context(OpenRouter(server_url=base, api_key="key"))

        async def one() -> object:
            request = await client.chat.send_async(model=MODEL, messages=MESSAGES, stream=True)
            chunks = aiter(await stack.enter_async_context(request))
            return chunks, await anext(chunks)

    return one


def many(who: str, base: str, count: str, events: str) -> dict[str, float]:
    """So many streams at once: CPU and wall seconds, the median first token, how many finished, memory of each."""
    allow_many_files()
    streams_at_once(who, base, WARM_UP, int(events))
    before, cpu, wall = rss_kib(), time.process_time(), time.perf_counter()
    firsts = sorted(streams_at_once(who, base, int(count), int(events)))
    spent = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    each = (_peak_kib() - before) / int(count)
    return {**spent, "first": firsts[len(firsts) // 2], "finished": len(firsts), "each": each}


def _peak_kib() -> float:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return float(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


def large(who: str, base: str, what: str) -> dict[str, float]:
    """CPU seconds and the most memory of a call with a large body."""
    path, messages = large_call(what)
    call = caller(who, f"{base}/{path}", messages)
    call()
    before, cpu = rss_kib(), time.process_time()
    for _ in range(LARGE_CALLS):
        call()
    return {"cpu": (time.process_time() - cpu) / LARGE_CALLS, "peak": _peak_kib() - before}


PROBES: dict[str, Callable[..., dict[str, float]]] = {
    "calls": calls,
    "abandoned": abandoned,
    "idle": idle,
    "many": many,
    "large": large,
}

if __name__ == "__main__":
    print(json.dumps(PROBES[sys.argv[1]](*sys.argv[2:])))
