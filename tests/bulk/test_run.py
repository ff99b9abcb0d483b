"""The course of a bulk run, simulated: no server, no sleep, a time of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from openrouter_sdk import BackoffStrategy, ChatResult, RetryConfig, errors
from openrouter_sdk.custom.bulk.plan import Job
from tests.bulk.helpers import Simulation, answer, too_many

PROMPTS = [f"prompt {number}" for number in range(40)]


def echo(job: Job, _now: float) -> ChatResult:
    return answer(str(job.index))


def told(results: list[ChatResult | Exception]) -> list[str]:
    return [result.text if isinstance(result, ChatResult) else type(result).__name__ for result in results]


def test_as_many_requests_are_under_way_as_allowed_and_no_more() -> None:
    simulation = Simulation(concurrency=8)

    simulation.run(PROMPTS, echo)

    assert simulation.peak == 8
    assert simulation.clock.seconds == len(PROMPTS) / 8


def test_one_429_pauses_everything_for_as_long_as_the_server_asks() -> None:
    def respond(job: Job, now: float) -> ChatResult | Exception:
        return too_many(30.0) if job.index == 9 and job.attempts == 1 else echo(job, now)

    simulation = Simulation(concurrency=8)

    results = simulation.run(PROMPTS, respond)

    # Requests 8 to 15 are sent at 1 s; 8 and 9 come back first at 2 s, and with 9 the pause begins.
    assert simulation.sent_between(1.0, 2.0) == list(range(8, 16))
    assert simulation.sent_between(2.0, 32.0) == [16]
    assert told(results) == [str(number) for number in range(40)]


def test_after_a_429_fewer_go_at_once_and_then_more_again() -> None:
    def respond(job: Job, now: float) -> ChatResult | Exception:
        return too_many(5.0) if job.index < 8 and job.attempts == 1 else echo(job, now)

    simulation = Simulation(concurrency=8)

    simulation.run([*PROMPTS, *PROMPTS], respond)

    assert simulation.limits[7] == 4
    assert simulation.limits[-1] == 8
    assert sorted(simulation.limits[8:]) == simulation.limits[8:]


def test_a_request_that_waits_for_its_next_try_goes_before_new_ones() -> None:
    def respond(job: Job, now: float) -> ChatResult | Exception:
        return too_many(5.0) if job.index == 0 and job.attempts == 1 else echo(job, now)

    simulation = Simulation(concurrency=1)

    simulation.run(PROMPTS[:3], respond)

    assert [index for _, index in simulation.sent] == [0, 0, 1, 2]


def test_a_429_that_others_share_does_not_use_up_their_tries() -> None:
    def respond(job: Job, now: float) -> ChatResult | Exception:
        is_refused = job.attempts == 1 or (job.index == 1 and job.attempts == 2)
        return too_many(5.0) if is_refused else echo(job, now)

    simulation = Simulation(concurrency=8)

    results = simulation.run(PROMPTS[:8], respond, retries=1)

    assert told(results) == [str(number) for number in range(8)]


def test_429s_without_a_hint_make_the_pauses_grow() -> None:
    simulation = Simulation(concurrency=1)
    simulation.clock.chance = 1.0

    results = simulation.run(PROMPTS[:1], lambda job, now: too_many(), seconds=0.0)

    assert simulation.sent == [(0.0, 0), (0.5, 0), (1.5, 0), (3.5, 0)]
    assert told(results) == ["TooManyRequestsResponseError"]
    assert isinstance(results[0], errors.OpenRouterError)
    assert results[0].attempts == 4


def test_a_lasting_429_slows_the_following_items_further() -> None:
    simulation = Simulation(concurrency=1)
    simulation.clock.chance = 1.0

    simulation.run(PROMPTS[:2], lambda job, now: too_many(), seconds=0.0)

    times = [seconds for seconds, _ in simulation.sent]
    assert [after - before for before, after in pairwise(times)] == [0.5, 1, 2, 4, 8, 8, 8]


def test_a_429_pauses_the_others_even_where_it_is_not_tried_again() -> None:
    def respond(job: Job, now: float) -> ChatResult | Exception:
        return too_many(30.0) if job.index == 0 else echo(job, now)

    simulation = Simulation(concurrency=2)

    results = simulation.run(PROMPTS[:4], respond, retries=None)

    assert simulation.sent_between(1.0, 31.0) == []
    assert told(results) == ["TooManyRequestsResponseError", "1", "2", "3"]


def test_a_429_that_asks_for_too_long_a_wait_stops_the_run() -> None:
    def respond(job: Job, now: float) -> ChatResult | Exception:
        return too_many(54_000.0) if job.index == 2 else echo(job, now)

    simulation = Simulation(concurrency=1)

    results = simulation.run(PROMPTS[:5], respond)

    assert told(results) == ["0", "1", "TooManyRequestsResponseError", "NotSentError", "NotSentError"]
    assert "54000 s" in str(results[4])
    assert len(simulation.sent) == 3


def test_a_longer_wait_is_granted_where_the_policy_allows_it() -> None:
    def respond(job: Job, now: float) -> ChatResult | Exception:
        return too_many(600.0) if job.attempts == 1 else echo(job, now)

    patient = RetryConfig("backoff", BackoffStrategy(500, 8000, 2, 3_600_000))

    results = Simulation(concurrency=2).run(PROMPTS[:2], respond, retries=patient)

    assert told(results) == ["0", "1"]


@pytest.mark.parametrize(
    "error",
    [
        errors.ProviderOverloadedResponseError("529"),
        errors.ServiceUnavailableResponseError("503", retry_after=5.0),
        errors.ServiceUnavailableResponseError("503", error_type="provider_overloaded"),
        errors.PaymentRequiredResponseError("402", metadata={"limit_source": "openrouter_in_flight_budget"}),
    ],
    ids=["529", "503 with Retry-After", "503 overloaded", "in-flight 402"],
)
def test_other_signs_of_too_much_slow_everything_down_as_well(error: errors.ChatError) -> None:
    simulation = Simulation(concurrency=8)

    results = simulation.run(PROMPTS[:8], lambda job, now: error if job.attempts == 1 else echo(job, now))

    assert min(simulation.limits) == 4
    assert told(results) == [str(number) for number in range(8)]


@pytest.mark.parametrize(
    "error",
    [
        errors.InternalServerResponseError("500"),
        errors.ServiceUnavailableResponseError("503"),
        errors.TooManyRequestsResponseError("429", availability={"retryable": False}),
    ],
    ids=["500", "503", "429 of a model that is gone"],
)
def test_a_failure_of_one_request_does_not_slow_the_others_down(error: errors.ChatError) -> None:
    simulation = Simulation(concurrency=8)

    simulation.run(PROMPTS, lambda job, now: error if job.index == 0 and job.attempts == 1 else echo(job, now))

    assert set(simulation.limits) == {8}


def test_a_request_that_waits_for_its_next_try_keeps_its_place() -> None:
    taken: list[str] = []

    def items() -> Iterator[str]:
        for prompt in PROMPTS:
            taken.append(prompt)
            yield prompt

    counts: list[int] = []

    def respond(job: Job, now: float) -> ChatResult | Exception:
        counts.append(len(taken))
        return errors.BadGatewayResponseError("502")

    Simulation(concurrency=4).run(items(), respond)

    assert counts[:4] == [4] * 4
    assert max(counts[:16]) <= 8


def test_the_items_of_a_generator_are_taken_when_they_can_be_sent() -> None:
    simulation = Simulation(concurrency=3)
    ahead: list[int] = []

    def items() -> Iterator[str]:
        for number in range(20):
            ahead.append(number - len(simulation.sent))
            yield f"prompt {number}"

    simulation.run(items(), echo)

    assert set(ahead) == {0}


def test_a_failure_tells_no_price_so_the_next_request_goes_alone_too() -> None:
    simulation = Simulation(concurrency=8, max_cost=0.25)

    def respond(job: Job, _now: float) -> ChatResult | Exception:
        return errors.BadRequestResponseError("400") if job.index == 0 else answer(str(job.index), 0.1)

    results = simulation.run(PROMPTS[:5], respond)

    assert told(results) == ["BadRequestResponseError", "1", "2", "NotSentError", "NotSentError"]
