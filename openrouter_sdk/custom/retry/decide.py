"""Whether and when to try again. Pure: clock and random numbers are passed in."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import (
    ERROR_TYPE_STATUS,
    ChatError,
    NoResponseError,
    RequestTimedOutError,
    ResponseValidationError,
    StreamInterruptedError,
    inner_statuses,
    is_error_status,
    status_number,
)
from .policy import DEFAULT_RETRY_STATUS_CODES, RetryPolicy

WISH_JITTER_S = 0.25
"""Most that is added to a wait the server asks for, in seconds, so that many callers do not return at one instant."""

_IN_FLIGHT_LIMIT = "openrouter_in_flight_budget"
_IN_FLIGHT_REASON = "in_flight_budget_exhausted"


def is_retryable(error: BaseException, policy: RetryPolicy) -> bool:
    """Whether the same request may work, and may be paid for, when it is sent again.

    The caller asks only while nothing of an answer has been delivered. How often was tried is not looked at here.
    """
    if isinstance(error, ChatError):
        return _is_retryable_answer(error, policy)
    if isinstance(error, ResponseValidationError):
        return error.retryable
    if isinstance(error, NoResponseError):
        harmless = not error.request_sent or error.stale_connection
        return (harmless and policy.retry_connection_errors) or (error.request_sent and policy.retry_after_send)
    if isinstance(error, RequestTimedOutError):
        return policy.retry_after_send if error.request_sent else policy.retry_connection_errors
    if isinstance(error, StreamInterruptedError):
        return policy.retry_after_send and error.partial is None
    return False


def next_delay(
    policy: RetryPolicy,
    *,
    attempt: int,
    error: BaseException,
    waited_s: float,
    random: Callable[[], float],
    elapsed_s: float | None = None,
    stale_retried: bool = False,
) -> float | None:
    """Seconds to wait before the next try, or None to give up.

    Args:
        policy: The limits.
        attempt: Requests made so far, the failed one included (1 after the first).
        error: What the last one failed with.
        waited_s: Seconds waited so far, all waits together.
        random: Gives a number in [0, 1).
        elapsed_s: Seconds since the first request began, for policies that bound the whole time (an explicit
            `RetryConfig` with a backoff); without it, the waiting alone is bounded.
        stale_retried: Whether a connection that the server had closed was already forgiven in this call.
    """
    if attempt >= policy.max_attempts or not is_retryable(error, policy):
        return None
    spent_s = max(waited_s, elapsed_s) if policy.counts_elapsed and elapsed_s is not None else waited_s
    left_s = policy.max_wait_s - spent_s
    if left_s <= 0:
        return None
    if isinstance(error, NoResponseError) and error.stale_connection and not policy.retry_after_send:
        return None if stale_retried else 0.0
    wish_s = error.retry_after if isinstance(error, ChatError) else None
    if wish_s:
        return _granted(wish_s, min(policy.server_wish_ceiling_s, left_s), random)
    return min(_bound_s(policy, attempt) * random(), left_s)


def _granted(wish_s: float, ceiling_s: float, random: Callable[[], float]) -> float | None:
    """The wish and a little more, never less: a wait that is cut short fails again and may count as abuse."""
    return None if wish_s > ceiling_s else min(wish_s + WISH_JITTER_S * random(), ceiling_s)


def _bound_s(policy: RetryPolicy, attempt: int) -> float:
    try:
        return min(policy.initial_s * policy.exponent ** (attempt - 1), policy.max_interval_s)
    except OverflowError:
        return policy.max_interval_s if policy.initial_s else 0.0


def _is_retryable_answer(error: ChatError, policy: RetryPolicy) -> bool:
    told = error.availability.get("retryable")
    if told is False:
        return False
    statuses = DEFAULT_RETRY_STATUS_CODES if policy.status_codes is None else policy.status_codes
    if error.status_code in statuses or _wraps_one_of(error, statuses):
        return True
    # Naming the statuses oneself names all of them.
    return policy.status_codes is None and (told is True or _is_in_flight_budget(error))


def _is_in_flight_budget(error: ChatError) -> bool:
    """Whether a 402 only says that requests still running hold the credits: it passes when they end."""
    if error.status_code != 402:
        return False
    source = error.metadata.get("limit_source")
    return source == _IN_FLIGHT_LIMIT or (source is None and error.metadata.get("reason") == _IN_FLIGHT_REASON)


def _wraps_one_of(error: ChatError, statuses: frozenset[int]) -> bool:
    """Whether a 400 only hands on a provider's own passing failure.

    The innermost status decides: the provider's code, or a status in its raw answer. Where neither tells one, the error
    type does; and where that is silent too, the history, of which then every entry must be passing: one real 4xx in it
    means that the request itself is at fault.
    """
    if error.status_code != 400:
        return False
    outer = None if status_number(error.code) == 400 else error.code
    codes = (outer, error.metadata.get("provider_code"), error.metadata.get("provider_error_code"))
    inner = _innermost(*codes, *inner_statuses(error.raw))
    if inner is None and error.error_type is not None:
        inner = ERROR_TYPE_STATUS.get(error.error_type)
    if inner is not None:
        return inner in statuses
    history = [
        _innermost(entry.get("code"), entry.get("status"), *inner_statuses(entry.get("raw")))
        for entry in error.previous_errors
    ]
    return bool(history) and all(number in statuses for number in history)


def _innermost(*values: object) -> int | None:
    """The last of the values that is an error status; they are given from the outside in."""
    numbers = [number for number in map(status_number, values) if is_error_status(number)]
    return numbers[-1] if numbers else None
