"""Many streams at once, against aiohttp by hand. Each run is a process of its own, and uses one core at most."""

from __future__ import annotations

import importlib.util
import statistics
from collections.abc import Iterator

from bench.harness import ROUNDS, Row, allow_many_files
from bench.probes import probe

SHORT, LONG = 10, 30
"""Events of a stream. What the longer streams cost more is reading; the rest is opening and ending one."""


def many(base: str) -> Iterator[Row]:
    """1,000 streams at once."""
    yield from _rows(base, 1000, 2.0, ROUNDS)


def many5000(base: str) -> Iterator[Row]:
    """5,000 streams at once."""
    yield from _rows(base, 5000, 2.0, 5)


def _rows(base: str, count: int, budget: float, rounds: int) -> Iterator[Row]:
    missing = _missing(count)
    if missing:
        print(f"{count} streams at once: left out, {missing}")
        return
    found = [
        {(who, n): probe("many", who, base, count, n) for who in ("aiohttp", "sdk") for n in (SHORT, LONG)}
        for _ in range(rounds)
    ]
    ours, ours_long, theirs, theirs_long = (
        _medians([each[who, n] for each in found]) for who in ("sdk", "aiohttp") for n in (SHORT, LONG)
    )
    chunk, their_chunk = (
        (long["cpu"] - short["cpu"]) / count / (LONG - SHORT) * 1e6
        for long, short in ((ours_long, ours), (theirs_long, theirs))
    )
    opening, their_opening = (
        short["cpu"] / count * 1e6 - SHORT * each for short, each in ((ours, chunk), (theirs, their_chunk))
    )
    at_once, by_hand = f"{count} streams at once", "raw aiohttp"
    note = f"{ours['finished']:.0f} finished; {ours['each']:.0f} KiB a stream against {theirs['each']:.0f}"
    yield Row(
        f"{at_once}, {SHORT} events each",
        by_hand,
        budget,
        ours["cpu"] / theirs["cpu"],
        ours["wall"] / theirs["wall"],
        ours["cpu"] / count * 1e6,
        theirs["cpu"] / count * 1e6,
        note,
        {"ours": ours, "theirs": theirs},
    )
    yield Row(f"{at_once}, opening one", by_hand, None, opening / their_opening, None, opening, their_opening)
    yield Row(f"{at_once}, a chunk", by_hand, None, chunk / their_chunk, None, chunk, their_chunk)
    first = ours["first"] / theirs["first"]
    yield Row(
        f"first token of {count}",
        f"{by_hand}, wall time",
        budget,
        first,
        first,
        ours["first"] * 1000,
        theirs["first"] * 1000,
        unit="ms",
    )


def _missing(count: int) -> str | None:
    if importlib.util.find_spec("aiohttp") is None:
        return "they need aiohttp"
    allowed = allow_many_files()
    return f"this process may open {allowed} files only" if allowed < count + 100 else None


def _medians(found: list[dict[str, float]]) -> dict[str, float]:
    return {key: statistics.median(each[key] for each in found) for key in found[0]}
