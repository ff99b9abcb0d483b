"""Usage as a picture."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from openrouter_sdk import BulkResults, Chat, OpenRouter, Usage, errors, models, testing
from openrouter_sdk.custom.answers import usage_sum
from tests.helpers.eventual import Eventual
from tests.helpers.examples import meeting

plt = Eventual("matplotlib.pyplot")

TURNS = [
    Usage(model="a/cheap", prompt_tokens=100, cached_tokens=60, completion_tokens=20, total_tokens=120, cost=0.25),
    Usage(model="b/dear", prompt_tokens=700, completion_tokens=800, reasoning_tokens=500, total_tokens=1500, cost=2.0),
    Usage(model="a/cheap", prompt_tokens=100, completion_tokens=30, total_tokens=130, cost=0.25),
    Usage(model="c/free", prompt_tokens=10, completion_tokens=5, total_tokens=15, cost=0),
    Usage(model="d/unknown", prompt_tokens=1, completion_tokens=1, total_tokens=2),
]


@pytest.fixture(autouse=True)
def _headless() -> Iterator[None]:
    before = plt.get_backend()
    plt.switch_backend("agg")
    yield
    plt.switch_backend(before)


def drawn(figure: Any) -> dict[str, Any]:
    """What can be read in a figure."""
    tokens, cost = figure.axes
    return {
        "models": [label.get_text() for label in tokens.get_yticklabels()],
        "tokens": [text.get_text() for text in tokens.texts],
        "cost": [text.get_text() for text in cost.texts],
        "units": (tokens.get_xlabel(), cost.get_xlabel()),
        "titles": (tokens.get_title(loc="left"), cost.get_title(loc="left")),
        "kinds": [text.get_text() for legend in figure.legends for text in legend.get_texts()],
    }


def test_models_are_drawn_by_cost_with_units_and_what_each_bar_stands_for() -> None:
    assert drawn(usage_sum(TURNS).plot()) == {
        "models": ["d/unknown", "c/free", "a/cheap", "b/dear"],
        "tokens": ["2", "15", "250", "1.5k"],
        "cost": ["unknown", "free", "$0.5", "$2"],
        "units": ("tokens", "US dollars"),
        "titles": ("Tokens: 1.8k", "Cost: $2.5"),
        "kinds": ["prompt", "prompt, cached", "answer", "reasoning"],
    }


def test_as_many_tokens_as_no_machine_counts_are_drawn() -> None:
    figure = usage_sum([Usage(prompt_tokens=10**30, completion_tokens=10**300, total_tokens=10**300)]).plot()

    figure.draw_without_rendering()
    assert sum(bar.get_width() for bar in figure.axes[0].patches) == 1e300


def test_bars_add_up_to_the_tokens() -> None:
    tokens = usage_sum(TURNS).plot().axes[0]

    widths = [[bar.get_width() for bar in container] for container in tokens.containers]
    assert [sum(of_model) for of_model in zip(*widths, strict=True)] == [2, 15, 250, 1500]


@pytest.mark.parametrize(
    ("usage", "style"),
    meeting(
        [Usage(model="a/b", total_tokens=3), usage_sum([]), usage_sum([Usage()])],
        ["default", "dark_background"],
        of=1,
    ),
)
def test_a_turn_a_sum_of_none_and_one_without_a_model_are_drawn_in_any_style(usage: Usage, style: str) -> None:
    with plt.style.context(style):
        file = io.BytesIO()
        usage.plot().savefig(file)

    assert file.getvalue().startswith(b"\x89PNG")


def test_without_a_window_no_figure_is_left_open() -> None:
    usage_sum(TURNS).plot()

    assert plt.get_fignums() == []


def test_a_conversation_is_drawn_with_one_model_and_with_several(client: OpenRouter, server: testing.Server) -> None:
    one, two = Chat("a/one", client=client), Chat(["a/one", "b/two"], client=client)
    one("Hi")
    two("Hi")

    assert drawn(one.total_usage.plot())["models"] == ["a/one"]
    assert sorted(drawn(two.usage_table().plot())["models"]) == ["a/one", "b/two"]


def test_a_bulk_run_is_drawn_with_what_came_before_an_error() -> None:
    usage = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15, "cost": 0.5}
    answer = models.ChatResult.from_dict({"id": "gen-1", "model": "a/b", "choices": [], "usage": usage})
    results = BulkResults([answer, errors.StreamInterruptedError("cut", partial=answer), ValueError("no")])

    assert (results.usage.turns, results.usage.cost, results.usage.complete) == (2, 1.0, False)
    assert drawn(results.usage.plot())["tokens"] == ["30"]


def test_without_matplotlib_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "openrouter_sdk.custom.answers.plots", raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)

    with pytest.raises(ImportError, match=r"openrouter-sdk\[plot\]"):
        Usage().plot()


def test_a_sum_knows_its_turns_and_saves_none_of_them() -> None:
    total = usage_sum([usage_sum(TURNS[:2]), *TURNS[2:]])

    assert total.parts == tuple(TURNS)
    assert [row.model for row in total.by_model] == ["a/cheap", "b/dear", "c/free", "d/unknown"]
    assert total.by_model[0].total_tokens == 250
    assert "parts" not in total.to_dict()
    assert Usage.from_dict({**total.to_dict(), "parts": ["junk"]}).parts == ()
