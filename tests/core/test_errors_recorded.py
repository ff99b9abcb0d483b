"""Every recorded error raises its class (the recordings are data from outside; without them this is skipped)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk.custom.errors.http_info import Headers, HttpInfo
from openrouter_sdk.custom.errors.reading import error_from_frame, error_from_response, error_in_answer
from openrouter_sdk.custom.errors.tree import STATUS_CLASSES, ChatError
from openrouter_sdk.custom.retry.decide import is_retryable
from openrouter_sdk.custom.retry.policy import DEFAULT_RETRY_POLICY

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("OPENROUTER_RECORDED", ROOT.parent / "shared" / "recorded"))
RECORDINGS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("[0-9]*.json"))}
FAILED = {name: each for name, each in RECORDINGS.items() if each["status"] != 200}
GOOD = {name: each for name, each in RECORDINGS.items() if each["status"] == 200 and each["body_kind"] == "json"}
UNDER_200 = {"054": 502, "056": 400, "057": 503, "064": 502, "089": 502, "102": 502, "109": 502}
RETRIED = {"039", "051", "087", *UNDER_200} - {"056"}

pytestmark = pytest.mark.skipif(
    not RECORDINGS, reason="no recorded exchanges (set OPENROUTER_RECORDED to their folder)"
)


def info_of(recording: dict[str, Any]) -> HttpInfo:
    return HttpInfo(recording["status"], Headers(recording["headers"]))


def error_under_200(recording: dict[str, Any]) -> ChatError | None:
    if recording["body_kind"] == "json":
        found = error_in_answer(json.loads(recording["body"]), info_of(recording))
        assert found is None or isinstance(found, ChatError)
        return found
    lines = [line[6:] for line in recording["body"].splitlines() if line.startswith("data: {")]
    frames = [json.loads(line) for line in lines]
    return next((error_from_frame(frame, info_of(recording)) for frame in frames if frame.get("error")), None)


@pytest.mark.parametrize("name", FAILED)
def test_a_recorded_failure_raises_the_class_of_its_status(name: str) -> None:
    recording = FAILED[name]
    error = error_from_response(info_of(recording), recording["body"].encode(), now_s=1_759_845_376.0)

    assert isinstance(error, STATUS_CLASSES[recording["status"]])
    assert error.status_code == error.http_status == recording["status"]
    assert is_retryable(error, DEFAULT_RETRY_POLICY) is (name in RETRIED)
    assert "Provider returned error" not in str(error)
    assert len(str(error)) > len("400 Bad Request: ")
    if recording["headers"].get("content-type", "application/json") == "application/json":
        assert error.data == json.loads(recording["body"])


@pytest.mark.parametrize("name", sorted(set(UNDER_200) & set(RECORDINGS)))
def test_a_recorded_error_under_200_raises_the_class_of_its_code(name: str) -> None:
    error = error_under_200(RECORDINGS[name])

    assert type(error) is STATUS_CLASSES[UNDER_200[name]]
    assert (error.status_code, error.http_status) == (UNDER_200[name], 200)
    assert is_retryable(error, DEFAULT_RETRY_POLICY) is (name in RETRIED)


def test_no_other_recorded_answer_is_taken_for_an_error() -> None:
    assert [name for name, each in GOOD.items() if name not in UNDER_200 and error_under_200(each)] == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("011", "400 Bad Request from Anthropic: messages.0.content.1.image.source.base64.data: The file format"),
        ("053", "400 Bad Request from GMICloud: Requested token count exceeds the model's maximum context length"),
        ("060", "413 Payload Too Large: Request Entity Too Large FUNCTION_PAYLOAD_TOO_LARGE"),
        ("065", "400 Bad Request from Together: Invalid JSON data: Failed to deserialize"),
        ("098", "403 Forbidden from xAI: Content violates usage guidelines."),
    ],
)
def test_a_recorded_failure_says_what_the_provider_said(name: str, said: str) -> None:
    error = error_from_response(info_of(RECORDINGS[name]), RECORDINGS[name]["body"].encode())

    assert str(error).startswith(said)


@pytest.mark.parametrize(("name", "seconds"), [("039", None), ("051", 120.0), ("065", 2.0), ("087", 44.0)])
def test_a_recorded_wish_to_wait_is_understood(name: str, seconds: float | None) -> None:
    recording = RECORDINGS[name]
    error = error_from_response(info_of(recording), recording["body"].encode(), now_s=1_759_845_376.0)

    assert isinstance(error, ChatError)
    assert error.retry_after == seconds
