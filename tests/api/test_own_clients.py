"""The httpx clients that the SDK makes: on the wire they are no different from httpx's own."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from openrouter_sdk import OpenRouter, errors, testing
from openrouter_sdk.custom.http import cookies, parse_url
from openrouter_sdk.custom.http.sender import Sender
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.patience import PATIENCE_S

ANSWER = json.dumps({"choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}}]}).encode()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Mine": "yes", "x-trace": "1"},
        {"Accept-Encoding": "identity", "CONNECTION": "close"},
        {"Host": "example.test", "User-Agent": "mine", "Accept": "*/*"},
        {"Cookie": "mine=1"},
    ],
)
@pytest.mark.parametrize("streamed", [False, True])
def test_the_request_is_the_one_that_an_injected_client_sends(
    headers: dict[str, str], streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    injected = api.http_client()
    for clients in ({}, injected):
        client = make_client(**clients)
        api.answer(client, streamed=streamed, http_headers=headers)
        api.close(client)
    assert not api.is_closed(injected)

    own, other = server.requests
    assert own.headers == other.headers
    assert (own.method, own.path, own.json) == (other.method, other.path, other.json)
    assert {name.lower(): value for name, value in headers.items()}.items() <= own.headers.items()


def with_cookie(cookie: str) -> Any:
    """An answer that sets a cookie."""
    return testing.raw(200, {"Content-Type": "application/json", "Set-Cookie": cookie}, ANSWER)


def test_a_cookie_that_the_server_sets_is_sent_back(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    client = make_client()
    server.enqueue(with_cookie("__cf_bm=one; Path=/"), with_cookie("__cf_bm=two; Path=/"))

    for _ in range(3):
        api.send(client)

    assert [request.headers.get("cookie") for request in server.requests] == [None, "__cf_bm=one", "__cf_bm=two"]


def test_a_cookie_for_another_path_is_kept_to_it(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    client = make_client()
    server.enqueue(with_cookie("a=b; Path=/elsewhere"))

    for _ in range(2):
        api.send(client)

    assert "cookie" not in server.requests[1].headers


@pytest.mark.parametrize("name", ["a", "\u00e4"])
@pytest.mark.parametrize("value", ["\u00e4", "\u00c3\u00a4"], ids=["latin-1", "utf-8"])
def test_a_cookie_beyond_ascii_is_dropped_and_the_others_are_kept(
    name: str, value: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client()
    server.enqueue(with_cookie(f"{name}={value}; Path=/"), with_cookie("c=d; Path=/"))

    for _ in range(3):
        api.send(client)

    assert [request.headers.get("cookie") for request in server.requests] == [None, None, "c=d"]


def test_threads_may_keep_cookies_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cookies, "_MOST", 3)
    kept, url = cookies.Cookies(), parse_url("https://api.example/v1")

    def keep(number: int) -> None:
        for count in range(100):
            kept.keep(url, [(b"set-cookie", b"c%d-%d=x" % (number, count))])

    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(keep, range(4)))
    finally:
        sys.setswitchinterval(usual)

    [(name, line)] = kept.lines(url)
    assert name == b"cookie"
    assert line.count(b"=x") == 3


def test_a_connection_whose_answer_cannot_be_kept_leaves_its_place_to_others(
    api: Api, make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = make_client(limits=httpx.Limits(max_connections=1), timeout=httpx.Timeout(PATIENCE_S, pool=0.001))

    with monkeypatch.context() as patched:
        patched.setattr(Sender, "keep_cookies", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            api.send(client)

    api.send(client)


@pytest.mark.parametrize("most", [0, -1])
def test_a_client_that_could_open_no_connection_is_refused(most: int) -> None:
    with pytest.raises(errors.ArgumentError, match="limits: max_connections must be above 0"):
        OpenRouter(api_key="test", limits=httpx.Limits(max_connections=most))


def test_a_backend_of_old_is_told_to_be_without_effect_where_the_client_is_made() -> None:
    with pytest.warns(DeprecationWarning, match="http_backend is without effect") as told:
        OpenRouter(api_key="test", http_backend="aiohttp").close()

    assert [warning.filename for warning in told] == [__file__]
