"""Whatever a server sends, there is an SDK error for it, and it is fit to be shown, logged and pickled."""

from __future__ import annotations

import json
import pickle
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.custom.errors.http_info import Headers, HttpInfo
from openrouter_sdk.custom.errors.reading import (
    error_from_frame,
    error_from_response,
    error_from_text_event,
    error_in_answer,
    invalid_answer,
    partial_answer,
    unwrap_nested_answer,
)
from openrouter_sdk.custom.errors.tree import ChatError, OpenRouterError, ResponseValidationError
from openrouter_sdk.custom.retry.decide import is_retryable
from openrouter_sdk.custom.retry.policy import DEFAULT_RETRY_POLICY

FIELDS = """error code message metadata raw error_type availability retryable retry_after headers Retry-After provider
    provider_name previous_errors choices id user_id http_status available_providers status details name path"""
KEYS = st.sampled_from(FIELDS.split())
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["429", "server", "<html>", '{"error":{"code":429}}', "[1", "Bearer x", "\ud83c", 429, 502])
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=4), inner, max_size=5),
    max_leaves=25,
)
INFOS = st.builds(
    HttpInfo,
    st.sampled_from([100, 200, 204, 302, 400, 402, 404, 429, 503, 504, 599, 700]),
    st.dictionaries(st.sampled_from(["Retry-After", "Location", "Content-Type"]), st.text(max_size=10)).map(Headers),
)


def check(error: OpenRouterError, info: HttpInfo) -> None:
    twin = pickle.loads(pickle.dumps(error))  # noqa: S301

    assert (type(twin), str(twin)) == (type(error), str(error))
    assert error.http_status == info.status
    assert "\n" not in str(error)
    assert 0 < len(str(error)) <= 600
    assert is_retryable(error, DEFAULT_RETRY_POLICY) in {True, False}
    if isinstance(error, ChatError):
        assert error.status_code == info.status or 400 <= error.status_code <= 599
        assert error.code is None or isinstance(error.code, int | str)
        assert error.retry_after is None or error.retry_after >= 0


@given(INFOS, JSON)
def test_any_json_body_of_a_failed_request_gives_a_chat_error_with_its_status(info: HttpInfo, body: Any) -> None:
    error = error_from_response(info, json.dumps(body).encode())

    assert isinstance(error, ChatError)
    assert error.status_code == info.status
    check(error, info)


@given(INFOS, st.binary(max_size=80))
def test_any_bytes_give_an_error(info: HttpInfo, body: bytes) -> None:
    check(error_from_response(info, body), info)
    check(invalid_answer(info, body, "not an answer"), info)


@given(INFOS, JSON)
def test_any_frame_gives_a_chat_error(info: HttpInfo, frame: Any) -> None:
    check(error_from_frame(frame, info), info)
    check(error_from_frame({"error": frame, "choices": [frame]}, info), info)


@given(INFOS, st.text(max_size=60) | JSON.map(json.dumps))
def test_any_error_event_gives_a_chat_error(info: HttpInfo, text: str) -> None:
    check(error_from_text_event(text, info), info)


@given(INFOS, JSON | st.fixed_dictionaries({"choices": JSON, "error": JSON, "provider": JSON}))
def test_any_answer_is_good_or_raises_an_sdk_error(info: HttpInfo, data: Any) -> None:
    error = error_in_answer(data, info)
    answer = unwrap_nested_answer(data) or data

    if error is None:
        assert isinstance(answer["choices"], list)
        assert not data.get("error")
    else:
        assert isinstance(error, ChatError | ResponseValidationError)
        check(error, info)
    assert partial_answer(data) in (None, answer)


@given(JSON)
def test_an_answer_with_an_error_is_never_taken_for_good(error: Any) -> None:
    data = {"choices": [{"message": {"content": "Hi"}}], "error": error}

    assert (error_in_answer(data, HttpInfo(200)) is None) == (not error)
