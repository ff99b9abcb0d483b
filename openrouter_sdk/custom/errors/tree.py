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
    ├── OutputParsingError                     an answer that is not of the type that was asked for
    ├── NotSentError                           left unsent by a bulk run that was stopped
    └── ArgumentError                          a value that cannot be sent (also a ValueError)

Exceptions hold plain values only. They pickle and deep-copy with all their fields, credentials are masked in what they
say and keep, and `str(exc)` is `exc.message`: one line of bounded length.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypedDict, Unpack

from openrouter_sdk.client import STATUS_ERRORS

from .headers import Headers
from .values import MAX_BODY_CHARS, as_list, bounded, is_object, mask_secrets, message_text


class ErrorFields(TypedDict, total=False):
    """The keyword arguments that every `OpenRouterError` takes."""

    http_status: int | None
    headers: Mapping[str, str] | None
    generation_id: str | None
    attempts: int
    partial: Any


def _rebuild(cls: type[OpenRouterError], args: tuple[Any, ...]) -> OpenRouterError:
    # its __init__ is not run: a subclass may want other arguments
    error = cls.__new__(cls)
    error.args = args
    return error


class OpenRouterError(Exception):
    """Base of everything the SDK raises on its own account. Its arguments are its attributes."""

    message: str
    """What went wrong, with the thing at fault, in one line."""
    http_status: int | None
    """Status of the HTTP response; None when there was none."""
    headers: Headers
    """Its headers, looked up in any case; empty when there was none."""
    generation_id: str | None
    """OpenRouter's id of the generation, for support and for looking up what it cost; or None."""
    attempts: int
    """Requests made before giving up, retries included; 0 when nothing was sent."""
    partial: Any
    """What had been received of the answer, as a `ChatResult`; None when nothing had."""

    def __init__(
        self,
        message: str,
        *,
        http_status: int | None = None,
        headers: Mapping[str, str] | None = None,
        generation_id: str | None = None,
        attempts: int = 0,
        partial: Any = None,
    ) -> None:
        message = message_text(message)
        super().__init__(message)
        self.message = message
        self.http_status = http_status
        self.headers = headers if isinstance(headers, Headers) else Headers(headers)
        self.generation_id = generation_id
        self.attempts = attempts
        self.partial = partial

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args), self.__dict__.copy()


