"""The exception classes and the statuses of the contract are the same set."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk.custom.errors.tree import STATUS_CLASSES, OpenRouterDefaultError

yaml = pytest.importorskip("yaml", reason="reading the contract needs PyYAML")
CONTRACT = Path(__file__).parents[2] / "openapi.yaml"

pytestmark = pytest.mark.skipif(not CONTRACT.exists(), reason="no openapi.yaml beside the tests")


def responses() -> dict[str, dict[str, Any]]:
    document = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
    found: dict[str, dict[str, Any]] = document["paths"]["/chat/completions"]["post"]["responses"]
    return {str(status): response for status, response in found.items()}


def test_every_error_status_of_the_contract_names_its_class() -> None:
    named = {int(status): response["x-error"] for status, response in responses().items() if status[0] in "45"}

    assert named == {status: error_class.__name__ for status, error_class in STATUS_CLASSES.items()}


def test_every_other_status_is_the_default_error() -> None:
    assert responses()["default"]["x-error"] == OpenRouterDefaultError.__name__
