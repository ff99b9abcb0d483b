"""Calls over TLS, straight and through proxies of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from openrouter_sdk import errors
from openrouter_sdk.custom.http import parse_url
from openrouter_sdk.custom.http.faults import Fault
from openrouter_sdk.custom.http.routes import _socks5, _tunnel
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.proxies import Accepts, Http, Socks, proxy_to
from tests.helpers.raw_server import Connection, RawServer
from tests.streams.tls import TlsServer
from tests.streams.wire import DONE, text

FAR = "https://openrouter.example/api/v1"
ANSWER = text("Hel") + text("lo", "stop") + DONE


@pytest.fixture
def tls(monkeypatch: pytest.MonkeyPatch) -> Iterator[TlsServer]:
    server = TlsServer(ANSWER)
    monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
    yield server
    server.stop()


def answer(api: Api, make_client: MakeClient, url: str) -> Any:
    return api.answer(make_client(server_url=url, retry_config=None, real_time=True), streamed=True)


def test_a_server_is_spoken_to_over_tls(api: Api, make_client: MakeClient, tls: TlsServer) -> None:
    assert answer(api, make_client, tls.url).text == "Hello"


def test_a_certificate_for_another_name_is_refused_before_anything_is_sent(
    api: Api, make_client: MakeClient, tls: TlsServer
) -> None:
    with pytest.raises(errors.NoResponseError, match="certificate") as caught:
        answer(api, make_client, tls.url.replace("localhost", "127.0.0.1"))

    assert caught.value.request_sent is False


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("user", ["", "jo:s%2Fcret@"])
def test_tls_goes_through_an_http_proxy(
    user: str, scheme: str, api: Api, make_client: MakeClient, tls: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    http = Http()
    with proxy_to(tls.port, http, tls._context if scheme == "https" else None) as proxy:
        address = proxy.url.removesuffix("/api/v1").replace("http://127.0.0.1", f"{scheme}://{user}localhost")
        monkeypatch.setenv("HTTPS_PROXY", address)

        assert answer(api, make_client, FAR).text == "Hello"

    assert http.heads[0].startswith(b"CONNECT openrouter.example:443 HTTP/1.1\r\n")
    assert (b"proxy-authorization: Basic am86cy9jcmV0" in http.heads[0]) is bool(user)
    assert b"authorization: Bearer" not in http.heads[0]


@pytest.mark.parametrize("bound", [b"\1\0\0\0\0\0\0", b"\3\4here\0\0", b"\4" + bytes(18)], ids=["IPv4", "name", "IPv6"])
def test_tls_goes_through_a_socks_proxy(
    bound: bytes, api: Api, make_client: MakeClient, tls: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    socks = Socks(bound=bound)
    with proxy_to(tls.port, socks) as proxy:
        address = proxy.url.removesuffix("/api/v1").removeprefix("http://")
        monkeypatch.setenv("ALL_PROXY", f"socks5://jo:s%2Fcret@{address}")

        assert answer(api, make_client, FAR).text == "Hello"

    assert socks.told == [b"\5\2\0\2", b"jo:s/cret", b"openrouter.example\x01\xbb"]


def test_a_socks_proxy_that_cannot_connect_says_why(
    api: Api, make_client: MakeClient, tls: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxy_to(tls.port, Socks(refuses=b"\5")) as proxy:
        address = proxy.url.removesuffix("/api/v1").removeprefix("http://")
        monkeypatch.setenv("ALL_PROXY", f"socks5://jo:s%2Fcret@{address}")
        with pytest.raises(errors.NoResponseError, match="the proxy: the connection was refused") as caught:
            answer(api, make_client, FAR)

    assert caught.value.request_sent is False


NO_PROXIES: dict[str, Accepts] = {
    "says nothing": lambda connection: bool(connection.read_head()) and False,
    "speaks no HTTP": lambda connection: bool(connection.read_head()) and bool(connection.send(b"SSH-2.0\r\n\r\n")),
    "wants a password": lambda connection: (
        bool(connection.read_head()) and bool(connection.send(b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n"))
    ),
}


@pytest.mark.parametrize("scheme", ["http", "socks5"])
@pytest.mark.parametrize("kind", NO_PROXIES)
def test_what_is_no_proxy_is_no_response(
    kind: str, scheme: str, api: Api, make_client: MakeClient, tls: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accepts(connection: Connection) -> bool:
        if scheme == "socks5":
            connection.read_bytes(3)
            if kind != "says nothing":
                connection.send(b"\5\xff")
            return False
        return NO_PROXIES[kind](connection)

    with proxy_to(tls.port, accepts) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy.url.removesuffix("/api/v1").replace("http", scheme))
        with pytest.raises(errors.NoResponseError, match="proxy") as caught:
            answer(api, make_client, FAR)

    assert caught.value.request_sent is False
    assert "Bearer" not in repr(caught.value)


@pytest.mark.parametrize("scheme", ["http", "socks5", "https"])
def test_a_proxy_that_hangs_is_left_when_the_time_to_connect_is_up(
    scheme: str, api: Api, make_client: MakeClient, tls: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(connection: Connection) -> None:
        connection.read_head()
        connection.client_gone()

    with RawServer(hang) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy.url.removesuffix("/api/v1").replace("http", scheme))
        client = make_client(server_url=FAR, retry_config=None, timeout=0.2, real_time=True)
        with pytest.raises(errors.RequestTimedOutError, match=r"no connection to .* within 0\.2 s") as caught:
            api.send(client)
        assert caught.value.request_sent is False
        assert proxy.wait_all_closed()


def test_what_a_proxy_says_before_its_answer_is_passed_over() -> None:
    talk = _tunnel(parse_url("https://openrouter.example/"), [])

    assert next(talk).startswith(b"CONNECT openrouter.example:443 HTTP/1.1\r\n")
    assert talk.send(b"HTTP/1.1 103 Early Hints\r\n\r\n") == b""
    with pytest.raises(StopIteration):
        talk.send(b"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")


def test_a_socks_proxy_that_refuses_the_password_says_so() -> None:
    talk = _socks5(parse_url("https://openrouter.example/"), ("jo", "wrong"))

    assert next(talk) == b"\5\2\0\2"
    assert talk.send(b"\5\2") == b"\1\2jo\5wrong"
    with pytest.raises(Fault, match="the proxy refuses user name and password"):
        talk.send(b"\1\1")
