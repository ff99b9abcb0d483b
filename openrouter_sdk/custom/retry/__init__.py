"""When a call is tried again and how long it may take: the policy, the server's wish, backoff, the flow of attempts.

Pure: clock and chance are passed in (`Runtime`), nothing is sent and nobody sleeps here. Imports errors.
"""

from __future__ import annotations

from .decide import is_retryable, next_delay
from .flow import Attempt, CallClock, RetryEvent, Runtime, call_flow
from .policy import (
    DEFAULT_RETRY_POLICY,
    MAX_ATTEMPTS_LIMIT,
    NO_RETRIES,
    BackoffStrategy,
    RetryConfig,
    RetryPolicy,
    resolve_policy,
    waiting_for,
)

__all__ = [
    "DEFAULT_RETRY_POLICY",
    "MAX_ATTEMPTS_LIMIT",
    "NO_RETRIES",
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
