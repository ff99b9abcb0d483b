"""Tokens and money: of each turn, in total, by model, and as a table."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from typing import Any

import pytest

from openrouter_sdk import Chat, OpenRouter, testing
from openrouter_sdk.custom.conversation import Usage
from openrouter_sdk.custom.conversation.usage import UsageTable
from tests.conversation.talking import Talk

MODEL, OTHER = "a/model", "b/model"
FULL: dict[str, Any] = {
    "prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120, "cost": 0.5, "is_byok": True,
    "prompt_tokens_details": {"cached_tokens": 60, "cache_write_tokens": 7},
    "completion_tokens_details": {"reasoning_tokens": 5},
    "cost_details": {"upstream_inference_cost": 0.25},
}  # fmt: skip
STREAMED = pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])


@STREAMED
def test_each_turn_tells_all_that_the_server_told(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    server.enqueue(
        testing.reply("Yes.", usage=FULL), testing.reply("No.", usage={**FULL, "cost": 0.25, "is_byok": False})
    )
    chat = Chat(MODEL, client=client)

    talk.say(chat, "One", streamed=streamed)
    talk.say(chat, "Two", streamed=streamed)

    first, second = chat.turns
    assert first == Usage(
        model=MODEL, prompt_tokens=100, completion_tokens=20, total_tokens=120, cached_tokens=60, cache_write_tokens=7,
        reasoning_tokens=5, cost=0.5, upstream_cost=0.25, is_byok=True, generation_id=first.generation_id,
    )  # fmt: skip
    assert (second.cost, second.is_byok) == (0.25, False)
    assert chat.total_usage == Usage(
        turns=2, prompt_tokens=200, completion_tokens=40, total_tokens=240, cached_tokens=120, cache_write_tokens=14,
        reasoning_tokens=10, cost=0.75, upstream_cost=0.5, is_byok=True,
    )  # fmt: skip
    assert chat.usage == {"prompt_tokens": 200, "completion_tokens": 40, "total_tokens": 240}
    assert chat.cost == 0.75


@STREAMED
def test_a_free_turn_costs_nothing_and_an_unknown_cost_is_none(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    free, unknown = Chat(MODEL, client=client), Chat(MODEL, client=client)
    before = free.cost
    server.enqueue(testing.reply("Yes.", usage={"cost": 0}), testing.reply("Yes.", usage=False))

    talk.say(free, "One", streamed=streamed)
    talk.say(unknown, "One", streamed=streamed)

    assert (before, free.cost, unknown.cost) == (0, 0, None)
    assert unknown.usage == {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
    assert len(unknown.turns) == 1


@pytest.mark.parametrize("odd", [None, 3.0, "3", float("1e300"), {}, True], ids=repr)
def test_odd_counters_do_not_break_the_sum(client: OpenRouter, server: testing.Server, odd: Any) -> None:
    usage = {"prompt_tokens": odd, "completion_tokens": 2, "total_tokens": None, "cost": "free", "cost_details": odd}
    server.enqueue(testing.reply("Yes.", usage=usage))
    chat = Chat(MODEL, client=client)

    chat("One")

    assert chat.turns[0].prompt_tokens == (int(odd) if isinstance(odd, float) else 0)
    assert chat.usage["total_tokens"] == chat.turns[0].prompt_tokens + 2
    assert chat.cost is None


def test_small_costs_add_up_exactly(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(*(testing.reply("Yes.", usage={"cost": 0.1}) for _ in range(10)))
    chat = Chat(MODEL, client=client)

    for _ in range(10):
        chat("Again")

    assert chat.cost == 1.0


def test_the_table_adds_up_by_model(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(
        *(testing.reply("Yes.", usage=FULL) for _ in range(2)), testing.reply("No.", usage={**FULL, "cost": 0})
    )
    chat = Chat(MODEL, client=client)
    chat("One")
    chat("Two", model=OTHER)
    chat("Three")

    plain = chat.usage_table().plain().splitlines()

    assert " ".join(plain[0].split()) == "model turns prompt cached completion reasoning total cost upstream own key"
    assert [line.split()[:2] for line in plain[1:]] == [[MODEL, "2"], [OTHER, "1"], ["total", "3"]]
    assert plain[1].split()[2:] == ["200", "120", "40", "10", "240", "$0.500000", "$0.500000", "yes"]
    assert len({len(line.rstrip()) for line in plain}) == 1


@pytest.mark.parametrize(
    ("cost", "shown"),
    [
        (0, "$0"), (-0.0, "$0"), (None, "?"), (12.5, "$12.500000"), (0.000004, "$0.000004"), (3e-7, "$0.00000030"),
        (1.3e-8, "$0.000000013"), (-3e-7, "$-0.00000030"), (1e-30, "$0.000000000000000"),
    ],
)  # fmt: skip
def test_an_amount_is_not_shown_as_nothing(cost: float | None, shown: str) -> None:
    assert UsageTable([Usage(model=MODEL, cost=cost)]).plain().splitlines()[1].split()[-3] == shown


def test_the_table_of_one_model_has_no_total_and_of_none_only_that() -> None:
    chat = Chat(MODEL)

    assert chat.usage_table().plain().splitlines()[1].split() == [
        "total", "0", "0", "0", "0", "0", "0", "$0", "$0", "?"
    ]  # fmt: skip
    assert chat.total_usage.cost == chat.cost == 0


LONG = Usage(model="author/a-model-with-a-long-name", prompt_tokens=1200, cost=0.25)
WIDTHS = pytest.mark.parametrize(("width", "tables"), [(200, 1), (80, 1), (60, 2), (50, 2)])


@WIDTHS
def test_where_rows_do_not_fit_each_model_has_a_column(width: int, tables: int) -> None:
    table = UsageTable([LONG, replace(LONG, model="b/two")])

    shown = table.plain(width).split("\n\n")

    assert len(shown) == tables
    assert all(len(line) <= width for part in shown for line in part.splitlines())
    third = shown[0].splitlines()[2].split()
    assert third[:2] == (["b/two", "1"] if width == 200 else ["prompt", "1,200"])
    assert table.plain() == table.plain(200)


@WIDTHS
def test_rich_draws_columns_too(width: int, tables: int) -> None:
    console = pytest.importorskip("rich.console")
    file = io.StringIO()

    console.Console(file=file, width=width).print(UsageTable([LONG, replace(LONG, model="b/two")]))

    assert file.getvalue().count("┏") == tables
    assert all(len(line) <= width for line in file.getvalue().splitlines())
    assert "…" not in file.getvalue()


def test_the_terminal_says_how_narrow_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    table = UsageTable([LONG])
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    for columns in (200, 80):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert repr(table) == table.plain(columns)
        assert (len(str(table).splitlines()) > 8) == (columns == 80)


def test_rich_draws_the_table_where_it_is_installed() -> None:
    console = pytest.importorskip("rich.console")
    table = Chat("a/[bold]model").usage_table()
    file = io.StringIO()

    console.Console(file=file, width=200).print(table)

    assert "│ total" in str(table)
    assert str(table) in file.getvalue().replace(" \n", "\n")
    assert "\x1b" not in str(table)


def test_the_table_is_plain_without_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("rich.")]:
        monkeypatch.delitem(sys.modules, name)

    class Finder:
        @staticmethod
        def find_spec(name: str, *_: Any) -> None:
            if name.startswith("rich."):
                raise ImportError(name)

    monkeypatch.setattr(sys, "meta_path", [Finder, *sys.meta_path])
    table = Chat(MODEL).usage_table()

    assert str(table) == repr(table) == table.plain()
