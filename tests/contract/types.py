"""Comparing the types of the wire facts, such as `string|list<object>`, with those of a schema."""

from __future__ import annotations

from typing import NamedTuple

from tests.contract.document import Contract, Schema


class Kind(NamedTuple):
    """A JSON type; lists and maps also have the types of what they hold."""

    name: str
    inner: frozenset[Kind] = frozenset()


ANY = Kind("any")
MAP_OF_ANY = Kind("map", frozenset({ANY}))


def parse_kinds(text: str) -> frozenset[Kind]:
    """The types a fact names. An unknown word is a ValueError."""
    return frozenset(_parse_kind(part) for part in _split(text))


def _split(text: str) -> list[str]:
    parts, depth = [""], 0
    for char in text:
        depth += (char == "<") - (char == ">")
        if char == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _parse_kind(text: str) -> Kind:
    name, bracket, inner = text.partition("<")
    if name not in {"string", "number", "integer", "boolean", "object", "any", "null", "list", "map"}:
        raise ValueError(f"unknown type {text!r}")
    return Kind(name, parse_kinds(inner.removesuffix(">")) if bracket else frozenset())


def kinds_of(contract: Contract, schema: Schema) -> frozenset[Kind]:
    """The types a schema admits, null left out."""
    kinds = {_kind_of(contract, form) for form in contract.alternatives(schema)}
    return frozenset(kind for kind in kinds if kind.name != "null")


def _kind_of(contract: Contract, form: Schema) -> Kind:
    if "type" not in form:
        return ANY
    if form["type"] == "array":
        return Kind("list", kinds_of(contract, form["items"]))
    if form.get("x-map"):
        values = form["additionalProperties"]
        return Kind("map", kinds_of(contract, {} if values is True else values))
    return Kind(form["type"])


def same_kinds(facts: frozenset[Kind], admitted: frozenset[Kind]) -> bool:
    """Whether both sides admit the same: neither may be narrower or wider."""
    facts = frozenset(kind for kind in facts if kind.name != "null")
    known = all(any(_match(fact, kind) for kind in admitted) for fact in facts)
    return known and all(any(_match(fact, kind) for fact in facts) for kind in admitted)


def _match(fact: Kind, kind: Kind) -> bool:
    if fact.name == kind.name:
        return same_kinds(fact.inner, kind.inner)
    if fact.name == "object":
        return kind.name == "map"
    return fact == MAP_OF_ANY and kind.name == "object"
