from __future__ import annotations

import copy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from openrouter_sdk.custom.stream.accumulate import Accumulator
from tests.core.reference_accumulator import reference_result
from tests.core.streams import with_unmade_ids
from tests.helpers.examples import examples

_DEEP = 5000


def accumulated(chunks: list[Any]) -> dict[str, Any]:
    accumulator = Accumulator()
    for chunk in chunks:
        accumulator.add(chunk)
    return accumulator.result()


def chunk(delta: Any = None, **choice: Any) -> dict[str, Any]:
    return {"id": "gen-1", "choices": [{"index": 0, "delta": {} if delta is None else delta, **choice}]}


_texts = st.sampled_from(["", "a", "{", "}", '{"x":1}', " ", "é", "😀", "\ud83d", "\ude00", "name"])
_scalars = st.none() | st.booleans() | st.integers(-3, 3) | _texts
_json = st.recursive(
    _scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3), max_leaves=6
)


def _object(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with some of the fields, each mostly of its own kind and at times anything."""
    mostly = {key: st.one_of(value, value, value, st.none(), _json) for key, value in fields.items()}
    return st.fixed_dictionaries({}, optional=mostly)


_index = st.integers(0, 2)
_ids = st.sampled_from(["", "id1", "id2", "id3"])
_function = _object(name=st.sampled_from(["", "f", "g"]), arguments=_texts, note=_scalars)
_call = _object(
    index=_index, id=_ids, type=st.sampled_from(["", "function", "custom"]), function=_function, extra=_json
)
_kinds = st.sampled_from(["reasoning.text", "reasoning.summary", "reasoning.encrypted", "reasoning.other", ""])
_detail = _object(
    type=_kinds,
    index=_index,
    id=_ids,
    tool_call_id=_ids,
    text=_texts,
    summary=_texts,
    data=_texts,
    signature=_texts,
    format=_texts,
)
_image = _object(type=st.just("image_url"), image_url=_object(url=_texts), index=_index)
_delta = _object(
    role=st.just("assistant"),
    content=_texts,
    reasoning=_texts,
    reasoning_content=_texts,
    refusal=_texts,
    tool_calls=st.lists(_call, max_size=3),
    reasoning_details=st.lists(_detail, max_size=3),
    images=st.lists(_image, max_size=2),
    annotations=st.lists(_json, max_size=2),
    audio=_object(id=_ids, data=_texts, transcript=_texts, expires_at=_index),
    unknown=_json,
)
_choice = _object(
    index=_index,
    delta=_delta,
    message=_delta,
    finish_reason=st.sampled_from(["stop", "tool_calls"]),
    logprobs=_object(content=st.lists(_json, max_size=2), refusal=st.lists(_json, max_size=2)),
    error=_json,
)
_chunk = _object(
    id=_ids, created=_index, model=_texts, choices=st.lists(_choice, max_size=2), usage=_json, error=_json, more=_json
)


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(_chunk, max_size=8))
def test_both_implementations_agree_on_made_up_streams(chunks: list[dict[str, Any]]) -> None:
    expected = reference_result(chunks)

    assert with_unmade_ids(accumulated(chunks), chunks) == expected


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(st.lists(_call, max_size=3), max_size=8))
def test_both_implementations_agree_on_made_up_tool_calls(calls: list[Any]) -> None:
    chunks = [chunk({"tool_calls": entries}) for entries in calls]

    expected = reference_result(chunks)

    assert with_unmade_ids(accumulated(chunks), chunks) == expected


# Well formed and alike, so that fragments meet one another: few ids and indexes, nearly always there.
_meeting_calls = st.fixed_dictionaries(
    {"id": st.sampled_from(["", "", "id1", "id2"]), "function": st.fixed_dictionaries({"arguments": _texts})},
    optional={"index": st.integers(0, 1)},
) | st.fixed_dictionaries(
    {"function": st.fixed_dictionaries({"name": st.sampled_from(["f", "g"]), "arguments": _texts})},
    optional={"index": st.integers(0, 1), "id": st.sampled_from(["id1", "id2"])},
)
_meeting_details = st.fixed_dictionaries(
    {"type": st.sampled_from(["reasoning.text", "reasoning.encrypted", "reasoning.other"]), "text": _texts},
    optional={
        "index": st.integers(0, 1),
        "id": st.sampled_from(["id1", "id2"]),
        "tool_call_id": st.sampled_from(["id1", "id2"]),
        "signature": st.sampled_from(["", "S"]),
    },
)


@settings(max_examples=examples(250), deadline=None)
@given(st.lists(_meeting_calls, min_size=2, max_size=8))
def test_both_implementations_agree_on_fragments_of_calls_that_meet(calls: list[Any]) -> None:
    chunks = [chunk({"tool_calls": [call]}) for call in calls]

    expected = reference_result(chunks)

    assert with_unmade_ids(accumulated(chunks), chunks) == expected


@settings(max_examples=examples(250), deadline=None)
@given(st.lists(_meeting_details, min_size=2, max_size=8))
def test_both_implementations_agree_on_fragments_of_reasoning_that_meet(details: list[Any]) -> None:
    chunks = [chunk({"reasoning_details": [detail]}) for detail in details]

    expected = reference_result(chunks)

    assert accumulated(chunks) == expected


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(_chunk, max_size=6))
def test_adding_leaves_the_chunks_alone_and_results_share_nothing(chunks: list[dict[str, Any]]) -> None:
    before = copy.deepcopy(chunks)
    accumulator = Accumulator()
    for given_chunk in chunks:
        accumulator.add(given_chunk)
    first = accumulator.result()
    kept = copy.deepcopy(first)
    _spoil(first)

    assert chunks == before
    assert accumulator.result() == kept


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(_chunk, max_size=6))
def test_chunks_changed_after_they_were_added_do_not_change_the_result(chunks: list[dict[str, Any]]) -> None:
    expected = accumulated(copy.deepcopy(chunks))
    accumulator = Accumulator()
    for given_chunk in chunks:
        accumulator.add(given_chunk)
        _spoil(given_chunk)

    assert accumulator.result() == expected


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(_chunk, max_size=6))
def test_asking_for_the_result_in_between_changes_nothing(chunks: list[dict[str, Any]]) -> None:
    expected = accumulated(chunks)
    accumulator = Accumulator()
    for given_chunk in chunks:
        accumulator.result()
        accumulator.add(given_chunk)

    assert accumulator.result() == expected


def _spoil(value: Any) -> None:
    """Change every container of a JSON value in place."""
    if isinstance(value, dict):
        for inner in value.values():
            _spoil(inner)
        value["spoiled"] = True
    elif isinstance(value, list):
        for inner in value:
            _spoil(inner)
        value.append("spoiled")
