"""What an answer costs by list prices."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import models
from openrouter_sdk.custom.answers import price_of
from tests.generated.json_objects import ANY, object_of

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)  # a Monday
PRICES = {"prompt": "0.001", "completion": "0.01"}


def price(prices: dict[str, Any], usage: dict[str, Any] | None, at: datetime = NOON) -> Decimal | None:
    return price_of(models.PublicPricing.from_dict(prices), usage, at)


def tokens(prompt: float, completion: float, **more: Any) -> dict[str, Any]:
    return {"prompt_tokens": prompt, "completion_tokens": completion, **more}


def test_each_token_has_its_price() -> None:
    assert price(PRICES, tokens(10, 2)) == Decimal("0.030")


def test_nothing_is_lost_to_binary_fractions() -> None:
    assert price({"prompt": "0.0000001", "completion": "0.0000003"}, tokens(3, 1)) == Decimal("0.0000006")


@pytest.mark.parametrize(
    ("prices", "details", "expected"),
    [
        ({"input_cache_read": "0.0001"}, {"prompt_tokens_details": {"cached_tokens": 4}}, "0.0264"),
        ({"input_cache_read": "0"}, {"prompt_tokens_details": {"cached_tokens": 4}}, "0.026"),
        ({"input_cache_write": "0.002"}, {"prompt_tokens_details": {"cache_write_tokens": 4}}, "0.034"),
        ({"audio": "0.1"}, {"prompt_tokens_details": {"audio_tokens": 1}}, "0.129"),
        ({}, {"prompt_tokens_details": {"cached_tokens": 4}}, "0.030"),
        ({"internal_reasoning": "0.02"}, {"completion_tokens_details": {"reasoning_tokens": 1}}, "0.040"),
        ({"internal_reasoning": "0"}, {"completion_tokens_details": {"reasoning_tokens": 1}}, "0.030"),
        ({"image_output": "0.03"}, {"completion_tokens_details": {"image_tokens": 1}}, "0.050"),
        ({"audio_output": "0.03"}, {"completion_tokens_details": {"audio_tokens": 2}}, "0.070"),
        ({"request": "1"}, {}, "1.030"),
        ({"web_search": "0.5"}, {"server_tool_use_details": {"web_search_requests": 2}}, "1.030"),
        ({"web_search": "0.5"}, {"server_tool_use": {"web_search_requests": 2}}, "1.030"),
        ({"web_search": "0.5"}, {"server_tool_use_details": {"web_search_requests": None}}, "0.030"),
    ],
)
def test_tokens_of_a_kind_cost_what_the_kind_costs(
    prices: dict[str, Any], details: dict[str, Any], expected: str
) -> None:
    assert price({**PRICES, **prices}, tokens(10, 2, **details)) == Decimal(expected)


def test_a_part_is_never_more_than_the_whole() -> None:
    read = {**PRICES, "input_cache_read": "0"}

    assert price(read, tokens(10, 0, prompt_tokens_details={"cached_tokens": 99})) == 0


@pytest.mark.parametrize(
    ("condition", "at", "applies"),
    [
        ({"min_prompt_tokens": 9}, NOON, True),
        ({"min_prompt_tokens": 10}, NOON, False),
        ({"utc_start": 1200, "utc_end": 1300}, NOON, True),
        ({"utc_start": 1100, "utc_end": 1200}, NOON, False),
        ({"utc_start": 2200, "utc_end": 1230}, NOON, True),
        ({"utc_start": 2200, "utc_end": 600}, NOON, False),
        ({"utc_start": 2200, "utc_end": 600}, NOON.replace(hour=23), True),
        ({"utc_start": 1200}, NOON, True),
        ({"utc_end": 1200}, NOON, False),
        ({"utc_start": 1030, "utc_end": 1031}, NOON.replace(hour=10, minute=30), True),
        ({"utc_start": 1200, "utc_end": 1300}, NOON.astimezone(timezone(timedelta(hours=5))), True),
        ({"utc_start": 1200, "utc_end": 1300}, NOON.replace(tzinfo=None), True),
        ({"utc_days": ["monday"]}, NOON, True),
        ({"utc_days": ["tuesday", "sunday"]}, NOON, False),
        ({"utc_days": ["monday"], "utc_start": 0, "utc_end": 100}, NOON, False),
        ({}, NOON, True),
    ],
)
def test_another_price_holds_when_all_its_conditions_do(condition: dict[str, Any], at: datetime, applies: bool) -> None:
    prices = {**PRICES, "overrides": [{**condition, "prompt": "1"}]}

    assert price(prices, tokens(10, 2), at) == Decimal("10.02" if applies else "0.03")


def test_the_last_price_that_applies_wins_one_by_one() -> None:
    overrides = [{"prompt": "1", "completion": "1"}, {"prompt": "2"}, {"prompt": "3", "min_prompt_tokens": 99}]

    assert price({**PRICES, "overrides": overrides}, tokens(1, 1)) == 3


@pytest.mark.parametrize("prices", [{"prompt": "-1", "completion": "-1"}, {}, {"prompt": "free", "completion": "0"}])
def test_unknown_prices_give_none(prices: dict[str, Any]) -> None:
    assert price(prices, tokens(1, 1)) is None


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": 1}, {"prompt_tokens": "many", "completion_tokens": 1}])
def test_unknown_usage_gives_none(usage: dict[str, Any] | None) -> None:
    assert price(PRICES, usage) is None


@pytest.mark.parametrize("number", ["1e999999", "1e999999999", "-1e999999"])
def test_a_number_of_no_size_to_reckon_with_is_unknown_at_once(number: str) -> None:
    assert price(PRICES, {"prompt_tokens": number, "completion_tokens": 1}) is None
    assert price({"prompt": number, "completion": "0"}, tokens(10, 1)) is None
    assert price({**PRICES, "request": number}, tokens(10, 2)) == Decimal("0.030")


@pytest.mark.parametrize("at", ["2026-01-05", NOON.date(), 1767614400])
def test_a_time_that_is_none_is_refused(at: Any) -> None:
    with pytest.raises(TypeError, match=f"^at must be a datetime, not {type(at).__name__}$"):
        price(PRICES, tokens(10, 2), at)


@pytest.mark.parametrize("kind", ["PublicPricing", "Model", "PublicEndpoint"])
def test_an_answer_is_priced_by_prices_a_model_or_an_endpoint(kind: str) -> None:
    priced = getattr(models, kind).from_dict(PRICES if kind == "PublicPricing" else {"pricing": PRICES})
    answer = models.ChatResult.from_dict({"usage": tokens(10, 2)})

    assert (answer.cost, answer.estimated_cost(priced, NOON)) == (None, Decimal("0.030"))
    assert models.ChatResult.from_dict({}).estimated_cost(priced) is None


@given(prices=object_of("PublicPricing"), usage=object_of("ChatUsage") | st.dictionaries(st.text(max_size=3), ANY))
def test_whatever_came_over_the_wire_is_priced_or_not(prices: dict[str, Any], usage: dict[str, Any]) -> None:
    found = price(prices, usage)

    assert found is None or found >= 0


def test_a_price_grows_with_the_tokens() -> None:
    several = [price(PRICES, tokens(count, count)) for count in range(5)]

    assert several == sorted(several, key=lambda one: one or 0)
    assert len(set(several)) == 5


@pytest.mark.parametrize("priced", ["openai/gpt-4o", None, {"prompt": "1"}, models.ModelResponse.from_dict({})])
def test_what_has_no_prices_is_told_with_what_has(priced: Any) -> None:
    told = rf"^prices are those of a model, as client\.models\.list\(\) gives them.*, not of {type(priced).__name__}$"
    with pytest.raises(TypeError, match=told):
        models.ChatResult.from_dict({}).estimated_cost(priced)
