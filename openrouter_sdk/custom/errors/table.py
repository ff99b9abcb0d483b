"""Which status an error stands for when it tells no number: OpenRouter's documented names and their statuses."""

from __future__ import annotations

from http import HTTPStatus

_BY_ERROR_TYPE = {
    400: (
        "context_length_exceeded max_tokens_exceeded token_limit_exceeded string_too_long invalid_request "
        "invalid_prompt content_policy_violation refusal invalid_image image_too_large image_too_small "
        "unsupported_image_format image_download_failed"
    ),
    401: "authentication",
    402: "payment_required",
    403: "permission_denied",
    404: "not_found image_not_found",
    412: "precondition_failed",
    413: "payload_too_large",
    422: "unprocessable",
    429: "rate_limit_exceeded",
    500: "server unmapped",
    502: "provider_unavailable",
    503: "provider_overloaded",
    504: "timeout",
}

_BY_AVAILABILITY_CODE = {
    400: "model_not_found wrong_endpoint",
    403: "region_restricted",
    404: (
        "no_endpoints model_deprecated model_unavailable_upstream privacy_restricted constraint_filtered "
        "free_variant_ended"
    ),
    429: "capacity_exhausted",
    503: "temporarily_unavailable",
}

ERROR_TYPE_STATUS = {name: status for status, names in _BY_ERROR_TYPE.items() for name in names.split()}
"""Status of each documented `error_type`."""

AVAILABILITY_STATUS = {name: status for status, names in _BY_AVAILABILITY_CODE.items() for name in names.split()}
"""Status of each documented `availability.code`."""

# Two numbers that the HTTP registry does not name, and two whose names differ between Python versions.
_PHRASES = {status.value: status.phrase for status in HTTPStatus} | {
    413: "Payload Too Large",
    422: "Unprocessable Entity",
    524: "Edge Network Timeout",
    529: "Provider Overloaded",
}


def status_number(value: object) -> int | None:
    """The number that a `code` or `status` field tells, digits in a text included; None when it tells none."""
    if isinstance(value, str):
        text = value.strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def is_error_status(number: int | None) -> bool:
    """Whether a number is a status that means an error."""
    return number is not None and 400 <= number <= 599


def status_label(status: int) -> str:
    """A status with its name, as in "429 Too Many Requests"."""
    phrase = _PHRASES.get(status)
    return f"{status} {phrase}" if phrase else str(status)
