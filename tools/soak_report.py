"""What a soak run held from beginning to end: as samples in a file, as a table, as a picture, and in the documents.

`python tools/soak_report.py` writes the documents from the samples of the latest run.
"""

from __future__ import annotations

import ctypes
import json
import os
import platform
import re
import statistics
import sys
import textwrap
import threading
import time
from dataclasses import asdict, dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "build" / "soak.jsonl"
DOCUMENT = ROOT / "docs" / "reliability.md"
PICTURE = ROOT / "docs" / "assets" / "soak.svg"
GROWTH_MIB = 8.0
"""Of resident memory, from the first third of the lulls to the last one, the beginning left out."""
GROWTH_BLOCKS = 0.05
"""Of the blocks that Python's objects take, the same: what the allocators keep for later is not among them."""
_BETWEEN = re.compile(r"(?<=<!-- soak: begin -->\n).*(?=<!-- soak: end -->)", re.DOTALL)
_GREY = "#7d8590"
"""Stands out from white and from black: one picture serves light pages and dark ones."""


class Sample(NamedTuple):
    """What the process holds at one moment.

    Attributes:
        mebibytes: Resident memory.
        blocks: Blocks of Python's allocator that objects take.
        heap_mebibytes: What is taken of the C library's heap; 0 where it does not tell.
        lull: Whether no call was under way.
    """

    seconds: float
    mebibytes: float
    blocks: int
    heap_mebibytes: float
    descriptors: int
    threads: int
    tasks: int
    lull: bool


class _MallInfo(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keepcost",
        )
    ]


def _heap_mebibytes() -> float:
    asked: Any = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if asked is None:
        return 0.0
    asked.restype = _MallInfo
    told: Any = asked()
    return float(told.uordblks + told.hblkhd) / 2**20


