"""Where the command writes: answers go to standard output, everything about them to standard error.

What a model or a server wrote reaches a terminal without control characters; a file or a pipe gets it as it came.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_CONTROLS: dict[int, str | None] = {
    code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"
}
_CONTROLS[ord("\r")] = None
_SURROGATE = re.compile("[\ud800-\udfff]")
_ERASE_LINE = "\r\x1b[K"


def visible(text: str) -> str:
    r"""A text without what moves a cursor, renames a window or reads a clipboard: escapes are written out.

    Line breaks and tabs stay; of `\r\n` the line break stays.
    """
    return text.translate(_CONTROLS)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sits at the other end."""
    return stream is not None and not stream.closed and stream.isatty()


def wants_colour(stream: TextIO) -> bool:
    """Whether to colour: NO_COLOR forbids it, FORCE_COLOR asks for it, else a terminal that can gets it."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (is_terminal(stream) and os.environ.get("TERM") != "dumb")


class Screen:
    """The two streams of the process, as they are when this is made."""

    def __init__(self) -> None:
        self._out = _prepared(sys.stdout)
        self._err = _prepared(sys.stderr)
        self.shows_answers: bool = is_terminal(self._out)
        """Whether standard output is a terminal."""
        self.shows_notes: bool = is_terminal(self._err)
        """Whether standard error is one."""
        self._in_line = False
        self._in_thought = False
        self._is_waiting = False
        self._half = ""

    @cached_property
    def _notes(self) -> Console:
        return _console(self._err)

    def answer(self, text: str) -> None:
        """Write a piece of an answer, at once."""
        self.end_wait()
        if self._in_thought:
            self.end_line()
            self._notes.print()
        text, self._half = _whole(self._half + text)
        # first, as Ctrl-C may come at any moment after the text is seen
        self._in_line = not text.endswith("\n") if text else self._in_line
        self._out.write(visible(text) if self.shows_answers else text)
        self._out.flush()

    def end_line(self) -> None:
        """End the line of an answer, if it does not end there."""
        self.end_wait()
        if self._in_thought and self._in_line:
            self._notes.print()
        elif self._in_line:
            self.answer("\n")
        self._in_thought = self._in_line = False

    def json(self, value: Any) -> None:
        """Write a value as JSON: for people in a terminal, else on one line."""
        self.answer(json.dumps(value, ensure_ascii=False, indent=2 if self.shows_answers else None) + "\n")

    def reasoning(self, text: str) -> None:
        """Show a piece of what a model thinks, dimmed; nowhere but in a terminal."""
        if text and self.shows_answers and self.shows_notes:
            self.end_wait()
            self._in_thought, self._in_line = True, not text.endswith("\n")
            self._notes.print(_text(text, "dim"), end="")

    def note(self, text: str, style: str = "dim") -> None:
        """Say something about the answer, on a line of its own on standard error."""
        self.end_line()
        self._notes.print(_text(text, style))

    def error(self, text: str) -> None:
        """Say what went wrong."""
        self.end_line()
        self._notes.print(_text("error: ", "bold red").append(visible(text), "default"))

    def wait(self) -> None:
        """Show that an answer is awaited, until the next thing is written."""
        if self.shows_answers and self.shows_notes and wants_colour(self._err):
            self.end_wait()
            self._notes.print(_text("...", "dim"), end="")
            self._is_waiting = True

    def end_wait(self) -> None:
        """Take away what `wait` showed."""
        if self._is_waiting:
            self._is_waiting = False
            self._err.write(_ERASE_LINE)
            self._err.flush()

    def table(self, headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> None:
        """Write a table; plain columns where standard output is no terminal."""
        if not self.shows_answers:
            self.answer(_aligned([headings, *rows], numbers))
            return
        from rich.table import Table  # lazy: what goes into a pipe needs no rich

        table = Table(box=None, pad_edge=False, header_style="bold")
        for place, heading in enumerate(headings):
            table.add_column(heading, justify="right" if place in numbers else "left", overflow="fold")
        for row in rows:
            table.add_row(*(_text(cell) for cell in row))
        _console(self._out).print(table)

    def pairs(self, rows: Sequence[tuple[str, str]]) -> None:
        """Write names and values, a line each."""
        width = max((len(name) for name, _ in rows), default=0)
        for name, value in rows:
            self.answer(f"{name:<{width}}  {value}\n")

    def silence(self) -> None:
        """Write nothing more: nobody reads standard output any longer, which Python would complain of as it ends."""
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - it is no path
            for stream in (self._out, self._err):
                if stream in (sys.__stdout__, sys.__stderr__) and _is_broken(stream):
                    os.dup2(nowhere.fileno(), stream.fileno())


def read_input(*, even_typed: bool = False) -> bytes | None:
    """What is piped into the command; None where standard input is a terminal or closed.

    Args:
        even_typed: Whether to read what is typed there, up to Ctrl-D.
    """
    given: Any = sys.stdin
    if given is None or given.closed or (is_terminal(given) and not even_typed):
        return None
    data: bytes = given.buffer.read()
    return data


def _whole(text: str) -> tuple[str, str]:
    """The text without half a character at its end, and that half; some servers cut one in two."""
    if not _SURROGATE.search(text):
        return text, ""
    end = len(text) - ("\ud800" <= text[-1] <= "\udbff")
    return text[:end].encode("utf-16", "surrogatepass").decode("utf-16", "replace"), text[end:]


def _is_broken(stream: TextIO) -> bool:
    try:
        stream.flush()
    except OSError:
        return True
    return False


def _prepared(given: TextIO | None) -> TextIO:
    """The stream as UTF-8 where a program reads it; in a terminal what it cannot show is written out."""
    if given is None:
        return io.StringIO()
    reconfigure: Any = getattr(given, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding=None if is_terminal(given) else "utf-8", errors="backslashreplace")
    return given


def _text(text: str, style: str = "") -> Text:
    from rich.text import Text  # lazy: the same

    return Text(visible(text), style=style)


def _console(stream: TextIO) -> Console:
    from rich.console import Console  # lazy: the same

    colour = wants_colour(stream)
    return Console(
        file=stream,
        force_terminal=colour,
        color_system="auto" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
    )


def _aligned(rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if place in numbers else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)
