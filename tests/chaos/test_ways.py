"""Ways to a server beside the plain one: HTTP/2, IPv6, a Unix socket, and proxies before an injected client."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, Self

import pytest
from hypercorn.asyncio import serve
from hypercorn.config import Config

from openrouter_sdk import errors
from tests.chaos.conftest import CARRIERS, Carrier
from tests.chaos.exchanges import EXCHANGES, WORDS
from tests.chaos.network import Network
from tests.chaos.test_every_byte import Found, ask
from tests.helpers.api import Api
from tests.helpers.patience import PATIENCE_S, given_time
from tests.helpers.proxies import Http, Socks, proxy_to
from tests.helpers.raw_server import Connection
from tests.streams.wire import DONE, text

INJECTED = pytest.mark.parametrize("carrier", [each for each in CARRIERS if " over " in each], indirect=True)
STREAM = EXCHANGES["stream"]
FAR = "https://openrouter.example/api/v1"


def is_whole(found: Found) -> bool:
    return (found.raised, found.texts) == (None, list(WORDS))


@pytest.mark.skipif(not socket.has_ipv6, reason="this Python knows no IPv6")
def test_a_server_is_reached_over_ipv6(carrier: Carrier) -> None:
    try:
        running = Network(host="::1")
    except OSError:
        pytest.skip("this machine has no ::1")
    with running as network:
        network.answer = STREAM.answer
        client, pool = carrier.client(network.url, keep=True)
        assert all(is_whole(ask(carrier.api, client, streamed=True)) for _ in range(2))
        assert len(pool.live) == 1


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this machine has no Unix sockets")
@INJECTED
def test_a_server_is_reached_over_a_unix_socket(carrier: Carrier, tmp_path: Path) -> None:
    path = str(tmp_path / "s")
    with Network(host=path) as network:
        network.answer = STREAM.answer
        client, _ = carrier.client(network.url, http={"transport": carrier.transport(uds=path)})

        assert is_whole(ask(carrier.api, client, streamed=True))
        assert network.requests == 1


class Authenticating(Http):
    """An HTTP proxy that knows one user."""

    def __call__(self, connection: Connection) -> bool:
        if not connection.read_head():
            return False
        self.heads.append(connection.received)
        allowed = b64encode(b"jo:right") in connection.received
        if allowed:
            connection.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            connection.send(b"HTTP/1.1 407 Who is it\r\nContent-Length: 0\r\n\r\n")
        return allowed


@pytest.fixture
def far(speaks_tls: ssl.SSLContext) -> Iterator[Network]:
    with Network(speaks_tls) as network:
        network.answer = STREAM.answer
        yield network


def through(carrier: Carrier, proxy: str, trusts: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    """A client of the far server, behind a proxy."""
    if carrier.is_own:
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        return carrier.client(FAR)
    return carrier.client(FAR, http={**trusts, "proxy": proxy})


@pytest.mark.parametrize("password", ["right", "wrong"])
def test_a_proxy_that_asks_who_it_is_lets_pass_whom_it_knows(
    password: str, carrier: Carrier, far: Network, trusts: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    accepts = Authenticating()
    with proxy_to(far.port, accepts) as proxy:
        address = proxy.url.removesuffix("/api/v1").replace("://", f"://jo:{password}@")
        client, pool = through(carrier, address, trusts, monkeypatch)
        found = ask(carrier.api, client, streamed=True)

        assert pool.busy == 0
        assert accepts.heads[0].startswith(b"CONNECT openrouter.example:443 ")
        if password == "right":
            assert is_whole(found)
        else:
            assert type(found.raised) is errors.NoResponseError
            assert "407" in found.raised.message
            assert (found.raised.request_sent, far.requests) == (False, 0)
            assert "wrong" not in repr(found.raised)
        assert proxy.wait_all_closed()


@INJECTED
def test_an_injected_client_goes_through_a_socks_proxy(
    carrier: Carrier, far: Network, trusts: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    # httpx takes only replies that come whole
    accepts = Socks(at_once=True)
    with proxy_to(far.port, accepts) as proxy:
        address = proxy.url.removesuffix("/api/v1").replace("http://", "socks5://jo:right@")
        client, _ = through(carrier, address, trusts, monkeypatch)

        assert is_whole(ask(carrier.api, client, streamed=True))
        assert accepts.told[1:] == [b"jo:right", b"openrouter.example\x01\xbb"]


Send = Callable[[dict[str, Any]], Awaitable[None]]


class Http2:
    """hypercorn, over TLS, which speaks HTTP/2 to who can: it says what the model's name asks for."""

    def __init__(self, certificate: tuple[str, str]) -> None:
        listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://localhost:{listener.getsockname()[1]}/api/v1"
        self._config = Config()
        self._config.bind = [f"fd://{listener.detach()}"]
        self._config.certfile, self._config.keyfile = certificate
        self.keep_idle(PATIENCE_S)
        self._config.errorlog = self._config.accesslog = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)
        self._stop: asyncio.Event
        self._begun = threading.Event()
        self.versions: list[str] = []
        self.clients: set[Any] = set()

    def keep_idle(self, seconds: float) -> None:
        """Keep a connection that nobody uses for so long."""
        self._config.keep_alive_timeout = seconds

    async def _run(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._begun.set()
        app: Any = self._app
        # it ends when its clients have gone
        await serve(app, self._config, shutdown_trigger=self._stop.wait)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._begun.wait(PATIENCE_S)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(PATIENCE_S)

    async def _app(self, scope: Any, receive: Any, send: Send) -> None:
        if scope["type"] == "lifespan":
            await receive()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})
            return
        body = b""
        while (message := await receive()).get("more_body"):
            body += message["body"]
        body += message["body"]
        self.versions.append(scope["http_version"])
        self.clients.add(scope["client"])
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]})
        for word in WORDS[:10]:
            await send({"type": "http.response.body", "body": text(word), "more_body": True})
        if b"it/breaks" in body:
            raise RuntimeError("as the test wants")
        if b"it/stalls" in body:
            await self._stop.wait()
            return
        for word in WORDS[10:]:
            await send({"type": "http.response.body", "body": text(word), "more_body": True})
        await send({"type": "http.response.body", "body": text("", "stop") + DONE})


