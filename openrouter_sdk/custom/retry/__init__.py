"""When a call is tried again and how long it may take: the policy, the server's wish, backoff, the flow of attempts.

Pure: clock and chance are passed in (`Runtime`), nothing is sent and nobody sleeps here. Imports errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names
from .flow import Attempt, CallClock, Runtime, call_flow
from .policy import (
    DEFAULT_RETRY_POLICY,
    MAX_ATTEMPTS_LIMIT,
    NO_RETRIES,
    RetryPolicy,
    resolve_policy,
    waiting_for,
)

if TYPE_CHECKING:
    from .config import BackoffStrategy as BackoffStrategy
    from .config import RetryConfig as RetryConfig
    from .decide import is_retryable as is_retryable
    from .decide import next_delay as next_delay
    from .events import RetryEvent as RetryEvent

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

__getattr__: Loader = lazy_names(
    __name__,
    {"config": "BackoffStrategy RetryConfig", "decide": "is_retryable next_delay", "events": "RetryEvent"},
)
