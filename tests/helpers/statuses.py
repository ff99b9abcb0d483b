"""What users rely on: the exception of each status."""

from __future__ import annotations

STATUS_ERRORS: dict[int | None, str] = {
    400: "BadRequestResponseError",
    401: "UnauthorizedResponseError",
    402: "PaymentRequiredResponseError",
    403: "ForbiddenResponseError",
    404: "NotFoundResponseError",
    408: "RequestTimeoutResponseError",
    409: "ConflictResponseError",
    413: "PayloadTooLargeResponseError",
    422: "UnprocessableEntityResponseError",
    429: "TooManyRequestsResponseError",
    500: "InternalServerResponseError",
    502: "BadGatewayResponseError",
    503: "ServiceUnavailableResponseError",
    524: "EdgeNetworkTimeoutResponseError",
    529: "ProviderOverloadedResponseError",
    None: "OpenRouterDefaultError",
}
"""The name of its class by status; under None the one of every other status."""
