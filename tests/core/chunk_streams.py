"""Chat streams made by hand, and what reading them gives."""

from __future__ import annotations

import json
from typing import Any

from openrouter_sdk.custom.errors.http_info import HttpInfo
from openrouter_sdk.custom.errors.tree import OpenRouterError
from openrouter_sdk.custom.stream.chunks import ChunkReader

INFO = HttpInfo(200, generation_id="gen-header", attempts=2)


class Outcome:
    """What reading a stream to its end gave."""

    def __init__(self, reads: list[bytes], **options: Any) -> None:
        self.chunks: list[dict[str, Any]] = []
        self.error: OpenRouterError | None = None
        self.reader = ChunkReader(INFO, **options)
        try:
            for read in reads:
                self.chunks.extend(self.reader.feed(read))
            self.chunks.extend(self.reader.finish())
        except OpenRouterError as error:
            self.error = error

    def seen(self) -> tuple[Any, ...]:
        error = self.error
        return self.chunks, type(error), str(error), self.reader.partial_dict(), self.reader.done


def events(*values: Any) -> bytes:
    return b"".join(b"data: " + (v if isinstance(v, bytes) else json.dumps(v).encode()) + b"\n\n" for v in values)


def chunk(content: str, finish_reason: str | None = None, **fields: Any) -> dict[str, Any]:
    choice = {"index": 0, "delta": {"content": content}, "finish_reason": finish_reason}
    return {"id": "gen-1", "object": "chat.completion.chunk", "choices": [choice], **fields}


DONE = b"data: [DONE]\n\n"
