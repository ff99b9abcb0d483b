"""What any operation does when something goes wrong: as the chat does."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter_sdk import Hooks, OpenRouter, RetryConfig, errors, models, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.examples import meeting
from tests.helpers.fake_time import FakeTime
from tests.helpers.patience import given_time
from tests.operations.requests import CASES

# One operation of each method
BY_METHOD = {
    "GET": ("api_keys.get_current", (), {}),
    "POST": ("rerank.create", (), {"model": "m", "query": "q", "documents": []}),
    "PATCH": ("byok.update", ("id",), {"name": "mine"}),
    "DELETE": ("byok.delete", ("id",), {}),
}
every_method = pytest.mark.parametrize("method", BY_METHOD)
DONE = testing.answer({"data": {}, "deleted": True, "results": []})
JSON = {"Content-Type": "application/json"}


def call(api: Api, client: OpenRouter, method: str, **options: Any) -> Any:
    name, arguments, keywords = BY_METHOD[method]
    return api.operate(client, name, *arguments, **keywords, **options)


@every_method
def test_passing_failures_are_tried_again(
    method: str, api: Api, client: OpenRouter, server: testing.Server, clock: FakeTime
) -> None:
    server.enqueue(testing.error(503), testing.error(429, headers={"Retry-After": "3"}), DONE)

    result = call(api, client, method)

    assert result.http.attempts == 3
    assert [request.method for request in server.requests] == [method] * 3
    assert len({request.body for request in server.requests}) == 1
    assert 3 <= clock.slept[1] < 4


@every_method
@pytest.mark.parametrize("retries", [None, 0, RetryConfig("none")])
def test_retries_can_be_turned_off(
    method: str, retries: Any, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.error(503), DONE)

    with pytest.raises(errors.ServiceUnavailableResponseError) as caught:
        call(api, client, method, retries=retries)
    assert caught.value.attempts == 1


@every_method
@pytest.mark.parametrize("asked", [None, True, False])
def test_after_a_read_timeout_only_what_may_be_done_twice_is_sent_again(
    method: str, asked: bool | None, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    again = method in ("GET", "DELETE") if asked is None else asked

    def attempts(seconds: float) -> int:
        server.clear()
        server.enqueue(testing.raw(delay=60), DONE)
        try:
            result: int = call(api, make_client(), method, timeout=seconds, retry_after_send=asked).http.attempts
        except errors.RequestTimedOutError as error:
            return error.attempts
        return result

    def all_came(found: int) -> bool:
        # a request of an earlier try may be read only now
        return not again or found == len(server.requests) == 2

    assert given_time(attempts, all_came) == (2 if again else 1)
    assert len(server.requests) == (2 if again else 1)


@every_method
def test_a_connection_that_is_lost_is_the_same(
    method: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.raw(200, JSON, b'{"data": {}}', cut_after=3), DONE)

    if method in ("GET", "DELETE"):
        assert call(api, client, method).http.attempts == 2
    else:
        with pytest.raises(errors.NoResponseError):
            call(api, client, method)


@every_method
def test_the_deadline_bounds_the_whole_call(
    method: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(*[testing.raw(delay=60)] * 4)

    with pytest.raises(errors.RequestTimedOutError):
        call(api, make_client(real_time=True), method, timeout_ms=200)


@pytest.mark.parametrize("status", [200, 201, 202])
def test_an_error_under_a_success_raises_its_class(
    status: int, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.answer({"error": {"code": 404, "message": "No such thing"}}, status))

    with pytest.raises(errors.NotFoundResponseError, match="No such thing") as caught:
        call(api, client, "GET")
    assert (caught.value.status_code, caught.value.http_status) == (404, status)


@pytest.mark.parametrize("method", ["GET", "DELETE"])
@pytest.mark.parametrize("error", ["No such thing", ["No such thing"], {"message": "No such thing"}])
def test_an_error_under_a_success_may_be_a_bare_text(
    error: Any, method: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.answer({"error": error}))

    with pytest.raises(errors.ChatError, match="No such thing"):
        call(api, client, method)


@pytest.mark.parametrize("error", [None, "", False, [], 0])
def test_an_empty_error_is_none(error: Any, api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.answer({"error": error, "data": {"label": "mine"}}))

    assert call(api, client, "GET").data.label == "mine"


def test_a_field_of_the_model_is_no_error(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.answer({"error": "told"}))

    found = api.request(client, "GET", "/new", cast_to=models.ErrorResponse)

    assert found.to_dict() == {"error": "told"}


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (testing.raw(200, JSON, b""), "the answer is empty"),
        (testing.raw(204), "the answer is empty"),
        (testing.raw(200, {"Content-Type": "text/html"}, b"<html>Sorry"), "the answer is not JSON .*text/html.*Sorry"),
        (testing.raw(200, JSON, b'{"data": '), "the answer is not JSON"),
        (testing.answer([1]), "the answer is not an object but list"),
        (testing.answer(None), "the answer is not an object but NoneType"),
    ],
)
def test_an_answer_that_is_none_is_told(
    answer: Any, told: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(answer)

    with pytest.raises(errors.ResponseValidationError, match=told) as caught:
        call(api, client, "GET")
    assert caught.value.attempts == 1


# one reader makes the models of both colours
@pytest.mark.parametrize(("name", "api"), meeting(CASES, ["sync", "async"], of=1), indirect=["api"])
def test_a_surprising_answer_is_kept_whole(name: str, api: Api, client: OpenRouter, server: testing.Server) -> None:
    surprise = {"data": None, "new": [{"a": None}], "id": 5, "results": "x", "total_count": "many"}
    server.enqueue(testing.answer(surprise))
    case = CASES[name]

    found = api.operate(client, name, *case.arguments, **case.keywords)

    assert found == [] or found.to_dict() == surprise


def test_spaces_and_a_byte_order_mark_before_an_answer_are_passed_over(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.raw(200, JSON, "\ufeff".encode() + b' \n\n {"data": {"label": "mine"}} \n'))

    assert call(api, client, "GET").data.label == "mine"


@every_method
def test_hooks_are_told_which_operation_was_called(
    method: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    heard: list[Any] = []
    server.enqueue(testing.error(503), DONE)
    hooks = Hooks(on_request=heard.append, on_response=heard.append, on_retry=heard.append)

    call(api, make_client(hooks=hooks), method)

    assert [type(event).__name__ for event in heard] == [
        "RequestEvent",
        "ResponseEvent",
        "RetryEvent",
        "RequestEvent",
        "ResponseEvent",
    ]
    told = [event for event in heard if type(event).__name__ != "RetryEvent"]
    assert {event.operation for event in told} == {BY_METHOD[method][0]}
    assert [getattr(event, "status", None) for event in told] == [None, 503, None, 200]


def test_hooks_are_told_what_embeddings_cost(api: Api, make_client: MakeClient) -> None:
    heard: list[Any] = []

    result = api.operate(
        make_client(hooks=Hooks(on_response=heard.append)), "embeddings.create", model="maker/model", input="Hi there"
    )

    (event,) = heard
    assert (event.model, event.usage, event.operation) == (result.model, result.usage, "embeddings.create")
