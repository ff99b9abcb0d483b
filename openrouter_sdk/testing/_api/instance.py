"""The smallest value that satisfies a JSON Schema, for structured outputs and tool arguments."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .._json import is_list, is_object

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


class _EndlessError(Exception):
    """A value would have to hold itself, or is nested too deeply."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value is built: in which schema, below which references, how deep."""

    root: Mapping[str, Any]
    above: frozenset[Any] = frozenset({"#"})
    depth: int = 0


def smallest_instance(schema: Any) -> Any:
    """A value that satisfies ``schema``; ``{}`` for one that has no finite value.

    It is made of constants and first enum values, required members, least lengths, and the first branch of a choice
    that comes to an end. ``pattern``, ``not`` and ``if`` are not looked at.
    """
    try:
        return _build(schema, _Place(schema if is_object(schema) else {}))
    except _EndlessError:
        return {}


def _build(schema: Any, place: _Place) -> Any:
    if place.depth > _MAX_DEPTH:
        raise _EndlessError
    for plain, above in _variants(schema, place):
        try:
            return _value(plain, _Place(place.root, above, place.depth + 1))
        except _EndlessError:
            continue
    raise _EndlessError


def _value(schema: Mapping[str, Any], inside: _Place) -> Any:
    if "const" in schema:
        return schema["const"]
    if schema.get("enum"):
        return schema["enum"][0]
    kind = _kind(schema)
    if kind == "object":
        return _object(schema, inside)
    if kind == "array":
        return _array(schema, inside)
    if kind in ("integer", "number"):
        return _number(schema, whole=kind == "integer")
    if kind == "string":
        return _string(schema)
    return {"boolean": False, "null": None}.get(kind)


def _variants(schema: Any, place: _Place) -> Iterator[tuple[dict[str, Any], frozenset[Any]]]:
    """What ``schema`` may mean, with references followed and choices taken, and the references above what is inside.

    A reference to what is being built already means nothing: if there is a finite value, there is one without it.
    """
    schema = schema if is_object(schema) else {}
    parts: list[list[Any]] = [schema[key] for key in ("anyOf", "oneOf") if schema.get(key)]
    parts += [[part] for part in schema.get("allOf") or ()]
    if "$ref" in schema:
        if schema["$ref"] in place.above:
            return
        place = _Place(place.root, place.above | {schema["$ref"]}, place.depth)
        parts.insert(0, [_referenced(schema["$ref"], place.root)])
    own = {key: value for key, value in schema.items() if key not in ("$ref", "anyOf", "oneOf", "allOf")}
    yield from _joined(own, parts, place)


def _joined(
    schema: dict[str, Any], parts: list[list[Any]], place: _Place
) -> Iterator[tuple[dict[str, Any], frozenset[Any]]]:
    """``schema`` merged with a variant of one of each list of ``parts``, in all ways there are."""
    if not parts:
        yield schema, place.above
        return
    for part in parts[0]:
        for variant, above in _variants(part, place):
            for whole, others in _joined(_merged(schema, variant), parts[1:], place):
                yield whole, above | others


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


def _object(schema: Mapping[str, Any], inside: _Place) -> dict[str, Any]:
    properties: dict[str, Any] = schema.get("properties") or {}
    return {name: _build(properties.get(name, {}), inside) for name in schema.get("required") or ()}


def _array(schema: Mapping[str, Any], inside: _Place) -> list[Any]:
    first: list[Any] = schema.get("prefixItems") or []
    wanted = max(schema.get("minItems", 0), len(first))
    items = [*first, *[schema.get("items", {})] * wanted][:wanted]
    return [_build(item, inside) for item in items]


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
