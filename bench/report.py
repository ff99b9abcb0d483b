"""The rows as a table, as a picture, and in the documents."""

from __future__ import annotations

import platform
import re
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.harness import Row

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "performance.md"
PICTURE = ROOT / "docs" / "assets" / "performance.svg"
HERE = "openrouter-sdk"
_BETWEEN = re.compile(r"(?<=<!-- bench: begin -->\n).*(?=<!-- bench: end -->)", re.DOTALL)
_COLOURS = ("#2f9e6e", "#7c8aa5", "#d08a3c", "#b3628f")
_GREY = "#7d8590"
"""Stands out from white and from black: one picture serves light pages and dark ones."""


def table(rows: list[Row], *, amounts: bool = True) -> str:
    """The rows in Markdown, other clients in columns of their own.

    Args:
        rows: What was measured.
        amounts: Whether to show the amounts that the ratios are of.
    """
    others = {row.who: {each.name: each for each in rows if each.who == row.who} for row in rows if row.who}
    heads = ("what", "against", "ratio", "budget", *(("here", "there") if amounts else ()), *others)
    lines = ["| " + " | ".join(heads) + " |", "|---|---|" + "--:|" * (len(heads) - 2)]
    own = {row.name: row for row in rows if not row.who}
    for name in dict.fromkeys(row.name for row in rows):
        more = [f"{other[name].cpu:.1f}" if name in other else "" for other in others.values()]
        cells = _cells(own[name]) if name in own else [""] * 5
        lines.append("| " + " | ".join([name, *(cells if amounts else cells[:3]), *more]) + " |")
    notes = [f"{row.name}: {row.note}." for row in rows if row.note]
    return "\n".join([*lines, *([""] if notes else []), *notes])


def _cells(row: Row) -> list[str]:
    budget = "" if row.budget is None else f"{row.budget:.2f}" + ("" if row.met else " (over)")
    return [row.against, f"{row.cpu:.2f}", budget, *(_amount(amount, row.unit) for amount in (row.ours, row.theirs))]


def _amount(amount: float, unit: str) -> str:
    if unit == "us" and amount >= 10_000:
        amount, unit = amount / 1000, "ms"
    return f"{amount:,.0f} {unit}" if amount >= 100 else f"{amount:.3g} {unit}"


def compared(rows: list[Row]) -> dict[str, dict[str, float]]:
    """The rows that others have as well: their ratios, by client and by name."""
    names = [
        name for name in dict.fromkeys(row.name for row in rows) if any(row.who and row.name == name for row in rows)
    ]
    clients = dict.fromkeys(row.who or HERE for row in rows if row.name in names)
    return {
        client: {row.name: row.cpu for row in rows if (row.who or HERE) == client and row.name in names}
        for client in clients
    }


def document(text: str, rows: list[Row], when: str) -> str:
    """A document with the table between its two marks.

    Raises:
        ValueError: It has no such marks.
    """
    said = f"Measured {when} with Python {platform.python_version()} on {platform.system()} {platform.machine()}.\n"
    found, count = _BETWEEN.subn(lambda _: f"\n{table(rows, amounts=False)}\n\n{said}\n", text)
    if count != 1:
        raise ValueError("there is no place for the table between <!-- bench: begin --> and <!-- bench: end -->")
    return found


def draw(rows: list[Row], path: Path) -> None:
    """Draw what others have as well, each beside this SDK, on a logarithmic scale. Needs matplotlib."""
    matplotlib: Any = import_module("matplotlib")
    figures: Any = import_module("matplotlib.figure")
    clients = compared(rows)
    names = list(next(iter(clients.values()), {}))
    # the same picture of the same rows, to the byte
    with matplotlib.rc_context({"svg.hashsalt": "bench", "font.size": 10}):
        figure = figures.Figure(figsize=(8, 0.6 + len(names) * (0.25 * len(clients) + 0.25)), layout="constrained")
        axes = figure.subplots()
        height = 0.8 / max(len(clients), 1)
        for place, (client, ratios) in enumerate(clients.items()):
            at = [number + place * height for number, name in enumerate(names) if name in ratios]
            drawn = axes.barh(at, list(ratios.values()), height * 0.9, label=client, color=_COLOURS[place % 4])
            axes.bar_label(drawn, fmt="%.2g", padding=3, color=_GREY)
        _dress(axes, names, height * (len(clients) - 1) / 2)
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path, transparent=True, metadata={"Date": None})


def _dress(axes: Any, names: list[str], middle: float) -> None:
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter("{x:g}")
    axes.margins(x=0.15)
    # behind the numbers, some of which stand on it
    axes.axvline(1, color=_GREY, linewidth=1, linestyle="--", alpha=0.5, zorder=0)
    axes.set_yticks([number + middle for number in range(len(names))], names)
    axes.invert_yaxis()
    axes.set_xlabel("CPU time as a multiple of httpx and json by hand (dashed)", color=_GREY)
    axes.tick_params(colors=_GREY, which="both")
    for side in axes.spines.values():
        side.set_color(_GREY)
    axes.legend(frameon=False, labelcolor=_GREY)
