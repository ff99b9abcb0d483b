"""The names of models seen last, for completion and for hints. Nothing depends on them being there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

_MOST = 3


def remember(models: Iterable[str]) -> None:
    """Keep the names, if they can be kept."""
    with suppress(OSError, RuntimeError):
        file = _file()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(f"{model}\n" for model in models), encoding="utf-8")


def known() -> list[str]:
    """The names that were kept; none before `openrouter models` was run."""
    try:
        return _file().read_text(encoding="utf-8").split()
    except (OSError, RuntimeError, ValueError):
        return []


def complete(incomplete: str) -> list[str]:
    """The names that begin so."""
    return [model for model in known() if model.startswith(incomplete)]


def nearest(model: str) -> list[str]:
    """The names that are most like one that nobody knows."""
    return get_close_matches(model, known(), n=_MOST, cutoff=0.7)


def _file() -> Path:
    folder = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(folder) if folder else Path.home() / ".cache") / "openrouter-sdk" / "models.txt"
