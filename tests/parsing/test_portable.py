"""The schema that is sent is one that every big provider takes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import jsonschema
import pydantic
import pytest

from openrouter_sdk.custom.parsing import Output, output_of
from openrouter_sdk.custom.schema import subschemas
from tests.schema.kinds import KINDS, Colour, Line, Model, Node, Point

OPEN = {"Any", "object", "bare list", "Iterable of anything"}
"""Kinds that hold anything, for which there is no strict schema."""
REFUSED = {
    "OpenAI": {"oneOf", "allOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas", "default"},
    "Anthropic": {"minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems"},
    "Gemini": {"const", "pattern", "exclusiveMinimum", "exclusiveMaximum", "patternProperties", "propertyNames"},
    "Fireworks": {"oneOf", "minLength", "maxLength", "minItems", "maxItems", "pattern"},
    "Cerebras": {"prefixItems", "title", "$anchor"},
}


def schema_of(hint: Any) -> dict[str, Any]:
    schema: dict[str, Any] = Output[Any](hint).response_format["json_schema"]["schema"]
    return schema


def each(hint: Any) -> Iterator[dict[str, Any]]:
    return subschemas(schema_of(hint))


def test_no_schema_holds_what_a_provider_refuses() -> None:
    refused = set[str]().union(*REFUSED.values())

    for name, schema in ((name, schema) for name, (hint, *_) in KINDS.items() for schema in each(hint)):
        assert not schema.keys() & refused, name
        assert not isinstance(schema.get("type"), list), name
        assert schema.get("format") in (None, "date-time", "date", "time"), name
        assert schema.keys() == {"$ref"} or "$ref" not in schema, name


@pytest.mark.parametrize("name", KINDS)
def test_every_object_names_all_its_keys_and_the_root_is_one(name: str) -> None:
    schema = schema_of(KINDS[name][0])

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["type"] == "object"
    assert schema["properties"]
    for one in subschemas(schema):
        if one.get("type") == "object":
            assert one["additionalProperties"] is False
            assert one["required"] == list(one["properties"])


def test_every_reference_leads_somewhere_and_every_definition_is_needed() -> None:
    for name, (hint, *_) in KINDS.items():
        schema = schema_of(hint)

        needed = {one["$ref"].removeprefix("#/$defs/") for one in subschemas(schema) if "$ref" in one}
        assert (name, needed) == (name, set(schema.get("$defs", ())))


def test_it_is_strict_unless_something_is_left_open() -> None:
    found = {name for name, (hint, *_) in KINDS.items() if Output[Any](hint).response_format["json_schema"]["strict"]}

    assert found == KINDS.keys() - OPEN


def test_a_mapping_with_open_values_is_no_strict_schema() -> None:
    @dataclasses.dataclass
    class Bag:
        held: dict[str, Any]

    form = Output(Bag).response_format["json_schema"]

    assert form["strict"] is False
    assert form["schema"]["properties"]["held"]["additionalProperties"] is True


def test_constraints_are_told_in_words() -> None:
    @dataclasses.dataclass
    class Person:
        name: Annotated[str, pydantic.Field(min_length=2, pattern="^[A-Z]", description="As in the passport.")]
        places: tuple[float, float]
        tags: set[str]

    properties = schema_of(Person)["properties"]

    assert properties["name"]["description"] == 'As in the passport. (minLength: 2, pattern: "^[A-Z]")'
    assert properties["places"]["description"] == "(2 items, in this order: number, number)"
    assert properties["places"]["items"] == {"type": "number"}
    assert properties["tags"]["description"] == "(uniqueItems: true)"


def test_a_described_field_that_holds_a_class_tells_both() -> None:
    @dataclasses.dataclass
    class Shape:
        centre: Annotated[Point, "Where it is."]
        other: Point

    schema = schema_of(Shape)

    assert schema["properties"]["centre"]["description"] == "Where it is."
    assert schema["properties"]["centre"]["properties"].keys() == {"x", "y"}
    assert schema["properties"]["other"] == {"$ref": "#/$defs/Point"}
    assert schema["$defs"]["Point"]["description"] == "A point."


def test_values_of_several_types_become_a_union() -> None:
    mixed: Any = Literal[1, "b", None]  # noqa: PYI061 - the case
    assert schema_of(mixed)["properties"]["value"]["anyOf"] == [
        {"type": "string", "enum": ["b"]},
        {"type": "integer", "enum": [1]},
        {"type": "null"},
    ]
    assert schema_of(Literal[True])["properties"]["value"] == {"type": "boolean", "enum": [True]}


def test_a_recursive_root_is_an_object_that_refers_to_itself() -> None:
    schema = schema_of(Line)

    assert schema["type"] == "object"
    assert schema["properties"]["parent"] == {"anyOf": [{"$ref": "#/$defs/Line"}, {"type": "null"}]}
    assert schema["$defs"].keys() == {"Line", "Point"}


def test_a_discriminated_union_is_one_of_any() -> None:
    class Cat(pydantic.BaseModel):
        kind: Literal["cat"]

    class Dog(pydantic.BaseModel):
        kind: Literal["dog"]

    made = schema_of(Annotated[Cat | Dog, pydantic.Field(discriminator="kind")])["properties"]["value"]

    assert made == {"anyOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}]}


def test_definitions_have_short_names_that_differ() -> None:
    class Same(pydantic.BaseModel):
        number: int

    first = Same

    class Same(pydantic.BaseModel):  # type: ignore[no-redef]
        text: str

    both: Any = tuple[first, Same]

    names = sorted(schema_of(both)["$defs"])

    assert len(names) == 2
    assert all(name.startswith("Same") for name in names)


@pytest.mark.parametrize(
    ("hint", "name"),
    [
        (Point, "Point"),
        (list[Node], "list_Node"),
        (int | str, "int_str"),
        (Colour, "Colour"),
        (Annotated[int, "Many."], "int"),
    ],
)
def test_the_schema_is_named_after_the_type(hint: Any, name: str) -> None:
    assert Output[Any](hint).response_format["json_schema"]["name"] == name


def test_a_type_without_a_schema_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="no JSON Schema for socket"):
        Output[Any](__import__("socket").socket)


def test_a_pydantic_model_that_takes_more_is_asked_for_what_it_names() -> None:
    class Lax(Model):
        model_config = pydantic.ConfigDict(extra="allow")

    form = Output(Lax).response_format["json_schema"]

    assert form["strict"] is True
    assert form["schema"]["additionalProperties"] is False


def test_a_schema_of_ones_own_that_is_all_of_one_is_that_one() -> None:
    hint = Annotated[int, pydantic.WithJsonSchema({"allOf": [{"type": "integer"}], "description": "How many."})]

    assert schema_of(list[hint])["properties"]["value"]["items"] == {"type": "integer", "description": "How many."}  # type: ignore[valid-type]


def test_a_type_that_cannot_be_hashed_is_read_too() -> None:
    assert output_of(Annotated[int, ["not", "hashable"]]).asked_for({})["response_format"]["type"] == "json_schema"


def test_a_preference_that_is_no_object_stays_as_it_is() -> None:
    assert output_of(int).asked_for({"provider": 5})["provider"] == 5
