"""Errors inside a stream: after what came before them, once, in every shape."""

from __future__ import annotations

import json
from typing import Any

import pytest

from openrouter_sdk import errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.examples import meeting
from tests.helpers.fake_time import FakeTime
from tests.streams.wire import DONE, WHOLE, Outcome, chunk, event, streamed, text

FAILURE = {"code": 502, "message": "Upstream fell over", "metadata": {"error_type": "provider_unavailable"}}


def failing(code: Any, **fields: Any) -> dict[str, Any]:
    return {**chunk("", "error"), "error": {**FAILURE, "code": code}, **fields}


SHAPES: dict[str, tuple[bytes, type[errors.OpenRouterError]]] = {
    "in a chunk": (event(failing(502)), errors.BadGatewayResponseError),
    "with a word as code": (event(failing("server_error")), errors.BadGatewayResponseError),
    "with digits as code": (event(failing("429")), errors.TooManyRequestsResponseError),
    "without choices": (event(failing(503, choices=[])), errors.ServiceUnavailableResponseError),
    "bare": (event({"error": FAILURE, "user_id": "u"}), errors.BadGatewayResponseError),
    "inside a choice": (
        event({"id": "gen-1", "choices": [{"index": 0, "delta": {}, "error": FAILURE}]}),
        errors.BadGatewayResponseError,
    ),
    "as a finish reason": (
        event({"id": "gen-1", "choices": [{"index": 0, "delta": {"content": ""}, "finish_reason": "error"}]}),
        errors.OpenRouterDefaultError,
    ),
    "as text": (b"event: error\ndata: upstream has gone\n\n", errors.OpenRouterDefaultError),
    "as a named event": (b"event: error\ndata: " + json.dumps({"error": FAILURE}).encode() + b"\n\n",
                         errors.BadGatewayResponseError),
    "outside of any event": (json.dumps({"error": FAILURE}).encode() + b"\n", errors.BadGatewayResponseError),
    "as no JSON": (b"data: {half\n\n", errors.ResponseValidationError),
}  # fmt: skip


# one reader reads for both colours
@pytest.mark.parametrize(
    ("shape", "together", "api"), meeting(SHAPES, [True, False], ["sync", "async"]), indirect=["api"]
)
def test_what_came_before_an_error_is_delivered_first(
    api: Api, server: testing.Server, make_client: MakeClient, shape: str, together: bool
) -> None:
    data, error_class = SHAPES[shape]
    pieces = [text("Hel"), text("lo"), data, text("never"), DONE]
    server.enqueue(streamed(b"".join(pieces)) if together else streamed(*pieces))
    outcome = Outcome(api.stream(make_client(retry_config=3)))

    assert outcome.texts == ["Hel", "lo"]
    assert type(outcome.failure) is error_class
    assert outcome.partial.text == "Hello"
    assert outcome.partial.http.generation_id == "gen-header"
    assert outcome.failure.http_status == 200
    assert outcome.failure.generation_id == "gen-header"
    assert outcome.failure.attempts == 1
    assert len(server.requests) == 1


def test_after_an_error_iterating_ends_and_final_raises_it_again(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(streamed(text("Hel"), SHAPES["bare"][0]))
    outcome = Outcome(api.stream(make_client()))
    assert outcome.afterwards == []
    for _ in range(2):
        with pytest.raises(errors.BadGatewayResponseError) as caught:
            outcome.stream.final()

        assert caught.value is outcome.error


def test_an_error_closes_the_connection_without_waiting_for_what_follows(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(streamed(text("Hel"), SHAPES["in a chunk"][0], 60.0, DONE))
    stream = api.stream(make_client(real_time=True))
    with pytest.raises(errors.BadGatewayResponseError):
        stream.final()

    assert server.wait_closed(1)


def test_an_error_as_the_first_event_is_retried(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    server.enqueue(*[streamed(b": wait\n\n", SHAPES[shape][0]) for shape in ("bare", "outside of any event")])
    server.enqueue(streamed(SHAPES["in a chunk"][0]), WHOLE)
    outcome = Outcome(api.stream(make_client(retry_config=3)))

    assert outcome.error is None
    assert outcome.texts == ["Hel", "lo", "", ""]
    assert outcome.stream.http.attempts == 4
    assert len(server.requests) == 4


def test_an_error_as_the_first_event_is_raised_with_its_attempts_when_retries_end(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(*[streamed(SHAPES["bare"][0])] * 3)
    outcome = Outcome(api.stream(make_client(retry_config=2)))

    assert outcome.texts == []
    assert type(outcome.failure) is errors.BadGatewayResponseError
    assert outcome.failure.attempts == 3
    assert outcome.failure.partial is None
    assert server.pending == 0


def test_an_error_that_cannot_pass_is_not_retried(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    server.enqueue(streamed(event({"error": {"code": 403, "message": "no"}})), WHOLE)
    outcome = Outcome(api.stream(make_client(retry_config=2)))

    assert type(outcome.failure) is errors.ForbiddenResponseError
    assert outcome.failure.attempts == 1
    assert len(server.requests) == 1


def test_nothing_is_retried_once_a_chunk_was_delivered(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(streamed(text(""), SHAPES["bare"][0]), WHOLE)
    outcome = Outcome(api.stream(make_client(retry_config=3)))

    assert outcome.texts == [""]
    assert outcome.failure.attempts == 1
    assert len(server.requests) == 1


def test_a_retry_that_is_refused_raises_what_the_refusal_says(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(streamed(SHAPES["bare"][0]), testing.error(401, "No such key"))
    outcome = Outcome(api.stream(make_client(retry_config=3)))

    assert type(outcome.failure) is errors.UnauthorizedResponseError
    assert outcome.failure.attempts == 2


def test_while_a_retry_waits_no_connection_is_held(
    api: Api, server: testing.Server, make_client: MakeClient, clock: FakeTime
) -> None:
    closed: list[bool] = []
    server.enqueue(streamed(SHAPES["bare"][0], 60.0), WHOLE)
    clock.on_sleep = lambda: closed.append(server.wait_closed(1))
    outcome = Outcome(api.stream(make_client(retry_config=1)))

    assert outcome.error is None
    assert closed == [True]


def test_the_errors_own_delta_and_usage_are_in_partial_only(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    last = {**chunk("lo", "error"), "usage": {"total_tokens": 7}, "error": FAILURE}
    server.enqueue(streamed(text("Hel"), event(last)))
    outcome = Outcome(api.stream(make_client()))

    assert outcome.texts == ["Hel"]
    assert outcome.partial.text == "Hello"
    assert outcome.partial.usage is not None
    assert outcome.partial.usage.total_tokens == 7
    assert outcome.stream.partial == outcome.partial


def test_an_error_in_a_choice_is_handed_out_where_asked_for(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(streamed(text("Hel"), SHAPES["inside a choice"][0], DONE))
    with api.stream(make_client(), raise_on_choice_error=False) as stream:
        found = [each.choices[0].error for each in stream]

    assert found[0] is None
    assert found[1] is not None
