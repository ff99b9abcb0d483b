"""The reading of a stream without its I/O: limits to the byte, answers that are no stream, and the waits."""

from __future__ import annotations

import json
import math

import pytest

from openrouter_sdk.client import Operation
from openrouter_sdk.custom.engine.reading import PLAIN
from openrouter_sdk.custom.errors import (
    RequestTimedOutError,
    ResponseValidationError,
    ServiceUnavailableResponseError,
)
from openrouter_sdk.custom.stream.opened import WholeAnswer
from tests.core.chunk_streams import INFO, events
from tests.core.stream_course import ANSWER, BUSY, COMMENT, END, HELLO, Course, whole


@pytest.mark.parametrize("reads", [[HELLO + END], [HELLO, END], [HELLO[:9], HELLO[9:] + END]])
def test_an_answer_may_be_as_long_as_it_is_allowed_to_be_and_no_longer(reads: list[bytes]) -> None:
    allowed = Course(max_response_bytes=len(HELLO + END))
    assert allowed.take_all(reads) == ["Hello", ""]

    course = Course(max_response_bytes=len(HELLO + END) - 1)
    with pytest.raises(ResponseValidationError, match=f"max_response_bytes={len(HELLO + END) - 1}") as caught:
        course.take_all(reads)

    assert (caught.value.http_status, caught.value.attempts) == (200, 2)
    assert course.given() == []
    assert course.state.over


def test_behind_its_finish_reason_an_answer_that_is_too_long_is_over() -> None:
    course = Course(max_response_bytes=len(HELLO + END))
    assert course.take(HELLO + END) == ["Hello", ""]

    assert course.take(COMMENT) == []
    assert course.state.over
    assert course.state.final().text == "Hello"


def test_another_attempt_may_be_as_long_again() -> None:
    course = Course(max_response_bytes=len(HELLO))
    course.take(HELLO[:-1])
    course.state.restart(course.response())

    assert course.take(HELLO) == ["Hello"]


def test_an_answer_that_came_whole_was_measured_before() -> None:
    answer = whole()
    course = Course(answer, max_response_bytes=1, max_event_bytes=1)

    assert course.state.partial() is not answer.result
    assert course.take(course.state.whole) == ["Hello"]
    assert course.state.over
    assert course.state.partial() is answer.result


def test_an_attempt_that_streams_follows_one_that_did_not() -> None:
    course = Course(whole(), max_event_bytes=10)
    course.state.restart(course.response())

    assert course.state.whole is None
    with pytest.raises(ResponseValidationError, match="max_event_bytes"):
        course.take(HELLO)


@pytest.mark.parametrize("padding", [b"", b"\xef\xbb\xbf \t\r\n"])
def test_an_answer_that_is_no_stream_is_read_whole_however_it_is_cut(padding: bytes) -> None:
    body = padding + json.dumps(ANSWER).encode()
    for step in (1, 7, len(body)):
        course = Course(max_event_bytes=10)
        assert course.take_all([body[at : at + step] for at in range(0, len(body), step)]) == []
        assert not course.state.over
        assert course.take(None) == ["Hello"]
        assert course.state.final().model == "maker/model-2"


@pytest.mark.parametrize("mark", [b"{", b"[", b"<"])
def test_behind_its_first_event_a_stream_stays_a_stream(mark: bytes) -> None:
    course = Course()
    course.take(b" \n")
    course.take(b": wait\n\n")
    course.take(mark + b"\n\n")

    assert course.take(HELLO) == ["Hello"]


def test_a_wait_is_over_at_the_idle_limit_and_begins_with_the_next_chunk() -> None:
    course = Course(idle_timeout_s=10.0)
    assert course.state.seconds_left() == 10.0
    course.pass_(4.0)
    course.state.take(COMMENT)
    assert course.state.seconds_left() == 6.0

    course.take(HELLO)
    assert course.state.seconds_left() == 10.0


def test_while_nobody_reads_the_idle_limit_stands_still() -> None:
    course = Course(idle_timeout_s=10.0)
    course.state.leave()
    assert course.state.seconds_left() == 10.0
    course.pass_(4.0)
    course.state.leave()
    course.state.leave()
    course.pass_(100.0)
    assert course.state.seconds_left() == 6.0

    course.pass_(7.0)
    course.state.leave()
    assert course.state.seconds_left() == 0.0
    course.take(HELLO)
    assert course.state.seconds_left() == 10.0