@pytest.fixture
def http2(certificate: tuple[str, str]) -> Iterator[Http2]:
    with Http2(certificate) as server:
        yield server


def client_of(carrier: Carrier, server: Http2, trusts: dict[str, Any], **options: Any) -> Any:
    return carrier.client(server.url, keep=True, http={**trusts, "http2": True, "http1": False}, **options)


@INJECTED
def test_over_http2_many_streams_share_a_connection(http2: Http2, carrier: Carrier, trusts: dict[str, Any]) -> None:
    client, pool = client_of(carrier, http2, trusts)
    # so that there is one to be shared
    assert is_whole(ask(carrier.api, client, streamed=True))

    assert at_once(carrier.api, client, 8) == [list(WORDS)] * 8
    assert set(http2.versions) == {"2"}
    assert (len(http2.clients), pool.busy, pool.requests) == (1, 0, 0)


def at_once(api: Api, client: Any, count: int) -> list[list[str]]:
    """The texts of so many streams that are open at once."""
    streams = [api.stream(client) for _ in range(count)]
    return [stream.texts() for stream in streams]


@INJECTED
def test_over_http2_a_stream_that_breaks_is_interrupted_and_spoils_no_other(
    http2: Http2, carrier: Carrier, trusts: dict[str, Any]
) -> None:
    # what it waits, too, before it ends a connection on which an answer broke off
    http2.keep_idle(0.2)
    client, pool = client_of(carrier, http2, trusts)
    other = carrier.api.stream(client)
    first = next(iter(other)).text
    broken = ask(carrier.api, client, streamed=True, model="it/breaks")

    assert type(broken.raised) is errors.StreamInterruptedError
    assert (broken.attempts, broken.texts) == (1, list(WORDS[: len(broken.texts)]))
    assert [first, *other.texts()] == list(WORDS)
    assert (pool.busy, pool.requests, len(http2.versions)) == (0, 0, 2)


@INJECTED
def test_over_http2_a_stream_that_stalls_is_given_up_in_time_and_spoils_no_other(
    http2: Http2, carrier: Carrier, trusts: dict[str, Any]
) -> None:
    client, pool = client_of(carrier, http2, trusts, real_time=True)

    def stall(seconds: float) -> Found:
        return ask(carrier.api, client, streamed=True, model="it/stalls", idle_timeout=seconds)

    found = given_time(stall, enough=lambda found: found.texts == list(WORDS[:10]))

    assert type(found.raised) is errors.RequestTimedOutError
    assert is_whole(ask(carrier.api, client, streamed=True))
    assert pool.requests == 0
