"""What a bulk run shows of its course."""

from __future__ import annotations

import io
import sys
from types import ModuleType
from typing import Any, ClassVar

import pytest

from openrouter_sdk import OpenRouter
from openrouter_sdk.custom.bulk.progress import PlainProgress, RichProgress, new_progress
from tests.bulk.helpers import bulk
from tests.helpers.api import Api

PROMPTS = [f"prompt {number}" for number in range(40)]


class Bar:
    """Stands for a bar of tqdm."""

    made: ClassVar[list[Bar]] = []

    def __init__(self, total: int | None, **_options: Any) -> None:
        self.total = total
        self.done = 0
        self.is_closed = False
        self.made.append(self)

    def set_postfix_str(self, text: str, refresh: bool) -> None:
        self.text = text

    def update(self) -> None:
        self.done += 1

    def write(self, text: str, file: Any) -> None:
        file.write(f"{text}\n")

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def bars(monkeypatch: pytest.MonkeyPatch) -> list[Bar]:
    module: Any = ModuleType("tqdm.auto")
    module.tqdm = Bar
    monkeypatch.setitem(sys.modules, "tqdm.auto", module)
    monkeypatch.setitem(sys.modules, "tqdm", ModuleType("tqdm"))
    monkeypatch.setattr(Bar, "made", [])
    return Bar.made


@pytest.fixture
def without_tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)


def test_a_bar_moves_with_each_item(api: Api, client: OpenRouter, bars: list[Bar]) -> None:
    results = bulk(api, client, PROMPTS, progress=True)

    (bar,) = bars
    assert (bar.total, bar.done, bar.is_closed) == (40, 40, True)
    assert bar.text == f"${results.cost:.6f}"


def test_a_bar_for_a_generator_has_no_total(api: Api, client: OpenRouter, bars: list[Bar]) -> None:
    bulk(api, client, (prompt for prompt in PROMPTS), progress=True)

    assert bars[0].total is None


def test_a_bar_is_closed_when_the_run_ends_by_an_error(api: Api, client: OpenRouter, bars: list[Bar]) -> None:
    def on_result(_index: int, _result: object) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        bulk(api, client, PROMPTS, progress=True, on_result=on_result)

    assert bars[0].is_closed


def test_the_real_tqdm_draws_on_standard_error(
    api: Api, client: OpenRouter, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("tqdm", reason="tqdm is not installed")

    bulk(api, client, PROMPTS, progress=True)

    shown = capsys.readouterr()
    assert "40/40" in shown.err
    assert shown.out == ""


def test_without_tqdm_there_are_lines(
    api: Api, client: OpenRouter, without_tqdm: None, capsys: pytest.CaptureFixture[str]
) -> None:
    bulk(api, client, PROMPTS, progress=True)

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 20
    assert lines[-1].startswith("chat.map: 40/40, $0.00")


def test_without_a_total_there_is_a_line_for_every_hundred_and_the_last(capsys: pytest.CaptureFixture[str]) -> None:
    progress = PlainProgress(None)
    for number in range(250):
        progress.advance(number / 100)
    progress.close()

    assert capsys.readouterr().err.splitlines() == [
        "chat.map: 100, $0.990000",
        "chat.map: 200, $1.990000",
        "chat.map: 250, $2.490000",
    ]


def test_nothing_is_shown_unless_asked_for(api: Api, client: OpenRouter, capsys: pytest.CaptureFixture[str]) -> None:
    bulk(api, client, PROMPTS)

    assert capsys.readouterr().err == ""


def sit_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Let standard error be a terminal of 80 columns."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal)
    return terminal


def test_rich_draws_the_bar_in_a_terminal_where_tqdm_is_not_installed(
    api: Api, client: OpenRouter, without_tqdm: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("rich", reason="rich is not installed")
    terminal = sit_at_a_terminal(monkeypatch)

    results = bulk(api, client, PROMPTS, progress=True)

    assert "40/40" in terminal.getvalue()
    assert f"${results.cost:.6f}" in terminal.getvalue()


def test_rich_writes_notes_above_the_bar_and_leaves_standard_output_alone(
    without_tqdm: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("rich", reason="rich is not installed")
    terminal = sit_at_a_terminal(monkeypatch)

    progress = new_progress(True, None)
    progress.note("stopping [now]")
    print("an answer")
    progress.advance(0.5)
    progress.close()

    assert isinstance(progress, RichProgress)
    assert "stopping [now]" in terminal.getvalue()
    assert "1/?" in terminal.getvalue()
    assert capsys.readouterr().out == "an answer\n"


def test_without_either_there_are_lines_in_a_terminal_too(without_tqdm: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    sit_at_a_terminal(monkeypatch)

    assert isinstance(new_progress(True, 3), PlainProgress)
