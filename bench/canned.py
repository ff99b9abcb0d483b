"""A server that answers as fast as it can with bytes made beforehand, in a process of its own.

`/json/...` gives a whole answer, `/few/...` a stream in few writes, `/each/...` the same stream an event a write,
`/slow-N/...` a stream of N events, one every 100 ms, for many streams at once, `/idle/...` one event and then nothing
until the client goes, `/large/...` a whole answer of 20 MB.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from bench.harness import allow_many_files

EVENTS = 2000
SLOW_GAP_S = 0.1
LARGE = 20_000_000
EACH_GAP_S = 0.0005
CHUNK: dict[str, Any] = {
    "id": "gen-1767225600-aaaaaaaaaaaaaaaaaaaa",
    "object": "chat.completion.chunk",
    "created": 1767225600,
    "model": "some-author/some-model",
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
    "system_fingerprint": None,
}
LAST = {
    **CHUNK,
    "choices": [{**CHUNK["choices"][0], "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 3, "completion_tokens": EVENTS, "total_tokens": EVENTS + 3, "cost": 0.001},
}
ANSWER = {
    **CHUNK,
    "object": "chat.completion",
    "choices": [
        {
            "index": 0,
            "message": {"role": "assistant", "content": "Hello, how can I help?", "refusal": None, "reasoning": None},
            "finish_reason": "stop",
            "native_finish_reason": "stop",
            "logprobs": None,
        }
    ],
    "usage": LAST["usage"],
}
HEADERS = (
    b"HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nServer: cloudflare\r\ncf-ray: 8f0a-AMS\r\n"
    b"X-Generation-Id: gen-1767225600-aaaaaaaaaaaaaaaaaaaa\r\nAccess-Control-Allow-Origin: *\r\n"
    b"Connection: keep-alive\r\n"
)


def event(value: Any) -> bytes:
    """One event of a stream."""
    return b"data: " + json.dumps(value, separators=(",", ":")).encode() + b"\n\n"


def stream_events(count: int) -> list[bytes]:
    """The events of a stream with `count` chunks."""
    return [event(CHUNK)] * (count - 1) + [event(LAST), b"data: [DONE]\n\n"]


def _chunked(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


_STREAM_HEAD = HEADERS + b"Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


def _whole(value: Any) -> bytes:
    body = json.dumps(value).encode()
    return HEADERS + b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body


_JSON = _whole(ANSWER)
_IMAGE = {"type": "image_url", "image_url": {"url": "data:image/png;base64," + "A" * LARGE}}
_LARGE_MESSAGE = {**ANSWER["choices"][0]["message"], "images": [_IMAGE]}
_LARGE = _whole({**ANSWER, "choices": [{**ANSWER["choices"][0], "message": _LARGE_MESSAGE}]})
_ALL = b"".join(stream_events(EVENTS))
_FEW = b"".join(_chunked(_ALL[at : at + 65536]) for at in range(0, len(_ALL), 65536)) + b"0\r\n\r\n"


async def _answer(path: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    if b"/json/" in path:
        writer.write(_JSON)
    elif b"/large/" in path:
        writer.write(_LARGE)
    elif b"/few/" in path:
        writer.write(_STREAM_HEAD + _FEW)
    elif b"/each/" in path:
        writer.write(_STREAM_HEAD)
        for item in stream_events(EVENTS):
            writer.write(_chunked(item))
            # long enough for the reader to take it before the next one comes
            await asyncio.sleep(EACH_GAP_S)
        writer.write(b"0\r\n\r\n")
    elif b"/idle/" in path:
        writer.write(_STREAM_HEAD + _chunked(event(CHUNK)))
        await reader.read()
    else:
        writer.write(_STREAM_HEAD)
        for item in stream_events(int(path.partition(b"/slow-")[2].partition(b"/")[0])):
            writer.write(_chunked(item))
            await asyncio.sleep(SLOW_GAP_S)
        writer.write(b"0\r\n\r\n")
    await writer.drain()


async def _serve_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            lines = head.lower().split(b"\r\n")
            length = next((int(line.split(b":")[1]) for line in lines if line.startswith(b"content-length")), 0)
            await reader.readexactly(length)
            await _answer(head.split(b" ", 2)[1], reader, writer)
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def _serve(pipe: Connection) -> None:
    server = await asyncio.start_server(_serve_one, "127.0.0.1", 0, backlog=8192, family=socket.AF_INET)
    pipe.send(server.sockets[0].getsockname()[1])
    await asyncio.to_thread(pipe.recv)
    server.close()


def _run(pipe: Connection) -> None:
    allow_many_files()
    asyncio.run(_serve(pipe))


@contextmanager
def canned_server() -> Iterator[str]:
    """The address of a running server, such as `http://127.0.0.1:5000`."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(theirs,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        ours.send("stop")
        process.join(5)
