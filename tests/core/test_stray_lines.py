"""What a server writes into a stream outside of its events, or into events that are no part of the answer."""

from __future__ import annotations

import json
from typing import Any

import pytest

from openrouter_sdk.custom.errors import (
    BadGatewayResponseError,
    OpenRouterError,
    ResponseValidationError,
    StreamInterruptedError,
    TooManyRequestsResponseError,
)
from openrouter_sdk.custom.stream.chunks import ChunkReader
from openrouter_sdk.custom.stream.plain import EventReader
from openrouter_sdk.custom.stream.sse import EventDecoder
from tests.core.chunk_streams import DONE, INFO, Outcome, chunk, events
from tests.core.streams import cuts

HELLO = events(chunk("Hel"))
FAILURE = {"error": {"code": 502, "message": "Upstream fell over"}}
PAGE = "<!DOCTYPE html>\n<html><head>\n<title>504 Gateway Time-out</title>\n\n<style>p {\n}</style></head></html>\n"
KEY = "sk-or-v1-0123456789abcdef"


def failed(body: bytes | str) -> OpenRouterError:
    error = Outcome([body if isinstance(body, bytes) else body.encode()]).error
    assert error is not None
    return error


ENDS = {"open": b"", "ended": b"\n", "and [DONE]": b"\n\n" + DONE, "[DONE] at once": b"\n" + DONE, "CR": b"\r\r"}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("indent", [None, 2], ids=["in a line", "in lines"])
@pytest.mark.parametrize("before", [b"", b"oops\n", b"<p>\n{ left: 1 }\n"], ids=["alone", "behind a word", "mixed"])
def test_an_error_outside_of_events_is_raised_as_the_event_would_be(
    end: str, indent: int | None, before: bytes
) -> None:
    expected = Outcome([HELLO + events(FAILURE)]).error
    body = HELLO + before + json.dumps(FAILURE, indent=indent).encode() + ENDS[end]

    for reads in cuts(body, every_two_parts_below=0):
        outcome = Outcome(reads)

        assert outcome.chunks == [chunk("Hel")]
        assert type(outcome.error) is BadGatewayResponseError
        assert (str(outcome.error), outcome.error.partial) == (str(expected), expected.partial)
        assert outcome.error.data == FAILURE
        assert outcome.reader.done


@pytest.mark.parametrize("told", [{"type": "error", "code": 429}, {"error": "slow", "code": 429, "user_id": "u"}])
def test_an_error_of_another_shape_outside_of_events_is_one_too(told: dict[str, Any]) -> None:
    assert type(failed(HELLO + json.dumps(told).encode())) is TooManyRequestsResponseError


def test_an_error_within_an_event_that_breaks_off_is_told_whatever_words_follow_it() -> None:
    reader = ChunkReader(INFO)
    body = b'data: {"choices": []}\n{"error": {"message": "boom", "code": 502}}\nplain words\n'

    assert list(reader.feed(body)) == []
    assert isinstance(reader.interrupted("it broke"), BadGatewayResponseError)


def test_an_error_within_an_event_waits_for_what_it_stands_behind() -> None:
    outcome = Outcome([HELLO.rstrip() + b"\n" + json.dumps(FAILURE).encode() + b"\n\n"])

    assert outcome.chunks == [chunk("Hel")]
    assert type(outcome.error) is BadGatewayResponseError


