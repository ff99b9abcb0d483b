"""Counts that are the same on every machine: opcodes run, and blocks of memory kept."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from statistics import median
from threading import get_ident
from types import FrameType
from typing import Any

_TOOL = 4


def opcodes(function: Callable[[], object]) -> int:
    """Opcodes that a call of `function` runs in this thread, after one call that fills caches and imports.

    What C code does counts as nothing: `json.loads` costs the few opcodes of its wrapper, however long its text.
    """
    function()
    with _quiet():
        return _monitored(function) if sys.version_info >= (3, 12) else _traced(function)


def _traced(function: Callable[[], object]) -> int:
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if event == "call":
            frame.f_trace_opcodes, frame.f_trace_lines = True, False
        elif event == "opcode":
            count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


def _monitored(function: Callable[[], object]) -> int:
    # settrace misses opcodes there, until some frame has asked for them
    monitoring: Any = vars(sys)["monitoring"]
    events, thread, count = monitoring.events, get_ident(), 0

    def step(*_: object) -> None:
        nonlocal count
        count += get_ident() == thread

    monitoring.use_tool_id(_TOOL, "cost")
    monitoring.register_callback(_TOOL, events.INSTRUCTION, step)
    monitoring.set_events(_TOOL, events.INSTRUCTION)
    try:
        function()
    finally:
        monitoring.set_events(_TOOL, events.NO_EVENTS)
        monitoring.register_callback(_TOOL, events.INSTRUCTION, None)
        monitoring.free_tool_id(_TOOL)
    return count


def opcodes_each(function: Callable[[int], object], number: int = 100) -> float:
    """Opcodes that one more of something costs, for a function that takes how many: what comes once does not count."""
    return (opcodes(lambda: function(2 * number)) - opcodes(lambda: function(number))) / number


def _blocks_kept(function: Callable[[int], object], number: int) -> int:
    """Blocks of memory that are in use only because the result of `function` is still there."""
    with _quiet():
        before = sys.getallocatedblocks()
        kept = function(number)
        after = sys.getallocatedblocks()
    del kept
    return after - before


def blocks_each(function: Callable[[int], object], number: int = 100) -> float:
    """Blocks that one more of something keeps, for a function that takes how many.

    The interpreter keeps some dozens of freed blocks at hand, now more and now fewer: hence the median of five.
    """
    function(2 * number)
    return median((_blocks_kept(function, 2 * number) - _blocks_kept(function, number)) / number for _ in range(5))


def peak_bytes(function: Callable[[], object]) -> int:
    """The most memory, in bytes, that a call of `function` has in use at one time."""
    function()
    with _quiet():
        tracemalloc.start()
        try:
            before, _ = tracemalloc.get_traced_memory()
            tracemalloc.reset_peak()
            function()
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    return peak - before


def allocated_bytes(steps: Callable[[], Iterable[object]]) -> int:
    """Memory, in bytes, that the steps of an iteration ask for, summed over them: what each adds at its highest.

    Copying all that came before in each step shows here, even if C code does it and gives the memory back at once.
    """
    for _ in steps():
        pass
    total = 0
    with _quiet():
        tracemalloc.start()
        try:
            iterator, end = iter(steps()), object()
            while True:
                before, _ = tracemalloc.get_traced_memory()
                tracemalloc.reset_peak()
                if next(iterator, end) is end:
                    return total
                total += tracemalloc.get_traced_memory()[1] - before
        finally:
            tracemalloc.stop()


@contextmanager
def _quiet() -> Iterator[None]:
    """Nothing of earlier tests is collected meanwhile: finalizers would count.

    What is there stays out of the way of the collector, which is called again and again by what counts.
    """
    gc.collect()
    gc.freeze()
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
