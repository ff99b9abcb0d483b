"""A good answer with one field changed to what providers have sent: it is read, readable and written back."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from openrouter_sdk import models
from tests.generated.json_objects import CONTRACT, MODELS, model_class

ANSWER: dict[str, Any] = {
    "id": "gen-1",
    "object": "chat.completion",
    "created": 1_760_000_000,
    "model": "maker/model",
    "provider": "Maker",
    "choices": [
        {
            "index": 0,
            "finish_reason": "stop",
            "native_finish_reason": "end_turn",
            "logprobs": {"content": [{"token": "Hi", "logprob": -0.1, "bytes": [72], "top_logprobs": []}]},
            "message": {
                "role": "assistant",
                "content": "Hi",
                "tool_calls": [{"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}],
                "annotations": [{"type": "url_citation", "url_citation": {"url": "https://a.example"}}],
                "reasoning_details": [{"type": "reasoning.text", "text": "so", "index": 0}],
            },
        }
    ],
    "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3, "cost": 0.1, "cost_details": {}},
}
ABSENT = object()
CHOICE = ("choices", 0)
MESSAGE = (*CHOICE, "message")
CHANGES: list[tuple[tuple[Any, ...], Any]] = [
    *[((*CHOICE, "finish_reason"), value) for value in ("foo", None, ABSENT, "", 3)],
    *[((*CHOICE, "native_finish_reason"), value) for value in (None, ABSENT, "FINISH", 1, {"odd": 1})],
    *[((*CHOICE, "logprobs"), value) for value in ({}, [], None, ABSENT, -1.5, {"content": None}, {"tokens": ["a"]})],
    ((*CHOICE, "logprobs"), {"content": None, "tokens": [" a"], "token_logprobs": [None], "text_offset": [0]}),
    ((*CHOICE, "logprobs"), {"tokens": [" a", "b"], "token_logprobs": [-1.5, 0], "top_logprobs": [None, {"b": 0.0}]}),
    *[((*CHOICE, key), value) for key in ("index", "message") for value in (None, ABSENT, "text", 1.5, [])],
    *[((*MESSAGE, "role"), value) for value in ("", "model", None, ABSENT, 7)],
    *[((*MESSAGE, "content"), value) for value in (None, ABSENT, "", {"text": "Hi"}, 1)],
    ((*MESSAGE, "content"), [{"type": "text", "text": "Hi"}, {"type": "brand_new", "x": 1}, "bare"]),
    *[((*MESSAGE, "tool_calls"), value) for value in (None, ABSENT, [], {}, [None], ["text"], [{"type": "brand_new"}])],
    *[((*MESSAGE, "tool_calls", 0, "function", "arguments"), value) for value in (None, ABSENT, {"a": 1}, 1)],
    *[((*MESSAGE, "tool_calls", 0, "type"), value) for value in (None, ABSENT, "brand_new", ["list"])],
    *[((*MESSAGE, "annotations", 0, "type"), value) for value in (None, ABSENT, "brand_new", {"a": "dict"})],
    *[((*MESSAGE, "reasoning_details", 0, "type"), value) for value in (None, ABSENT, "reasoning.brand_new", 5)],
    *[(("object",), value) for value in ("text_completion", None, ABSENT)],
    *[(("created",), value) for value in (None, 1.5, "now", ABSENT)],
    *[(("choices",), value) for value in (None, ABSENT, [], {}, "none", [None], [1])],
    *[(("usage",), value) for value in (None, ABSENT, {}, [], 0)],
    *[
        (("usage", key), value)
        for key in ("prompt_tokens", "completion_tokens", "total_tokens", "cost", "cost_details")
        for value in (None, ABSENT, 1.5, "1")
    ],
    *[((*path, "brand_new"), {"a": [1]}) for path in ((), CHOICE, MESSAGE, ("usage",), (*MESSAGE, "tool_calls", 0))],
]


def changed(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    answer = copy.deepcopy(ANSWER)
    owner: Any = answer
    for key in path[:-1]:
        owner = owner[key]
    if value is ABSENT:
        del owner[path[-1]]
    else:
        owner[path[-1]] = value
    return answer


LISTS = [
    (name, key, key in schema.get("required", []))
    for name, schema in ((name, CONTRACT.components[name]) for name in MODELS)
    for key, one in schema.get("properties", {}).items()
    if one.get("type") in ("array", ["array", "null"])
]


@pytest.mark.parametrize("given", [{}, None], ids=["absent", "null"])
def test_a_list_without_a_value_reads_as_empty_where_it_is_required_and_else_as_none(given: Any) -> None:
    for name, key, required in LISTS:
        source: dict[str, Any] = {key: None} if given is None else {}
        model = model_class(name).from_dict(source)

        assert getattr(model, model.wire.keys[key]) == ([] if required else None), name
        assert model.to_dict() == source, name


def test_both_lists_of_log_probabilities_read_alike() -> None:
    assert {required for name, _, required in LISTS if name == "ChatTokenLogprobs"} == {False}
    assert models.ChatTokenLogprobs.from_dict({"content": None, "refusal": None}).content is None


def test_the_log_probabilities_of_old_models_are_fields() -> None:
    found = models.ChatTokenLogprobs.from_dict(
        {"tokens": ["a"], "token_logprobs": [None], "top_logprobs": [{"a": -1}], "text_offset": [0]}
    )

    assert (found.tokens, found.token_logprobs, found.text_offset) == (["a"], [None], [0])
    assert found.top_logprobs == [{"a": -1}]
    assert found.additional_properties == {}


def read_at(model: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        model = model[key]
    return model


def plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


def case(change: Any) -> str | None:
    if isinstance(change, tuple):
        return ".".join(map(str, change))
    return "absent" if change is ABSENT else repr(change)


@pytest.mark.parametrize(("path", "value"), CHANGES, ids=case)
def test_a_surprise_is_read_and_written_back_and_the_shortcuts_survive_it(path: tuple[Any, ...], value: Any) -> None:
    answer = changed(path, value)
    result = models.ChatResult.from_dict(answer)

    assert result.to_dict() == answer

    if value is not ABSENT and value is not None:
        assert plain(read_at(result, path)) == value

    shortcuts = [result.text, result.reasoning, result.tool_calls, result.finish_reason, result.cost, result.is_empty]

    assert [type(shortcut) for shortcut in shortcuts[:3]] == [str, str, list]
    assert isinstance(result.message, models.ChatAssistantMessage)


@pytest.mark.parametrize(
    "odd", [True, float("nan"), float("inf"), 1e301, 10**400], ids=["true", "nan", "inf", "1e301", "1e400"]
)
def test_a_cost_that_no_sum_can_hold_is_unknown_and_is_written_back(odd: Any) -> None:
    result = models.ChatResult.from_dict(changed(("usage", "cost"), odd))

    assert result.cost is None
    assert result.to_dict()["usage"]["cost"] is odd


def test_the_first_choice_is_the_first_that_is_one() -> None:
    choices = [None, "odd", *ANSWER["choices"]]
    result = models.ChatResult.from_dict({**ANSWER, "choices": choices})

    assert (result.text, result.finish_reason) == (models.ChatResult.from_dict(ANSWER).text, "stop")
    assert result.to_dict()["choices"] == choices


def test_nothing_but_the_usage_of_a_stream_may_come() -> None:
    chunk = models.ChatStreamChunk.from_dict({"choices": [], "usage": {"cost": 0}})

    assert (chunk.text, chunk.delta, chunk.choices) == ("", None, [])
    assert chunk.usage is not None
    assert chunk.usage.cost == 0
