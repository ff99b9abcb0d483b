"""The official description of the API as facts: its table of operations, its structure, and how ours differs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from tests.contract.document import CONTRACT, Contract, Operation, Schema

REFERENCE = CONTRACT.parent.parent / "shared" / "reference"
TABLE = REFERENCE / "api-operations.tsv"
STRUCTURE = REFERENCE / "official-structure-sdk-1.3.84.json"
GROUP = "1 around the chat"

# Components that the chat has too; other facts vouch for them.
OF_THE_CHAT = {"ProviderPreferences", "TraceConfig", "CostDetails"}


class Row(NamedTuple):
    """One operation of the table."""

    method: str
    path: str
    call: str
    statuses: list[str]
    paged: bool
    parameters: list[str]


@cache
def rows() -> list[Row]:
    """The live operations of the group, none where the table is missing."""
    if not TABLE.is_file():
        return []
    with TABLE.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Row(
            one["method"].lower(),
            one["path"],
            one["official_python_call"],
            [status for status in one["status_codes"].split() if status.isdigit()],
            one["pagination"].startswith("offset"),
            [name.removeprefix("*") for name in (one["parameters(*=required)"] or "").split()],
        )
        for one in table
        if one["group"] == GROUP and one["note"] != "deprecated"
    ]


@cache
def structure() -> dict[str, Any]:
    """The official structure."""
    found: dict[str, Any] = json.loads(STRUCTURE.read_text(encoding="utf-8"))
    return found


class Form(NamedTuple):
    """What a schema admits, without the way it is written."""

    kinds: set[str]
    values: set[str]
    properties: dict[str, Schema]
    required: set[str]
    items: list[Schema]
    map_of: list[Schema]


def official_forms(schema: Schema, *, nullable: bool = False) -> Iterator[Schema]:
    """The alternatives of an official schema. Null counts where a name says so: elsewhere it means "absent"."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name != "Unset":
            meant = nullable or name.startswith(("Nullable_", "OptionalNullable_"))
            yield from official_forms(structure()["components"]["schemas"][name], nullable=meant)
    elif "anyOf" in schema or "oneOf" in schema:
        for part in schema.get("anyOf", schema.get("oneOf", [])):
            yield from official_forms(part, nullable=nullable)
    elif schema.get("type") != "null" or nullable:
        yield schema


def form_of(alternatives: list[Schema]) -> Form:
    """All alternatives of a schema in one."""
    objects = [one for one in alternatives if "properties" in one]
    values = {value for one in alternatives for value in one.get("enum", [one["const"]] if "const" in one else [])}
    required = [set(one.get("required", [])) for one in objects]
    return Form(
        kinds={str(one.get("type", "any")) for one in alternatives},
        values={value for value in values if isinstance(value, str)},
        properties={name: child for one in objects for name, child in one["properties"].items()},
        required=set.intersection(*required) if required else set(),
        items=[one["items"] for one in alternatives if "items" in one],
        map_of=[one["additionalProperties"] for one in alternatives if is_map(one)],
    )


def is_map(schema: Schema) -> bool:
    return isinstance(schema.get("additionalProperties"), dict)


class Difference:
    """What the contract lacks of an official schema, a line each."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.seen: set[tuple[str, str]] = set()

    def our_forms(self, schema: Schema) -> Iterator[Schema]:
        """The alternatives of a schema of ours, a union by its members."""
        for one in self.contract.alternatives(schema):
            mapping = one.get("discriminator", {}).get("mapping")
            yield from [self.contract.target(reference) for reference in mapping.values()] if mapping else [one]

    def lines(self, where: str, official: Schema, ours: Schema) -> Iterator[str]:
        """The differences of two schemas and all below them."""
        key = json.dumps(official, sort_keys=True), json.dumps(ours, sort_keys=True)
        references = {one.get("$ref", "").rpartition("/")[2] for one in (ours, *ours.get("anyOf", []))}
        if key in self.seen or references & OF_THE_CHAT:
            return
        self.seen.add(key)
        theirs, mine = form_of(list(official_forms(official))), form_of(list(self.our_forms(ours)))
        if theirs.kinds != mine.kinds:
            yield f"{where}: {sorted(theirs.kinds)} is {sorted(mine.kinds)} here"
        if mine.values and theirs.values - mine.values:
            yield f"{where}: no {sorted(theirs.values - mine.values)}"
        if theirs.required - mine.required:
            yield f"{where}: {sorted(theirs.required - mine.required)} always present"
        for name in sorted(theirs.properties.keys() ^ mine.properties.keys()):
            yield f"{where}.{name}: {'missing' if name in theirs.properties else 'invented'}"
        for name in theirs.properties.keys() & mine.properties.keys():
            yield from self.lines(f"{where}.{name}", theirs.properties[name], mine.properties[name])
        for part, other in ((theirs.items, mine.items), (theirs.map_of, mine.map_of)):
            yield from self.lines(f"{where}[]", {"anyOf": part}, {"anyOf": other}) if part and other else ()

    def of_operation(self, operation: Operation) -> Iterator[str]:
        """The differences of the bodies of an operation."""
        official = structure()["paths"][operation.path][operation.method]
        status, answer = self.contract.success(operation)
        pairs = [(status, official["responses"][status], answer)]
        if "requestBody" in operation.data:
            pairs.append(("body", official["requestBody"], operation.data["requestBody"]))
        for where, theirs, mine in pairs:
            schemas = [one["content"]["application/json"]["schema"] for one in (theirs, mine)]
            yield from self.lines(where, *schemas)
