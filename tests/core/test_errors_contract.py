"""The exception classes and the statuses of the contract are the same set."""

from __future__ import annotations

from typing import Any

from openrouter_sdk.custom.errors.tree import STATUS_CLASSES, OpenRouterDefaultError
from tests.contract.document import load_document


def responses() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = load_document()["paths"]["/chat/completions"]["post"]["responses"]
    return {str(status): response for status, response in found.items()}


def test_every_error_status_of_the_contract_names_its_class() -> None:
    named = {int(status): response["x-error"] for status, response in responses().items() if status[0] in "45"}

    assert named == {status: error_class.__name__ for status, error_class in STATUS_CLASSES.items()}


def test_every_other_status_is_the_default_error() -> None:
    assert responses()["default"]["x-error"] == OpenRouterDefaultError.__name__
