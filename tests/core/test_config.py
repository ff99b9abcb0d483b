from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.custom.errors.tree import ArgumentError
from openrouter_sdk.custom.retry.config import BackoffStrategy, RetryConfig, expand_status_codes
from openrouter_sdk.custom.retry.policy import DEFAULT_RETRY_POLICY, MAX_ATTEMPTS_LIMIT, RetryPolicy, resolve_policy

BACKOFF = BackoffStrategy(100, 2_000, 1.5, 30_000)


def test_the_default_is_four_attempts_and_a_minute_of_waiting() -> None:
    policy = DEFAULT_RETRY_POLICY

    assert (policy.max_attempts, policy.max_wait_s, policy.server_wish_ceiling_s) == (4, 60.0, 60.0)
    assert (policy.initial_s, policy.exponent, policy.max_interval_s) == (0.5, 2.0, 8.0)
    assert policy.retry_connection_errors
    assert not policy.retry_after_send


def test_none_means_one_request_and_a_number_means_so_many_more() -> None:
    assert resolve_policy(None).max_attempts == 1
    assert resolve_policy(0).max_attempts == 1
    assert resolve_policy(3) == DEFAULT_RETRY_POLICY
    assert resolve_policy(10**9).max_attempts == MAX_ATTEMPTS_LIMIT


def test_the_positional_order_is_that_of_the_official_sdk() -> None:
    config = RetryConfig("backoff", BackoffStrategy(1, 50, 1.1, 100), False)

    assert (config.strategy, config.retry_connection_errors) == ("backoff", False)
    assert config.backoff == BackoffStrategy(initial_interval=1, max_interval=50, exponent=1.1, max_elapsed_time=100)


def test_milliseconds_become_seconds_and_the_time_is_the_only_bound() -> None:
    policy = resolve_policy(RetryConfig("backoff", BACKOFF, True))

    assert (policy.initial_s, policy.max_interval_s, policy.exponent) == (0.1, 2.0, 1.5)
    assert (policy.max_wait_s, policy.server_wish_ceiling_s) == (30.0, 30.0)
    assert policy.max_attempts == MAX_ATTEMPTS_LIMIT
    assert policy.counts_elapsed


@pytest.mark.parametrize("on", [True, False])
def test_a_backoff_leaves_what_is_retried_as_it_was_said(on: bool) -> None:
    policy = resolve_policy(RetryConfig("backoff", BACKOFF, on, status_codes=[409], retry_after_send=on))

    assert policy.retry_connection_errors is on
    assert policy.retry_after_send is on
    assert policy.status_codes == frozenset({409})


def test_without_a_backoff_the_default_bounds_stay() -> None:
    policy = resolve_policy(RetryConfig(status_codes=["5XX", 409], retry_after_send=True))

    assert policy == RetryPolicy(status_codes=frozenset({409, *range(500, 600)}), retry_after_send=True)


def test_the_strategy_none_switches_retrying_off() -> None:
    assert resolve_policy(RetryConfig("none", BACKOFF, True)) == resolve_policy(None)


@pytest.mark.parametrize(
    ("given_codes", "statuses"),
    [
        ([429], {429}),
        (["429"], {429}),
        ([" 5xx ", "429"], {429, *range(500, 600)}),
        (["4XX"], set(range(400, 500))),
        ([], set()),
    ],
)
def test_statuses_are_numbers_texts_and_patterns(given_codes: list[int | str], statuses: set[int]) -> None:
    assert expand_status_codes(given_codes) == statuses
    assert resolve_policy(RetryConfig(status_codes=given_codes)).status_codes == frozenset(statuses)


@pytest.mark.parametrize("value", ["", "5X", "XXX", "6XX", "99", 99, 600, 0, -429, "५००", "4294", "5XXX"])
def test_what_is_no_status_is_refused_by_name(value: int | str) -> None:
    with pytest.raises(ArgumentError, match="status_codes has no status"):
        RetryConfig(status_codes=[value])


@pytest.mark.parametrize("value", ["5XX", b"5XX", 429, [None], [True], [429.0], {"5XX"}])
def test_a_wrong_type_of_statuses_is_a_type_error(value: Any) -> None:
    with pytest.raises(TypeError, match="status_codes"):
        RetryConfig(status_codes=value)


@pytest.mark.parametrize("field", ["initial_interval", "max_interval", "exponent", "max_elapsed_time"])
@pytest.mark.parametrize("value", [-1, float("nan"), float("inf")])
def test_a_backoff_refuses_senseless_numbers_by_name(field: str, value: float) -> None:
    with pytest.raises(ArgumentError, match=field):
        BackoffStrategy(**{field: value})


@pytest.mark.parametrize("value", ["500", None, True])
def test_a_backoff_refuses_what_is_no_number(value: Any) -> None:
    with pytest.raises(TypeError, match="max_interval"):
        BackoffStrategy(max_interval=value)


def test_an_exponent_of_zero_is_refused() -> None:
    with pytest.raises(ArgumentError, match=r"^exponent must be above 0$"):
        BackoffStrategy(exponent=0)


def test_an_unknown_strategy_is_refused() -> None:
    strategy: Any = "linear"

    with pytest.raises(ArgumentError, match="'linear'"):
        RetryConfig(strategy)


@pytest.mark.parametrize("backoff", [{}, 5, "backoff"])
def test_a_backoff_of_another_type_is_refused(backoff: Any) -> None:
    with pytest.raises(TypeError, match="BackoffStrategy"):
        RetryConfig("backoff", backoff)


@pytest.mark.parametrize("value", [True, 1.0, "3", BACKOFF, {}])
def test_retries_of_another_type_are_refused(value: Any) -> None:
    with pytest.raises(TypeError, match=r"^retries must be"):
        resolve_policy(value)


def test_a_negative_number_of_retries_is_refused() -> None:
    with pytest.raises(ArgumentError, match="-1"):
        resolve_policy(-1)


@pytest.mark.parametrize(
    "value", [BACKOFF, RetryConfig("backoff", BACKOFF, False, status_codes=["5XX", 429]), DEFAULT_RETRY_POLICY]
)
def test_settings_are_values(value: Any) -> None:
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301
    assert copy.deepcopy(value) == value
    assert hash(copy.deepcopy(value)) == hash(value)
    with pytest.raises(AttributeError):
        setattr(value, next(iter(type(value).__annotations__)), 1)


def test_a_setting_shows_what_it_was_made_of() -> None:
    assert repr(RetryConfig("none")) == (
        "RetryConfig(strategy='none', backoff=None, retry_connection_errors=True, status_codes=None, "
        "retry_after_send=False)"
    )
    assert RetryConfig("none") != RetryConfig("backoff")


@given(st.one_of(st.integers(0, 10**6), st.none(), st.builds(BackoffStrategy, st.floats(0, 1e9), st.floats(0, 1e9))))
def test_every_policy_is_bounded(value: int | BackoffStrategy | None) -> None:
    policy = resolve_policy(RetryConfig("backoff", value) if isinstance(value, BackoffStrategy) else value)

    assert 1 <= policy.max_attempts <= MAX_ATTEMPTS_LIMIT
    assert policy.server_wish_ceiling_s <= policy.max_wait_s


def test_a_number_in_the_place_of_the_strategy_is_told_where_it_goes() -> None:
    number: Any = 3
    with pytest.raises(ArgumentError, match=r"not 3; a number of retries goes without RetryConfig$"):
        RetryConfig(number)
