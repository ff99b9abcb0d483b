"""Streams as a server sends them, and what reading one gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from openrouter_sdk import ChatResult, errors, testing
from openrouter_sdk.testing._answers import RawReply
from tests.helpers.api import Stream

EVENT_STREAM = {"Content-Type": "text/event-stream", "X-Generation-Id": "gen-header"}
DONE = b"data: [DONE]\n\n"
COMMENT = b": OPENROUTER PROCESSING\n\n"


def event(value: Any) -> bytes:
    return b"data: " + json.dumps(value).encode() + b"\n\n"


def chunk(content: str | None = None, finish_reason: str | None = None, **fields: Any) -> dict[str, Any]:
    """One chunk; the keyword `delta` gives further keys of its delta."""
    delta = {**({} if content is None else {"content": content}), **fields.pop("delta", {})}
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return {"id": "gen-1", "object": "chat.completion.chunk", "choices": [choice], **fields}


def text(content: str, finish_reason: str | None = None, **fields: Any) -> bytes:
    return event(chunk(content, finish_reason, **fields))


def usage(**counts: Any) -> bytes:
    return event({"id": "gen-1", "choices": [], "usage": counts})


def streamed(*pieces: bytes | float, headers: dict[str, str] | None = None, **options: Any) -> RawReply:
    """A stream in these pieces, each a write of its own; a number is a pause in seconds."""
    return testing.raw(200, {**EVENT_STREAM, **(headers or {})}, pieces=pieces, **options)


WHOLE = streamed(text("Hel"), text("lo"), text("", "stop") + usage(total_tokens=3) + DONE)


class Outcome:
    """What reading a stream to its end gave; what is to be done between its chunks is given with it."""

    def __init__(self, stream: Stream, then: Callable[[], object] = lambda: None) -> None:
        self.texts: list[str] = []
        self.error: errors.OpenRouterError | None = None
        with stream:
            try:
                for each in stream:
                    self.texts.append(each.text)
                    then()
            except errors.OpenRouterError as error:
                self.error = error
            self.afterwards = list(stream)
        self.stream = stream

    @property
    def failure(self) -> errors.OpenRouterError:
        assert self.error is not None, f"no error behind {self.texts!r}"
        return self.error

    @property
    def partial(self) -> ChatResult:
        partial: ChatResult = self.failure.partial
        return partial
