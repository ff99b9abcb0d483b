"""The recorded exchanges, where they are at hand, and what each must lead to, read without the SDK."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("OPENROUTER_RECORDED") or ROOT.parent / "shared" / "recorded")
UNKEPT_HEADERS = ("content-encoding", "content-length", "transfer-encoding")


@dataclass(frozen=True)
class Exchange:
    """One recorded exchange."""

    name: str
    request: Any
    status: int
    headers: dict[str, str]
    kind: str
    body: str

    def __str__(self) -> str:
        return self.name

    @property
    def frames(self) -> list[dict[str, Any]]:
        """The JSON objects of a stream."""
        lines = [line.removeprefix("data:").strip() for line in self.body.splitlines() if line.startswith("data:")]
        return [json.loads(line) for line in lines if line.startswith("{")]

    @property
    def errors(self) -> list[dict[str, Any]]:
        """The error objects of an answer under 200, those of choices included."""
        objects = self.frames if self.kind == "sse" else [json.loads(self.body)]
        return [error for each in objects for error in errors_in(each)]

    @property
    def before_error(self) -> list[dict[str, Any]]:
        """The JSON objects of a stream that come before the first error."""
        return list(takewhile(lambda frame: not errors_in(frame), self.frames))

    @property
    def failed(self) -> bool:
        return self.status != 200 or bool(self.errors)

    @property
    def cut_off(self) -> bool:
        """Whether a stream has neither a finish reason nor an end mark."""
        choices = [choice for frame in self.frames for choice in frame["choices"]]
        return "data: [DONE]" not in self.body and not any(choice.get("finish_reason") for choice in choices)


def errors_in(answer: dict[str, Any]) -> list[dict[str, Any]]:
    owners = (answer, *(answer.get("choices") or ()))
    return [owner["error"] for owner in owners if owner.get("error")]


def exchanges() -> Iterator[Exchange]:
    for path in sorted(FOLDER.glob("[0-9]*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        headers = {name: value for name, value in data["headers"].items() if name.lower() not in UNKEPT_HEADERS}
        yield Exchange(path.stem, data["request"], data["status"], headers, data["body_kind"], data["body"])


ALL = list(exchanges())
STREAMS = [each for each in ALL if each.kind == "sse"]
ANSWERS = [each for each in ALL if each.kind == "json" and not each.failed]
FAILURES = [each for each in ALL if each.kind != "sse" and each.failed]

needed = pytest.mark.skipif(not ALL, reason="no recorded exchanges (set OPENROUTER_RECORDED to their folder)")
