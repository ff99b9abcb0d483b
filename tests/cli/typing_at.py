"""The command as a test calls it: in this process, with the server's address and a key in the environment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pytest
from typer.testing import CliRunner

from openrouter_sdk.custom.cli import screen
from openrouter_sdk.custom.cli.app import app

KEY = "sk-or-v1-0123456789abcdef"


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


def run(*arguments: str, given: str | bytes | None = None) -> Ended:
    """Run the command with what is piped into it."""
    done = CliRunner().invoke(app, list(arguments), input=given, prog_name="openrouter")
    return Ended(done.exit_code, done.stdout, done.stderr)


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
