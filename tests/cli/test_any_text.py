"""Whatever is typed or answered: options are read as they were meant, and no terminal is driven by a text."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.custom.cli.exits import UsageError
from openrouter_sdk.custom.cli.fields import request_fields
from openrouter_sdk.custom.cli.question import question_of
from openrouter_sdk.custom.cli.screen import visible

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
NAMES = st.text(st.characters(codec="ascii", exclude_characters=".= \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"), min_size=1)


@given(st.text(st.characters()))
def test_no_control_character_is_left_and_nothing_else_changes(text: str) -> None:
    shown = visible(text)

    assert not any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for sign in shown if sign not in "\n\t")
    if text.isprintable():
        assert shown == text


@given(JSON, st.lists(NAMES, max_size=3))
def test_any_json_reaches_its_place(value: Any, path: list[str]) -> None:
    wanted = value
    for name in reversed(path):
        wanted = {name: wanted}

    fields = request_fields([f"{'.'.join(['extra_body', *path])}={json.dumps(value)}"])

    assert fields == {"extra_body": wanted}


@given(st.text(), st.text())
def test_any_option_is_read_or_refused(option: str, other: str) -> None:
    with suppress(UsageError):
        assert request_fields([option, other]).keys() <= {*request_fields([option]), *request_fields([other])}


@given(st.binary())
def test_any_bytes_are_a_question_or_refused(data: bytes) -> None:
    with suppress(UsageError):
        message = question_of("", [], data)
        assert message is None or message["content"]


def test_a_value_in_the_way_of_a_path_is_told() -> None:
    with pytest.raises(UsageError, match="user was given another value before"):
        request_fields(["user=me", "user.name=me"])
