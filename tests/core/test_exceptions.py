from __future__ import annotations

import asyncio
import copy
import inspect
import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest

import openrouter_sdk.errors
from openrouter_sdk.custom.errors import tree as exceptions
from openrouter_sdk.custom.errors.http_info import Headers
from openrouter_sdk.custom.errors.tree import (
    STATUS_CLASSES,
    ArgumentError,
    ChatError,
    NoResponseError,
    NotSentError,
    OpenRouterDefaultError,
    OpenRouterError,
    OutputParsingError,
    RequestTimedOutError,
    ResponseValidationError,
    StreamInterruptedError,
    TooManyRequestsResponseError,
)

COMMON: dict[str, Any] = {
    "http_status": 200,
    "headers": Headers({"X-Generation-Id": "gen-1"}),
    "generation_id": "gen-1",
    "attempts": 3,
    "partial": {"choices": [{"message": {"content": "Hel"}}]},
}
API: dict[str, Any] = {
    "status_code": 418,
    "code": "teapot",
    "error_type": "rate_limit_exceeded",
    "metadata": {"raw": ["x"], "previous_errors": [{"code": 429}]},
    "provider_name": "Novita",
    "raw": ["x"],
    "body": '{"error":{}}',
    "data": {"error": {}},
    "retry_after": 1.5,
    "availability": {"retryable": True},
}
OWN: dict[type[OpenRouterError], dict[str, Any]] = {
    NoResponseError: {"request_sent": False, "stale_connection": True},
    NotSentError: {"stopped_by": None},
    OutputParsingError: {"reason": "misfit", "text": "{}", "path": ("a", 1), "usage": {"cost": 0.5}},
    RequestTimedOutError: {"request_sent": False},
    ResponseValidationError: {"body": "<html>", "data": [1], "retryable": True},
}


def all_classes(base: type[OpenRouterError] = OpenRouterError) -> Iterator[type[OpenRouterError]]:
    yield base
    for subclass in base.__subclasses__():
        if subclass.__module__.startswith("openrouter_sdk."):
            yield from all_classes(subclass)


CLASSES = sorted(set(all_classes()), key=lambda each: each.__name__)


def fields_of(error_class: type[OpenRouterError]) -> dict[str, Any]:
    return COMMON | (API if issubclass(error_class, ChatError) else OWN.get(error_class, {}))


def make(error_class: type[OpenRouterError]) -> OpenRouterError:
    return error_class("what went wrong", **fields_of(error_class))


def fail_with(error_class: type[OpenRouterError]) -> None:
    raise make(error_class)


@pytest.mark.parametrize("error_class", CLASSES)
def test_an_exception_keeps_every_field_it_was_given_and_has_no_other(error_class: type[OpenRouterError]) -> None:
    error = make(error_class)

    assert {name: getattr(error, name) for name in fields_of(error_class)} == fields_of(error_class)
    assert error.message == str(error) == "what went wrong"
    assert error.args == ("what went wrong",)
    assert set(vars(error)) == {"message", *fields_of(error_class)}


@pytest.mark.parametrize("error_class", CLASSES)
def test_an_exception_survives_pickling_and_copying(error_class: type[OpenRouterError]) -> None:
    error = make(error_class)
    error.add_note("seen at noon")
    protocols = range(pickle.HIGHEST_PROTOCOL + 1)

    for twin in (
        *(pickle.loads(pickle.dumps(error, protocol)) for protocol in protocols),  # noqa: S301
        copy.copy(error),
        copy.deepcopy(error),
    ):
        assert twin is not error
        assert type(twin) is error_class
        assert (vars(twin), twin.args, str(twin), repr(twin)) == (vars(error), error.args, str(error), repr(error))


def test_a_deep_copy_shares_nothing_that_can_change() -> None:
    error = make(TooManyRequestsResponseError)
    copy.deepcopy(error).partial["choices"].clear()

    assert error.partial == COMMON["partial"]


def test_exceptions_come_back_from_a_worker_process_as_they_were() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        for error_class, future in [(each, pool.submit(fail_with, each)) for each in CLASSES]:
            error = future.exception()

            assert type(error) is error_class
            assert {name: getattr(error, name) for name in fields_of(error_class)} == fields_of(error_class)


def test_a_subclass_of_a_user_survives_although_its_constructor_differs() -> None:
    error = _MyError(7)
    twin = copy.deepcopy(error)

    assert (type(twin), str(twin), twin.number) == (_MyError, "number 7", 7)


class _MyError(RequestTimedOutError):
    def __init__(self, number: int) -> None:
        super().__init__(f"number {number}")
        self.number = number


def test_a_timeout_is_caught_as_the_timeout_of_python_and_of_asyncio() -> None:
    with pytest.raises(TimeoutError, match="read timeout after 3 s"):
        raise RequestTimedOutError("read timeout after 3 s")
    with pytest.raises(asyncio.TimeoutError):
        raise RequestTimedOutError("read timeout after 3 s")
    assert RequestTimedOutError("x").errno is None


