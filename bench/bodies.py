"""Calls with much to send or to read, against `json` and httpx doing the same by hand.

CPU and memory are those of one call in a fresh process: a second one would find memory that the first has left.
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import httpx

from bench import canned
from bench.cases import BODY, HEADERS, MODEL
from bench.harness import Row, compare
from openrouter_sdk import OpenRouter

Send = Callable[[dict[str, Any]], object]
_BUDGET = 1.2
_ROUNDS = 7
_AGAINST = "httpx and json"
SMALL = BODY


def conversation() -> dict[str, Any]:
    """A request of 300 kB: 50 messages, some of them calls of tools and their results, and 20 tools."""
    call = {
        "id": "call_1",
        "type": "function",
        "function": {"name": "search", "arguments": '{"query": "' + "x" * 2000 + '"}'},
    }
    turn: list[dict[str, Any]] = [
        {"role": "user", "content": "Some words of a conversation. " * 200},
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "call_1", "content": "What was found. " * 600},
        {"role": "assistant", "content": [{"type": "text", "text": "Some words of an answer. " * 320}]},
        {"role": "user", "content": "Go on."},
    ]
    fields = {f"field_{index}": {"type": "string", "description": "What it is. " * 5} for index in range(20)}
    function = {"description": "What it does.", "parameters": {"type": "object", "properties": fields}}
    tools = [{"type": "function", "function": {"name": f"tool_{index}", **function}} for index in range(20)]
    return {"model": MODEL, "messages": turn * 10, "tools": tools}


def with_pictures() -> dict[str, Any]:
    """A request of 20 MB: ten pictures."""
    content = [{"type": "text", "text": "What are these?"}, *canned.pictures(10, canned.BIG_BYTES // 10)]
    return {"model": MODEL, "messages": [{"role": "user", "content": content}]}


REQUESTS: dict[str, Callable[[], dict[str, Any]]] = {"sent": with_pictures, "read": lambda: SMALL}
PATHS = {"sent": "/json", "read": "/big"}


@contextmanager
def _ours(base: str) -> Iterator[Send]:
    with OpenRouter(server_url=base, api_key="key") as client:
        yield lambda request: client.chat.send(**request).choices[0].message


@contextmanager
def _by_hand(base: str) -> Iterator[Send]:
    url, headers = f"{base}/chat/completions", {**HEADERS, "Content-Type": "application/json"}
    with httpx.Client(timeout=60) as client:

        def send(request: dict[str, Any]) -> object:
            answer = client.post(url, content=json.dumps(request).encode(), headers=headers)
            return json.loads(answer.content)["choices"][0]["message"]

        yield send


SENDERS: dict[str, Callable[[str], AbstractContextManager[Send]]] = {"sdk": _ours, "httpx": _by_hand}


def bodies(base: str) -> Iterator[Row]:
    """A request of 300 kB, one of 20 MB, an answer of 20 MB."""
    from bench.probes import probe  # lazy: it imports this module

    request = conversation()
    with _ours(f"{base}/json") as send, _by_hand(f"{base}/json") as by_hand:
        name = f"a request of {len(json.dumps(request)) / 1000:.0f} kB"
        yield compare(name, _AGAINST, _BUDGET, lambda: send(request), lambda: by_hand(request), number=10)
    for kind, name in (("sent", "a request of 20 MB"), ("read", "an answer of 20 MB")):
        found = [(probe("body", "sdk", base, kind), probe("body", "httpx", base, kind)) for _ in range(_ROUNDS)]
        for key, what, scale, unit in (("cpu", name, 1e3, "ms"), ("peak", f"{name}, memory at most", 1024, "MiB")):
            here, there = (statistics.median(each[key] for each in side) / scale for side in zip(*found, strict=True))
            yield Row(what, _AGAINST, _BUDGET, here / there, None, here, there, unit=unit)
