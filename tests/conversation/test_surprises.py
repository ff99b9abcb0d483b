"""Whatever an answer holds, its turn ends, and the conversation goes on."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from openrouter_sdk import models
from openrouter_sdk.custom.answers import usage_sum
from openrouter_sdk.custom.content.markdown import conversation_markdown
from openrouter_sdk.custom.conversation.chat import _citations
from openrouter_sdk.custom.conversation.turns import Dialogue, Gate, begin
from openrouter_sdk.custom.conversation.usage import UsageTable
from openrouter_sdk.custom.engine.encode import encode_body

ODD: tuple[Any, ...] = (
    None,
    "",
    [],
    {},
    "x",
    -1,
    1.5,
    True,
    10**400,
    float("inf"),
    float("nan"),
    [[]],
    {"id": {}},
    "\ud800",
)
ANSWER: dict[str, Any] = {
    "id": "g",
    "model": "a/m",
    "choices": [
        {
            "index": 0,
            "finish_reason": "stop",
            "message": {
                "role": "assistant",
                "content": "Hi.",
                "reasoning": "Hm.",
                "reasoning_details": [{"type": "reasoning.text", "text": "Hm.", "id": "i"}],
                "tool_calls": [{"id": "i", "type": "function", "function": {"name": "look", "arguments": "{}"}}],
                "images": [{"type": "image_url", "image_url": {"url": "data:,"}}],
                "audio": {"id": "a", "data": "", "transcript": ""},
                "annotations": [{"type": "url_citation", "url_citation": {"url": "https://a.example"}}],
            },
        }
    ],
    "usage": {
        "prompt_tokens": 1,
        "completion_tokens": 2,
        "total_tokens": 3,
        "cost": 0.1,
        "prompt_tokens_details": {"cached_tokens": 1},
        "completion_tokens_details": {"reasoning_tokens": 1},
        "cost_details": {"upstream_inference_cost": 0.1},
        "is_byok": False,
    },
}


def paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything in a JSON value."""
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*before, key)
        yield from paths(item, (*before, key))


def changed(path: tuple[Any, ...], odd: Any) -> dict[str, Any]:
    """The answer with something odd in one place."""
    answer = copy.deepcopy(ANSWER)
    place: Any = answer
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = odd
    return answer


def take(answer: dict[str, Any]) -> None:
    """Let a conversation have the answer twice, send it back, and show all that is known of it."""
    dialogue, gate = Dialogue("Be brief."), Gate()
    for _ in range(2):
        (turn,) = begin(gate, {"a/m": dialogue}, "Well?", list, {})
        encode_body({"messages": turn.arguments["messages"]})
        turn.answered(models.ChatResult.from_dict(answer))
        gate.check()
        dialogue.skip_tools("Skipped.")
    _citations(dialogue.last)
    conversation_markdown({"a/m": dialogue.history()})
    UsageTable([usage_sum(dialogue.turns)]).plain()


@pytest.mark.parametrize("path", list(paths(ANSWER)), ids=lambda path: ".".join(map(str, path)))
def test_something_odd_in_one_place_does_not_break_the_turn(path: tuple[Any, ...]) -> None:
    for odd in ODD:
        take(changed(path, odd))
