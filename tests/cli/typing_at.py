"""The command as a test calls it: in this process, with the server's address and a key in the environment."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import pytest

from openrouter_sdk.custom.cli import main, screen

KEY = "sk-or-v1-0123456789abcdef"


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


def run(*arguments: str, given: str | bytes = b"") -> Ended:
    """Run the command with what is piped into it."""
    piped = given.encode() if isinstance(given, str) else given
    streams = [io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="") for data in (piped, b"", b"")]
    with patch.multiple(sys, **dict(zip(("stdin", "stdout", "stderr"), streams, strict=True))):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        written = [_written(stream) for stream in streams[1:]]
    return Ended(int(ended.value.code or 0), *written)


def _written(stream: io.TextIOWrapper[io.BytesIO]) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()


def sit_at_a_terminal(monkeypatch: pytest.MonkeyPatch, lines: Iterable[Any] = ()) -> None:
    """Let all streams be terminals; what is typed there are these lines, or what they raise."""
    typed = iter(lines)

    def read(_prompt: str = "") -> str:
        line = next(typed, EOFError())
        if isinstance(line, BaseException):
            raise line
        return str(line)

    monkeypatch.setattr(screen, "is_terminal", lambda _stream: True)
    monkeypatch.setattr("openrouter_sdk.custom.cli.app.is_terminal", lambda _stream: True)
    monkeypatch.setattr("builtins.input", read)
