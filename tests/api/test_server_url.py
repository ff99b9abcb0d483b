"""The base URL: where it comes from, its spellings, and URLs that are refused."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors, testing
from openrouter_sdk.custom.engine.settings import Settings
from tests.conftest import MakeClient
from tests.helpers.api import Api


def settings_of(client: OpenRouter) -> Settings:
    return client._settings


def test_the_default_is_the_production_server() -> None:
    with OpenRouter(api_key="test") as client:
        assert settings_of(client).server_url == "https://openrouter.ai/api/v1"


@pytest.mark.parametrize(
    ("suffix", "path"),
    [
        ("/api/v1", "/api/v1/chat/completions"),
        ("/api/v1/", "/api/v1/chat/completions"),
        ("/api/v1//", "/api/v1/chat/completions"),
        ("", "/chat/completions"),
        ("/", "/chat/completions"),
        ("/some/proxy/of%20mine", "/some/proxy/of mine/chat/completions"),
    ],
)
@pytest.mark.parametrize("per_call", [False, True])
def test_a_base_url_may_end_as_it_likes(
    suffix: str, path: str, per_call: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    url = server.url.removesuffix("/api/v1") + suffix
    server.enqueue(testing.reply("ok"))

    if per_call:
        api.send(make_client(server_url="https://unused.example"), server_url=url)
    else:
        api.send(make_client(server_url=url))

    assert server.requests[0].path == path


def test_the_base_url_comes_from_the_environment(
    api: Api, make_client: MakeClient, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_BASE_URL", f" {server.url}/\n")

    api.send(make_client(server_url=None))

    assert server.requests[0].path == "/api/v1/chat/completions"


def test_an_argument_beats_the_environment(
    api: Api, make_client: MakeClient, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_BASE_URL", "https://other.example")

    api.send(make_client())

    assert len(server.requests) == 1


def test_a_blank_variable_is_no_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_BASE_URL", "  ")

    with OpenRouter(api_key="test") as client:
        assert settings_of(client).server_url == "https://openrouter.ai/api/v1"


def test_a_bad_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_BASE_URL", "openrouter.ai")

    with pytest.raises(errors.ArgumentError, match=r"OPENROUTER_BASE_URL 'openrouter\.ai'"):
        OpenRouter(api_key="test")


@pytest.mark.parametrize(
    "url",
    [
        "openrouter.ai/api/v1",
        "ftp://openrouter.ai",
        "https://",
        "https:///api",
        "//openrouter.ai",
        "",
        "  ",
        "https://[",
        "https://a[::1]",
        "https://[::1]x",
        "https://openrouter.ai/\napi",
        "https://openrouter.ai/\x00",
        "https://open\trouter.ai",
        "https://openrouter.ai/\ud800",
        "https://-é.example",
        "https://é<.example",
        "https://xn--",
        "https://xn--a",
        "https://a" + 70 * "b",
        "https://" + 5 * (60 * "a" + ".") + "example",
        "https://a..b",
    ],
)
@pytest.mark.parametrize("per_call", [False, True])
def test_what_is_no_url_is_refused(url: str, per_call: bool) -> None:
    def use() -> None:
        with OpenRouter(api_key="test", **({} if per_call else {"server_url": url})) as client:
            client.chat.send(messages=[], server_url=url)

    with pytest.raises(errors.ArgumentError, match="server_url"):
        use()


@pytest.mark.parametrize("url", ["https://bücher.example/v1", "https://xn--bcher-kva.example", "https://a_b.example."])
def test_a_host_may_be_in_any_script(url: str) -> None:
    with OpenRouter(api_key="test", server_url=url) as client:
        assert settings_of(client).server_url == url


@pytest.mark.parametrize(
    "url",
    [
        "https://openrouter.ai/api?x=1",
        "https://openrouter.ai/api?",
        "https://openrouter.ai/#top",
        "https://me:hunter2@openrouter.ai",
        "https://me:hunter2@openrouter.ai:port",
        "ftp://me:hunter2@openrouter.ai",
        "http://me:hunter2@example.com",
    ],
)
def test_a_url_with_more_than_a_path_is_refused_and_its_password_not_shown(url: str) -> None:
    with pytest.raises(errors.ArgumentError, match="server_url") as caught:
        OpenRouter(api_key="test", server_url=url)

    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "http://openrouter.ai/api/v1",
        "http://10.0.0.1:8080",
        "http://127.example.com.org",
        "http://127.0.0.evil",
        "http://localhost.example.com",
        "http://0.0.0.0:8080",
        "http://[fe80::1]",
    ],
)
def test_plain_http_to_another_machine_is_refused(url: str) -> None:
    with pytest.raises(errors.ArgumentError, match=r"unencrypted.*allow_http=True"):
        OpenRouter(api_key="test", server_url=url)


def test_plain_http_to_another_machine_is_refused_for_a_call_too(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    with pytest.raises(errors.ArgumentError, match="unencrypted"):
        api.send(make_client(), server_url="http://example.com")

    assert server.requests == []


@pytest.mark.parametrize("url", ["http://localhost:1", "http://127.0.0.1", "http://127.8.9.1:80", "http://[::1]:8080"])
def test_plain_http_to_this_machine_is_allowed(url: str) -> None:
    with OpenRouter(api_key="test", server_url=url) as client:
        assert settings_of(client).server_url == url


def test_plain_http_is_allowed_when_asked_for() -> None:
    with OpenRouter(api_key="test", server_url="http://gateway.example/v1/", allow_http=True) as client:
        assert settings_of(client).server_url == "http://gateway.example/v1"


@pytest.mark.parametrize("url", [b"https://a.example", 5, ["https://a.example"]])
def test_a_url_of_the_wrong_type_is_a_type_error(url: Any) -> None:
    with pytest.raises(TypeError, match="server_url must be a string"):
        OpenRouter(api_key="test", server_url=url)
