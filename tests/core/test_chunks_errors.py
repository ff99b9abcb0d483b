from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openrouter_sdk import models
from openrouter_sdk.custom.errors import tree as exceptions
from openrouter_sdk.custom.errors.tree import ResponseValidationError, StreamInterruptedError
from openrouter_sdk.custom.stream.chunks import ChunkReader
from tests.core.chunk_streams import DONE, INFO, Outcome, chunk, events
from tests.core.streams import STREAMS, Stream, with_unmade_ids
from tests.helpers.examples import examples


@pytest.mark.parametrize("stream", [s for s in STREAMS if s.name.startswith("error_")], ids=str)
def test_an_error_carries_the_partial_answer_and_the_http_side(stream: Stream) -> None:
    error = Outcome([stream.body]).error

    assert error is not None
    assert isinstance(error.partial, models.ChatResult)
    assert with_unmade_ids(error.partial.to_dict(), []) == with_unmade_ids(json.loads(stream.expected)["result"], [])
    assert (error.http_status, error.attempts, error.generation_id) == (200, 2, "gen-header")
    assert error.headers is INFO.headers


def test_chunks_before_an_error_in_the_same_read_come_first() -> None:
    reader = ChunkReader(INFO)
    chunks = reader.feed(events(chunk("a"), chunk("b"), {"error": {"code": 502, "message": "broke"}}, chunk("c")))

    texts = [next(chunks)["choices"][0]["delta"]["content"] for _ in range(2)]
    with pytest.raises(exceptions.BadGatewayResponseError):
        next(chunks)

    assert texts == ["a", "b"]
    assert list(chunks) == []
    assert list(reader.feed(events(chunk("d")))) == []
    assert list(reader.finish()) == []


@pytest.mark.parametrize("code", [429, "429", "rate_limit"])
@pytest.mark.parametrize("said", [{"type": "error"}, {"object": "error", "type": "RateLimitError", "param": None}])
def test_an_event_that_is_itself_an_error_raises_what_it_tells(said: dict[str, Any], code: Any) -> None:
    frame = {**said, "code": code, "message": "slow down", "error_type": "rate_limit_exceeded"}

    outcome = Outcome([events(chunk("Hel"), frame) + DONE])

    assert isinstance(outcome.error, exceptions.TooManyRequestsResponseError)
    assert "slow down" in str(outcome.error)
    assert [each["choices"][0]["delta"]["content"] for each in outcome.chunks] == ["Hel"]
    assert outcome.error.partial.to_dict() == Outcome([events(chunk("Hel"))]).error.partial.to_dict()


@pytest.mark.parametrize("choices_key", ["omitted", "empty", "null", "with the error"])
@pytest.mark.parametrize("code", [429, "429", "rate_limit", None])
def test_an_error_frame_of_any_shape_raises_what_it_tells(choices_key: str, code: Any) -> None:
    error = {"code": code, "message": "slow down", "metadata": {"error_type": "rate_limit_exceeded"}}
    frame: dict[str, Any] = {
        "omitted": {"error": error, "user_id": "user_made"},
        "empty": {"id": "gen-1", "choices": [], "error": error},
        "null": {"id": None, "choices": None, "error": error},
        "with the error": {"choices": [{"index": 0, "delta": {"content": ""}, "error": error}]},
    }[choices_key]

    outcome = Outcome([events(chunk("Hel"), frame)])

    assert isinstance(outcome.error, exceptions.TooManyRequestsResponseError)
    assert len(outcome.chunks) == 1
    assert outcome.error.partial.choices[0].message.content == "Hel"
    assert "user_made" not in repr(outcome.error.partial)


def test_errors_inside_choices_can_be_taken_as_data() -> None:
    body = events({"choices": [{"index": 0, "delta": {}, "finish_reason": "error", "error": {"code": 502}}]})

    outcome = Outcome([body + DONE], choice_errors=False)

    assert outcome.error is None
    assert outcome.reader.partial_dict()["choices"][0]["error"] == {"code": 502}


