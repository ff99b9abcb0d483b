"""How far a bulk run is, on standard error."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

from .._views import money

_STEPS = 20
_PLAIN_STEP = 100


class Progress:
    """What a run tells about its course; nobody listens to this one."""

    def advance(self, cost: float) -> None:
        """One more item is settled; `cost` is the total so far, in USD credits."""

    def note(self, text: str) -> None:
        """Something out of the ordinary happened."""

    def close(self) -> None:
        """The run is over."""


class TqdmProgress(Progress):
    """A bar."""

    def __init__(self, bar: Any) -> None:
        self._bar = bar

    def advance(self, cost: float) -> None:
        """Move the bar."""
        self._bar.set_postfix_str(money(cost), refresh=False)
        self._bar.update()

    def note(self, text: str) -> None:
        """Write a line above the bar."""
        self._bar.write(text, file=sys.stderr)

    def close(self) -> None:
        """Leave the bar as it is."""
        self._bar.close()


class RichProgress(Progress):
    """A bar of rich."""

    def __init__(self, bar: Any, total: int | None) -> None:
        self._bar = bar
        self._task = bar.add_task("chat.map", total=total, cost="")
        bar.start()

    def advance(self, cost: float) -> None:
        """Move the bar."""
        self._bar.update(self._task, advance=1, cost=money(cost))

    def note(self, text: str) -> None:
        """Write a line above the bar."""
        self._bar.console.print(text, markup=False, highlight=False)

    def close(self) -> None:
        """Leave the bar as it is."""
        self._bar.stop()


class PlainProgress(Progress):
    """A line now and then, where no bar can be drawn."""

    def __init__(self, total: int | None) -> None:
        self._total = total
        self._step = max(total // _STEPS, 1) if total else _PLAIN_STEP
        self._done = 0
        self._cost = 0.0

    def advance(self, cost: float) -> None:
        """Write a line for every 20th part of the items."""
        self._done += 1
        self._cost = cost
        if self._done % self._step == 0:
            self._write()

    def note(self, text: str) -> None:
        """Write a line."""
        sys.stderr.write(f"{text}\n")

    def close(self) -> None:
        """Write the last line, unless it stands there."""
        if self._done % self._step:
            self._write()

    def _write(self) -> None:
        of = f"/{self._total}" if self._total else ""
        sys.stderr.write(f"chat.map: {self._done}{of}, {money(self._cost)}\n")


def new_progress(shown: bool, total: int | None) -> Progress:
    """A bar of tqdm, else one of rich in a terminal, whichever is installed, else lines; nothing unless `shown`."""
    if not shown:
        return Progress()
    with suppress(ImportError):
        tqdm: Any = import_module("tqdm.auto").tqdm
        return TqdmProgress(tqdm(total=total, desc="chat.map", unit="item"))
    if sys.stderr.isatty():
        with suppress(ImportError):
            return RichProgress(_rich_bar(), total)
    return PlainProgress(total)


def _rich_bar() -> Any:
    rich: Any = import_module("rich.progress")
    console: Any = import_module("rich.console").Console(stderr=True)
    columns = (
        rich.TextColumn("{task.description}"),
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TextColumn("{task.fields[cost]}"),
        rich.TimeElapsedColumn(),
        rich.TimeRemainingColumn(),
    )
    # What is printed meanwhile is moved above the bar, but not out of a pipe or a file.
    return rich.Progress(*columns, console=console, redirect_stdout=sys.stdout.isatty())
