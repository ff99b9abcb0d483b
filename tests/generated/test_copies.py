"""Models pickle, copy, compare and convert; what they remember of the wire shows nowhere."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import cattrs
import pytest
from cattrs.strategies import use_class_methods
from fastapi.encoders import jsonable_encoder
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from openrouter_sdk import HttpInfo, models
from openrouter_sdk.custom.errors.http_info import Headers, attach_http
from openrouter_sdk.types import Model, SecretModel, copy_json
from tests.generated.json_objects import CONTRACT, MODELS, model_class, object_of, same
from tests.generated.walking import containers, shake
from tests.helpers.examples import examples

many = settings(max_examples=examples(150), deadline=None, suppress_health_check=list(HealthCheck), database=None)
PICKLED = [name for name in MODELS if not issubclass(model_class(name), SecretModel)]
any_model = st.sampled_from([*MODELS])
CHUNK: dict[str, Any] = {"id": "a", "model": None, "usage": None, "brand": {"new": None}}


def drawn(data: st.DataObject) -> tuple[dict[str, Any], Any]:
    name = data.draw(any_model)
    given_object = data.draw(object_of(name))
    return given_object, model_class(name).from_dict(given_object)


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own pickle


@pytest.mark.parametrize("copied", [pickled, copy.deepcopy], ids=["pickle", "deepcopy"])
@given(data=st.data())
@many
def test_a_copy_is_equal_and_independent(copied: Any, data: st.DataObject) -> None:
    given_object, model = drawn(data)
    assume(copied is not pickled or not isinstance(model, SecretModel))
    twin = copied(model)

    assert type(twin) is type(model)
    assert twin == model
    assert same(twin.to_dict(), given_object)
    assert containers(twin) & containers(model) == set()

    shake(twin)

    assert same(model.to_dict(), given_object)


@pytest.mark.parametrize("copied", [pickled, copy.deepcopy], ids=["pickle", "deepcopy"])
def test_a_copy_of_each_model_still_knows_what_was_absent(copied: Any) -> None:
    for name in [*PICKLED, "UnknownModel"]:
        keys = CONTRACT.components.get(name, {}).get("properties", {})
        for given_object in ({}, {"brand": [1]}, dict.fromkeys(keys)):
            assert copied(model_class(name).from_dict(given_object)).to_dict() == given_object, name


def test_an_answer_inside_an_answer_is_copied_with_it() -> None:
    result = models.ChatResult.from_dict({"choices": [{"message": {"content": "Hi", "brand": 1}}]})

    assert [copied(result).choices[0].message.to_dict() for copied in (pickled, copy.deepcopy)] == [
        {"content": "Hi", "brand": 1}
    ] * 2


@pytest.mark.parametrize("copied", [pickled, copy.deepcopy], ids=["pickle", "deepcopy"])
def test_a_copied_answer_still_knows_how_it_came_and_shows_it_nowhere(copied: Any) -> None:
    plain, received = (models.ChatResult.from_dict({"id": "a"}) for _ in range(2))
    attach_http(received, HttpInfo(status=200, headers=Headers({"X-Generation-Id": "gen-1"}), attempts=2))
    twin = copied(received)

    assert (twin.http.status, twin.http.generation_id, twin.http.attempts) == (200, "gen-1", 2)
    assert (repr(twin), twin.to_dict(), attrs.asdict(twin)) == (repr(plain), plain.to_dict(), attrs.asdict(plain))
    assert twin == plain


@many
@given(data=st.data())
def test_asdict_shows_the_declared_fields_and_the_extras(data: st.DataObject) -> None:
    _, model = drawn(data)

    assert list(attrs.asdict(model)) == [*model.wire.keys.values(), "additional_properties"]


def test_asdict_goes_all_the_way_down_in_plain_dicts() -> None:
    choice = models.ChatChoice.from_dict({"message": {"role": "assistant", "brand": 1}, "index": 0, "new": 2})
    shown = attrs.asdict(choice)

    assert shown["message"]["additional_properties"] == {"brand": 1}
    assert shown["additional_properties"] == {"new": 2}
    assert type(shown["additional_properties"]) is dict
    assert type(shown["message"]) is dict


def test_what_was_absent_or_null_takes_no_part_in_equality_or_repr() -> None:
    null, absent = (models.ChatStreamChunk.from_dict(each) for each in (CHUNK, {"id": "a", "brand": {"new": None}}))

    assert null == absent
    assert repr(null) == repr(absent)
    assert null.to_dict() != absent.to_dict()


def test_a_repr_shows_what_is_there() -> None:
    message = models.ChatUserMessage.from_dict({"role": "user", "content": "Hi", "name": None, "brand": 1})

    assert repr(message) == "ChatUserMessage(role='user', content='Hi', additional_properties={'brand': 1})"


def test_other_values_other_extras_and_other_classes_are_not_equal() -> None:
    message = models.ChatUserMessage(content="Hi")
    others: list[object] = [
        models.ChatUserMessage(content="Ho"),
        models.ChatUserMessage(content="Hi", additional_properties={"brand": 1}),
        models.ChatToolMessage.from_dict({"role": "user", "content": "Hi"}),
        {"role": "user", "content": "Hi"},
    ]

    assert [message == other for other in others] == [False] * len(others)
    assert message == models.ChatUserMessage.from_dict({"role": "user", "content": "Hi"})


def test_models_are_not_hashable_as_they_can_change() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(models.ChatUserMessage(content="Hi"))


@many
@given(data=st.data())
def test_cattrs_works_through_the_class_methods(data: st.DataObject) -> None:
    given_object, model = drawn(data)
    converter = cattrs.Converter()
    use_class_methods(converter, "from_dict", "to_dict")
    structured = converter.structure(given_object, type(model))

    assert structured == model
    assert same(converter.unstructure(structured), given_object)


def test_a_model_has_no_instance_dict() -> None:
    undeclared: Any = models.ChatResult.from_dict({})

    with pytest.raises(AttributeError):
        undeclared.mesage = "misspelt"


def test_each_model_is_a_slotted_attrs_class_with_its_keys_as_attributes() -> None:
    for name in MODELS:
        found = model_class(name)
        properties = list(CONTRACT.components[name].get("properties", {}))
        fields = [each.name for each in attrs.fields(found)]  # type: ignore[arg-type]

        assert issubclass(found, Model)
        assert "__dict__" not in dir(found.from_dict({})), name
        assert (name, list(found.wire.keys)) == (name, properties)
        assert (name, fields) == (name, [*found.wire.keys.values(), "additional_properties"])
        assert [f"{name}.{key}" for key in properties if key.isidentifier() and found.wire.keys[key] != key] == []


def test_a_key_that_is_no_python_name_has_an_attribute_beside_it() -> None:
    odd = {
        key: attribute for name in MODELS for key, attribute in model_class(name).wire.keys.items() if key != attribute
    }

    assert all(not key.isidentifier() or attribute == f"{key}_" for key, attribute in odd.items())


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("model_dump", r"; to_dict\(\) gives the JSON object"),
        ("model_dump_json", r"; json\.dumps\(x\.to_dict\(\)\) gives the text"),
        ("model_copy", "; attrs.evolve and the module copy make copies"),
        ("brand", r"; the contract does not name what came under it, which \['brand'\] gives"),
        ("content", ""),
        ("_private", ""),
    ],
)
def test_a_name_that_a_model_does_not_have_is_told_with_what_is_meant(name: str, hint: str) -> None:
    chunk = models.ChatStreamChunk.from_dict(CHUNK)

    with pytest.raises(AttributeError, match=rf"^'ChatStreamChunk' object has no attribute '{name}'{hint}$") as caught:
        getattr(chunk, name)

    assert (caught.value.name, caught.value.obj) == (name, chunk)
    assert not hasattr(models.ChatStreamChunk.__new__(models.ChatStreamChunk), name)


@many
@given(st.data())
def test_a_model_unpacks_like_the_object_it_is(data: st.DataObject) -> None:
    given_object, model = drawn(data)
    unpacked = copy_json({**model})

    assert unpacked.keys() == dict(model).keys() == given_object.keys()
    # a list that must be there reads as an empty one where null came
    assert all(
        same(unpacked[key], value) or (value, not unpacked[key]) == (None, True) for key, value in given_object.items()
    )


def test_fastapi_writes_a_model_that_an_endpoint_returns() -> None:
    told = {
        "id": "a",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": None}}],
        "brand": {"new": 1},
    }

    assert jsonable_encoder(models.ChatResult.from_dict(told)) == told
    assert jsonable_encoder({"result": [models.ChatResult.from_dict(told)]}) == {"result": [told]}
