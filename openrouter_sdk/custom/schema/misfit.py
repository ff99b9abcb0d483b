"""What a value does wrong that does not fit its type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_MAX_FAULTS = 8


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not fit."""

    path: tuple[str | int, ...]
    """Keys and indexes that lead to it; empty for the whole value."""
    message: str

    def __str__(self) -> str:
        return f"{path_text(self.path)}: {self.message}" if self.path else self.message


class Misfit(ValueError):  # noqa: N818 - it is raised to be told to a model, not to end a program
    """A value that does not fit its type."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        shown = [str(fault) for fault in faults[:_MAX_FAULTS]]
        if len(faults) > _MAX_FAULTS:
            shown.append(f"and {len(faults) - _MAX_FAULTS} more")
        super().__init__("; ".join(shown))
        self.faults: tuple[Fault, ...] = tuple(faults)


def path_text(path: tuple[str | int, ...]) -> str:
    """A path as one writes it: `items[0].name`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
