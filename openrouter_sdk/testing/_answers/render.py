"""An answer and the request it goes to -> what is written to the connection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from .._json import dump_bytes
from .frames import COMMENT, DONE, answer_events, chunk_head, error_events
from .generation import CREATED, DEFAULT_PROVIDER, Generation
from .message import finish_reason, native_finish_reason, whole_message
from .usage import count_usage, router_metadata
from .values import Answer, ErrorReply, Pace, RawReply, Reply

_PADDING = b"\n         \n"


@dataclass(frozen=True, slots=True)
class Script:
    """What is written: a head (or none), then bytes and pauses (seconds), then the end of the message or a cut."""

    status: int | None
    headers: list[tuple[bytes, bytes]]
    steps: Iterable[bytes | float]
    first_delay: float = 0.0
    cut: bool = False
    reset: bool = False


def render(answer: Answer, generation: Generation) -> Script:
    """The script of ``answer``, as JSON or as a stream, whichever the request asks for."""
    if isinstance(answer, RawReply):
        return _raw_script(answer)
    if isinstance(answer, ErrorReply):
        return _error_script(answer, generation)
    if generation.streams:
        return _stream(answer_events(answer, generation), generation, 200, answer.headers, answer.pace)
    return _document(_result(answer, generation), generation, 200, answer.headers, answer.pace)


def _raw_script(answer: RawReply) -> Script:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers.items()]
    plain = len(answer.pieces) == 1 and not answer.cut
    if plain and not any(name.lower() in (b"content-length", b"transfer-encoding") for name, _ in headers):
        headers.append((b"content-length", b"%d" % sum(len(p) for p in answer.pieces if isinstance(p, bytes))))
    return Script(answer.status, headers, answer.pieces, answer.delay, answer.cut, answer.reset)


def _error_script(answer: ErrorReply, generation: Generation) -> Script:
    partial = None if answer.after is None else Reply(answer.after)
    if generation.streams and answer.http_status == 200:
        head = chunk_head(Reply(), generation)
        events = error_events(head, answer.error, answer.extra, partial, generation)
        ended = chain(events, (DONE,)) if answer.done else events
        return _stream(ended, generation, 200, answer.headers, answer.pace)
    if partial is None:
        body: dict[str, Any] = {"error": answer.error, **answer.extra}
    else:
        body = {**_result(partial, generation), **answer.extra}
        body["choices"][0] |= {"error": answer.error, "finish_reason": "error", "native_finish_reason": "error"}
    return _document(body, generation, answer.http_status, answer.headers, answer.pace)


def _result(answer: Reply, generation: Generation) -> dict[str, Any]:
    choices = answer.all_choices
    provider = answer.provider or DEFAULT_PROVIDER
    body: dict[str, Any] = {
        "id": generation.id,
        "object": "chat.completion",
        "created": CREATED,
        "model": answer.model or generation.model,
        "provider": provider,
        "system_fingerprint": None,
        "service_tier": generation.body.get("service_tier"),
        "choices": [_choice(choice, index, generation) for index, choice in enumerate(choices)],
    }
    if answer.usage is not False:
        body["usage"] = {**count_usage(generation, choices), **(answer.usage or {})}
    if generation.metadata_wanted:
        body["openrouter_metadata"] = router_metadata(generation, provider)
    return {**body, **answer.extra}


def _choice(choice: Reply, index: int, generation: Generation) -> dict[str, Any]:
    return {
        "index": index,
        "logprobs": None,
        "finish_reason": finish_reason(choice),
        "native_finish_reason": native_finish_reason(choice),
        "message": whole_message(choice, index, generation),
    }


def _document(body: Any, generation: Generation, status: int, headers: Mapping[str, str], pace: Pace) -> Script:
    data = dump_bytes(body)
    usual = {"content-type": "application/json", "x-generation-id": generation.id}
    if pace.padding:
        steps: list[bytes | float] = [*_paced([_PADDING] * pace.padding + [data], pace)]
        return Script(status, _headers(usual, headers), steps, pace.first_delay)
    usual["content-length"] = str(len(data))
    return Script(status, _headers(usual, headers), [data], pace.first_delay)


def _stream(
    events: Iterable[bytes], generation: Generation, status: int, headers: Mapping[str, str], pace: Pace
) -> Script:
    usual = {"content-type": "text/event-stream", "cache-control": "no-cache", "x-generation-id": generation.id}
    steps = _paced(chain((COMMENT,) * pace.comments, events), pace)
    return Script(status, _headers(usual, headers), steps, pace.first_delay)


def _paced(events: Iterable[bytes], pace: Pace) -> Iterator[bytes | float]:
    source = iter(events)
    first = True
    while batch := b"".join(islice(source, pace.batch)):
        if pace.event_delay and not first:
            yield float(pace.event_delay)
        yield batch
        first = False


def _headers(usual: Mapping[str, str], given: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    named = {**usual, **{name.lower(): value for name, value in given.items()}}
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in named.items()]
