"""Usage as a table for the terminal: drawn by rich where it is installed, in plain text elsewhere."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING, Any, TypeAlias

from .._views import money
from ..answers import Usage, usage_sum

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_HEADINGS = ("model", "turns", "prompt", "cached", "completion", "reasoning", "total", "cost", "upstream", "own key")
_ANY_WIDTH = 1000
_GAP, _EDGES = 2, 0
_GAP_OF_RICH, _EDGES_OF_RICH = 3, 4

_Grid: TypeAlias = list[tuple[str, ...]]
"""Lines of cells, the headings first."""


class UsageTable:
    """Usage of each model, and the sum. Print it, in a terminal or through rich.

    A model has a row; where the terminal is too narrow for that, a column.
    """

    def __init__(self, rows: Sequence[Usage]) -> None:
        self._total = usage_sum(rows, "total")
        shown = list(rows) if len(rows) == 1 else [*rows, self._total]
        self.rows: list[tuple[str, ...]] = [_cells(row) for row in shown]

    def __str__(self) -> str:
        return self.plain(_terminal_width()) if _rich("table") is None else self._drawn()

    def __repr__(self) -> str:
        return self.plain(_terminal_width())

    def __rich_console__(self, console: Any, options: Any) -> Iterator[Any]:
        """The table as rich draws it."""
        for grid in self._grids(options.max_width, _GAP_OF_RICH, _EDGES_OF_RICH):
            yield _rich_table(grid)

    def plot(self) -> Figure:
        """The table as a picture; see `Usage.plot`."""
        return self._total.plot()

    def plain(self, width: int | None = None) -> str:
        """The table without rich.

        Args:
            width: Most characters on a line; by default any number.
        """
        return "\n\n".join(map(_aligned, self._grids(width or _ANY_WIDTH, _GAP, _EDGES)))

    def _drawn(self) -> str:
        console_class: Any = _rich("console").Console
        file = StringIO()
        width = _terminal_width()
        console = console_class(file=file, force_terminal=width is not None, width=width or _ANY_WIDTH)
        console.print(self)
        drawn: str = file.getvalue()
        return drawn.rstrip("\n")

    def _grids(self, width: int, gap: int, edges: int) -> list[_Grid]:
        """One table if it fits, else tables with a column for each model, of as many models as fit side by side."""

        def fits(grid: _Grid) -> bool:
            return sum(_widths(grid)) + gap * (len(grid[0]) - 1) + edges <= width

        whole = [_HEADINGS, *self.rows]
        if fits(whole):
            return [whole]
        turned: list[_Grid] = []
        for row in self.rows:
            wider = [(*line, cell) for line, cell in zip(turned[-1], row, strict=True)] if turned else []
            if wider and fits(wider):
                turned[-1] = wider
            else:
                turned.append(list(zip(_HEADINGS, row, strict=True)))
        return turned


def _terminal_width() -> int | None:
    """How many characters a line of the terminal has; None where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _rich(module: str) -> Any:
    try:
        return import_module(f"rich.{module}")
    except ImportError:
        return None


def _rich_table(grid: _Grid) -> Any:
    # Brackets in a name are no markup.
    text: Any = _rich("text").Text
    table: Any = _rich("table").Table()
    for heading in grid[0]:
        table.add_column(text(heading), justify="left" if heading == _HEADINGS[0] else "right", no_wrap=True)
    for line in grid[1:]:
        table.add_row(*map(text, line))
    return table


def _widths(grid: _Grid) -> list[int]:
    return [max(map(len, column)) for column in zip(*grid, strict=True)]


def _aligned(grid: _Grid) -> str:
    widths = _widths(grid)
    lines = (
        [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
        for line in grid
    )
    return "\n".join((" " * _GAP).join(cells).rstrip() for cells in lines)


def _cells(row: Usage) -> tuple[str, ...]:
    counts = (row.prompt_tokens, row.cached_tokens, row.completion_tokens, row.reasoning_tokens, row.total_tokens)
    byok = "?" if row.is_byok is None else "yes" if row.is_byok else "no"
    numbers = (str(row.turns), *(f"{count:,}" for count in counts))
    return (row.model, *numbers, money(row.cost), money(row.upstream_cost), byok)
