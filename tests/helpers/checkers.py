"""Type checkers that tests run."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_CACHE = Path(__file__).parents[2] / ".mypy_cache"


def copy_mypy_cache(folder: Path) -> Path:
    """Copy what `make mypy` has found out about the package, if it ran: mypy checks again what is not as it was then.

    Args:
        folder: Where the copy goes.

    Returns:
        The folder of the copy, there or not.
    """
    copy = folder / _CACHE.name
    for path in _CACHE.rglob("*.db"):
        target = copy / path.relative_to(_CACHE)
        target.parent.mkdir(parents=True, exist_ok=True)
        # a backup is whole, even of what is being written
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as written:
            source.backup(written)
    return copy
