"""Streams for the tests: those of ours, with their expected answers, and recorded ones where they are at hand."""

from __future__ import annotations

import copy
import functools
import json
import math
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.examples import LONG

_HERE = Path(__file__).resolve().parent
_OURS = _HERE.parent / "fixtures" / "streams"
_RECORDINGS = Path(os.environ.get("OPENROUTER_RECORDED", _HERE.parent.parent.parent / "shared" / "recorded"))


@dataclass(frozen=True)
class Stream:
    name: str
    body: bytes
    expected: str

    def __str__(self) -> str:
        return self.name


STREAMS = [
    Stream(path.stem, path.read_bytes(), path.with_suffix(".json").read_text("utf-8"))
    for path in sorted(_OURS.glob("*.sse"))
]


@functools.cache
def recorded_bodies() -> dict[str, bytes]:
    exchanges = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(_RECORDINGS.glob("*.json"))}
    return {name: each["body"].encode() for name, each in exchanges.items() if each["body_kind"] == "sse"}


RECORDED = list(recorded_bodies()) or [
    pytest.param("none", marks=pytest.mark.skip(reason="no recorded exchanges (OPENROUTER_RECORDED)"))
]


def json_objects(body: bytes) -> Iterator[Any]:
    """The JSON objects of a stream, found in the plainest way."""
    text = body.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    for event in text.split("\n\n"):
        lines = [line[5:].removeprefix(" ") for line in event.split("\n") if line.startswith("data:")]
        try:
            value = json.loads("\n".join(lines))
        except ValueError:
            continue
        if isinstance(value, dict):
            yield value


def with_unmade_ids(result: dict[str, Any], chunks: list[Any]) -> dict[str, Any]:
    """The answer, with "*" in place of the ids that were made up for calls without one."""
    result = copy.deepcopy(result)
    sent = json.dumps(chunks)
    for choice in result["choices"]:
        for call in choice["message"].get("tool_calls") or ():
            if json.dumps(call["id"]) not in sent:
                call["id"] = "*"
    return result


def _near_line_end(body: bytes, at: int) -> bool:
    return not {*b"\r\n"}.isdisjoint(body[max(at - 2, 0) : at + 2])


def cuts(
    body: bytes, *, every_two_parts_below: int = 1500, every_byte_below: float = math.inf, rounds: int = 5
) -> Iterator[list[bytes]]:
    """Ways to cut a body into reads: whole, byte by byte, in two parts, at random.

    Two parts meet at any byte in a long run; else around every end of a line, and at each seventh byte.
    """
    yield [body]
    if len(body) < every_byte_below:
        yield [body[at : at + 1] for at in range(len(body))]
    if len(body) < every_two_parts_below:
        yield from (
            [body[:at], body[at:]] for at in range(len(body) + 1) if LONG or at % 7 == 0 or _near_line_end(body, at)
        )
    chance = random.Random(len(body))
    for _ in range(rounds):
        ends = sorted(chance.randrange(len(body) + 1) for _ in range(chance.randrange(1, 40)))
        yield [body[start:end] for start, end in zip([0, *ends], [*ends, len(body)], strict=True)]
