"""Mappings with any keys, which strict schemas do not know, as lists of their entries; and back."""

from __future__ import annotations

from typing import Any

from ..errors import is_list, is_object

REF = "#/$defs/"
_ENTRY = ("key", "value")


def map_parts(schema: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The schemas of the keys and of the values of a mapping with any keys; None for anything else."""
    if schema.get("type") != "object" or schema.get("properties"):
        return None
    values: Any = schema.get("additionalProperties")
    patterns: dict[str, Any] = schema.get("patternProperties", {})
    keys = {"type": "string", **schema.get("propertyNames", {})}
    if len(patterns) == 1:
        ((keys["pattern"], values),) = patterns.items()
    # of values that may be anything there is no strict schema in this form either
    return (keys, values) if is_object(values) and values else None


def as_entries(schema: dict[str, Any], keys: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """The schema of a mapping as that of a list of its entries."""
    entry = {
        "type": "object",
        "properties": dict(zip(_ENTRY, (keys, values), strict=True)),
        "required": list(_ENTRY),
        "additionalProperties": False,
    }
    described = {"description": schema["description"]} if "description" in schema else {}
    return {"type": "array", **described, "items": entry}


def from_entries(value: Any, schema: dict[str, Any], definitions: dict[str, Any]) -> Any:
    """A value with its lists of entries as mappings again, where the schema has mappings.

    Args:
        value: A JSON value, or the beginning of one: an entry without its value is left out.
        schema: The schema before its mappings became lists.
        definitions: What its references lead to.
    """
    if "$ref" in schema:
        return from_entries(value, {**definitions[schema["$ref"].removeprefix(REF)]}, definitions)
    for member in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        made = from_entries(value, member, definitions)
        if made != value:
            return made
    if is_object(value):
        inner: dict[str, Any] = schema.get("properties", {})
        return {key: from_entries(one, inner.get(key, {}), definitions) for key, one in value.items()}
    if not is_list(value):
        return value
    parts = map_parts(schema)
    if parts is None:
        items: dict[str, Any] = schema.get("items") or {}
        places: list[dict[str, Any]] = schema.get("prefixItems", [])
        return [
            from_entries(one, places[number] if number < len(places) else items, definitions)
            for number, one in enumerate(value)
        ]
    if not all(is_object(one) and one.keys() <= set(_ENTRY) and isinstance(one.get("key", ""), str) for one in value):
        return value
    return {one["key"]: from_entries(one["value"], parts[1], definitions) for one in value if len(one) == len(_ENTRY)}
