"""Fail when a document links to something that is not there, or shows Python that does not compile."""

from __future__ import annotations

import ast
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from sources import ROOT, shown

FENCE = re.compile(r"^(?P<indent> *)(?P<marks>```+|~~~+) *(?P<language>[\w.+-]*)")
LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)")
INLINE_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")


class Block(NamedTuple):
    """A fenced block: the line it begins on, its language, its text."""

    line: int
    language: str
    text: str


def documents() -> list[Path]:
    """Every Markdown document that belongs to the project."""
    return sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")})


def split(text: str) -> tuple[list[tuple[int, str]], list[Block]]:
    """The numbered lines of prose, and the fenced blocks."""
    prose: list[tuple[int, str]] = []
    blocks: list[Block] = []
    opened: tuple[int, str, str] | None = None
    inside: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        fence = FENCE.match(line)
        if opened is None and fence:
            opened, inside = (number, fence["language"].lower(), fence["marks"]), []
        elif opened is None:
            prose.append((number, line))
        elif line.strip().startswith(opened[2]) and not line.strip().strip(opened[2][0]):
            blocks.append(Block(opened[0], opened[1], textwrap.dedent("\n".join(inside))))
            opened = None
        else:
            inside.append(line)
    if opened is not None:
        blocks.append(Block(opened[0], "unclosed", ""))
    return prose, blocks


def anchors(prose: list[tuple[int, str]]) -> set[str]:
    """The fragments that the headings of a document can be reached by."""
    found: set[str] = set()
    for _, line in prose:
        if heading := HEADING.match(line):
            slug = re.sub(r"[^\w\- ]", "", heading[1].lower()).replace(" ", "-")
            count = sum(1 for name in found if re.fullmatch(rf"{re.escape(slug)}(-\d+)?", name))
            found.add(f"{slug}-{count}" if count else slug)
    return found


def links(prose: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Every link target with its line; code spans hold no links."""
    for number, line in prose:
        bare = INLINE_CODE.sub("code", line)
        for target in [*LINK.findall(bare), *REFERENCE.findall(bare)]:
            yield number, target


def broken(document: Path, target: str) -> str | None:
    """Why a link leads nowhere; None for a good link and for one that leaves the project."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    path = (document.parent / unquote(parts.path)).resolve() if parts.path else document
    if not path.is_relative_to(ROOT) or not path.exists():
        return f"links to {target!r}, which is not there"
    if parts.fragment and path.suffix == ".md":
        prose, _ = split(path.read_text(encoding="utf-8"))
        if parts.fragment not in anchors(prose):
            return f"links to {target!r}, but no heading has that name"
    return None


def compile_error(block: Block) -> str | None:
    """Why the code of a block is not Python; None for good code and other languages."""
    if block.language == "unclosed":
        return "opens a fence that is never closed"
    if block.language not in {"python", "py"}:
        return None
    try:
        compile(block.text, "<document>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except SyntaxError as error:
        return f"shows Python that does not compile: {error.msg} (line {error.lineno} of the block)"
    return None


def problems_of(document: Path) -> Iterator[str]:
    """One line for each thing wrong with a document."""
    prose, blocks = split(document.read_text(encoding="utf-8"))
    for number, target in links(prose):
        if why := broken(document, target):
            yield f"{shown(document)}:{number}: {why}"
    for block in blocks:
        if why := compile_error(block):
            yield f"{shown(document)}:{block.line}: {why}"


def main() -> int:
    """Check every document; returns the exit code."""
    found = documents()
    problems = [problem for document in found for problem in problems_of(document)]
    print("\n".join(problems) or f"docs: links and Python blocks of {len(found)} documents are good")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
