"""Connections that fail under aiohttp: the caller is told in the SDK's own errors, and nobody else is told anything."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors
from tests.helpers.over_aiohttp import ASK, EVENT, HEAD, WHOLE, client_of
from tests.helpers.raw_server import Connection, RawServer

pytest.importorskip("aiohttp", reason="the extra 'aiohttp' is not installed")

BEGUN = HEAD + b"%x\r\n%b\r\n" % (len(EVENT), EVENT)
KEY = "a-key-of-no-known-form"


def test_a_request_whose_connection_is_lost_is_not_sent_again() -> None:
    def hang_up(connection: Connection) -> None:
        connection.read_request()

    async def ask(url: str) -> None:
        async with client_of(url) as client:
            await client.chat.send_async(**ASK)

    with RawServer(hang_up) as server:
        with pytest.raises(errors.NoResponseError) as caught:
            asyncio.run(ask(server.url))

        assert server.requests == 1
    assert caught.value.request_sent is True


@pytest.mark.parametrize("answered", [0, 1])
@pytest.mark.parametrize("begun", [b"", BEGUN], ids=["before", "inside"])
def test_a_connection_that_is_reset_is_told_to_the_caller_alone(answered: int, begun: bytes) -> None:
    def serve(connection: Connection) -> None:
        for _ in range(answered):
            connection.read_request()
            connection.send(WHOLE)
        connection.read_request()
        connection.send(begun)
        connection.reset()

    async def ask(url: str) -> list[Any]:
        told: list[Any] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
        async with client_of(url, retry_config=None) as client:
            for _ in range(answered):
                await client.chat.send_async(**ASK)
            with pytest.raises((errors.NoResponseError, errors.StreamInterruptedError)):
                await (await client.chat.send_async(**ASK, stream=True)).final()
        gc.collect()
        return told

    with RawServer(serve) as server:
        assert asyncio.run(ask(server.url)) == []


def test_a_stream_that_breaks_off_is_told_and_not_begun_anew() -> None:
    def break_off(connection: Connection) -> None:
        connection.read_request()
        connection.send(BEGUN)

    async def ask(url: str) -> str:
        async with client_of(url) as client:
            return (await (await client.chat.send_async(**ASK, stream=True)).final()).text

    with RawServer(break_off) as server:
        with pytest.raises(errors.StreamInterruptedError) as caught:
            asyncio.run(ask(server.url))

        assert server.requests == 1
    assert caught.value.partial.text == "Hel"


NO_HTTP = {
    "no HTTP": b"SSH-2.0-OpenSSH_9.6\r\n" * 3,
    "a broken status line": b"HTTP/1.1 OK\r\n\r\n",
    "an oversized header": b"HTTP/1.1 200 OK\r\nX-Big: " + b"x" * 200_000 + b"\r\n\r\n",
    "broken chunks": HEAD + b"zz\r\n",
}


@pytest.mark.parametrize("kind", NO_HTTP)
def test_what_is_no_http_is_an_error_of_the_sdk_that_does_not_hold_the_key(kind: str) -> None:
    def babble(connection: Connection) -> None:
        connection.read_request()
        connection.send(NO_HTTP[kind])

    async def ask(url: str) -> None:
        async with OpenRouter(server_url=url, api_key=KEY, http_backend="aiohttp") as client:
            await client.chat.send_async(**ASK)

    with RawServer(babble) as server:
        with pytest.raises(errors.NoResponseError) as caught:
            asyncio.run(ask(server.url))

        assert server.requests == 1
    assert (caught.value.request_sent, caught.value.stale_connection) == (True, False)
    shown, error = "", caught.value
    while error is not None:
        shown += repr(error) + repr(vars(error))
        error = error.__cause__ or error.__context__
    assert KEY not in shown
