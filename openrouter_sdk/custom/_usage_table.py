"""Usage as a table for the terminal: drawn by rich where it is installed, in plain text elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from io import StringIO
from typing import Any

from ._usage import Usage, total

_HEADINGS = ("model", "turns", "prompt", "cached", "completion", "reasoning", "total", "cost", "upstream", "own key")


class UsageTable:
    """Usage of each model, and the sum. Print it, in a terminal or through rich.

    Args:
        rows: The usage of each model.
    """

    def __init__(self, rows: Sequence[Usage]) -> None:
        shown = list(rows) if len(rows) == 1 else [*rows, total(rows, "total")]
        self.rows: list[tuple[str, ...]] = [_cells(row) for row in shown]

    def __str__(self) -> str:
        return self.plain() if _rich("table") is None else self._drawn()

    def __repr__(self) -> str:
        return self.plain()

    def __rich__(self) -> Any:
        """The table as rich draws it."""
        table: Any = _rich("table").Table()
        for heading in _HEADINGS:
            table.add_column(heading, justify="left" if heading == "model" else "right", no_wrap=True)
        for row in self.rows:
            # Brackets in a name are no markup.
            table.add_row(*(_rich("text").Text(cell) for cell in row))
        return table

    def plain(self) -> str:
        """The table without rich."""
        lines = [_HEADINGS, *self.rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADINGS))]
        return "\n".join(_aligned(line, widths) for line in lines)

    def _drawn(self) -> str:
        console_class: Any = _rich("console").Console
        file = StringIO()
        console = console_class(file=file, force_terminal=sys.stdout.isatty(), width=1000)
        console.print(self)
        drawn: str = file.getvalue()
        return drawn.rstrip("\n")


def _rich(module: str) -> Any:
    try:
        return import_module(f"rich.{module}")
    except ImportError:
        return None


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    cells = [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
    return "  ".join(cells).rstrip()


def _cells(row: Usage) -> tuple[str, ...]:
    counts = (row.prompt_tokens, row.cached_tokens, row.completion_tokens, row.reasoning_tokens, row.total_tokens)
    byok = "?" if row.is_byok is None else "yes" if row.is_byok else "no"
    numbers = (str(row.turns), *(f"{count:,}" for count in counts))
    return (row.model, *numbers, money(row.cost), money(row.upstream_cost), byok)


def money(amount: float | None) -> str:
    """An amount in USD with as many places as small prices need; "?" when unknown."""
    return "?" if amount is None else f"${amount:.6f}" if amount else "$0"
