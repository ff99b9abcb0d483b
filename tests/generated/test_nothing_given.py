"""What an absent key reads as, and what None in a model built in Python means."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from openrouter_sdk import models
from openrouter_sdk.types import Model
from tests.generated.json_objects import CONTRACT, MODELS, model_class

ARGUMENTS: dict[str, Any] = {"array": [], "object": {}}


def empty_value(name: str, key: str, schema: dict[str, Any]) -> Any:
    """What a key that is not there reads as, by the contract."""
    forms = [form for form in CONTRACT.alternatives(schema) if form.get("type") != "null"]
    if key not in CONTRACT.components[name].get("required", []) or len(forms) != 1:
        return None
    if forms[0].get("type") == "array":
        return []
    return {} if forms[0].get("type") == "object" and not CONTRACT.nullable(schema) else None


@pytest.mark.parametrize("null", [False, True], ids=["absent", "null"])
def test_what_is_not_there_reads_as_none_or_empty(null: bool) -> None:
    for name in MODELS:
        properties = CONTRACT.components[name].get("properties", {})
        model = model_class(name).from_dict(dict.fromkeys(properties) if null else {})
        read = {key: getattr(model, attribute) for key, attribute in model.wire.keys.items()}
        plain = {key: value.to_dict() if isinstance(value, Model) else value for key, value in read.items()}

        assert plain == {key: empty_value(name, key, schema) for key, schema in properties.items()}, name


def test_none_leaves_an_optional_key_out_and_writes_a_required_nullable_one_as_null() -> None:
    for name in MODELS:
        schema = CONTRACT.components[name]
        required = schema.get("required", [])
        keys = model_class(name).wire.keys
        optional = [key for key in schema.get("properties", {}) if key not in required]
        nullable = [key for key in required if CONTRACT.nullable(schema["properties"][key])]
        others = {keys[key]: "given" for key in required if key not in nullable}
        written = model_class(name)(**others, **{keys[key]: None for key in (*optional, *nullable)}).to_dict()

        assert written == {**dict.fromkeys(nullable), **others}, name


def test_a_model_built_from_what_is_required_writes_that_and_its_constants() -> None:
    for name in MODELS:
        schema = CONTRACT.components[name]
        keys = model_class(name).wire.keys
        required = {key: schema["properties"][key] for key in schema.get("required", [])}
        needed = [key for key, each in required.items() if "default" not in each]
        model = model_class(name)(**{keys[key]: "given" for key in needed})

        assert model.to_dict() == {key: each.get("default", "given") for key, each in required.items()}, name


def test_every_optional_attribute_may_be_left_out_and_defaults_to_none() -> None:
    for name in MODELS:
        schema = CONTRACT.components[name]
        optional = {
            model_class(name).wire.keys[key]
            for key in schema.get("properties", {})
            if key not in schema.get("required", [])
        }
        fields: dict[str, Any] = attrs.fields_dict(model_class(name))  # type: ignore[arg-type]

        assert {attribute for attribute in optional if fields[attribute].default is not None} == set(), name


def test_a_required_nullable_key_of_an_assistant_answer_is_written_as_null() -> None:
    format_ = models.ChatStreamChoice(index=0, delta=models.ChatStreamDelta(), finish_reason=None)

    assert format_.to_dict() == {"index": 0, "delta": {}, "finish_reason": None}


def test_an_absent_usage_is_none() -> None:
    assert models.ChatStreamChunk.from_dict({}).usage is None


def test_a_required_argument_that_is_missing_is_a_type_error() -> None:
    incomplete: Any = models.ChatUserMessage

    with pytest.raises(TypeError, match="content"):
        incomplete()
