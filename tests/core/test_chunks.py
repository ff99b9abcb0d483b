from __future__ import annotations

import json
from typing import Any

import pytest

from openrouter_sdk.custom.errors import tree as exceptions
from openrouter_sdk.custom.stream import chunks as _chunks
from openrouter_sdk.custom.stream.chunks import ChunkReader
from openrouter_sdk.custom.stream.sse import Event
from tests.core.chunk_streams import DONE, INFO, Outcome, chunk, events
from tests.core.reference_accumulator import reference_result
from tests.core.streams import RECORDED, STREAMS, Stream, cuts, json_objects, recorded_bodies, with_unmade_ids


@pytest.mark.parametrize("stream", STREAMS, ids=str)
def test_a_stream_gives_its_chunks_its_answer_and_its_error(stream: Stream) -> None:
    expected = json.loads(stream.expected)

    outcome = Outcome([stream.body])
    answer = outcome.reader.partial_dict()

    assert len(outcome.chunks) == expected["chunks"]
    assert with_unmade_ids(answer, list(json_objects(stream.body))) == expected["result"]
    assert outcome.reader.done
    if expected["error"] is None:
        assert outcome.error is None
    else:
        assert type(outcome.error).__name__ == expected["error"]["class"]
        told = {key: getattr(outcome.error, key, None) for key in expected["error"] if key != "class"}
        assert told == {key: value for key, value in expected["error"].items() if key != "class"}


@pytest.mark.parametrize("stream", STREAMS, ids=str)
def test_a_stream_reads_the_same_however_it_is_cut(stream: Stream) -> None:
    expected = Outcome([stream.body]).seen()

    for reads in cuts(stream.body, every_two_parts_below=800):
        assert Outcome(reads).seen() == expected


@pytest.mark.parametrize("name", RECORDED)
def test_a_recorded_stream_reads_the_same_however_it_is_cut(name: str) -> None:
    body = recorded_bodies()[name]
    expected = Outcome([body]).seen()

    for reads in cuts(body, every_two_parts_below=0, rounds=3):
        assert Outcome(reads).seen() == expected


@pytest.mark.parametrize("name", RECORDED)
def test_a_recorded_stream_gives_every_chunk_before_its_error_and_the_answer_they_add_up_to(name: str) -> None:
    objects = list(json_objects(recorded_bodies()[name]))
    healthy = [value for value in objects if "error" not in value]
    bare = [{key: part for key, part in value.items() if key not in {"error", "user_id"}} for value in objects]

    outcome = Outcome([recorded_bodies()[name]])

    assert outcome.chunks == healthy
    assert with_unmade_ids(outcome.reader.partial_dict(), objects) == reference_result(bare)
    assert isinstance(outcome.error, exceptions.ChatError) == (len(healthy) < len(objects))


def test_the_partial_answer_holds_only_what_was_taken_so_far() -> None:
    reader = ChunkReader(INFO)
    chunks = reader.feed(events(chunk("a"), chunk("b")))
    next(chunks)
    first = reader.partial()
    next(chunks)

    assert first.choices[0].message.content == "a"
    assert reader.partial().choices[0].message.content == "ab"


def test_nothing_is_read_behind_the_end_mark() -> None:
    outcome = Outcome([events(chunk("a", "stop")) + DONE + events(chunk("b"), b"<html>"), events(chunk("c"))])

    assert outcome.error is None
    assert len(outcome.chunks) == 1


@pytest.mark.parametrize(
    "event",
    [
        {"type": "keepalive", "sequence_number": 3},
        {"type": "response.keep_alive"},
        {"usage": 1},
        {"id": "x"},
        {},
        [],
        [{"choices": []}],
        17,
        "text",
        None,
        b"",
        b" ",
    ],
    ids=repr,
)
def test_json_that_is_no_chunk_is_skipped_but_seen_by_the_observer(event: Any) -> None:
    seen: list[Event] = []

    outcome = Outcome([events(chunk("a"), event, chunk("b", "stop")) + DONE], on_event=seen.append)

    assert len(outcome.chunks) == 2
    assert outcome.error is None
    assert len(seen) == 4


@pytest.mark.parametrize(
    "event",
    [
        {"choices": None},
        {"choices": []},
        {"choices": "odd"},
        {"choices": [None, 3]},
        {"debug": {"echo_upstream_body": {}}, "choices": []},
        {"object": "chat.completion.chunk"},
        {"id": "gen-1", "usage": {}},
        {"id": "gen-1", "openrouter_metadata": {}},
    ],
    ids=repr,
)
def test_what_looks_like_a_chunk_is_handed_out(event: Any) -> None:
    outcome = Outcome([events(chunk("a"), event, chunk("b", "stop")) + DONE])

    assert outcome.chunks[1] == event
    assert outcome.reader.partial_dict()["choices"][0]["message"]["content"] == "ab"