def test_a_choice_that_ends_in_an_error_without_saying_which_is_one() -> None:
    ended = {"index": 1, "delta": {"content": "<ctrl46>"}, "finish_reason": "error", "native_finish_reason": "OTHER"}
    frame = {"id": "gen-1", "choices": [ended], "usage": {"cost": 1}}

    outcome = Outcome([events(chunk("Hel"), frame, chunk("never")) + DONE])

    assert isinstance(outcome.error, exceptions.OpenRouterDefaultError)
    assert outcome.error.status_code == 200
    assert outcome.error.message.endswith("finish_reason 'error', native_finish_reason 'OTHER'")
    assert len(outcome.chunks) == 1
    assert [choice.message.content for choice in outcome.error.partial.choices] == ["Hel", "<ctrl46>"]
    assert outcome.error.partial.cost == 1
    assert Outcome([events(chunk("Hel"), frame) + DONE], choice_errors=False).chunks == [chunk("Hel"), frame]


@pytest.mark.parametrize(
    "before", [[], [{"choices": []}], [{"choices": [None]}], [{"id": "gen-1", "usage": {"cost": 1}}], [b":"], [{}]]
)
@pytest.mark.parametrize("end", [DONE, DONE.rstrip()], ids=["DONE", "DONE without its blank line"])
def test_a_stream_that_is_over_before_any_choice_is_no_answer(before: list[Any], end: bytes) -> None:
    outcome = Outcome([events(*(event for event in before if event != b":")) + end])

    assert isinstance(outcome.error, ResponseValidationError)
    assert outcome.error.retryable
    assert outcome.error.message.startswith("the answer has no choices (HTTP 200)")
    assert outcome.error.generation_id == "gen-header"


def test_a_single_choice_anywhere_makes_it_one() -> None:
    empty: dict[str, Any] = {"choices": []}
    other = {"choices": [{"index": 1, "delta": {}}, {"index": 0, "delta": {}}]}

    for body in ([chunk("a"), empty], [empty, chunk("")], [empty, other], [{**chunk("a"), "error": None}]):
        assert Outcome([events(*body) + DONE]).error is None


@pytest.mark.parametrize("error", [None, {}, "", False])
def test_an_empty_error_is_none(error: Any) -> None:
    outcome = Outcome([events(chunk("a", "stop", error=error)) + DONE])

    assert outcome.error is None
    assert len(outcome.chunks) == 1


@pytest.mark.parametrize(
    "data",
    [b"upstream broke", b'{"message":"broke"}', b'"broke"', b'{"error":"broke"}', b'{"error":{"message":"broke"}}'],
)
def test_an_event_named_error_raises_whatever_its_data(data: bytes) -> None:
    outcome = Outcome([events(chunk("a")) + b"event: error\ndata: " + data + b"\n\n" + events(chunk("b"))])

    assert isinstance(outcome.error, exceptions.ChatError)
    assert "broke" in outcome.error.message
    assert outcome.error.partial.choices[0].message.content == "a"


@pytest.mark.parametrize("data", [b"", b" "])
def test_an_event_named_error_raises_even_without_a_word(data: bytes) -> None:
    error = b"event: error\ndata:" + data + b"\n\n"

    outcome = Outcome([events(chunk("a")) + error + events(chunk("b", "stop")) + DONE])

    assert isinstance(outcome.error, exceptions.ChatError)
    assert len(outcome.chunks) == 1
    assert outcome.error.partial.choices[0].message.content == "a"


_BEYOND = "holds JSON beyond what is read"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<html>", "is not JSON"),
        (b"{", "is not JSON"),
        (b"[DONE", "is not JSON"),
        (b'{"choices":[]} x', "is not JSON"),
        (b'{"choices":[{"index":0}]} x', "is not JSON"),
        (b"[" * 100_000, _BEYOND),
        (b'{"id":' + b"9" * 5000 + b"}", _BEYOND),
        (b'{"choices":[{"index":0,"delta":' + b"[" * 198 + b"]" * 198 + b"}]}", _BEYOND),
        (b'{"choices":[{"index":0,"delta":' + b"[" * 198 + b"]" * 198 + b"}]}" + b" " * 9999, _BEYOND),
    ],
)
def test_an_event_that_python_cannot_read_as_json_is_an_error(data: bytes, why: str) -> None:
    outcome = Outcome([events(chunk("a"), data, chunk("b"))])

    assert isinstance(outcome.error, ResponseValidationError)
    assert len(outcome.chunks) == 1
    assert outcome.error.partial.choices[0].message.content == "a"
    assert f"an event of the stream {why}" in outcome.error.message
    assert len(outcome.error.message) < 1000


