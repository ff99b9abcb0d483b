"""Which Python files of the checkout are written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("openrouter_sdk", "generator", "tools", "tests", "examples", "bench")
SUFFIXES = (".py", ".jinja")


def is_generated(path: Path) -> bool:
    """Whether the first line of the file is the comment that `make generate` writes."""
    with path.open(encoding="utf-8") as file:
        first = file.readline().lower()
    return first.startswith("#") and "generated" in first and "do not edit" in first


def handwritten(*folders: str, suffixes: tuple[str, ...] = (".py",)) -> Iterator[Path]:
    """The hand-written files below the named folders of the checkout (default: all of them), in order."""
    for folder in folders or FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in suffixes and path.is_file() and not is_generated(path):
                yield path


def shown(path: Path) -> str:
    """The path as a reader of the checkout knows it."""
    return path.relative_to(ROOT).as_posix()
