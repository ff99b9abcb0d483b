"""Every shape of an error body raises what it deserves: the bodies and what is expected stand in the fixtures."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk.custom.errors import tree as exceptions
from openrouter_sdk.custom.errors.http_info import Headers, HttpInfo
from openrouter_sdk.custom.errors.reading import (
    error_from_frame,
    error_from_response,
    error_from_text_event,
    error_in_answer,
    partial_answer,
)
from openrouter_sdk.custom.retry.decide import is_retryable
from openrouter_sdk.custom.retry.policy import DEFAULT_RETRY_POLICY

FOLDER = Path(__file__).parents[1] / "fixtures" / "errors"
FIXTURES = sorted(path.stem for path in FOLDER.glob("*.json"))
NOW_S = 1_800_000_000.0


def load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def error_of(case: dict[str, Any]) -> exceptions.OpenRouterError:
    info = HttpInfo(case["status"], Headers(case["headers"]), attempts=2)
    if case["form"] == "response":
        body = case["text"] if "text" in case else json.dumps(case["json"])
        return error_from_response(info, body.encode(), now_s=NOW_S)
    if case["form"] == "event":
        return error_from_text_event(case["text"], info, now_s=NOW_S)
    if case["form"] == "frame":
        return error_from_frame(case["json"], info, now_s=NOW_S)
    error = error_in_answer(case["json"], info, now_s=NOW_S)
    assert error is not None
    return error


def test_there_are_fixtures_for_every_status_with_a_class() -> None:
    covered = {load(name)["status"] for name in FIXTURES}

    assert set(exceptions.STATUS_CLASSES) - covered == set()


@pytest.mark.parametrize("name", FIXTURES)
def test_a_body_raises_what_it_deserves(name: str) -> None:
    case = load(name)
    error = error_of(case)

    has_its_class_and_status(error, case)
    says_what_helps_on_one_short_line(str(error), case["expect"])
    tells_in_its_fields_what_the_body_told(error, case["expect"])
    assert is_retryable(error, DEFAULT_RETRY_POLICY) is case["expect"]["retryable"]
    keeps_the_body_as_text_and_as_json(error, case, name)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))


def has_its_class_and_status(error: exceptions.OpenRouterError, case: dict[str, Any]) -> None:
    assert type(error) is getattr(exceptions, case["expect"]["class"])
    assert error.http_status == case["status"]
    assert error.attempts == 2
    if isinstance(error, exceptions.ChatError):
        assert error.status_code == case["expect"]["status_code"]


def says_what_helps_on_one_short_line(text: str, expect: dict[str, Any]) -> None:
    assert [part for part in expect["says"] if part not in text] == []
    assert [part for part in expect.get("never", []) if part in text] == []
    assert "user_fixture" not in text
    assert len(text) <= 600
    assert "\n" not in text


def tells_in_its_fields_what_the_body_told(error: exceptions.OpenRouterError, expect: dict[str, Any]) -> None:
    fields = ("code", "error_type", "provider_name", "retry_after", "generation_id")
    told = {field: getattr(error, field) for field in fields if field in expect}

    assert told == {field: expect[field] for field in fields if field in expect}
    if "previous_errors" in expect:
        assert isinstance(error, exceptions.ChatError)
        assert len(error.previous_errors) == expect["previous_errors"]


def keeps_the_body_as_text_and_as_json(error: exceptions.OpenRouterError, case: dict[str, Any], name: str) -> None:
    assert isinstance(error, exceptions.ChatError | exceptions.ResponseValidationError)
    if "json" in case:
        assert json.loads(error.body) == (case["json"] if "ok_nested" not in name else case["json"]["provider"])
        assert error.data == json.loads(error.body)
    else:
        assert error.body == case["text"]


@pytest.mark.parametrize("name", [name for name in FIXTURES if "partial" in load(name)["expect"]])
def test_half_an_answer_can_be_kept(name: str) -> None:
    case = load(name)
    partial = partial_answer(case["json"])

    assert partial is not None
    assert partial["choices"][0]["message"]["content"] == case["expect"]["partial"]


@pytest.mark.parametrize("name", ["ok_bare_error", "ok_all_null", "ok_choices_null"])
def test_where_nothing_was_answered_there_is_no_partial(name: str) -> None:
    assert partial_answer(load(name)["json"]) is None
