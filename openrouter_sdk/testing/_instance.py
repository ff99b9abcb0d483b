"""The smallest value that satisfies a JSON Schema, for structured outputs and tool arguments."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ._json import is_list, is_object

_MAX_DEPTH = 32
_FORMATS = {
    "date-time": "2026-01-01T00:00:00Z",
    "date": "2026-01-01",
    "time": "00:00:00Z",
    "duration": "P1D",
    "email": "user@example.com",
    "hostname": "example.com",
    "ipv4": "127.0.0.1",
    "ipv6": "::1",
    "uri": "https://example.com",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
_FILLER = "text"
_BOUNDS = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")


def smallest_instance(schema: Any) -> Any:
    """A value that satisfies ``schema``.

    It is made of constants and first enum values, required members, least lengths, and the first branch of a choice.
    ``pattern``, ``not`` and ``if`` are not looked at.
    """
    return _build(schema, schema if is_object(schema) else {}, 0)


def _build(schema: Any, root: Mapping[str, Any], depth: int) -> Any:
    schema = _resolved(schema, root)
    if depth > _MAX_DEPTH:
        return None
    if "const" in schema:
        return schema["const"]
    if schema.get("enum"):
        return schema["enum"][0]
    kind = _kind(schema)
    if kind == "object":
        return _object(schema, root, depth)
    if kind == "array":
        return _array(schema, root, depth)
    if kind in ("integer", "number"):
        return _number(schema, whole=kind == "integer")
    if kind == "string":
        return _string(schema)
    return {"boolean": False, "null": None}.get(kind)


def _resolved(schema: Any, root: Mapping[str, Any]) -> Mapping[str, Any]:
    """``schema`` with references followed and choices taken, merged into one."""
    for _ in range(_MAX_DEPTH):
        if not is_object(schema):
            return {}
        merged = {key: value for key, value in schema.items() if key not in ("$ref", "anyOf", "oneOf", "allOf")}
        parts = [_referenced(schema["$ref"], root)] if "$ref" in schema else []
        parts += [branches[0] for key in ("anyOf", "oneOf") if (branches := schema.get(key))]
        parts += schema.get("allOf") or []
        if not parts:
            return schema
        for part in parts:
            merged = _merged(merged, part if is_object(part) else {})
        schema = merged
    return {}


def _merged(left: Mapping[str, Any], right: Mapping[str, Any]) -> dict[str, Any]:
    both = {**right, **left}
    if "properties" in left and "properties" in right:
        both["properties"] = {**right["properties"], **left["properties"]}
    if "required" in left and "required" in right:
        both["required"] = list(dict.fromkeys([*left["required"], *right["required"]]))
    return both


def _referenced(reference: Any, root: Mapping[str, Any]) -> Any:
    target: Any = root
    for step in str(reference).lstrip("#").split("/")[1:]:
        target = target.get(step.replace("~1", "/").replace("~0", "~"), {}) if is_object(target) else {}
    return target


def _kind(schema: Mapping[str, Any]) -> str:
    kind = schema.get("type")
    if is_list(kind):
        kind = kind[0] if kind else None
    if isinstance(kind, str):
        return kind
    if "items" in schema or "prefixItems" in schema:
        return "array"
    return "object"


def _object(schema: Mapping[str, Any], root: Mapping[str, Any], depth: int) -> dict[str, Any]:
    properties: dict[str, Any] = schema.get("properties") or {}
    return {name: _build(properties.get(name, {}), root, depth + 1) for name in schema.get("required") or ()}


def _array(schema: Mapping[str, Any], root: Mapping[str, Any], depth: int) -> list[Any]:
    first: list[Any] = schema.get("prefixItems") or []
    wanted = max(schema.get("minItems", 0), len(first))
    items = [*first, *[schema.get("items", {})] * wanted][:wanted]
    return [_build(item, root, depth + 1) for item in items]


def _number(schema: Mapping[str, Any], *, whole: bool) -> int | float:
    """Zero, or the first number near a bound that the bounds and ``multipleOf`` allow."""
    bounds = [schema[key] for key in _BOUNDS if isinstance(schema.get(key), int | float)]
    middle = sum(bounds) / len(bounds) if bounds else 0
    candidates = [0, *bounds, *(bound + 1 for bound in bounds), *(bound - 1 for bound in bounds), middle]
    step = schema.get("multipleOf") or (1 if whole else None)
    if step is not None:
        candidates = [value // step * step + shift for value in candidates for shift in (0, step)]
    fitting = (value for value in candidates if _within(value, schema))
    chosen = next(fitting, 0)
    return int(chosen) if whole else chosen


def _within(value: float, schema: Mapping[str, Any]) -> bool:
    least, most = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
    above, below = schema.get("exclusiveMinimum", -math.inf), schema.get("exclusiveMaximum", math.inf)
    return bool(least <= value <= most and above < value < below)


def _string(schema: Mapping[str, Any]) -> str:
    known = _FORMATS.get(schema.get("format", ""))
    if known is not None:
        return known
    shortest: int = schema.get("minLength", 0)
    text = _FILLER * (shortest // len(_FILLER) + 1)
    longest: int = schema.get("maxLength", len(_FILLER))
    return text[: max(shortest, min(len(_FILLER), longest))]
