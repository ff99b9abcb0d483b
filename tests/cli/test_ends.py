"""How the command ends: exit codes, and what a user is told."""

from __future__ import annotations

import errno
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

import openrouter_sdk
from openrouter_sdk import errors, testing
from openrouter_sdk.custom import cli
from openrouter_sdk.custom.cli import app, known_models
from openrouter_sdk.custom.cli.exits import Code
from tests.cli.typing_at import KEY, run

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("status", "message", "hint"),
    [
        (401, "User not found", "is OPENROUTER_API_KEY a key of this server, whole and enabled?"),
        (402, "Insufficient credits", "`openrouter key` and `openrouter credits` show what is left"),
        (403, "Flagged", ""),
    ],
)
def test_an_error_of_the_api_is_one(status: int, message: str, hint: str, server: testing.Server) -> None:
    server.enqueue(testing.error(status, message))

    ended = run("chat", "Hi")

    assert (ended.code, ended.out) == (1, "")
    assert f"{status}" in ended.err
    assert message in ended.err
    assert hint in ended.err
    assert "Traceback" not in ended.err


def test_a_rate_limit_is_waited_for_in_sight(server: testing.Server) -> None:
    server.enqueue(testing.error(429, "Slow down", headers={"Retry-After": "0"}))

    ended = run("chat", "Hi")

    assert (ended.code, ended.out) == (0, "Hi\n")
    assert "429 Too Many Requests: Slow down (try again in 0 s)\n" in ended.err
    assert ended.err.startswith("trying again in 0.")


def test_an_error_in_the_middle_comes_after_what_came(server: testing.Server) -> None:
    server.enqueue(testing.error(502, "Provider down", after="Half an"))

    ended = run("chat", "Hi")

    assert (ended.code, ended.out) == (1, "Half an\n")
    assert "502 Bad Gateway from Emulator: Provider down" in ended.err


def test_a_broken_stream_is_three(server: testing.Server) -> None:
    server.enqueue(testing.reply("Half an answer", done=False, finish_reason=None))

    assert run("chat", "Hi").code == 3


def test_no_connection_is_three_and_names_the_place(server: testing.Server) -> None:
    server.stop()

    ended = run("chat", "-o", "retries=0", "Hi")

    assert ended.code == 3
    assert f"is there a way from here to {server.url}?" in ended.err


def test_without_a_key_it_says_where_one_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", " ")

    ended = run("chat", "Hi")

    assert ended.code == 2
    assert ended.err.startswith("error: no API key: set OPENROUTER_API_KEY")


def test_the_nearest_models_are_told_for_one_that_is_not(server: testing.Server) -> None:
    server.enqueue(
        testing.error(404, "No endpoints found"), testing.error(400, "openai/gpt-4o-mimi is not a valid model ID")
    )

    unknown = run("chat", "-m", "openai/gpt-4o-mimi", "Hi")
    known_models.remember(["openai/gpt-4o", "openai/gpt-4o-mini", "cohere/rerank-v3.5"])
    near = run("chat", "-m", "openai/gpt-4o-mimi", "Hi")

    assert "`openrouter models WORDS` finds models" in unknown.err
    assert "did you mean openai/gpt-4o-mini or openai/gpt-4o?" in near.err


def test_a_wrong_option_is_two(server: testing.Server) -> None:
    ended = run("chat", "--nonsense", "Hi")

    assert ended.code == 2
    assert "--nonsense" in ended.err


@pytest.mark.parametrize("debug", [False, True])
def test_a_defect_is_told_as_one_and_debug_shows_where(
    debug: bool, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise ZeroDivisionError("a\x1b[2J")

    monkeypatch.setattr(app, "question_of", broken)

    ended = run("chat", *(["--debug"] if debug else []), "Hi")

    assert ended.code == 70
    assert "error: unexpected ZeroDivisionError: a" in ended.err
    assert ("Traceback" in ended.err) is debug
    assert "\x1b" not in ended.err


def test_debug_shows_the_traceback_of_a_users_error_without_the_key(server: testing.Server) -> None:
    server.enqueue(testing.error(401, f"No such key: {KEY}"))

    ended = run("chat", "--debug", "Hi")

    assert "Traceback" in ended.err
    assert KEY not in ended.err


def test_a_pipe_that_closes_ends_the_command_without_a_word(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: Any) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("openrouter_sdk.custom.cli.screen.Screen.answer", closed)

    ended = run("chat", "Hi")

    assert (ended.code, ended.err) == (141, "")


@pytest.mark.parametrize("place", ["_command", "_ended"])
def test_ctrl_c_ends_it_as_a_signal_does_wherever_it_comes(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> Any:
        raise KeyboardInterrupt

    def ended(**_: Any) -> None:
        raise SystemExit(Code.INTERRUPTED)

    sent: list[tuple[int, int]] = []
    monkeypatch.setattr(cli, "_command", interrupted if place == "_command" else lambda: ended)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr("os.kill", lambda *told: sent.append(told))

    with pytest.raises(SystemExit) as left:
        cli.main()

    assert left.value.code == 130
    assert sent == ([(os.getpid(), signal.SIGINT)] if os.name == "posix" else [])


def test_an_output_that_cannot_be_written_is_no_wrong_usage(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("openrouter_sdk.custom.cli.screen.Screen.answer", full)

    ended = run("chat", "Hi")

    assert (ended.code, ended.err) == (1, "error: No space left on device\n")


def test_the_version_is_the_packages() -> None:
    assert run("--version").out == f"{openrouter_sdk.__version__}\n"


def test_without_arguments_there_is_help() -> None:
    ended = run()

    assert all(name in ended.out + ended.err for name in ("chat", "models", "bulk", "serve"))


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typer", None)

    with pytest.raises(SystemExit) as ended:
        cli.main([])

    assert ended.value.code == 2
    assert capsys.readouterr().err == "openrouter needs 'typer': pip install 'openrouter-sdk[cli]'\n"


def test_the_documents_list_every_exit_code() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")

    assert all(f"\n| {int(code)} |" in page for code in Code)


def test_every_error_of_the_sdk_has_an_exit_code() -> None:
    from openrouter_sdk.custom.cli.exits import code_of  # lazy: reads best here

    assert code_of(errors.ArgumentError("x")) == Code.USAGE
    assert code_of(errors.RequestTimedOutError("x")) == Code.UNREACHABLE
    assert code_of(errors.TooManyRequestsResponseError("x")) == Code.FAILED
    assert code_of(errors.ResponseValidationError("x")) == Code.FAILED
