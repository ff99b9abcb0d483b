"""Calls and streams that are answered inside the process, by the SDK and by the least that httpx needs for the same."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpcore
import httpx

from openrouter_sdk import OpenRouter
from openrouter_sdk.custom.http.clients_async import ClientsByLoop
from openrouter_sdk.custom.http.environment import Network
from openrouter_sdk.custom.http.own_client import OwnClient, OwnConnection
from openrouter_sdk.custom.http.own_client_async import OwnAsyncClient, OwnAsyncConnection
from openrouter_sdk.custom.http.pool import Limits
from openrouter_sdk.custom.http.routes import Route
from openrouter_sdk.custom.http.sockets import Wire
from openrouter_sdk.custom.http.sockets_async import Wire as AsyncWire

_LIMITS, _NETWORK = Limits(None, 100, 5.0), Network({}, {})
URL = "http://127.0.0.1/api/v1"
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


def pieces(reads: list[bytes] | None) -> list[bytes]:
    """An answer as the network brings it: a stream that comes in these reads, or a whole answer."""
    if reads is None:
        body = json.dumps(ANSWER).encode()
        return [
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
        ]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
    # equal ones are one object, so that what is kept of them does not count
    framed = {data: b"%x\r\n%b\r\n" % (len(data), data) for data in reads}
    return [head, *(framed[data] for data in reads), b"0\r\n\r\n"]


class Canned(Wire):
    """A connection inside the process: whatever is sent, the answer is the same."""

    def __init__(self, answer: list[bytes]) -> None:
        self._answer = answer
        self._left = iter(answer)

    def read(self, _: float | None) -> bytes:
        return next(self._left, b"")

    def write(self, *_: Any) -> bool:
        self._left = iter(self._answer)
        return True

    def readable(self) -> bool:
        return False

    def close(self) -> None: ...


class CannedAsync(AsyncWire):
    """The same for async."""

    def __init__(self, answer: list[bytes]) -> None:
        super().__init__(asyncio.get_running_loop())
        self.open = True
        self._answer = answer
        self._left = iter(answer)

    async def wait(self, _: float) -> None:
        self._receive(next(self._left, b""))

    async def write(self, *_: Any) -> bool:
        self._left = iter(self._answer)
        return True

    def close(self) -> None:
        self.open = False


class _Client(OwnClient):
    """The SDK's own client, with such connections."""

    def __init__(self, answer: list[bytes]) -> None:
        super().__init__(_LIMITS, _NETWORK)
        self._answer = answer

    def _new(self, route: Route, _: Any) -> OwnConnection:
        made = OwnConnection(route.key, Canned(self._answer))
        self._pool.add(made)
        return made


class _AsyncClient(OwnAsyncClient):
    """The same for async."""

    def __init__(self, answer: list[bytes]) -> None:
        super().__init__(_LIMITS, _NETWORK)
        self._answer = answer

    async def _new(self, route: Route, _: Any) -> OwnAsyncConnection:
        return OwnAsyncConnection(route.key, CannedAsync(self._answer))


def client(reads: list[bytes] | None = None) -> OpenRouter:
    """A client whose connections, sync and async, answer with this stream or with a whole answer."""
    ours = OpenRouter(server_url=URL, api_key="key")
    clients: Any = ours._clients
    clients._own = _Client(pieces(reads))
    clients._by_loop = ClientsByLoop(lambda: _AsyncClient(pieces(reads)))
    return ours


class _CannedStream(httpcore.NetworkStream, httpcore.AsyncNetworkStream):
    """The same for httpcore."""

    def __init__(self, answer: list[bytes]) -> None:
        self._answer = answer
        self._left = iter(answer)

    def read(self, *_: Any, **__: Any) -> bytes:
        return next(self._left, b"")

    def write(self, *_: Any, **__: Any) -> None:
        self._left = iter(self._answer)

    def close(self) -> None: ...

    def get_extra_info(self, _: str) -> None: ...


