# Code generated from openapi.yaml by `make generate`: do not edit.
"""Everything the SDK raises on its own account; `OpenRouterError` is the base of all."""

from __future__ import annotations

from .custom.exceptions import (
    ArgumentError,
    BadGatewayResponseError,
    BadRequestResponseError,
    ChatError,
    EdgeNetworkTimeoutResponseError,
    ForbiddenResponseError,
    InternalServerResponseError,
    NoResponseError,
    NotFoundResponseError,
    OpenRouterDefaultError,
    OpenRouterError,
    PayloadTooLargeResponseError,
    PaymentRequiredResponseError,
    ProviderOverloadedResponseError,
    RequestTimedOutError,
    RequestTimeoutResponseError,
    ResponseValidationError,
    ServiceUnavailableResponseError,
    StreamInterruptedError,
    TooManyRequestsResponseError,
    UnauthorizedResponseError,
    UnprocessableEntityResponseError,
)

__all__ = [
    "ArgumentError",
    "BadGatewayResponseError",
    "BadRequestResponseError",
    "ChatError",
    "EdgeNetworkTimeoutResponseError",
    "ForbiddenResponseError",
    "InternalServerResponseError",
    "NoResponseError",
    "NotFoundResponseError",
    "OpenRouterDefaultError",
    "OpenRouterError",
    "PayloadTooLargeResponseError",
    "PaymentRequiredResponseError",
    "ProviderOverloadedResponseError",
    "RequestTimedOutError",
    "RequestTimeoutResponseError",
    "ResponseValidationError",
    "ServiceUnavailableResponseError",
    "StreamInterruptedError",
    "TooManyRequestsResponseError",
    "UnauthorizedResponseError",
    "UnprocessableEntityResponseError",
]
