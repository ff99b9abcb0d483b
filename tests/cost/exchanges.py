"""Calls and streams that are answered inside the process, by the SDK and by the least that httpx needs for the same."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import httpx

from openrouter_sdk import OpenRouter
from openrouter_sdk.custom.http.lean import LeanAsyncClient
from openrouter_sdk.custom.http.reads import READS

URL = "https://in.process/api/v1"
MODEL = "some-author/some-model"
MESSAGES: list[Any] = [{"role": "user", "content": "Hello"}]
CHUNK: dict[str, Any] = {
    "id": "gen-1",
    "object": "chat.completion.chunk",
    "created": 1767225600,
    "model": MODEL,
    "provider": "Some Provider",
    "choices": [
        {
            "index": 0,
            "delta": {"role": "assistant", "content": " word"},
            "finish_reason": None,
            "native_finish_reason": None,
            "logprobs": None,
        }
    ],
}
_LAST = {
    **CHUNK,
    "choices": [{"index": 0, "delta": {"content": ""}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7, "cost": 0.001},
}
ANSWER: dict[str, Any] = {
    **CHUNK,
    "object": "chat.completion",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}, "finish_reason": "stop"}],
    "usage": _LAST["usage"],
}


def event(value: Any) -> bytes:
    return b"data: " + json.dumps(value, separators=(",", ":")).encode() + b"\n\n"


def events(count: int) -> list[bytes]:
    """A whole stream with `count` chunks, its last one and the end mark."""
    return [event(CHUNK)] * count + [event(_LAST), b"data: [DONE]\n\n"]


def few_reads(count: int) -> list[bytes]:
    """The stream in reads of 64 KiB."""
    body = b"".join(events(count))
    return [body[at : at + 65536] for at in range(0, len(body), 65536)]


def transport(reads: list[bytes] | None = None) -> httpx.MockTransport:
    """Answers each request with a stream that comes in these reads, or with one whole answer."""
    whole = json.dumps(ANSWER).encode()

    def answer(request: httpx.Request) -> httpx.Response:
        if reads is None:
            return httpx.Response(200, headers={"content-type": "application/json"}, content=whole)
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, content=iter(reads))

    return httpx.MockTransport(answer)


def client(reads: list[bytes] | None = None, http: type[httpx.Client] = httpx.Client) -> OpenRouter:
    """A client that sends through this kind of httpx client."""
    return OpenRouter(server_url=URL, api_key="key", client=http(transport=transport(reads)))


def read_stream(reads: list[bytes]) -> None:
    with client(reads).chat.send(model=MODEL, messages=MESSAGES, stream=True) as stream:
        for chunk in stream:
            choice = chunk.choices[0]
            _ = choice.delta.content, choice.finish_reason, chunk.usage


def read_stream_by_hand(reads: list[bytes]) -> None:
    body = {"model": MODEL, "messages": MESSAGES, "stream": True}
    with httpx.Client(transport=transport(reads)) as http, http.stream("POST", URL, json=body) as response:
        for line in response.iter_lines():
            if line.startswith("data: ") and line != "data: [DONE]":
                chunk = json.loads(line[6:])
                choice = chunk["choices"][0]
                _ = choice["delta"].get("content"), choice.get("finish_reason"), chunk.get("usage")


def caller(http: type[httpx.Client] = httpx.Client) -> Callable[[], object]:
    """One call of the SDK, on a client that is there already."""
    ours = client(http=http)
    return lambda: ours.chat.send(model=MODEL, messages=MESSAGES).text


def caller_by_hand() -> Callable[[], object]:
    http = httpx.Client(transport=transport())
    body = {"model": MODEL, "messages": MESSAGES}
    headers = {"Authorization": "Bearer key"}
    return lambda: json.loads(http.post(URL, json=body, headers=headers).content)["choices"][0]["message"]["content"]


def async_caller_by_hand() -> Callable[[], Awaitable[object]]:
    http = httpx.AsyncClient(transport=async_transport())
    body = {"model": MODEL, "messages": MESSAGES}

    async def call() -> object:
        answer = await http.post(URL, json=body, headers={"Authorization": "Bearer key"})
        return json.loads(answer.content)["choices"][0]["message"]["content"]

    return call


def async_transport(reads: list[bytes] | None = None) -> httpx.MockTransport:
    """The same for async."""
    if reads is None:
        return transport()

    async def pieces() -> AsyncIterator[bytes]:
        for data in reads:
            yield data

    headers = {"content-type": "text/event-stream"}
    return httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, content=pieces()))


class OwnReads(httpx.AsyncByteStream):
    """A body whose transport gives the SDK its own way of reading, as that of the aiohttp backend does."""

    def __init__(self, reads: list[bytes]) -> None:
        self._left = iter(reads)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for data in self._left:
            yield data

    async def read(self, _: float) -> bytes | None:
        return next(self._left, None)

    async def stop(self) -> None: ...

    def end(self) -> None: ...


def own_transport(reads: list[bytes]) -> httpx.MockTransport:
    """A transport of the async client that gives such bodies."""
    headers = {"content-type": "text/event-stream"}

    def answer(_: httpx.Request) -> httpx.Response:
        body = OwnReads(reads)
        return httpx.Response(200, headers=headers, stream=body, extensions={READS: body})

    return httpx.MockTransport(answer)


def async_client(reads: list[bytes] | None = None) -> OpenRouter:
    """A client that sends through what the SDK makes itself for an event loop."""
    return _client_over(async_transport(reads))


def client_of_own_reads(reads: list[bytes]) -> OpenRouter:
    """The same, with a transport that gives its own way of reading."""
    return _client_over(own_transport(reads))


def _client_over(transport: httpx.MockTransport) -> OpenRouter:
    return OpenRouter(server_url=URL, api_key="key", async_client=LeanAsyncClient(transport=transport))


async def read_async_stream(ours: OpenRouter) -> None:
    async with ours:
        async for chunk in await ours.chat.send_async(model=MODEL, messages=MESSAGES, stream=True):
            choice = chunk.choices[0]
            _ = choice.delta.content, choice.finish_reason, chunk.usage


async def read_async_stream_by_hand(reads: list[bytes]) -> None:
    body = {"model": MODEL, "messages": MESSAGES, "stream": True}
    async with (
        httpx.AsyncClient(transport=async_transport(reads)) as http,
        http.stream("POST", URL, json=body) as answer,
    ):
        async for line in answer.aiter_lines():
            if line.startswith("data: ") and line != "data: [DONE]":
                chunk = json.loads(line[6:])
                choice = chunk["choices"][0]
                _ = choice["delta"].get("content"), choice.get("finish_reason"), chunk.get("usage")


def visit(value: Any) -> None:
    """The least that looks at each value of a chunk."""
    if isinstance(value, dict):
        for key in value:
            visit(value[key])
    elif isinstance(value, list):
        for each in value:
            visit(each)


def loads_by_hand(reads: list[bytes]) -> Iterator[Any]:
    """The least that turns a stream into JSON: split and load."""
    for data in reads:
        for text in data.split(b"\n\n"):
            if text and text != b"data: [DONE]":
                yield json.loads(text[6:])
