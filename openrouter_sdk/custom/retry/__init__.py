"""When a call is tried again and how long it may take: the policy, the server's wish, backoff, the flow of attempts.

Pure: clock and chance are passed in (`Runtime`), nothing is sent and nobody sleeps here. Also the limits and defaults
of the SDK as named constants. Imports errors.
"""

from __future__ import annotations

from .decide import is_retryable, next_delay
from .flow import Attempt, CallClock, RetryEvent, call_flow
from .policy import (
    API_KEY_VARIABLE,
    BASE_URL_VARIABLE,
    CONNECT_TIMEOUT_S,
    DEBUG_VARIABLE,
    DEFAULT_RETRY_POLICY,
    LONGEST_TIMEOUT_S,
    MAX_ATTEMPTS_LIMIT,
    MAX_IDLE_CONNECTIONS,
    NO_RETRIES,
    POOL_TIMEOUT_S,
    READ_TIMEOUT_S,
    WRITE_TIMEOUT_S,
    BackoffStrategy,
    RetryConfig,
    RetryPolicy,
    resolve_policy,
    waiting_for,
)
from .runtime import Runtime

__all__ = [
    "API_KEY_VARIABLE",
    "BASE_URL_VARIABLE",
    "CONNECT_TIMEOUT_S",
    "DEBUG_VARIABLE",
    "DEFAULT_RETRY_POLICY",
    "LONGEST_TIMEOUT_S",
    "MAX_ATTEMPTS_LIMIT",
    "MAX_IDLE_CONNECTIONS",
    "NO_RETRIES",
    "POOL_TIMEOUT_S",
    "READ_TIMEOUT_S",
    "WRITE_TIMEOUT_S",
    "Attempt",
    "BackoffStrategy",
    "CallClock",
    "RetryConfig",
    "RetryEvent",
    "RetryPolicy",
    "Runtime",
    "call_flow",
    "is_retryable",
    "next_delay",
    "resolve_policy",
    "waiting_for",
]
