"""Writes one component into the tree of openapi.yaml, touching what is different and nothing else."""

from __future__ import annotations

from typing import Any

from forms import Json
from render import Component
from tree import is_comment, node, own_copy, text_node

_BOUNDS = {
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
    "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "propertyNames", "format",
}  # fmt: skip
_STRUCTURE = {
    "type", "required", "properties", "items", "additionalProperties", "enum", "const", "default", "anyOf", "oneOf",
    "allOf", "$ref", "discriminator", "x-open", "x-map", "x-default-mapping",
}  # fmt: skip
_FIRST = ("type", "x-open", "x-map", "x-default-mapping")


def settle(schemas: Any, name: str, component: Component) -> None:
    """Let a component that is there say what it is to say."""
    old, new = schemas[name], component.schema
    kinds = [_kind(old), _kind(new)]
    if kinds == ["object", "object"]:
        _object(schemas, old, component)
    elif kinds == ["union", "union"]:
        _union(old, new)
    elif kinds == ["enum", "enum"]:
        if set(old["enum"]) != set(new["enum"]):
            old["enum"] = node(_ordered(old["enum"], new["enum"]))
    elif "" not in component.same or kinds[0] != kinds[1]:
        schemas[name] = _component(new, old)


def described(component: Component, like: Any) -> Any:
    """A component that is new. What it takes the place of lends its words."""
    schema = {**component.schema}
    if "properties" in schema:
        words = like.get("properties", {}) if like else {}
        schema["properties"] = {key: with_words(one, words.get(key)) for key, one in schema["properties"].items()}
    return _component(schema, like)


def with_words(schema: Json, old: Any) -> Any:
    """The schema of a property, with what was said of it beside its structure."""
    words = {"description": node("")} if "$ref" not in schema else {}
    if old:
        structure = _STRUCTURE if _types(old) == _types(schema) else _STRUCTURE | _BOUNDS
        words |= {key: own_copy(one) for key, one in old.items() if key not in structure}
    first = ["description"] if "anyOf" in schema and "description" in words else []
    found = node({key: words.pop(key) for key in first} | schema)
    for key in [*(key for key in words if key != "description"), *(["description"] if "description" in words else [])]:
        found[key] = words[key]
    return found


def _types(schema: Any) -> set[str]:
    types = schema.get("type", [])
    return {one for one in ([types] if isinstance(types, str) else types) if one != "null"}


def _kind(schema: Any) -> str:
    if "discriminator" in schema:
        return "union"
    if "enum" in schema:
        return "enum"
    return "object" if "properties" in schema else "other"


def _ordered(old: Any, new: Any) -> list[str]:
    """The old order, without what went and with what came."""
    return [one for one in old if one in new] + [one for one in new if one not in old]


def _component(schema: Json, old: Any) -> Any:
    """A component as ours are laid out: kind, words, structure."""
    kept = {key: own_copy(one) for key, one in (old or {}).items() if key not in _STRUCTURE | _BOUNDS}
    words = {"description": kept.pop("description", node(""))}
    found = node({key: schema[key] for key in _FIRST if key in schema})
    for key, one in (kept | words).items():
        found[key] = one
    for key, one in schema.items():
        if key not in _FIRST:
            found[key] = node(one)
    return found


def _object(schemas: Any, old: Any, component: Component) -> None:
    new = component.schema
    required = _ordered(old.get("required", []), new.get("required", []))
    if set(required) != set(old.get("required", [])):
        _require(old, required)
    before = old["properties"]
    gone = [key for key in before if key not in new["properties"] and not is_comment(key)]
    changed = [key for key in new["properties"] if key not in before or key not in component.same]
    if not gone and not changed:
        return
    if sum(other.get("properties") is before for other in schemas.values() if hasattr(other, "get")) > 1:
        before = old["properties"] = own_copy(before)
    for key in gone:
        del before[key]
    for key in changed:
        before[text_node(key)] = with_words(new["properties"][key], before.get(key))


def _require(old: Any, required: list[str]) -> None:
    if not required:
        old.pop("required", None)
    elif "required" in old:
        old["required"] = node(required)
    else:
        old.insert(list(old).index("properties"), "required", node(required))


def _union(old: Any, new: Json) -> None:
    """Update the members; the base object says of its tag what it said."""
    if old.get("x-default-mapping") != new.get("x-default-mapping"):
        old.pop("x-default-mapping", None)
        if "x-default-mapping" in new:
            old.insert(1, "x-default-mapping", node(new["x-default-mapping"]))
    tag = new["discriminator"]["propertyName"]
    if old["discriminator"]["propertyName"] != tag:
        old["discriminator"]["propertyName"] = tag
        old["properties"] = node({tag: {"type": "string", "description": ""}})
        old["required"] = node([tag])
    mapping, wanted = old["discriminator"]["mapping"], new["discriminator"]["mapping"]
    for value in [one for one in mapping if one not in wanted]:
        del mapping[value]
    for value, reference in wanted.items():
        if mapping.get(value) != reference:
            mapping[text_node(value)] = node(reference)
