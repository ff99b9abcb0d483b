"""`openrouter models`, and completion of their names."""

from __future__ import annotations

import json

import pytest

from openrouter_sdk import testing
from openrouter_sdk.custom.cli import known_models
from openrouter_sdk.custom.cli.catalogue import short_count, short_price
from tests.cli.typing_at import run, sit_at_a_terminal


def ids(out: str) -> list[str]:
    """The first column, without its heading."""
    return [line.split()[0] for line in out.splitlines()[1:]]


def test_words_narrow_the_list_down(server: testing.Server) -> None:
    ended = run("models", "CLAUDE", "latest")

    assert ended.code == 0
    assert ended.out == (
        "model                            context  in $/M  out $/M  modality\n"
        "~anthropic/claude-sonnet-latest       1m    3.00    15.00  text+image+file->text\n"
    )


@pytest.mark.parametrize(
    ("arguments", "holds", "lacks"),
    [
        (["--supports", "reasoning"], "openai/gpt-5-mini", "openai/gpt-4o"),
        (["--input", "audio"], "emulated/echo", "openai/gpt-4o"),
        (["--output", "image"], "google/gemini-2.5-flash-image", "openai/gpt-4o"),
        (["--max-price", "0.2"], "openai/gpt-4o-mini", "openai/gpt-4o"),
        (["--max-output-price", "1"], "openai/gpt-4o-mini", "openai/gpt-4o"),
        (["--context", "200k"], "openai/gpt-5-mini", "openai/gpt-4o"),
        (["--context", "0.3M"], "openai/gpt-5-mini", "openai/gpt-4o"),
    ],
)
def test_filters_hold(arguments: list[str], holds: str, lacks: str, server: testing.Server) -> None:
    found = ids(run("models", *arguments).out)

    assert holds in found
    assert lacks not in found


def test_models_of_all_outputs_are_found_and_sorted(server: testing.Server) -> None:
    assert "openai/text-embedding-3-small" in ids(run("models", "embedding").out)
    assert ids(run("models", "gpt", "--sort", "context").out)[0] == "openai/gpt-5-mini"
    assert server.requests[-1].query.count("sort=context-high-to-low") == 1


def test_json_is_what_the_api_said(server: testing.Server) -> None:
    (model,) = json.loads(run("models", "--json", "gpt-4o-mini").out)

    assert (model["id"], model["pricing"]["prompt"]) == ("openai/gpt-4o-mini", "0.00000015")


def test_nothing_found_is_said_beside_the_output(server: testing.Server) -> None:
    ended = run("models", "no such model")

    assert (ended.code, ended.out, ended.err) == (0, "", "no model is like that\n")


def test_a_number_of_tokens_is_checked(server: testing.Server) -> None:
    assert run("models", "--context", "many").code == 2
    assert not server.requests


def test_a_terminal_gets_a_table_that_fits(server: testing.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    sit_at_a_terminal(monkeypatch)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")

    out = run("models").out

    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 60


@pytest.mark.parametrize(("tokens", "shown"), [(None, "?"), (512, "512"), (8192, "8k"), (1_048_576, "1.049m")])
def test_tokens_are_short(tokens: int | None, shown: str) -> None:
    assert short_count(tokens) == shown


@pytest.mark.parametrize(
    ("price", "shown"),
    [("-1", "varies"), ("0", "0.00"), ("0.000003", "3.00"), ("0.00000006", "0.06"), ("0.0000000375", "0.0375")],
)
def test_prices_are_of_a_million_tokens(price: str, shown: str) -> None:
    from decimal import Decimal  # lazy: reads best here

    assert short_price(Decimal(price)) == shown
    assert short_price(None) == "?"


def test_names_complete_once_the_list_was_seen(server: testing.Server) -> None:
    assert known_models.complete("openai/gpt-4o") == []

    run("models", "claude")

    assert known_models.complete("openai/gpt-4o") == ["openai/gpt-4o", "openai/gpt-4o-mini"]


def test_a_cache_that_cannot_be_written_does_no_harm(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", f"{tmp_path}/file")
    with open(f"{tmp_path}/file", "w", encoding="utf-8"):  # noqa: PTH123
        pass

    assert run("models", "claude").code == 0
    assert known_models.known() == []
