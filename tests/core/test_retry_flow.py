"""The course of one call: what is asked, what is waited, and which error ends it."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest

from openrouter_sdk.custom.errors import (
    ArgumentError,
    NoResponseError,
    OpenRouterError,
    RequestTimedOutError,
    ServiceUnavailableResponseError,
    TooManyRequestsResponseError,
)
from openrouter_sdk.custom.retry import (
    DEFAULT_RETRY_POLICY,
    MAX_ATTEMPTS_LIMIT,
    Attempt,
    BackoffStrategy,
    CallClock,
    RetryConfig,
    RetryEvent,
    RetryPolicy,
    call_flow,
    resolve_policy,
    waiting_for,
)


class Hand:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.s = 100.0

    def now(self) -> float:
        return self.s


class Call:
    """One call, and what is told of it."""

    def __init__(self, policy: RetryPolicy = DEFAULT_RETRY_POLICY, total_s: float | None = None) -> None:
        self.hand = Hand()
        self.told: list[RetryEvent] = []
        self.clock = CallClock.start(self.hand.now, lambda: 1.0, total_s)
        self.flow: Generator[Attempt, OpenRouterError, Any] = call_flow(policy, self.clock, self.told.append, 7)
        self.first = next(self.flow)

    def fails(self, error: OpenRouterError) -> Attempt:
        return self.flow.send(error)

    def ends_with(self, error: OpenRouterError) -> OpenRouterError:
        with pytest.raises(OpenRouterError) as raised:
            self.flow.send(error)
        return raised.value


def unavailable(**fields: Any) -> ServiceUnavailableResponseError:
    return ServiceUnavailableResponseError("x", status_code=503, http_status=503, **fields)


def closed() -> NoResponseError:
    return NoResponseError("x", stale_connection=True)


def test_each_failure_is_followed_by_a_wait_until_the_attempts_are_used_up() -> None:
    call = Call()
    errors = [unavailable() for _ in range(4)]

    assert call.first == Attempt(1, 0.0)
    assert [call.fails(error) for error in errors[:3]] == [Attempt(2, 0.5), Attempt(3, 1.0), Attempt(4, 2.0)]
    assert call.ends_with(errors[3]) is errors[3]
    assert [error.attempts for error in errors] == [1, 2, 3, 4]


def test_each_further_attempt_is_told_with_its_error_and_wait() -> None:
    call = Call()
    busy, gone, lost = unavailable(), NoResponseError("x", request_sent=False), NoResponseError("x", request_sent=False)
    busy.http_status = lost.http_status = 200
    for error in (busy, gone, lost):
        call.fails(error)

    assert call.told == [
        RetryEvent(1, 0.5, busy, 503, 7),
        RetryEvent(2, 1.0, gone, None, 7),
        RetryEvent(3, 2.0, lost, 200, 7),
    ]


def test_the_waits_of_a_call_are_added_up() -> None:
    call = Call(RetryPolicy(max_attempts=9, max_wait_s=2.0))

    assert [call.fails(unavailable()).delay_s for _ in range(3)] == [0.5, 1.0, 0.5]
    call.ends_with(unavailable())


def test_an_explicit_backoff_counts_the_time_since_the_call_began() -> None:
    call = Call(resolve_policy(RetryConfig("backoff", BackoffStrategy(500, 8_000, 2, 10_000))))
    call.hand.s += 9.75

    assert call.fails(unavailable()).delay_s == 0.25
    call.hand.s += 0.25
    call.ends_with(unavailable())


def test_only_one_closed_connection_is_forgiven_in_a_call() -> None:
    call = Call()

    assert call.fails(closed()) == Attempt(2, 0.0)
    assert call.fails(unavailable()) == Attempt(3, 1.0)
    call.ends_with(closed())


def test_a_failure_to_connect_uses_up_no_forgiveness() -> None:
    call = Call()
    call.fails(NoResponseError("x", request_sent=False))

    assert call.fails(closed()) == Attempt(3, 0.0)


@pytest.mark.parametrize("over_s", [0.0, 0.25])
@pytest.mark.parametrize(
    "cause", [unavailable(), NoResponseError("x", request_sent=False)], ids=["told", "unreachable"]
)
def test_a_wait_that_ends_with_the_time_of_the_call_ends_it_at_once(cause: OpenRouterError, over_s: float) -> None:
    call = Call(total_s=10.0)
    call.hand.s += 9.5 + over_s
    error = call.ends_with(cause)

    assert isinstance(error, RequestTimedOutError)
    assert str(error) == "the call did not end within 10 s (timeout_ms)"
    assert (error.attempts, error.__cause__) == (1, cause)
    assert call.told == []


def test_a_wait_within_the_time_of_the_call_is_waited() -> None:
    call = Call(total_s=10.0)
    call.hand.s += 9.25

    assert call.fails(unavailable()).delay_s == 0.5


def test_a_server_that_asks_for_more_time_than_the_call_has_is_what_ends_it() -> None:
    error = TooManyRequestsResponseError("x", status_code=429, http_status=429, retry_after=20.0)

    assert Call(total_s=10.0).ends_with(error) is error


def test_a_bad_argument_found_on_the_way_ends_the_call() -> None:
    bad = ArgumentError("no key")

    assert Call().ends_with(bad) is bad


def test_a_request_that_can_no_longer_be_sent_leaves_the_error_before_it() -> None:
    call, busy = Call(), unavailable()
    call.fails(busy)
    error = call.ends_with(ArgumentError("no key"))

    assert error is busy
    assert error.__notes__ == ["not tried again: no key"]


def test_the_clock_of_a_call_tells_its_time_and_when_it_is_over() -> None:
    hand = Hand()
    limited, free = (CallClock.start(hand.now, lambda: 0.0, total_s) for total_s in (10.0, None))

    assert (limited.deadline_s, limited.total_s, free.deadline_s, free.total_s) == (110.0, 10.0, None, None)
    hand.s = 109.75
    assert (limited.is_over(), free.is_over(), limited.elapsed_ms()) == (False, False, 9_750.0)
    hand.s = 110.0 - 0.01
    assert (limited.is_over(), free.is_over()) == (True, False)


def test_waiting_for_what_is_not_there_yet_asks_again_under_404_too() -> None:
    policy = waiting_for(DEFAULT_RETRY_POLICY, 30.0)

    assert (policy.max_attempts, policy.max_wait_s, policy.counts_elapsed) == (MAX_ATTEMPTS_LIMIT, 30.0, True)
    assert policy.status_codes == frozenset({404, 408, 429, *range(500, 600)})
    assert (policy.initial_s, policy.retry_connection_errors, policy.retry_after_send) == (0.5, True, False)


@pytest.mark.parametrize("on", [True, False])
def test_waiting_for_something_keeps_what_else_is_retried(on: bool) -> None:
    policy = waiting_for(RetryPolicy(status_codes=frozenset({409}), retry_connection_errors=on, retry_after_send=on), 1)

    assert policy.status_codes == frozenset({404, 409})
    assert (policy.retry_connection_errors, policy.retry_after_send) == (on, on)


@pytest.mark.parametrize("attempts", [1, 2])
def test_waiting_for_something_without_retries_asks_again_for_nothing_else(attempts: int) -> None:
    policy = waiting_for(RetryPolicy(max_attempts=attempts, retry_after_send=True), 1.0)

    assert policy.status_codes == frozenset({404} if attempts == 1 else {404, 408, 429, *range(500, 600)})
    assert (policy.retry_connection_errors, policy.retry_after_send) == (attempts == 2, attempts == 2)
