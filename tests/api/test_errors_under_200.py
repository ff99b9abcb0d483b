"""A status of 200 proves nothing: errors inside such answers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from openrouter_sdk import errors, models, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.examples import meeting
from tests.helpers.fake_time import FakeTime

JSON = {"Content-Type": "application/json", "X-Generation-Id": "gen-1"}
ERROR = {"code": 429, "message": "Provider returned error", "metadata": {"provider_name": "Acme"}}
ALL_NULL = dict.fromkeys(("id", "choices", "model", "created", "object", "provider", "usage"))
ANSWER: dict[str, Any] = {
    "id": "gen-2",
    "object": "chat.completion",
    "created": 1,
    "model": "maker/model",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "Hello"}}],
}


def answer(body: Any, headers: dict[str, str] = JSON) -> Any:
    return testing.raw(200, headers, body if isinstance(body, bytes) else json.dumps(body))


@pytest.mark.parametrize("body", [{"error": ERROR, "user_id": "u"}, {**ALL_NULL, "error": ERROR}])
def test_an_error_instead_of_an_answer_raises_the_class_of_its_code(
    body: dict[str, Any], api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(answer(body))

    with pytest.raises(errors.TooManyRequestsResponseError) as caught:
        api.send(make_client(retry_config=None))

    error = caught.value
    assert (error.status_code, error.http_status, error.code) == (429, 200, 429)
    assert (error.provider_name, error.generation_id, error.partial) == ("Acme", "gen-1", None)
    assert error.data == body


@pytest.mark.parametrize("said", [{"type": "error"}, {"object": "error", "choices": None}])
def test_an_answer_that_is_itself_an_error_raises_what_it_tells(
    said: dict[str, Any], api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(answer({**said, "code": 429, "message": "Slow down"}))

    with pytest.raises(errors.TooManyRequestsResponseError, match="Slow down"):
        api.send(make_client(retry_config=None))


@pytest.mark.parametrize(
    ("code", "error_type", "kind", "status"),
    [
        ("429", None, errors.TooManyRequestsResponseError, 429),
        ("server_error", None, errors.OpenRouterDefaultError, 200),
        ("server_error", "provider_unavailable", errors.BadGatewayResponseError, 502),
        (None, "context_length_exceeded", errors.BadRequestResponseError, 400),
        (None, None, errors.OpenRouterDefaultError, 200),
        (77, None, errors.OpenRouterDefaultError, 200),
        (504, None, errors.OpenRouterDefaultError, 504),
    ],
)
def test_the_code_may_be_of_any_kind(
    code: Any,
    error_type: str | None,
    kind: type[errors.ChatError],
    status: int,
    api: Api,
    make_client: MakeClient,
    server: testing.Server,
) -> None:
    metadata = {} if error_type is None else {"metadata": {"error_type": error_type}}
    server.enqueue(answer({"error": {"code": code, "message": "m", **metadata}}))

    with pytest.raises(errors.ChatError) as caught:
        api.send(make_client(retry_config=None))

    assert type(caught.value) is kind
    assert (caught.value.status_code, caught.value.http_status) == (status, 200)
    assert caught.value.error_type == error_type
    assert caught.value.code == code


FAILED_CHOICE: dict[str, Any] = {
    **ANSWER,
    "choices": [
        {
            "index": 0,
            "finish_reason": "error",
            "message": {"role": "assistant", "content": "Hel"},
            "error": {"code": 502, "message": "gone", "metadata": {"error_type": "provider_unavailable"}},
        }
    ],
    "usage": {"prompt_tokens": None},
}


def test_a_failed_choice_raises_with_what_there_is(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(answer(FAILED_CHOICE))

    with pytest.raises(errors.BadGatewayResponseError) as caught:
        api.send(make_client(retry_config=None))

    error = caught.value
    assert (error.status_code, error.http_status, error.error_type) == (502, 200, "provider_unavailable")
    assert isinstance(error.partial, models.ChatResult)
    assert error.partial.choices[0].message.content == "Hel"
    assert error.partial.to_dict() == FAILED_CHOICE
    assert error.partial.http.status == 200


@pytest.mark.parametrize("for_all", [True, False])
def test_a_failed_choice_is_returned_when_asked_for(
    for_all: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(answer(FAILED_CHOICE))
    option = {"raise_on_choice_error": False}

    result = api.send(make_client(**option)) if for_all else api.send(make_client(), **option)

    assert result.to_dict() == FAILED_CHOICE
    assert result.choices[0].error.code == 502
    assert len(server.requests) == 1


def test_a_call_may_want_the_error_that_its_client_does_not(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(answer(FAILED_CHOICE))
    client = make_client(raise_on_choice_error=False, retry_config=None)

    with pytest.raises(errors.BadGatewayResponseError):
        api.send(client, raise_on_choice_error=True)


ENDINGS: dict[str, tuple[dict[str, Any], str]] = {
    "both reasons": (
        {"finish_reason": "error", "native_finish_reason": "MALFORMED_FUNCTION_CALL"},
        "finish_reason 'error', native_finish_reason 'MALFORMED_FUNCTION_CALL'",
    ),
    "no native reason": ({"finish_reason": "error"}, "finish_reason 'error'"),
    "a null one": ({"finish_reason": "error", "native_finish_reason": None}, "finish_reason 'error'"),
    "an empty error": (
        {"finish_reason": "error", "native_finish_reason": "OTHER", "error": None},
        "finish_reason 'error', native_finish_reason 'OTHER'",
    ),
}


@pytest.mark.parametrize(
    ("ending", "content", "place", "api"),
    meeting(ENDINGS, ["", "<ctrl46>", None], [0, 1], ["sync", "async"]),
    indirect=["api"],
)
def test_a_choice_that_ended_in_an_error_without_saying_which_raises_with_what_there_is(
    ending: str, content: str | None, place: int, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    reasons, told = ENDINGS[ending]
    good = ANSWER["choices"][0]
    failed = {**good, "index": place, **reasons, "message": {"role": "assistant", "content": content}}
    body = {**ANSWER, "provider": "Google", "choices": [good, failed] if place else [failed]}
    server.enqueue(answer(body))

    with pytest.raises(errors.OpenRouterDefaultError) as caught:
        api.send(make_client())

    error = caught.value
    assert str(error) == f"Error under HTTP 200 from Google: a choice ended with {told}"
    assert (error.status_code, error.http_status, error.code, error.attempts) == (200, 200, None, 1)
    assert error.partial.to_dict() == body
    assert error.partial.http.generation_id == "gen-1"


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("for_all", [True, False])
def test_a_choice_that_ended_in_an_error_is_returned_when_asked_for(
    for_all: bool, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.reply("<ctrl46>", finish_reason="error", native_finish_reason="MALFORMED_FUNCTION_CALL"))
    option = {"raise_on_choice_error": False}
    client = make_client(**option) if for_all else make_client()

    result = api.answer(client, streamed=streamed, **({} if for_all else option))

    assert (result.text, result.finish_reason) == ("<ctrl46>", "error")
    assert result.choices[0].native_finish_reason == "MALFORMED_FUNCTION_CALL"


def test_the_error_of_one_choice_tells_more_than_the_finish_reason_of_another(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    ended = {"index": 1, "finish_reason": "error", "message": {"role": "assistant", "content": ""}}
    server.enqueue(answer({**FAILED_CHOICE, "choices": [ended, *FAILED_CHOICE["choices"]]}))

    with pytest.raises(errors.BadGatewayResponseError, match="gone"):
        api.send(make_client(retry_config=None))


NO_CHOICES: list[dict[str, Any]] = [
    {"id": "g", "choices": None},
    {"id": "g"},
    {},
    {"provider": {"id": "g"}},
    {"choices": []},
    {**ANSWER, "choices": []},
    {**ANSWER, "choices": [None]},
    {"provider": {**ANSWER, "choices": []}},
]


@pytest.mark.parametrize("body", NO_CHOICES)
def test_an_answer_without_choices_is_tried_again(
    body: dict[str, Any], api: Api, make_client: MakeClient, server: testing.Server, clock: FakeTime
) -> None:
    server.enqueue(answer(body), answer(body), answer(ANSWER))

    result = api.send(make_client())

    assert result.text == "Hello"
    assert result.http.attempts == 3
    assert len(clock.slept) == 2


@pytest.mark.parametrize("choices", [None, []])
def test_an_answer_that_never_has_choices_raises(
    choices: Any, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(*[answer({"id": "g", "choices": choices})] * 5)

    with pytest.raises(errors.ResponseValidationError, match="no choices") as caught:
        api.send(make_client())

    assert caught.value.attempts == 4
    assert caught.value.data == {"id": "g", "choices": choices}
    assert caught.value.http_status == 200
    assert server.pending == 1


def test_an_answer_nested_in_provider_is_unwrapped(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(answer({"provider": ANSWER}))

    assert api.send(make_client()).to_dict() == ANSWER


@pytest.mark.parametrize("streamed", [False, True])
def test_an_error_under_200_is_retried_by_what_it_stands_for(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server, clock: FakeTime
) -> None:
    server.enqueue(
        testing.error(429, http_status=200, metadata={"retry_after_seconds": 3}),
        testing.error(503, http_status=200),
        testing.reply("Hello"),
    )

    result = api.answer(make_client(), streamed=streamed)

    assert result.text == "Hello"
    assert result.http.attempts == len(server.requests) == 3
    assert clock.slept[0] >= 3


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 422])
def test_an_error_under_200_that_will_not_pass_is_not_retried(
    status: int, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.error(status, http_status=200))

    with pytest.raises(errors.ChatError) as caught:
        api.answer(make_client(), streamed=streamed)

    assert (caught.value.status_code, caught.value.http_status) == (status, 200)
    assert len(server.requests) == 1
