"""What the SDK costs, as ratios measured in one run: `make bench`, or `python -m bench.run [case ...]`.

Prints a table and writes it as JSON and as a picture to `bench/results/`. Asserts nothing: timings inform.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from xml.sax.saxutils import escape

from bench import cases
from bench.anchors import anchors
from bench.canned import canned_server
from bench.harness import Row
from bench.interpreters import interpreters
from bench.large import large
from bench.many import many, many5000
from bench.memory import memory

RESULTS = Path(__file__).resolve().parent / "results"
CASES = {
    "imports": cases.imports,
    "first": cases.first_answer,
    "call": cases.call,
    "streams": cases.streams,
    "decoding": cases.decoding,
    "linearity": cases.linearity,
    "large": large,
    "many": many,
    "memory": memory,
    "anchors": anchors,
    "interpreters": interpreters,
    "many5000": many5000,
}
DEFAULT = [name for name in CASES if name != "many5000"]
"""5,000 streams take minutes and more open files than many systems allow."""


def measure(names: list[str]) -> Iterator[Row]:
    """The rows of the named cases; of all without names."""
    with canned_server() as base:
        for name in names or DEFAULT:
            yield from CASES[name](base)


def line(row: Row) -> str:
    """A row of the table."""
    budget = "" if row.budget is None else f"{row.budget:5.2f}"
    verdict = {True: "ok", False: "OVER", None: ""}[row.met]
    wall = "" if row.wall is None else f"{row.wall:5.2f}"
    return (
        f"{row.name:40} {row.against:32} {row.cpu:5.2f} {budget:>6} {verdict:5} {wall:>6}"
        f" {row.ours:12.1f} {row.theirs:12.1f} {row.unit:3}  {row.note}"
    )


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
        parts.append(f'<text x="8" y="{y + 13}">{escape(row.name)}</text>')
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
    unknown = [name for name in sys.argv[1:] if name not in CASES]
    if unknown:
        sys.exit(f"there is no case {unknown[0]!r}, only: {' '.join(CASES)}")
    print(f"Python {platform.python_version()}; CPU ratios, medians")
    print(f"{'what':40} {'against':32} {'ratio':>5} {'budget':>6} {'':5} {'wall':>6} {'ours':>12} {'theirs':>12}")
    rows: list[Row] = []
    try:
        for row in measure(sys.argv[1:]):
            print(line(row), flush=True)
            rows.append(row)
    finally:
        # what was measured before a case failed, or somebody lost patience, is worth keeping
        if rows:
            write(rows, sys.argv[1:])


def write(rows: list[Row], cases: list[str]) -> None:
    """Write the rows as JSON and as a picture."""
    RESULTS.mkdir(exist_ok=True)
    # a part of the table must not replace the whole one
    name = "-".join([f"python-{platform.python_version()}", *cases])
    (RESULTS / f"{name}.json").write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")
    (RESULTS / f"{name}.svg").write_text(picture(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
