"""Fail when a test sleeps, looks at a clock, or gives up before a busy machine is done."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

from sources import handwritten, shown

REASON = "# real time: "
LEAST_PATIENCE_S = 10
CLOCKS = {"monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time", "time_ns"}
# What waits, and which of its arguments says how long.
WAITS = {
    "get": 1,
    "join": 0,
    "timeout": 0,
    "wait": 0,
    "wait_closed": 1,
    "wait_connections": 1,
    "wait_for": 1,
    "wait_requests": 1,
}
# The fake clock.
EXEMPT = {
    "tests/helpers/fake_time.py": "its sleep only moves its hand",
}


def name_of(call: ast.Call) -> str:
    """The last name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_short(node: ast.expr | None) -> bool:
    """Whether it is a number of seconds that a busy machine may need; 0 asks for no wait at all."""
    value = node.value if isinstance(node, ast.Constant) else None
    return isinstance(value, int | float) and 0 < value < LEAST_PATIENCE_S


def fault(call: ast.Call) -> str | None:
    """What is wrong with a call, or None."""
    name, where = name_of(call), ast.unparse(call.func)
    if name in CLOCKS or where == "time.time":
        return "looks at a clock"
    if name == "sleep" and where != "clock.sleep" and ast.unparse(call)[-3:] != "(0)":
        return "sleeps"
    if name in WAITS:
        limits = call.args[WAITS[name] : WAITS[name] + 1]
        limits += [keyword.value for keyword in call.keywords if keyword.arg == "timeout"]
        if any(map(is_short, limits)):
            return f"gives up after less than {LEAST_PATIENCE_S} s"
    return None


def problems_of(text: str) -> Iterator[str]:
    """One line for each call that depends on real time and gives no reason on its own or the previous line."""
    lines = text.splitlines()
    for node in (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)):
        what = fault(node)
        if what and not any(REASON in line for line in lines[max(node.lineno - 2, 0) : node.end_lineno]):
            yield f"{node.lineno}: {what}; use the fake clock or wait for what happens"


def main() -> int:
    """Check every hand-written test; returns the exit code."""
    files = [path for path in handwritten("tests") if shown(path) not in EXEMPT]
    problems = [
        f"{shown(path)}:{problem}" for path in files for problem in problems_of(path.read_text(encoding="utf-8"))
    ]
    print("\n".join(problems) or f"tests: {len(files)} files neither sleep nor time nor lose patience")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
