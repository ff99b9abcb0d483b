from __future__ import annotations

import json

import pytest

from openrouter_sdk.custom.errors.http_info import Headers, HttpInfo
from openrouter_sdk.custom.errors.tree import ResponseValidationError
from openrouter_sdk.custom.stream.opened import MAX_EVENT_BYTES, looks_like_events
from openrouter_sdk.custom.stream.sse import Event, EventDecoder
from tests.core.sse_decoding import as_events, decoded, outcome
from tests.core.streams import cuts


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"data: a\n\n", [Event(data="a")]),
        (b"data:a\n\n", [Event(data="a")]),
        (b"data:  a\n\n", [Event(data=" a")]),
        (b"data: a\r\n\r\n", [Event(data="a")]),
        (b"data: a\r\r", [Event(data="a")]),
        (b"data: a\r\n\n", [Event(data="a")]),
        (b"data: a\n\r\n", [Event(data="a")]),
        (b"data: a\r\ndata: b\r\n\r\n", [Event(data="a\nb")]),
        (b"data: a\r\n\ndata: b\n\n", [Event(data="a"), Event(data="b")]),
        (b"data: x\n\ndata: a\rdata: b\n\n", [Event(data="x"), Event(data="a\nb")]),
        (b"data: a", [Event(data="a")]),
        (b"data: a\n", [Event(data="a")]),
        (b"data\n\n", [Event(data="")]),
        (b"data:\ndata:\n\n", [Event(data="\n")]),
        (b"data: a\ndata: b\n\n", [Event(data="a\nb")]),
        (b"\xef\xbb\xbfdata: a\n\n", [Event(data="a")]),
        (b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\n", []),
        (b"data: \xef\xbb\xbfa\n\n", [Event(data="\ufeffa")]),
        (b"\xef\xbb", []),
        (b": hi\n\n", [Event(comment="hi")]),
        (b":\n", [Event(comment="")]),
        (b"data: a\n: in between\ndata: b\n\n", [Event(comment="in between"), Event(data="a\nb")]),
        (b"event: ping\ndata:\n\n", [Event("ping", "")]),
        (b"event: ping\n\ndata: a\n\n", [Event(data="a")]),
        (b"event: message\ndata: a\n\n", [Event(data="a")]),
        (b"id: 7\ndata: a\n\ndata: b\n\n", [Event(data="a", id="7"), Event(data="b", id="7")]),
        (b"id: 7\n\nid\ndata: a\n\n", [Event(data="a", id="")]),
        (b"data: a\n\nid: 7\n\ndata: b\n\n", [Event(data="a"), Event(data="b", id="7")]),
        (b"id: 7\0\ndata: a\n\n", [Event(data="a")]),
        (b"retry: 3000\ndata: a\n\ndata: b\n\n", [Event(data="a", retry=3000), Event(data="b")]),
        (b"retry: -1\ndata: a\n\n", [Event(data="a")]),
        (b"id: \xff\ndata: a\n\n", [Event(data="a", id="\ufffd")]),
        (b"event: \xff\ndata: a\n\n", [Event("\ufffd", "a")]),
        (b"retry: " + b"9" * 15 + b"\ndata: a\n\n", [Event(data="a", retry=10**15 - 1)]),
        (b"retry: " + b"9" * 16 + b"\ndata: a\n\n", [Event(data="a")]),
        (b"retry: " + b"9" * 5000 + b"\ndata: a\n\n", [Event(data="a")]),
        (b"Data: a\n data: b\ndatum: c\n\n", []),
        (b"data: \xff\xe2\x82\n\n", [Event(data="\ufffd\ufffd")]),
        (b"data: a\n\n\n\n\ndata: b\n\n", [Event(data="a"), Event(data="b")]),
        (b"data: :x\n\n", [Event(data=":x")]),
        (b": a\n\nxdata: b\n\n", [Event(comment="a")]),
        (b": \xff\n\ndata: \xff\n\ndata: b\nx\n\n", [Event(comment="\ufffd"), Event(data="\ufffd"), Event(data="b")]),
        (b"data: a\n\ndata: \xff\n\ndata: b\nx\n\n", [Event(data="a"), Event(data="\ufffd"), Event(data="b")]),
        (b"", []),
    ],
)
def test_a_body_decodes_to_its_events_however_it_is_cut(body: bytes, expected: list[Event]) -> None:
    for reads in cuts(body):
        actual = decoded(reads)

        assert actual == expected


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\u0085", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e"])
def test_only_carriage_return_and_line_feed_end_a_line(separator: str) -> None:
    text = f"before{separator}after"

    for reads in cuts(f"data: {text}\n\n".encode()):
        assert decoded(reads) == [Event(data=text)]


def test_an_event_above_the_ceiling_is_an_error_that_names_it_behind_the_events_before() -> None:
    decoder = EventDecoder(max_event_bytes=10)
    events = as_events(decoder.feed(b"data: a\n\ndata: 12345\n\n"))

    first = next(events)
    with pytest.raises(ResponseValidationError, match="max_event_bytes=10"):
        next(events)

    assert first == Event(data="a")
    assert list(decoder.feed(b"data: b\n\n")) == []
    assert list(decoder.flush()) == []


