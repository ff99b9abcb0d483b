"""`client.request`, for what has no method, and `client.with_options`, another view of the same client."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter_sdk import Hooks, OpenRouter, errors, models, testing
from openrouter_sdk.models import ListBYOKKeysResponse
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.fake_time import FakeTime

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]


@pytest.mark.parametrize("method", METHODS)
def test_it_sends_what_it_is_given(method: str, api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.answer({"new": [1, None]}, 202))
    body = None if method in ("GET", "DELETE") else {"a": None, "b": {"c": [True]}}

    found = api.request(client, method.lower(), "/new/thing", query={"x": [1, 2], "y": None, "z": True}, body=body)

    assert found == {"new": [1, None]}
    (sent,) = server.requests
    assert (sent.method, sent.path, sent.query) == (method, "/api/v1/new/thing", "x=1&x=2&z=true")
    assert (sent.json, "content-type" in sent.headers) == (body, body is not None)
    assert (sent.headers["authorization"], sent.headers["accept"]) == ("Bearer test", "application/json")


@pytest.mark.parametrize("body", [{}, {"messages": None}, models.ChatUserMessage(content="\u00fc")])
def test_a_body_goes_out_as_it_is(body: Any, api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.answer({}))

    api.request(client, "POST", "/new", body=body)

    assert server.requests[0].json == (body if isinstance(body, dict) else body.to_dict())


@pytest.mark.parametrize("cast_to", [None, dict])
@pytest.mark.parametrize("answer", [{"a": 1}, [1, {"b": None}], "text", 5, None])
def test_by_default_the_answer_is_plain_json(
    answer: Any, cast_to: Any, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.answer(answer))

    assert api.request(client, "GET", "/new", cast_to=cast_to) == answer


def test_an_empty_answer_is_none(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.raw(204))

    assert api.request(client, "DELETE", "/new") is None


def test_an_answer_can_become_a_model_that_knows_how_it_came(api: Api, client: OpenRouter) -> None:
    found = api.request(client, "GET", "/byok", cast_to=ListBYOKKeysResponse)

    assert type(found) is ListBYOKKeysResponse
    assert found.http.status == 200


@pytest.mark.parametrize("answer", [testing.raw(204), testing.answer([1])])
def test_what_can_be_no_model_is_told(answer: Any, api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(answer)

    with pytest.raises(errors.ResponseValidationError):
        api.request(client, "GET", "/new", cast_to=models.ChatResult)


def test_retries_errors_and_deadlines_are_those_of_any_call(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.error(503), testing.answer({}), testing.error(402, "Broke"), testing.raw(delay=60))
    heard: list[Any] = []
    client = make_client(hooks=Hooks(on_request=heard.append))

    assert api.request(client, "POST", "/new", body={}) == {}
    with pytest.raises(errors.PaymentRequiredResponseError, match="Broke"):
        api.request(client, "POST", "/new", retries=None)
    with pytest.raises(errors.RequestTimedOutError):
        api.request(make_client(real_time=True), "POST", "/new", timeout_ms=200)
    assert [(event.operation, event.attempt) for event in heard] == [
        ("client.request", 1),
        ("client.request", 2),
        ("client.request", 1),
    ]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "new"),
        ("GET", ""),
        ("GET", "/new?a=1"),
        ("GET", "/new#a"),
        ("GET", "/new thing"),
        ("GET", "/new\r\nX-Evil: 1"),
        ("GET", "/new\\thing"),
        ("GET", "/\ud83c"),
        ("GET /", "/new"),
        ("", "/new"),
        ("GE\r\nT", "/new"),
    ],
)
def test_what_is_no_method_or_path_is_refused(
    method: str, path: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    with pytest.raises(errors.ArgumentError, match=r"path must begin with /|is no HTTP method"):
        api.request(client, method, path)
    assert server.requests == []


@pytest.mark.parametrize(
    "wrong",
    [{"path": 5}, {"method": None}, {"cast_to": list}, {"cast_to": 5}, {"body": [1]}, {"query": 5}, {"query": "a=1"}],
)
def test_wrong_types_are_told(wrong: dict[str, Any], api: Api, client: OpenRouter, server: testing.Server) -> None:
    with pytest.raises(TypeError, match=rf"\b{next(iter(wrong))} .*must be|^{next(iter(wrong))} must be"):
        api.request(client, **{"method": "POST", "path": "/new", **wrong})
    assert server.requests == []


def test_a_value_that_cannot_be_sent_is_named(api: Api, client: OpenRouter) -> None:
    with pytest.raises(errors.ArgumentError, match=r"a\[1\] is nan"):
        api.request(client, "POST", "/new", body={"a": [1, float("nan")]})
    with pytest.raises(errors.ArgumentError, match=r"^x must be a finite number"):
        api.request(client, "GET", "/new", query={"x": float("inf")})


def test_a_view_has_options_of_its_own_and_the_rest_of_its_client(
    api: Api, make_client: MakeClient, server: testing.Server, clock: FakeTime
) -> None:
    client = make_client(http_headers={"X-One": "1"}, x_open_router_title="App")
    view = client.with_options(retries=None, http_headers={"X-Two": "2"})
    server.enqueue(testing.error(503), testing.error(503))

    with pytest.raises(errors.ServiceUnavailableResponseError):
        api.operate(view, "credits.get")
    api.operate(client, "credits.get")

    first, _, last = server.requests
    assert (first.headers.get("x-one"), first.headers.get("x-two")) == (None, "2")
    assert (last.headers.get("x-one"), last.headers.get("x-two")) == ("1", None)
    assert {request.headers["x-openrouter-title"] for request in server.requests} == {"App"}
    assert {request.headers["authorization"] for request in server.requests} == {"Bearer test"}
    assert len(clock.slept) == 1


def test_views_of_views_add_up(api: Api, client: OpenRouter, server: testing.Server) -> None:
    view = client.with_options(retries=None).with_options(x_open_router_title="Mine")
    server.enqueue(testing.error(503))

    with pytest.raises(errors.ServiceUnavailableResponseError):
        api.send(view)
    assert server.requests[0].headers["x-openrouter-title"] == "Mine"


def test_a_view_uses_the_connections_of_its_client(api: Api, client: OpenRouter, server: testing.Server) -> None:
    for each in (client, client.with_options(timeout_ms=60_000), client.with_options(retries=3)):
        api.operate(each, "credits.get")

    assert server.connections == 1


def test_closing_a_view_closes_its_client(api: Api, make_client: MakeClient) -> None:
    client = make_client()
    api.close(client.with_options(retries=1))

    with pytest.raises(errors.ArgumentError, match="closed"):
        api.operate(client, "credits.get")


def test_a_view_is_of_the_same_class_and_shows_its_server(client: OpenRouter) -> None:
    view = client.with_options(server_url="https://gateway.example/v1")

    assert type(view) is type(client)
    assert repr(view) == "OpenRouter(server_url='https://gateway.example/v1')"
    assert view is not client


@pytest.mark.parametrize(("option", "value"), [("timeout_ms", 0), ("server_url", "ftp://x"), ("idle_timeout", -1)])
def test_an_option_of_a_view_is_checked(option: str, value: Any, client: OpenRouter) -> None:
    with pytest.raises(errors.ArgumentError, match=option):
        client.with_options(**{option: value})


def test_a_view_takes_no_key_and_no_connection(client: OpenRouter) -> None:
    for option in ("api_key", "client", "async_client", "limits", "zzz"):
        with pytest.raises(TypeError, match=option):
            client.with_options(**{option: None})


def test_the_key_of_a_view_is_that_of_its_client_even_from_a_function(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    keys = iter(["first", "second"])
    client = make_client(api_key=lambda: next(keys))

    api.operate(client, "credits.get")
    api.operate(client.with_options(retries=None), "credits.get")

    sent = [request.headers["authorization"] for request in server.requests]
    assert sent == ["Bearer first", "Bearer second"]
