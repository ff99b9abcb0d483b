"""What became of the items of a bulk run: answers and errors, what they cost, and a table for notebooks."""

from __future__ import annotations

import math

from openrouter_sdk.models import ChatResult

from .._views import html_table, money
from ..answers import Usage, own_key_cost, usage_of, usage_sum
from ..errors import NotSentError

_MOST_ROWS = 20


class BulkResults(list[ChatResult | Exception]):
    """What became of the items of a bulk run, in their order: an answer, or the exception in its place.

    Attributes:
        resumed: How many answers were taken from the checkpoint instead of being asked for again.
    """

    resumed: int = 0

    @property
    def answers(self) -> dict[int, ChatResult]:
        """The answers, by index."""
        return {index: result for index, result in enumerate(self) if isinstance(result, ChatResult)}

    @property
    def errors(self) -> dict[int, Exception]:
        """What the items failed with that were sent, or could not be, by index."""
        failed = {index: result for index, result in enumerate(self) if isinstance(result, Exception)}
        return {index: error for index, error in failed.items() if not isinstance(error, NotSentError)}

    @property
    def not_sent(self) -> list[int]:
        """The indexes of the items that were not sent, because the run had been stopped."""
        return [index for index, result in enumerate(self) if isinstance(result, NotSentError)]

    @property
    def cost(self) -> float:
        """What is known to have been charged for the items, in USD credits, answers from the checkpoint included."""
        return math.fsum(cost for answer in self._received() if (cost := getattr(answer, "cost", None)) is not None)

    @property
    def own_key_cost(self) -> float:
        """What providers are known to have charged on keys of your own, in USD; it is not part of `cost`."""
        return math.fsum(cost for answer in self._received() if (cost := own_key_cost(answer)) is not None)

    @property
    def usage(self) -> Usage:
        """Tokens and cost of all that was received, answers from the checkpoint included; `usage.plot()` draws it."""
        turns = [
            usage_of(answer, complete=answer is result)
            for result, answer in zip(self, self._received(), strict=True)
            if isinstance(answer, ChatResult)
        ]
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

    def _received(self) -> list[object]:
        return [result if isinstance(result, ChatResult) else getattr(result, "partial", None) for result in self]


def _row(place: int, result: ChatResult | Exception) -> tuple[object, ...]:
    if isinstance(result, ChatResult):
        usage = usage_of(result)
        return (place, result.text, result.model, usage.total_tokens, money(usage.cost))
    return (place, f"{type(result).__name__}: {result}", None, None, None)
