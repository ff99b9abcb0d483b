"""What is tried again, and when."""

from __future__ import annotations

import json
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.helpers.api import Api
from tests.helpers.examples import meeting
from tests.helpers.fake_time import FakeTime

STREAMED = pytest.mark.parametrize("streamed", [False, True])


# one table decides for calls and streams of both colours
@pytest.mark.parametrize(
    ("status", "streamed", "api"),
    meeting([408, 429, 500, 501, 502, 503, 504, 524, 529], [False, True], ["sync", "async"]),
    indirect=["api"],
)
def test_passing_failures_are_tried_again(
    status: int, streamed: bool, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.error(status), testing.error(status), testing.reply("At last"))

    result = api.answer(client, streamed=streamed)

    assert result.text == "At last"
    assert result.http.attempts == len(server.requests) == 3
    assert len({request.body for request in server.requests}) == 1


@pytest.mark.parametrize(
    ("status", "streamed", "api"),
    meeting([400, 401, 402, 403, 404, 409, 413, 422], [False, True], ["sync", "async"]),
    indirect=["api"],
)
def test_failures_of_the_request_itself_are_not(
    status: int, streamed: bool, api: Api, client: OpenRouter, server: testing.Server, clock: FakeTime
) -> None:
    server.enqueue(testing.error(status))

    with pytest.raises(errors.ChatError):
        api.answer(client, streamed=streamed)

    assert len(server.requests) == 1
    assert clock.slept == []


@STREAMED
@pytest.mark.parametrize("chance", [0.0, 0.5, 0.999])
def test_a_server_that_stays_down_is_tried_four_times_within_a_minute(
    chance: float, streamed: bool, api: Api, client: OpenRouter, server: testing.Server, clock: FakeTime
) -> None:
    clock.chance = chance
    server.enqueue(*[testing.error(503, "Still down")] * 10)

    with pytest.raises(errors.ServiceUnavailableResponseError, match="Still down") as caught:
        api.answer(client, streamed=streamed)

    assert caught.value.attempts == len(server.requests) == 4
    assert clock.slept == [0.5 * chance, 1.0 * chance, 2.0 * chance] or chance == 0.0
    assert sum(clock.slept) <= 60


@STREAMED
def test_the_server_is_given_the_time_it_asks_for(
    streamed: bool, api: Api, client: OpenRouter, server: testing.Server, clock: FakeTime
) -> None:
    server.enqueue(testing.error(429, headers={"Retry-After": "17"}), testing.reply("At last"))

    assert api.answer(client, streamed=streamed).text == "At last"

    assert len(clock.slept) == 1
    assert 17 <= clock.slept[0] < 18


@pytest.mark.parametrize(
    "answer",
    [
        testing.error(429, headers={"retry-after-ms": "1500"}),
        testing.error(429, metadata={"retry_after_seconds": 1.5}),
        testing.error(429, metadata={"headers": {"Retry-After": "1.5"}}),
        testing.error(429, availability={"code": "capacity_exhausted", "retryable": True, "retry_after": 1.5}),
    ],
)
def test_the_wish_is_found_wherever_it_stands(
    answer: Any, api: Api, client: OpenRouter, server: testing.Server, clock: FakeTime
) -> None:
    server.enqueue(answer, testing.reply("At last"))

    api.send(client)

    assert 1.5 <= clock.slept[0] < 2


@STREAMED
def test_a_wish_above_the_ceiling_raises_at_once(
    streamed: bool, api: Api, client: OpenRouter, server: testing.Server, clock: FakeTime
) -> None:
    server.enqueue(testing.error(429, "free-models-per-day", headers={"Retry-After": "54000"}))

    with pytest.raises(errors.TooManyRequestsResponseError) as caught:
        api.answer(client, streamed=streamed)

    assert caught.value.retry_after == 54000
    assert (clock.slept, len(server.requests)) == ([], 1)


def test_wishes_together_stay_under_the_ceiling(
    api: Api, client: OpenRouter, server: testing.Server, clock: FakeTime
) -> None:
    server.enqueue(*[testing.error(429, headers={"Retry-After": "25"})] * 4)

    with pytest.raises(errors.TooManyRequestsResponseError) as caught:
        api.send(client)

    assert caught.value.attempts == len(server.requests) == 3
    assert sum(clock.slept) <= 60


def test_a_402_that_only_waits_for_running_requests_is_tried_again(
    api: Api, client: OpenRouter, server: testing.Server, clock: FakeTime
) -> None:
    budget = {"limit_source": "openrouter_in_flight_budget"}
    server.enqueue(testing.error(402, metadata=budget, headers={"Retry-After": "2"}), testing.reply("At last"))

    assert api.send(client).text == "At last"
    assert 2 <= clock.slept[0] < 3


@pytest.mark.parametrize("inner", [408, 429, 500, 503])
def test_a_400_that_wraps_a_passing_failure_is_tried_again(
    inner: int, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    raw = json.dumps({"error": {"code": inner, "message": "busy"}})
    server.enqueue(testing.error(400, metadata={"raw": raw}), testing.reply("At last"))

    assert api.send(client).text == "At last"


@pytest.mark.parametrize(("status", "retryable", "requests"), [(404, True, 2), (503, False, 1), (429, False, 1)])
def test_the_word_of_the_server_overrides_the_status(
    status: int, retryable: bool, requests: int, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    told = {"code": "temporarily_unavailable", "retryable": retryable}
    server.enqueue(testing.error(status, availability=told), testing.error(401))

    with pytest.raises(errors.ChatError):
        api.send(client)

    assert len(server.requests) == requests
