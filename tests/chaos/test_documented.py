"""What docs/reliability.md names as the proof of a promise exists."""

from __future__ import annotations

import re
from pathlib import Path

from tests.chaos.exchanges import EXCHANGES, allowed
from tests.chaos.network import Cut, How

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reliability.md").read_text()
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def test_every_test_that_is_named_exists() -> None:
    named = NAMED.findall(PAGE)
    missing = [
        f"{path}::{function}"
        for path, function in named
        if not (ROOT / path).exists() or (function and f"def {function}(" not in (ROOT / path).read_text())
    ]

    assert len(named) > 20
    assert missing == []


def test_each_promise_names_a_test() -> None:
    sections = PAGE.split("\n| promise | shown by |\n|---|---|\n")[1:]
    rows = [row for section in sections for row in section.partition("\n\n")[0].splitlines()]

    assert [row for row in rows if not NAMED.search(row)] == []


ROWS = {
    "inside the request": ("plain", "request", 5),
    "before or inside the headers of the answer": ("plain", "answer", 5),
    "inside a whole answer of known length": ("plain", "answer", 500),
    "inside a whole answer that ends with the connection": ("plain until closed", "answer", 500),
    "inside a stream, before its finish reason": ("stream", "answer", 500),
    "inside a stream, behind its finish reason": ("stream", "answer", EXCHANGES["stream"].finished + 1),
}
COLUMNS: tuple[How, ...] = ("close", "reset", "stall")


def test_the_table_of_outcomes_is_the_one_that_is_tested() -> None:
    for row, (name, direction, at) in ROWS.items():
        (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| {row} |")]
        cells = line.strip("| ").split(" | ")[1:]
        for how, cell in zip(COLUMNS, cells, strict=True):
            kind = allowed(name, Cut("request" if direction == "request" else "answer", at, how))
            assert cell.startswith("none" if kind is None else f"`{kind.__name__}`"), (row, how)