def test_a_bad_value_is_caught_as_a_value_error() -> None:
    with pytest.raises(ValueError, match="temperature"):
        raise ArgumentError("temperature is NaN")


@pytest.mark.parametrize(
    "error_class",
    [NoResponseError, RequestTimedOutError, StreamInterruptedError, ResponseValidationError, ArgumentError],
)
def test_what_the_api_did_not_report_is_no_chat_error(error_class: type[OpenRouterError]) -> None:
    assert not issubclass(error_class, ChatError)
    assert issubclass(error_class, OpenRouterError)


@pytest.mark.parametrize(("status", "error_class"), STATUS_CLASSES.items())
def test_a_class_knows_its_status(status: int, error_class: type[ChatError]) -> None:
    assert error_class("x").status_code == status
    assert issubclass(error_class, ChatError)


def test_the_default_error_takes_the_status_of_the_response() -> None:
    assert OpenRouterDefaultError("x", http_status=409).status_code == 409
    assert OpenRouterDefaultError("x", http_status=200, status_code=504).status_code == 504
    assert OpenRouterDefaultError("x").status_code == 0


def test_what_may_have_been_sent_counts_as_sent() -> None:
    assert NoResponseError("x").request_sent is True
    assert RequestTimedOutError("x").request_sent is True
    assert NoResponseError("x").stale_connection is False


def test_a_request_left_unsent_tells_what_stopped_the_run() -> None:
    cause = TooManyRequestsResponseError("slow down", retry_after=2.0)
    error = NotSentError("the run was stopped", stopped_by=cause)
    twin = pickle.loads(pickle.dumps(error))  # noqa: S301

    assert error.stopped_by is cause
    assert (type(twin.stopped_by), vars(twin.stopped_by)) == (type(cause), vars(cause))
    assert NotSentError("max_cost was reached").stopped_by is None


def test_an_answer_of_the_wrong_type_is_a_misfit_unless_said_otherwise() -> None:
    error = OutputParsingError("x")

    assert (error.reason, error.text, error.path, error.usage) == ("misfit", "", (), None)


def test_a_bare_exception_has_empty_fields_that_can_be_used() -> None:
    error = ChatError("x")

    assert (error.metadata, error.previous_errors, error.availability) == ({}, [], {})
    assert dict(error.headers) == {}
    assert (error.body, error.raw, error.data, error.retry_after, error.partial) == ("", None, None, None, None)
    assert error.attempts == 0
    assert ResponseValidationError("x").body == ""


def test_headers_may_be_given_as_any_mapping() -> None:
    assert OpenRouterError("x", headers={"Retry-After": "2"}).headers["retry-after"] == "2"


@pytest.mark.parametrize("history", [None, "none", {}, [1, None]])
def test_an_odd_history_reads_as_empty(history: Any) -> None:
    assert ChatError("x", metadata={"previous_errors": history}).previous_errors == []


def test_attempts_and_partial_can_be_attached_later() -> None:
    error = StreamInterruptedError("x")
    error.attempts, error.partial = 2, "half"

    assert (error.attempts, error.partial) == (2, "half")


@pytest.mark.parametrize("error_class", CLASSES)
def test_no_exception_says_or_keeps_a_key(error_class: type[OpenRouterError]) -> None:
    secret = "sk-or-" + "v1-0123456789abcdef"
    text = f'{{"key": "{secret}", "authorization": "Bearer other-secret"}} bearer  third-secret'
    fields: dict[str, Any] = {"headers": {"x-echo": f"Bearer {secret}"}}
    if "body" in fields_of(error_class):
        fields["body"] = text
    error = error_class(f"refused: {text}", **fields)
    shown = f"{error} {error!r} {vars(error)} {pickle.dumps(error)!r}"

    assert "0123456789abcdef" not in shown
    assert "other-secret" not in shown
    assert "third-secret" not in shown
    assert "refused: " in str(error)


def test_messages_are_one_line_of_bounded_length_and_bodies_are_bounded() -> None:
    error = ChatError("a\n b\t" + "x" * 10_000, body="y" * 1_000_000)

    assert str(error).startswith("a b x")
    assert len(str(error)) == 600
    assert len(error.body) == 64 * 1024


@pytest.mark.parametrize("error_class", CLASSES)
def test_every_class_is_public_and_drawn_in_the_tree(error_class: type[OpenRouterError]) -> None:
    assert error_class.__name__ in openrouter_sdk.errors.__all__
    assert f" {error_class.__name__} " in (exceptions.__doc__ or "")
    assert inspect.getdoc(error_class)


@pytest.mark.parametrize("name", sorted(openrouter_sdk.errors.__all__))
def test_a_traceback_names_a_class_by_the_place_that_users_import_it_from(name: str) -> None:
    assert getattr(openrouter_sdk.errors, name).__module__ == "openrouter_sdk.errors"
