"""Everything that goes wrong, and what is known of it: the exception tree, and what becomes which of them.

Values only: no object of an HTTP library is in here, so all of it pickles and stays valid when connections are gone.
Also what every package needs to show text without secrets, to look into JSON of unknown shape, and to remember a
response (`HttpInfo`). Imports no other package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names
from .headers import Headers as Headers
from .reading import ERROR_TYPE_STATUS as ERROR_TYPE_STATUS
from .reading import answer_too_large as answer_too_large
from .reading import error_from_frame as error_from_frame
from .reading import error_from_response as error_from_response
from .reading import error_from_text_event as error_from_text_event
from .reading import error_in_answer as error_in_answer
from .reading import invalid_answer as invalid_answer
from .reading import partial_answer as partial_answer
from .reading import server_words as server_words
from .reading import tells_error as tells_error
from .reading import unwrap_nested_answer as unwrap_nested_answer
from .tree import ArgumentError as ArgumentError
from .tree import BadGatewayResponseError as BadGatewayResponseError
from .tree import BadRequestResponseError as BadRequestResponseError
from .tree import ChatError as ChatError
from .tree import ConflictResponseError as ConflictResponseError
from .tree import EdgeNetworkTimeoutResponseError as EdgeNetworkTimeoutResponseError
from .tree import ForbiddenResponseError as ForbiddenResponseError
from .tree import InternalServerResponseError as InternalServerResponseError
from .tree import NoResponseError as NoResponseError
from .tree import NotFoundResponseError as NotFoundResponseError
from .tree import NotSentError as NotSentError
from .tree import OpenRouterDefaultError as OpenRouterDefaultError
from .tree import OpenRouterError as OpenRouterError
from .tree import OutputParsingError as OutputParsingError
from .tree import PayloadTooLargeResponseError as PayloadTooLargeResponseError
from .tree import PaymentRequiredResponseError as PaymentRequiredResponseError
from .tree import ProviderOverloadedResponseError as ProviderOverloadedResponseError
from .tree import RequestTimedOutError as RequestTimedOutError
from .tree import RequestTimeoutResponseError as RequestTimeoutResponseError
from .tree import ResponseValidationError as ResponseValidationError
from .tree import ServiceUnavailableResponseError as ServiceUnavailableResponseError
from .tree import StreamBusyError as StreamBusyError
from .tree import StreamInterruptedError as StreamInterruptedError
from .tree import TooManyRequestsResponseError as TooManyRequestsResponseError
from .tree import UnauthorizedResponseError as UnauthorizedResponseError
from .tree import UnprocessableEntityResponseError as UnprocessableEntityResponseError
from .values import MAX_DEPTH as MAX_DEPTH
from .values import NOT_JSON as NOT_JSON
from .values import as_list as as_list
from .values import as_object as as_object
from .values import bounded as bounded
from .values import identity as identity
from .values import is_error_status as is_error_status
from .values import is_list as is_list
from .values import is_object as is_object
from .values import is_too_deep as is_too_deep
from .values import load_json as load_json
from .values import mask_secrets as mask_secrets
from .values import one_line as one_line
from .values import parse_json as parse_json
from .values import remember_key as remember_key
from .values import remember_secret as remember_secret
from .values import status_number as status_number
from .values import to_json_text as to_json_text

if TYPE_CHECKING:
    from .http_info import HttpInfo as HttpInfo
    from .http_info import attach_http as attach_http
    from .http_info import attach_info as attach_info
    from .provider import inner_statuses as inner_statuses

__getattr__: Loader = lazy_names(
    __name__, {"http_info": "HttpInfo attach_http attach_info", "provider": "inner_statuses"}
)
