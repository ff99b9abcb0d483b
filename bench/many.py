"""Many streams at once, against aiohttp by hand. Each run is a process of its own, and uses one core at most."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from bench import canned
from bench.harness import Row, allow_many_files, tell
from bench.probes import probe

_AGAINST = "aiohttp by hand"


def many(base: str) -> Iterator[Row]:
    """1,000 streams at once."""
    yield from _rows(base, 1000, 3.0, rounds=7)


def many5000(base: str) -> Iterator[Row]:
    """5,000 streams at once."""
    yield from _rows(base, 5000, 4.0, rounds=3)


def _rows(base: str, count: int, budget: float, rounds: int) -> Iterator[Row]:
    allowed = allow_many_files()
    if allowed < count + 100:
        tell(f"{count} streams at once: left out, a process may open {allowed} files only")
        return
    found = [(probe("many", "sdk", base, count), probe("many", "aiohttp", base, count)) for _ in range(rounds)]
    ours, theirs = (_medians(side) for side in zip(*found, strict=True))
    for each in (ours, theirs):
        each["cpu"] = each["open"] + each["read"]
    events = count * canned.HELD_EVENTS
    note = f"a stream takes {ours['each']:.0f} KiB, with aiohttp {theirs['each']:.0f}"
    for name, key, limit, factor, unit in (
        (f"{count:,} streams at once, a chunk", "cpu", budget, 1e6 / events, "us"),
        ("of it, opening a stream", "open", None, 1e6 / count, "us"),
        ("of it, reading a chunk", "read", None, 1e6 / events, "us"),
        (f"first token of {count:,} streams, time", "first", budget, 1e3, "ms"),
    ):
        here, there = ours[key] * factor, theirs[key] * factor
        shown = note if key == "cpu" else ""
        yield Row(name, _AGAINST, limit, here / there, None, here, there, shown, unit=unit)


def _medians(found: tuple[dict[str, float], ...]) -> dict[str, float]:
    return {key: statistics.median(each[key] for each in found) for key in found[0]}
