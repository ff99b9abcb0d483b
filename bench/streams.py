"""Reading many streams in one event loop, with this SDK and with aiohttp by hand."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import Any

from bench.cases import BODY, HEADERS, MESSAGES, MODEL
from openrouter_sdk import OpenRouter


def streams_at_once(who: str, base: str, count: int, events: int) -> list[float]:
    """Read so many streams in one event loop; the seconds to the first token of each one that finished."""
    run = _aiohttp if who == "aiohttp" else _sdk
    return asyncio.run(run(f"{base}/slow-{events}", count))


async def _sdk(base: str, count: int) -> list[float]:
    async with OpenRouter(server_url=base, api_key="key") as client:

        async def one() -> float:
            started, first = time.perf_counter(), 0.0
            stream = await client.chat.send_async(model=MODEL, messages=MESSAGES, stream=True)
            reason = None
            async with stream:
                async for chunk in stream:
                    first = first or time.perf_counter() - started
                    _ = chunk.text
                    reason = chunk.choices[0].finish_reason
            return first if reason == "stop" else 0.0

        return await _finished(one() for _ in range(count))


async def _aiohttp(base: str, count: int) -> list[float]:
    import aiohttp  # lazy: only this needs it

    url = f"{base}/chat/completions"
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def one() -> float:
            started, first = time.perf_counter(), 0.0
            async with session.post(url, json={**BODY, "stream": True}, headers=HEADERS) as response:
                async for line in response.content:
                    if line.startswith(b"data: ") and not line.startswith(b"data: [DONE]"):
                        first = first or time.perf_counter() - started
                        _ = json.loads(line[6:])["choices"][0]["delta"]
            return first

        return await _finished(one() for _ in range(count))


async def _finished(streams: Any) -> list[float]:
    ended = await asyncio.gather(*streams, return_exceptions=True)
    failed = [end for end in ended if isinstance(end, BaseException)]
    if failed:
        print(f"{len(failed)} streams failed, the first with {failed[0]!r}", file=sys.stderr)
    return [end for end in ended if isinstance(end, float) and end]
