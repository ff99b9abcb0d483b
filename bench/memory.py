"""The rows about memory, each measured in fresh processes."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator

from bench.harness import Row, tell, with_bytecode
from bench.probes import has_rss, probe

CALLS = 100_000
ABANDONED = 10_000
IDLE = 300
ALLOWED_KIB = 2048
_ROUNDS = 5
_TELL = "; print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmRSS')))"


def memory(base: str) -> Iterator[Row]:
    """Memory of an idle client and of an idle stream."""
    if not has_rss():
        tell("memory: left out, this system does not tell the memory of a process in /proc")
        return
    idle = _row(
        "memory of a process with an idle client",
        "httpx",
        lambda: _rss("import openrouter_sdk; c = openrouter_sdk.OpenRouter(api_key='key')"),
        lambda: _rss("import httpx; c = httpx.Client()"),
    )
    idle.budget = 1 + ALLOWED_KIB / idle.theirs
    yield idle
    yield _row(
        "memory of an idle async stream",
        "httpx",
        lambda: probe("idle", "sdk", base, IDLE)["each"],
        lambda: probe("idle", "httpx", base, IDLE)["each"],
    )


def growth(base: str) -> Iterator[Row]:
    """What many requests leave behind."""
    for who in ("sync", "async"):
        yield _growth("calls", who, base, CALLS)
        yield _growth("abandoned", who, base, ABANDONED)


def _row(name: str, against: str, ours: Callable[[], float], theirs: Callable[[], float]) -> Row:
    pairs = [(ours(), theirs()) for _ in range(_ROUNDS)]
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
