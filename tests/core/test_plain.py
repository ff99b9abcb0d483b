"""Events of any operation, and bytes, as their readers give them."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from openrouter_sdk.custom.errors import (
    OpenRouterError,
    ResponseValidationError,
    StreamInterruptedError,
    TooManyRequestsResponseError,
)
from openrouter_sdk.custom.stream.plain import BytesReader, EventReader
from openrouter_sdk.custom.stream.sse import Event
from tests.core.chunk_streams import INFO, events

END = b"data:  [END] \n\n"


def reader(sentinel: str = "[END]", **options: Any) -> EventReader:
    return EventReader(INFO, sentinel, **options)


def raised(items: Any) -> OpenRouterError:
    with pytest.raises(OpenRouterError) as caught:
        list(items)
    return caught.value


def test_events_are_given_as_far_as_the_end_mark() -> None:
    reads = reader()
    body = b": hello\n\nevent: ping\ndata:  \n\n" + events({"a": 1}, [2], {"error": None}, "x") + END + events(3)

    assert not reads.done
    assert list(reads.feed(body)) == [{"a": 1}, [2], {"error": None}, "x"]
    assert reads.done
    assert list(reads.feed(events(4))) == []
    assert list(reads.finish()) == []
    assert (reads.usage, reads.partial()) == (None, None)


def test_an_end_mark_may_lack_its_blank_line() -> None:
    reads = reader()

    assert list(reads.feed(events(1) + END.rstrip())) == [1]
    assert list(reads.finish()) == []
    assert reads.done


def test_without_an_end_mark_a_body_ends_with_its_last_event() -> None:
    reads = reader("")

    assert list(reads.feed(events(1) + b"data: 2")) == [1]
    assert list(reads.finish()) == [2]
    assert reads.done


def test_a_promised_end_mark_that_does_not_come_is_an_interruption() -> None:
    reads = reader()
    error = raised(reads.finish())

    assert isinstance(error, StreamInterruptedError)
    assert error.message == "the stream ended without [END]"
    assert (error.http_status, error.attempts, error.generation_id) == (200, 2, "gen-header")
    assert reads.done
    assert reads.interrupted("again") is None


@pytest.mark.parametrize("reads", [reader(), BytesReader(INFO)], ids=["events", "bytes"])
def test_a_body_that_broke_off_tells_the_cause_once(reads: EventReader | BytesReader) -> None:
    error = reads.interrupted("the network went")

    assert isinstance(error, StreamInterruptedError)
    assert (error.message, error.http_status) == ("the network went", 200)
    assert reads.done
    assert reads.interrupted("again") is None
    assert reads.cut("by a signal").message == "by a signal"


@pytest.mark.parametrize(
    ("data", "kind", "told"),
    [
        (
            events({"error": {"code": 429, "message": "slow down"}}),
            TooManyRequestsResponseError,
            "429 Too Many Requests: slow down",
        ),
        (b"event: error\ndata: gone away\n\n", OpenRouterError, "Error under HTTP 200: gone away"),
        (b"data: {\xff\n\n", ResponseValidationError, "an event is not JSON (HTTP 200"),
        (b"event: news\ndata: {\n\n", ResponseValidationError, "an event is not JSON (HTTP 200"),
    ],
)
def test_an_event_that_fails_ends_the_body(data: bytes, kind: type[OpenRouterError], told: str) -> None:
    reads = reader()
    error = raised(reads.feed(data + events(1)))

    assert isinstance(error, kind)
    assert error.message.startswith(told)
    assert (error.http_status, error.attempts, error.generation_id) == (200, 2, "gen-header")
    assert reads.done


def test_text_that_is_no_json_is_shown_whatever_it_holds() -> None:
    error = raised(reader()._read(["\ud83d {"]))

    assert isinstance(error, ResponseValidationError)
    assert error.body == "? {"


def test_an_event_named_error_may_still_hold_no_error() -> None:
    assert list(reader().feed(b'event: error\ndata: {"a": 1}\n\n')) == [{"a": 1}]


def test_an_event_has_the_length_it_may_have() -> None:
    assert list(reader(max_event_bytes=60).feed(b"data: 1234\n\n")) == [1234]
    with pytest.raises(ResponseValidationError, match="max_event_bytes=6"):
        list(reader(max_event_bytes=6).feed(b"data: 1234\n\n" + b"data: 56789\n\n"))


def test_each_event_is_shown_before_it_is_read(caplog: pytest.LogCaptureFixture) -> None:
    seen: list[Event] = []

    def show(event: Event) -> None:
        seen.append(event)
        raise LookupError(event.data)

    with caplog.at_level(logging.WARNING, "openrouter_sdk"):
        given = list(reader(on_event=show).feed(b": wait\n\nevent: a\ndata: 1\n\ndata: 2\n\n"))

    assert given == [1, 2]
    assert seen == [Event(comment="wait"), Event(event="a", data="1"), Event(data="2")]
    assert [record.getMessage() for record in caplog.records] == ["on_event raised LookupError; the stream goes on"] * 3


def test_bytes_are_given_as_they_come() -> None:
    reads = BytesReader(INFO)

    assert (reads.done, reads.sniffs, reads.usage) == (False, False, None)
    assert [*reads.feed(b"{"), *reads.feed(b""), *reads.feed(b"data")] == [b"{", b"data"]
    assert list(reads.finish()) == []
    assert reads.done
