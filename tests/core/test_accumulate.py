from __future__ import annotations

import json
from typing import Any

import pytest

from openrouter_sdk.custom.stream.accumulate import Accumulator
from tests.core.reference_accumulator import reference_result
from tests.core.streams import RECORDED, STREAMS, Stream, json_objects, recorded_bodies, with_unmade_ids

_DEEP = 5000


def accumulated(chunks: list[Any]) -> dict[str, Any]:
    accumulator = Accumulator()
    for chunk in chunks:
        accumulator.add(chunk)
    return accumulator.result()


def chunk(delta: Any = None, **choice: Any) -> dict[str, Any]:
    return {"id": "gen-1", "choices": [{"index": 0, "delta": {} if delta is None else delta, **choice}]}


def message(*deltas: Any) -> Any:
    return accumulated([chunk(delta) for delta in deltas])["choices"][0]["message"]


@pytest.mark.parametrize("stream", STREAMS, ids=str)
def test_both_implementations_agree_on_every_stream_of_ours(stream: Stream) -> None:
    chunks = list(json_objects(stream.body))

    expected = reference_result(chunks)

    assert with_unmade_ids(accumulated(chunks), chunks) == expected


@pytest.mark.parametrize("name", RECORDED)
def test_both_implementations_agree_on_every_recorded_stream(name: str) -> None:
    chunks = list(json_objects(recorded_bodies()[name]))

    expected = reference_result(chunks)

    assert with_unmade_ids(accumulated(chunks), chunks) == expected


@pytest.mark.parametrize(
    "place", ["top", "choice", "delta", "annotations", "arguments", "reasoning_details", "logprobs"]
)
def test_json_nested_deeper_than_python_recurses_passes(place: str) -> None:
    deep: Any = []
    for _ in range(_DEEP):
        deep = [deep]
    chunks = {
        "top": {"choices": [], "deep": deep},
        "choice": chunk({}, deep=deep),
        "delta": chunk({"deep": deep}),
        "annotations": chunk({"annotations": [deep, deep]}),
        "arguments": chunk({"tool_calls": [{"function": {"name": "f", "arguments": deep}}]}),
        "reasoning_details": chunk({"reasoning_details": [{"deep": deep}]}),
        "logprobs": chunk({}, logprobs={"content": [deep]}),
    }

    result = accumulated([chunks[place], chunks[place]])

    assert result["object"] == "chat.completion"


def test_a_call_without_an_id_gets_one_that_stays_and_differs_from_others() -> None:
    accumulator = Accumulator()
    accumulator.add(chunk({"tool_calls": [{"function": {"name": "f"}}, {"function": {"name": "g"}}]}))
    early = [call["id"] for call in accumulator.result()["choices"][0]["message"]["tool_calls"]]
    accumulator.add(chunk({"tool_calls": [{"function": {"name": "h"}}]}, finish_reason="tool_calls"))
    late = [call["id"] for call in accumulator.result()["choices"][0]["message"]["tool_calls"]]

    assert late[:2] == early
    assert len(set(late)) == 3
    assert all(call_id.startswith("call_") and len(call_id) <= 40 for call_id in late)


def test_made_ids_differ_between_answers_and_choices() -> None:
    delta = {"tool_calls": [{"function": {"name": "f"}}]}
    answers = [
        {"id": "gen-1", "choices": [{"index": 0, "delta": delta}, {"index": 1, "delta": delta}]},
        {"id": "gen-2", "choices": [{"index": 0, "delta": delta}]},
    ]

    ids = [
        choice["message"]["tool_calls"][0]["id"] for answer in answers for choice in accumulated([answer])["choices"]
    ]

    assert len(set(ids)) == 3


def test_repeated_names_without_index_and_id_make_one_call_until_an_object_closes() -> None:
    def fragment(arguments: str) -> dict[str, Any]:
        return {"tool_calls": [{"function": {"name": "f", "arguments": arguments}}]}

    calls = message(fragment('{"a":'), fragment('{"b":1}'), fragment("}"), fragment(" "), fragment('{"a":2}'))

    assert [call["function"]["arguments"] for call in calls["tool_calls"]] == ['{"a":{"b":1}} ', '{"a":2}']


