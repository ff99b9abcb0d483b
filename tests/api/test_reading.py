"""Reading and writing over a connection of the SDK's own sync client."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import Any

import httpx
import pytest

from openrouter_sdk import OpenRouter, errors
from openrouter_sdk.custom.http.routes import Route
from openrouter_sdk.custom.http.sockets import Wire, connect
from tests.helpers.api import ASK, MODEL
from tests.helpers.patience import given_time
from tests.streams.tls import TlsServer
from tests.streams.wire import text


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


@pytest.fixture
def wire(listener: socket.socket) -> Iterator[Wire]:
    port = listener.getsockname()[1]
    with closing(connect(Route("here", "127.0.0.1", port, tls=False), "here", _no_tls, 5.0)) as connected:
        yield connected


def _no_tls() -> ssl.SSLContext:
    raise AssertionError("nobody asked for TLS")


@pytest.fixture
def theirs(wire: Wire, listener: socket.socket) -> Iterator[socket.socket]:
    accepted, _ = listener.accept()
    with accepted:
        yield accepted


def reset(theirs: socket.socket) -> None:
    theirs.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    theirs.close()


HAPPENINGS: dict[str, tuple[Callable[[socket.socket], object], Any]] = {
    "data": (lambda theirs: theirs.sendall(b"some bytes"), b"some bytes"),
    "an end": (lambda theirs: theirs.close(), b""),
    "a reset": (reset, ConnectionResetError),
    "silence": (lambda _: None, TimeoutError),
}


@pytest.mark.parametrize("what", HAPPENINGS)
def test_a_read_ends_as_the_socket_does(what: str, wire: Wire, theirs: socket.socket) -> None:
    happens, expected = HAPPENINGS[what]
    happens(theirs)
    try:
        found: Any = wire.read(0.05)
    except OSError as error:
        found = type(error)

    assert found == expected


def test_a_connection_that_may_take_any_time_is_made_all_the_same(listener: socket.socket) -> None:
    def greet() -> Generator[bytes, bytes, None]:
        said.append((yield b"hello"))

    def answer() -> None:
        accepted, _ = listener.accept()
        with accepted:
            accepted.sendall(accepted.recv(5).upper())

    said: list[bytes] = []
    answering = threading.Thread(target=answer)
    answering.start()
    route = Route("here", "127.0.0.1", listener.getsockname()[1], tls=False, talk=greet)
    connect(route, "here", _no_tls, None).close()
    answering.join()

    assert said == [b"HELLO"]


def test_a_connection_without_time_is_not_made(listener: socket.socket) -> None:
    route = Route("here", "127.0.0.1", listener.getsockname()[1], tls=True)

    with pytest.raises(TimeoutError):
        connect(route, "here", ssl.create_default_context, 0.0)


def test_what_an_idle_connection_receives_is_seen(wire: Wire, theirs: socket.socket) -> None:
    assert not wire.readable()
    theirs.close()
    assert wire.read(5.0) == b""
    assert wire.readable()
    wire.close()
    assert wire.readable()


def test_a_large_body_is_sent_whole(wire: Wire, theirs: socket.socket) -> None:
    body = bytes(range(256)) * 4096 * 8
    received = bytearray()

    def take() -> None:
        while len(received) < len(body) and (data := theirs.recv(1 << 20)):
            received.extend(data)

    taking = threading.Thread(target=take)
    taking.start()
    wire.write(body, lambda: 30.0)
    taking.join()

    assert received == body


def test_a_server_that_takes_nothing_is_given_so_many_seconds(wire: Wire, theirs: socket.socket) -> None:
    with pytest.raises(TimeoutError):
        wire.write(bytes(1 << 26), lambda: 0.05)


def test_over_tls_the_own_client_reads_a_stream_and_waits_no_longer_than_it_may(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = TlsServer(text("Hel"))
    monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
    try:
        with OpenRouter(server_url=server.url, api_key="test", retry_config=None) as client:

            def stalled(limit: dict[str, Any]) -> Any:
                with pytest.raises(errors.RequestTimedOutError) as caught:
                    client.chat.send(model=MODEL, messages=ASK, stream=True, **limit).final()
                return caught.value.partial

            idle = given_time(lambda seconds: stalled({"idle_timeout": seconds}), enough=bool)
            read = given_time(lambda seconds: stalled({"timeout": httpx.Timeout(60, read=seconds)}), enough=bool)
            assert idle.text == read.text == "Hel"
    finally:
        server.stop()
