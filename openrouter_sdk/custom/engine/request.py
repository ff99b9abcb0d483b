"""An operation of the contract and its arguments become a request. Everything is decided here, and nothing is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import inf
from typing import Any
from urllib.parse import quote

from openrouter_sdk.client import Arguments, Operation
from openrouter_sdk.types import UNSET, Model, Record

from .._version import __version__
from ..errors import ArgumentError, remember_secret
from ..retry import RetryPolicy, waiting_for
from ..stream import MAX_RESPONSE_BYTES, AnswerReader
from .arguments import callable_or_none, header_value, is_many, plain_text, positive, refuse_unknown
from .encode import encode_body
from .settings import Settings, checked_policy, checked_timeout, checked_total, extra_headers

_USER_AGENT = f"openrouter-sdk-python/{__version__}".encode()
_ACCEPTED = {"json": b"application/json", "events": b"text/event-stream", "binary": b"*/*", "": b"*/*"}
_IDEMPOTENT = frozenset(("GET", "HEAD", "PUT", "DELETE"))
"""Methods that may be carried out twice without harm (RFC 9110, section 9.2.2)."""
RUN = "_run"
"""The option by which a run of tools says who asks: its id, and the number of the step."""


class Call(Record):
    """One call, decided before anything is sent."""

    operation: Operation
    url: str
    headers: dict[str, bytes]
    content: bytes
    reader: AnswerReader
    model: str | None
    stream: bool
    policy: RetryPolicy
    timeout: dict[str, float | None] | None
    total_timeout_s: float | None
    idle_timeout_s: float | None
    max_event_bytes: int
    max_response_bytes: float
    choice_errors: bool
    on_retry: Callable[..., Any] | None
    on_keepalive: Callable[..., Any] | None
    body: Mapping[str, Any]
    """The fields of the request, as they were passed."""
    run: tuple[str | None, int | None] = (None, None)
    """The run of tools that asks, and the number of its step."""

    def __repr__(self) -> str:
        return f"Call({self.operation.name!r}, {self.url!r}, model={self.model!r})"


def build_call(
    operation: Operation, given: Arguments, settings: Settings, reader: AnswerReader, caller: str | None = None
) -> Call:
    """Check and encode the arguments of one call. Nothing is sent.

    The message about an unknown keyword names the `caller`, the method where nothing is said.
    """
    if given.unknown:
        known = [*given.path, *given.query, *given.body, *given.options, *operation.keywords.values()]
        further = (
            "further body fields go into extra_body" if operation.form else "further parameters go into extra_query"
        )
        refuse_unknown(given.unknown, known, caller or f"{operation.name.rpartition('.')[2]}()", further)
    body = _body(operation, given)
    if operation.secrets:
        _remember_secrets(operation.secrets, [body, given.headers, given.query])
    kind = operation.kind
    stream = kind in {"events", "binary"}
    if operation.stream_field:
        stream = body.get(operation.stream_field) is True
        kind = "events" if stream else kind
    content_type, content = _content(operation, body)
    return Call(
        operation=operation,
        url=_url(operation, given, settings),
        headers={
            **({"content-type": content_type} if content_type else {}),
            "user-agent": _USER_AGENT,
            "accept": _ACCEPTED[kind],
            **settings.headers,
            **_headers(operation, given),
            **extra_headers(given.options["http_headers"]),
        },
        content=content,
        reader=reader,
        model=body.get("model") if isinstance(body.get("model"), str) else None,
        stream=stream,
        body=body,
        run=given.options.get(RUN, (None, None)),
        **_limits(operation, given.options, settings),
    )


def _body(operation: Operation, given: Arguments) -> dict[str, Any]:
    """The fields of the body; what the operation needs is among them, or in the query."""
    body = {key: value for key, value in given.body.items() if value is not None}
    for name in operation.nulls:
        body.setdefault(name, None)
    body.update(_mapping("extra_body", given.options.get("extra_body")))
    extra = _mapping("extra_query", given.options.get("extra_query"))
    for name in operation.required:
        if not (name in body or name in extra or given.query.get(name) is not None):
            raise TypeError(f"{name} must not be None")
    return body


def _mapping(name: str, value: Any) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a mapping, not {type(value).__name__}")
    return value  # pyright: ignore[reportUnknownVariableType]


def _content(operation: Operation, body: dict[str, Any]) -> tuple[bytes, bytes]:
    """Content type and bytes of a body; nothing of both where the operation sends none."""
    if operation.form == "json":
        return b"application/json", encode_body(body)
    if operation.form == "multipart":
        from .form import encode_form  # lazy: uploads are rare

        return encode_form(body)
    return b"", b""


def _url(operation: Operation, given: Arguments, settings: Settings) -> str:
    base = settings.server_url
    if given.options["server_url"] is not None:
        base = settings.checked_url(given.options["server_url"], "server_url")
    path = operation.path
    for name, value in given.path.items():
        path = path.replace(f"{{{name}}}", _segment(name, value))
    extra = _mapping("extra_query", given.options.get("extra_query"))
    wanted = [*(item for item in given.query.items() if item[0] not in extra), *extra.items()]
    pairs = [pair for name, value in wanted for pair in _pairs(name, value, operation.lists.get(name, ""))]
    return base + path + ("?" + "&".join(pairs) if pairs else "")


def _segment(name: str, value: Any) -> str:
    """A value of the path. What would lead to another path is refused."""
    text = plain_text(name, value)
    if text.strip(". ") == "":
        raise ArgumentError(f"{name} must not be {text!r}: it is a part of the path")
    return quote(text, safe=":@")


def _pairs(name: str, value: Any, between: str) -> Iterator[str]:
    """The parameters of the query that a value becomes, encoded. An empty list is none (RFC 6570, section 2.3)."""
    if value is None or (is_many(value) and not value):
        return
    key = _quoted("a name in the query", name, safe="")
    if between == "{}" and isinstance(value, Mapping):
        for inner, each in _mapping(name, value).items():
            if each is not None:
                yield f"{key}%5B{_quoted(name, inner)}%5D={_quoted(name, each)}"
    elif not is_many(value):
        yield f"{key}={_quoted(name, value)}"
    elif between:
        yield f"{key}={quote(between, safe=',').join(_quoted(name, each, safe='/:') for each in value)}"
    else:
        yield from (f"{key}={_quoted(name, each)}" for each in value)


def _quoted(name: str, value: Any, safe: str = "/:,") -> str:
    return quote(plain_text(name, value), safe=safe)


def _remember_secrets(names: tuple[str, ...], places: Any) -> None:
    """Mask the credentials that a call carries from now on, wherever in its arguments they stand."""
    if isinstance(places, Model):
        places = places.to_dict()
    if isinstance(places, Mapping):
        entries = _mapping("", places)
        for name, value in entries.items():
            if name in names and isinstance(value, str):
                remember_secret(value)
        places = entries.values()
    elif not is_many(places):
        return
    for each in places:
        _remember_secrets(names, each)


def _headers(operation: Operation, given: Arguments) -> dict[str, bytes]:
    """The headers that arguments of the call become. Two spellings of one header must agree."""
    named = {name: value for name, value in given.headers.items() if value is not None}
    for option, name in operation.spellings.items():
        other = given.options[option]
        if other is not None and named.setdefault(name, other) != other:
            raise ArgumentError(f"{operation.keywords[name]} and {option} differ")
    found: dict[str, bytes] = {}
    for name, value in named.items():
        keyword = operation.keywords.get(name, name)
        if name in operation.lists:
            texts = [plain_text(keyword, each) for each in (value if is_many(value) else [value])]
            value = (operation.lists[name] or ",").join(texts)  # noqa: PLW2901
        found[name.lower()] = header_value(keyword, value)
    return found


def _limits(operation: Operation, options: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """The call's own limits where given, else the client's."""
    policy = checked_policy("retries", options["retries"], settings.policy)
    after_send = options["retry_after_send"]
    if after_send is None and (settings.retry_after_send or operation.method in _IDEMPOTENT):
        after_send = True
    if after_send is not None:
        policy = policy.replace(retry_after_send=bool(after_send))
    if wait_s := positive("wait_s", options.get("wait_s")):
        policy = waiting_for(policy, wait_s)
    idle, choice_errors = options.get("idle_timeout", UNSET), options.get("raise_on_choice_error")
    return {
        "policy": policy,
        "timeout": checked_timeout(options["timeout"]) or settings.timeout,
        "total_timeout_s": checked_total(options["timeout_ms"]) or settings.total_timeout_s,
        "idle_timeout_s": settings.idle_timeout_s if idle is UNSET else positive("idle_timeout", idle),
        "max_event_bytes": settings.max_event_bytes,
        "max_response_bytes": _most_bytes(operation, options, settings),
        "choice_errors": settings.choice_errors if choice_errors is None else bool(choice_errors),
        "on_retry": callable_or_none("on_retry", options["on_retry"]) or settings.on_retry,
        "on_keepalive": callable_or_none("on_keepalive", options.get("on_keepalive")) or settings.on_keepalive,
    }


def _most_bytes(operation: Operation, options: dict[str, Any], settings: Settings) -> float:
    """The longest answer, in bytes. A download has no limit of its own: it is handed on as it comes."""
    given = positive("max_response_bytes", options["max_response_bytes"]) or settings.max_response_bytes
    default = inf if operation.kind == "binary" else MAX_RESPONSE_BYTES
    return default if given is None else given
