"""How many examples a property test tries: a share of them in every run, all in `make test-long`."""

from __future__ import annotations

import os

_LONG = bool(os.environ.get("ALL_EXAMPLES"))


def examples(all_of_them: int) -> int:
    """So many in a long run; a fifth of them else, for they are drawn anew in every run."""
    return all_of_them if _LONG else max(all_of_them // 5, 5)