@pytest.mark.parametrize(
    ("pieces", "name"),
    [
        (["edit_ex", "isting_file"], "edit_existing_file"),
        (["edit_ex", "", None, "isting_", "file"], "edit_existing_file"),
        (["look", "look", "look"], "look"),
        (["edit_ex", "isting_file", "edit_existing_file"], "edit_existing_file"),
        (["", "look", ""], "look"),
        (["look\ud83d", "\ude00"], "look\U0001f600"),
        (["\ud83d", "\ude00", "\U0001f600"], "\U0001f600"),
    ],
    ids=["two", "more", "repeated", "repeated when whole", "late", "cut in a character", "repeated when joined"],
)
def test_a_name_in_pieces_is_joined_and_a_repeated_one_stays_single(pieces: list[Any], name: str) -> None:
    fragments = [{"tool_calls": [{"index": 0, "function": {"name": piece, "arguments": ""}}]} for piece in pieces]

    calls = message(*fragments, {"tool_calls": [{"index": 0, "function": {"arguments": "{}"}}]})["tool_calls"]

    assert [call["function"] for call in calls] == [{"name": name, "arguments": "{}"}]


def test_an_id_that_comes_again_under_a_shared_index_continues_its_call() -> None:
    def fragment(call_id: str, arguments: str) -> dict[str, Any]:
        return {"tool_calls": [{"index": 0, "id": call_id, "function": {"name": "f", "arguments": arguments}}]}

    calls = message(fragment("a", "[1"), fragment("b", "[2"), fragment("a", "]"), fragment("b", "]"))["tool_calls"]

    assert [(call["id"], call["function"]["arguments"]) for call in calls] == [("a", "[1]"), ("b", "[2]")]


def test_text_of_reasoning_grows_under_changing_ids_and_other_records_do_not() -> None:
    text = {"type": "reasoning.text", "index": 0}
    call = {"type": "reasoning.server_tool_call", "index": 0}

    details = message(
        {"reasoning_details": [{**text, "text": "a", "id": "1"}, {**call, "tool_call_id": "1", "state": "begun"}]},
        {"reasoning_details": [{**text, "text": "b", "id": "2"}, {**call, "tool_call_id": "2", "state": "begun"}]},
        {"reasoning_details": [{**call, "tool_call_id": "1", "state": "done"}]},
    )["reasoning_details"]

    assert details == [
        {**text, "text": "ab", "id": "2"},
        {**call, "tool_call_id": "1", "state": "done"},
        {**call, "tool_call_id": "2", "state": "begun"},
    ]


@pytest.mark.parametrize(
    ("delta", "content"),
    [
        ({}, ""),
        ({"content": None}, ""),
        ({"content": []}, ""),
        ({"reasoning": "hm"}, ""),
        ({"refusal": "no"}, None),
        ({"tool_calls": [{"id": "a"}]}, None),
        ({"images": [{"image_url": {"url": "data:,"}}]}, None),
        ({"audio": {"data": "AAAA"}}, None),
        ({"content": "x", "refusal": "no"}, "x"),
    ],
)
def test_content_without_text_is_null_beside_another_kind_of_answer_and_empty_otherwise(
    delta: dict[str, Any], content: str | None
) -> None:
    assert message(delta)["content"] == content


def test_a_whole_message_replaces_what_the_deltas_gathered() -> None:
    calls = [{"id": "a", "function": {"name": "f"}}]
    whole = {"role": "assistant", "content": "all of it", "tool_calls": calls, "audio": {"data": "AAAABBBB"}}
    accumulator = Accumulator()
    accumulator.add(chunk({"content": "all", "tool_calls": calls, "audio": {"data": "AAAA"}}))
    accumulator.add({"choices": [{"index": 0, "message": whole, "finish_reason": "stop"}]})
    result = accumulator.result()["choices"][0]["message"]

    assert result["content"] == "all of it"
    assert result["audio"] == {"data": "AAAABBBB"}
    assert len(result["tool_calls"]) == 1


