"""A contract with a property that the generated code has another use for is refused by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.checks import check_operations
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
    [
        ("ChatRequest", "retries"),
        ("ChatUsage", "to_dict"),
        ("ChatUsage", "wire"),
        ("ChatUsage", "keys"),
        ("ChatResult", "is_empty"),
    ],
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


def operation(**changed: Any) -> dict[str, Any]:
    """A contract with one operation more, of which something is different."""
    contract: dict[str, Any] = load_document()
    made = {
        "operationId": "getFoo", "tags": ["models"], "x-method": "foo", "summary": "Foo.", "description": "Foo.",
        "security": [], "responses": {"204": {"description": "Done."}},
    }  # fmt: skip
    contract["paths"]["/foo"] = {"get": {key: value for key, value in {**made, **changed}.items() if value is not None}}
    return contract


def answering(schema: dict[str, Any]) -> dict[str, Any]:
    return {"200": {"description": "It.", "content": {"application/json": {"schema": schema}}}}


def test_an_operation_that_is_whole_is_fine() -> None:
    check_operations(load_document())
    check_operations(operation())


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"x-method": None, "summary": None}, "get /foo has no x-method, summary"),
        ({"tags": [], "security": None}, "get /foo has no tags, security"),
        ({"tags": ["modles"]}, "get /foo: the tag 'modles' is not in `tags`; did you mean 'models'?"),
        ({"tags": ["videos"]}, "get /foo: the tag 'videos' is not in `tags`"),
        ({"x-method": "get"}, "get /foo: models.get is get /model/{author}/{slug} already"),
        ({"x-aliases": ["count"]}, "get /foo: models.count is get /models/count already"),
        ({"responses": answering({"type": "object"})}, "get /foo: the schema of 200 must be a component: "),
        ({"responses": {"423": {"description": "Locked."}}}, "get /foo: 423 has no x-error, the class that it raises"),
        (
            {"responses": answering({"$ref": "#/components/schemas/Nowhere"})},
            "$ref '#/components/schemas/Nowhere' leads nowhere",
        ),
    ],
)
def test_an_operation_that_is_not_whole_is_refused_by_its_place(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(SystemExit) as refused:
        check_operations(operation(**changed))

    assert str(refused.value).splitlines()[0].startswith(f"openapi.yaml: {told}")


def test_a_contract_that_is_no_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text("paths:\n\tfoo: 1\n")

    with pytest.raises(SystemExit, match=r"openapi.yaml is no YAML(.|\n)*line 2"):
        load_yaml(path)
