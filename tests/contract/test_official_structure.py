"""The contract has every operation around the chat, with all that the official description says of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contract.document import Contract, load_contract, load_document
from tests.contract.official import STRUCTURE, TABLE, Difference, rows, structure

CONTRACT = load_contract()
OPERATIONS = {(operation.method, operation.path): operation for operation in CONTRACT.operations()}
LEAST_ROWS = 22

pytestmark = [
    pytest.mark.skipif(not TABLE.is_file(), reason=f"no table of operations at {TABLE}"),
    pytest.mark.skipif(not STRUCTURE.is_file(), reason=f"no official structure at {STRUCTURE}"),
]

# What differs, and why.
MEANT = {
    "architecture.tokenizer: ['string'] is ['null', 'string'] here": "one class here, two there, and null in the other",
    "architecture: ['instruct_type', 'tokenizer'] always present": "the same",
    "provider_responses[].provider_name: no ['01.AI'": "providers of the past, which nobody wants to be offered",
}


def test_the_table_was_read() -> None:
    assert len(rows()) == LEAST_ROWS


def test_every_operation_is_there_under_its_official_name() -> None:
    for row in rows():
        assert row.call in OPERATIONS[row.method, row.path].names, row.call


def test_every_parameter_is_there() -> None:
    for row in rows():
        given = {one["name"] for one in CONTRACT.parameters(OPERATIONS[row.method, row.path])}

        assert set(row.parameters) - given == set(), row.call


def test_a_list_goes_through_its_pages() -> None:
    for row in rows():
        assert ("x-pagination" in OPERATIONS[row.method, row.path].data) >= row.paged, row.call


def test_the_values_of_parameters_are_known() -> None:
    for row in rows():
        official = structure()["paths"][row.path][row.method]["parameters"]
        given = CONTRACT.parameters(OPERATIONS[row.method, row.path])
        ours = {one["name"]: CONTRACT.resolve(one["schema"]) for one in given}

        for one in official:
            listed = {value for form in one["schema"].get("anyOf", []) for value in form.get("enum", [])}
            known = set(ours.get(one["name"], {}).get("enum", listed))
            assert listed <= known, (row.call, one["name"])


def test_every_status_is_there_or_the_default() -> None:
    for row in rows():
        answers = OPERATIONS[row.method, row.path].data["responses"]

        assert "default" in answers, row.call
        assert {status for status in row.statuses if status[0] == "2"} <= answers.keys(), row.call


def test_bodies_and_answers_have_what_the_official_ones_have() -> None:
    for row in rows():
        found = list(Difference(CONTRACT).of_operation(OPERATIONS[row.method, row.path]))

        assert [line for line in found if not any(meant in line for meant in MEANT)] == [], row.call


@pytest.mark.parametrize(
    ("component", "change", "complaint"),
    [
        ("Model", {"properties": {"id": {"type": "integer"}}}, "200.data[].id: ['string'] is ['integer'] here"),
        ("Model", {"required": []}, "always present"),
        ("PageLinks", {"properties": {}}, "200.links.next: missing"),
        ("PageLinks", {"properties": {"next": {"type": "string"}, "last": {"type": "string"}}}, "last: invented"),
        ("PageLinks", {"properties": {"next": {"type": "string"}}}, "['null', 'string'] is ['string'] here"),
        ("InputModality", {"enum": ["text"]}, "no ['audio', 'file', 'image', 'video']"),
    ],
)
def test_a_difference_is_noticed(component: str, change: dict[str, Any], complaint: str) -> None:
    document = load_document()
    schema = document["components"]["schemas"][component]
    for key, value in change.items():
        schema[key] = {**schema[key], **value} if isinstance(value, dict) and value else value

    found = list(Difference(Contract(document)).of_operation(OPERATIONS["get", "/models"]))

    assert any(complaint in line for line in found), found
