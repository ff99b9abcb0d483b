"""The headers of requests."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter_sdk import errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api

ATTRIBUTION = {"http_referer": "https://app.example", "x_open_router_title": "App", "x_open_router_categories": "cli,a"}
ON_THE_WIRE = {"http-referer": "https://app.example", "x-openrouter-title": "App", "x-openrouter-categories": "cli,a"}
OWN_HEADERS = {*ON_THE_WIRE, "x-openrouter-metadata", "x-openrouter-experimental-metadata", "x-title"}


def own_headers(request: testing.Request) -> dict[str, str]:
    return {name: value for name, value in request.headers.items() if name in OWN_HEADERS}


def test_the_key_is_a_bearer_token(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    api.send(make_client(api_key="secret"))

    assert server.requests[0].headers["authorization"] == "Bearer secret"


def test_the_request_says_what_it_is(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    api.send(make_client())

    request = server.requests[0]
    assert (request.method, request.path) == ("POST", "/api/v1/chat/completions")
    assert request.headers["content-type"] == "application/json"
    assert request.headers["user-agent"].startswith("openrouter-sdk-python/")


@pytest.mark.parametrize("streamed", [False, True])
def test_attribution_of_the_client_goes_with_each_request(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(**ATTRIBUTION)
    server.enqueue(testing.error(503), testing.error(503))

    api.answer(client, streamed=streamed)
    api.answer(client, streamed=streamed)

    assert [own_headers(request) for request in server.requests] == [ON_THE_WIRE] * 4


@pytest.mark.parametrize("streamed", [False, True])
def test_attribution_of_the_call_wins(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(http_referer="https://other.example", x_open_router_title="Other")

    api.answer(client, streamed=streamed, **ATTRIBUTION)
    api.answer(client, streamed=streamed)

    assert own_headers(server.requests[0]) == ON_THE_WIRE
    assert own_headers(server.requests[1]) == {
        "http-referer": "https://other.example",
        "x-openrouter-title": "Other",
    }


@pytest.mark.parametrize("streamed", [False, True])
def test_no_header_is_sent_that_nobody_set(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    api.answer(make_client(), streamed=streamed)

    assert own_headers(server.requests[0]) == {}


@pytest.mark.parametrize("name", ["x_open_router_metadata", "x_open_router_experimental_metadata"])
@pytest.mark.parametrize("streamed", [False, True])
def test_both_spellings_of_metadata_send_one_header(
    name: str, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    result = api.answer(make_client(), streamed=streamed, **{name: "enabled"})

    assert own_headers(server.requests[0]) == {"x-openrouter-metadata": "enabled"}
    assert result.openrouter_metadata is not None


def test_both_spellings_at_once_are_one_header_if_they_agree(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    api.send(make_client(), x_open_router_metadata="enabled", x_open_router_experimental_metadata="enabled")

    assert own_headers(server.requests[0]) == {"x-openrouter-metadata": "enabled"}


def test_two_spellings_that_differ_are_refused(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    with pytest.raises(errors.ArgumentError, match="x_open_router_experimental_metadata differ"):
        api.send(make_client(), x_open_router_metadata="enabled", x_open_router_experimental_metadata="disabled")

    assert server.requests == []


def test_further_headers_are_sent_and_win(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    client = make_client(http_headers={"X-One": "client", "X-Two": "client"}, x_open_router_title="Named")

    api.send(client, http_headers={"x-one": "call", "X-Session-Id": "s", "X-OpenRouter-Title": "Raw"})

    headers = server.requests[0].headers
    assert {name: headers[name] for name in ("x-one", "x-two", "x-session-id", "x-openrouter-title")} == {
        "x-one": "call",
        "x-two": "client",
        "x-session-id": "s",
        "x-openrouter-title": "Raw",
    }


def test_a_header_replaces_one_of_the_sdk(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    api.send(make_client(), http_headers={"User-Agent": "mine/1", "Authorization": "Bearer other"})

    assert server.requests[0].headers["user-agent"] == "mine/1"
    assert server.requests[0].headers["authorization"] == "Bearer other"


@pytest.mark.parametrize("value", ["Приложение", "Über-App", "\N{GRINNING FACE} app"])
def test_text_beyond_ascii_is_sent_as_utf_8(
    value: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    api.send(make_client(), x_open_router_title=value)
    api.send(make_client(x_open_router_title=value))

    received = [request.headers["x-openrouter-title"] for request in server.requests]
    assert [text.encode("latin-1").decode() for text in received] == [value, value]


@pytest.mark.parametrize("streamed", [False, True])
def test_bytes_are_sent_as_they_are(streamed: bool, api: Api, make_client: MakeClient, server: testing.Server) -> None:
    headers: dict[str, Any] = {"X-One": "Über", "X-Two": "Über".encode("latin-1")}

    api.answer(make_client(), streamed=streamed, http_headers=headers)

    sent = server.requests[0].headers
    assert (sent["x-one"].encode("latin-1").decode(), sent["x-two"]) == ("Über", "Über")


BAD_VALUES: list[tuple[dict[str, Any], str]] = [
    ({"x_open_router_title": "App\r\nX-Evil: 1"}, "title"),
    ({"http_referer": "https://a\nb"}, "referer"),
    ({"x_open_router_categories": "a\x00b"}, "categories"),
    ({"x_open_router_title": "half \ud83c"}, "title"),
    ({"http_headers": {"X-A": "b\r\nX-Evil: 1"}}, "X-A"),
    ({"http_headers": {"X-A\r\nX-Evil": "1"}}, "http_headers"),
    ({"http_headers": {"X A": "1"}}, "http_headers"),
    ({"http_headers": {"": "1"}}, "http_headers"),
    ({"http_headers": {"Ü": "1"}}, "http_headers"),
]


@pytest.mark.parametrize(("options", "culprit"), BAD_VALUES)
def test_a_header_that_cannot_be_sent_is_refused_by_name(
    options: dict[str, Any], culprit: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    with pytest.raises(errors.ArgumentError, match=f"(?i){culprit}"):
        api.send(make_client(), **options)
    with pytest.raises(errors.ArgumentError, match=f"(?i){culprit}"):
        make_client(**options)

    assert server.requests == []


@pytest.mark.parametrize(
    ("options", "culprit"),
    [
        ({"x_open_router_title": 5}, "(?i)title must be a string, not int"),
        ({"http_headers": {"X-A": None}}, "X-A.* must be a string, not NoneType"),
        ({"http_headers": {5: "a"}}, "http_headers.*int"),
        ({"http_headers": [("X-A", "b")]}, "http_headers must be a mapping, not list"),
    ],
)
def test_a_header_of_the_wrong_type_is_a_type_error(
    options: dict[str, Any], culprit: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    with pytest.raises(TypeError, match=culprit):
        api.send(make_client(), **options)
    with pytest.raises(TypeError, match=culprit):
        make_client(**options)

    assert server.requests == []