class _CannedAsyncStream(_CannedStream):
    async def read(self, *_: Any, **__: Any) -> bytes:  # type: ignore[override]
        return super().read()

    async def write(self, *_: Any, **__: Any) -> None:  # type: ignore[override]
        super().write()

    async def aclose(self) -> None: ...


class _Backend(httpcore.NetworkBackend):
    def __init__(self, answer: list[bytes]) -> None:
        self._answer = answer

    def connect_tcp(self, *_: Any, **__: Any) -> Any:
        return _CannedStream(self._answer)


class _AsyncBackend(httpcore.AsyncNetworkBackend):
    def __init__(self, answer: list[bytes]) -> None:
        self._answer = answer

    async def connect_tcp(self, *_: Any, **__: Any) -> Any:
        return _CannedAsyncStream(self._answer)


def _asked(request: httpx.Request, content: Any) -> httpcore.Request:
    return httpcore.Request(
        request.method, str(request.url), headers=request.headers.raw, content=content, extensions=request.extensions
    )


class _Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._inner)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._inner)

    def close(self) -> None:
        self._inner.close()

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Transport(httpx.BaseTransport):
    """What httpx sends with, over such connections."""

    def __init__(self, answer: list[bytes]) -> None:
        self._pool = httpcore.ConnectionPool(network_backend=_Backend(answer))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._pool.handle_request(_asked(request, request.stream))
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream))


class _AsyncTransport(httpx.AsyncBaseTransport):
    """The same for async."""

    def __init__(self, answer: list[bytes]) -> None:
        self._pool = httpcore.AsyncConnectionPool(network_backend=_AsyncBackend(answer))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._pool.handle_async_request(_asked(request, request.stream))
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream))


def by_hand(reads: list[bytes] | None = None) -> httpx.Client:
    """A client of httpx that gets the same answers over the same kind of connection."""
    return httpx.Client(transport=_Transport(pieces(reads)))


def by_hand_async(reads: list[bytes] | None = None) -> httpx.AsyncClient:
    """The same for async."""
    return httpx.AsyncClient(transport=_AsyncTransport(pieces(reads)))


def read_stream(reads: list[bytes]) -> None:
    with client(reads).chat.send(model=MODEL, messages=MESSAGES, stream=True) as stream:
        for chunk in stream:
            choice = chunk.choices[0]
            _ = choice.delta.content, choice.finish_reason, chunk.usage


def read_stream_by_hand(reads: list[bytes]) -> None:
    body = {"model": MODEL, "messages": MESSAGES, "stream": True}
    with by_hand(reads) as http, http.stream("POST", URL, json=body) as response:
        for line in response.iter_lines():
            if line.startswith("data: ") and line != "data: [DONE]":
                chunk = json.loads(line[6:])
                choice = chunk["choices"][0]
                _ = choice["delta"].get("content"), choice.get("finish_reason"), chunk.get("usage")


def caller() -> Callable[[], object]:
    """One call of the SDK, on a client that is there already."""
    ours = client()
    return lambda: ours.chat.send(model=MODEL, messages=MESSAGES).text


def caller_by_hand() -> Callable[[], object]:
    http = by_hand()
    body = {"model": MODEL, "messages": MESSAGES}
    headers = {"Authorization": "Bearer key"}
    return lambda: json.loads(http.post(URL, json=body, headers=headers).content)["choices"][0]["message"]["content"]


async def read_async_stream(ours: OpenRouter) -> None:
    async with ours:
        async for chunk in await ours.chat.send_async(model=MODEL, messages=MESSAGES, stream=True):
            choice = chunk.choices[0]
            _ = choice.delta.content, choice.finish_reason, chunk.usage


async def read_async_stream_by_hand(reads: list[bytes]) -> None:
    body = {"model": MODEL, "messages": MESSAGES, "stream": True}
    async with by_hand_async(reads) as http, http.stream("POST", URL, json=body) as answer:
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
