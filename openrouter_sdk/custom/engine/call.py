"""The one seam to the generated endpoint: arguments become a request, status and body an answer or an exception."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from openrouter_sdk import models
from openrouter_sdk.client import Arguments, Operation
from openrouter_sdk.types import UNSET

from .._version import __version__
from ..errors import (
    ArgumentError,
    HttpInfo,
    as_list,
    as_object,
    attach_http,
    error_from_response,
    error_in_answer,
    invalid_answer,
    is_object,
    partial_answer,
    unwrap_nested_answer,
)
from ..retry import RetryPolicy
from ..stream import ChunkReader
from .arguments import callable_or_none, checked_messages, header_value, positive, refuse_unknown
from .encode import encode_body
from .settings import Settings, checked_policy, checked_timeout, checked_total, extra_headers

_METADATA_HEADER = "X-OpenRouter-Metadata"
_EVENT_STREAM = "text/event-stream"
_EVENT_STARTS = (b"data:", b":", b"event:", b"id:", b"retry:")

NO_EVENT_STARTS = (b"{", b"[", b"<")
"""No line of an event stream begins like this; an answer that was not streamed, and a page of HTML, do."""

_FIXED_HEADERS = {
    "content-type": b"application/json",
    "user-agent": f"openrouter-sdk-python/{__version__}".encode(),
}


@dataclass(slots=True)
class ChatCall:
    """One call, decided before anything is sent."""

    url: str
    headers: dict[str, bytes] = field(repr=False)
    content: bytes = field(repr=False)
    model: str | None
    stream: bool
    policy: RetryPolicy
    timeout: dict[str, float | None] | None
    total_timeout_s: float | None
    idle_timeout_s: float | None
    max_event_bytes: int
    choice_errors: bool
    on_retry: Callable[..., Any] | None
    on_keepalive: Callable[..., Any] | None


def build_call(operation: Operation, given: Arguments, settings: Settings, caller: str = "send()") -> ChatCall:
    """Check and encode the arguments of one call. Nothing is sent. Messages name the `caller` of unknown keywords.

    Raises:
        ArgumentError: A value that cannot be sent.
        TypeError: An unknown keyword, or a value of the wrong type.
    """
    body, headers, options, unknown = given
    if unknown:
        refuse_unknown(unknown, [*body, *options, *map(_argument_of, headers)], caller)
    sent = {key: value for key, value in body.items() if value is not None}
    if "messages" not in sent:
        raise TypeError("messages must be a list of messages, not None")
    sent["messages"] = checked_messages(sent["messages"])
    if options["extra_body"] is not None:
        extra: Any = options["extra_body"]
        if not isinstance(options["extra_body"], Mapping):
            raise TypeError(f"extra_body must be a mapping, not {type(extra).__name__}")
        sent.update(extra)
    stream = sent.get("stream") is True
    url = settings.server_url
    if options["server_url"] is not None:
        url = settings.checked_url(options["server_url"], "server_url")
    return ChatCall(
        url=url + operation.path,
        headers=_headers(headers, options, settings, stream=stream),
        content=encode_body(sent),
        model=sent.get("model") if isinstance(sent.get("model"), str) else None,
        stream=stream,
        **_limits(options, settings),
    )


def _argument_of(header: str) -> str:
    """The keyword argument for a header of the contract."""
    return header.replace("OpenRouter", "Open-Router").replace("-", "_").lower()


def _limits(options: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """The call's own limits where given, else the client's."""
    policy = checked_policy("retries", options["retries"], settings.policy)
    after_send = options["retry_after_send"]
    if after_send is None and settings.retry_after_send:
        after_send = True
    if after_send is not None:
        policy = replace(policy, retry_after_send=bool(after_send))
    idle, choice_errors = options["idle_timeout"], options["raise_on_choice_error"]
    return {
        "policy": policy,
        "timeout": checked_timeout(options["timeout"]) or settings.timeout,
        "total_timeout_s": checked_total(options["timeout_ms"]) or settings.total_timeout_s,
        "idle_timeout_s": settings.idle_timeout_s if idle is UNSET else positive("idle_timeout", idle),
        "max_event_bytes": settings.max_event_bytes,
        "choice_errors": settings.choice_errors if choice_errors is None else bool(choice_errors),
        "on_retry": callable_or_none("on_retry", options["on_retry"]) or settings.on_retry,
        "on_keepalive": callable_or_none("on_keepalive", options["on_keepalive"]) or settings.on_keepalive,
    }


def _headers(given: dict[str, Any], options: dict[str, Any], settings: Settings, *, stream: bool) -> dict[str, bytes]:
    named = {name: value for name, value in given.items() if value is not None}
    older = options["x_open_router_experimental_metadata"]
    if older is not None:
        if named.get(_METADATA_HEADER, older) != older:
            raise ArgumentError("x_open_router_metadata and x_open_router_experimental_metadata differ")
        named[_METADATA_HEADER] = older
    return {
        **_FIXED_HEADERS,
        "accept": _EVENT_STREAM.encode() if stream else b"application/json",
        **settings.headers,
        **{name.lower(): header_value(name, value) for name, value in named.items()},
        **extra_headers(options["http_headers"]),
    }


def streams(info: HttpInfo) -> bool:
    """Whether a successful response to a streamed request is to be read as a stream."""
    media_type = (info.headers.peek("content-type") or "").lower()
    return info.status < 300 and "json" not in media_type and "html" not in media_type


def read_answer(call: ChatCall, info: HttpInfo, body: bytes) -> models.ChatResult:
    """The answer in a response that was read whole.

    Raises:
        OpenRouterError: What the status or the body tells; with the answer as `partial` where a choice failed.
    """
    if info.status >= 300:
        raise error_from_response(info, body)
    media_type = (info.headers.peek("content-type") or "").lower()
    text = body.lstrip(b" \t\r\n\xef\xbb\xbf")
    if text.startswith(_EVENT_STARTS) or (_EVENT_STREAM in media_type and not text.startswith(NO_EVENT_STARTS)):
        return _read_events(call, info, body)
    try:
        data = json.loads(text.decode(errors="replace"))
    except (ValueError, RecursionError):
        raise invalid_answer(info, body, "the answer is not JSON") from None
    error = error_in_answer(data, info, choice_errors=call.choice_errors)
    if error is not None:
        held = partial_answer(data)
        error.partial = None if held is None else read_result(held, info)
        raise error
    return read_result(unwrap_nested_answer(data) or data, info)


def read_result(data: dict[str, Any], info: HttpInfo) -> models.ChatResult:
    """A parsed answer as a model that knows how it came."""
    result = models.ChatResult.from_dict(data)
    attach_http(result, info)
    return result


def _read_events(call: ChatCall, info: HttpInfo, body: bytes) -> models.ChatResult:
    """The answer in a stream that came though none was asked for."""
    reader = ChunkReader(info, max_event_bytes=call.max_event_bytes, choice_errors=call.choice_errors)
    for _ in reader.feed(body):
        pass
    for _ in reader.finish():
        pass
    return read_result(reader.partial_dict(), info)


def as_events(result: models.ChatResult) -> bytes:
    """A whole answer as the stream that was asked for: one chunk with the whole message."""
    data = result.to_dict()
    data["object"] = "chat.completion.chunk"
    data["choices"] = [_as_delta(choice) for choice in as_list(data.get("choices"))]
    return b"data: " + json.dumps(data).encode() + b"\n\ndata: [DONE]\n\n"


def _as_delta(choice: Any) -> Any:
    if not is_object(choice):
        return choice
    changed = {("delta" if key == "message" else key): value for key, value in choice.items()}
    delta = as_object(changed.get("delta"))
    calls = as_list(delta.get("tool_calls"))
    if calls:
        numbered = [{"index": index, **call} if is_object(call) else call for index, call in enumerate(calls)]
        changed["delta"] = {**delta, "tool_calls": numbered}
    return changed
