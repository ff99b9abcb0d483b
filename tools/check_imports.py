"""Fail on imports that import contracts cannot see: too many users of httpx, and imports inside functions."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from sources import handwritten, shown

MAX_HTTPX_FILES = 1
REASON = "# lazy: "


def imports(tree: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    """Every import statement in a syntax tree, however deep."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))


def names_httpx(path: Path) -> bool:
    """Whether the file imports httpx anywhere, for types included."""
    for node in imports(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        if any(name.split(".")[0] == "httpx" for name in names):
            return True
    return False


def hidden_imports(path: Path) -> Iterator[str]:
    """One line for each import inside a function that gives no reason on its own or the previous line."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    functions = (n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    spans = {(node.lineno, node.end_lineno) for function in functions for node in imports(function)}
    for first, last in sorted(spans):
        if not any(REASON in line for line in lines[max(first - 2, 0) : last]):
            yield f"{shown(path)}:{first}: an import inside a function needs a comment '{REASON}<reason>'"


def main() -> int:
    """Check every hand-written file; returns the exit code."""
    problems = [problem for path in handwritten() for problem in hidden_imports(path)]
    users = [shown(path) for path in handwritten("openrouter_sdk/custom") if names_httpx(path)]
    if len(users) > MAX_HTTPX_FILES:
        problems.append(f"httpx is imported in {len(users)} files, at most {MAX_HTTPX_FILES}: {', '.join(users)}")
    print("\n".join(problems) or f"imports: none hidden, httpx in {len(users)} of at most {MAX_HTTPX_FILES} files")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
