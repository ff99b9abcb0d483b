"""The rows about memory, each measured in fresh processes."""

from __future__ import annotations

import importlib.util
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator

from bench.harness import ROUNDS, Row, with_bytecode
from bench.probes import has_rss, probe

CALLS = 100_000
ABANDONED = 10_000
IDLE = 300
_TELL = "; print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmRSS')))"


def memory(base: str) -> Iterator[Row]:
    """Memory after import, of an idle stream, and what many requests leave behind."""
    if not has_rss():
        print("memory: left out, this system does not tell the memory of a process in /proc")
        return
    yield _row(
        "RSS after import and client",
        "httpx: import and client",
        lambda: _rss("import openrouter_sdk; c = openrouter_sdk.OpenRouter(api_key='key')"),
        lambda: _rss("import httpx; c = httpx.Client()"),
    )
    if importlib.util.find_spec("aiohttp") is None:
        print("memory of idle streams: left out, it needs aiohttp")
    else:
        for by_hand in ("httpx", "aiohttp"):
            yield _row(
                "idle async stream",
                f"{by_hand} alone",
                lambda: probe("idle", "sdk", base, IDLE)["each"],
                lambda by_hand=by_hand: probe("idle", by_hand, base, IDLE)["each"],
            )
    for who in ("sync", "async"):
        yield _growth("calls", who, base, CALLS)
        yield _growth("abandoned", who, base, ABANDONED)


def _row(name: str, against: str, ours: Callable[[], float], theirs: Callable[[], float]) -> Row:
    pairs = [(ours(), theirs()) for _ in range(ROUNDS)]
    mine, other = (statistics.median(side) for side in zip(*pairs, strict=True))
    return Row(name, against, None, mine / other, None, mine, other, unit="KiB")


def _growth(name: str, who: str, base: str, count: int) -> Row:
    what = {"calls": "calls", "abandoned": "abandoned streams"}[name]
    found = probe(name, who, base, count)
    half, whole = found["half"], found["whole"]
    note = f"grew by {whole - half:.0f} KiB; {found['files']:.0f} files open at the end"
    name = f"RSS after {count:,} {who} {what}"
    return Row(name, "after the first half", None, whole / half, None, whole, half, note, unit="KiB")


def _rss(code: str) -> float:
    command = [sys.executable, "-c", code + _TELL]
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE, env=with_bytecode()).stdout)