@pytest.mark.parametrize("name", [b"ping", b"unknown"])
@pytest.mark.parametrize("data", [b"", b"not json", b"{}", b"17"])
def test_events_of_other_names_are_skipped(name: bytes, data: bytes) -> None:
    odd = b"event: " + name + b"\ndata: " + data + b"\n\n"

    outcome = Outcome([events(chunk("a")) + odd + events(chunk("b", "stop")) + DONE])

    assert outcome.error is None
    assert len(outcome.chunks) == 2


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-0.0", b"1e999"])
def test_whatever_number_python_reads_as_json_passes(number: bytes) -> None:
    outcome = Outcome([b'data: {"choices":[{"index":0,"delta":{},"weight":' + number + b"}]}\n\n" + DONE])

    assert outcome.error is None
    assert len(outcome.chunks) == 1


def test_a_last_event_without_its_blank_line_is_delivered() -> None:
    assert len(Outcome([events(chunk("a", "stop")).rstrip(b"\n")]).chunks) == 1
    assert Outcome([events(chunk("a")) + b"data: [DONE]"]).error is None
    assert isinstance(Outcome([b'data: {"error":{"code":502}}']).error, exceptions.BadGatewayResponseError)
    assert isinstance(Outcome([b"event: error\ndata: broke"]).error, exceptions.ChatError)


def test_usage_is_readable_as_soon_as_it_came() -> None:
    reader = ChunkReader(INFO)
    list(reader.feed(events(chunk("a"))))
    before = reader.usage
    list(reader.feed(events(chunk("", "stop", usage={"cost": 0}))))

    assert before is None
    assert reader.usage == {"cost": 0}


def test_the_observer_sees_every_event_and_comment_in_order() -> None:
    seen: list[Event] = []
    body = b": OPENROUTER PROCESSING\n\nevent: ping\ndata:\n\n" + events(chunk("a", "stop")) + DONE

    Outcome([body], on_event=seen.append)

    assert [event.comment for event in seen] == ["OPENROUTER PROCESSING", None, None, None]
    assert [event.event for event in seen[1:]] == ["ping", "message", "message"]
    assert seen[-1].data == "[DONE]"


def test_a_failing_observer_does_not_break_the_stream_and_no_content_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def observer(event: Event) -> None:
        raise RuntimeError(event.data)

    outcome = Outcome([events(chunk("secret words", "stop")) + DONE], on_event=observer)

    assert outcome.error is None
    assert len(outcome.chunks) == 1
    assert caplog.messages == ["on_event raised RuntimeError; the stream goes on"] * 2


def test_a_long_stream_is_added_up_as_it_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_chunks, "MAX_PENDING_CHARS", 300)
    reader = ChunkReader(INFO)
    kept = []
    for number in range(10):
        kept += [sum(map(len, reader._pending)) for _ in reader.feed(events(chunk(str(number))))]

    assert max(kept) <= 300
    assert reader.partial_dict()["choices"][0]["message"]["content"] == "0123456789"


def test_chunks_that_are_changed_by_their_reader_do_not_change_the_answer() -> None:
    reader = ChunkReader(INFO)
    for given in reader.feed(events(chunk("a", usage={"cost": 1}), chunk("b", "stop"))):
        given["choices"].clear()

    assert reader.partial_dict()["choices"][0]["message"]["content"] == "ab"
    assert reader.usage == {"cost": 1}


def test_a_chunk_that_cannot_be_read_again_is_left_out_of_the_answer(caplog: pytest.LogCaptureFixture) -> None:
    reader = ChunkReader(INFO)
    list(reader.feed(events(chunk("a"))))
    reader._pending.append("[" * 100_000)

    assert reader.partial_dict()["choices"][0]["message"]["content"] == "a"
    assert caplog.messages == ["a chunk nested too deeply is left out of the partial answer"]


@pytest.mark.parametrize("empty", [None, "", [], {}], ids=repr)
def test_what_says_nothing_displaces_nothing_that_came_before(empty: Any) -> None:
    told = {"usage": {"cost": 0.5}, "debug": [1]}
    outcome = Outcome([events(chunk("x", **told), {"choices": [], **dict.fromkeys(told, empty)})])
    partial = outcome.reader.partial_dict()

    assert {key: partial[key] for key in told} == told
    assert outcome.reader.usage == told["usage"]
