"""A changed model writes the change and keeps all else: unknown keys, nulls, absent keys."""

from __future__ import annotations

import copy
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from openrouter_sdk import models
from openrouter_sdk.types import Model
from tests.generated.json_objects import ANY, CONTRACT, MODELS, model_class, object_of, same
from tests.generated.walking import at, children, containers, places
from tests.helpers.examples import examples

many = settings(max_examples=examples(150), deadline=None, suppress_health_check=list(HealthCheck), database=None)
any_model = st.sampled_from(MODELS)
EDITED: dict[str, Any] = {"edited": [{"deep": None}]}
REQUIRED_LISTS = [
    (name, key)
    for name in MODELS
    for key in CONTRACT.components[name].get("required", [])
    if CONTRACT.resolve(CONTRACT.components[name]["properties"][key]).get("type") == "array"
]


def drawn(data: st.DataObject) -> tuple[dict[str, Any], Any]:
    """A JSON object, and the model that read it."""
    name = data.draw(any_model)
    given_object = data.draw(object_of(name))
    return given_object, model_class(name).from_dict(given_object)


@many
@given(data=st.data(), value=ANY)
def test_an_assigned_attribute_is_written_and_the_rest_kept(data: st.DataObject, value: Any) -> None:
    given_object, model = drawn(data)
    models_inside = [place for place in places(model) if isinstance(place.holds, Model) and place.holds.wire.keys]
    assume(models_inside)
    place = data.draw(st.sampled_from(models_inside))
    key, name = data.draw(st.sampled_from(sorted(place.holds.wire.keys.items())))
    assume(value is not None)
    setattr(place.holds, name, value)
    at(given_object, place)[key] = copy.deepcopy(value)

    assert same(model.to_dict(), given_object)


@many
@given(data=st.data(), value=ANY)
def test_an_edit_in_place_is_written_and_the_rest_kept(data: st.DataObject, value: Any) -> None:
    given_object, model = drawn(data)
    place = data.draw(st.sampled_from(list(places(model))))
    target = at(given_object, place)
    if isinstance(place.holds, list):
        place.holds.append(value)
        target.append(copy.deepcopy(value))
    else:
        holder = place.holds.additional_properties if isinstance(place.holds, Model) else place.holds
        holder["brand new"] = value
        target["brand new"] = copy.deepcopy(value)

    assert same(model.to_dict(), given_object)


@many
@given(data=st.data())
def test_a_list_that_is_emptied_in_place_is_written_empty(data: st.DataObject) -> None:
    given_object, model = drawn(data)
    lists = [place for place in places(model) if isinstance(place.holds, list) and place.holds]
    assume(lists)
    place = data.draw(st.sampled_from(lists))
    place.holds.clear()
    at(given_object, place).clear()

    assert same(model.to_dict(), given_object)


@pytest.mark.parametrize("absent", [True, False], ids=["absent", "null"])
def test_a_required_list_that_was_not_there_can_be_filled_and_emptied(absent: bool) -> None:
    for name, key in REQUIRED_LISTS:
        given_object = {"unknown": 1} if absent else {key: None, "unknown": 1}
        model = model_class(name).from_dict(given_object)
        found = getattr(model, key)

        assert found == [], name

        found.append(EDITED)

        assert model.to_dict() == {**given_object, key: [EDITED]}, name

        found.clear()

        assert model.to_dict() == given_object, name

        setattr(model, key, [])

        assert model.to_dict() == {**given_object, key: []}, name


def test_a_change_inside_a_required_object_that_was_not_there_is_written() -> None:
    choice = models.ChatChoice.from_dict({"unknown": None})
    choice.message.content = "Hi"

    assert choice.to_dict() == {"unknown": None, "message": {"content": "Hi"}}


def test_a_tuple_and_a_model_in_an_attribute_are_written_as_json() -> None:
    message = models.ChatUserMessage(content=[models.ChatContentText(text="a")])
    stop: Any = (message, "b")
    request = models.ChatRequest(messages=[message], stop=stop)

    assert request.to_dict() == {
        "messages": [{"role": "user", "content": [{"type": "text", "text": "a"}]}],
        "stop": [{"role": "user", "content": [{"type": "text", "text": "a"}]}, "b"],
    }


@many
@given(data=st.data())
def test_an_evolved_model_keeps_everything_but_the_change(data: st.DataObject) -> None:
    given_object, model = drawn(data)
    names = sorted(model.wire.keys.items())
    assume(names)
    key, name = data.draw(st.sampled_from(names))
    evolved = attrs.evolve(model, **{name: EDITED})

    assert same(attrs.evolve(model).to_dict(), given_object)
    assert same(evolved.to_dict(), {**given_object, key: EDITED})
    assert same(model.to_dict(), given_object)


@many
@given(data=st.data())
def test_an_evolved_model_shares_no_extras_with_its_source(data: st.DataObject) -> None:
    given_object, model = drawn(data)
    evolved = attrs.evolve(model)
    shared = containers(evolved.additional_properties) & containers(model.additional_properties)
    evolved.additional_properties.clear()

    assert shared == set()
    assert same(model.to_dict(), given_object)


@many
@given(data=st.data())
def test_none_assigned_to_an_optional_attribute_removes_its_key(data: st.DataObject) -> None:
    given_object, model = drawn(data)
    required = CONTRACT.components[type(model).__name__].get("required", [])
    optional = [(key, name) for key, name in model.wire.keys.items() if key not in required]
    assume(optional)
    key, name = data.draw(st.sampled_from(optional))
    assume(given_object.get(key, 0) is not None)
    setattr(model, name, None)
    given_object.pop(key, None)

    assert same(model.to_dict(), given_object)


def test_items_are_read_and_written_by_their_json_names() -> None:
    chunk = models.ChatStreamChunk.from_dict({"id": "a", "brand": 1})
    chunk["id"] = "b"
    chunk["new"] = [2]
    del chunk["brand"]

    assert (chunk["id"], chunk["new"], "id" in chunk, "brand" in chunk, "usage" in chunk) == (
        "b",
        [2],
        True,
        False,
        False,
    )
    assert chunk.to_dict() == {"id": "b", "new": [2]}
    assert [key for key, _ in children(chunk) if key not in chunk.wire.keys] == ["new"]


def test_plain_extras_given_to_a_constructor_are_written_and_not_shared() -> None:
    given_extras: dict[str, Any] = {"brand": {"new": []}}
    message = models.ChatUserMessage(content="Hi", additional_properties=given_extras)
    message.additional_properties["more"] = 1
    message.additional_properties["brand"]["new"].append(1)

    assert given_extras == {"brand": {"new": []}}
    assert message.to_dict() == {"role": "user", "content": "Hi", "brand": {"new": [1]}, "more": 1}
