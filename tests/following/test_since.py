"""Where ours knows better than the API's own documents, only what changed between two of them changes it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from generator.amend import amended, failures
from generator.differences import differences
from generator.endpoints import endpoints
from generator.sync import target
from tests.following.documents import CONTRACT, official
from tests.following.test_report import Change, derived, every_change, parcel


def wanted(contract: str, newer: dict[str, Any], older: dict[str, Any]) -> Any:
    return target(endpoints(yaml.safe_load(contract)), endpoints(newer), endpoints(older), set())


def said(contract: str, newer: dict[str, Any], older: dict[str, Any]) -> list[str]:
    data = yaml.safe_load(contract)
    return [str(one) for one in differences(endpoints(data), wanted(contract, newer, older), failures(data))]


def poorer() -> dict[str, Any]:
    """A document that knows less than the contract, and some of it otherwise."""
    document = official()
    fields = parcel(document)
    del fields["notes"]
    fields["id"] = {"type": "integer"}
    fields["weight"] = {"type": "number"}
    fields["contents"]["oneOf"].pop()
    document["components"]["schemas"]["Thing"]["required"] = ["id"]
    document["components"]["schemas"]["SomePerson"]["properties"]["born"] = {"type": "string"}
    document["paths"]["/parcels"]["get"]["parameters"].pop()
    return document


def test_what_did_not_change_is_left_as_we_have_it() -> None:
    assert said(CONTRACT, poorer(), poorer()) == []
    assert amended(CONTRACT, wanted(CONTRACT, poorer(), poorer())) == CONTRACT


@every_change
def test_what_changed_since_is_said_as_without(change: Change, said: list[str]) -> None:
    newer = official()
    change(newer)
    data = yaml.safe_load(CONTRACT)
    added = set(endpoints(newer)) - set(endpoints(data))
    found = target(endpoints(data), endpoints(newer), endpoints(derived(official())), added)
    expected = [one.replace("Parcel.contents: now optional", "") for one in said]

    assert {str(one) for one in differences(endpoints(data), found, failures(data))} >= set(filter(None, expected))


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda fields: fields.update(colour={"type": "string"}), "Parcel.colour: added: text"),
        (lambda fields: fields.pop("sender"), "Parcel.sender: removed"),
        (lambda fields: fields.update(id={"type": ["integer", "null"]}), "Parcel.id: may be null"),
    ],
)
def test_a_change_is_written_into_what_we_know_better(change: Any, line: str) -> None:
    newer = poorer()
    change(parcel(newer))

    assert said(CONTRACT, newer, poorer()) == [line]

    written = amended(CONTRACT, wanted(CONTRACT, newer, poorer()))

    assert said(written, newer, poorer()) == []
    assert amended(written, wanted(written, newer, poorer())) == written
    assert "x-parsed: {number: decimal}" in written


def test_what_both_brought_stays_as_we_describe_it() -> None:
    newer, older = official(), official()
    parcel(newer)["notes"] = {"type": "object", "properties": {"short": {"type": "string"}}}
    del parcel(older)["notes"]

    assert said(CONTRACT, newer, older) == []
