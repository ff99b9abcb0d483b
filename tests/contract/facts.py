"""The wire facts, one a row, and what the contract lacks of a fact."""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path
from typing import NamedTuple

from tests.contract.document import CONTRACT, Contract, Schema
from tests.contract.paths import MissingPathError, find, split_path
from tests.contract.types import kinds_of, parse_kinds, same_kinds

VOUCHERS = frozenset({"spec", "sdk", "docs", "wire", "ai-sdk", "oct-ref", "pydantic-ai"})

ROOTS = {
    "request": ["ChatRequest"],
    "result": ["ChatResult"],
    "chunk": ["ChatStreamChunk"],
    "usage": ["ChatResult", "ChatStreamChunk"],
    "reasoning": ["ChatAssistantMessage", "ChatStreamDelta"],
    "error": ["ErrorResponse"],
    "metadata": ["ChatResult", "ChatStreamChunk"],
}

BOUNDS = {
    "min": "minimum",
    "max": "maximum",
    "exclusiveMin": "exclusiveMinimum",
    "minLen": "minLength",
    "maxLen": "maxLength",
    "minItems": "minItems",
    "maxItems": "maxItems",
}


class Fact(NamedTuple):
    """One row: a place on the wire and what is known of it."""

    area: str
    path: str
    json_type: str
    required: str = "no"
    nullable: str = "no"
    values: str = ""
    bounds: str = ""
    default: str = ""
    sources: str = ""
    note: str = ""

    @property
    def vouched(self) -> bool:
        """Whether a source stands behind it that the contract follows."""
        return not VOUCHERS.isdisjoint(self.sources.split(","))

    @property
    def known_values(self) -> list[str]:
        """The values, without the mark for "and others"."""
        return [value for value in self.values.removesuffix("…").split("|") if value]


def facts_file() -> Path:
    """Where the facts are: OPENROUTER_WIRE_FACTS, else beside the checkout."""
    beside = CONTRACT.parent.parent / "shared" / "reference" / "wire-facts.tsv"
    return Path(os.environ.get("OPENROUTER_WIRE_FACTS") or beside)


def load_facts() -> list[Fact]:
    """All rows, or none where the file is missing."""
    if not facts_file().is_file():
        return []
    with facts_file().open(encoding="utf-8", newline="") as file:
        return [Fact(*row) for row in list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]]


def complaints(contract: Contract, fact: Fact) -> list[str]:
    """What the contract lacks of a fact about the JSON bodies; empty when it has it all."""
    found: list[str] = []
    for name in ROOTS[fact.area.partition(".")[0]]:
        root = contract.components[name]
        try:
            places = find(contract, root, fact.path)
            found += [text for place in places for text in _misfits(contract, fact, place)]
            found += _key_misfits(contract, fact, root) + _required_misfits(contract, fact, root)
        except MissingPathError as error:
            found.append(f"missing path in {name}: {error}")
    return found


def _misfits(contract: Contract, fact: Fact, place: Schema) -> list[str]:
    found: list[str] = []
    kinds = parse_kinds(fact.json_type)
    if not same_kinds(kinds, kinds_of(contract, place)):
        found.append(f"wrong type: {fact.json_type} on the wire, {sorted(kinds_of(contract, place))} here")
    if fact.nullable == "yes" and not contract.nullable(place):
        found.append("closed null")
    known = admitted_values(contract, place)
    if not fact.values.startswith("(keys) "):
        found += [f"missing value {v!r}" for v in fact.known_values if v not in known and not _told(contract, place, v)]
    return found + _bound_misfits(contract, fact, place)


def admitted_values(contract: Contract, place: Schema) -> set[object]:
    """The values a schema lists, in items and map values too."""
    known: set[object] = set()
    for form in contract.alternatives(place):
        known.update(form.get("enum", []))
        known.update([form["const"]] if "const" in form else [])
        known.update(admitted_values(contract, form["items"]) if "items" in form else [])
    return known


def _told(contract: Contract, place: Schema, value: str) -> bool:
    """Where a schema lists nothing, its description has to name the values."""
    if admitted_values(contract, place):
        return False
    return value in place.get("description", "").replace("`", "")


def _key_misfits(contract: Contract, fact: Fact, root: Schema) -> list[str]:
    if not fact.values.startswith("(keys) "):
        return []
    parent = find(contract, root, fact.path.rpartition(".")[0])[0]
    names = contract.resolve(parent).get("propertyNames", {})
    known = admitted_values(contract, names)
    return [f"missing key {key!r}" for key in fact._replace(values=fact.values[7:]).known_values if key not in known]


def _bound_misfits(contract: Contract, fact: Fact, place: Schema) -> list[str]:
    forms = contract.alternatives(place)
    items = [inner for form in forms if "items" in form for inner in contract.alternatives(form["items"])]
    found: list[str] = []
    for scope, word, number in re.findall(r"\b(items\.)?(\w+)=(-?[\d.]+)", fact.bounds):
        written = [form[BOUNDS[word]] for form in (items if scope else forms) if BOUNDS.get(word) in form]
        if float(number) not in written:
            found.append(f"wrong bound: {scope}{word}={number} on the wire, {written} here")
    pattern = fact.bounds.partition("pattern=")[2]
    if pattern and pattern not in [form.get("pattern") for form in forms]:
        found.append(f"wrong pattern: {pattern} on the wire")
    return found


def _required_misfits(contract: Contract, fact: Fact, root: Schema) -> list[str]:
    name = split_path(fact.path)[-1]
    if name.startswith(("[", "{", "*")):
        return []
    parents = find(contract, root, fact.path[: -len(name)].removesuffix("."))
    owners = [
        form for parent in parents for form in contract.alternatives(parent) if name in form.get("properties", {})
    ]
    for owner in owners:
        required = name in owner.get("required", [])
        if required and fact.required == "no":
            return ["required here, but not on the wire"]
        if not required and fact.required == "yes" and fact.area.startswith("request"):
            return ["the API demands it, but it is optional here"]
    return []
