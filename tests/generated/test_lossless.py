"""Whatever a JSON object holds, its model gives it back, and shares nothing with it."""

from __future__ import annotations

import copy
import sys
import traceback
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openrouter_sdk import models
from openrouter_sdk.types import Model
from tests.generated.json_objects import (
    ANY,
    ATOMS,
    CONTRACT,
    MODELS,
    NAMES,
    UNIONS,
    model_class,
    object_of,
    parser_of,
    same,
)
from tests.generated.walking import containers, shake
from tests.helpers.examples import examples

FAR_DEEPER = 5_000
DEEPER = 150
"""Levels of nesting; the stack ends before."""
ROOM = 80
"""Frames that a short stack has left."""
ODD_VALUES: list[Any] = [
    None,
    10**400,
    "",
    {},
    [],
    {"type": "brand_new", "deep": [{"er": []}]},
    [{"type": {}, "deep": [{"er": [None]}]}, [], "text", 1, None],
]

few = settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck), database=None)
GROUPS = [MODELS[first : first + 8] for first in range(0, len(MODELS), 8)]
"""As many models as one example has room for."""
every_union = pytest.mark.parametrize("name", UNIONS)


def nested(levels: int) -> dict[str, Any]:
    """Dicts and lists by turns, one in the other."""
    value: Any = "bottom"
    for level in range(levels):
        value = {"x": value} if level % 2 else [value]
    return {"surprise": value}


def depth_of(value: Any) -> int:
    levels = 0
    while value != "bottom" if isinstance(value, str) else value:
        value = value[0] if isinstance(value, list) else next(iter(value.values()))
        levels += 1
    return levels


