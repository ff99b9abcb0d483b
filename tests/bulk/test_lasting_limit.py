"""A rate limit that does not pass ends a bulk run, however many items there are. Simulated: a time of its own."""

from __future__ import annotations

from openrouter_sdk import BackoffStrategy, ChatResult, RetryConfig, errors
from openrouter_sdk.custom.bulk.pace import Patience
from openrouter_sdk.custom.bulk.plan import Job
from tests.bulk.helpers import Simulation, answer, too_many


def echo(job: Job, _now: float) -> ChatResult:
    return answer(str(job.index))


def told(results: list[ChatResult | Exception]) -> list[str]:
    return [result.text if isinstance(result, ChatResult) else type(result).__name__ for result in results]


def test_a_lasting_429_without_a_hint_stops_the_run_after_the_waiting_of_one_item() -> None:
    simulation = Simulation(concurrency=8)

    results = simulation.run((f"prompt {number}" for number in range(1000)), lambda job, now: too_many(), seconds=0.0)

    assert 60.0 <= simulation.clock.seconds < 70.0
    assert told(results)[-1] == "NotSentError"
    assert isinstance(results[-1], errors.NotSentError)
    assert isinstance(results[-1].stopped_by, errors.TooManyRequestsResponseError)
    assert "no answer in 6" in str(results[-1])
    assert "s of waiting for the rate limit: 429 Too Many Requests" in str(results[-1])
    assert len(simulation.sent) < 50


def test_an_explicit_backoff_bounds_the_whole_time_of_a_lasting_429() -> None:
    patient = RetryConfig("backoff", BackoffStrategy(500, 8000, 2, 300_000))
    simulation = Simulation(concurrency=4)

    results = simulation.run(
        (f"prompt {number}" for number in range(200)), lambda job, now: too_many(), retries=patient
    )

    assert 300.0 <= simulation.clock.seconds < 320.0
    assert told(results)[-1] == "NotSentError"


def test_an_answer_now_and_then_keeps_a_throttled_run_going() -> None:
    def respond(job: Job, now: float) -> ChatResult | Exception:
        return too_many() if job.attempts <= 3 else echo(job, now)

    simulation = Simulation(concurrency=1)

    results = simulation.run([f"prompt {number}" for number in range(40)], respond)

    assert simulation.clock.seconds > 100.0
    assert told(results) == [str(number) for number in range(40)]


def test_answers_that_were_under_way_at_the_first_429_do_not_prove_that_it_is_over() -> None:
    patience = Patience()
    patience.refused(3, 0.0)
    patience.paused(0.0, 10.0)
    patience.answered(3)

    assert patience.waited_s(4.0) == 4.0
    patience.answered(4)
    patience.refused(4, 20.0)
    assert patience.waited_s(20.0) == 0.0


def test_a_pause_that_others_asked_for_too_is_waited_for_once() -> None:
    patience = Patience()
    for _ in range(8):
        patience.refused(0, 0.0)
        patience.paused(0.0, 60.0)

    assert [patience.waited_s(seconds) for seconds in (0.0, 20.0, 60.0, 90.0)] == [0.0, 20.0, 60.0, 60.0]
    assert patience.lasted_s(90.0) == 90.0
