"""Random JSON for the models: biased to the keys the contract names, with right, wrong and null values."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from hypothesis import strategies as st

from openrouter_sdk import models
from openrouter_sdk.types import Model
from tests.contract.document import Schema, load_contract

CONTRACT = load_contract()
UNIONS = sorted(name for name, schema in CONTRACT.components.items() if "discriminator" in schema)
MODELS = sorted(
    name
    for name, schema in CONTRACT.components.items()
    if schema.get("type") == "object" and name not in UNIONS and not schema.get("x-map")
)

MOST_KEYS = (5, 3, 1)
"""How many keys an object has at most, by its depth; below that, objects are any JSON."""

ATOMS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**40), 10**40),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=5),
)
NAMES = st.text(max_size=4) | st.sampled_from(["type", "role", "wire", "to_dict", "additional_properties", "self"])
ANY = st.recursive(
    ATOMS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=2),
    max_leaves=4,
)
UNKNOWN = st.just({}) | st.dictionaries(NAMES, ANY, max_size=2)


def model_class(name: str) -> type[Model]:
    found: type[Model] = getattr(models, name)
    return found


def parser_of(name: str) -> Any:
    """The function that reads a union, found by the name of the union alone."""
    wanted = name.lower()
    parsers = {
        each.removeprefix("parse_").replace("_", ""): each for each in models.__all__ if each.startswith("parse_")
    }
    return getattr(models, parsers[wanted])


def same(left: Any, right: Any) -> bool:
    """Equality that tells 1 from True and from 1.0."""
    return json.dumps(left, sort_keys=True) == json.dumps(right, sort_keys=True)


@cache
def object_of(name: str, depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    """JSON objects like those of a component."""
    schema = CONTRACT.components[name]
    return _union(schema, depth) if "discriminator" in schema else _object(schema["properties"], depth)


def _object(properties: dict[str, Schema], depth: int) -> st.SearchStrategy[dict[str, Any]]:
    most = MOST_KEYS[depth]
    values = {key: st.one_of(_value(schema, depth), st.none(), ANY) for key, schema in properties.items()}
    if not values:
        return st.dictionaries(NAMES, ANY, max_size=2)
    keys = st.lists(st.sampled_from(sorted(values)), unique=True, max_size=most)
    return _chosen(keys, values)


@st.composite
def _chosen(
    draw: st.DrawFn, keys: st.SearchStrategy[list[str]], values: dict[str, st.SearchStrategy[Any]]
) -> dict[str, Any]:
    """Some of the keys and some that nobody knows."""
    return {**draw(UNKNOWN), **{key: draw(values[key]) for key in draw(keys)}}


def _union(schema: Schema, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    tag = schema["discriminator"]["propertyName"]
    members = {
        value: object_of(reference.rsplit("/", 1)[-1], depth)
        for value, reference in schema["discriminator"]["mapping"].items()
    }
    tagged = st.sampled_from(sorted(members)).flatmap(
        lambda value: members[value].map(lambda made: {**made, tag: value})
    )
    unknown = st.builds(lambda made, value: {**made, tag: value}, st.one_of(*members.values()), ANY)
    return st.one_of(tagged, tagged, unknown, *members.values())


def _value(schema: Schema, depth: int) -> st.SearchStrategy[Any]:
    """Values that fit a property."""
    forms = CONTRACT.alternatives(schema)
    return st.one_of(*[_form(schema, form, depth) for form in forms])


def _form(schema: Schema, form: Schema, depth: int) -> st.SearchStrategy[Any]:
    if "const" in form or "enum" in form:
        return st.sampled_from(form.get("enum") or [form["const"]])
    match form.get("type"):
        case "array":
            return st.lists(_value(form["items"], depth), max_size=2)
        case "object" if depth + 1 < len(MOST_KEYS) and not form.get("x-map"):
            return object_of(_name_of(form), depth + 1)
        case "object":
            inner = form.get("additionalProperties")
            values = _value(inner, depth) | ANY if isinstance(inner, dict) else ANY
            return st.dictionaries(NAMES, values, max_size=2)
    return ATOMS


@cache
def _names() -> dict[int, str]:
    return {id(schema): name for name, schema in CONTRACT.components.items()}


def _name_of(form: Schema) -> str:
    return _names()[id(form)]
