"""What becomes of the parameters of a query, read back by the standard library."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.client import Operation
from openrouter_sdk.errors import ArgumentError
from tests.operations.building import build

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
PLAIN = TEXTS | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans()
DATES = st.dates() | st.datetimes(timezones=st.none() | st.just(datetime.UTC))


class Shade(str, enum.Enum):  # noqa: UP042 - the older form, whose str() is the name
    LIGHT = "light grey"


class Level(int, enum.Enum):
    HIGH = 3


def pairs(query: Mapping[str, Any], lists: Mapping[str, str] | None = None, **options: Any) -> list[tuple[str, str]]:
    """The query as a server reads it."""
    return parse_qsl(raw(query, lists, **options), keep_blank_values=True, strict_parsing=bool(query))


def raw(query: Mapping[str, Any], lists: Mapping[str, str] | None = None, **options: Any) -> str:
    operation = Operation(name="a.b", method="GET", path="/path", lists=lists or {})
    url = build(operation, query=dict(query), **options).url
    assert url.isascii()
    assert url.startswith("https://api.example/v1/path")
    return urlsplit(url).query


def text(value: Any) -> str:
    """How a plain value is written, by JSON's rules for numbers and bools."""
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


@given(st.dictionaries(NAMES, PLAIN, min_size=1))
def test_plain_values_arrive(query: dict[str, Any]) -> None:
    assert pairs(query) == [(name, text(value)) for name, value in query.items()]


@given(NAMES, DATES)
def test_dates_arrive_in_iso_form(name: str, value: datetime.date) -> None:
    ((_, sent),) = pairs({name: value})

    assert type(value).fromisoformat(sent) == value


@given(NAMES, st.lists(PLAIN, min_size=1))
def test_a_list_is_a_parameter_for_each_entry(name: str, values: list[Any]) -> None:
    assert pairs({name: values}) == [(name, text(value)) for value in values]


@pytest.mark.parametrize(("between", "written"), [(",", ","), (" ", "%20"), ("|", "%7C")])
@given(values=st.lists(PLAIN, min_size=1))
def test_a_list_in_one_parameter_can_be_told_apart_whatever_its_entries_hold(
    between: str, written: str, values: list[Any]
) -> None:
    name, _, sent = raw({"a": values}, {"a": between}).partition("=")

    assert name == "a"
    if not any(between in text(value) for value in values):
        assert [unquote(each) for each in sent.split(written)] == [text(value) for value in values]
    assert unquote(sent) == between.join(map(text, values))


@given(st.lists(TEXTS, min_size=1))
def test_commas_within_the_entries_of_a_comma_list_are_encoded(values: list[str]) -> None:
    sent = raw({"a": values}, {"a": ","}).removeprefix("a=")

    assert [unquote(each) for each in sent.split(",")] == values


@given(st.dictionaries(NAMES, PLAIN, min_size=1))
def test_an_object_is_a_parameter_for_each_field(value: dict[str, Any]) -> None:
    assert pairs({"f": value}, {"f": "{}"}) == [(f"f[{key}]", text(each)) for key, each in value.items()]


@given(TEXTS)
def test_a_text_for_a_list_goes_out_as_it_is(value: str) -> None:
    assert pairs({"a": value}, {"a": ","}) == [("a", value)]


def test_none_and_empty_lists_are_left_out() -> None:
    assert raw({"a": None, "b": [], "c": ()}, {"b": ","}) == ""
    assert raw({"a": None, "b": "x"}) == "b=x"
    assert raw({"f": {"a": None, "b": 1}}, {"f": "{}"}) == "f%5Bb%5D=1"


def test_what_people_read_stays_readable() -> None:
    assert raw({"m": "openai/gpt-4o:free", "a": ["text", "image"]}, {"a": ","}) == "m=openai/gpt-4o:free&a=text,image"


def test_an_enum_is_what_it_stands_for() -> None:
    assert pairs({"a": Shade.LIGHT, "b": [Level.HIGH]}) == [("a", "light grey"), ("b", "3")]


def test_extra_parameters_replace_those_of_the_same_name() -> None:
    query = {"a": 1, "b": 2, "c": None}

    assert pairs(query, extra_query={"b": [3, 4], "d": True}) == [("a", "1"), ("b", "3"), ("b", "4"), ("d", "true")]
    assert pairs(query, extra_query={"a": None}) == [("b", "2")]
    assert pairs(query, {"b": "|"}, extra_query={"b": [3, 4]}) == [("a", "1"), ("b", "3|4")]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), "\ud83c", "a\udcff"])
@pytest.mark.parametrize("form", [lambda value: value, lambda value: ["x", value], lambda value: {"x": value}])
def test_what_cannot_be_sent_is_refused_by_name(value: Any, form: Any) -> None:
    with pytest.raises(ArgumentError, match=r"^wanted (must be a finite number|holds a lone surrogate)"):
        raw({"wanted": form(value)}, {"wanted": "{}"} if isinstance(form(value), dict) else None)


def test_a_number_that_is_too_long_is_refused_by_name() -> None:
    with pytest.raises(ArgumentError, match=r"^wanted is a whole number with more digits than Python writes$"):
        raw({"wanted": [10**5000]})


@pytest.mark.parametrize("value", [b"x", {"a": 1}, [[1]], [None], object(), 1j])
def test_what_has_no_form_is_a_wrong_type(value: Any) -> None:
    with pytest.raises(TypeError, match=r"^wanted cannot be a "):
        raw({"wanted": value})


@pytest.mark.parametrize("extra", [5, "a=b", [("a", 1)]])
def test_extra_parameters_are_a_mapping(extra: Any) -> None:
    with pytest.raises(TypeError, match=r"^extra_query must be a mapping"):
        raw({}, extra_query=extra)


def test_a_name_that_cannot_be_sent_is_refused() -> None:
    with pytest.raises(ArgumentError, match="a name in the query holds a lone surrogate"):
        raw({}, extra_query={"\ud83c": 1})


def test_names_are_written_as_values_are() -> None:
    assert pairs({}, extra_query={2: "a", Shade.LIGHT: ["b"]}) == [("2", "a"), ("light grey", "b")]


def test_a_name_without_a_form_is_a_wrong_type() -> None:
    with pytest.raises(TypeError, match=r"^a name in the query cannot be a NoneType"):
        raw({}, extra_query={None: 1})
