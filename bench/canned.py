"""A server that answers as fast as it can with bytes made beforehand, in a process of its own.

`/json/...` gives a whole answer, `/big/...` one of 20 MB, `/few/...` a stream in few writes, `/each/...` a stream an
event a write, `/idle/...` one event and then nothing until the client goes. `/held/...` gives one event and waits until
`/go/...` was asked for; 20 more follow then, one every 50 ms: so opening many streams is told from reading them.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from multiprocessing.connection import Connection
from typing import Any

from bench.harness import allow_many_files

EVENTS = 2000
EACH_EVENTS = 1000
HELD_EVENTS = 20
HELD_GAP_S = 0.05
BIG_BYTES = 20_000_000
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
PICTURE = "data:image/png;base64,"
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


def _whole(answer: Any) -> bytes:
    body = json.dumps(answer).encode()
    return HEADERS + b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


_JSON = _whole(ANSWER)
_ALL = b"".join(stream_events(EVENTS))
_FEW = b"".join(_chunked(_ALL[at : at + 65536]) for at in range(0, len(_ALL), 65536)) + b"0\r\n\r\n"


def pictures(count: int, size: int) -> list[dict[str, Any]]:
    """Pictures as the API has them, of so many bytes each."""
    url = PICTURE + "iVBORw0K" * (size // 8)
    return [{"type": "image_url", "image_url": {"url": f"{url}{index:04}"}} for index in range(count)]


class _Server:
    """What all connections share: the streams that are held, and the big answer once somebody wants it."""

    def __init__(self) -> None:
        self._go = asyncio.Event()

    @cached_property
    def _big(self) -> bytes:
        choice = ANSWER["choices"][0]
        message = {**choice["message"], "images": pictures(10, BIG_BYTES // 10)}
        return _whole({**ANSWER, "choices": [{**choice, "message": message}]})

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                lines = head.lower().split(b"\r\n")
                length = next((int(line.split(b":")[1]) for line in lines if line.startswith(b"content-length")), 0)
                while length:
                    length -= len(await reader.read(min(length, 1 << 20)) or _gone())
                kind = head.split(b" ", 2)[1].split(b"/")[1].decode()
                await getattr(self, f"_{kind}_answer")(reader, writer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _json_answer(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(_JSON)

    async def _big_answer(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(self._big)

    async def _few_answer(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(_STREAM_HEAD + _FEW)

    async def _each_answer(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(_STREAM_HEAD)
        # long enough for the reader to take one before the next one comes
        await self._paced(writer, EACH_EVENTS, EACH_GAP_S)

    async def _held_answer(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(_STREAM_HEAD + _chunked(event(CHUNK)))
        await self._go.wait()
        await self._paced(writer, HELD_EVENTS, HELD_GAP_S)

    async def _paced(self, writer: asyncio.StreamWriter, count: int, gap_s: float) -> None:
        for item in stream_events(count):
            writer.write(_chunked(item))
            await asyncio.sleep(gap_s)
        writer.write(b"0\r\n\r\n")

    async def _go_answer(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._go.set()
        # those of the next run are held again
        self._go = asyncio.Event()
        writer.write(_JSON)

    async def _idle_answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(_STREAM_HEAD + _chunked(event(CHUNK)))
        await reader.read()


def _gone() -> bytes:
    raise ConnectionError("the client went in the middle of its request")


async def _serve(pipe: Connection) -> None:
    server = await asyncio.start_server(_Server().serve, "127.0.0.1", 0, backlog=8192, family=socket.AF_INET)
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
