"""Both colours of a conversation behind one face, and answers as servers give them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from openrouter_sdk import testing
from tests.helpers.api import Api, AsyncApi

SIGNED: dict[str, Any] = {
    "type": "reasoning.text", "text": "Let me think.", "signature": "c2lnbmVk", "format": "anthropic-claude-v1",
    "index": 0,
}  # fmt: skip
ENCRYPTED: dict[str, Any] = {
    "type": "reasoning.encrypted", "data": "ZW5jcnlwdGVk", "format": "anthropic-claude-v1", "id": "rs_1", "index": 1,
}  # fmt: skip
UNKNOWN: dict[str, Any] = {"type": "reasoning.later", "index": 2, "id": None, "extra": {"kept": [1, None]}}


class Talk:
    """Asks in one colour; the methods look sync."""

    def __init__(self, api: Api) -> None:
        self._api = api

    def ask(self, asker: Any, question: Any, **options: Any) -> Any:
        """The answer to a question."""
        if isinstance(self._api, AsyncApi):
            return self._api.run(asker.send_async(question, **options))
        return asker(question, **options)

    def whole(self, asker: Any, question: Any, **options: Any) -> Any:
        """The whole answer to a question."""
        if isinstance(self._api, AsyncApi):
            return self._api.run(asker.result_async(question, **options))
        return asker.result(question, **options)

    def stream(self, asker: Any, question: Any, **options: Any) -> list[Any]:
        """The pieces of a streamed answer, read to its end."""
        return self.read(asker, question, None, **options)

    def read(self, asker: Any, question: Any, pieces: int | None, **options: Any) -> list[Any]:
        """The first pieces of a streamed answer, which is closed after them."""
        if isinstance(self._api, AsyncApi):
            found: list[Any] = self._api.run(_read_async(asker, question, pieces, options))
            return found
        with asker.stream(question, **options) as stream:
            return list(stream) if pieces is None else [next(stream) for _ in range(pieces)]

    def say(self, asker: Any, question: Any, *, streamed: bool, **options: Any) -> str:
        """The text of an answer, streamed or not."""
        if streamed:
            return "".join(self.stream(asker, question, **options))
        text: str = self.ask(asker, question, **options)
        return text

    def run(self, coroutine: Any) -> Any:
        """The result of a coroutine, in this colour's loop."""
        return self._api.run(coroutine) if isinstance(self._api, AsyncApi) else asyncio.run(coroutine)


async def _read_async(asker: Any, question: Any, pieces: int | None, options: dict[str, Any]) -> list[Any]:
    async with asker.stream_async(question, **options) as stream:
        if pieces is None:
            return [piece async for piece in stream]
        return [await anext(stream) for _ in range(pieces)]


def thought(text: str, *details: dict[str, Any], **more: Any) -> Any:
    """An answer with reasoning records."""
    return testing.reply(text, reasoning_details=[dict(detail) for detail in details], **more)


def sent(server: testing.Server, index: int = -1) -> list[dict[str, Any]]:
    """The messages of a request."""
    messages: list[dict[str, Any]] = server.requests[index].json["messages"]
    return messages


def raw_messages(request: testing.Request) -> bytes:
    """The messages of a request as they were written, without the bracket that ends them.

    A request of this SDK holds them under the key that it begins with or that follows others, in compact JSON.
    """
    body: bytes = request.body
    start = body.index(b'"messages":[') + len(b'"messages":[')
    depth, inside, escaped = 1, False, False
    for position in range(start, len(body)):
        byte = body[position : position + 1]
        if inside:
            inside = escaped or byte != b'"'
            escaped = not escaped and byte == b"\\"
        elif byte == b'"':
            inside = True
        elif byte in b"[{":
            depth += 1
        elif byte in b"]}":
            depth -= 1
            if not depth:
                return body[start:position]
    raise AssertionError("the messages have no end")


def answers_of(messages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The assistant messages among them."""
    return [message for message in messages if message["role"] == "assistant"]
