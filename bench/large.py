"""Calls with large bodies, against `json` and httpx doing the same: CPU, and the most memory."""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable, Iterator
from typing import Any

import httpx

from bench.harness import ROUNDS, Row
from openrouter_sdk import OpenRouter

LARGE_CALLS = 5
_MODEL = "some-author/some-model"
_CALLS = {"300 kB request": "json", "20 MB request": "json", "20 MB answer": "large"}


def large(base: str) -> Iterator[Row]:
    """A conversation of 300 kB, pictures of 20 MB, and an answer of 20 MB."""
    from bench.probes import has_rss, probe  # lazy: it imports this module

    for what in _CALLS:
        runs = [(probe("large", "sdk", base, what), probe("large", "httpx", base, what)) for _ in range(ROUNDS)]
        for key, unit, factor in (("cpu", "us", 1e6), ("peak", "KiB", 1)):
            if key == "peak" and (not has_rss() or what == "300 kB request"):
                continue
            ours, theirs = (statistics.median(run[side][key] for run in runs) * factor for side in (0, 1))
            name = f"{what}, {'CPU' if key == 'cpu' else 'most memory'}"
            yield Row(name, "json + httpx", 1.2, ours / theirs, None, ours, theirs, unit=unit)


def large_call(what: str) -> tuple[str, list[Any]]:
    """Where it goes, and the messages."""
    messages: list[Any] = [{"role": "user", "content": "Hello, are you there?"}]
    if what == "300 kB request":
        messages = [{"role": ("user", "assistant")[n % 2], "content": f"{n} " + "word " * 1200} for n in range(50)]
    elif what == "20 MB request":
        url = "data:image/png;base64," + "A" * 2_000_000
        messages = [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": url}} for _ in range(10)]}]
    return _CALLS[what], messages


def caller(who: str, base: str, messages: list[Any]) -> Callable[[], object]:
    """One such call, of the SDK or by hand."""
    if who == "sdk":
        client = OpenRouter(server_url=base, api_key="key")
        return lambda: client.chat.send(model=_MODEL, messages=messages).text
    floor = httpx.Client(timeout=60)
    url, headers = f"{base}/chat/completions", {"Authorization": "Bearer key", "Content-Type": "application/json"}

    def call() -> object:
        body = json.dumps({"model": _MODEL, "messages": messages}, ensure_ascii=False, separators=(",", ":")).encode()
        answer: object = json.loads(floor.post(url, content=body, headers=headers).content)
        return answer

    return call
