"""Everything the SDK raises on its own account.

    OpenRouterError                            base of all
    ├── ChatError                              base of all errors that the API reported
    │   ├── BadRequestResponseError            400
    │   ├── UnauthorizedResponseError          401
    │   ├── PaymentRequiredResponseError       402
    │   ├── ForbiddenResponseError             403
    │   ├── NotFoundResponseError              404
    │   ├── RequestTimeoutResponseError        408
    │   ├── ConflictResponseError              409
    │   ├── PayloadTooLargeResponseError       413
    │   ├── UnprocessableEntityResponseError   422
    │   ├── TooManyRequestsResponseError       429
    │   ├── InternalServerResponseError        500
    │   ├── BadGatewayResponseError            502
    │   ├── ServiceUnavailableResponseError    503
    │   ├── EdgeNetworkTimeoutResponseError    524
    │   ├── ProviderOverloadedResponseError    529
    │   └── OpenRouterDefaultError             any other status
    ├── NoResponseError                        no connection, or it broke before the answer was there
    ├── RequestTimedOutError                   a timeout or deadline passed (also a TimeoutError)
    ├── StreamInterruptedError                 a stream broke off or ended without its end
    ├── StreamBusyError                        another reader is at the stream (also a RuntimeError)
    ├── ResponseValidationError                a 2xx body that is no chat answer
    ├── NotSentError                           left unsent by a bulk run that was stopped
    └── ArgumentError                          a value that cannot be sent (also a ValueError)

Exceptions hold plain values only. They pickle and deep-copy with all their fields, credentials are masked in what they
say and keep, and `str(exc)` is `exc.message`: one line of bounded length.
"""

from __future__ import annotations

from typing import Any, Unpack

from openrouter_sdk.client import STATUS_ERRORS

from .base import ChatError, ErrorFields, OpenRouterError
from .text import MAX_BODY_CHARS, bounded, mask_secrets

__all__ = [
    "STATUS_CLASSES",
    "ArgumentError",
    "BadGatewayResponseError",
    "BadRequestResponseError",
    "ChatError",
    "ConflictResponseError",
    "EdgeNetworkTimeoutResponseError",
    "ForbiddenResponseError",
    "InternalServerResponseError",
    "NoResponseError",
    "NotFoundResponseError",
    "NotSentError",
    "OpenRouterDefaultError",
    "OpenRouterError",
    "PayloadTooLargeResponseError",
    "PaymentRequiredResponseError",
    "ProviderOverloadedResponseError",
    "RequestTimedOutError",
    "RequestTimeoutResponseError",
    "ResponseValidationError",
    "ServiceUnavailableResponseError",
    "StreamBusyError",
    "StreamInterruptedError",
    "TooManyRequestsResponseError",
    "UnauthorizedResponseError",
    "UnprocessableEntityResponseError",
]


class BadRequestResponseError(ChatError):
    """400: the request is wrong, or no provider accepts it as it is."""


class UnauthorizedResponseError(ChatError):
    """401: the API key is missing, unknown or disabled."""


class PaymentRequiredResponseError(ChatError):
    """402: the credits or the budget of the key do not suffice."""


class ForbiddenResponseError(ChatError):
    """403: not allowed: moderation, a guardrail, a region or a right of the key."""


class NotFoundResponseError(ChatError):
    """404: no such model, or no provider of it that fits the request."""


class RequestTimeoutResponseError(ChatError):
    """408: the server gave up waiting. A timeout on this side is a `RequestTimedOutError`."""


class ConflictResponseError(ChatError):
    """409: the state does not allow it, for instance since it was done before."""

    default_status = 409


class PayloadTooLargeResponseError(ChatError):
    """413: the request body is too large."""


class UnprocessableEntityResponseError(ChatError):
    """422: the request is well formed but cannot be processed."""


class TooManyRequestsResponseError(ChatError):
    """429: a rate limit, of OpenRouter or of a provider; `retry_after` tells how long to wait, when known."""


