"""The reference of the API's types, from the contract that the models are generated from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from sources import ROOT

Schema = dict[str, Any]

PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "object": "dict", "array": "list"}


def sections() -> str:
    """One section for each type, as Markdown."""
    parts: list[str] = []
    for name, schema in sorted(_schemas().items(), key=lambda item: item[0].lower()):
        parts += [f"## {name} {{ #openrouter_sdk.models.{name} }}", *_section(schema)]
    return "\n\n".join(parts) + "\n"


def names() -> list[str]:
    """The names of all types."""
    return list(_schemas())


@cache
def _schemas() -> dict[str, Schema]:
    contract = json.loads((ROOT / "openrouter_sdk" / "testing" / "openapi.json").read_text(encoding="utf-8"))
    schemas: dict[str, Schema] = contract["components"]["schemas"]
    return schemas


def _section(schema: Schema) -> Iterator[str]:
    yield _prose(schema)
    if "enum" in schema:
        yield ", ".join(f"`{json.dumps(value)}`" for value in schema["enum"])
    if "anyOf" in schema:
        yield f"A {_type(schema)}."
    if mapping := schema.get("discriminator", {}).get("mapping"):
        by = schema["discriminator"]["propertyName"]
        yield f"One of these, by `{by}`:"
        yield "\n".join(f"* `{value}`: {_named(target)}" for value, target in mapping.items())
        return
    required = schema.get("required", [])
    fields = [_field(name, field, name in required) for name, field in schema.get("properties", {}).items()]
    if fields:
        yield "\n".join(fields)
    if schema.get("x-map"):
        values = schema["additionalProperties"]
        yield f"Any keys; each value: {'anything' if values is True else _type(values)}."


def _field(name: str, field: Schema, is_required: bool) -> str:
    marks = [_type(field), *(["*required*"] if is_required else [])]
    parsed = [f"`{other}` is the same as `{kind}`." for other, kind in field.get("x-parsed", {}).items()]
    return " ".join([f"* **`{name}`** ({', '.join(marks)}):", _prose(field), *parsed])


def _type(schema: Schema) -> str:
    if "$ref" in schema:
        return _named(schema["$ref"])
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_type(one) for one in schema["anyOf"] if one.get("type") != "null"))
    if "const" in schema:
        return f"`{json.dumps(schema['const'])}`"
    kinds = schema.get("type", "object")
    kind = next((one for one in ([kinds] if isinstance(kinds, str) else kinds) if one != "null"), "object")
    if kind == "array" and schema.get("items"):
        return f"list of {_type(schema['items'])}"
    if kind == "object" and isinstance(values := schema.get("additionalProperties"), dict):
        return f"dict of {_type(values)}"
    if "enum" in schema:
        return " or ".join(f"`{json.dumps(value)}`" for value in schema["enum"])
    return f"`{PLAIN[kind]}`"


def _named(reference: str) -> str:
    name = reference.rpartition("/")[2]
    return f"[{name}](#openrouter_sdk.models.{name})"


def _prose(schema: Schema) -> str:
    return " ".join(schema.get("description", "").replace("<", "&lt;").split())
