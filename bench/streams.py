"""Reading many streams in one event loop, with this SDK and with aiohttp by hand.

All are opened at once and held by the server behind their first event. When each has it, they are let go.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from bench.cases import BODY, HEADERS, MESSAGES, MODEL
from openrouter_sdk import OpenRouter


@dataclass
class Race:
    """So many streams of one event loop, and when they came how far."""

    count: int
    go: Callable[[], Awaitable[object]]
    firsts: list[float] = field(default_factory=list)
    opened_cpu: float = 0.0
    finished: int = 0
    started: float = field(default_factory=time.perf_counter)
    cpu: float = field(default_factory=time.process_time)

    async def first_came(self) -> None:
        """Note the first event of a stream; let all go on with the last of them."""
        self.firsts.append(time.perf_counter() - self.started)
        if len(self.firsts) == self.count:
            self.opened_cpu = time.process_time() - self.cpu
            await self.go()

    def result(self) -> dict[str, float]:
        """CPU seconds for opening all and for the rest, the median of the seconds to a first token, how many ended."""
        if self.finished != self.count:
            raise RuntimeError(f"only {self.finished} of {self.count} streams came to their end")
        rest = time.process_time() - self.cpu - self.opened_cpu
        return {"open": self.opened_cpu, "read": rest, "first": median(self.firsts), "finished": self.finished}


def streams_at_once(who: str, base: str, count: int) -> dict[str, float]:
    """Read so many streams in one event loop."""
    return asyncio.run((_aiohttp if who == "aiohttp" else _sdk)(base, count))


async def _sdk(base: str, count: int) -> dict[str, float]:
    async with OpenRouter(server_url=f"{base}/held", api_key="key") as client:
        # once for what is loaded when it is needed first
        race = Race(count, lambda: client.chat.send_async(model=MODEL, messages=MESSAGES, server_url=f"{base}/go"))

        async def one() -> None:
            seen, reason = 0, None
            async with await client.chat.send_async(model=MODEL, messages=MESSAGES, stream=True) as stream:
                async for chunk in stream:
                    _ = chunk.text
                    reason = chunk.choices[0].finish_reason
                    seen += 1
                    if seen == 1:
                        await race.first_came()
            race.finished += reason == "stop"

        await asyncio.gather(*(one() for _ in range(count)))
    return race.result()


async def _aiohttp(base: str, count: int) -> dict[str, float]:
    import aiohttp  # lazy: only this needs it

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def post(path: str) -> Any:
            return await session.post(f"{base}/{path}/chat/completions", json={**BODY, "stream": True}, headers=HEADERS)

        race = Race(count, lambda: post("go"))

        async def one() -> None:
            seen, reason = 0, None
            async with await post("held") as response:
                async for line in response.content:
                    if line.startswith(b"data: ") and not line.startswith(b"data: [DONE]"):
                        choice = json.loads(line[6:])["choices"][0]
                        _ = choice["delta"]
                        reason = choice["finish_reason"]
                        seen += 1
                        if seen == 1:
                            await race.first_came()
            race.finished += reason == "stop"

        await asyncio.gather(*(one() for _ in range(count)))
    return race.result()
