"""Everything that goes wrong, and what is known of it: the exception tree, and what becomes which of them.

Values only: no object of an HTTP library is in here, so all of it pickles and stays valid when connections are gone.
Also what every package needs to show text without secrets, to look into JSON of unknown shape, and to remember a
response (`HttpInfo`). Imports no other package.
"""

from __future__ import annotations

from .http_info import Headers, HttpInfo, attach_http
from .json_values import THINKING_PARTS, as_list, as_object, is_list, is_object, parse_json, to_json_text
from .provider import inner_statuses
from .reading import (
    error_from_frame,
    error_from_response,
    error_from_text_event,
    error_in_answer,
    invalid_answer,
    partial_answer,
    tells_error,
    unwrap_nested_answer,
)
from .retry_after import server_wish_s
from .table import ERROR_TYPE_STATUS, is_error_status, status_number
from .text import bounded, remember_key
from .tree import (
    STATUS_CLASSES,
    ArgumentError,
    BadGatewayResponseError,
    BadRequestResponseError,
    ChatError,
    ConflictResponseError,
    EdgeNetworkTimeoutResponseError,
    ForbiddenResponseError,
    InternalServerResponseError,
    NoResponseError,
    NotFoundResponseError,
    NotSentError,
    OpenRouterDefaultError,
    OpenRouterError,
    PayloadTooLargeResponseError,
    PaymentRequiredResponseError,
    ProviderOverloadedResponseError,
    RequestTimedOutError,
    RequestTimeoutResponseError,
    ResponseValidationError,
    ServiceUnavailableResponseError,
    StreamBusyError,
    StreamInterruptedError,
    TooManyRequestsResponseError,
    UnauthorizedResponseError,
    UnprocessableEntityResponseError,
)

__all__ = [
    "ERROR_TYPE_STATUS",
    "STATUS_CLASSES",
    "THINKING_PARTS",
    "ArgumentError",
    "BadGatewayResponseError",
    "BadRequestResponseError",
    "ChatError",
    "ConflictResponseError",
    "EdgeNetworkTimeoutResponseError",
    "ForbiddenResponseError",
    "Headers",
    "HttpInfo",
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
    "as_list",
    "as_object",
    "attach_http",
    "bounded",
    "error_from_frame",
    "error_from_response",
    "error_from_text_event",
    "error_in_answer",
    "inner_statuses",
    "invalid_answer",
    "is_error_status",
    "is_list",
    "is_object",
    "parse_json",
    "partial_answer",
    "remember_key",
    "server_wish_s",
    "status_number",
    "tells_error",
    "to_json_text",
    "unwrap_nested_answer",
]
