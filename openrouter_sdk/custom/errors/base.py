"""The two classes that all errors of the SDK descend from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypedDict, Unpack

from .http_info import Headers
from .json_values import as_list, is_object
from .text import MAX_BODY_CHARS, bounded, mask_secrets, message_text


class ErrorFields(TypedDict, total=False):
    """The keyword arguments that every `OpenRouterError` takes."""

    http_status: int | None
    headers: Mapping[str, str] | None
    generation_id: str | None
    attempts: int
    partial: Any


def _rebuild(cls: type[OpenRouterError], args: tuple[Any, ...]) -> OpenRouterError:
    error = cls.__new__(cls, *args)
    # OSError leaves `args` to its __init__, which is not run here: a subclass may want other arguments.
    error.args = args
    return error


class OpenRouterError(Exception):
    """Base of everything the SDK raises on its own account.

    Args:
        message: What went wrong, with the thing at fault.
        http_status: Status of the HTTP response; None when there was none.
        headers: Response headers; empty when there was no response.
        generation_id: OpenRouter's id of the generation, for support and for looking up what it cost.
        attempts: Requests made before giving up, retries included; 0 when nothing was sent.
        partial: What had been received of the answer, as a `ChatResult`; None when nothing had.
    """

    message: str
    http_status: int | None
    headers: Headers
    generation_id: str | None
    attempts: int
    partial: Any

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

    Args:
        message: One line that names the status, the provider and what the provider said.
        status_code: The status that tells what happened: the HTTP status, or under HTTP 200 the one the error stands
            for. Defaults to the status of the class, else to `http_status`.
        code: `error.code` as it came: a number, a text or None.
        error_type: OpenRouter's stable name for the kind of error, such as "rate_limit_exceeded", or None.
        metadata: `error.metadata`; an empty dict when there is none.
        provider_name: The provider that failed, or None.
        raw: What the provider answered (`error.metadata.raw`), as it came: text, dict, list or None.
        body: Text of the response or event, bounded; "" when it was empty.
        data: The parsed JSON of the response or event, or None when it was not JSON.
        retry_after: Seconds the server asks to wait before the next try, or None when it names none.
        availability: `error.availability`, why a model cannot be served; an empty dict when there is none.

    The other arguments are those of `OpenRouterError`.
    """

    default_status: ClassVar[int | None] = None
    """Status that the class stands for; None for classes that stand for several."""

    status_code: int
    code: int | str | None
    error_type: str | None
    metadata: dict[str, Any]
    provider_name: str | None
    raw: Any
    body: str
    data: Any
    retry_after: float | None
    availability: dict[str, Any]

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
