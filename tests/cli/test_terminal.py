"""What a terminal is shown, and what another kind of stream."""

from __future__ import annotations

import io
import sys
from typing import Any
from unittest.mock import patch

import pytest

from openrouter_sdk import testing
from openrouter_sdk.custom.cli import main
from tests.cli.typing_at import run, sit_at_a_terminal


def test_a_terminal_shows_reasoning_sources_and_cost_beside_the_answer(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_at_a_terminal(monkeypatch)
    cited = {"type": "url_citation", "url_citation": {"url": "https://example.org", "title": "A page"}}
    server.enqueue(
        *[testing.reply("Yes.", reasoning="Let me see.", annotations=[cited], usage={"total_tokens": 12, "cost": 0.5})]
        * 2
    )

    ended, quiet = run("chat", "-m", "a/b", "Is it?"), run("chat", "-q", "Is it?")

    assert ended.out == "Yes.\n"
    assert "\x1b[2mLet \x1b[0m" in ended.err or "\x1b[2mLet\x1b[0m" in ended.err
    assert "[1] A page https://example.org" in ended.err
    assert "[a/b, 12 tokens, $0.500000]" in ended.err
    assert (quiet.out, "Let" in quiet.err, "tokens" in quiet.err) == ("Yes.\n", False, False)


def test_a_question_may_be_typed_where_the_answer_goes_into_a_file(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openrouter_sdk.custom.cli.app.is_terminal", lambda stream: stream is sys.stdin)

    ended = run("chat", given="Typed.\n")

    assert (ended.out, ended.err) == ("Typed.\n", "type the question; Ctrl-D ends it\n")


def test_no_escape_of_a_model_reaches_a_terminal_and_a_pipe_gets_what_came(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    wicked = "a\x1b]52;c;cm0gLXJm\x07b\x9b2Jc\r\nd\te"
    server.enqueue(*[testing.reply(wicked, reasoning="\x1b[2J")] * 2, testing.error(400, "no \x1b[2J"))

    piped = run("chat", "Hi")
    sit_at_a_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    shown, failed = run("chat", "Hi"), run("chat", "Hi")

    assert piped.out.replace("\r", "") == wicked.replace("\r", "") + "\n"
    assert shown.out == "a\\x1b]52;c;cm0gLXJm\\x07b\\x9b2Jc\nd\te\n"
    assert "\x1b" not in shown.err + failed.err
    assert "no \\x1b[2J" in failed.err


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_it_runs_without_a_standard_error_of_the_usual_kind(stream: Any, server: testing.Server) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")

    with patch.multiple(sys, stdin=None, stdout=out, stderr=stream), pytest.raises(SystemExit) as ended:
        main(["chat", "Hi"])

    assert (ended.value.code, out.buffer.getvalue()) == (0, b"Hi\n")
