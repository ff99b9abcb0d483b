"""Measuring: two things in turn within one process, so that what disturbs one disturbs the other too."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

ROUNDS = 9


@dataclass
class Row:
    """One line of the table.

    Attributes:
        name: What was measured.
        against: What it is compared with.
        budget: Largest ratio that is fine; None for rows that only inform.
        cpu: Ratio of the medians of CPU time, or of `unit`.
        wall: Ratio of the medians of wall time; None where it says nothing.
        ours: Median CPU time of this SDK, in microseconds, or an amount of `unit`.
        theirs: The same of what it is compared with.
        note: Anything else.
        unit: What `ours` and `theirs` are given in.
        who: Another client that was measured in place of this SDK; "" for this SDK.
    """

    name: str
    against: str
    budget: float | None
    cpu: float
    wall: float | None = None
    ours: float = 0.0
    theirs: float = 0.0
    note: str = ""
    unit: str = "us"
    who: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the budget is met; None without one."""
        return None if self.budget is None else self.cpu <= self.budget


def tell(text: str) -> None:
    """Say how far the measuring is, beside the table."""
    print(text, file=sys.stderr, flush=True)


def timed(function: Callable[[], object], number: int) -> tuple[float, float]:
    """CPU and wall microseconds of one call, over `number` calls."""
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in range(number):
        function()
    return (time.process_time() - cpu) / number * 1e6, (time.perf_counter() - wall) / number * 1e6


def compare(
    name: str,
    against: str,
    budget: float | None,
    ours: Callable[[], object],
    theirs: Callable[[], object],
    *,
    number: int = 1,
    rounds: int = ROUNDS,
    per: int = 1,
    middle: Callable[[Iterable[float]], float] = statistics.median,
) -> Row:
    """The row of two functions, run in turn.

    Args:
        name: What is measured.
        against: What with.
        budget: Largest ratio that is fine.
        ours: This SDK's function.
        theirs: The other one.
        number: Calls in a round.
        rounds: Rounds of each.
        per: Things (such as chunks) that one call handles, to show the cost of one.
        middle: What to make of the rounds: `min` where both sides run the same code, and disturbances only add.
    """
    ours(), theirs()
    mine: list[tuple[float, float]] = []
    other: list[tuple[float, float]] = []
    for _ in range(rounds):
        other.append(timed(theirs, number))
        mine.append(timed(ours, number))
    cpu = [middle(pair[0] for pair in side) for side in (mine, other)]
    wall = [middle(pair[1] for pair in side) for side in (mine, other)]
    return Row(name, against, budget, cpu[0] / cpu[1], wall[0] / wall[1], cpu[0] / per, cpu[1] / per)


def process_cpu(code: str, python: str = sys.executable, **environment: str) -> tuple[float, float]:
    """CPU and wall microseconds of a whole Python process, bytecode cached as for any user."""
    before, started = _children_cpu(), time.perf_counter()
    command = [python, "-c", code]
    subprocess.run(command, env={**with_bytecode(), **environment}, check=True, stdout=subprocess.DEVNULL)
    return (_children_cpu() - before) * 1e6, (time.perf_counter() - started) * 1e6


def _children_cpu() -> float:
    if resource is None:
        times = os.times()
        return times.children_user + times.children_system
    # `os.times` counts in hundredths of a second, a tenth of what an import takes
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def compare_processes(
    name: str, against: str, budget: float | None, ours: str, theirs: str, *, rounds: int = 15, **environment: str
) -> Row:
    """The row of two programs, each run as a process of its own, in turn."""
    for code in (ours, theirs):
        process_cpu(code, **environment)
    mine = []
    other = []
    for _ in range(rounds):
        other.append(process_cpu(theirs, **environment))
        mine.append(process_cpu(ours, **environment))
    cpu = [statistics.median(pair[0] for pair in side) for side in (mine, other)]
    wall = [statistics.median(pair[1] for pair in side) for side in (mine, other)]
    return Row(name, against, budget, cpu[0] / cpu[1], wall[0] / wall[1], cpu[0], cpu[1])


def with_bytecode() -> dict[str, str]:
    """The environment variables of a process that may keep its bytecode, as any user's does."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def allow_many_files() -> int:
    """Let this process open as many files as the system lets it; returns how many."""
    if resource is None:
        return sys.maxsize
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return sys.maxsize if most == resource.RLIM_INFINITY else most