def test_a_whole_message_leaves_no_call_and_no_reasoning_of_the_deltas() -> None:
    details = [{"type": "reasoning.text", "text": "Hm", "index": 0}]
    whole = {"role": "assistant", "tool_calls": [{"id": "b", "function": {"name": "f"}}], "reasoning_details": details}
    accumulator = Accumulator()
    accumulator.add(chunk({"tool_calls": [{"id": "a", "function": {"name": "f"}}], "reasoning_details": details}))
    accumulator.add({"choices": [{"index": 0, "message": whole, "finish_reason": "stop"}]})
    result = accumulator.result()["choices"][0]["message"]

    assert [call["id"] for call in result["tool_calls"]] == ["b"]
    assert result["reasoning_details"] == details


def test_a_made_id_is_short_whatever_the_id_of_the_answer_is() -> None:
    call = {"choices": [{"index": 0, "delta": {"tool_calls": [{"index": 0, "function": {"name": "f"}}]}}]}
    for answer in ({}, {"id": "\ud800"}, {"id": "g" * 500}):
        made = accumulated([answer | call])["choices"][0]["message"]["tool_calls"][0]["id"]

        assert made.startswith("call_")
        assert len(made) == 29


@pytest.mark.parametrize(
    ("pieces", "whole"), [(["v1"], "v1"), (["v1", "v1"], "v1"), (["a", "b"], "ab"), (["a", "b", "b"], "abb")]
)
def test_text_under_a_key_nobody_knows_grows_unless_it_only_repeats(pieces: list[str], whole: str) -> None:
    assert message(*({"later": piece} for piece in pieces))["later"] == whole


@pytest.mark.parametrize("pieces", [('{"a":1}', ' {"a":2}'), ('{"a":1} ', '{"a":2}')])
def test_white_space_between_two_objects_does_not_join_two_calls(pieces: tuple[str, str]) -> None:
    calls = [{"function": {"name": "f", "arguments": arguments}} for arguments in pieces]
    made = message(*({"tool_calls": [call]} for call in calls))["tool_calls"]

    assert [call["function"] for call in made] == [call["function"] for call in calls]


def test_of_audio_the_data_and_the_transcript_grow_and_the_rest_is_the_latest() -> None:
    audio = message(
        {"audio": {"id": "audio_1", "data": "AA", "transcript": "He", "expires_at": 1}},
        {"audio": {"id": "audio_1", "data": "BB", "transcript": "llo", "format": {"rate": 16}}},
        {"audio": {"data": None, "transcript": 3, "expires_at": 2}},
    )["audio"]

    assert audio == {
        "id": "audio_1",
        "data": "AABB",
        "transcript": "Hello",
        "expires_at": 2,
        "format": {"rate": 16},
    }


def test_a_record_that_comes_again_is_kept_once_whatever_the_order_of_its_keys() -> None:
    citation = {"type": "url_citation", "url_citation": {"url": "https://a.test", "title": "A"}}
    again = {"url_citation": {"title": "A", "url": "https://a.test"}, "type": "url_citation"}

    assert message({"annotations": [citation]}, {"annotations": [again]})["annotations"] == [citation]


def test_records_too_deep_to_be_compared_are_all_kept() -> None:
    deep: list[Any] = []
    for _ in range(_DEEP):
        deep = [deep]

    assert len(message({"annotations": [{"a": deep}, {"b": deep}]})["annotations"]) == 2


def test_a_whole_answer_added_as_a_chunk_comes_out_the_same() -> None:
    answer = json.loads(next(stream for stream in STREAMS if stream.name == "tool_calls_interleaved").expected)[
        "result"
    ]

    assert accumulated([answer]) == answer


def test_usage_is_the_last_one_and_none_before() -> None:
    accumulator = Accumulator()
    accumulator.add(chunk({"content": "x"}))
    before = accumulator.result().get("usage")
    accumulator.add({"choices": [], "usage": {"cost": 0}})

    assert before is None
    assert accumulator.result()["usage"] == {"cost": 0}


@pytest.mark.parametrize("empty", ["", [], {}], ids=repr)
def test_an_unknown_field_that_comes_empty_later_keeps_what_it_said(empty: Any) -> None:
    assert message({"odd": {"a": 1}}, {"odd": empty})["odd"] == {"a": 1}
    assert message({"odd": {}}, {"odd": empty})["odd"] in ({}, [])


