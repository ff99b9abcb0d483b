"""The events of a stream as bytes. What is the same in every event is written once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .._json import dump_bytes, is_object
from .generation import CREATED, DEFAULT_PROVIDER, Generation
from .message import deltas, finish_reason, native_finish_reason
from .usage import count_usage, router_metadata
from .values import Reply

COMMENT = b": OPENROUTER PROCESSING\n\n"
DONE = b"data: [DONE]\n\n"
_EMPTY_DELTA = {"role": "assistant", "content": ""}


def event(value: Any) -> bytes:
    """One event of a stream."""
    return b"data: " + dump_bytes(value) + b"\n\n"


def chunk_head(answer: Reply, generation: Generation) -> dict[str, Any]:
    """The members that every chunk of an answer carries."""
    return {
        "id": generation.id,
        "object": "chat.completion.chunk",
        "created": CREATED,
        "model": answer.model or generation.model,
        "provider": answer.provider or DEFAULT_PROVIDER,
        "system_fingerprint": None,
        **answer.extra,
    }


def answer_events(answer: Reply, generation: Generation) -> Iterator[bytes]:
    """All events of a stream that succeeds."""
    head = chunk_head(answer, generation)
    choices = answer.all_choices
    if _echoes_upstream(generation):
        yield event({**head, "choices": [], "debug": {"echo_upstream_body": _upstream_body(generation)}})
    yield from delta_events(head, choices, generation)
    closing = [
        _closing_choice(index, finish_reason(choice), native_finish_reason(choice))
        for index, choice in enumerate(choices)
    ]
    for choice in closing:
        yield event({**head, "choices": [choice]})
    last: dict[str, Any] = {**head, **_service_tier(generation), "choices": closing[:1]}
    if answer.usage is not False:
        last["usage"] = {**count_usage(generation, choices), **(answer.usage or {})}
    if generation.metadata_wanted:
        last["openrouter_metadata"] = router_metadata(generation, head["provider"])
    if answer.usage is not False or generation.metadata_wanted:
        yield event(last)
    if answer.done:
        yield DONE


def delta_events(head: Mapping[str, Any], choices: Sequence[Reply], generation: Generation) -> Iterator[bytes]:
    """The events that carry the content; several choices take turns."""
    start = b"data: " + dump_bytes(head)[:-1]
    end = b',"finish_reason":null,"native_finish_reason":null,"logprobs":null}]}\n\n'
    running = [
        (b'%b,"choices":[{"index":%d,"delta":' % (start, index), deltas(choice, index, generation))
        for index, choice in enumerate(choices)
    ]
    while running:
        for entry in list(running):
            before, source = entry
            delta = next(source, None)
            if delta is None:
                running.remove(entry)
            else:
                yield before + dump_bytes(delta) + end


def error_events(
    head: Mapping[str, Any], error: Mapping[str, Any], extra: Mapping[str, Any], partial: Reply | None, gen: Generation
) -> Iterator[bytes]:
    """The events of a stream that fails: after ``partial`` as an error in a chunk, else as a bare error."""
    if partial is None:
        yield event({"error": error, **extra})
        return
    yield from delta_events(head, (partial,), gen)
    yield event({**head, "choices": [_closing_choice(0, "error", "error")], "error": error, **extra})


def _closing_choice(index: int, reason: str | None, native_reason: str | None) -> dict[str, Any]:
    return {
        "index": index,
        "delta": _EMPTY_DELTA,
        "finish_reason": reason,
        "native_finish_reason": native_reason,
        "logprobs": None,
    }


def _service_tier(generation: Generation) -> dict[str, Any]:
    tier = generation.body.get("service_tier")
    return {"service_tier": tier} if tier is not None else {}


def _echoes_upstream(generation: Generation) -> bool:
    debug = generation.body.get("debug")
    return is_object(debug) and debug.get("echo_upstream_body") is True


def _upstream_body(generation: Generation) -> dict[str, Any]:
    kept_here = {"debug", "models", "provider", "plugins", "route", "transforms", "trace", "session_id", "preset"}
    return {key: value for key, value in generation.body.items() if key not in kept_here}
