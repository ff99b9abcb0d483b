"""What reading a stream costs on top of httpx, and whether it stays linear, as ratios within one run.

A server in a process of its own sends the same stream again and again; only the CPU time of this process counts.
Prints a table; asserts nothing. Run with the checkout on the path.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import httpx

from openrouter_sdk import OpenRouter

EVENTS = 4000
ROUNDS = 7
MIB = 1024 * 1024
PACED = "one event a read"
PAUSE_S = 0.0002
ASK: list[Any] = [{"role": "user", "content": "Tell me more"}]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"

_CHOICE = {"index": 0, "delta": {"role": "assistant", "content": " word"}, "finish_reason": None}
_CHUNK: dict[str, Any] = {
    "id": "gen-1700000000-aaaaaaaaaaaaaaaaaaaa",
    "provider": "Some Provider",
    "model": "some-vendor/some-model-name",
    "object": "chat.completion.chunk",
    "created": 1700000000,
    "choices": [{**_CHOICE, "native_finish_reason": None, "logprobs": None}],
    "system_fingerprint": "fp_0123456789",
}
_LAST = {**_CHUNK, "choices": [{**_CHOICE, "finish_reason": "stop"}], "usage": {"total_tokens": 3, "cost": 0.1}}


def _event(value: Any) -> bytes:
    return b"data: " + json.dumps(value).encode() + b"\n\n"


def _big(size: int) -> bytes:
    choice = {"index": 0, "delta": {"content": "x" * size}, "finish_reason": None}
    return _event({**_CHUNK, "choices": [choice]}) + _event(_LAST) + b"data: [DONE]\n\n"


def _body(events: int) -> bytes:
    return _event(_CHUNK) * events + _event(_LAST) + b"data: [DONE]\n\n"


def _cut(body: bytes, size: int) -> list[bytes]:
    return [body[at : at + size] for at in range(0, len(body), size)]


def _by_event(body: bytes) -> list[bytes]:
    return [event + b"\n\n" for event in body.split(b"\n\n")[:-1]]


SHAPES: dict[str, Callable[[], list[bytes]]] = {
    "few reads": lambda: _cut(_body(EVENTS), 65536),
    "one event a frame": lambda: _by_event(_body(EVENTS)),
    "one event a read": lambda: _by_event(_body(EVENTS)),
    "twice the chunks": lambda: _cut(_body(2 * EVENTS), 65536),
    "10 MiB event": lambda: _cut(_big(10 * MIB), 1024),
    "5 MiB event": lambda: _cut(_big(5 * MIB), 1024),
}


def serve(listener: socket.socket) -> None:
    """Answer each connection's requests with the shape that the path ends with. Runs in the child process."""
    answers = []
    for shape, make in SHAPES.items():
        frames = [HEAD, *(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in make()), b"0\r\n\r\n"]
        answers.append(frames if shape == PACED else [b"".join(frames)])
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=_answer, args=(connection, answers), daemon=True).start()


