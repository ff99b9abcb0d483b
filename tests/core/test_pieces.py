"""What the chunks of a stream show, piece by piece, against what the finished answer shows."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter_sdk import models
from openrouter_sdk.custom.stream.accumulate import Accumulator
from openrouter_sdk.custom.stream.pieces import whole_characters
from tests.core.streams import RECORDED, STREAMS, json_objects, recorded_bodies

OURS = {stream.name: stream.body for stream in STREAMS if not stream.name.startswith("error_")}
SHUFFLED = {"reasoning_interleaved_indexes"}
"""Its pieces come in another order than they have in the finished answer."""


@pytest.mark.parametrize("name", [*OURS, *RECORDED])
def test_the_pieces_of_a_stream_add_up_to_the_finished_answer(name: str) -> None:
    body = OURS[name] if name in OURS else recorded_bodies()[name]
    objects = list(json_objects(body))
    chunks = [models.ChatStreamChunk.from_dict(value) for value in objects]
    accumulator = Accumulator()
    for value in objects:
        accumulator.add(value)
    result = models.ChatResult.from_dict(accumulator.result())
    text = whole_characters("".join(chunk.text for chunk in chunks))
    reasoning = whole_characters("".join(chunk.reasoning for chunk in chunks))

    assert text == result.text
    assert reasoning == result.reasoning or (name in SHUFFLED and sorted(reasoning) == sorted(result.reasoning))


THINKING = [
    {"type": "thinking", "thinking": [{"type": "text", "text": "H"}, {"type": "later", "text": "no"}, 3]},
    {"type": "thinking", "thinking": "m", "signature": "S"},
    {"type": "thinking", "thinking": 3},
    {"type": "thinking"},
    {"type": "redacted_thinking", "data": "AAAA"},
    {"type": ["thinking"], "thinking": "no"},
    "odd",
]
DETAILS = [
    {"type": "reasoning.summary", "summary": "Sum"},
    {"type": "reasoning.text", "text": "med", "signature": "S"},
    {"type": "reasoning.encrypted", "data": "AAAA"},
    {"type": "reasoning.other", "text": 3},
]


@pytest.mark.parametrize(
    ("fields", "reasoning"),
    [
        ({"reasoning": "Hm"}, "Hm"),
        ({"reasoning_content": "Hm"}, "Hm"),
        ({"reasoning": "Hm", "reasoning_content": "Hm", "reasoning_details": DETAILS}, "Hm"),
        ({"reasoning": None, "reasoning_content": "Hm", "reasoning_details": DETAILS}, "Hm"),
        ({"reasoning": "", "reasoning_content": None, "reasoning_details": DETAILS}, "Summed"),
        ({"reasoning": 3, "reasoning_content": [], "reasoning_details": "odd"}, ""),
        ({"content": THINKING}, "Hm"),
        ({"content": THINKING, "reasoning": "Hm", "reasoning_details": DETAILS}, "Hm"),
        ({"content": THINKING, "reasoning_details": [{"type": "reasoning.encrypted", "data": "AAAA"}]}, "Hm"),
        ({}, ""),
    ],
)
def test_reasoning_is_found_under_each_of_its_names_and_only_once(fields: dict[str, Any], reasoning: str) -> None:
    chunk = models.ChatStreamChunk.from_dict({"choices": [{"index": 0, "delta": fields}]})
    result = models.ChatResult.from_dict({"choices": [{"index": 0, "message": fields}]})

    assert (chunk.reasoning, chunk.text) == (reasoning, "")
    assert (result.reasoning, result.text) == (reasoning, "")


@pytest.mark.parametrize(("index", "text"), [(0, "Hi"), (None, "Hi"), ("0", "Hi"), (0.0, "Hi"), ([], "Hi"), (1, "")])
def test_the_first_choice_is_the_one_that_is_added_up_as_such(index: Any, text: str) -> None:
    chunk = {"id": "g", "choices": [{"index": index, "delta": {"content": "Hi"}}]}
    accumulator = Accumulator()
    accumulator.add(chunk)

    assert models.ChatStreamChunk.from_dict(chunk).text == text
    assert {each["index"] for each in accumulator.result()["choices"]} == ({0} if text else {1})


@pytest.mark.parametrize("indexes", [[1, 0], [2, 1], [1, None], [5], [0, -1], [1, True]])
def test_the_first_choice_of_a_whole_answer_is_that_of_the_same_streamed(indexes: list[Any]) -> None:
    choices = [{"index": at, "message": {"content": f"{place}"}} for place, at in enumerate(indexes)]
    accumulator = Accumulator()
    accumulator.add({"choices": [{"index": each["index"], "delta": each["message"]} for each in choices]})

    streamed = models.ChatResult.from_dict(accumulator.result())
    assert (
        models.ChatResult.from_dict({"choices": choices}).text == streamed.text == streamed.choices[0].message.content
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Hi", "Hi"),
        ([{"type": "text", "text": "H"}, {"type": "image_url", "text": "no"}, {"type": "text", "text": "i"}], "Hi"),
        ([{"type": "text"}, {"type": "text", "text": 3}, "odd", None], ""),
        (None, ""),
        (3, ""),
    ],
)
def test_the_text_of_content_in_parts_is_that_of_its_text_parts(content: Any, text: str) -> None:
    chunk = models.ChatStreamChunk.from_dict({"choices": [{"index": 0, "delta": {"content": content}}]})
    result = models.ChatResult.from_dict({"choices": [{"index": 0, "message": {"content": content}}]})

    assert (chunk.text, result.text) == (text, text)
