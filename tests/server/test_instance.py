"""The smallest instance of a schema satisfies the schema."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from openrouter_sdk.testing._api.instance import smallest_instance


def bounded(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    edge = st.integers(-50, 50)
    keys = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
    return st.fixed_dictionaries({"type": st.just(kind)}, optional=dict.fromkeys(keys, edge))


LENGTH = st.integers(0, 9)
LEAVES = st.one_of(
    bounded("integer"),
    bounded("number"),
    st.just({"type": "boolean"}),
    st.just({"type": ["null", "string"]}),
    st.builds(
        lambda low, more: {"type": "string", "minLength": low, "maxLength": low + more}, *[st.integers(0, 9)] * 2
    ),
    st.builds(lambda values: {"enum": values}, st.lists(st.integers() | st.text(), min_size=1)),
    st.builds(lambda value: {"const": value}, st.none() | st.booleans() | st.text()),
)


def nested(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    def members(properties: dict[str, Any]) -> dict[str, Any]:
        return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}

    return st.one_of(
        st.builds(members, st.dictionaries(st.text(min_size=1), inner, max_size=3)),
        st.builds(lambda items, least: {"type": "array", "items": items, "minItems": least}, inner, st.integers(0, 3)),
        st.builds(lambda branches: {"anyOf": branches}, st.lists(inner, min_size=1, max_size=3)),
    )


@given(st.recursive(LEAVES, nested, max_leaves=8))
def test_the_instance_satisfies_the_schema(schema):
    assume(all(_has_room(part) for part in _parts(schema)))

    Draft202012Validator(schema).validate(smallest_instance(schema))


def _parts(schema: Any) -> list[dict[str, Any]]:
    found = [schema]
    for value in (*schema.get("properties", {}).values(), *schema.get("anyOf", ()), schema.get("items")):
        found += _parts(value) if isinstance(value, dict) else []
    return found


def _has_room(schema: dict[str, Any]) -> bool:
    low = max(schema.get("minimum", -99), schema.get("exclusiveMinimum", -99) + 1)
    high = min(schema.get("maximum", 99), schema.get("exclusiveMaximum", 99) - 1)
    return low <= high


@pytest.mark.parametrize(
    ("schema", "instance"),
    [
        ({}, {}),
        (None, {}),
        ({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}, 0.5),
        ({"type": "integer", "minimum": 7, "multipleOf": 5}, 10),
        ({"type": "string", "format": "date"}, "2026-01-01"),
        ({"prefixItems": [{"const": 1}, {"type": "null"}]}, [1, None]),
        ({"allOf": [{"properties": {"a": {"const": 1}}, "required": ["a"]}, {"required": ["a"]}]}, {"a": 1}),
        ({"$ref": "#/definitions/a", "definitions": {"a": {"oneOf": [{"const": 3}, {"const": 4}]}}}, 3),
        (
            {
                "allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/b"}],
                "$defs": {
                    name: {"type": "object", "properties": {name: {"type": "null"}}, "required": [name]}
                    for name in "ab"
                },
            },
            {"a": None, "b": None},
        ),
        ({"$ref": "#/$defs/a~1b", "$defs": {"a/b": {"type": "boolean"}}}, False),
    ],
)
def test_known_schemas_have_known_instances(schema, instance):
    assert smallest_instance(schema) == instance


NULL = {"type": "null"}
RECURSIVE = [
    {"properties": {"next": {"anyOf": [{"$ref": "#"}, NULL]}}, "required": ["next"]},
    {
        "$ref": "#/$defs/node",
        "$defs": {
            "node": {
                "type": "object",
                "properties": {"name": {"type": "string"}, "next": {"oneOf": [{"$ref": "#/$defs/node"}, NULL]}},
                "required": ["name", "next"],
            }
        },
    },
    {
        "properties": {side: {"anyOf": [{"$ref": "#"}, NULL]} for side in ("left", "right")},
        "required": ["left", "right"],
    },
    {"anyOf": [{"properties": {"negated": {"$ref": "#"}}, "required": ["negated"]}, {"type": "number"}]},
    {
        "anyOf": [{"$ref": "#/$defs/sum"}, {"type": "number"}],
        "$defs": {
            "sum": {"properties": {"of": {"$ref": "#/$defs/terms"}}, "required": ["of"]},
            "terms": {"type": "array", "minItems": 2, "items": {"anyOf": [{"$ref": "#/$defs/sum"}, {"const": 1}]}},
        },
    },
]


@pytest.mark.parametrize("schema", RECURSIVE)
def test_an_instance_of_a_recursive_schema_satisfies_it(schema):
    instance = smallest_instance(schema)

    Draft202012Validator(schema).validate(instance)
    assert len(str(instance)) < 100


def test_a_schema_that_never_ends_ends():
    twice = {"type": "object", "properties": {side: {"$ref": "#"} for side in "ab"}, "required": ["a", "b"]}

    assert smallest_instance(twice) == {}
    assert smallest_instance({"$ref": "#"}) == {}
