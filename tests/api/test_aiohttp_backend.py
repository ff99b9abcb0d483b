"""Async requests carried by aiohttp, for who has the extra of that name."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from typing import Any

import pytest

from openrouter_sdk import errors, testing
from tests.helpers.over_aiohttp import ASK, EVENT, HEAD, client_of
from tests.helpers.raw_server import Connection, RawServer

pytest.importorskip("aiohttp", reason="the extra 'aiohttp' is not installed")

JSON_HEAD = HEAD.replace(b"text/event-stream", b"application/json")
IN_CHUNKS = JSON_HEAD + b'2d\r\n{"choices":[{"message":{"content":"There"}}]}\r\n0\r\n\r\n'


def test_both_kinds_of_call_are_answered(server: testing.Server) -> None:
    async def ask() -> tuple[str, str]:
        async with client_of(server.url) as client:
            whole = await client.chat.send_async(**ASK)
            stream = await client.chat.send_async(**ASK, stream=True)
            return whole.text, (await stream.final()).text

    assert asyncio.run(ask()) == ("Tell me more", "Tell me more")


def test_a_second_client_does_not_read_the_certificates_again(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ask() -> str:
        async with client_of(server.url) as client:
            return (await client.chat.send_async(**ASK)).text

    asyncio.run(ask())
    monkeypatch.setattr(ssl, "create_default_context", None)

    assert asyncio.run(ask()) == "Tell me more"


def test_one_timer_serves_all_the_waits_of_a_stream(server: testing.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.enqueue(testing.raw(200, {"Content-Type": "text/event-stream"}, pieces=[EVENT, 0.005] * 40))
    timers = 0

    async def read() -> int:
        loop: Any = asyncio.get_running_loop()
        call_at = loop.call_at

        def counted(*arguments: Any, **named: Any) -> Any:
            nonlocal timers
            timers += 1
            return call_at(*arguments, **named)

        async with client_of(server.url, retry_config=None) as client:
            stream = await client.chat.send_async(**ASK, stream=True)
            await anext(stream)
            monkeypatch.setattr(loop, "call_at", counted)
            chunks = 1
            while chunks < 40:
                await anext(stream)
                chunks += 1
            await stream.aclose()
            return chunks

    assert asyncio.run(read()) == 40
    assert timers <= 1


def test_a_server_that_is_not_there_is_tried_again() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    tried: list[int] = []

    async def no_wait(_: float) -> None:
        return None

    async def ask() -> None:
        async with client_of(f"http://127.0.0.1:{port}", on_retry=lambda event: tried.append(event.attempt)) as client:
            client._runtime.sleep_async = no_wait
            await client.chat.send_async(**ASK)

    with pytest.raises(errors.NoResponseError) as caught:
        asyncio.run(ask())

    assert tried == [1, 2, 3]
    assert caught.value.request_sent is False


@pytest.mark.parametrize("begun", [b"", JSON_HEAD], ids=["before the answer", "inside the answer"])
def test_closing_the_client_ends_a_call_that_waits(begun: bytes) -> None:
    arrived = threading.Event()

    def stall(connection: Connection) -> None:
        connection.read_request()
        connection.send(begun)
        arrived.set()
        connection.client_gone()

    async def ask(url: str) -> None:
        client = client_of(url)
        call = asyncio.create_task(client.chat.send_async(**ASK))
        await asyncio.to_thread(arrived.wait, 20)
        await client.aclose()
        await asyncio.wait_for(call, 20)

    with RawServer(stall) as server, pytest.raises(errors.NoResponseError):
        asyncio.run(ask(server.url))


def test_a_header_of_20_kb_is_taken() -> None:
    def answer(connection: Connection) -> None:
        connection.read_request()
        connection.send(IN_CHUNKS.replace(b"\r\n", b"\r\nX-Generation-Id: " + b"g" * 20_000 + b"\r\n", 1))

    async def ask(url: str) -> str | None:
        async with client_of(url) as client:
            return (await client.chat.send_async(**ASK)).http.generation_id

    with RawServer(answer) as server:
        assert asyncio.run(ask(server.url)) == "g" * 20_000


def test_a_proxy_of_another_kind_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:9")

    async def ask() -> None:
        async with client_of("https://openrouter.example") as client:
            await client.chat.send_async(**ASK)

    with pytest.raises(errors.ArgumentError, match="no SOCKS proxies"):
        asyncio.run(ask())


def test_a_proxys_password_is_sent_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    def proxy(connection: Connection) -> None:
        connection.read_request()
        seen.append(connection.received)
        connection.send(IN_CHUNKS)

    async def ask() -> str:
        async with client_of("http://openrouter.example/v1", allow_http=True) as client:
            return (await client.chat.send_async(**ASK)).text

    with RawServer(proxy) as server:
        monkeypatch.setenv("HTTP_PROXY", server.url.removesuffix("/api/v1").replace("//", "//me:secret@"))
        assert asyncio.run(ask()) == "There"

    assert b"Proxy-Authorization: Basic bWU6c2VjcmV0" in seen[0]
