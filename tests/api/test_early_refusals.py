"""A server that refuses a large request before it has taken it, and takes no more: its answer counts."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from typing import cast

import pytest

from openrouter_sdk import errors
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.examples import meeting
from tests.helpers.fake_time import FakeTime
from tests.helpers.patience import PATIENCE_S
from tests.helpers.proxies import Http, TlsWithin
from tests.helpers.raw_server import Connection, RawServer
from tests.streams.tls import make_certificate

REFUSAL = b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
TAKEN = 65536
LARGE = "x" * 6_000_000  # more than the systems of both sides take in: Linux lets 4 MiB wait to be sent
BODY = b'{"id":"g","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"ok"}}]}'
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY
WAYS = ["leaves open", "half-closes", "closes", "resets"]


@pytest.fixture(scope="module")
def trust() -> tuple[ssl.SSLContext, str]:
    certificate, key = make_certificate()
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.load_cert_chain(certificate, key)
    return made, str(certificate)


def _start_tls(connection: Connection, kind: str, trust: ssl.SSLContext) -> None:
    if kind != "none":
        connection._sock = outer = trust.wrap_socket(connection._sock, server_side=True)
        if kind == "TLS within TLS":
            assert Http()(connection)
            connection._sock = cast("socket.socket", TlsWithin(outer, trust))


# sending does not know whether a stream is asked for
@pytest.mark.parametrize(
    ("tls", "way", "api", "streamed"),
    meeting(["none", "TLS", "TLS within TLS"], WAYS, ["sync", "async"], [False, True], of=3),
    indirect=["api"],
)
def test_a_refusal_that_comes_while_the_request_is_being_sent_is_read(
    tls: str,
    way: str,
    streamed: bool,
    api: Api,
    make_client: MakeClient,
    trust: tuple[ssl.SSLContext, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done = threading.Event()

    def refuse(connection: Connection) -> None:
        """Take the headers and no more, and answer when the client cannot send on."""
        _start_tls(connection, tls, trust[0])
        connection.read_head()
        time.sleep(0.05)  # real time: most often the client is blocked by then, and else it must do as well
        connection.send(REFUSAL)
        if way == "half-closes":
            connection.half_close()
        if way == "resets":
            connection.reset()
        elif way != "closes":
            done.wait(PATIENCE_S)

    monkeypatch.setenv("SSL_CERT_FILE", trust[1])
    with RawServer(refuse, takes=TAKEN) as early:
        address = early.url if tls == "none" else early.url.replace("http://127.0.0.1", "https://localhost")
        monkeypatch.setenv("HTTPS_PROXY", address.removesuffix("/api/v1"))
        url = "https://openrouter.example/api/v1" if tls == "TLS within TLS" else address
        client = make_client(server_url=url, retry_config=None, timeout=PATIENCE_S)
        # asyncio may drop what TLS had received when a write meets the reset first, as which closing comes too
        lost = (
            (errors.NoResponseError,) if tls != "none" and way in ("closes", "resets") and api.colour == "async" else ()
        )
        with pytest.raises((errors.PayloadTooLargeResponseError, *lost)):
            api.answer(client, streamed=streamed, user=LARGE)
        done.set()
        assert early.wait_all_closed()
        assert early.connections == 1


def test_a_server_that_takes_a_request_by_drips_is_left_when_the_time_is_up(api: Api, make_client: MakeClient) -> None:
    done = threading.Event()

    def drip(connection: Connection) -> None:
        connection.read_head()
        # each takes less time than a piece may
        while not done.is_set() and connection.read_bytes(50_000):
            time.sleep(0.02)  # real time: the server's own slowness

    with RawServer(drip, takes=TAKEN) as slow:
        client = make_client(server_url=slow.url, retry_config=None, real_time=True)
        with pytest.raises(errors.RequestTimedOutError, match="the call did not end within"):
            api.send(client, user=LARGE, timeout_ms=300)
        done.set()


@pytest.mark.parametrize("waits", [False, True])
def test_a_kept_connection_that_ends_while_the_server_works_is_not_asked_again(
    waits: bool, api: Api, make_client: MakeClient, clock: FakeTime
) -> None:
    """Its end would have met the request, had it come before: so late, the server had begun to work."""

    def work(connection: Connection) -> None:
        connection.read_request()
        connection.send(ANSWER)
        if connection.read_request():
            clock.seconds += 30.0 if waits else 0.5

    with RawServer(work) as server:
        client = make_client(server_url=server.url)
        assert api.send(client).text == "ok"
        if waits:
            with pytest.raises(errors.NoResponseError) as caught:
                api.send(client)
            assert (caught.value.request_sent, caught.value.attempts, server.requests) == (True, 1, 2)
        else:
            assert api.send(client).http.attempts == 2
            assert server.requests == 3
        api.close(client)