@pytest.fixture
def short_stack() -> Iterator[None]:
    """A stack that ends so soon that little nesting shows who recurses: reading deep objects takes time."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(sum(1 for _ in traceback.walk_stack(None)) + ROOM)
    yield
    sys.setrecursionlimit(limit)


def is_model(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, Model)


def test_the_contract_and_the_package_name_the_same_models() -> None:
    classes = {name for name in models.__all__ if is_model(getattr(models, name))}

    assert classes == {*MODELS, "UnknownModel"}
    assert len([name for name in models.__all__ if name.startswith("parse_")]) == len(UNIONS)


@pytest.mark.parametrize("names", GROUPS, ids=lambda names: f"{names[0]} to {names[-1]}")
@few
@given(data=st.data())
def test_a_model_gives_back_what_it_read(names: list[str], data: st.DataObject) -> None:
    for name in names:
        given_object = data.draw(object_of(name), label=name)

        assert same(model_class(name).from_dict(given_object).to_dict(), given_object), name


@every_union
@few
@given(data=st.data())
def test_a_union_gives_back_what_it_read(name: str, data: st.DataObject) -> None:
    given_object = data.draw(object_of(name))

    assert same(parser_of(name)(given_object).to_dict(), given_object)


@every_union
@given(value=ATOMS | st.lists(ANY, max_size=2))
@few
def test_a_union_keeps_what_is_no_object(name: str, value: Any) -> None:
    assert same(parser_of(name)(value), value)


@given(given_object=st.dictionaries(NAMES, ANY))
def test_an_unknown_model_gives_back_what_it_read(given_object: dict[str, Any]) -> None:
    assert same(models.UnknownModel.from_dict(given_object).to_dict(), given_object)


def assert_nothing_is_shared(name: str, given_object: dict[str, Any]) -> None:
    before = copy.deepcopy(given_object)
    model = model_class(name).from_dict(given_object)
    first, second = model.to_dict(), model.to_dict()
    held = [containers(value) for value in (given_object, model, first, second)]
    shake(model)

    assert given_object == before
    assert first == before
    assert sum(map(len, held)) == len(set().union(*held))


@settings(few, max_examples=examples(300))
@given(data=st.data(), name=st.sampled_from(MODELS))
def test_a_model_shares_nothing_with_what_it_read_or_wrote(name: str, data: st.DataObject) -> None:
    assert_nothing_is_shared(name, data.draw(object_of(name)))


def test_no_key_shares_what_it_read_or_wrote() -> None:
    for name in MODELS:
        for value in ODD_VALUES:
            keys = [*CONTRACT.components[name]["properties"], "unknown"]
            assert_nothing_is_shared(name, {key: copy.deepcopy(value) for key in keys})


@pytest.mark.parametrize("name", ["ChatUsage", "UnknownModel"])
def test_nesting_has_no_end(name: str) -> None:
    made = model_class(name).from_dict(nested(FAR_DEEPER)).to_dict()

    assert depth_of(made) == FAR_DEEPER + 1


def bottom_of(value: Any) -> Any:
    """The same by recursion, with as few frames as anything that recurses."""
    if isinstance(value, str):
        return value
    return bottom_of(value[0] if isinstance(value, list) else value["x"])


def test_a_short_stack_ends_before_what_is_nested_in_these_tests(short_stack: None) -> None:
    assert bottom_of(nested(ROOM // 2)["surprise"]) == "bottom"
    with pytest.raises(RecursionError):
        bottom_of(nested(DEEPER)["surprise"])


def test_an_unknown_key_may_be_nested_deeper_than_the_stack(short_stack: None) -> None:
    for name in [*MODELS, "UnknownModel"]:
        made = model_class(name).from_dict(nested(DEEPER)).to_dict()

        assert depth_of(made) == DEEPER + 1, name


@every_union
def test_a_named_key_of_a_union_may_be_nested_deeper_than_the_stack(name: str, short_stack: None) -> None:
    tag = CONTRACT.components[name]["discriminator"]["propertyName"]
    made = parser_of(name)({tag: nested(DEEPER)}).to_dict()

    assert depth_of(made[tag]) == DEEPER + 1


def test_every_named_key_may_be_nested_deeper_than_the_stack(short_stack: None) -> None:
    for name in MODELS:
        keys = list(CONTRACT.components[name]["properties"])
        for value, levels in ((nested(DEEPER), DEEPER + 1), ([nested(DEEPER)], DEEPER + 2)):
            made = model_class(name).from_dict(dict.fromkeys(keys, value)).to_dict()

            assert {key: depth_of(made[key]) for key in keys} == dict.fromkeys(keys, levels), name


@every_union
def test_an_unknown_kind_becomes_an_unknown_model_or_the_default_member(name: str) -> None:
    schema = CONTRACT.components[name]
    default = schema.get("x-default-mapping", "UnknownModel").rsplit("/", 1)[-1]
    for tag in (["list"], {"a": "dict"}, None, True, 0, 1.5, "", "brand_new"):
        given_object = {schema["discriminator"]["propertyName"]: tag, "brand": {"new": [1]}}
        read = parser_of(name)(given_object)

        assert (tag, type(read).__name__) == (tag, default if isinstance(tag, str) else "UnknownModel")
        assert read["brand"] == {"new": [1]}
        assert read.to_dict() == given_object


@every_union
def test_each_kind_becomes_its_member(name: str) -> None:
    discriminator = CONTRACT.components[name]["discriminator"]
    read = {tag: parser_of(name)({discriminator["propertyName"]: tag}) for tag in discriminator["mapping"]}

    assert {tag: type(made).__name__ for tag, made in read.items()} == {
        tag: reference.rsplit("/", 1)[-1] for tag, reference in discriminator["mapping"].items()
    }


def test_what_is_no_json_object_is_refused_by_the_name_of_the_model() -> None:
    odd: Any
    for name, odd in product([*MODELS, "UnknownModel"], (None, "text", 3, [("a", 1)], models.ChatChoice.from_dict({}))):
        with pytest.raises(TypeError) as caught:
            getattr(models, name).from_dict(odd)
        assert str(caught.value) == f"{name}.from_dict takes a JSON object, not {type(odd).__name__}"
