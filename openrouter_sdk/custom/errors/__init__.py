"""Everything that goes wrong, and what is known of it: the exception tree, and what becomes which of them.

Values only: no object of an HTTP library is in here, so all of it pickles and stays valid when connections are gone.
Also what every package needs to show text without secrets, to look into JSON of unknown shape, and to remember a
response (`HttpInfo`). Imports no other package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names
from .headers import Headers
from .reading import (
    ERROR_TYPE_STATUS,
    answer_too_large,
    error_from_frame,
    error_from_response,
    error_from_text_event,
    error_in_answer,
    invalid_answer,
    partial_answer,
    tells_error,
    unwrap_nested_answer,
)
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
    OutputParsingError,
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
from .values import (
    MAX_DEPTH,
    NOT_JSON,
    as_list,
    as_object,
    bounded,
    identity,
    is_error_status,
    is_list,
    is_object,
    is_too_deep,
    load_json,
    mask_secrets,
    one_line,
    parse_json,
    remember_key,
    remember_secret,
    status_number,
    to_json_text,
)

if TYPE_CHECKING:
    from .http_info import HttpInfo as HttpInfo
    from .http_info import attach_http as attach_http
    from .http_info import attach_info as attach_info
    from .provider import inner_statuses as inner_statuses

__all__ = [
    "ERROR_TYPE_STATUS",
    "MAX_DEPTH",
    "NOT_JSON",
    "STATUS_CLASSES",
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
    "OutputParsingError",
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
    "answer_too_large",
    "as_list",
    "as_object",
    "attach_http",
    "attach_info",
    "bounded",
    "error_from_frame",
    "error_from_response",
    "error_from_text_event",
    "error_in_answer",
    "identity",
    "inner_statuses",
    "invalid_answer",
    "is_error_status",
    "is_list",
    "is_object",
    "is_too_deep",
    "load_json",
    "mask_secrets",
    "one_line",
    "parse_json",
    "partial_answer",
    "remember_key",
    "remember_secret",
    "status_number",
    "tells_error",
    "to_json_text",
    "unwrap_nested_answer",
]

__getattr__: Loader = lazy_names(
    __name__, {"http_info": "HttpInfo attach_http attach_info", "provider": "inner_statuses"}
)
