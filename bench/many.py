"""Many streams at once, against aiohttp by hand. Each run is a process of its own, and uses one core at most."""

from __future__ import annotations

import importlib.util
import statistics
from collections.abc import Iterator

from bench import canned
from bench.harness import ROUNDS, Row, allow_many_files
from bench.probes import probe


def many(base: str) -> Iterator[Row]:
    """1,000 streams at once, with both backends."""
    yield from _rows(base, 1000, {"aiohttp": 2.0, "httpx": 8.0})


def many5000(base: str) -> Iterator[Row]:
    """5,000 streams at once, with the aiohttp backend."""
    yield from _rows(base, 5000, {"aiohttp": 2.0})


def _rows(base: str, count: int, budgets: dict[str, float]) -> Iterator[Row]:
    missing = _missing(count)
    if missing:
        print(f"{count} streams at once: left out, {missing}")
        return
    names = ("aiohttp", *(f"sdk-{backend}" for backend in budgets))
    rounds = [{name: probe("many", name, base, count) for name in names} for _ in range(ROUNDS)]
    runs = {name: _medians([found[name] for found in rounds]) for name in names}
    theirs = runs["aiohttp"]
    for backend, budget in budgets.items():
        ours = runs[f"sdk-{backend}"]
        events = count * canned.SLOW_EVENTS
        yield Row(
            f"{count} streams at once, {backend} backend",
            "raw aiohttp",
            budget,
            ours["cpu"] / theirs["cpu"],
            ours["wall"] / theirs["wall"],
            ours["cpu"] / events * 1e6,
            theirs["cpu"] / events * 1e6,
            f"{ours['finished']:.0f} finished; {ours['each']:.0f} KiB a stream against {theirs['each']:.0f}",
            {"ours": ours, "theirs": theirs},
        )
        first = ours["first"] / theirs["first"]
        yield Row(
            f"first token of {count}, {backend} backend",
            "raw aiohttp, wall time",
            budget,
            first,
            first,
            ours["first"] * 1000,
            theirs["first"] * 1000,
            unit="ms",
        )


def _missing(count: int) -> str | None:
    if importlib.util.find_spec("aiohttp") is None:
        return "they need the extra 'aiohttp'"
    allowed = allow_many_files()
    return f"this process may open {allowed} files only" if allowed < count + 100 else None


def _medians(found: list[dict[str, float]]) -> dict[str, float]:
    return {key: statistics.median(each[key] for each in found) for key in found[0]}
