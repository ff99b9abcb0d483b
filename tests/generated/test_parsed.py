"""Prices, times and days beside the texts and numbers that the wire has."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from openrouter_sdk import models
from openrouter_sdk.types import as_date, as_datetime, as_decimal
from tests.contract.document import load_contract
from tests.generated.json_objects import ANY

PLACES = [
    (component, name, added, kind)
    for component, schema in load_contract().components.items()
    for name, one in schema.get("properties", {}).items()
    for added, kind in one.get("x-parsed", {}).items()
]
KINDS: dict[str, type] = {"decimal": Decimal, "datetime": datetime, "date": date}
SAMPLES: dict[str, Any] = {"decimal": "0.0000025", "datetime": "2026-01-31T10:20:30.500Z", "date": "2026-01-31"}


@pytest.mark.parametrize(("component", "name", "added", "kind"), PLACES)
def test_a_parsed_form_is_beside_the_value_of_the_wire_and_follows_it_and_cannot_be_set(
    component: str, name: str, added: str, kind: str
) -> None:
    read = getattr(models, component).from_dict({name: SAMPLES[kind]})

    assert getattr(read, name) == SAMPLES[kind]
    assert type(getattr(read, added)) is KINDS[kind]
    assert read.to_dict() == {name: SAMPLES[kind]}
    assert added not in repr(read)

    setattr(read, name, None)

    assert getattr(read, added) is None
    with pytest.raises(AttributeError):
        setattr(read, added, "1")


def test_prices_lose_nothing() -> None:
    price = models.PublicPricing.from_dict({"prompt": "0.00000000000000000012", "completion": "1e-7"})

    assert price.prompt_usd == Decimal("0.00000000000000000012")
    assert price.completion_usd == Decimal("0.0000001")


def test_times_are_aware_whatever_their_form() -> None:
    assert as_datetime(0) == datetime(1970, 1, 1, tzinfo=UTC)
    assert as_datetime(1.5) == datetime(1970, 1, 1, 0, 0, 1, 500_000, tzinfo=UTC)
    assert as_datetime("2026-01-31T10:20:30") == datetime(2026, 1, 31, 10, 20, 30, tzinfo=UTC)
    zone = timezone(timedelta(hours=2))
    assert as_datetime("2026-01-31T10:20:30+02:00") == datetime(2026, 1, 31, 10, 20, 30, tzinfo=zone)


def test_a_day_may_have_a_time_behind_it() -> None:
    assert as_date("2026-01-31T10:20:30Z") == date(2026, 1, 31)


@pytest.mark.parametrize("value", [None, True, "", "soon", "NaN", "inf", [], {}, float("nan"), 10**400])
def test_what_does_not_parse_reads_as_none(value: Any) -> None:
    assert as_datetime(value) is None
    assert as_date(value) is None
    assert as_decimal(value) is None or value == 10**400


@given(ANY)
def test_no_value_of_the_wire_raises(value: Any) -> None:
    for parse in (as_date, as_datetime, as_decimal):
        parse(value)
