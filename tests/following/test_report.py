"""What a newer document of the API changes is said in plain words, and in whatever words it is written."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from generator.plain import from_yaml
from generator.tree import dump, load
from tests.following.documents import CONTRACT, OFFICIAL, applied, official, report

Change = Callable[[dict[str, Any]], object]


def parcel(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["components"]["schemas"]["Thing"]["properties"]
    return found


def get(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["paths"]["/parcels"]["get"]
    return found


def members(document: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parcel(document)["contents"]["oneOf"]
    return found


CHANGES: dict[str, tuple[Change, list[str]]] = {
    "a field comes": (
        lambda document: parcel(document).update(size={"enum": ["s", "l"]}),
        ["Parcel.size: added: text (`s`, `l`)"],
    ),
    "an object comes": (
        lambda document: parcel(document).update(label={"type": "object", "properties": {"text": {"type": "string"}}}),
        ["Parcel.label: added: object"],
    ),
    "a field goes": (lambda document: parcel(document).pop("weight"), ["Parcel.weight: removed"]),
    "a field gets another type": (
        lambda document: parcel(document).update(id={"type": "integer"}),
        ["Parcel.id: integer, no longer text"],
    ),
    "a field becomes a list": (
        lambda document: parcel(document).update(sender={"type": "array", "items": {"type": "string"}}),
        ["Parcel.sender: is never null", "Parcel.sender: list, no longer object"],
    ),
    "a field is required": (
        lambda document: document["components"]["schemas"]["Thing"]["required"].append("notes"),
        ["Parcel.notes: now required"],
    ),
    "nothing is required": (
        lambda document: document["components"]["schemas"]["SomePerson"].pop("required"),
        ["Person.name: now optional"],
    ),
    "a field may be null": (
        lambda document: parcel(document).update(id={"type": ["string", "null"]}),
        ["Parcel.id: may be null"],
    ),
    "an object is never null": (
        lambda document: parcel(document).update(sender={"$ref": "#/components/schemas/SomePerson"}),
        ["Parcel.sender: is never null"],
    ),
    "the entries of a map change": (
        lambda document: parcel(document)["notes"].update(additionalProperties={"type": "integer"}),
        ["Parcel.notes{}: integer, no longer text"],
    ),
    "an enum has other values": (
        lambda document: get(document)["parameters"][2].update(schema={"enum": ["last", "no"]}),
        ["Order: value `no` added", "Order: value `first` removed"],
    ),
    "an enum ends": (
        lambda document: get(document)["parameters"][2].update(schema={"type": "string"}),
        ["GET /parcels query parameter `order`: any text, no longer one of a list"],
    ),
    "a union gets a member": (
        lambda document: members(document).append(
            {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"const": "toy"}, "for": {"type": "string"}},
            }
        ),
        ["Contents: member `toy` added"],
    ),
    "a union loses a member": (lambda document: members(document).pop(1), ["Contents: member `food` removed"]),
    "a member changes": (
        lambda document: members(document)[1]["properties"].pop("days"),
        ["Food.days: removed"],
    ),
    "a parameter comes": (
        lambda document: get(document)["parameters"].append(
            {"name": "to", "in": "query", "required": True, "schema": {}}
        ),
        ["GET /parcels query parameter `to`: added (required)"],
    ),
    "a parameter goes": (
        lambda document: get(document)["parameters"].pop(1),
        ["GET /parcels query parameter `offset`: removed"],
    ),
    "a parameter is required": (
        lambda document: get(document)["parameters"][1].update(required=True),
        ["GET /parcels query parameter `offset`: now required"],
    ),
    "a status comes and one goes": (
        lambda document: get(document).update(
            responses={"200": get(document)["responses"]["200"], "404": {"description": ""}}
        ),
        ["GET /parcels: status 404 added", "GET /parcels: status 400 removed"],
    ),
    "success has another status": (
        lambda document: document["paths"]["/parcels"]["post"]["responses"].update(
            {"200": document["paths"]["/parcels"]["post"]["responses"].pop("201")}
        ),
        ["POST /parcels: answers 200, no longer 201"],
    ),
    "an endpoint goes": (
        lambda document: document["paths"]["/parcels"].pop("post"),
        ["POST /parcels: endpoint removed"],
    ),
    "an endpoint comes": (
        lambda document: document["paths"].update(
            {
                "/parcels/{id}": {
                    "delete": {
                        "operationId": "dropParcel",
                        "tags": ["Parcels"],
                        "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
                        "responses": {"204": {"description": ""}, "404": {"description": ""}},
                    }
                }
            }
        ),
        ["DELETE /parcels/{id}: endpoint added: `parcels.drop_parcel`"],
    ),
    "one of two places that share an object changes": (
        lambda document: document["paths"]["/parcels"]["post"].update(
            requestBody={
                "content": {
                    "application/json": {
                        "schema": {**copy.deepcopy(OFFICIAL["components"]["schemas"]["Thing"]), "required": ["id"]}
                    }
                }
            }
        ),
        ["Parcel.contents: now optional"],
    ),
}
every_change = pytest.mark.parametrize(("change", "said"), CHANGES.values(), ids=CHANGES)


def derived(document: dict[str, Any]) -> dict[str, Any]:
    """The same API, as a structure that was read off Python classes has it."""
    schemas = document["components"]["schemas"]
    schemas["Unset"] = {"type": "object", "properties": {}}
    schemas["Nullable_float_"] = {"anyOf": [{"type": "number"}, {"type": "null"}]}
    schemas["OptionalNullable_float_"] = {
        "anyOf": [{"$ref": "#/components/schemas/Nullable_float_"}, {"$ref": "#/components/schemas/Unset"}]
    }
    schemas["UnknownContents"] = {
        "type": "object",
        "required": ["raw"],
        "properties": {"kind": {"const": "UNKNOWN", "default": "UNKNOWN"}, "raw": {}, "is_unknown": {"const": True}},
    }
    fields = parcel(document)
    fields["weight"] = {"$ref": "#/components/schemas/OptionalNullable_float_", "default": "unset"}
    fields["notes"] = {"anyOf": [fields["notes"], {"type": "null"}], "default": None}
    fields["contents"]["oneOf"].append({"$ref": "#/components/schemas/UnknownContents"})
    food = fields["contents"]["oneOf"][1]
    food["required"] = []
    food["properties"]["kind"] = {"const": "food", "default": "food", "type": "string"}
    return document


@cache
def with_change(change: Change) -> tuple[dict[str, Any], str]:
    """The document with a change, and the contract with it written into it."""
    document = official()
    change(document)
    return document, applied(CONTRACT, document)


def test_a_document_that_says_the_same_changes_nothing() -> None:
    assert report(CONTRACT, from_yaml(CONTRACT)) == []
    assert report(CONTRACT, official()) == []
    assert report(CONTRACT, derived(official())) == []
    assert applied(CONTRACT, official()) == CONTRACT


@pytest.mark.parametrize("default", [None, "", False])
def test_null_beside_any_default_of_a_class_means_that_the_field_may_be_absent(default: Any) -> None:
    document = derived(official())
    parcel(document)["notes"]["default"] = default

    assert report(CONTRACT, document) == []


def test_a_contract_that_is_read_and_written_is_the_same_to_the_byte() -> None:
    assert dump(load(CONTRACT)) == CONTRACT


@every_change
def test_a_change_is_said(change: Change, said: list[str]) -> None:
    document = official()
    change(document)

    assert report(CONTRACT, document) == said


@every_change
def test_a_change_that_is_written_is_no_difference_any_more(change: Change, said: list[str]) -> None:
    document, written = with_change(change)

    assert written != CONTRACT
    assert report(written, document) == []
    assert applied(written, document) == written


# What changes along with a component: the place that refers to it, or the component of the place.
ALONG = {
    "Parcel.notes{}: integer, no longer text": ["Notes"],
    "Contents: member `food` removed": ["Parcel"],
}


def schemas(contract: str) -> dict[str, Any]:
    found: dict[str, Any] = from_yaml(contract)["components"]["schemas"]
    return found


def components(contract: str) -> dict[str, str]:
    """The text of each component of a contract, comments aside."""
    found: dict[str, str] = {}
    name = ""
    for line in contract.partition("\n  schemas:\n")[2].splitlines():
        if re.match(r"    \w", line):
            name = line.strip(" :")
        if not line.strip().startswith("#"):
            found[name] = found.get(name, "") + line
    return found


@every_change
def test_what_a_change_does_not_touch_stays(change: Change, said: list[str]) -> None:
    _, written = with_change(change)

    before, after = components(CONTRACT), components(written)
    touched = {name for name in before if any(line.startswith(name) for line in said)}
    touched |= {name for line in said for name in ALONG.get(line, ())}
    # An alias is written out where its anchor changes.
    aliased = {name for name, text in before.items() if "*id" in text}
    assert {name for name in before.keys() & after.keys() if before[name] != after[name]} <= touched | aliased
    assert all(schemas(written)[name] == schemas(CONTRACT)[name] for name in aliased & after.keys() - touched)
    comments = [line for line in CONTRACT.split("\n") if line.strip().startswith("#") or "# a remark" in line]
    assert [line for line in comments if line not in written.split("\n")] == [
        line for line in comments if "remark" in line and "get:" not in written
    ]
