"""Text becomes JSON, whole or as far as it has come; what is none is named."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.custom.parsing.json_text import NoJsonError, read_json, read_so_far

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.text(max_size=5), VALUES, max_size=4)
FAULTS = {
    '```json\n{"a": 1}\n```': "a code fence stands around the JSON",
    'Here it is:\n{"a": 1}': "prose stands before the JSON",
    '{"a": 1}\nAnything else?': "more text stands behind the JSON, line 2 column 1",
    "I do not know.": "it is prose, without any JSON",
    '{"a": 1,}': "a comma stands behind the last entry, line 1 column",
    "[1, 2, ]": "a comma stands behind the last entry, line 1 column",
    "[1,, 2]": "a comma stands where an entry belongs, line 1 column 4",
    "{'a': 1}": 'a text stands in other marks than "',
    '{"a": True}': "True stands for true",
    '{"a": None}': "None stands for null",
    '{"a": NaN}': "NaN is no JSON",
    '{"a": -Infinity}': "-Infinity is no JSON",
    '{"a": -1e999}': "-1e999 is larger than a float can be",
    '{"a": 1 // one\n}': "a comment stands in the JSON",
    '{"a": "b': "it ends in the middle",
    '{"a": 1, ': "it ends in the middle",
    '{"a": tru': "it ends in the middle",
    '{"a": "b\\u00': "it ends in the middle",
    '{"a": "b\nc"}': "Invalid control character",
    '{"a" 1}': "Expecting ':' delimiter",
    "[" * 100_000: "it is nested too deeply",
    '{"a": ' + "1" * 5000 + "}": "Exceeds the limit",
}


@pytest.mark.parametrize("text", FAULTS, ids=lambda text: text[:20])
def test_what_is_no_json_is_named_and_not_repaired(text: str) -> None:
    with pytest.raises(NoJsonError) as caught:
        read_json(text)
    assert str(caught.value).startswith(FAULTS[text])


@given(VALUES, st.booleans(), st.sampled_from([None, 1]), st.sampled_from(["", "\n", " \t", "\ufeff"]))
def test_json_is_read_however_it_is_written(value: Any, ascii_only: bool, indent: int | None, around: str) -> None:
    text = around + json.dumps(value, ensure_ascii=ascii_only, indent=indent) + around.strip("\ufeff")

    assert read_json(text) == value


@given(st.text())
def test_any_text_is_read_or_named(text: str) -> None:
    try:
        meant = json.loads(text.lstrip("\ufeff"), parse_constant=int)
    except ValueError:
        with pytest.raises(NoJsonError, match=r"\w"):
            read_json(text)
    else:
        assert read_json(text) == meant


def has_grown(before: Any, after: Any) -> bool:
    """Whether the one is the beginning of the other: texts and lists longer, objects with more keys."""
    if isinstance(before, dict):
        return isinstance(after, dict) and all(
            key in after and has_grown(value, after[key]) for key, value in before.items()
        )
    if isinstance(before, list):
        return (
            isinstance(after, list)
            and len(before) <= len(after)
            and all(has_grown(*pair) for pair in zip(before, after, strict=False))
        )
    if isinstance(before, str):
        return isinstance(after, str) and after.startswith(before)
    return type(before) is type(after) and before == after


@given(OBJECTS, st.booleans(), st.sampled_from([None, 1]))
def test_what_has_come_only_grows_and_ends_as_the_whole(
    value: dict[str, Any], ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    seen: Any = {}

    for end in range(1, len(text) + 1):
        so_far = read_so_far(text[:end])
        assert has_grown(seen, so_far)
        assert has_grown(so_far, value)
        seen = so_far

    assert seen == value


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('{"a": 12', {}),
        ('{"a": 12,', {"a": 12}),
        ('{"a": -1.5e', {}),
        ('{"a": [1, 23', {"a": [1]}),
        ('{"a": tr', {}),
        ('{"a": "x1', {"a": "x1"}),
        ('{"a": "x\\', {"a": "x"}),
        ('{"a": "x\\u00', {"a": "x"}),
        ('{"a": "x\\ud83d', {"a": "x"}),
        ('{"a": "x\ud83d', {"a": "x"}),
        ('{"a": "x\\ud83d\\ude00', {"a": "x😀"}),
        ('{"a', {}),
        ("[", []),
    ],
)
def test_what_is_not_sure_yet_is_left_out(text: str, read: Any) -> None:
    assert read_so_far(text) == read


def test_a_number_at_the_end_is_looked_for_at_the_end() -> None:
    digits = "1" * 300_000  # within these it would be looked for until the next day

    assert read_so_far(f'{{"a": "{digits}", "b": [1, 2') == {"a": digits, "b": [1]}
    assert read_so_far(f'{{"a": [1, {digits}') == {"a": [1]}


@pytest.mark.parametrize("text", ["", " ", "Sure", "```json\n{", "tr", "{'a"])
def test_where_nothing_can_be_read_yet_there_is_nothing(text: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        read_so_far(text)
