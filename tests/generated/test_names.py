"""A contract with a property that the generated code has another use for is refused by name."""

from __future__ import annotations

from typing import Any

import pytest

from generator.generate import ROOT, check_errors, check_names, load_yaml
from generator.operations import generator_key, with_marks
from tests.contract.document import load_document

OPTIONS = load_yaml(ROOT / "generator" / "call_options.yaml")


def contract_with(schema: str, name: str) -> dict[str, Any]:
    contract: dict[str, Any] = load_document()
    contract["components"]["schemas"][schema]["properties"][name] = {"type": "string"}
    return contract


def test_the_contract_as_it_stands_is_fine() -> None:
    check_names(load_document(), OPTIONS)


@pytest.mark.parametrize(
    ("schema", "name"),
    [("ChatRequest", "retries"), ("ChatUsage", "to_dict"), ("ChatUsage", "wire"), ("ChatResult", "is_empty")],
)
def test_a_name_in_use_is_refused(schema: str, name: str) -> None:
    with pytest.raises(SystemExit, match=f"{schema}.{name} has a name that the SDK uses itself"):
        check_names(contract_with(schema, name), OPTIONS)


@pytest.mark.parametrize("added", ["to_dict", "text", "model"])
def test_a_parsed_form_takes_no_name_in_use(added: str) -> None:
    contract = load_document()
    contract["components"]["schemas"]["ChatResult"]["properties"]["created"]["x-parsed"] = {added: "datetime"}

    with pytest.raises(SystemExit, match=f"ChatResult.{added} has a name that the SDK uses itself"):
        check_names(contract, OPTIONS)


def test_an_operation_is_found_by_the_path_that_the_generator_makes_of_it() -> None:
    assert generator_key("get /keys/{hash}/of/{internId}/{id}") == "get /keys/{hash_}/of/{intern_id}/{id}"


def test_an_exception_that_nobody_wrote_is_refused_with_where_to_write_it() -> None:
    contract = load_document()
    check_errors(contract)
    contract["components"]["responses"]["Conflict"] = {"description": "", "x-error": "TeapotError"}
    contract["paths"] = {"/pot": {"get": {"responses": {"418": {"$ref": "#/components/responses/Conflict"}}}}}

    with pytest.raises(SystemExit, match=r"418 is TeapotError: write the class in .*tree.py, and export it from"):
        check_errors(contract)


def test_what_is_deprecated_says_so_and_nothing_else_does() -> None:
    old, new = {"deprecated": True, "description": "Use `new`."}, {"deprecated": False, "description": "It."}
    field = {"properties": {"deprecated": {"type": "boolean", "description": "Whether."}, "old": old, "new": [new]}}
    marked = {**old, "description": "Deprecated. Use `new`."}

    assert with_marks(field) == {"properties": {**field["properties"], "old": marked}}
    assert old["description"] == "Use `new`."
