"""A JSON Schema as every big provider takes it: what one of them refuses is told in words instead.

What each refuses is listed, with sources, in docs/structured-outputs.md. A constraint that moved into a description is
still checked when the answer is read.
"""

from __future__ import annotations

import json
import re
from typing import Any

from ..schema import subschemas
from .entries import REF, as_entries, map_parts

_KEPT = frozenset(("type", "description", "properties", "required", "additionalProperties", "items", "enum", "anyOf"))
_FORMATS = frozenset(("date-time", "date", "time"))
"""Formats that all providers which look at formats know."""
_SILENT = frozenset(("$defs", "const", "default", "discriminator", "examples", "deprecated", "readOnly", "writeOnly"))
"""Dropped without a word: said otherwise, or no constraint."""
_MODULE = re.compile(r"^.*__(?=[A-Za-z])")
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (str, "string"),
    (int, "integer"),
    (float, "number"),
    (type(None), "null"),
)


def portable_schema(schema: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """The schema in the form that all providers take, and whether it can be a strict one.

    It cannot where something is left open: an object with any keys, or any value at all.

    Args:
        schema: A strict schema as pydantic writes it. It is not changed.
    """
    lowering = _Lowering(schema.get("$defs", {}))
    made = lowering.lowered(schema)
    if "$ref" in made:
        # the root has to show that it is an object
        made = lowering.lowered(lowering.definitions[made["$ref"].removeprefix(REF)])
    needed: dict[str, Any] = {}
    open_ends = [made]
    while open_ends:
        for name in sorted(_references(open_ends.pop()) - needed.keys()):
            needed[name] = lowering.lowered(lowering.definitions[name])
            open_ends.append(needed[name])
    if needed:
        made["$defs"] = needed
    return made, not lowering.open


class _Lowering:
    """One schema on its way.

    Args:
        definitions: What its references lead to.

    Attributes:
        definitions: The same, by shorter names: pydantic puts modules before those that would be alike.
        open: Whether anything in it is left open.
    """

    def __init__(self, definitions: dict[str, Any]) -> None:
        self._names: dict[str, str] = {}
        for name in definitions:
            short = _MODULE.sub("", name)
            self._names[name] = name if short in self._names.values() else short
        self.definitions = {self._names[name]: one for name, one in definitions.items()}
        self.open = False

    def lowered(self, schema: dict[str, Any]) -> dict[str, Any]:
        """One schema, with all in it."""
        given = _plain_unions(schema)
        if "$ref" in given:
            return self._referred(given)
        parts = map_parts(given)
        if parts is not None:
            given = as_entries(given, *parts)
        if "prefixItems" in given:
            given = _without_positions(given)
        if "const" in given:
            given = {**given, "enum": [given["const"]]}
        made: dict[str, Any] = {}
        told: list[str] = []
        for key, value in given.items():
            if key in _KEPT or (key == "format" and value in _FORMATS):
                made[key] = value
            elif key not in _SILENT:
                told.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
        self._look_inside(made)
        if told:
            made["description"] = " ".join(filter(None, (made.get("description"), f"({', '.join(told)})")))
        return _typed(made)

    def _referred(self, given: dict[str, Any]) -> dict[str, Any]:
        """A reference; where something stands beside it, which OpenAI refuses, what it leads to instead."""
        name = self._names[given["$ref"].removeprefix(REF)]
        beside = {key: value for key, value in given.items() if key != "$ref" and key not in _SILENT}
        return self.lowered({**self.definitions[name], **beside}) if beside else {"$ref": REF + name}

    def _look_inside(self, made: dict[str, Any]) -> None:
        if "properties" in made:
            made["properties"] = {name: self.lowered(one) for name, one in made["properties"].items()}
            # a class that takes more keys than it names is asked for those it names
            made["additionalProperties"] = False
        elif made.get("type") == "object" and made.get("additionalProperties") is not False:
            self.open = True
        if "items" in made:
            made["items"] = self.lowered(made["items"])
        if "anyOf" in made:
            made["anyOf"] = [self.lowered(one) for one in made["anyOf"]]
        if not made.keys() - {"description"} or (made.get("type") == "array" and not made.get("items")):
            self.open = True


def _plain_unions(schema: dict[str, Any]) -> dict[str, Any]:
    """`oneOf` as `anyOf`, and an `allOf` of one as that one."""
    given = dict(schema)
    if "oneOf" in given:
        given["anyOf"] = given.pop("oneOf")
    if len(given.get("allOf", ())) == 1:
        given = {**given.pop("allOf")[0], **given}
    return given


def _without_positions(schema: dict[str, Any]) -> dict[str, Any]:
    """A list with a type for each place as one whose entries have any of these types; the places are told."""
    given = dict(schema)
    places: list[Any] = given.pop("prefixItems")
    kinds = [place for number, place in enumerate(places) if place not in places[:number]]
    told = ", ".join(str(place.get("type") or place.get("$ref", "").removeprefix(REF) or "any") for place in places)
    given["items"] = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if given.get("minItems") == len(places) == given.get("maxItems"):
        del given["minItems"], given["maxItems"]
    given["description"] = " ".join(
        filter(None, (given.get("description"), f"({len(places)} items, in this order: {told})"))
    )
    return given


def _typed(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema, with the type of its `enum`; one of several types becomes a union."""
    values: list[Any] = schema.get("enum", [])
    if not values or "type" in schema:
        return schema
    by_kind = [
        {"type": name} if name == "null" else {"type": name, "enum": held}
        for kind, name in _KINDS
        if (held := [value for value in values if type(value) is kind])
    ]
    rest = {key: value for key, value in schema.items() if key != "enum"}
    return {**rest, **by_kind[0]} if len(by_kind) == 1 else {**rest, "anyOf": by_kind}


def _references(schema: dict[str, Any]) -> set[str]:
    """The names of the definitions that a schema refers to."""
    return {one["$ref"].removeprefix(REF) for one in subschemas(schema) if "$ref" in one}
