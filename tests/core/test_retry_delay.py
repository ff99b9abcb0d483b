"""How long is waited before the next try, and when there is none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.custom.errors.tree import (
    STATUS_CLASSES,
    ArgumentError,
    ChatError,
    NoResponseError,
    OpenRouterDefaultError,
)
from openrouter_sdk.custom.retry.config import BackoffStrategy, RetryConfig
from openrouter_sdk.custom.retry.decide import WISH_JITTER_S, next_delay
from openrouter_sdk.custom.retry.policy import DEFAULT_RETRY_POLICY, MAX_ATTEMPTS_LIMIT, RetryPolicy, resolve_policy

DEFAULT = DEFAULT_RETRY_POLICY
ALMOST_ONE = 1 - 2**-53


def api_error(status: int, **fields: Any) -> ChatError:
    return STATUS_CLASSES.get(status, OpenRouterDefaultError)(
        "x", **{"status_code": status, "http_status": status} | fields
    )


def delay(error: BaseException, policy: RetryPolicy = DEFAULT, **given_fields: Any) -> float | None:
    fields: dict[str, Any] = {"attempt": 1, "waited_s": 0.0, "random": lambda: 0.5}
    return next_delay(policy, error=error, **fields | given_fields)


def test_an_error_that_is_not_retried_has_no_delay() -> None:
    assert delay(ArgumentError("x")) is None
    assert delay(api_error(404)) is None


def test_a_connection_that_the_server_had_closed_is_forgiven_once_and_at_once() -> None:
    error = NoResponseError("x", stale_connection=True)

    assert delay(error) == 0.0
    assert delay(error, attempt=2, waited_s=1.0) == 0.0
    assert delay(error, stale_retried=True) is None
    assert delay(error, resolve_policy(RetryConfig(retry_connection_errors=False))) is None
    assert delay(error, resolve_policy(None)) is None
    assert delay(error, resolve_policy(RetryConfig(retry_after_send=True)), stale_retried=True) == 0.25


def test_our_own_waits_double_up_to_their_bound_with_full_jitter() -> None:
    policy = RetryPolicy(max_attempts=10)
    bounds = [delay(api_error(503), policy, attempt=attempt, random=lambda: 1.0) for attempt in range(1, 8)]

    assert bounds == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]
    assert delay(api_error(503), random=lambda: 0.0) == 0.0
    assert delay(api_error(503), random=lambda: 0.25) == 0.125


def test_a_wait_that_grows_beyond_all_numbers_stays_at_its_bound() -> None:
    growing = resolve_policy(RetryConfig("backoff", BackoffStrategy(500, 8_000, 1e6, 1e9)))
    at_once = resolve_policy(RetryConfig("backoff", BackoffStrategy(0, 8_000, 1e6, 1e9)))

    assert delay(api_error(503), growing, attempt=200, random=lambda: 1.0) == 8.0
    assert delay(api_error(503), at_once, attempt=200, random=lambda: 1.0) == 0.0


def test_by_default_four_requests_are_made_and_no_more() -> None:
    delays = [delay(api_error(503), attempt=attempt) for attempt in (1, 2, 3, 4, 5)]

    assert delays == [0.25, 0.5, 1.0, None, None]


def test_without_retries_the_first_failure_is_the_last() -> None:
    assert delay(api_error(503), resolve_policy(None)) is None
    assert delay(api_error(503), resolve_policy(0)) is None


@pytest.mark.parametrize("random", [0.0, 0.5, ALMOST_ONE])
@pytest.mark.parametrize("wish_s", [0.001, 2.0, 59.9, 60.0])
def test_the_wait_a_server_asks_for_is_never_shortened(wish_s: float, random: float) -> None:
    waited = delay(api_error(429, retry_after=wish_s), random=lambda: random)

    assert waited is not None
    assert wish_s <= waited <= wish_s + WISH_JITTER_S


def test_a_wait_longer_than_the_ceiling_or_than_what_is_left_ends_the_retrying() -> None:
    assert delay(api_error(429, retry_after=60.1)) is None
    assert delay(api_error(429, retry_after=54_000.0)) is None
    assert delay(api_error(429, retry_after=31.0), waited_s=30.0) is None
    assert delay(api_error(429, retry_after=30.0), waited_s=30.0) == 30.0


def test_a_wait_of_nothing_leaves_the_choice_to_us() -> None:
    assert delay(api_error(429, retry_after=0.0), attempt=2) == 0.5


def test_the_time_of_an_explicit_backoff_replaces_the_default_bounds() -> None:
    policy = resolve_policy(RetryConfig("backoff", BackoffStrategy(1_000, 60_000, 1.5, 3_600_000), True))

    assert delay(api_error(503), policy, attempt=40, waited_s=2_000.0) == 30.0
    assert delay(api_error(429, retry_after=3_000.0), policy, random=lambda: 0.0) == 3_000.0
    assert delay(api_error(429, retry_after=3_601.0), policy) is None
    assert delay(api_error(503), policy, waited_s=3_600.0) is None
    assert delay(api_error(503), policy, attempt=MAX_ATTEMPTS_LIMIT) is None


def test_an_explicit_backoff_counts_the_whole_time_and_the_default_only_the_waiting() -> None:
    explicit = resolve_policy(RetryConfig("backoff", BackoffStrategy(max_elapsed_time=10_000)))

    assert delay(api_error(503), explicit, elapsed_s=10.0) is None
    assert delay(api_error(503), explicit, elapsed_s=9.9) == pytest.approx(0.1)
    assert delay(api_error(503), DEFAULT, elapsed_s=500.0) == 0.25


def test_a_time_of_nothing_means_no_retry() -> None:
    assert delay(api_error(503), resolve_policy(RetryConfig("backoff", BackoffStrategy(max_elapsed_time=0)))) is None


@given(
    st.builds(BackoffStrategy, st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0.01, 1e6), st.floats(0, 1e7)),
    st.integers(1, 1_100),
    st.floats(0, 1e5),
    st.none() | st.floats(0, 1e6),
    st.floats(0, 1, exclude_max=True),
)
def test_a_delay_is_always_within_its_bounds(
    backoff: BackoffStrategy, attempt: int, waited_s: float, wish_s: float | None, random: float
) -> None:
    policy = resolve_policy(RetryConfig("backoff", backoff))
    waited = delay(
        api_error(429, retry_after=wish_s), policy, attempt=attempt, waited_s=waited_s, random=lambda: random
    )

    if waited is not None:
        assert 0 <= waited <= policy.max_wait_s - waited_s
        assert attempt < policy.max_attempts
        assert waited >= wish_s if wish_s else waited <= policy.max_interval_s


@given(st.floats(0, 1, exclude_max=True))
def test_a_permanent_failure_ends_within_a_minute_of_waiting(random: float) -> None:
    waited_s, attempt = 0.0, 1
    while (more := delay(api_error(503), attempt=attempt, waited_s=waited_s, random=lambda: random)) is not None:
        waited_s, attempt = waited_s + more, attempt + 1

    assert attempt == 4
    assert waited_s <= 60
