"""How a stream may end, and what each end means."""

from __future__ import annotations

import logging
from itertools import islice
from typing import Any

import pytest

from openrouter_sdk import Hooks, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.streams.wire import COMMENT, DONE, WHOLE, Outcome, chunk, event, streamed, text, usage

END = text("", "stop")
CALL = {"index": 0, "id": "c1", "function": {"name": "pay", "arguments": '{"amount": 1'}}
HALF_A_CALL = event(chunk(delta={"tool_calls": [CALL]}))


def read(api: Api, server: testing.Server, make_client: MakeClient, *pieces: bytes | float, **options: Any) -> Outcome:
    server.enqueue(streamed(*pieces, **options))
    return Outcome(api.stream(make_client()))


def test_done_ends_it_even_without_a_finish_reason(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    outcome = read(api, server, make_client, text("Hello"), DONE)

    assert outcome.error is None
    assert outcome.stream.final().text == "Hello"
    assert outcome.stream.final().finish_reason is None


@pytest.mark.parametrize("before", [b"", COMMENT, event({"type": "keepalive"})])
def test_done_before_any_chunk_is_no_answer_and_is_asked_for_again(
    api: Api, server: testing.Server, make_client: MakeClient, before: bytes
) -> None:
    server.enqueue(streamed(before + DONE), streamed(text("Hello"), END, DONE))
    stream = api.stream(make_client())

    assert stream.final().text == "Hello"
    assert stream.http.attempts == len(server.requests) == 2


def test_done_behind_chunks_without_a_choice_is_no_answer(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    outcome = read(api, server, make_client, usage(cost=0.25), DONE)

    assert type(outcome.failure) is errors.ResponseValidationError
    assert "no choices" in outcome.failure.message
    assert outcome.partial.cost == 0.25
    assert len(server.requests) == 1


def test_nothing_behind_done_is_delivered(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    outcome = read(api, server, make_client, text("Hello"), END + DONE + text("more"), text("and more"))

    assert outcome.error is None
    assert outcome.stream.final().text == "Hello"


def test_a_finish_reason_is_enough(
    api: Api, server: testing.Server, make_client: MakeClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "openrouter_sdk"):
        outcome = read(api, server, make_client, text("Hello"), END)

    assert outcome.error is None
    assert outcome.stream.final().finish_reason == "stop"
    assert "without [DONE]" in caplog.text


def test_what_follows_a_finish_reason_is_read(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    outcome = read(api, server, make_client, text("Hel", "stop"), text("lo", "length"), usage(total_tokens=3), DONE)
    final = outcome.stream.final()

    assert (final.text, final.finish_reason) == ("Hello", "length")
    assert final.usage is not None
    assert final.usage.total_tokens == 3


@pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
def test_a_connection_that_breaks_behind_a_finish_reason_is_no_error(
    api: Api, server: testing.Server, make_client: MakeClient, reset: bool, caplog: pytest.LogCaptureFixture
) -> None:
    body = text("Hello") + END + b'data: {"id": "gen-1", "choi'
    with caplog.at_level(logging.INFO, "openrouter_sdk"):
        outcome = read(api, server, make_client, body, 0.03, cut_after=len(body), reset=reset)

    assert outcome.error is None
    assert outcome.stream.final().text == "Hello"
    assert outcome.stream.final().usage is None
    assert "without [DONE]" in caplog.text


ENDS: dict[str, bytes] = {
    "at once": b"",
    "behind comments": COMMENT * 2,
    "behind text": text("Hel") + text("lo"),
    "inside an event": text("Hel") + text("lo") + b'data: {"id": "gen-1", "choi',
    "behind an event that lacks its blank line": text("Hel") + text("lo").rstrip(b"\n"),
    "while another choice is open": text("Hello", "stop")
    + event({"id": "gen-1", "choices": [{"index": 1, "delta": {"content": "And"}, "finish_reason": None}]}),
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("broken", [False, True], ids=["complete body", "broken body"])
def test_an_end_without_finish_reason_and_done_is_an_error(
    api: Api, server: testing.Server, make_client: MakeClient, end: str, broken: bool
) -> None:
    body = ENDS[end]
    options: dict[str, Any] = {"cut_after": len(body)} if broken else {}
    outcome = read(api, server, make_client, body, **options)

    assert type(outcome.failure) is errors.StreamInterruptedError
    assert outcome.afterwards == []
    assert len(server.requests) == 1
    if b"Hel" in body:
        # an event that lacks its blank line counts where the body says that it is over
        assert outcome.partial.text == ("Hel" if broken and "lacks" in end else "Hello")
        assert outcome.partial.http.generation_id == "gen-header"


def test_a_last_event_without_its_blank_line_is_delivered(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    outcome = read(api, server, make_client, text("Hel"), text("lo", "stop").rstrip(b"\n"))

    assert outcome.error is None
    assert outcome.texts == ["Hel", "lo"]


@pytest.mark.parametrize("leave", ["close", "leave the block"])
def test_a_stream_left_before_its_end_was_judged_is_not_complete(
    api: Api, server: testing.Server, make_client: MakeClient, leave: str
) -> None:
    ends: list[Any] = []
    server.enqueue(streamed(text("Hel"), text("lo").rstrip(b"\n")))
    with api.stream(make_client(hooks=Hooks(on_stream_end=ends.append))) as stream:
        assert [each.text for each in islice(stream, 2)] == ["Hel", "lo"]
        if leave == "close":
            stream.close()

    assert [end.complete for end in ends] == [False]
    with pytest.raises(errors.StreamInterruptedError, match="closed before its end"):
        stream.final()


def test_half_written_arguments_never_show_as_a_finished_call(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    outcome = read(api, server, make_client, HALF_A_CALL)
    (call,) = outcome.partial.tool_calls

    assert type(outcome.failure) is errors.StreamInterruptedError
    assert outcome.partial.finish_reason is None
    assert call.function.arguments == '{"amount": 1'
    with pytest.raises(errors.ResponseValidationError) as caught:
        call.parsed_arguments  # noqa: B018 - reading it raises
    assert caught.value.body == '{"amount": 1'
    with pytest.raises(errors.StreamInterruptedError):
        outcome.stream.final()


def test_the_finished_answer_of_a_stream_that_was_closed_early_is_an_error_every_time(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(streamed(HALF_A_CALL, 60.0, DONE))
    stream = api.stream(make_client())
    next(iter(stream))
    stream.close()
    for _ in range(2):
        with pytest.raises(errors.StreamInterruptedError) as caught:
            stream.final()

        assert caught.value.partial.tool_calls[0].function.arguments == '{"amount": 1'


def test_final_behind_some_chunks_has_them_all(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    server.enqueue(WHOLE)
    stream = api.stream(make_client())
    next(iter(stream))

    assert stream.final().text == "Hello"
    assert stream.final() == stream.partial


def test_an_empty_answer_is_no_error_and_says_that_it_is_empty(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    outcome = read(api, server, make_client, END, usage(completion_tokens=0), DONE)

    assert outcome.error is None
    assert outcome.stream.final().is_empty


def test_tool_calls_come_with_any_finish_reason(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    rest = {"index": 0, "function": {"arguments": "}"}}
    end = event(chunk(None, "stop", delta={"tool_calls": [rest]}))
    outcome = read(api, server, make_client, HALF_A_CALL, end, DONE)
    final = outcome.stream.final()

    assert final.finish_reason == "stop"
    assert [call.parsed_arguments for call in final.tool_calls] == [{"amount": 1}]
