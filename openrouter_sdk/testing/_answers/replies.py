"""The builders of scripted chat answers and errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from .values import ErrorReply, Pace, Reply, ToolCall, check_status


def reply(
    text: str | None = "",
    *,
    tool_calls: Sequence[ToolCall] = (),
    reasoning: str | None = None,
    reasoning_details: Sequence[Mapping[str, Any]] | None = None,
    images: Sequence[str | Mapping[str, Any]] = (),
    audio: Mapping[str, Any] | None = None,
    annotations: Sequence[Mapping[str, Any]] = (),
    refusal: str | None = None,
    finish_reason: str | None = "auto",
    native_finish_reason: str | None = "auto",
    usage: Mapping[str, Any] | Literal[False] | None = None,
    model: str | None = None,
    provider: str | None = None,
    choices: Sequence[Reply] = (),
    n: int = 1,
    headers: Mapping[str, str] | None = None,
    first_delay: float = 0.0,
    event_delay: float = 0.0,
    chunk_size: int = 1,
    comments: int = 1,
    padding: int = 0,
    batch: int = 1,
    done: bool = True,
    extra: Mapping[str, Any] | None = None,
) -> Reply:
    """A chat answer for :meth:`Server.enqueue`, sent as one JSON body or as a stream, whichever the request asks for.

    Args:
        text: the content of the message; None sends a null.
        tool_calls: the calls the model makes: ``("name", {"argument": 1})`` pairs, or mappings as on the wire.
            Missing ids are made up. Arguments given as text are sent as they are, broken JSON included.
        reasoning: the reasoning text. Without ``reasoning_details`` one ``reasoning.text`` record is made of it.
        reasoning_details: reasoning records as on the wire; without ``reasoning`` the text is taken from them.
        images: URLs or image records as on the wire.
        audio: any of ``id``, ``data`` (base64), ``transcript``, ``expires_at``.
        annotations: annotation records as on the wire; streams carry them first, one an event.
        refusal: the refusal text.
        finish_reason: ``"auto"`` is ``"tool_calls"`` with tool calls and ``"stop"`` without; None sends a null.
            With ``"error"`` the generation failed, and nothing but this says so.
        native_finish_reason: the provider's own word for it; ``"auto"`` is the same one.
        usage: members that replace the counted ones (tokens are words); False leaves the usage out.
        model: the model that answers; by default the one that was asked for.
        provider: the display name of the provider; by default ``"Emulator"``.
        choices: several choices, each made by :func:`reply`, instead of the message described here.
        n: how many times the message is repeated as a choice; 0 sends an answer without any.
        headers: response headers, beside or instead of the usual ones.
        first_delay: seconds before the first byte.
        event_delay: seconds before each event of a stream but the first, comments included.
        chunk_size: words in one event of a stream.
        comments: keep-alive comments before the first event of a stream.
        padding: lines of whitespace before a JSON body, the keep-alive of answers that do not stream.
        batch: events handed to the connection in one write.
        done: whether a stream ends with ``[DONE]``.
        extra: further top-level keys of the body, and of every event.

    Raises:
        ValueError: for a negative number or a size below 1.
    """
    if chunk_size < 1:
        raise ValueError(f"chunk_size must be at least 1: {chunk_size!r}")
    if n < 0:
        raise ValueError(f"n must not be negative: {n!r}")
    pace = Pace(first_delay, event_delay, comments, padding, batch)
    message = Reply(
        text, tuple(tool_calls), reasoning, reasoning_details, images, audio, annotations, refusal, finish_reason,
        native_finish_reason, usage, model, provider, tuple(choices) or None, dict(headers or {}), chunk_size, done,
        dict(extra or {}), pace,
    )  # fmt: skip
    return message if n == 1 or choices else _repeated(message, n)


def _repeated(message: Reply, n: int) -> Reply:
    return Reply(
        choices=(message,) * n, usage=message.usage, model=message.model, provider=message.provider,
        headers=message.headers, done=message.done, extra=message.extra, pace=message.pace,
    )  # fmt: skip


def error(
    status: int,
    message: str = "Something went wrong",
    *,
    headers: Mapping[str, str] | None = None,
    metadata: Mapping[str, Any] | None = None,
    availability: Mapping[str, Any] | None = None,
    code: int | str | None = None,
    http_status: int | None = None,
    after: str | None = None,
    done: bool = False,
    user_id: str | None = "user_emulated",
    extra: Mapping[str, Any] | None = None,
    first_delay: float = 0.0,
    event_delay: float = 0.0,
    comments: int = 1,
) -> ErrorReply:
    """An error in OpenRouter's shape for :meth:`Server.enqueue`: ``{"error": {"message", "code", ...}, "user_id"}``.

    Args:
        status: the status of the error, for example 429.
        message: the text in ``error.message``.
        headers: response headers, for example ``{"Retry-After": "2"}``.
        metadata: ``error.metadata``.
        availability: ``error.availability``.
        code: ``error.code`` when it is not ``status``; may be a word.
        http_status: the status of the response when it is not ``status``. With 200 a request that streams gets a
            stream whose first event is the error, any other a JSON body of the error alone.
        after: text that is answered before the error, under HTTP 200: a stream breaks off after it, a JSON body is
            a choice that carries both the text and the error.
        done: whether a stream ends with ``[DONE]`` after the error.
        user_id: the caller's account beside the error; None leaves it out.
        extra: further top-level keys of the body.
        first_delay: seconds before the first byte.
        event_delay: seconds before each event of a stream but the first, comments included.
        comments: keep-alive comments before the first event of a stream.
    """
    details: dict[str, Any] = {"message": message, "code": status if code is None else code}
    if metadata is not None:
        details["metadata"] = dict(metadata)
    if availability is not None:
        details["availability"] = dict(availability)
    answered = http_status or (200 if after is not None else status)
    check_status(answered)
    pace = Pace(first_delay, event_delay, comments)
    beside = {**({} if user_id is None else {"user_id": user_id}), **(extra or {})}
    return ErrorReply(details, answered, dict(headers or {}), after, done, beside, pace)
