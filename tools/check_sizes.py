"""Fail when a hand-written file or function is longer than a reader should have to take in at once."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from sources import SUFFIXES, handwritten, shown

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 40


def length_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function from its `def`, less its docstring: documentation is never too long here."""
    first = function.body[0]
    documented = ast.get_docstring(function, clean=False) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def too_long(path: Path) -> Iterator[str]:
    """One line for each thing in `path` that is too long."""
    text = path.read_text(encoding="utf-8")
    lines = len(text.splitlines())
    if lines > MAX_FILE_LINES:
        yield f"{shown(path)}: {lines} lines, at most {MAX_FILE_LINES}"
    if path.suffix != ".py":
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = length_of(node)
            if length > MAX_FUNCTION_LINES:
                yield f"{shown(path)}:{node.lineno}: {node.name} has {length} lines, at most {MAX_FUNCTION_LINES}"


def main() -> int:
    """Check every hand-written file; returns the exit code."""
    files = list(handwritten(suffixes=SUFFIXES))
    problems = [problem for path in files for problem in too_long(path)]
    print("\n".join(problems) or f"sizes: {len(files)} hand-written files are small enough")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
