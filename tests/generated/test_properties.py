"""What Python the generator makes of a property."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData

from generator.properties import Field, Python

NULL = {"type": "null"}
ITEM = "_m.Part.from_dict(i) if i.__class__ is dict else copy_json(i)"
PARTS = "{k: _m.Part.from_dict(x) if x.__class__ is dict else copy_json(x) for k, x in v.items()}"
COMPONENTS: dict[str, Any] = {
    "Part": {"type": "object", "properties": {"text": {"type": "string"}}},
    "Texts": {"type": "object", "x-map": True, "additionalProperties": {"type": ["string", "null"]}},
    "Parts": {"type": "object", "x-map": True, "additionalProperties": {"$ref": "#/components/schemas/Part"}},
    "Kind": {"type": "string", "enum": ["a", "b"]},
    "Either": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}},
        "discriminator": {"propertyName": "kind", "mapping": {"b": "#/components/schemas/Part"}},
        "x-default-mapping": "#/components/schemas/Part",
    },
}


def ref(name: str, **beside: Any) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}", **beside}


def list_of(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def python(schema: dict[str, Any], *, required: bool = False, key: str = "it") -> Field:
    """What becomes of one property of a component."""
    owner = {"type": "object", "properties": {key: schema}, "required": [key] if required else []}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "test", "version": "1"},
        "paths": {},
        "components": {"schemas": {**COMPONENTS, "Owner": owner}},
    }
    config = Config.from_sources(
        ConfigFile(literal_enums=True), MetaType.NONE, Path("none"), "utf-8", overwrite=False, output_path=None
    )
    data = GeneratorData.from_dict(document, config=config)
    assert isinstance(data, GeneratorData)
    assert data.errors == []
    made = Python(data)
    (model,) = (each for each in data.models if each.class_info.name == "Owner")
    (field,) = made.fields(model)
    return field


@pytest.mark.parametrize(
    ("schema", "annotation", "accepts"),
    [
        ({"type": "string"}, "str | None", "str"),
        ({"type": ["string", "null"]}, "str | None", "str | None"),
        ({"type": "number"}, "float | None", "float"),
        ({}, "Any", "Any"),
        ({"const": "x", "type": "string"}, "Literal['x'] | None", "Literal['x']"),
        (ref("Kind"), "_m.Kind | None", "_m.Kind"),
        (ref("Part"), "_m.Part | None", "_m.Part | _m.PartTypedDict"),
        (list_of(ref("Part")), "list[_m.Part] | None", "Sequence[_m.Part | _m.PartTypedDict]"),
        (list_of({"type": ["number", "null"]}), "list[float | None] | None", "Sequence[float | None]"),
        (ref("Texts"), "dict[str, str | None] | None", "Mapping[str, str | None]"),
        (
            {"anyOf": [{"type": "string"}, {"type": "array", "items": ref("Texts")}, NULL]},
            "str | list[dict[str, str | None]] | None",
            "str | Sequence[Mapping[str, str | None]] | None",
        ),
    ],
)  # fmt: skip
def test_a_property_has_its_type_and_accepts_more(schema: dict[str, Any], annotation: str, accepts: str) -> None:
    field = python(schema)

    assert (field.annotation, field.accepts) == (annotation, accepts)


@pytest.mark.parametrize(
    ("schema", "annotation", "stands_in"),
    [
        ({"type": "array", "items": {}}, "list[Any]", True),
        ({"type": ["array", "null"], "items": {}}, "list[Any]", True),
        (ref("Part"), "_m.Part", True),
        (ref("Texts"), "dict[str, str | None]", True),
        ({"anyOf": [ref("Part"), NULL]}, "_m.Part | None", False),
        ({"type": ["string", "null"]}, "str | None", False),
        ({"type": "string"}, "str", False),
    ],
)
def test_a_required_list_or_object_is_never_none(schema: dict[str, Any], annotation: str, stands_in: bool) -> None:
    field = python(schema, required=True)

    assert (field.annotation, field.stands_in) == (annotation, stands_in)


@pytest.mark.parametrize(
    ("schema", "reader"),
    [
        ({"type": "string"}, ""),
        (ref("Part"), "v if v is None else _m.Part.from_dict(v) if v.__class__ is dict else copy_json(v)"),
        (ref("Either"), "v if v is None else _m.parse_either(v) if v.__class__ is dict else copy_json(v)"),
        (
            ref("Parts"),
            f"v if v is None else {PARTS} if v.__class__ is dict else copy_json(v)",
        ),
        (list_of(ref("Part")), f"v if v is None else [{ITEM} for i in v] if v.__class__ is list else copy_json(v)"),
        (
            {"anyOf": [{"type": "string"}, list_of(ref("Part"))]},
            f"v if v.__class__ in ATOMS else [{ITEM} for i in v] if v.__class__ is list else copy_json(v)",
        ),
    ],
)
def test_what_may_hold_objects_or_lists_is_read(schema: dict[str, Any], reader: str) -> None:
    assert python(schema).reader == reader


@pytest.mark.parametrize(
    ("key", "attribute"), [("object", "object"), ("class", "class_"), ("a-b", "a_b"), ("_own", "field_own")]
)
def test_the_attribute_is_the_key_where_python_allows_it(key: str, attribute: str) -> None:
    field = python({"type": "string"}, key=key)

    assert (field.attribute, field.key) == (attribute, f'"{key}"')
    assert field.is_renamed == (key != attribute)


def test_a_description_beside_a_reference_is_the_propertys_own() -> None:
    assert python(ref("Part", description=" What it is. ")).description == "What it is."


def test_a_required_constant_has_its_value_as_default() -> None:
    assert python({"const": "x", "type": "string", "default": "x"}, required=True).default == "'x'"
