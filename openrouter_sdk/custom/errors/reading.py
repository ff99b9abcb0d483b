"""From status, body or stream event to the exception it deserves. Pure, and never at a loss for strange JSON.

`info` are status and headers of the response; `now_s` is the current time in seconds since the epoch, the clock's where
it is not given: a server may name a date for the next try.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .tree import (
    STATUS_CLASSES,
    ChatError,
    ErrorFields,
    OpenRouterDefaultError,
    OpenRouterError,
    ResponseValidationError,
)
from .values import (
    as_list,
    as_object,
    bounded,
    decode_body,
    is_error_status,
    is_list,
    is_object,
    mask_json,
    mask_secrets,
    one_line,
    parse_json,
    status_number,
    to_json_text,
)

if TYPE_CHECKING:
    from .http_info import HttpInfo

_MAX_SNIPPET_CHARS = 200

# Which status an error stands for when it tells no number: OpenRouter's documented names and their statuses.
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


def error_from_response(
    info: HttpInfo, body: bytes, *, unread: str | None = None, now_s: float | None = None
) -> OpenRouterError:
    """The exception for a response whose HTTP status is no success; `unread` tells why its body could not be read."""
    text = mask_secrets(decode_body(body))
    data = mask_json(parse_json(text))
    error = _response_error(data)
    if unread is not None:
        error = {"message": f"its body could not be read: {unread}"}
    if 300 <= info.status < 400:
        target = info.headers.get("location")
        told = f"redirect to {target!r} not followed" if target else "a redirect that names no address"
        error = {"message": told, **error}
    return _chat_error(info, error, data=data, body=text, status=info.status, now_s=now_s)


def error_in_answer(
    data: Any, info: HttpInfo, *, choice_errors: bool = True, said: str = "", now_s: float | None = None
) -> OpenRouterError | None:
    """The exception for a 2xx answer that is none; None for a good answer.

    Found are what `tells_error` finds, and answers without any choice, also where the answer is nested in `provider`.
    The caller attaches `partial`, from `partial_answer`. The failure of a choice counts with `choice_errors` alone.
    `said` is told where there is no choice.
    """
    if not is_object(data):
        return _no_answer(info, data, f"the answer is not an object but {type(data).__name__}", retryable=False)
    if data.get("error") or _is_bare_error(data):
        return error_from_frame(data, info, now_s=now_s)
    answer = unwrap_nested_answer(data) or data
    choices = answer.get("choices")
    if tells_error(answer, choice_errors=choice_errors):
        return error_from_frame(answer, info, now_s=now_s)
    if choices is not None and not is_list(choices):
        return _no_answer(info, data, f"choices is not a list but {type(choices).__name__}", retryable=False)
    if not any(map(is_object, choices or ())):
        return _no_answer(info, data, f"the answer has no choices{said}", retryable=True)
    return None


def tells_error(data: Any, *, choice_errors: bool = True) -> bool:
    """Whether an answer, or an event of a stream, reports that something failed.

    It does so with an `error` at the top or inside a choice, with a choice whose finish reason is "error", or by being
    itself the error, as `type` or `object` then says. The failure of a choice counts with `choice_errors` alone.
    """
    if not is_object(data):
        return False
    failed = bool(data.get("error")) or _is_bare_error(data)
    return failed or (choice_errors and next(_choice_failures(data), None) is not None)


def error_from_frame(frame: Any, info: HttpInfo, *, now_s: float | None = None) -> ChatError:
    """The exception for a stream event (or a 2xx answer) that reports a failure: see `tells_error`."""
    data = mask_json(frame)
    told = data if _is_bare_error(data) else next(_choice_failures(data), None)
    error = _error_object(data) or as_object(told)
    return _chat_error(
        info, error, data=data, body="" if data is None else to_json_text(data) or "", status=None, now_s=now_s
    )


def error_from_text_event(text: str, info: HttpInfo, *, now_s: float | None = None) -> ChatError:
    """The exception for a stream event named `error`, whose data may be plain text or JSON."""
    text = mask_secrets(text)
    data = mask_json(parse_json(text))
    error = _response_error(data) or {"message": text}
    return _chat_error(info, error, data=data, body=text, status=None, now_s=now_s)


def invalid_answer(info: HttpInfo, body: bytes, why: str) -> ResponseValidationError:
    """The exception for a 2xx body (or an event) that cannot be read as an answer; its message begins with `why`."""
    from .provider import text_message  # lazy: most answers are what they should be

    text = mask_secrets(decode_body(body))
    media_type = info.headers.get("content-type", "no content type")
    snippet = bounded(text_message(text) or "empty body", _MAX_SNIPPET_CHARS)
    return ResponseValidationError(
        f"{why} (HTTP {info.status}, {media_type}): {snippet}",
        body=text,
        data=mask_json(parse_json(text)),
        **_response_fields(info, None),
    )


def answer_too_large(most: float) -> ResponseValidationError:
    """The exception for an answer of which no more is read: it takes more than so many bytes."""
    return ResponseValidationError(f"the answer is larger than max_response_bytes={most:.0f}")


def server_words(value: Any, *, whole: bool = False) -> str:
    """What a JSON value besides an answer says, in a short line without secrets; "" where it says nothing.

    An object without a message, which may be a heartbeat, says something with `whole` alone.
    """
    from .provider import accounts_in, inner_message  # lazy: most answers are what they should be

    if isinstance(value, (int, float)) or not inner_message(value if whole else [value]):
        return ""  # found quickly: heartbeats come by the thousand, and to mask one takes the longer the larger it is
    masked = mask_json(value)
    masked = mask_json(masked, accounts_in(masked))
    return bounded(inner_message(masked if whole else [masked]) or "", _MAX_SNIPPET_CHARS)


def unwrap_nested_answer(data: Any) -> dict[str, Any] | None:
    """The answer that stands inside `provider` instead of at the top, as OpenRouter sometimes sends it; else None."""
    nested = as_object(data).get("provider")
    return nested if is_object(nested) and is_list(nested.get("choices")) and not data.get("choices") else None


def partial_answer(data: Any) -> dict[str, Any] | None:
    """The part of a failed answer that is worth keeping: the answer, if it has any choice; else None."""
    answer = unwrap_nested_answer(data) or as_object(data)
    return answer if as_list(answer.get("choices")) else None


def _seconds(wish_s: float) -> str:
    return f"{wish_s:.3g}" if wish_s < 100 else f"{wish_s:.0f}"


def _chat_error(
    info: HttpInfo, error: dict[str, Any], *, data: Any, body: str, status: int | None, now_s: float | None
) -> ChatError:
    from .provider import error_message  # lazy: most programs meet no error
    from .retry_after import server_wish_s  # lazy: the same

    places = _places(error, data)
    metadata = as_object(error.get("metadata"))
    availability = _first_object(places, "availability")
    error_type = _first_text(places, "error_type")
    effective = _effective_status(error, error_type, availability, info) if status is None else status
    provider = _first_text(places, "provider_name", "provider") or info.headers.get("x-provider-name") or None
    wish_source = {"availability": availability, **error}
    wish_s = server_wish_s(info.headers, wish_source, time.time() if now_s is None else now_s)
    message = error_message(effective, error, provider=provider, body=body, data=data)
    code = error.get("code")
    told = STATUS_CLASSES.get(effective, OpenRouterDefaultError)(
        message if wish_s is None else f"{message} (try again in {_seconds(wish_s)} s)",
        status_code=effective,
        code=code if isinstance(code, str) else status_number(code),
        error_type=error_type,
        metadata=metadata,
        provider_name=provider,
        raw=metadata.get("raw"),
        body=body,
        data=data,
        retry_after=wish_s,
        availability=availability,
        **_response_fields(info, data),
    )
    if effective == 401 and provider is None:
        told.add_note("The API key was not accepted. It is what api_key= says, else OPENROUTER_API_KEY.")
    return told


def _effective_status(
    error: dict[str, Any], error_type: str | None, availability: dict[str, Any], info: HttpInfo
) -> int:
    """The status that an error without an HTTP status of its own stands for."""
    number = status_number(error.get("code"))
    if number is not None:
        return number if is_error_status(number) else info.status
    by_name = ERROR_TYPE_STATUS.get(error_type or "") or AVAILABILITY_STATUS.get(str(availability.get("code")))
    told = status_number(error.get("http_status"))
    return by_name or (told if is_error_status(told) else info.status)


def _places(error: dict[str, Any], data: Any) -> list[dict[str, Any]]:
    """Where the particulars of an error may stand, the most telling place first."""
    choices = [place for choice in _choice_errors(data) for place in (choice.get("metadata"), choice)]
    candidates = (error.get("metadata"), error, *choices, data)
    return [place for place in candidates if is_object(place)]


def _response_error(data: Any) -> dict[str, Any]:
    """The error object of an HTTP error body: some servers send it bare, or in a list."""
    if is_list(data):
        data = next((item for item in data if is_object(item)), None)
    return _error_object(data) or as_object(data)


def _is_bare_error(data: Any) -> bool:
    """Whether an object is an error without an `error` around it: servers behind other gateways send such events."""
    holder = as_object(data)
    return "error" in (holder.get("type"), holder.get("object")) and not holder.get("choices")


def _error_object(data: Any) -> dict[str, Any]:
    holder = as_object(data)
    error = holder.get("error")
    if is_object(error) or not error:
        return as_object(error)
    # A bare text or list is the message; the code may then stand beside it.
    return {"message": error, "code": holder.get("code"), "metadata": holder.get("metadata")}


def _choice_errors(data: Any) -> Iterator[dict[str, Any]]:
    for choice in as_list(as_object(data).get("choices")):
        error = _error_object(choice)
        if error:
            yield error


def _choice_failures(data: Any) -> Iterator[dict[str, Any]]:
    """The errors of choices; then choices that ended in one without saying which, as the error they might have had."""
    yield from _choice_errors(data)
    for choice in as_list(as_object(data).get("choices")):
        if is_object(choice) and choice.get("finish_reason") == "error":
            native = choice.get("native_finish_reason")
            told = f", native_finish_reason {one_line(native, 80)!r}" if isinstance(native, str) and native else ""
            yield {"message": f"a choice ended with finish_reason 'error'{told}"}


def _first_text(places: list[dict[str, Any]], *keys: str) -> str | None:
    values = (place.get(key) for place in places for key in keys)
    return next((value for value in values if isinstance(value, str) and value), None)


def _first_object(places: list[dict[str, Any]], key: str) -> dict[str, Any]:
    return as_object(next((place[key] for place in places if is_object(place.get(key))), None))


def _response_fields(info: HttpInfo, data: Any) -> ErrorFields:
    """What an error keeps of the response; the id of the generation may stand in the body alone."""
    told = as_object(data).get("id")
    return {
        "http_status": info.status,
        "headers": info.headers,
        "generation_id": info.generation_id or (told if isinstance(told, str) and told else None),
        "attempts": info.attempts,
    }


def _no_answer(info: HttpInfo, data: Any, why: str, *, retryable: bool) -> ResponseValidationError:
    from .provider import accounts_in  # lazy: most answers are what they should be

    masked = mask_json(data)
    shown = to_json_text(mask_json(masked, accounts_in(masked))) or ""
    return ResponseValidationError(
        f"{why} (HTTP {info.status}): {bounded(shown, _MAX_SNIPPET_CHARS)}",
        body=to_json_text(masked) or "",
        data=masked,
        retryable=retryable,
        **_response_fields(info, masked),
    )