def test_an_event_above_the_ceiling_is_an_error_with_partial() -> None:
    outcome = Outcome([events(chunk("a"), chunk("b" * 1000))], max_event_bytes=500)

    assert isinstance(outcome.error, ResponseValidationError)
    assert outcome.error.http_status == 200
    assert outcome.error.partial.choices[0].message.content == "a"
    assert list(outcome.reader.feed(events(chunk("c")))) == []


def test_a_stream_cut_off_before_its_end_is_interrupted() -> None:
    outcome = Outcome([events(chunk("Hel"), chunk("lo"))])

    assert isinstance(outcome.error, StreamInterruptedError)
    assert outcome.error.message == "the stream ended with neither a finish reason nor [DONE]"
    assert outcome.error.partial.choices[0].message.content == "Hello"
    assert outcome.error.partial.choices[0].finish_reason is None


@pytest.mark.parametrize("field", [b"", b"id: 7\n", b"retry: 3000\n", b"event: message\n"])
def test_an_event_that_is_cut_off_says_only_that_the_stream_was(field: bytes) -> None:
    cut = field + events(chunk("lo"))[:20]
    early, late = Outcome([events(chunk("Hel")) + cut]), Outcome([events(chunk("Hel", "stop")) + cut])

    assert isinstance(early.error, StreamInterruptedError)
    assert early.error.partial.choices[0].message.content == "Hel"
    assert late.error is None


def test_an_error_frame_is_added_up_while_no_other_thread_looks_at_the_answer() -> None:
    reader = ChunkReader(INFO)
    add = reader._accumulator.add
    guarded: list[bool] = []

    def watched(value: Any) -> None:
        guarded.append(reader._folding._is_owned())  # type: ignore[attr-defined]
        add(value)

    reader._accumulator.add = watched  # type: ignore[method-assign]
    with pytest.raises(exceptions.BadGatewayResponseError):
        list(reader.feed(events(chunk("Hel"), {**chunk("lo"), "error": {"code": 502}})))

    assert guarded == [True, True]


def test_a_broken_connection_is_an_error_until_the_finish_reason_came(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "openrouter_sdk")
    early, late = ChunkReader(INFO), ChunkReader(INFO)
    list(early.feed(events(chunk("a"))))
    list(late.feed(events(chunk("a"), chunk("", "stop"))))
    last = ChunkReader(INFO)
    list(last.feed(events(chunk("a"), chunk("", "stop", usage={"cost": 1}))))

    error = early.interrupted("connection reset")

    assert isinstance(error, StreamInterruptedError)
    assert error.message == "connection reset"
    assert error.partial.choices[0].message.content == "a"
    assert late.interrupted("connection reset") is None
    assert late.usage is None
    assert last.interrupted("connection reset") is None
    assert early.done
    assert late.done
    assert caplog.messages == ["the stream ended without [DONE] behind its finish reason: connection reset"] * 2


def test_a_connection_that_breaks_behind_the_end_changes_nothing() -> None:
    reader = ChunkReader(INFO)
    list(reader.feed(events(chunk("a")) + DONE))

    assert reader.interrupted("connection reset") is None


_plain = [events(chunk("a")), events(chunk("a", "stop")), DONE, events({"error": {"code": 502}}), b"event: error\n"]
_bits = [
    b"data: ",
    b"data: 1",
    b"\n\n",
    b"\r",
    b"{",
    b"}",
    b'"error":',
    b'{"choices":[{"error":7}]}',
    b"[1]",
    b": c\n\n",
]
_bytes = st.sampled_from([*_plain, *_bits])


@settings(max_examples=examples(500), deadline=None)
@given(st.lists(_bytes | st.binary(max_size=4), max_size=15))
def test_no_bytes_raise_anything_but_an_sdk_error_and_cutting_does_not_matter(reads: list[bytes]) -> None:
    whole = Outcome([b"".join(reads)])

    assert Outcome(reads).seen() == whole.seen()
    assert whole.reader.done


def test_the_usage_of_an_error_frame_is_readable() -> None:
    outcome = Outcome([events(chunk("a"), chunk("", error={"code": 502}, usage={"cost": 2}))])

    assert isinstance(outcome.error, exceptions.BadGatewayResponseError)
    assert outcome.reader.usage == {"cost": 2}
    assert outcome.error.partial.to_dict()["usage"] == {"cost": 2}
