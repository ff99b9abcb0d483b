"""What all results of a bulk run came to: their usage, and a table for notebooks, failures first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openrouter_sdk.models import ChatResult

from .._views import html_table, money
from ..answers import Usage, usage_of, usage_sum

if TYPE_CHECKING:
    _Results = Sequence[ChatResult | Exception]
else:
    _Results = object

_MOST_ROWS = 20


class ResultsView(_Results):
    """Mixed into the list of results."""

    @property
    def usage(self) -> Usage:
        """Tokens and cost of all that was received, answers from the checkpoint included; `usage.plot()` draws it."""
        turns: list[Usage] = []
        for result in self:
            answer = result if isinstance(result, ChatResult) else getattr(result, "partial", None)
            if isinstance(answer, ChatResult):
                turns.append(usage_of(answer, complete=answer is result))
        return usage_sum(turns)

    def _repr_html_(self) -> str:
        """What notebooks show."""
        failed = [place for place, result in enumerate(self) if not isinstance(result, ChatResult)]
        answered = [place for place, result in enumerate(self) if isinstance(result, ChatResult)]
        shown = (failed + answered)[:_MOST_ROWS]
        usage = self.usage
        counts = f"{len(answered):,} answered, {len(failed):,} failed or not sent"
        return html_table(
            f"{counts}; {usage.total_tokens:,} tokens, {money(usage.cost)}",
            ("item", "answer or error", "model", "tokens", "cost"),
            [_row(place, self[place]) for place in shown],
            more=len(self) - len(shown),
        )


def _row(place: int, result: ChatResult | Exception) -> tuple[object, ...]:
    if isinstance(result, ChatResult):
        usage = usage_of(result)
        return (place, result.text, result.model, usage.total_tokens, money(usage.cost))
    return (place, f"{type(result).__name__}: {result}", None, None, None)
