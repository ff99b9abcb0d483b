"""What the SDK costs, as ratios measured in one run: `make bench`, or `python -m bench.run [case ...]`.

Tells how far it is, then prints the table in Markdown and writes it, with JSON, to `bench/results/`. A whole run also
writes table and picture into the documents, docs/performance.md and docs/assets/performance.svg.
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

from bench import cases, report
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
            print(report.table(rows))
            write(rows, names)
    if not names:
        write(rows, names, whole=True)
    tell(f"Python {platform.python_version()}, {time.perf_counter() - started:.0f} s")


def write(rows: list[Row], cases: list[str], *, whole: bool = False) -> None:
    """Write the rows as JSON and as Markdown; those of a whole run into the documents, too."""
    RESULTS.mkdir(exist_ok=True)
    # a part of the table must not replace the whole one
    name = "-".join([f"python-{platform.python_version()}", *cases])
    text = json.dumps([asdict(row) for row in rows], indent=1) + "\n"
    for ending, content in (("json", text), ("md", report.table(rows) + "\n")):
        (RESULTS / f"{name}.{ending}").write_text(content, encoding="utf-8")
    if whole:
        shown = report.document(report.DOCUMENT.read_text(encoding="utf-8"), rows, time.strftime("%Y-%m-%d"))
        report.DOCUMENT.write_text(shown, encoding="utf-8")
        report.draw(rows, report.PICTURE)


if __name__ == "__main__":
    main()
