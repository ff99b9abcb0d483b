"""Recorded exchanges fit the contract: types are right, and what it requires is always there."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.contract.document import CONTRACT as FILE
from tests.contract.document import load_contract
from tests.contract.fit import misfits

CONTRACT = load_contract()
FOLDER = Path(os.environ.get("OPENROUTER_RECORDED") or FILE.parent.parent / "shared" / "recorded")
FILES = sorted(FOLDER.glob("[0-9]*.json"))

needs_recordings = pytest.mark.skipif(not FILES, reason=f"no recorded exchanges at {FOLDER}")

FIRST_ERROR_STATUS = 400


def recorded(file: Path) -> dict[str, Any]:
    exchange: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return exchange


def answers(exchange: dict[str, Any]) -> list[tuple[str, Any]]:
    """The JSON values of an answer, each with the component that describes it."""
    body = exchange["body"]
    if exchange["body_kind"] == "sse":
        data = [line.removeprefix("data: ") for line in body.splitlines() if line.startswith("data: {")]
        return [("ChatStreamChunk", json.loads(text)) for text in data]
    if isinstance(body, str):
        return []
    failed = exchange["status"] >= FIRST_ERROR_STATUS or not body.get("choices")
    return [("ErrorResponse" if failed else "ChatResult", body)]


@needs_recordings
def test_every_recorded_answer_fits() -> None:
    found = []
    every = [(file.stem, *answer) for file in FILES for answer in answers(recorded(file))]
    for stem, component, value in every:
        # A bare error chunk is an error body, whatever a chunk would have to hold.
        name = "ErrorResponse" if "error" in value and "choices" not in value else component
        found += [f"{stem}: {misfit}" for misfit in misfits(CONTRACT, CONTRACT.components[name], value)]

    assert found == []


@needs_recordings
def test_every_answered_request_fits() -> None:
    exchanges = {file.stem: recorded(file) for file in FILES}
    requests = {
        stem: one["request"]
        for stem, one in exchanges.items()
        if one["status"] < FIRST_ERROR_STATUS and isinstance(one.get("request"), dict)
    }

    assert requests != {}
    assert {stem: misfits(CONTRACT, CONTRACT.components["ChatRequest"], one) for stem, one in requests.items()} == {
        stem: [] for stem in requests
    }


def test_a_wrong_value_is_noticed_deep_inside_a_union() -> None:
    part = {"type": "image_url", "image_url": {"url": 1}}
    request = {"messages": [{"role": "user", "content": [part]}]}

    assert misfits(CONTRACT, CONTRACT.components["ChatRequest"], request) == [
        "$.messages[0].content[0].image_url.url: 1"
    ]


def test_a_missing_required_key_is_noticed() -> None:
    assert misfits(CONTRACT, CONTRACT.components["ErrorResponse"], {"error": {"code": 400}}) == [
        "$.error.message: missing"
    ]


def test_unknown_members_values_and_keys_fit() -> None:
    request = {
        "messages": [{"role": "oracle", "x": 1}],
        "service_tier": "warp",
        "brand_new": {},
        "tools": [{"type": "x"}],
    }

    assert misfits(CONTRACT, CONTRACT.components["ChatRequest"], request) == []
