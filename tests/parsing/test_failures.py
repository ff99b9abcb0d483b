"""Answers that are not what was asked for: each is an error that says so, with all that is known."""

from __future__ import annotations

import copy
import json
import pickle
import re
from typing import Annotated, Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from openrouter_sdk import ChatResult, errors, testing
from openrouter_sdk.custom.parsing import Output
from openrouter_sdk.testing._answers import Reply
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.parsing.asking import STREAMED, parse, reply
from tests.parsing.test_json_text import VALUES
from tests.schema.kinds import KINDS, Line, Point

OUTPUTS: dict[str, Output[Any]] = {name: Output(hint) for name, (hint, _, _) in KINDS.items()}

FENCED = '```json\n{"x": 1, "y": 2}\n```'
COSTLY = {"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 12, "cost": 0.25}
FAILURES: dict[str, tuple[Reply, str, str]] = {
    "refused": (testing.reply(None, refusal="I must not."), "refusal", "the model refused: I must not."),
    "cut off": (testing.reply('{"x": 1', finish_reason="length"), "length", "cut off at the limit of tokens"),
    "filtered": (testing.reply('{"x": 1', finish_reason="content_filter"), "content_filter", "by a content filter"),
    "null": (testing.reply(None), "empty", "the answer is empty"),
    "blank": (testing.reply(" \n"), "empty", "the answer is empty"),
    "thoughts": (testing.reply(None, reasoning="Hm."), "empty", "holds thoughts, but no text"),
    "fence": (testing.reply(FENCED), "not_json", "a code fence stands around the JSON"),
    "prose before": (testing.reply('Here: {"x": 1, "y": 2}'), "not_json", "prose stands before the JSON"),
    "prose behind": (testing.reply('{"x": 1, "y": 2} Anything else?'), "not_json", "more text stands behind the JSON"),
    "trailing comma": (testing.reply('{"x": 1, "y": 2,}'), "not_json", "a comma stands behind the last entry"),
    "ends in the middle, says stop": (testing.reply('{"x": 1'), "not_json", "it ends in the middle"),
    "does not fit": (reply({"x": "much", "y": 2}), "misfit", "does not fit Point: x: "),
    "lacks a key": (reply({"y": 2}), "misfit", "does not fit Point: x: "),
    "another key": (reply({"x": 1, "y": 2, "z": 3}), "misfit", "does not fit Point: z: "),
    "no object": (testing.reply("[1]"), "misfit", "does not fit Point: "),
}


@pytest.mark.parametrize("call", ["x", 5, None, {"function": 7}, {"function": {"name": {}}}])
def test_a_tool_call_may_be_anything(call: Any) -> None:
    answer = ChatResult.from_dict({"choices": [{"message": {"content": None, "tool_calls": [call]}}]})

    with pytest.raises(errors.OutputParsingError) as caught:
        answer.parse(Point)

    assert caught.value.reason == "tool_calls"


@STREAMED
@pytest.mark.parametrize("how", FAILURES)
def test_it_is_an_error_that_holds_what_came_and_what_it_cost(
    how: str, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    answer, reason, told = FAILURES[how]
    server.enqueue(answer)

    with pytest.raises(errors.OutputParsingError, match=told) as caught:
        parse(api, make_client(), Point, streamed=streamed)

    error = caught.value
    assert error.reason == reason
    assert isinstance(error.partial, ChatResult)
    assert error.text == (error.partial.message.refusal or error.partial.text)
    assert error.usage.total_tokens == error.partial.usage.total_tokens > 0
    assert error.generation_id == error.partial.http.generation_id
    assert (error.http_status, error.attempts, len(server.requests)) == (200, 1, 1)


def test_a_type_is_told_as_it_is_written() -> None:
    answer = ChatResult.from_dict({"choices": [{"message": {"content": "{}"}}]})

    for hint, shown in ((list[Point], "list[Point]"), (Annotated[Point | None, "Where."], "Point | None")):
        with pytest.raises(errors.OutputParsingError, match=re.escape(f"does not fit {shown}: ")):
            answer.parse(hint)


@STREAMED
def test_calls_of_tools_are_no_answer(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.reply('{"x": 1, "y": 2}', tool_calls=[{"name": "look"}], finish_reason="stop"))

    with pytest.raises(errors.OutputParsingError, match="calls tools instead: 'look'") as caught:
        parse(api, make_client(), Point, streamed=streamed)

    assert caught.value.reason == "tool_calls"
    assert [call.function.name for call in caught.value.partial.tool_calls] == ["look"]


def test_a_failed_choice_that_was_not_raised_is_no_answer(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.reply('{"x": 1, "y": 2}', finish_reason="error"))

    with pytest.raises(errors.OutputParsingError, match="the answer failed") as caught:
        parse(api, make_client(), Point, raise_on_choice_error=False)

    assert caught.value.reason == "failed"


@pytest.mark.parametrize(
    ("hint", "text", "path"),
    [
        (Line, '{"start": {"x": 1, "y": 0}, "points": [{"x": 2, "y": 0}, {"x": "?"}]}', ("points", 1, "x")),
        (list[int], '{"value": [1, "two"]}', (1,)),
        (list[int], '[1, "two"]', (1,)),
        (dict[str, int], '{"value": [{"key": "a", "value": "?"}]}', ("a",)),
        (dict[str, list[int]], '{"value": {"a": [1, "?"]}}', ("a", 1)),
        (int, '{"value": "?"}', ()),
    ],
    ids=str,
)
def test_the_path_leads_to_the_value_at_fault(hint: Any, text: str, path: tuple[str | int, ...]) -> None:
    answer = ChatResult.from_dict({"choices": [{"message": {"content": text}}]})

    with pytest.raises(errors.OutputParsingError) as caught:
        Output[Any](hint).read(answer)

    assert caught.value.path == path


@pytest.mark.parametrize("depth", [100, 250, 900, 1100, 50_000])
def test_deep_nesting_is_read_or_named(depth: int) -> None:
    text = '{"value": ' + "[" * depth + "]" * depth + "}"
    answer = ChatResult.from_dict({"choices": [{"message": {"content": text}}]})

    try:
        assert isinstance(Output[Any](list[Any]).read(answer), list)
    except errors.OutputParsingError as error:
        assert error.reason in ("not_json", "misfit")  # noqa: PT017 - either way is right


@pytest.mark.parametrize("body", [{}, {"choices": []}, {"choices": [{"message": {"content": [{"type": "text"}]}}]}])
def test_an_answer_without_anything_is_empty(body: dict[str, Any]) -> None:
    with pytest.raises(errors.OutputParsingError) as caught:
        ChatResult.from_dict(body).parse(Point)
    assert caught.value.reason == "empty"


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])  # noqa: S301 - our own
def test_the_error_is_copied_whole(copied: Any) -> None:
    answer = ChatResult.from_dict({"choices": [{"message": {"content": '{"x": "?"}'}}], "usage": COSTLY})
    with pytest.raises(errors.OutputParsingError) as caught:
        answer.parse(Point)

    error = copied(caught.value)

    assert (error.reason, error.path, error.text) == ("misfit", ("x",), '{"x": "?"}')
    assert (error.usage.cost, error.partial.text, str(error)) == (0.25, '{"x": "?"}', str(caught.value))


def test_it_is_an_error_of_the_sdk() -> None:
    assert issubclass(errors.OutputParsingError, errors.OpenRouterError)
    assert not issubclass(errors.OutputParsingError, errors.ChatError)


@given(VALUES.map(json.dumps) | st.text(), st.sampled_from(sorted(KINDS)))
def test_whatever_a_model_writes_is_read_or_named(text: str, name: str) -> None:
    answer = ChatResult.from_dict({"choices": [{"message": {"content": text}}]})

    try:
        OUTPUTS[name].read(answer)
    except errors.OutputParsingError as error:
        event(error.reason)
