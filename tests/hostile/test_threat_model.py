"""The threat model says nothing that no test shows, and names no option that there is not."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "security.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| threat")
]
TEST = re.compile(r"`([\w/]+\.py)::(test_\w+)`")


def test_each_line_names_a_test_that_there_is() -> None:
    assert ROWS
    for threat, _, _, shown_by in ROWS:
        found = TEST.findall(shown_by)

        assert found, threat
        for path, name in found:
            assert f"def {name}(" in (ROOT / "tests" / path).read_text("utf-8"), name


def test_each_option_is_one() -> None:
    options = {name for row in ROWS for name in re.findall(r"(\w+)=", row[2])}
    source = "".join(path.read_text("utf-8") for path in (ROOT / "openrouter_sdk").rglob("*.py"))

    assert {name for name in options if not re.search(rf"\b{name}: ", source)} == set()


def test_the_way_to_report_is_where_the_page_says() -> None:
    assert "docs/security.md" in (ROOT / "SECURITY.md").read_text("utf-8")