class ChatError(OpenRouterError):
    """Base of all errors that the API reported, whether as an HTTP status, in a 200 answer or inside a stream.

    Its message names the status, the provider and what the provider said. Its arguments are its attributes and those of
    `OpenRouterError`.
    """

    default_status: ClassVar[int | None] = None
    """Status that the class stands for; None for classes that stand for several."""

    status_code: int
    """The status that tells what happened: the HTTP status, or under HTTP 200 the one the error stands for.

    Where it is not given it is the status of the class, else `http_status`.
    """
    code: int | str | None
    """`error.code` as it came: a number, a text or None."""
    error_type: str | None
    """OpenRouter's stable name of the kind of error, such as "rate_limit_exceeded"; or None."""
    metadata: dict[str, Any]
    """`error.metadata`; empty when there is none."""
    provider_name: str | None
    """The provider that failed; or None."""
    raw: Any
    """What the provider itself answered (`error.metadata.raw`), as it came: text, dict, list or None."""
    body: str
    """Text of the response or event, bounded; "" when it was empty."""
    data: Any
    """The same as parsed JSON; None when it was not JSON."""
    retry_after: float | None
    """Seconds the server asks to wait before the next try; None when it names none."""
    availability: dict[str, Any]
    """`error.availability`, why a model cannot be served; empty when there is none."""

    def __init__(
        self,
        message: str,
        *,
        status_code: int | None = None,
        code: int | str | None = None,
        error_type: str | None = None,
        metadata: dict[str, Any] | None = None,
        provider_name: str | None = None,
        raw: Any = None,
        body: str = "",
        data: Any = None,
        retry_after: float | None = None,
        availability: dict[str, Any] | None = None,
        **fields: Unpack[ErrorFields],
    ) -> None:
        super().__init__(message, **fields)
        self.status_code = status_code or self.default_status or self.http_status or 0
        self.code = code
        self.error_type = error_type
        self.metadata = {} if metadata is None else metadata
        self.provider_name = provider_name
        self.raw = raw
        self.body = bounded(mask_secrets(body), MAX_BODY_CHARS)
        self.data = data
        self.retry_after = retry_after
        self.availability = {} if availability is None else availability

    @property
    def previous_errors(self) -> list[dict[str, Any]]:
        """The failures of the providers that were tried before, oldest first; empty when none are told."""
        return [entry for entry in as_list(self.metadata.get("previous_errors")) if is_object(entry)]


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

    Its arguments are its attributes and those of `OpenRouterError`.
    """

    request_sent: bool
    """Whether any part of the request may have been worked on, and so billed; True when not known."""
    stale_connection: bool
    """Whether the server had closed a connection kept from an earlier request."""

    def __init__(
        self, message: str, *, request_sent: bool = True, stale_connection: bool = False, **fields: Unpack[ErrorFields]
    ) -> None:
        super().__init__(message, **fields)
        self.request_sent = request_sent
        self.stale_connection = stale_connection


class RequestTimedOutError(OpenRouterError, TimeoutError):
    """A timeout of this side passed: connecting, waiting for data, or the deadline of the whole call.

    Its arguments are its attributes and those of `OpenRouterError`.
    """

    request_sent: bool
    """Whether any part of the request may have been worked on, and so billed; True when not known.

    False when no connection was made in time.
    """

    def __init__(self, message: str, *, request_sent: bool = True, **fields: Unpack[ErrorFields]) -> None:
        super().__init__(message, **fields)
        self.request_sent = request_sent


class StreamInterruptedError(OpenRouterError):
    """A stream broke off, or ended with neither a finish reason nor its end mark; `partial` holds what came."""


class StreamBusyError(OpenRouterError, RuntimeError):
    """Another task or thread waits for the next chunk of this stream, and reads on undisturbed."""


class ResponseValidationError(OpenRouterError):
    """A 2xx response that is no chat answer: not JSON, not an object, or without any choice.

    Its message has the beginning of the body. Its arguments are its attributes and those of `OpenRouterError`.
    """

    body: str
    """Text of the response or event, bounded."""
    data: Any
    """The same as parsed JSON; None when it was not JSON."""
    retryable: bool
    """Whether the same request is likely to work when sent again."""

    def __init__(
        self, message: str, *, body: str = "", data: Any = None, retryable: bool = False, **fields: Unpack[ErrorFields]
    ) -> None:
        super().__init__(message, **fields)
        self.body = bounded(mask_secrets(body), MAX_BODY_CHARS)
        self.data = data
        self.retryable = retryable


class OutputParsingError(OpenRouterError):
    """An answer that is not of the type that was asked for.

    Its message has the path of the first value at fault, `partial` is the answer. Its arguments are its attributes and
    those of `OpenRouterError`.
    """

    reason: str
    """In short: "refusal", "length", "content_filter", "failed", "tool_calls", "empty", "not_json" or "misfit"."""
    text: str
    """What the model wrote, whole; after "refusal" what it said instead."""
    path: tuple[str | int, ...]
    """Keys and indexes that lead to the first value that does not fit; empty where it is the whole."""
    usage: Any
    """Tokens and cost of all answers up to this one, as a `Usage`; None when nothing was received."""

    def __init__(
        self,
        message: str,
        *,
        reason: str = "misfit",
        text: str = "",
        path: tuple[str | int, ...] = (),
        usage: Any = None,
        **fields: Unpack[ErrorFields],
    ) -> None:
        super().__init__(message, **fields)
        self.reason = reason
        self.text = text
        self.path = path
        self.usage = usage


class NotSentError(OpenRouterError):
    """A request that a bulk run left unsent, because it had been stopped.

    Its arguments are its attributes and those of `OpenRouterError`.
    """

    stopped_by: OpenRouterError | None
    """The error that stopped the run, such as a 402; None when it was no error, but `max_cost`."""

    def __init__(self, message: str, *, stopped_by: OpenRouterError | None = None, **rest: Unpack[ErrorFields]) -> None:
        super().__init__(message, **rest)
        self.stopped_by = stopped_by


class ArgumentError(OpenRouterError, ValueError):
    """A value that cannot be sent or used; the message names the argument. Nothing has been sent."""


STATUS_CLASSES: dict[int, type[ChatError]] = {status: globals()[name] for status, name in STATUS_ERRORS.items()}
"""The class of each status that has one, as the contract says; every other status is an `OpenRouterDefaultError`."""
for _status, _class in STATUS_CLASSES.items():
    _class.default_status = _status

for _found in [each for each in globals().values() if isinstance(each, type) and issubclass(each, OpenRouterError)]:
    _found.__module__ = "openrouter_sdk.errors"  # what a traceback shows, and users may import
