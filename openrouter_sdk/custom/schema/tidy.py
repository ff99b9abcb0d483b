"""JSON Schemas rewritten: without titles, and in the strict form that providers hold models to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

_MAPS = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
_LISTS = ("anyOf", "oneOf", "allOf", "prefixItems")
_SINGLE = ("items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else")


def subschemas(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema and all schemas in it. Values that only look like schemas, such as defaults, are none."""
    yield schema
    for key, value in schema.items():
        given: Any = value
        inner: Iterable[Any] = (given,) if key in _SINGLE else ()
        if key in _MAPS and isinstance(value, dict):
            inner = given.values()
        elif key in _LISTS and isinstance(value, list):
            inner = given
        for one in inner:
            if isinstance(one, dict):
                yield from subschemas(cast("dict[str, Any]", one))


def tidy_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema without titles, which repeat the names and cost tokens. The one given is changed."""
    return _changed(schema, lambda one: one.pop("title", None))


def strict_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema as strict modes want it: every property is required, no others are allowed, nothing has a default.

    A property that may be missing may be null instead.

    The one given is changed.
    """
    return _changed(schema, _make_strict)


def _changed(schema: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    for one in list(subschemas(schema)):
        change(one)
    return schema


def _make_strict(schema: dict[str, Any]) -> None:
    schema.pop("default", None)
    given: Any = schema.get("properties")
    if isinstance(given, dict) or schema.get("type") == "object":
        properties = cast("dict[str, Any]", given or {})
        for name in properties.keys() - set(schema.get("required", ())):
            # a constant is what its union is told by
            if not ("const" in properties[name] or _takes_null(properties[name])):
                properties[name] = {"anyOf": [properties[name], {"type": "null"}]}
        schema["required"] = list(properties)
        schema.setdefault("additionalProperties", False)


def _takes_null(schema: dict[str, Any]) -> bool:
    """Whether null plainly is among what it takes; what takes anything takes null."""
    kinds = schema.get("type", ())
    members: list[dict[str, Any]] = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    held: list[Any] = schema.get("enum", [schema.get("const", "")])
    rest = schema.keys() - {"title", "description", "default"}
    return "null" in kinds or None in held or not rest or any(map(_takes_null, members))
