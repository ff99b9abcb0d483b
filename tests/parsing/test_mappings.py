"""A mapping with any keys is asked for as a list of entries, and becomes a mapping again."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Annotated, Any, Literal

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import ChatResult, testing
from openrouter_sdk.custom.parsing import Output
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.parsing.asking import begin, reply
from tests.parsing.test_json_text import has_grown
from tests.schema.kinds import Point


class Rates(pydantic.BaseModel):
    by_code: dict[str, float]
    nested: dict[str, dict[str, list[Point]]] = {}


@dataclasses.dataclass
class Tag:
    key: str
    value: int


@dataclasses.dataclass
class Tree:
    children: dict[str, Tree]


def entries(mapping: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"key": key, "value": value} for key, value in mapping.items()]


def read(hint: Any, written: Any) -> Any:
    answer = ChatResult.from_dict({"choices": [{"message": {"content": json.dumps(written)}}]})
    return Output[Any](hint).read(answer)


CASES: dict[str, tuple[Any, Any, Any]] = {
    "at the root": (dict[str, int], {"value": entries({"a": 1})}, {"a": 1}),
    "empty": (dict[str, int], {"value": []}, {}),
    "of numbers": (dict[int, int], {"value": entries({"1": 2})}, {1: 2}),
    "of some keys": (dict[Literal["x", "y"], int], {"value": entries({"x": 2})}, {"x": 2}),
    "within each other": (
        dict[str, dict[str, Point]],
        {"value": entries({"a": entries({"b": {"x": 1, "y": None}})})},
        {"a": {"b": Point(1)}},
    ),
    "in a list": (list[dict[str, int]], {"value": [entries({"a": 1}), []]}, [{"a": 1}, {}]),
    "in a tuple": (tuple[int, dict[str, int]], {"value": [1, entries({"a": 1})]}, (1, {"a": 1})),
    "or nothing": (dict[str, int] | None, {"value": entries({"a": 1})}, {"a": 1}),
    "or a class": (dict[str, int] | Point, {"value": {"x": 1, "y": 2}}, Point(1, 2)),
    "in itself": (Tree, {"children": entries({"a": {"children": []}})}, Tree({"a": Tree({})})),
    "in a pydantic model": (
        Rates,
        {"by_code": entries({"EUR": 1}), "nested": entries({"a": entries({"b": [{"x": 1, "y": 2}]})})},
        Rates(by_code={"EUR": 1}, nested={"a": {"b": [Point(1, 2)]}}),
    ),
    "with a pattern": (
        dict[Annotated[str, pydantic.Field(pattern="^[a-z]+$")], int],
        {"value": entries({"a": 1})},
        {"a": 1},
    ),
    "no mapping": (list[Tag], {"value": entries({"a": 1})}, [Tag("a", 1)]),
    "the same key twice": (dict[str, int], {"value": [*entries({"a": 1}), *entries({"a": 2})]}, {"a": 2}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_mapping_comes_back_as_one(name: str) -> None:
    hint, written, meant = CASES[name]

    assert Output[Any](hint).response_format["json_schema"]["strict"] is True
    assert read(hint, written) == meant


def test_a_model_that_writes_it_as_a_mapping_is_understood() -> None:
    assert read(dict[str, int], {"value": {"a": 1}}) == {"a": 1}
    assert read(dict[str, int], {"a": 1}) == {"a": 1}
    assert read(Rates, {"by_code": {"EUR": 1}, "nested": {}}) == Rates(by_code={"EUR": 1})


@given(st.dictionaries(st.text(), st.dictionaries(st.text(), st.integers())))
def test_any_mapping_survives_as_entries(mapping: dict[str, dict[str, int]]) -> None:
    written = entries({key: entries(inner) for key, inner in mapping.items()})

    assert read(dict[str, dict[str, int]], {"value": written}) == mapping


def test_what_has_come_of_it_is_a_mapping_that_grows(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(reply({"value": entries({"Rome": "very warm today", "Oslo": "cold"})}))
    seen: list[Any] = []

    with begin(api, make_client(), dict[str, str], stream=True) as stream:
        for _ in stream:
            seen.append(stream.inner.partial_parsed())  # noqa: PERF401 - of a stream that is being read
        result: Any = stream.final()

    known = [each for each in seen if each]
    assert {"Rome": "very warm"} in known
    assert all(has_grown(before, after) for before, after in pairwise(known))
    assert known[-1] == result.parsed == {"Rome": "very warm today", "Oslo": "cold"}
