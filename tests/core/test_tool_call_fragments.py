"""Fragments of tool calls, and the calls they add up to."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter_sdk.custom.stream.accumulate import Accumulator

_DEEP = 5000


def calls_of(*deltas: dict[str, Any]) -> list[dict[str, Any]]:
    accumulator = Accumulator()
    for delta in deltas:
        accumulator.add({"id": "gen-1", "choices": [{"index": 0, "delta": delta}]})
    calls: list[dict[str, Any]] = accumulator.result()["choices"][0]["message"].get("tool_calls", [])
    return calls


@pytest.mark.parametrize("index", [True, "0", [0], {"a": 0}, 1.0, None], ids=repr)
def test_an_index_that_is_no_number_is_none(index: Any) -> None:
    first = {"id": "a", "index": index, "function": {"name": "f"}}

    made = calls_of({"tool_calls": [first]}, {"tool_calls": [{"index": 1, "function": {"name": "g"}}]})

    assert [(call["index"], call["function"]["name"]) for call in made] == [(0, "f"), (1, "g")]


@pytest.mark.parametrize(
    "form",
    [
        {"id": "a", "type": "custom", "custom": {"name": "f", "input": "x"}},
        {"id": "a", "type": "later", "function": {"name": "f", "arguments": "", "strict": True}},
        {"id": "a", "type": "function", "function": {"name": "", "arguments": "{}"}},
    ],
)
def test_a_call_of_any_form_keeps_it(form: dict[str, Any]) -> None:
    call = {"index": 0, **form}

    made = calls_of({"tool_calls": [call]}, {"tool_calls": [{"index": 0, "id": None, "type": "other"}]})

    assert made == [call]


@pytest.mark.parametrize(
    ("function", "calls"),
    [({}, 0), ({"strict": True}, 1), ({"arguments": "{}"}, 1), ({"name": "f"}, 1)],
)
def test_a_call_that_says_nothing_is_none(function: dict[str, Any], calls: int) -> None:
    assert len(calls_of({"tool_calls": [{"index": 0, "function": function}]})) == calls


def test_the_arguments_of_a_call_that_was_only_named_so_far_are_its_own() -> None:
    made = calls_of(*({"tool_calls": [{"function": {"name": "f", **some}}]} for some in ({}, {"arguments": "{}"})))

    assert [call["function"] for call in made] == [{"name": "f", "arguments": "{}"}]


@pytest.mark.parametrize(
    ("fragments", "calls"),
    [
        ([(None, "a", "f", "1"), (0, None, None, "2"), (0, "a", None, "3")], ["f123"]),
        ([(None, "a", "f", "1"), (None, "b", "g", "1"), (1, "a", None, "2")], ["f12", "g1"]),
        ([(None, "a", "f", "1"), (0, None, "g", "2")], ["f1", "g2"]),
        ([(None, "a", "f", "1"), (0, None, None, "2"), (None, "b", "g", "1"), (0, None, None, "3")], ["f123", "g1"]),
        ([(None, "a", "f", "1"), (None, "b", "f", "2")], ["f1", "f2"]),
        ([(None, "a", "f", "1"), (None, "b", None, "2")], ["f1", "2"]),
        ([(None, None, "f", "1"), (None, "a", None, "2")], ["f12"]),
        ([(None, None, "f", "1"), (None, "a", "g", "2")], ["f1", "g2"]),
        ([(0, "a", "f", "1"), (1, None, None, "2")], ["f1", "2"]),
        ([(0, None, "f", "1"), (0, "a", None, "2")], ["f12"]),
        ([(0, None, None, "1"), (0, None, "f", None)], ["f1"]),
    ],
)
def test_a_fragment_goes_to_the_call_of_its_index_or_id_or_the_last(
    fragments: list[tuple[int | None, str | None, str | None, str | None]], calls: list[str]
) -> None:
    entries = [
        {"index": index, "id": call_id, "function": {"name": name, "arguments": arguments}}
        for index, call_id, name, arguments in fragments
    ]

    made = calls_of(*({"tool_calls": [entry]} for entry in entries))

    assert [call["function"]["name"] + call["function"]["arguments"] for call in made] == calls


def test_a_fragment_without_a_function_continues_a_call_whose_index_comes_late() -> None:
    made = calls_of(
        {"tool_calls": [{"id": "a", "function": {"name": "f"}}]}, {"tool_calls": [{"index": 0, "later": 1}]}
    )

    assert [(call["id"], call["later"]) for call in made] == [("a", 1)]


def test_arguments_too_deep_to_be_written_are_left_out() -> None:
    deep: Any = []
    for _ in range(_DEEP):
        deep = [deep]

    made = calls_of({"tool_calls": [{"function": {"name": "f", "arguments": deep}}]})

    assert made[0]["function"] == {"name": "f", "arguments": ""}