@pytest.mark.parametrize(
    ("reads", "largest", "data"),
    [
        ([b"data: 1234\n\n"], 10, "1234"),
        ([b"data: 12", b"34\n\n"], 10, "1234"),
        ([b"data: 1234", b"\n\n"], 10, "1234"),
        ([b"\rdata: 1234", b"\r\r"], 10, "1234"),
        ([b"data: 1234\r\r"], 10, "1234"),
        ([b"data: 1\ndat", b"a: 2\n\n"], 14, "1\n2"),
        ([b"data: 1\ndata: 2\ndat", b"a: 3\n\n"], 21, "1\n2\n3"),
    ],
)
def test_an_event_of_exactly_the_ceiling_passes_and_a_larger_one_does_not(
    reads: list[bytes], largest: int, data: str
) -> None:
    assert decoded(reads, max_event_bytes=largest) == [Event(data=data)]
    assert decoded(reads * 2, max_event_bytes=largest) == [Event(data=data)] * 2
    assert outcome(reads, max_event_bytes=largest - 1)[1] is not None


def test_comments_without_end_never_reach_the_ceiling() -> None:
    events = decoded([b": keep\n"] * 100, max_event_bytes=10)

    assert events == [Event(comment="keep")] * 100


def test_the_ceiling_is_64_mib_unless_told_otherwise() -> None:
    assert MAX_EVENT_BYTES == 64 * 1024 * 1024


@pytest.mark.parametrize("read_bytes", [1024, 65536])
def test_a_ten_megabyte_event_in_small_reads_comes_out_whole(read_bytes: int) -> None:
    payload = json.dumps("x" * (10 * 1024 * 1024))
    body = f"data: {payload}\n\n".encode()

    events = decoded([body[at : at + read_bytes] for at in range(0, len(body), read_bytes)])

    assert len(events) == 1
    assert events[0].data == payload


def test_events_come_one_at_a_time() -> None:
    decoder = EventDecoder()
    events = as_events(decoder.feed(b": c\n\ndata: a\n\nevent: e\ndata: b\n\n"))

    assert next(events) == Event(comment="c")
    assert next(events) == Event(data="a")
    assert next(events) == Event("e", "b")


@pytest.mark.parametrize(
    ("media_type", "start", "events"),
    [
        ("application/json", b"data: {}", True),
        ("application/json", b": OPENROUTER PROCESSING", True),
        ("text/html", b"event: error", True),
        ("", b"id: 1", True),
        (None, b"retry: 5", True),
        ("Text/Event-Stream; charset=utf-8", b"unknown: field", True),
        ("text/event-stream", b"", True),
        ("text/event-stream", b'{"choices":[]}', False),
        ("text/event-stream", b"[]", False),
        ("text/event-stream", b"<html>", False),
        ("application/json", b"unknown: field", False),
        (None, b"unknown: field", False),
    ],
)
def test_a_body_is_a_stream_by_how_it_begins_and_else_by_its_type(
    media_type: str | None, start: bytes, events: bool
) -> None:
    headers = Headers() if media_type is None else Headers({"Content-Type": media_type})

    assert looks_like_events(HttpInfo(200, headers), start) is events


@pytest.mark.parametrize(
    ("data", "at_once", "items"),
    [
        (b"data: a\n\n", True, ["a"]),
        (b"data: a\n\ndata: b\n\n", True, ["a", "b"]),
        (b"data: a b\n\ndata: \n\ndata: cdefg\n\n", True, ["a b", "", "cdefg"]),
        (b"data: \xff\xc3\xbc\n\n", True, ["\ufffd\xfc"]),
        (b"data: a\ndata: b\n\n", False, ["a\nb"]),
        (b"data: a\n\ndata: b\ndata: c\n\n", False, ["a", "b\nc"]),
        (b"data: a\n\ndata: b\n\n\n\ndata: c\n\n", False, ["a", "b", "c"]),
        (b"data: a\n1\n2\n3\n4\n\ndata: c\n\n", False, ["a", "c"]),
        (b"data: a\n\n: b\n\ndata: c\n\n", False, ["a", Event(comment="b"), "c"]),
        (b"data: a\r\rdata: b\n\n", False, ["a", "b"]),
        (b"data: a\n\ndata: b\n", False, ["a"]),
        (b"data:a\n\n", False, ["a"]),
        (b"\xef\xbb\xbfdata: a\n\n", False, []),
        (b"data: 1\n\n" * 4, False, ["1"] * 4),
    ],
)
def test_a_read_of_plain_events_is_decoded_at_once_and_any_other_alike(
    data: bytes, at_once: bool, items: list[str | Event]
) -> None:
    decoder = EventDecoder(max_event_bytes=32)
    first = decoder.feed(b"data: x\n\n")
    assert list(first) == ["x"]

    found = decoder.feed(data)

    assert isinstance(found, list) is at_once
    assert list(found) == items


@pytest.mark.parametrize(
    ("pending", "data", "rest"),
    [
        (b"data: a\n", b"data: b\n\n", [Event(data="a\nb")]),
        (b"event: e\n", b"data: b\n\n", [Event("e", "b")]),
        (b"retry: 1\n", b"data: b\n\n", [Event(data="b", retry=1)]),
        (b"id: 1\ndata: a\n\n", b"data: b\n\n", [Event(data="b", id="1")]),
        (b"id: 1\n\ndata: a", b"data: b\n\n", [Event(data="adata: b", id="1")]),
        (b"data: a\n\ndata: a\r", b"data: b\n\n", [Event(data="a\nb")]),
        (b"data: a\n", b"data: b\n\n: c\n\ndata: d\n\n", [Event(data="a\nb"), Event(comment="c"), Event(data="d")]),
        (b"data: a\n", b"data: b\n\nxdata: c\n\n", [Event(data="a\nb")]),
    ],
)
def test_what_is_pending_is_not_passed_over_by_a_read_of_plain_events(
    pending: bytes, data: bytes, rest: list[Event]
) -> None:
    decoder = EventDecoder()
    list(decoder.feed(pending))

    assert list(as_events(decoder.feed(data))) == rest
