"""What the SDK costs, as ratios measured in one run: `make bench`, or `python -m bench.run [case ...]`.

Tells how far it is, then prints the table in Markdown and writes it, with JSON and a picture, to `bench/results/`.
Asserts nothing: timings inform.
"""

from __future__ import annotations

import json
import platform
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from xml.sax.saxutils import escape

from bench import cases
from bench.bodies import bodies
from bench.canned import canned_server
from bench.harness import Row, tell
from bench.interpreters import interpreters
from bench.many import many, many5000
from bench.memory import growth, memory
from bench.peers import peers

RESULTS = Path(__file__).resolve().parent / "results"
CASES = {
    "imports": cases.imports,
    "first": cases.first_answer,
    "call": cases.call,
    "streams": cases.streams,
    "async": cases.async_streams,
    "decoding": cases.decoding,
    "accumulating": cases.linearity,
    "bodies": bodies,
    "many": many,
    "many5000": many5000,
    "memory": memory,
    "peers": peers,
    "growth": growth,
    "interpreters": interpreters,
}
DEFAULT = [name for name in CASES if name not in {"growth", "interpreters"}]
"""100,000 calls, or all once more under other Pythons, would take too long for each run."""


def measure(names: list[str]) -> Iterator[Row]:
    """The rows of the named cases; of all without names."""
    with canned_server() as base:
        for name in names or DEFAULT:
            started = time.perf_counter()
            yield from CASES[name](base)
            tell(f"{name}: {time.perf_counter() - started:.0f} s")


def table(rows: list[Row]) -> str:
    """The rows in Markdown, other clients in columns of their own."""
    others = {row.who: {each.name: each for each in rows if each.who == row.who} for row in rows if row.who}
    heads = ("what", "against", "ratio", "budget", "here", "there", *others)
    lines = ["| " + " | ".join(heads) + " |", "|---|---|" + "--:|" * (len(heads) - 2)]
    own = {row.name: row for row in rows if not row.who}
    for name in dict.fromkeys(row.name for row in rows):
        more = [f"{other[name].cpu:.1f}" if name in other else "" for other in others.values()]
        lines.append("| " + " | ".join([name, *(_cells(own[name]) if name in own else [""] * 5), *more]) + " |")
    notes = [f"{row.name}: {row.note}." for row in rows if row.note]
    return "\n".join([*lines, *([""] if notes else []), *notes])


def _cells(row: Row) -> list[str]:
    budget = "" if row.budget is None else f"{row.budget:.2f}" + ("" if row.met else " (over)")
    return [row.against, f"{row.cpu:.2f}", budget, *(_amount(amount, row.unit) for amount in (row.ours, row.theirs))]


def _amount(amount: float, unit: str) -> str:
    if unit == "us" and amount >= 10_000:
        amount, unit = amount / 1000, "ms"
    return f"{amount:,.0f} {unit}" if amount >= 100 else f"{amount:.3g} {unit}"


def picture(rows: list[Row]) -> str:
    """The ratios and their budgets as an SVG picture."""
    height, width, scale, longest = 26, 900, 60, 8.5
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height * len(rows) + 10}">']
    parts.append('<style>text{font:13px sans-serif}</style><rect width="100%" height="100%" fill="white"/>')
    for index, row in enumerate(rows):
        y = index * height + 8
        colour = "#c0392b" if row.met is False else "#2e7d5b"
        # what is a hundred times as much would leave no room for the rest
        length = min(row.cpu, longest) * scale
        name = escape(f"{row.who}: {row.name}" if row.who else row.name)
        parts.append(f'<text x="8" y="{y + 13}">{name}</text>')
        parts.append(f'<rect x="330" y="{y}" width="{length:.0f}" height="16" fill="{colour}"/>')
        parts.append(f'<text x="{338 + length:.0f}" y="{y + 13}">{row.cpu:.2f}</text>')
        if row.budget is not None:
            x = 330 + row.budget * scale
            parts.append(
                f'<line x1="{x:.0f}" x2="{x:.0f}" y1="{y - 3}" y2="{y + 19}" stroke="black" stroke-width="2"/>'
            )
    return "\n".join([*parts, "</svg>\n"])


def main() -> None:
    """Measure, print, write."""
    names = sys.argv[1:]
    unknown = [name for name in names if name not in CASES]
    if unknown:
        sys.exit(f"there is no case {unknown[0]!r}, only: {' '.join(CASES)}")
    started = time.perf_counter()
    rows: list[Row] = []
    try:
        for row in measure(names):
            tell(f"{row.who} {row.name}: {row.cpu:.2f}".strip())
            rows.append(row)
    finally:
        # what was measured before a case failed, or somebody lost patience, is worth keeping
        if rows:
            print(table(rows))
            write(rows, names)
    tell(f"Python {platform.python_version()}, {time.perf_counter() - started:.0f} s")


def write(rows: list[Row], cases: list[str]) -> None:
    """Write the rows as JSON, as Markdown and as a picture."""
    RESULTS.mkdir(exist_ok=True)
    # a part of the table must not replace the whole one
    name = "-".join([f"python-{platform.python_version()}", *cases])
    text = json.dumps([asdict(row) for row in rows], indent=1) + "\n"
    for ending, content in (("json", text), ("md", table(rows) + "\n"), ("svg", picture(rows))):
        (RESULTS / f"{name}.{ending}").write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
