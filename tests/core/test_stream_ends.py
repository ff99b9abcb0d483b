"""The end of a stream without its I/O: what broke means, and what is told to whom."""

from __future__ import annotations

import pytest

from openrouter_sdk.client import Operation
from openrouter_sdk.custom.engine.reading import PLAIN
from openrouter_sdk.custom.errors import (
    HttpInfo,
    RequestTimedOutError,
    ResponseValidationError,
    ServiceUnavailableResponseError,
    StreamInterruptedError,
)
from openrouter_sdk.custom.http import Fault
from openrouter_sdk.custom.stream.opened import OpenStream
from tests.core.chunk_streams import DONE, INFO, chunk, events
from tests.core.stream_course import BUSY, END, HELLO, NO_TIMEOUTS, Course


def test_behind_the_finish_reason_neither_lateness_nor_a_fault_is_an_error() -> None:
    for lost in (lambda state: state.late(), lambda state: state.broken(Fault("read", "gone"))):
        course = Course(idle_timeout_s=1.0)
        course.take(HELLO + END)

        assert lost(course.state) is None
        assert course.state.final().text == "Hello"


@pytest.mark.parametrize(("text", "told"), [("gone", "gone"), ("", "Fault")])
def test_a_fault_tells_what_broke(text: str, told: str) -> None:
    course = Course()
    course.take(HELLO)
    error = course.state.broken(Fault("read", text))

    assert isinstance(error, StreamInterruptedError)
    assert error.message == f"the stream broke off: {told}"
    assert (error.http_status, error.partial.text) == (200, "Hello")


def test_a_fault_that_is_no_lost_connection_keeps_its_meaning() -> None:
    course = Course()
    course.take(HELLO)
    error = course.state.broken(Fault("decode", "bad data"))

    assert isinstance(error, ResponseValidationError)
    assert (error.http_status, error.attempts, error.partial.text) == (200, 2, "Hello")


def test_an_error_before_the_first_chunk_is_followed_by_another_attempt_and_holds_no_frames() -> None:
    course = Course()
    try:
        try:
            raise OSError("gone")
        except OSError as cause:
            raise ServiceUnavailableResponseError("Busy", code=503) from cause
    except ServiceUnavailableResponseError as caught:
        error = caught
    error.partial = course.state.partial()

    assert course.state.next_attempt(error).number == 2
    assert error.__cause__ is not None
    assert (error.partial, error.__traceback__, error.__cause__.__traceback__) == (None, None, None)


def test_the_end_is_told_once_with_all_that_is_known() -> None:
    course = Course()
    course.pass_(1.0)
    answer = chunk("Hello", "stop", model="maker/model-2", provider="Acme", usage={"total_tokens": 3, "cost": 0.5})
    course.take(events(answer))
    course.pass_(2.0)
    course.take(DONE)
    end = course.end
    course.state.tell_end()

    assert course.told == [end]
    assert (end.model, end.provider, end.generation_id) == ("maker/model-2", "Acme", "gen-header")
    assert (end.latency_ms, end.time_to_first_token_ms) == (3000.0, 1000.0)
    assert (end.usage.total_tokens, end.cost) == (3, 0.5)
    assert (end.complete, end.error) == (True, None)
    assert (end.operation, end.operation_id, end.http) == ("chat.send", 7, INFO)
    assert end.partial.text == "Hello"


def test_of_a_stream_that_was_left_at_once_the_end_tells_what_was_asked() -> None:
    course = Course(OpenStream(None, HttpInfo(200), NO_TIMEOUTS))
    end = course.end

    assert (end.model, end.provider, end.generation_id) == ("maker/model", None, None)
    assert (end.time_to_first_token_ms, end.usage, end.cost) == (None, None, None)
    assert (end.complete, end.error) == (False, None)


def test_the_end_tells_the_id_in_the_answer_where_no_header_does() -> None:
    course = Course(OpenStream(None, HttpInfo(200), NO_TIMEOUTS))
    course.take(HELLO)

    assert course.end.generation_id == "gen-1"


def test_whoever_does_not_watch_is_told_nothing() -> None:
    course = Course()
    course.state.exchange.observer.watches_streams = False  # type: ignore[misc]
    course.state.tell_end()

    assert course.told == []


def test_the_end_tells_the_error_that_ended_the_stream_and_so_does_whoever_reads_on() -> None:
    course = Course()
    course.take(HELLO)
    course.state.cut_by(KeyboardInterrupt())
    course.state.cut_by(ValueError())
    error = course.state.error

    assert isinstance(error, StreamInterruptedError)
    assert error.message == "the read was cut short by KeyboardInterrupt"
    assert (course.end.error, course.end.complete) == (error, False)
    assert error.partial.http == INFO
    with pytest.raises(StreamInterruptedError):
        course.state.end()
    course.state.end()
    with pytest.raises(StreamInterruptedError):
        course.state.final()


def test_a_read_cut_short_behind_the_end_loses_nothing() -> None:
    course = Course()
    course.take(HELLO + END + DONE)
    course.state.cut_by(KeyboardInterrupt())

    assert course.state.error is None
    assert course.state.final().text == "Hello"


def test_while_another_attempt_is_awaited_a_read_cut_short_is_no_end() -> None:
    course = Course()
    with pytest.raises(ServiceUnavailableResponseError) as caught:
        course.take(BUSY)
    assert course.state.over
    course.state.next_attempt(caught.value)
    course.state.cut_by(KeyboardInterrupt())

    assert isinstance(course.state.error, StreamInterruptedError)


def test_a_stream_that_was_closed_early_has_no_final_answer_though_it_did_not_fail() -> None:
    course = Course()
    course.take(HELLO)
    with pytest.raises(StreamInterruptedError) as caught:
        course.state.final()

    assert caught.value.message == "the stream was closed before its end"
    course.state.end()


def test_what_a_failed_answer_held_stays_with_its_error() -> None:
    course = Course()
    with pytest.raises(ServiceUnavailableResponseError) as caught:
        course.take(events({**chunk("Hel"), "error": {"code": 503, "message": "Busy"}}))
    course.state.next_attempt(caught.value)

    assert caught.value.partial.text == "Hel"


def test_of_a_download_without_an_id_none_is_told() -> None:
    operation = Operation(name="files.content", method="GET", path="/", kind="binary")
    course = Course(OpenStream(None, HttpInfo(200), NO_TIMEOUTS), reader=PLAIN, operation=operation)

    assert course.end.generation_id is None


def test_behind_the_finish_reason_a_body_that_cannot_be_unpacked_is_no_error() -> None:
    course = Course()
    course.take(HELLO + END)

    assert course.state.broken(Fault("decode", "bad data")) is None


def test_a_read_that_took_too_long_tells_how_long_it_might_have_taken() -> None:
    course = Course()
    error = course.state.broken(Fault("read", "slow", late=True))

    assert isinstance(error, RequestTimedOutError)
    assert f"{course.timeouts['read']} s" in error.message