def _answer(connection: socket.socket, answers: list[list[bytes]]) -> None:
    received = b""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    while data := connection.recv(65536):
        received += data
        head, blank, rest = received.partition(b"\r\n\r\n")
        length = next(
            (int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
        )
        if blank and len(rest) >= length:
            number = int(head.split(b" ")[1].split(b"/")[1])
            received = b""
            for part in answers[number]:
                connection.sendall(part)
                if len(answers[number]) > 1:
                    # long enough for the reader to wait for the next one
                    time.sleep(PAUSE_S)


class Bench:
    """The clients, and what they do with a stream of one shape."""

    def __init__(self, port: int) -> None:
        self._base = f"http://127.0.0.1:{port}"
        self._http = httpx.Client(trust_env=False)
        self._sdk = OpenRouter(api_key="test", client=self._http)
        self._runner = asyncio.Runner()
        self._http_async = httpx.AsyncClient(trust_env=False)
        self._sdk_async = OpenRouter(api_key="test", async_client=self._http_async)

    def _url(self, shape: str) -> str:
        return f"{self._base}/{list(SHAPES).index(shape)}"

    def httpx(self, shape: str) -> int:
        """Lines and parsed JSON with httpx alone."""
        count = 0
        with self._http.stream("POST", self._url(shape), json={"messages": ASK, "stream": True}) as response:
            for line in response.iter_lines():
                count += _parsed(line)
        return count

    def sdk(self, shape: str) -> int:
        """Typed chunks; content, finish reason and usage of each are read."""
        count = 0
        with self._sdk.chat.send(messages=ASK, stream=True, server_url=self._url(shape)) as stream:
            for chunk in stream:
                count += _read(chunk)
        return count

    def sdk_final(self, shape: str) -> int:
        """The finished answer."""
        with self._sdk.chat.send(messages=ASK, stream=True, server_url=self._url(shape)) as stream:
            return len(stream.final().text)

    def httpx_async(self, shape: str) -> int:
        """The same with httpx's async client."""
        return self._runner.run(self._lines(shape))

    def sdk_async(self, shape: str) -> int:
        """The same in async code."""
        return self._runner.run(self._chunks(shape))

    async def _lines(self, shape: str) -> int:
        count = 0
        async with self._http_async.stream("POST", self._url(shape), json={"stream": True}) as response:
            async for line in response.aiter_lines():
                count += _parsed(line)
        return count

    async def _chunks(self, shape: str) -> int:
        count = 0
        url = self._url(shape)
        async with await self._sdk_async.chat.send_async(messages=ASK, stream=True, server_url=url) as stream:
            async for chunk in stream:
                count += _read(chunk)
        return count


def _parsed(line: str) -> int:
    if not line.startswith("data: {"):
        return 0
    choice = json.loads(line[6:])["choices"][0]
    return bool(choice["delta"]["content"]) + (choice["finish_reason"] is not None)


def _read(chunk: Any) -> int:
    choice = chunk.choices[0]
    return bool(choice.delta.content) + (choice.finish_reason is not None) + (chunk.usage is not None)


def _best_s(run: Callable[[str], int], shape: str, rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        assert run(shape) > 0
        best = min(best, time.process_time() - start)
    return best


def _compare(title: str, shape: str, base: Callable[[str], int], run: Callable[[str], int]) -> None:
    # taken in turns, so that a busy machine hits both alike
    base_s, run_s = float("inf"), float("inf")
    for _ in range(ROUNDS):
        base_s, run_s = min(base_s, _best_s(base, shape, 1)), min(run_s, _best_s(run, shape, 1))
    each = f"{base_s / EVENTS * 1e6:6.2f} -> {run_s / EVENTS * 1e6:6.2f} us a chunk"
    print(f"{title:26} {run.__name__:10} / {base.__name__:12} = {run_s / base_s:5.2f} x   {each}")


def _doubled(title: str, whole: str, half: str, run: Callable[[str], int]) -> None:
    whole_s, half_s = (_best_s(run, shape, 3) for shape in (whole, half))
    print(f"{title:26} {run.__name__:10} {whole_s:8.3f} s, against half of it {whole_s / half_s:5.2f} x")


def main() -> None:
    """Run every comparison."""
    listener = socket.create_server(("127.0.0.1", 0))
    # forked, so that the server needs nothing passed to it
    process = multiprocessing.get_context("fork").Process(target=serve, args=(listener,), daemon=True)
    process.start()
    bench = Bench(listener.getsockname()[1])
    for shape in ("few reads", "one event a frame", PACED):
        _compare(shape, shape, bench.httpx, bench.sdk)
        _compare(f"{shape}, async", shape, bench.httpx_async, bench.sdk_async)
    _doubled("10 MiB event, 1 KiB reads", "10 MiB event", "5 MiB event", bench.sdk)
    _doubled("twice the chunks", "twice the chunks", "few reads", bench.sdk)
    _doubled("twice the chunks, final()", "twice the chunks", "few reads", bench.sdk_final)
    process.terminate()


if __name__ == "__main__":
    main()
