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

    The one given is changed.
    """
    return _changed(schema, _make_strict)


def _changed(schema: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    for one in list(subschemas(schema)):
        change(one)
    return schema


def _make_strict(schema: dict[str, Any]) -> None:
    schema.pop("default", None)
    properties = schema.get("properties")
    if isinstance(properties, dict) or schema.get("type") == "object":
        schema["required"] = list(cast("dict[str, Any]", properties or {}))
        schema.setdefault("additionalProperties", False)