@pytest.mark.parametrize("odd", ["text", 3, 1.5, True, [1], {"a": None}], ids=repr)
def test_any_json_in_any_place_passes(odd: Any) -> None:
    keys = ["role", "content", "reasoning", "tool_calls", "reasoning_details", "images", "annotations", "audio"]
    chunks = [chunk({key: odd}) for key in keys]
    chunks += [chunk({key: [odd]}) for key in keys]
    chunks += [{"choices": odd}, {"choices": [odd]}, chunk(odd), chunk({}, index=odd), chunk({}, logprobs=odd)]

    assert with_unmade_ids(accumulated(chunks), chunks) == reference_result(chunks)


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        ([3, 4, 5], 5),
        ([3, "a", {"x": 1}, "b"], "ab"),
        ([{"x": 1}, [{"type": "text", "text": "a"}], "b"], [{"type": "text", "text": text} for text in "ab"]),
    ],
)
def test_content_of_a_kind_nobody_knows_gives_way_to_text_and_parts(pieces: list[Any], whole: Any) -> None:
    assert message(*({"content": piece} for piece in pieces))["content"] == whole


@pytest.mark.parametrize(
    ("pieces", "whole"), [([1, 2, 3], 3), ([1, None, ""], 1), ([[1], [2], [3]], [1, 2, 3]), (["a", 1, "b"], "b")]
)
def test_values_under_a_key_nobody_knows_are_appended_or_the_last_one_wins(pieces: list[Any], whole: Any) -> None:
    assert message(*({"later": piece} for piece in pieces))["later"] == whole


def test_a_record_in_place_of_a_list_of_them_is_the_only_one_and_nothing_else_is() -> None:
    call = {"id": "a", "function": {"name": "f"}}
    citation = {"type": "url_citation"}

    detail = {"type": "reasoning.encrypted", "data": "AAAA"}

    made = message(
        {"tool_calls": call, "annotations": citation, "reasoning_details": detail},
        {"tool_calls": "odd", "annotations": "odd", "reasoning_details": "odd"},
    )

    assert [call["id"] for call in made["tool_calls"]] == ["a"]
    assert made["annotations"] == [citation]
    assert made["reasoning_details"] == [detail]


@pytest.mark.parametrize("kind", ["reasoning.server_tool_call", "reasoning.text"])
def test_a_detail_whose_id_comes_late_or_only_once_is_one(kind: str) -> None:
    fragments = [{"state": "begun"}, {"id": "1"}, {"state": "done"}]

    details = message(*({"reasoning_details": [{"type": kind, "index": 0, **some}]} for some in fragments))

    assert details["reasoning_details"] == [{"type": kind, "index": 0, "state": "done", "id": "1"}]


@pytest.mark.parametrize("place", [{}, {"index": 0}])
def test_a_fragment_of_a_detail_without_a_type_continues_the_one_before(place: dict[str, Any]) -> None:
    first = {"type": "reasoning.text", "text": "a", **place}

    details = message({"reasoning_details": [first]}, {"reasoning_details": [{"text": "b", **place}]})

    assert details["reasoning_details"] == [{**first, "text": "ab"}]


def test_of_the_fields_of_an_answer_the_first_id_and_time_and_the_last_of_all_others_count() -> None:
    early = {"id": "", "created": None, "model": "a", "provider": None, "choices": []}
    middle = {"id": "gen-1", "created": 1, "model": "b", "provider": "P", "choices": []}
    late = {"id": "gen-2", "created": 2, "model": "", "provider": None, "later": 0, "choices": []}

    answer = accumulated([early, middle, late])

    assert answer == {**middle, "later": 0, "object": "chat.completion"}


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        ([None], None),
        (
            [{"content": [1], "refusal": None}, None, {"content": [2], "other": 1}],
            {"content": [1, 2], "refusal": None, "other": 1},
        ),
        ([{}], {}),
        (["odd", "later"], "later"),
        (["odd", {"content": [1]}], {"content": [1]}),
    ],
)
def test_of_logprobs_the_lists_grow(pieces: list[Any], whole: Any) -> None:
    choice = accumulated([chunk({}, logprobs=piece) for piece in pieces])["choices"][0]

    assert choice["logprobs"] == whole