def test_a_wait_is_over_with_the_call_and_without_limits_never() -> None:
    course = Course(total_s=5.0, idle_timeout_s=10.0)
    course.pass_(2.0)
    assert course.state.seconds_left() == 3.0
    assert Course().state.seconds_left() == math.inf


@pytest.mark.parametrize(
    ("total_s", "idle_s", "told"),
    [
        (5.0, 5.0, "the call did not end within 5 s (timeout_ms)"),
        (5.005, 5.0, "the call did not end within 5.005 s (timeout_ms)"),
        (5.02, 5.0, "no data event within 5 s (idle_timeout)"),
        (None, 5.0, "no data event within 5 s (idle_timeout)"),
        (5.02, None, "the call did not end within 5.02 s (timeout_ms)"),
    ],
)
def test_a_wait_that_took_too_long_tells_which_limit_it_was(
    total_s: float | None, idle_s: float | None, told: str
) -> None:
    course = Course(total_s=total_s, idle_timeout_s=idle_s)
    course.take(HELLO)
    course.pass_(5.0)
    error = course.state.late()

    assert isinstance(error, RequestTimedOutError)
    assert (error.message, error.partial.text) == (told, "Hello")
    assert (error.http_status, error.attempts, error.generation_id) == (200, 2, "gen-header")


def test_what_the_server_said_is_told_with_the_limit_or_in_its_place() -> None:
    for said, kind, told in (
        (b"<title>Bad Gateway</title>", RequestTimedOutError, "(idle_timeout); the server said: Bad Gateway"),
        (BUSY.removeprefix(b"data: ").strip(), ServiceUnavailableResponseError, "503 Service Unavailable: Busy"),
    ):
        course = Course(idle_timeout_s=5.0)
        course.take(HELLO + said)
        error = course.state.late()

        assert isinstance(error, kind)
        assert str(error).endswith(told)
        assert error.args == (str(error),)
        assert (error.http_status, error.partial.text) == (200, "Hello")


def test_an_error_is_met_by_the_read_that_brings_it_before_the_first_chunk_and_behind_it_by_the_reader() -> None:
    course = Course()
    with pytest.raises(ServiceUnavailableResponseError):
        course.state.take(BUSY)

    course = Course()
    course.take(HELLO)
    course.state.take(HELLO + BUSY)
    with pytest.raises(ServiceUnavailableResponseError) as caught:
        course.given()
    with pytest.raises(ServiceUnavailableResponseError) as again:
        course.state.next_attempt(caught.value)

    assert again.value is caught.value


def test_only_comments_are_told_as_signs_of_life(caplog: pytest.LogCaptureFixture) -> None:
    seen: list[str] = []
    course = Course(on_keepalive=seen.append)
    course.take(COMMENT + b":\n\n" + events({"type": "keepalive"}) + HELLO)
    Course().take(COMMENT)

    assert seen == ["wait", ""]
    assert caplog.text == ""


@pytest.mark.parametrize("sentinel", ["[END]", ""])
@pytest.mark.parametrize("came", ["as events", "whole"])
def test_a_whole_answer_to_any_operation_is_its_one_event(sentinel: str, came: str) -> None:
    operation = Operation(name="events.follow", method="GET", path="/events", kind="events", sentinel=sentinel)
    opened = WholeAnswer({"a": 1}, INFO) if came == "whole" else None
    course = Course(opened, reader=PLAIN, operation=operation, idle_timeout_s=1.0)
    course.state.take(course.state.whole or b'{"a": 1}')
    given = list(course.state.ready)
    if not course.state.over:
        course.state.take(None)
        given += course.state.ready

    assert given == [{"a": 1}]
    assert course.state.over
    assert course.state.info is INFO


def test_the_bytes_of_a_download_are_given_at_once_and_add_up_to_nothing() -> None:
    course = Course(reader=PLAIN, operation=Operation(name="files.content", method="GET", path="/", kind="binary"))
    assert course.given() == []
    for piece in (b"{", b" ", b"<"):
        course.state.take(piece)
        assert [course.state.chunk(raw) for raw in course.state.ready] == [piece]
    course.state.take(None)
    end = course.end

    assert (end.operation, end.model, end.provider, end.generation_id) == (
        "files.content", "maker/model", None, "gen-header",
    )  # fmt: skip
    assert (end.usage, end.cost, end.partial, end.complete) == (None, None, None, True)


def test_what_has_come_knows_how_it_came() -> None:
    course = Course()
    course.take(HELLO)

    assert course.state.partial().http is INFO