@pytest.mark.parametrize("indent", [None, 2], ids=["in a line", "in lines"])
@pytest.mark.parametrize("comment", [b"", b": still there\n"], ids=["", "and a comment"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_an_error_within_an_event_is_raised_whatever_follows(indent: int | None, comment: bytes, end: bytes) -> None:
    body = HELLO.rstrip() + b"\n" + json.dumps(FAILURE, indent=indent).encode() + b"\n" + comment + b"\n"
    for reads in cuts((body + events(chunk("lo")) + DONE).replace(b"\n", end), every_two_parts_below=0):
        outcome = Outcome(reads)

        assert outcome.chunks == [chunk("Hel")]
        assert type(outcome.error) is BadGatewayResponseError


def test_an_open_line_tells_why_a_connection_broke() -> None:
    outcome = Outcome([HELLO])
    outcome.reader.done = False
    list(outcome.reader.feed(json.dumps(FAILURE).encode()))

    assert type(outcome.reader.interrupted("connection reset")) is BadGatewayResponseError


WORDS = {
    PAGE: "504 Gateway Time-out",
    PAGE.replace("\n", "\r\n"): "504 Gateway Time-out",
    "upstream connect error or disconnect/reset before headers": "upstream connect error or disconnect/reset before he",
    '{"detail": "Overloaded"}\n\n': "Overloaded",
    '{"status": "draining"}': '{"status":"draining"}',
    f"refused for Bearer {KEY}\n": "refused for Bearer ***",
    "[1, 2": "[1, 2",
}


@pytest.mark.parametrize("words", WORDS)
def test_anything_else_outside_of_events_is_quoted_where_the_stream_breaks_off(words: str) -> None:
    error = failed(HELLO + words.encode())

    assert type(error) is StreamInterruptedError
    assert f"nor [DONE]; the server said: {WORDS[words]}" in error.message
    assert KEY[-8:] not in repr(vars(error))
    assert error.partial.text == "Hel"


@pytest.mark.parametrize("words", [*WORDS, "data center down", "id", "dat"])
def test_an_open_line_is_quoted_where_the_connection_breaks_unless_it_begins_a_field(words: str) -> None:
    outcome = Outcome([HELLO])
    outcome.reader.done = False
    list(outcome.reader.feed(words.strip().encode()))
    error = outcome.reader.interrupted("connection reset")

    assert error is not None
    said = f"; the server said: {WORDS.get(words, words)}"
    assert error.message.startswith("connection reset" + ("" if "data".startswith(words) or words == "id" else said))


SKIPPED: dict[str, tuple[Any, str]] = {
    "a detail": ({"detail": "Overloaded"}, "Overloaded"),
    "a message": ({"message": "Overloaded", "user_id": "user_made"}, "Overloaded"),
    "details of what is invalid": ({"detail": [{"loc": ["body", "n"], "msg": "too large"}]}, "body.n: too large"),
    "a text": ("Overloaded", "Overloaded"),
    "a list": ([{"message": "Overloaded"}], "Overloaded"),
    "an account": ({"message": "no credits for user_made", "user_id": "user_made"}, "no credits for ***"),
    "a key": ({"detail": f"unknown key {KEY}"}, "unknown key ***"),
}


@pytest.mark.parametrize("name", SKIPPED)
@pytest.mark.parametrize("end", [b"", b" \n\t"], ids=["", "and a blank line"])
def test_words_in_an_event_that_is_no_chunk_are_quoted_where_the_stream_breaks_off(name: str, end: bytes) -> None:
    value, words = SKIPPED[name]
    error = failed(HELLO + events(value, {"type": "ping"}, 1, None) + end)

    assert type(error) is StreamInterruptedError
    assert error.message.endswith(f"; the server said: {words}")


@pytest.mark.parametrize("said", [events({"detail": "Overloaded"}), b"Overloaded\n"], ids=["in an event", "outside"])
def test_a_stream_of_no_choice_that_ends_properly_quotes_what_the_server_said(said: bytes) -> None:
    error = failed(said + DONE)

    assert type(error) is ResponseValidationError
    assert error.retryable
    assert error.message.startswith("the answer has no choices; the server said: Overloaded (HTTP 200)")


@pytest.mark.parametrize("said", [*map(str.encode, WORDS), *(events(value) for value, _ in SKIPPED.values())])
def test_a_stream_that_goes_on_to_its_end_is_complete_whatever_was_said(said: bytes) -> None:
    outcome = Outcome([HELLO + said + b"\n\n" + events(chunk("lo", "stop")) + DONE])

    assert outcome.error is None
    assert outcome.reader.partial().text == "Hello"


def test_heartbeats_say_nothing() -> None:
    error = failed(
        HELLO + b": OPENROUTER PROCESSING\n\n" + events({"type": "ping"}, 1, [], {}) + b"retry: soon\nid: \0\n"
    )

    assert error.message == "the stream ended with neither a finish reason nor [DONE]"


def test_events_of_other_operations_are_read_alike() -> None:
    reader = EventReader(INFO, "")
    with pytest.raises(BadGatewayResponseError):
        list(reader.feed(events(1) + json.dumps(FAILURE).encode() + b"\n"))
    assert reader.done

    reader = EventReader(INFO, "[END]")
    assert list(reader.feed(b'data: 1\n\n{"error": 1\n{"error": null}\n')) == [1]
    with pytest.raises(StreamInterruptedError, match=r"without \[END\]; the server said: "):
        list(reader.finish())


def test_of_what_stands_outside_of_events_no_more_than_the_beginning_is_kept_and_looked_at() -> None:
    decoder = EventDecoder()
    body = b'{"error":\n' + b"[{}\n}\n" * 100_000
    looked_at = sum(len(item.data) for item in decoder.feed(body) if not isinstance(item, str))

    assert len(decoder.stray()) == 16 * 1024
    assert looked_at < 3000 * 16 * 1024
    assert list(decoder.feed(b"}\n" * 10)) == []
