"""What is retried."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.custom.errors.tree import (
    STATUS_CLASSES,
    ArgumentError,
    ChatError,
    NoResponseError,
    OpenRouterDefaultError,
    OpenRouterError,
    RequestTimedOutError,
    ResponseValidationError,
    StreamInterruptedError,
)
from openrouter_sdk.custom.retry.config import RetryConfig
from openrouter_sdk.custom.retry.decide import is_retryable
from openrouter_sdk.custom.retry.policy import DEFAULT_RETRY_POLICY, resolve_policy

DEFAULT = DEFAULT_RETRY_POLICY
AFTER_SEND = resolve_policy(RetryConfig(retry_after_send=True))
NO_CONNECTION_ERRORS = resolve_policy(RetryConfig(retry_connection_errors=False))


def api_error(status: int, **fields: Any) -> ChatError:
    return STATUS_CLASSES.get(status, OpenRouterDefaultError)(
        "x", **{"status_code": status, "http_status": status} | fields
    )


@pytest.mark.parametrize("status", [408, 429, 500, 501, 502, 503, 504, 524, 529, 599])
def test_passing_failures_are_retried(status: int) -> None:
    assert is_retryable(api_error(status), DEFAULT)
    assert is_retryable(api_error(status, http_status=200), DEFAULT)


@pytest.mark.parametrize("status", [200, 302, 400, 401, 402, 403, 404, 409, 412, 413, 422, 499, 600])
def test_what_the_request_is_to_blame_for_is_not_retried(status: int) -> None:
    assert not is_retryable(api_error(status), DEFAULT)


@pytest.mark.parametrize("status", [404, 429, 503])
def test_the_word_of_the_server_overrides_the_status(status: int) -> None:
    assert is_retryable(api_error(status, availability={"retryable": True}), DEFAULT)
    assert not is_retryable(api_error(status, availability={"retryable": False}), DEFAULT)
    assert is_retryable(api_error(status, availability={"retryable": "no"}), DEFAULT) is (status != 404)


@pytest.mark.parametrize(
    ("metadata", "retried"),
    [
        ({"limit_source": "openrouter_in_flight_budget"}, True),
        ({"reason": "in_flight_budget_exhausted"}, True),
        ({"limit_source": "openrouter_credits"}, False),
        ({"limit_source": "openrouter_credits", "reason": "in_flight_budget_exhausted"}, False),
        ({"reason": "weight_exceeds_budget"}, False),
        ({}, False),
    ],
)
def test_a_402_is_retried_only_for_the_budget_in_flight(metadata: dict[str, Any], retried: bool) -> None:
    assert is_retryable(api_error(402, metadata=metadata), DEFAULT) is retried
    assert not is_retryable(api_error(403, metadata=metadata), DEFAULT)


@pytest.mark.parametrize(
    ("fields", "retried"),
    [
        ({"raw": '{"error":{"code":429,"message":"busy"}}'}, True),
        ({"raw": {"status": 503}}, True),
        ({"raw": {"error": {"error": {"code": "408"}}}}, True),
        ({"raw": [{"error": {"code": 500}}]}, True),
        ({"raw": "502 Bad Gateway"}, True),
        ({"raw": "upstream said: HTTP/1.1 529"}, True),
        ({"raw": "Request failed with status code 503"}, True),
        ({"raw": "<html><title>504 Gateway Time-out</title></html>"}, True),
        ({"raw": '{"error":{"code":400,"details":"{\\"error\\":{\\"code\\":429}}"}}'}, True),
        ({"code": 429}, True),
        ({"code": "503"}, True),
        ({"metadata": {"provider_code": "429"}}, True),
        ({"metadata": {"provider_error_code": 500}}, True),
        ({"error_type": "rate_limit_exceeded"}, True),
        ({"metadata": {"previous_errors": [{"code": 429}, {"status": 503}]}}, True),
        ({"metadata": {"previous_errors": [{"raw": '{"code": 429}'}]}}, True),
        ({"metadata": {"previous_errors": [{"code": 429}, {"code": 400}]}}, False),
        ({"metadata": {"previous_errors": [{"code": 429}, {}]}}, False),
        ({"metadata": {"previous_errors": [{"code": 429}]}, "raw": {"code": 400}}, False),
        ({"metadata": {"provider_error_code": "429"}, "raw": {"code": 400}}, False),
        ({"error_type": "invalid_prompt", "metadata": {"previous_errors": [{"code": 429}]}}, False),
        ({"error_type": "invalid_prompt", "raw": {"code": 429}}, True),
        ({"error_type": "rate_limit_exceeded", "raw": {"code": 400}}, False),
        ({"raw": '{"error":{"code":400,"message":"bad schema"}}'}, False),
        ({"raw": "prompt has 5000 tokens, 500 too many"}, False),
        ({"raw": '{"max_tokens": 500}'}, False),
        ({"code": 400}, False),
        ({}, False),
    ],
)
def test_a_400_is_retried_only_when_it_hands_on_a_passing_failure(fields: dict[str, Any], retried: bool) -> None:
    assert is_retryable(api_error(400, **fields), DEFAULT) is retried
    assert not is_retryable(api_error(403, **fields), DEFAULT)


def test_statuses_named_by_the_caller_replace_the_default() -> None:
    policy = resolve_policy(RetryConfig(status_codes=["5XX", 409]))

    assert is_retryable(api_error(409), policy)
    assert is_retryable(api_error(507), policy)
    assert is_retryable(api_error(400, raw={"code": 503}), policy)
    assert not is_retryable(api_error(429), policy)
    assert not is_retryable(api_error(400, raw={"code": 429}), policy)
    assert not is_retryable(api_error(402, metadata={"limit_source": "openrouter_in_flight_budget"}), policy)
    assert not is_retryable(api_error(429, availability={"retryable": True}), policy)
    assert not is_retryable(api_error(503, availability={"retryable": False}), policy)


@pytest.mark.parametrize("error_class", [NoResponseError, RequestTimedOutError])
def test_without_a_connection_nothing_was_sent_and_it_is_tried_again(error_class: Any) -> None:
    assert is_retryable(error_class("x", request_sent=False), DEFAULT)
    assert not is_retryable(error_class("x", request_sent=False), NO_CONNECTION_ERRORS)


@pytest.mark.parametrize("error_class", [NoResponseError, RequestTimedOutError])
def test_what_was_sent_may_be_billed_and_is_sent_again_only_when_asked(error_class: Any) -> None:
    assert not is_retryable(error_class("x", request_sent=True), DEFAULT)
    assert is_retryable(error_class("x", request_sent=True), AFTER_SEND)


def test_an_answer_without_choices_is_retried_and_garbage_is_not() -> None:
    assert is_retryable(ResponseValidationError("x", retryable=True), DEFAULT)
    assert not is_retryable(ResponseValidationError("x"), DEFAULT)


def test_a_stream_that_broke_is_retried_only_when_asked_and_empty() -> None:
    assert not is_retryable(StreamInterruptedError("x"), DEFAULT)
    assert is_retryable(StreamInterruptedError("x"), AFTER_SEND)
    assert not is_retryable(StreamInterruptedError("x", partial={"choices": []}), AFTER_SEND)


@pytest.mark.parametrize("error", [ArgumentError("x"), OpenRouterError("x"), KeyError("x"), KeyboardInterrupt()])
def test_nothing_else_is_retried(error: BaseException) -> None:
    assert not is_retryable(error, AFTER_SEND)


@given(st.text(max_size=200))
def test_any_text_of_a_provider_can_be_judged(raw: str) -> None:
    assert is_retryable(api_error(400, raw=raw), DEFAULT) in {True, False}
