"""Settings of retrying, in the form that users write."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..errors import ArgumentError
from .policy import (
    DEFAULT_EXPONENT,
    DEFAULT_INITIAL_INTERVAL_MS,
    DEFAULT_MAX_INTERVAL_MS,
    DEFAULT_MAX_WAIT_S,
    MAX_ATTEMPTS_LIMIT,
    NO_RETRIES,
    RetryPolicy,
)


@dataclass(frozen=True, slots=True)
class BackoffStrategy:
    """How long to wait between tries.

    Attributes:
        initial_interval: Upper bound of the first wait, in milliseconds (default 500).
        max_interval: Upper bound of every wait of our own choosing, in milliseconds (default 8000). What the server
            asks for is not cut to it.
        exponent: Factor from one wait to the next (default 2).
        max_elapsed_time: Milliseconds after which no further try is made (default 60000). A server that asks for a
            longer wait than is left ends the retrying at once.

    Each wait is drawn at random between 0 and its bound.

    Raises:
        ArgumentError: A value is negative, not finite, or the exponent is 0.
        TypeError: A value is not a number.
    """

    initial_interval: float = DEFAULT_INITIAL_INTERVAL_MS
    max_interval: float = DEFAULT_MAX_INTERVAL_MS
    exponent: float = DEFAULT_EXPONENT
    max_elapsed_time: float = DEFAULT_MAX_WAIT_S * 1000

    def __post_init__(self) -> None:
        for name in ("initial_interval", "max_interval", "exponent", "max_elapsed_time"):
            value: object = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise TypeError(f"{name} must be a number, not {value!r}")
            if not math.isfinite(value) or value < 0:
                raise ArgumentError(f"{name} must be finite and not negative, not {value!r}")
        if self.exponent == 0:
            raise ArgumentError("exponent must be above 0")


@dataclass(frozen=True, slots=True, init=False)
class RetryConfig:
    """When and how to retry.

    Args:
        strategy: "backoff" to retry (default), "none" not to.
        backoff: Waits and time limit. With it, `max_elapsed_time` is the only bound; without it the defaults hold: 4
            attempts and 60 s of waiting in all.
        retry_connection_errors: Whether to retry when no connection could be made (default True).
        status_codes: Statuses to retry instead of 408, 429 and 5XX: numbers, or texts such as "429" and "5XX".
        retry_after_send: Whether to retry also when the connection failed or a timeout passed after the request was
            sent (default False). OpenRouter may have worked on it already, so the answer may be billed twice.

    Raises:
        ArgumentError: An unknown strategy or status.
        TypeError: A value of the wrong type.
    """

    strategy: Literal["backoff", "none"]
    backoff: BackoffStrategy | None
    retry_connection_errors: bool
    status_codes: tuple[int | str, ...] | None
    retry_after_send: bool

    def __init__(
        self,
        strategy: Literal["backoff", "none"] = "backoff",
        backoff: BackoffStrategy | None = None,
        retry_connection_errors: bool = True,
        *,
        status_codes: Sequence[int | str] | None = None,
        retry_after_send: bool = False,
    ) -> None:
        _check_config(strategy, backoff, status_codes)
        set_field = object.__setattr__
        set_field(self, "strategy", strategy)
        set_field(self, "backoff", backoff)
        set_field(self, "retry_connection_errors", bool(retry_connection_errors))
        set_field(self, "status_codes", None if status_codes is None else tuple(status_codes))
        set_field(self, "retry_after_send", bool(retry_after_send))


def expand_status_codes(values: Sequence[int | str]) -> frozenset[int]:
    """The numbers that a list of statuses stands for: "5XX" is 500 to 599.

    Raises:
        ArgumentError: A text or number that is no status.
        TypeError: An entry that is neither text nor number, or a single text instead of a list.
    """
    if isinstance(values, (str, bytes)) or not isinstance(values, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"status_codes must be a list of numbers and texts, not {values!r}")
    return frozenset(number for value in values for number in _status_range(value))


def _status_range(value: int | str) -> range:
    if isinstance(value, bool) or not isinstance(value, (int, str)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"status_codes takes numbers and texts, not {value!r}")
    text = str(value).strip().upper()
    if len(text) == 3 and text.isascii() and text[0] in "12345":
        if text[1:] == "XX":
            return range(int(text[0]) * 100, int(text[0]) * 100 + 100)
        if text.isdigit():
            return range(int(text), int(text) + 1)
    raise ArgumentError(f"status_codes has no status {value!r}; statuses look like 429 or '5XX'")


def _check_config(strategy: object, backoff: object, status_codes: Sequence[int | str] | None) -> None:
    if strategy not in ("backoff", "none"):
        hint = "; a number of retries goes without RetryConfig" if isinstance(strategy, int) else ""
        raise ArgumentError(f"strategy must be 'backoff' or 'none', not {strategy!r}{hint}")
    if backoff is not None and not isinstance(backoff, BackoffStrategy):
        raise TypeError(f"backoff must be a BackoffStrategy, not {backoff!r}")
    if status_codes is not None:
        expand_status_codes(status_codes)


def policy_of(config: RetryConfig) -> RetryPolicy:
    """What is followed."""
    if config.strategy == "none":
        return NO_RETRIES
    policy = RetryPolicy(
        retry_connection_errors=config.retry_connection_errors,
        status_codes=None if config.status_codes is None else expand_status_codes(config.status_codes),
        retry_after_send=config.retry_after_send,
    )
    if config.backoff is None:
        return policy
    limit_s = config.backoff.max_elapsed_time / 1000
    return policy.replace(
        max_attempts=MAX_ATTEMPTS_LIMIT,
        max_wait_s=limit_s,
        initial_s=config.backoff.initial_interval / 1000,
        max_interval_s=config.backoff.max_interval / 1000,
        exponent=config.backoff.exponent,
        server_wish_ceiling_s=limit_s,
        counts_elapsed=True,
    )
