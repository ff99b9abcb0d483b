"""Proxies and certificates of the environment. No proxy is for this machine."""

from __future__ import annotations

import shutil
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.raw_server import Connection, RawServer
from tests.streams.tls import TlsServer

NO_CREDITS = b"HTTP/1.1 402 Payment Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
SOMEWHERE = {"server_url": "http://openrouter.example/v1", "allow_http": True}


@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
def test_a_call_to_this_machine_goes_round_the_proxy(
    name: str, api: Api, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:9")

    result = api.send(OpenRouter(server_url=server.url.replace("127.0.0.1", "localhost"), api_key="test"))

    assert result.text == "Tell me more"


@pytest.mark.parametrize("streamed", [False, True])
def test_a_proxy_that_refuses_to_connect_has_sent_nothing_on(
    streamed: bool, api: Api, make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    def refuse(connection: Connection) -> None:
        connection.read_head()
        asked.append(connection.received.split(b"\r\n")[0])
        connection.send(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")

    with RawServer(refuse) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url.removesuffix("/api/v1"))
        client = make_client(server_url="https://openrouter.example/v1")
        with pytest.raises(errors.NoResponseError, match="503 Busy") as caught:
            api.answer(client, streamed=streamed)

    assert caught.value.request_sent is False
    assert caught.value.attempts == len(asked) == 4
    assert set(asked) == {b"CONNECT openrouter.example:443 HTTP/1.1"}


@pytest.fixture
def asked() -> list[bytes]:
    """What the proxy was asked."""
    return []


@pytest.fixture
def proxy(asked: list[bytes]) -> Iterator[str]:
    """A proxy that takes each request for one without credits."""

    def answer(connection: Connection) -> None:
        connection.read_request()
        asked.append(connection.received)
        connection.send(NO_CREDITS)

    with RawServer(answer) as raw:
        yield raw.url.removesuffix("/api/v1")


@pytest.mark.parametrize("exempt", ["localhost,::1/128", "10.0.0.0/8,[,://,::1/129", "other.example"])
@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
def test_no_entry_of_no_proxy_stops_the_calls(
    name: str,
    exempt: str,
    api: Api,
    make_client: MakeClient,
    proxy: str,
    asked: list[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(name, proxy)
    monkeypatch.setenv("NO_PROXY", exempt)

    assert api.send(make_client()).text == "Tell me more"
    with pytest.raises(errors.PaymentRequiredResponseError):
        api.send(make_client(**SOMEWHERE))

    assert [request.split(b"\r\n")[0] for request in asked] == [
        b"POST http://openrouter.example/v1/chat/completions HTTP/1.1"
    ]


def test_the_proxy_is_told_user_and_password(
    api: Api, make_client: MakeClient, proxy: str, asked: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy.replace("://", "://jo:s%2Fcret@"))

    with pytest.raises(errors.PaymentRequiredResponseError):
        api.send(make_client(**SOMEWHERE))

    assert b"proxy-authorization: basic am86cy9jcmv0" in asked[0].lower()


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("value", ["ftp://jo:s3cret@127.0.0.1:9", "http://jo:s3cret@127.0.0.1:x", "jo:s3cret@:9"])
@pytest.mark.parametrize("name", ["HTTP_PROXY", "all_proxy"])
def test_what_names_no_proxy_raises_when_the_client_is_used(
    name: str, value: str, streamed: bool, api: Api, make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    client = make_client(**SOMEWHERE)

    with pytest.raises(errors.ArgumentError) as caught:
        api.answer(client, streamed=streamed)

    assert str(caught.value).startswith(f"{name}='{value.replace('jo:s3cret', '***')}'")
    assert caught.value.__context__ is caught.value.__cause__ is None


@pytest.mark.parametrize("scheme", ["socks", "socks5", "socks5h"])
def test_a_socks_proxy_is_gone_through(
    scheme: str, api: Api, make_client: MakeClient, asked: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(connection: Connection) -> None:
        connection.read_bytes(3)
        connection.send(b"\x05\x00")
        head = connection.read_bytes(5)
        asked.append(connection.read_bytes(head[4])[: head[4]])
        connection.read_bytes(2)
        connection.send(b"\x05\x00\x00\x01" + bytes(4) + struct.pack(">H", 0))
        connection.read_request()
        connection.send(NO_CREDITS)

    with RawServer(answer) as raw:
        address = raw.url.removesuffix("/api/v1").removeprefix("http")
        monkeypatch.setenv("ALL_PROXY", f"{scheme}{address}")
        client = make_client(**SOMEWHERE)
        with pytest.raises(errors.PaymentRequiredResponseError):
            api.send(client)

    assert asked == [b"openrouter.example"]


def test_an_injected_client_reads_the_environment_itself(
    api: Api, proxy: str, monkeypatch: pytest.MonkeyPatch, server: testing.Server
) -> None:
    monkeypatch.setenv("ALL_PROXY", "ftp://nowhere")
    injected = api.http_client(trust_env=False)

    assert api.send(OpenRouter(server_url=server.url, api_key="test", **injected)).text == "Tell me more"
    api.is_closed(injected)


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_certificates_that_are_not_there_raise_when_the_client_is_used(
    name: str, api: Api, make_client: MakeClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, str(tmp_path / "none"))
    client = make_client()

    with pytest.raises(errors.ArgumentError) as caught:
        api.send(client)

    assert str(caught.value).startswith(f"{name}={str(tmp_path / 'none')!r}")


def test_a_file_that_is_no_pem_raises_when_the_client_is_used(
    api: Api, make_client: MakeClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "roots.pem"
    file.write_bytes(b"\x30\x82")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    client = make_client()

    with pytest.raises(errors.ArgumentError) as caught:
        api.send(client)

    assert str(caught.value).startswith(f"SSL_CERT_FILE={str(file)!r}")


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_the_certificates_of_the_environment_are_trusted(
    name: str, api: Api, make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = b'data: {"choices":[{"index":0,"delta":{"content":"Hi"}}]}\n\ndata: [DONE]\n\n'
    tls = TlsServer(event)
    folder = tls.certificate.parent
    hashed = ["openssl", "x509", "-hash", "-noout", "-in", str(tls.certificate)]
    name_there = subprocess.run(hashed, check=True, capture_output=True, text=True).stdout.strip()
    shutil.copy(tls.certificate, folder / f"{name_there}.0")
    monkeypatch.setenv(name, str(tls.certificate if name == "SSL_CERT_FILE" else folder))

    try:
        assert api.answer(make_client(server_url=tls.url, retry_config=None), streamed=True).text == "Hi"
    finally:
        tls.stop()
