"""Settings of retrying, in the form that is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouter_sdk.types import Record

from ..errors import ArgumentError

if TYPE_CHECKING:
    from .config import RetryConfig

DEFAULT_MAX_ATTEMPTS = 4
DEFAULT_MAX_WAIT_S = 60.0
DEFAULT_INITIAL_INTERVAL_MS = 500.0
DEFAULT_MAX_INTERVAL_MS = 8_000.0
DEFAULT_EXPONENT = 2.0
MAX_ATTEMPTS_LIMIT = 1_000
"""Attempts that no configuration exceeds: where only time is limited, failures that cost no time must end too."""

NOT_FOUND = 404
DEFAULT_RETRY_STATUS_CODES = frozenset({408, 429, *range(500, 600)})


class RetryPolicy(Record):
    """The resolved form of every way to ask for retries; the default values are the SDK's defaults.

    Attributes:
        max_attempts: Requests at most, the first one included.
        max_wait_s: Seconds that may be spent waiting between tries, in all.
        initial_s: Upper bound of the first wait, in seconds.
        max_interval_s: Upper bound of our own waits, in seconds.
        exponent: Factor from one bound to the next.
        server_wish_ceiling_s: Longest wait, in seconds, that is granted to a server.
        retry_connection_errors: Whether failures to connect are retried.
        status_codes: Statuses that are retried; None for the default set and its special cases.
        retry_after_send: Whether failures after the request was sent are retried.
        counts_elapsed: Whether `max_wait_s` bounds the time since the first request instead of the waiting alone.
    """

    max_attempts: int = DEFAULT_MAX_ATTEMPTS
    max_wait_s: float = DEFAULT_MAX_WAIT_S
    initial_s: float = DEFAULT_INITIAL_INTERVAL_MS / 1000
    max_interval_s: float = DEFAULT_MAX_INTERVAL_MS / 1000
    exponent: float = DEFAULT_EXPONENT
    server_wish_ceiling_s: float = DEFAULT_MAX_WAIT_S
    retry_connection_errors: bool = True
    status_codes: frozenset[int] | None = None
    retry_after_send: bool = False
    counts_elapsed: bool = False


DEFAULT_RETRY_POLICY = RetryPolicy()
NO_RETRIES = RetryPolicy(max_attempts=1)


def resolve_policy(value: RetryConfig | int | None, name: str = "retries") -> RetryPolicy:
    """The policy that a `retries=` or `retry_config=` argument asks for.

    Args:
        value: A configuration, a number of retries (the first request not counted), or None for no retries.
        name: The argument, for messages.

    Raises:
        ArgumentError: A negative number.
        TypeError: Anything else.
    """
    if value is None:
        return NO_RETRIES
    if isinstance(value, bool) or not isinstance(value, int):
        from .config import RetryConfig, policy_of  # lazy: most programs are content with a number, or with the default

        if isinstance(value, RetryConfig):
            return policy_of(value)
        raise TypeError(f"{name} must be a RetryConfig, a number or None, not {value!r}")
    if value < 0:
        raise ArgumentError(f"{name} must not be negative, not {value!r}")
    return RetryPolicy(max_attempts=min(value + 1, MAX_ATTEMPTS_LIMIT))


def waiting_for(policy: RetryPolicy, wait_s: float) -> RetryPolicy:
    """A policy that for some seconds also asks again for what is not there yet (404), with or without other retries."""
    on = policy.max_attempts > 1
    statuses = DEFAULT_RETRY_STATUS_CODES if policy.status_codes is None else policy.status_codes
    return policy.replace(
        max_attempts=MAX_ATTEMPTS_LIMIT,
        max_wait_s=wait_s,
        status_codes=(statuses if on else frozenset[int]()) | {NOT_FOUND},
        retry_connection_errors=on and policy.retry_connection_errors,
        retry_after_send=on and policy.retry_after_send,
        counts_elapsed=True,
    )
