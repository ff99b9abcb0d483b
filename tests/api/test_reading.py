"""Reading from a connection of the SDK's own sync client."""

from __future__ import annotations

import socket
import ssl
import struct
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import httpcore
import httpx
import pytest

from openrouter_sdk import OpenRouter, errors
from openrouter_sdk.custom.http.network import Network, QuickStream
from tests.helpers.api import ASK, MODEL
from tests.helpers.patience import given_time
from tests.streams.tls import TlsServer
from tests.streams.wire import text


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


def reset(theirs: socket.socket) -> None:
    theirs.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    theirs.close()


HAPPENINGS: dict[str, Callable[[socket.socket], object]] = {
    "data": lambda theirs: theirs.sendall(b"some bytes"),
    "an end": lambda theirs: theirs.close(),
    "a reset": reset,
    "silence": lambda _: None,
}


def outcome(backend: Any, listener: socket.socket, happens: Callable[[socket.socket], object]) -> Any:
    with closing(backend.connect_tcp("127.0.0.1", listener.getsockname()[1], timeout=5.0)) as stream:
        theirs, _ = listener.accept()
        with theirs:
            happens(theirs)
            try:
                return stream.read(100, timeout=0.05)
            except httpcore.NetworkError as error:
                return type(error), str(error), type(error.__cause__)
            except httpcore.TimeoutException as error:
                return type(error), str(error), type(error.__cause__)


@pytest.mark.parametrize("what", HAPPENINGS)
def test_a_read_ends_as_it_does_with_httpcore_alone(what: str, listener: socket.socket) -> None:
    backend = httpcore.SyncBackend()

    ours, theirs = (outcome(each, listener, HAPPENINGS[what]) for each in (Network(backend), backend))

    assert ours == theirs
    assert ours != b"" or what == "an end"


def test_each_read_has_its_own_timeout(listener: socket.socket) -> None:
    network = Network(httpcore.SyncBackend())
    with closing(network.connect_tcp("127.0.0.1", listener.getsockname()[1], timeout=5.0)) as stream:
        theirs, _ = listener.accept()
        with theirs:
            found: list[Any] = []
            for seconds in (3.0, 3.0, None, 0.01):
                theirs.sendall(b"x")
                found.append((stream.read(100, timeout=seconds), stream.get_extra_info("socket").gettimeout()))
            with pytest.raises(httpcore.ReadTimeout):
                stream.read(100, timeout=0.01)

    assert found == [(b"x", 3.0), (b"x", 3.0), (b"x", None), (b"x", 0.01)]


def test_a_write_that_changed_the_timeout_does_not_change_that_of_the_next_read(listener: socket.socket) -> None:
    network = Network(httpcore.SyncBackend())
    with closing(network.connect_tcp("127.0.0.1", listener.getsockname()[1], timeout=5.0)) as stream:
        theirs, _ = listener.accept()
        with theirs:
            stream.write(b"y", timeout=60.0)
            with pytest.raises(httpcore.ReadTimeout):
                stream.read(100, timeout=0.01)


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


class Tunnel:
    """A stream over TLS to a proxy; what begins TLS in it again is not the socket."""

    within = object()

    def __init__(self) -> None:
        self.socket = ssl.create_default_context().wrap_socket(
            socket.socket(), server_hostname="localhost", do_handshake_on_connect=False
        )

    def get_extra_info(self, _: str) -> socket.socket:
        return self.socket

    def start_tls(self, *_: object) -> object:
        return self.within


def test_tls_within_tls_is_read_by_what_unwraps_it() -> None:
    tunnel = Tunnel()
    with closing(tunnel.socket):
        assert QuickStream(tunnel, tunnel.socket).start_tls(None) is Tunnel.within
