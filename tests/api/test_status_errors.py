"""Every HTTP status raises its class, with all that is known."""

from __future__ import annotations

import json
from typing import Any

import pytest

from openrouter_sdk import errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.examples import meeting
from tests.helpers.statuses import STATUS_ERRORS

CLASSES: dict[int, type[errors.ChatError]] = {
    **{status: getattr(errors, name) for status, name in STATUS_ERRORS.items() if status},
    **dict.fromkeys((405, 412, 418, 501, 504, 599), errors.OpenRouterDefaultError),
}


# one reader reads the errors of both colours, of calls and of streams
@pytest.mark.parametrize(
    ("status", "streamed", "api"), meeting(CLASSES, [False, True], ["sync", "async"]), indirect=["api"]
)
def test_each_status_raises_its_class(
    status: int, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.error(status, "It went wrong"))

    with pytest.raises(errors.ChatError) as caught:
        api.answer(make_client(retry_config=None), streamed=streamed)

    assert type(caught.value) is CLASSES[status]
    assert (caught.value.status_code, caught.value.http_status, caught.value.code) == (status, status, status)
    assert "It went wrong" in str(caught.value)
    assert str(status) in str(caught.value)
    assert caught.value.attempts == len(server.requests) == 1


@pytest.mark.parametrize("streamed", [False, True])
def test_an_error_tells_all_that_is_known(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    metadata = {
        "provider_name": "Acme",
        "raw": '{"error": {"message": "quota of model X is used up"}}',
        "error_type": "rate_limit_exceeded",
        "new": {"x": None},
    }
    headers = {"Retry-After": "7", "X-Generation-Id": "gen-1", "X-New": "y"}
    server.enqueue(testing.error(429, "Provider returned error", metadata=metadata, headers=headers))

    with pytest.raises(errors.TooManyRequestsResponseError) as caught:
        api.answer(make_client(retry_config=None), streamed=streamed)

    error = caught.value
    assert (error.status_code, error.http_status, error.code) == (429, 429, 429)
    assert error.error_type == "rate_limit_exceeded"
    assert error.provider_name == "Acme"
    assert error.raw == metadata["raw"]
    assert error.metadata == metadata
    assert error.retry_after == 7
    assert error.generation_id == "gen-1"
    assert error.headers["x-new"] == "y"
    assert error.headers["X-NEW"] == "y"
    assert error.attempts == 1
    assert error.partial is None
    assert error.data == json.loads(error.body)
    assert error.data["error"]["metadata"] == metadata
    assert "Acme" in str(error)
    assert "quota of model X is used up" in str(error)
    assert error.message == str(error)


PAGE = "<!DOCTYPE html><html><head><title>502: Bad gateway</title></head><body><h1>no</h1></body></html>"

BODIES: dict[str, tuple[int, str, bytes, str]] = {
    "HTML": (502, "text/html", PAGE.encode(), "502: Bad gateway"),
    "empty": (524, "text/html", b"", "524"),
    "text": (413, "text/plain", b"request entity too large", "request entity too large"),
    "truncated JSON": (500, "application/json", b'{"error": {"mess', "500"),
    "JSON list": (503, "application/json", b"[]", "503"),
    "JSON null": (503, "application/json", b"null", "503"),
    "JSON number": (529, "application/json", b"17", "529"),
    "JSON text": (400, "application/json", b'"malformed"', "malformed"),
    "no UTF-8": (400, "text/plain", b"\xff\xfe broken", "broken"),
    "envelope": (400, "application/json", b'{"success": false, "error": {"name": "Zod", "message": "bad x"}}', "bad x"),
    "error is text": (403, "application/json", b'{"error": "forbidden fruit"}', "forbidden fruit"),
    "message at the top": (401, "application/json", b'{"message": "no such user"}', "no such user"),
}


@pytest.mark.parametrize(
    ("name", "streamed", "api"), meeting(BODIES, [False, True], ["sync", "async"]), indirect=["api"]
)
def test_a_body_of_any_kind_raises_the_class_of_its_status(
    name: str, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    status, media_type, body, said = BODIES[name]
    server.enqueue(testing.raw(status, {"Content-Type": media_type}, body))

    with pytest.raises(CLASSES[status]) as caught:
        api.answer(make_client(retry_config=None), streamed=streamed)

    assert said in str(caught.value)
    assert caught.value.http_status == status
    assert caught.value.body == body.decode(errors="replace")


def test_a_huge_error_body_is_kept_within_bounds(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(testing.raw(500, {"Content-Type": "text/plain"}, b"long " * 200_000))

    with pytest.raises(errors.InternalServerResponseError) as caught:
        api.send(make_client(retry_config=None))

    assert len(str(caught.value)) < 1000
    assert len(caught.value.body) < 100_000


INNER: list[tuple[Any, str]] = [
    ('{"error": {"message": "the inner one"}}', "the inner one"),
    ("plain inner words", "plain inner words"),
    ({"error": {"message": "the inner one", "code": 400}}, "the inner one"),
    ([{"message": "the inner one"}], "the inner one"),
    ("<html><title>the inner one</title></html>", "the inner one"),
    (None, "Provider returned error"),
]


@pytest.mark.parametrize(("raw", "said"), INNER)
def test_what_the_provider_said_is_in_the_message(
    raw: Any, said: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    metadata = {"provider_name": "Acme", "raw": raw}
    server.enqueue(testing.error(400, "Provider returned error", metadata=metadata))

    with pytest.raises(errors.BadRequestResponseError) as caught:
        api.send(make_client())

    assert said in str(caught.value)
    assert "Acme" in str(caught.value)
    assert caught.value.raw == raw


def test_a_refused_key_is_told_with_where_it_comes_from_but_not_that_of_a_provider(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(testing.error(401, "User not found."), testing.error(401, "no", metadata={"provider_name": "Acme"}))

    with pytest.raises(errors.UnauthorizedResponseError) as refused:
        api.send(make_client())
    with pytest.raises(errors.UnauthorizedResponseError) as providers_own:
        api.send(make_client())

    assert "OPENROUTER_API_KEY" in refused.value.__notes__[0]
    assert not hasattr(providers_own.value, "__notes__")
