"""What the answer to a chat request means. Success is proven, not assumed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from openrouter_sdk import models

from ..engine import Call
from ..errors import (
    NOT_JSON,
    error_from_response,
    error_in_answer,
    invalid_answer,
    parse_json,
    partial_answer,
    unwrap_nested_answer,
)
from ..stream import looks_like_events

if TYPE_CHECKING:
    from ..errors import HttpInfo
    from ..stream import ChunkReader, Event


class ChatReader:
    """Reads the answers of chat completions."""

    def read(self, call: Call, info: HttpInfo, body: bytes) -> models.ChatResult:
        """The answer in a response that was read whole.

        Raises:
            OpenRouterError: What the status or the body tells; with the answer as `partial` where a choice failed.
        """
        if info.status >= 300:
            raise error_from_response(info, body)
        text = body.lstrip(b" \t\r\n\xef\xbb\xbf")
        if looks_like_events(info, text):
            return _read_events(call, info, body)
        data = parse_json(text.decode(errors="replace"), NOT_JSON)
        if data is NOT_JSON:
            raise invalid_answer(info, body, "the answer is not JSON")
        error = error_in_answer(data, info, choice_errors=call.choice_errors)
        if error is not None:
            held = partial_answer(data)
            error.partial = None if held is None else _result(held, info)
            raise error
        return _result(unwrap_nested_answer(data) or data, info)

    def pieces(
        self, call: Call, info: HttpInfo, max_event_bytes: int, on_event: Callable[[Event], object] | None
    ) -> ChunkReader:
        """What reads the body of a stream."""
        from ..stream import ChunkReader  # lazy: a program that does not stream never loads it

        return ChunkReader(info, max_event_bytes=max_event_bytes, choice_errors=call.choice_errors, on_event=on_event)

    def piece(self, call: Call) -> Callable[[Any], Any]:  # noqa: ARG002 - the same for all calls
        """What makes a `ChatStreamChunk` of a chunk's JSON."""
        return models.ChatStreamChunk.from_dict

    def as_events(self, call: Call, result: models.ChatResult) -> bytes:  # noqa: ARG002 - the same for all calls
        """A whole answer as the stream that was asked for: one chunk with the whole message."""
        data = {**result.to_dict(), "object": "chat.completion.chunk"}
        return b"data: " + json.dumps(data).encode() + b"\n\ndata: [DONE]\n\n"


def _result(data: dict[str, Any], info: HttpInfo) -> models.ChatResult:
    """A parsed answer as a model that knows how it came."""
    from ..errors import attach_http  # lazy: with the first answer

    result = models.ChatResult.from_dict(data)
    attach_http(result, info)
    return result


def _read_events(call: Call, info: HttpInfo, body: bytes) -> models.ChatResult:
    """The answer in a stream that came though none was asked for."""
    from ..stream import ChunkReader  # lazy: as for a stream

    reader = ChunkReader(info, max_event_bytes=call.max_event_bytes, choice_errors=call.choice_errors)
    for _ in reader.feed(body):
        pass
    for _ in reader.finish():
        pass
    return _result(reader.partial_dict(), info)
