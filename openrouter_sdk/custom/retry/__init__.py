"""When a call is tried again and how long it may take: the policy, the server's wish, backoff, the flow of attempts.

Pure: clock and chance are passed in (`Runtime`), nothing is sent and nobody sleeps here. Imports errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names
from .flow import Attempt as Attempt
from .flow import CallClock as CallClock
from .flow import Runtime as Runtime
from .flow import call_flow as call_flow
from .policy import DEFAULT_RETRY_POLICY as DEFAULT_RETRY_POLICY
from .policy import MAX_ATTEMPTS_LIMIT as MAX_ATTEMPTS_LIMIT
from .policy import NO_RETRIES as NO_RETRIES
from .policy import RetryPolicy as RetryPolicy
from .policy import resolve_policy as resolve_policy
from .policy import waiting_for as waiting_for

if TYPE_CHECKING:
    from .config import BackoffStrategy as BackoffStrategy
    from .config import RetryConfig as RetryConfig
    from .decide import is_retryable as is_retryable
    from .decide import next_delay as next_delay
    from .events import RetryEvent as RetryEvent

__getattr__: Loader = lazy_names(
    __name__,
    {"config": "BackoffStrategy RetryConfig", "decide": "is_retryable next_delay", "events": "RetryEvent"},
)
