"""Amounts, and tables for notebooks. Everything in them is escaped: a notebook would run what a model wrote."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape

_LONGEST_CHARS = 300


def html_table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[object]], more: int = 0) -> str:
    """A table in HTML, without colours of its own, so that it looks right in light and dark.

    Args:
        caption: What it shows, in a line.
        headings: One for each column.
        rows: The cells; a cell that is a number is aligned to the right, None is empty, a long text is cut.
        more: Rows that are left out.
    """
    heads = "".join(f'<th style="text-align:left">{escape(heading)}</th>' for heading in headings)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    rest = (
        f'<tr><td colspan="{len(headings)}" style="text-align:left"><em>and {more:,} more</em></td></tr>'
        if more > 0
        else ""
    )
    return (
        f'<table><caption style="text-align:left">{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}{rest}</tbody></table>"
    )


def money(amount: float | None) -> str:
    """An amount in USD with as many places as small prices need; "?" when unknown."""
    return "?" if amount is None else f"${amount:.{places(amount)}f}" if amount else "$0"


def places(amount: float) -> int:
    """Decimal places that show a small amount: six, or as many as its first two digits take, up to fifteen."""
    return min(1 - math.floor(math.log10(abs(amount))), 15) if 0 < abs(amount) < 1e-6 else 6


def _cell(value: object) -> str:
    if isinstance(value, (int, float)):
        return f'<td style="text-align:right">{value:,}</td>'
    text = "" if value is None else str(value)
    shown = text if len(text) <= _LONGEST_CHARS else f"{text[:_LONGEST_CHARS]}…"
    return f'<td style="text-align:left;white-space:pre-wrap">{escape(shown)}</td>'
