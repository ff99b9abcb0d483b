"""How much a test tries: a share in every run, all of it in `make test-long`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection
from itertools import combinations, product
from typing import Any

LONG = bool(os.environ.get("ALL_EXAMPLES"))


def examples(all_of_them: int) -> int:
    """So many in a long run; a fifth of them else, for they are drawn anew in every run."""
    return all_of_them if LONG else max(all_of_them // 5, 5)


def meeting(*factors: Collection[Any], of: int = 2) -> list[tuple[Any, ...]]:
    """Combinations of values, one of each factor: all of them in a long run, else so few that the values still meet.

    Any `of` values of different factors stand together in one combination at least. What only more of them do
    together goes untried: choose `of` by how many factors touch each other in the code.
    """
    rows = list(product(*(range(len(factor)) for factor in factors)))
    if not LONG:
        rows = _covering(rows, of)
    values = [list(factor) for factor in factors]
    return [tuple(choice[at] for choice, at in zip(values, row, strict=True)) for row in rows]


def _covering(rows: list[tuple[int, ...]], of: int) -> list[tuple[int, ...]]:
    groups = {row: set(combinations(enumerate(row), of)) for row in rows}
    missing, used, chosen = set().union(*groups.values()), Counter[tuple[int, int]](), []
    while missing:
        # of those that bring the most that is new, the one whose values have had the fewest turns
        best = min(rows, key=lambda row: (-len(groups[row] & missing), sum(used[each] for each in enumerate(row))))
        missing -= groups[best]
        used.update(enumerate(best))
        chosen.append(best)
    return sorted(chosen)
