"""What `make bench` writes into the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.harness import Row
from bench.report import DOCUMENT, compared, document, draw, table

ROWS = [
    Row("one call", "httpx", 1.15, 0.6, None, 300, 500),
    Row("a chunk", "httpx", 2.0, 2.5, None, 25_000, 10_000),
    Row("one call", "httpx", None, 2.1, who="OpenAI SDK"),
    Row("one call", "httpx", None, 9.87, who="litellm"),
]


def test_the_table_says_what_is_over_its_budget_and_gives_others_a_column() -> None:
    assert table(ROWS).splitlines() == [
        "| what | against | ratio | budget | here | there | OpenAI SDK | litellm |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
        "| one call | httpx | 0.60 | 1.15 | 300 us | 500 us | 2.1 | 9.9 |",
        "| a chunk | httpx | 2.50 | 2.00 (over) | 25 ms | 10 ms |  |  |",
    ]


def test_the_table_of_the_document_is_replaced_and_nothing_else() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")

    changed = document(text, ROWS, "today")

    before, after = text.split("<!-- bench: begin -->")[0], text.split("<!-- bench: end -->")[1]
    assert changed.startswith(before)
    assert changed.endswith(after)
    assert table(ROWS, amounts=False) in changed
    assert "Measured today" in changed
    assert document(changed, ROWS, "today") == changed


def test_a_document_without_a_place_for_the_table_is_told() -> None:
    with pytest.raises(ValueError, match="no place"):
        document("# Performance\n", ROWS, "today")


def test_the_picture_shows_what_others_have_too_and_is_the_same_each_time(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="matplotlib is not installed")

    for name in ("one.svg", "two.svg"):
        draw(ROWS, tmp_path / name)

    assert compared(ROWS) == {
        "openrouter-sdk": {"one call": 0.6},
        "OpenAI SDK": {"one call": 2.1},
        "litellm": {"one call": 9.87},
    }
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
