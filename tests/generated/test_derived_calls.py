"""Methods that are made of an operation's: what the file says of them has to exist."""

from __future__ import annotations

from typing import Any

import pytest

from generator.generate import ROOT, check_derived, load_yaml

CONTRACT = load_yaml(ROOT / "openapi.yaml")
DERIVED: list[dict[str, Any]] = load_yaml(ROOT / "generator" / "derived_calls.yaml")
OF = "post /chat/completions"


def test_the_file_as_it_stands_is_fine() -> None:
    check_derived(CONTRACT, DERIVED)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ({"of": "post /chat"}, "is made of 'post /chat', which is no operation"),
        ({"of": OF, "types": {"respons_format": {"type": "int"}}}, "names 'respons_format', which is no parameter"),
        ({"of": OF, "options": [{"name": "temperature"}]}, "has an option 'temperature', a parameter"),
    ],
)
def test_what_does_not_exist_or_exists_already_is_refused_by_name(call: dict[str, Any], told: str) -> None:
    with pytest.raises(SystemExit, match=f"derived_calls.yaml: other {told}"):
        check_derived(CONTRACT, [{"name": "other", **call}])