class InternalServerResponseError(ChatError):
    """500: OpenRouter failed."""


class BadGatewayResponseError(ChatError):
    """502: the provider failed or answered nonsense."""


class ServiceUnavailableResponseError(ChatError):
    """503: no provider is available right now."""


class EdgeNetworkTimeoutResponseError(ChatError):
    """524: the edge network in front of OpenRouter gave up waiting."""


class ProviderOverloadedResponseError(ChatError):
    """529: the provider is overloaded."""


class OpenRouterDefaultError(ChatError):
    """Any status without a class of its own."""


class NoResponseError(OpenRouterError):
    """There was no answer: no connection, or it broke before the answer was complete.

    Args:
        message: What went wrong.
        request_sent: Whether any part of the request may have been processed, and so billed. Taken as True when not
            known.
        stale_connection: Whether a connection kept from an earlier request turned out to be closed by the server.

    The other arguments are those of `OpenRouterError`.
    """

    request_sent: bool
    stale_connection: bool

    def __init__(
        self, message: str, *, request_sent: bool = True, stale_connection: bool = False, **fields: Unpack[ErrorFields]
    ) -> None:
        super().__init__(message, **fields)
        self.request_sent = request_sent
        self.stale_connection = stale_connection


class RequestTimedOutError(OpenRouterError, TimeoutError):
    """A timeout of this side passed: connecting, waiting for data, or the deadline of the whole call.

    Args:
        message: Which timeout passed, and its length.
        request_sent: Whether any part of the request may have been processed, and so billed. Taken as True when not
            known; False when no connection was made in time.

    The other arguments are those of `OpenRouterError`.
    """

    request_sent: bool

    def __init__(self, message: str, *, request_sent: bool = True, **fields: Unpack[ErrorFields]) -> None:
        super().__init__(message, **fields)
        self.request_sent = request_sent


class StreamInterruptedError(OpenRouterError):
    """A stream broke off, or ended with neither a finish reason nor its end mark; `partial` holds what came."""


class StreamBusyError(OpenRouterError, RuntimeError):
    """Another task or thread waits for the next chunk of this stream, and reads on undisturbed."""


class ResponseValidationError(OpenRouterError):
    """A 2xx response that is no chat answer: not JSON, not an object, or without any choice.

    Args:
        message: What is wrong with the body, with its beginning.
        body: Text of the body or event, bounded.
        data: The parsed JSON, or None when it was not JSON.
        retryable: Whether the same request is likely to work when sent again.

    The other arguments are those of `OpenRouterError`.
    """

    body: str
    data: Any
    retryable: bool

    def __init__(
        self, message: str, *, body: str = "", data: Any = None, retryable: bool = False, **fields: Unpack[ErrorFields]
    ) -> None:
        super().__init__(message, **fields)
        self.body = bounded(mask_secrets(body), MAX_BODY_CHARS)
        self.data = data
        self.retryable = retryable


class NotSentError(OpenRouterError):
    """A request that a bulk run left unsent, because it had been stopped.

    Args:
        message: Why it was stopped.
        stopped_by: The error that stopped the run, such as a 402; None when it was no error, but `max_cost`.
    """

    stopped_by: OpenRouterError | None

    def __init__(self, message: str, *, stopped_by: OpenRouterError | None = None, **rest: Unpack[ErrorFields]) -> None:
        super().__init__(message, **rest)
        self.stopped_by = stopped_by


class ArgumentError(OpenRouterError, ValueError):
    """A value that cannot be sent or used; the message names the argument. Nothing has been sent."""


STATUS_CLASSES: dict[int, type[ChatError]] = {status: globals()[name] for status, name in STATUS_ERRORS.items()}
"""The class of each status that has one, as the contract says; every other status is an `OpenRouterDefaultError`."""

for _status, _class in STATUS_CLASSES.items():
    _class.default_status = _status
