"""Every operation is written in the one form that becomes a method."""

from __future__ import annotations

import re
from typing import Any

from tests.contract.document import PREFIX, Operation, Schema, load_contract

CONTRACT = load_contract()
OPERATIONS = CONTRACT.operations()
LISTS = [operation for operation in OPERATIONS if "x-pagination" in operation.data]
PAGE_KEYS = {
    "offset": {"style", "items", "offset", "limit", "total", "next"},
    "cursor": {"style", "items", "cursor", "limit", "next"},
    "last_id": {"style", "items", "cursor", "limit", "next", "more"},
}
NEEDED_PAGE_KEYS = {"style", "items", "limit"}


def body(operation: Operation) -> Schema:
    """The schema of the JSON body, empty where there is none."""
    request = operation.data.get("requestBody", {})
    return CONTRACT.resolve(request["content"]["application/json"]["schema"]) if request else {}


def answer(operation: Operation) -> Schema:
    """The schema of the success."""
    _, response = CONTRACT.success(operation)
    return CONTRACT.resolve(response["content"]["application/json"]["schema"])


def below(schema: Schema, path: str) -> Schema:
    """The property at a path such as `links.next`."""
    for step in path.split("."):
        schema = CONTRACT.resolve(schema)["properties"][step]
    return CONTRACT.resolve(schema)


def test_operation_ids_are_unique() -> None:
    ids = [operation.data["operationId"] for operation in OPERATIONS]

    assert len(set(ids)) == len(ids)


def test_no_two_methods_of_a_namespace_share_a_name() -> None:
    names = [name for operation in OPERATIONS for name in operation.names]

    assert len(set(names)) == len(names)


def test_the_namespaces_are_described_and_each_has_a_method() -> None:
    described = {tag["name"] for tag in CONTRACT.document["tags"] if tag["description"]}

    assert described == {operation.data["tags"][0] for operation in OPERATIONS}


def test_an_operation_has_one_namespace_and_names_that_python_takes() -> None:
    for operation in OPERATIONS:
        assert len(operation.data["tags"]) == 1, operation.name
        assert [name for name in operation.names if not re.fullmatch(r"[a-z_]+\.[a-z_]+", name)] == [], operation.name


def test_an_operation_says_what_it_does() -> None:
    for operation in OPERATIONS:
        assert operation.data["summary"].endswith("."), operation.name
        assert len(operation.data["description"].split()) > 3, operation.name


def test_an_operation_takes_a_key_and_says_whether_it_needs_one() -> None:
    for operation in OPERATIONS:
        optional = [{"bearer": []}, {}]

        assert operation.data["security"] in ([{"bearer": []}], [{"management": []}], optional), operation.name
        assert ("401" in operation.data["responses"]) == (operation.data["security"] != optional), operation.name


def test_a_success_is_a_named_component_or_nothing() -> None:
    for operation in OPERATIONS:
        _, response = CONTRACT.success(operation)

        for media in response.get("content", {}).values():
            assert media["schema"]["$ref"].startswith(PREFIX), operation.name


def test_every_failure_names_its_exception_and_there_is_one_for_the_rest() -> None:
    for operation in OPERATIONS:
        failures = {status: one for status, one in CONTRACT.answers(operation).items() if status[0] != "2"}

        assert "default" in failures, operation.name
        for one in failures.values():
            assert one["x-error"].endswith("Error"), operation.name
            assert one["content"]["application/json"]["schema"] == {"$ref": PREFIX + "ErrorResponse"}, operation.name


def test_a_status_means_the_same_exception_everywhere() -> None:
    classes: dict[str, set[str]] = {}
    for operation in OPERATIONS:
        for status, one in CONTRACT.answers(operation).items():
            classes.setdefault(status, set()).add(one.get("x-error", ""))

    assert {status: sorted(names) for status, names in classes.items() if len(names) > 1} == {}


def test_the_parameters_of_the_path_are_those_of_the_operation() -> None:
    for operation in OPERATIONS:
        of_path = [one["name"] for one in CONTRACT.parameters(operation) if one["in"] == "path"]

        assert of_path == re.findall(r"\{(\w+)\}", operation.path), operation.name


def test_a_parameter_is_described_and_says_how_it_is_written() -> None:
    for operation in OPERATIONS:
        for one in CONTRACT.parameters(operation):
            listed = one["schema"].get("type") == "array"
            assert one["description"], (operation.name, one["name"])
            assert one.get("required", False) or one["in"] != "path", (operation.name, one["name"])
            assert (one.get("style"), one.get("explode")) == (("form", False) if listed else (None, None)), (
                operation.name,
                one["name"],
            )


def test_a_parameter_and_a_body_field_never_share_a_name() -> None:
    for operation in OPERATIONS:
        arguments = [re.sub(r"\W", "_", one["name"].lower()) for one in CONTRACT.parameters(operation)]

        assert len(set(arguments)) == len(arguments), operation.name
        assert set(arguments) & body(operation).get("properties", {}).keys() == set(), operation.name


def test_pages_follow_one_of_three_styles() -> None:
    for operation in LISTS:
        pages: dict[str, Any] = operation.data["x-pagination"]

        assert pages.keys() >= NEEDED_PAGE_KEYS, operation.name
        assert pages.keys() <= PAGE_KEYS[pages["style"]], operation.name


def test_pages_are_asked_for_by_query_parameters() -> None:
    for operation in LISTS:
        pages = operation.data["x-pagination"]
        query = {one["name"] for one in CONTRACT.parameters(operation) if one["in"] == "query"}

        assert {pages[key] for key in ("offset", "limit", "cursor") if key in pages} <= query, operation.name


def test_an_answer_has_the_items_of_a_page_and_tells_how_it_goes_on() -> None:
    for operation in LISTS:
        pages, schema = operation.data["x-pagination"], answer(operation)

        assert below(schema, pages["items"])["type"] == "array", operation.name
        assert pages["items"] in schema["required"], operation.name
        for key in ("total", "next", "more"):
            assert key not in pages or below(schema, pages[key]), operation.name


def test_a_parsed_form_is_of_one_of_three_kinds() -> None:
    kinds = {
        kind
        for _, schema, _ in CONTRACT.places()
        for one in schema.get("properties", {}).values()
        for kind in one.get("x-parsed", {}).values()
    }

    assert kinds == {"decimal", "datetime", "date"}


def test_the_keys_of_providers_are_secrets() -> None:
    marked = [
        f"{where}.{name}"
        for where, schema, _ in CONTRACT.places()
        for name, one in schema.get("properties", {}).items()
        if one.get("x-secret")
    ]

    assert marked == ["CreateBYOKKeyRequest.key", "UpdateBYOKKeyRequest.key"]
