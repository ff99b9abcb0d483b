"""Redirects are followed on the same host; the key goes nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from openrouter_sdk import errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api


@pytest.fixture
def elsewhere() -> Iterator[testing.Server]:
    """Another server: the same address, another port."""
    with testing.serve() as running:
        yield running


def redirect(status: int, location: str) -> object:
    return testing.raw(status, {"Location": location}, b"moved")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("streamed", [False, True])
def test_the_same_host_is_followed_with_key_and_body(
    status: int, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(redirect(status, "/other/path?x=1"), redirect(status, f"{server.url}/third"), testing.reply("There"))

    result = api.answer(make_client(api_key="secret"), streamed=streamed)

    assert result.text == "There"
    assert result.http.attempts == 1
    paths = [request.path for request in server.requests]
    assert paths == ["/api/v1/chat/completions", "/other/path", "/api/v1/third"]
    assert {request.method for request in server.requests} == {"POST"}
    assert {request.headers["authorization"] for request in server.requests} == {"Bearer secret"}
    assert len({request.body for request in server.requests}) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("streamed", [False, True])
def test_another_host_is_not_followed_and_never_sees_the_key(
    status: int,
    streamed: bool,
    api: Api,
    make_client: MakeClient,
    server: testing.Server,
    elsewhere: testing.Server,
) -> None:
    server.enqueue(redirect(status, f"{elsewhere.url}/chat/completions"))

    with pytest.raises(errors.OpenRouterDefaultError, match="redirect to") as caught:
        api.answer(make_client(), streamed=streamed)

    assert caught.value.http_status == status
    assert elsewhere.url in str(caught.value)
    assert len(server.requests) == 1
    assert elsewhere.requests == []
    assert elsewhere.connections == 0


def test_an_injected_client_that_follows_redirects_does_not_carry_the_key_away_either(
    api: Api, make_client: MakeClient, server: testing.Server, elsewhere: testing.Server
) -> None:
    server.enqueue(redirect(307, f"{elsewhere.url}/chat/completions"))
    injected = api.http_client(follow_redirects=True)

    with pytest.raises(errors.OpenRouterDefaultError):
        api.send(make_client(**injected))

    assert elsewhere.requests == []
    assert not api.is_closed(injected)


@pytest.mark.parametrize(
    ("status", "location"),
    [(303, "/other"), (300, "/other"), (304, "/other"), (307, ""), (307, "http://["), (307, "https://127.0.0.1/x")],
)
def test_other_redirects_are_errors(
    status: int, location: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.raw(status, {"Location": location} if location else {}, b""))

    with pytest.raises(errors.OpenRouterDefaultError) as caught:
        api.send(make_client())

    assert caught.value.http_status == status
    assert len(server.requests) == 1


def test_a_circle_of_redirects_ends(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(*[redirect(307, "/api/v1/chat/completions")] * 50)

    with pytest.raises(errors.OpenRouterDefaultError, match="redirect"):
        api.send(make_client())

    assert len(server.requests) == 6