def sample(began: float, tasks: int, *, lull: bool) -> Sample:
    """What this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    memory = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    held = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - the path would be one more
    seconds = time.monotonic() - began
    counts = held, threading.active_count(), tasks
    return Sample(seconds, memory, sys.getallocatedblocks(), _heap_mebibytes(), *counts, lull)


@dataclass
class Run:
    """A run, kept in a file as it goes on.

    Attributes:
        samples: The first is from before the run, the last from behind it.
        outcomes: What came of calls, and how often.
        wrong: What grew, or was raised and should not have been.
    """

    minutes: float
    starts: int = 0
    forks: int = 0
    jumps: int = 0
    outcomes: dict[str, int] = field(default_factory=dict[str, int])
    wrong: list[str] = field(default_factory=list[str])
    samples: list[Sample] = field(default_factory=list[Sample])

    def add(self, one: Sample) -> None:
        """Keep a sample."""
        SAMPLES.parent.mkdir(exist_ok=True)
        with SAMPLES.open("a" if self.samples else "w") as file:
            file.write(json.dumps(one) + "\n")
        self.samples.append(one)

    def finish(self) -> None:
        """Keep what the run came to."""
        with SAMPLES.open("a") as file:
            file.write(json.dumps({**asdict(self), "samples": []}) + "\n")

    @classmethod
    def kept(cls) -> Run:
        """The latest run, which was finished."""
        *lines, last = SAMPLES.read_text().splitlines()
        return cls(**{**json.loads(last), "samples": [Sample(*json.loads(line)) for line in lines]})


def lulls(samples: list[Sample]) -> list[Sample]:
    """The samples of moments in which no call was under way."""
    return [each for each in samples[1:-1] if each.lull]


def growth(samples: list[Sample], name: str) -> tuple[float, float]:
    """The medians of the first and the last third of the lulls behind the first fifth, in which all is filling up."""
    quiet = lulls(samples)
    settled = quiet[len(quiet) // 5 :] or samples[-1:]
    third = max(len(settled) // 3, 1)
    first, last = ([getattr(each, name) for each in part] for part in (settled[:third], settled[-third:]))
    return statistics.median(first), statistics.median(last)


def grown(samples: list[Sample]) -> list[str]:
    """What grew."""
    wrong: list[str] = []
    first, last = growth(samples, "mebibytes")
    if last - first > GROWTH_MIB:
        wrong.append(f"memory grew by {last - first:.1f} MiB")
    first, last = growth(samples, "blocks")
    if last > first * (1 + GROWTH_BLOCKS):
        wrong.append(f"Python's objects took {first:.0f} blocks in the first third, {last:.0f} in the last one")
    before, after = samples[0], samples[-1]
    held = [(name, getattr(before, name), getattr(after, name)) for name in ("descriptors", "threads")]
    return wrong + [f"{name}: {old} before, {new} after" for name, old, new in held if new > old]


def table(run: Run) -> str:
    """What was held in the lulls, in Markdown."""
    heads = "after s", "resident MiB", "heap taken, MiB", "thousands of blocks", "descriptors", "threads", "tasks"
    named = [("before", run.samples[0]), *((f"{each.seconds:.0f}", each) for each in lulls(run.samples))]
    lines = ["| " + " | ".join(heads) + " |", "|---|" + "--:|" * (len(heads) - 1)]
    for name, each in [*named, ("all closed", run.samples[-1])]:
        amounts = [f"{each.mebibytes:.1f}", f"{each.heap_mebibytes:.1f}", f"{each.blocks / 1000:.1f}"]
        counts = [str(count) for count in (each.descriptors, each.threads, each.tasks)]
        lines.append("| " + " | ".join([name, *amounts, *counts]) + " |")
    return "\n".join(lines)


def summary(run: Run) -> str:
    """What the run was, and what grew, in words."""
    memory, blocks = growth(run.samples, "mebibytes"), growth(run.samples, "blocks")
    heap = growth(run.samples, "heap_mebibytes")
    return (
        f"{run.minutes:g} minutes with Python {platform.python_version()} on {platform.system()}: "
        f"{sum(run.outcomes.values()):,} calls, {run.starts} starts of the server, {run.forks} forks, "
        f"{run.jumps} jumps of the clock. Medians of the first and of the last third of the lulls, the first fifth "
        f"left out: resident memory {memory[0]:.1f} and {memory[1]:.1f} MiB, of which the heap had given out "
        f"{heap[0]:.1f} and {heap[1]:.1f}; blocks of Python's objects {blocks[0] / 1000:.1f} and "
        f"{blocks[1] / 1000:.1f} thousand."
    )


def told(run: Run) -> str:
    """All of it, for who ran it."""
    counts = [f"{count:8} {what}" for what, count in run.outcomes.items()]
    found = run.wrong or ["nothing grew, nothing unexpected was raised"]
    return "\n".join([table(run), *counts, summary(run), *found])


def draw(run: Run, path: Path) -> None:
    """Draw memory over time. Needs matplotlib."""
    matplotlib: Any = import_module("matplotlib")
    figures: Any = import_module("matplotlib.figure")
    running, quiet = run.samples[1:-1], lulls(run.samples)
    minutes, rests = ([each.seconds / 60 for each in some] for some in (running, quiet))
    # the same picture of the same samples, to the byte
    with matplotlib.rc_context({"svg.hashsalt": "soak", "font.size": 10}):
        figure = figures.Figure(figsize=(8, 3.6), layout="constrained")
        left = figure.subplots()
        right = left.twinx()
        drawn = [
            *left.plot(minutes, [each.mebibytes for each in running], color="#2f9e6e", label="resident MiB"),
            *left.plot(rests, [each.heap_mebibytes for each in quiet], "o-", color="#d08a3c", label="heap taken, MiB"),
            *right.plot(rests, [each.blocks / 1000 for each in quiet], "o-", color="#7c8aa5", label="thousand blocks"),
        ]
        left.set_xlabel("minutes", color=_GREY)
        for axes in (left, right):
            axes.set_ylim(0, axes.get_ylim()[1] * 1.2)
            axes.tick_params(colors=_GREY, which="both")
            for side in axes.spines.values():
                side.set_color(_GREY)
        left.legend(handles=drawn, frameon=False, labelcolor=_GREY, loc="center right")
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path, transparent=True, metadata={"Date": None})


def document(text: str, run: Run) -> str:
    """A document with summary and table between its two marks.

    Raises:
        ValueError: It has no such marks.
    """
    found, count = _BETWEEN.subn(lambda _: f"\n{textwrap.fill(summary(run), 120)}\n\n{table(run)}\n\n", text)
    if count != 1:
        raise ValueError("there is no place for the table between <!-- soak: begin --> and <!-- soak: end -->")
    return found


def publish(run: Run) -> None:
    """Write table and picture into the documents."""
    DOCUMENT.write_text(document(DOCUMENT.read_text(), run))
    draw(run, PICTURE)


if __name__ == "__main__":
    publish(Run.kept())
