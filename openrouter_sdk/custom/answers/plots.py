"""Usage as a picture: tokens and cost of each model. Needs the extra `plot`."""

# matplotlib leaves its further keyword arguments untyped
# pyright: reportUnknownMemberType=false
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import matplotlib.pyplot as plt
from matplotlib.ticker import EngFormatter, MaxNLocator, StrMethodFormatter

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from .usage import Usage

# Okabe and Ito's colours: told apart by everybody, on white and on black.
_KINDS = (("prompt", "#0072B2"), ("prompt, cached", "#56B4E9"), ("answer", "#E69F00"), ("reasoning", "#CC79A7"))
_COST = "#009E73"
_THICK = 0.62
_THOUSAND = 1000
_LARGE = 10**33
"""No prefix of a unit goes so far."""
_SHOWN_BY_OTHERS = ("agg", "inline")
"""Backends that open no window: there the figure that is returned is all there is to show."""


def plot_usage(rows: Sequence[Usage]) -> Figure:
    """Tokens and cost as bars, a line for the usage of each model, in the colours that matplotlib is set to."""
    shown = sorted(rows, key=lambda row: (row.cost or 0.0, row.total_tokens))
    figure, (tokens, cost) = plt.subplots(
        1, 2, sharey=True, figsize=(9, 1.7 + 0.42 * max(len(shown), 1)), layout="constrained"
    )
    _draw_tokens(tokens, shown)
    _draw_cost(cost, shown)
    tokens.set_yticks(range(len(shown)), [row.model or "?" for row in shown])
    tokens.set_ylim(-0.6, max(len(shown), 1) - 0.4)
    handles, labels = tokens.get_legend_handles_labels()
    if handles:
        figure.legend(handles, labels, loc="outside lower left", ncols=len(_KINDS), frameon=False, fontsize="small")
    if plt.get_backend().lower().endswith(_SHOWN_BY_OTHERS):
        plt.close(figure)
    return figure


def _draw_tokens(axes: Axes, rows: Sequence[Usage]) -> None:
    kinds = [_parts(row) for row in rows]
    ends = [0] * len(rows)
    for place, (label, colour) in enumerate(_KINDS):
        widths = [parts[place] for parts in kinds]
        if any(widths):
            # as floats, for matplotlib reckons with whole numbers of 64 bits alone
            axes.barh(
                range(len(rows)),
                [*map(float, widths)],
                left=[*map(float, ends)],
                height=_THICK,
                color=colour,
                label=label,
            )
        ends = [start + width for start, width in zip(ends, widths, strict=True)]
    has_prefix = max(ends, default=0) < _LARGE
    axes.xaxis.set_major_formatter(EngFormatter(sep="") if has_prefix else StrMethodFormatter("{x:g}"))
    axes.set_xlabel("tokens")
    _finish(axes, f"Tokens: {_count(sum(ends))}", ends, [_count(end) for end in ends], integer=True)


def _draw_cost(axes: Axes, rows: Sequence[Usage]) -> None:
    amounts = [row.cost or 0.0 for row in rows]
    axes.barh(range(len(rows)), amounts, height=_THICK, color=_COST)
    axes.xaxis.set_major_formatter(StrMethodFormatter("{x:g}"))
    axes.set_xlabel("US dollars")
    title = f"Cost: ${sum(amounts):.3g}" if any(row.cost is not None for row in rows) or not rows else "Cost: unknown"
    _finish(axes, title, amounts, [_amount(row.cost) for row in rows])


def _finish(axes: Axes, title: str, ends: Sequence[float], texts: Sequence[str], *, integer: bool = False) -> None:
    """Write what each bar stands for behind it, and leave room for that."""
    options: Any = {"xytext": (5, 0), "textcoords": "offset points", "va": "center", "fontsize": "small"}
    for place, (end, text) in enumerate(zip(ends, texts, strict=True)):
        axes.annotate(text, (float(end), place), **options)
    axes.set_xlim(0, 1.22 * max(ends, default=0) or 1)
    axes.xaxis.set_major_locator(MaxNLocator(5, integer=integer))
    axes.set_title(title, loc="left", fontsize="medium")
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", alpha=0.25, linewidth=0.8)
    axes.set_axisbelow(True)


def _count(tokens: int) -> str:
    if tokens >= _LARGE:
        return f"{tokens:.3g}"
    return EngFormatter(places=1, sep="").format_data(tokens).replace(".0", "") if tokens >= _THOUSAND else str(tokens)


def _amount(cost: float | None) -> str:
    return "unknown" if cost is None else "free" if cost == 0 else f"${cost:.3g}"


def _parts(row: Usage) -> tuple[int, ...]:
    """Tokens of each kind, which add up to the total wherever the server counts so."""
    cached = min(row.cached_tokens, row.prompt_tokens)
    reasoning = min(row.reasoning_tokens, row.completion_tokens)
    return (row.prompt_tokens - cached, cached, row.completion_tokens - reasoning, reasoning)
