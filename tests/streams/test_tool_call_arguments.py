"""`ChatToolCall.parsed_arguments`: what the model wants to pass, whatever it wrote."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from openrouter_sdk import errors, models


def call(**function: Any) -> models.ChatToolCall:
    return models.ChatToolCall.from_dict({"id": "c1", "type": "function", "function": {"name": "pay", **function}})


@pytest.mark.parametrize("arguments", ["", "  ", "\n\t", "{}", " {} ", "null", None])
def test_no_arguments_are_an_empty_dict(arguments: str | None) -> None:
    assert call(arguments=arguments).parsed_arguments == {}


def test_absent_arguments_are_an_empty_dict() -> None:
    assert call().parsed_arguments == {}
    assert models.ChatToolCall.from_dict({"id": "c1"}).parsed_arguments == {}


def test_arguments_are_parsed_and_the_text_stays() -> None:
    found = call(arguments='{"amount": 1, "to": ["é"]}')

    assert found.parsed_arguments == {"amount": 1, "to": ["é"]}
    assert found.function.arguments == '{"amount": 1, "to": ["é"]}'


@pytest.mark.parametrize(
    ("text", "value"),
    [('{"code": "a\n\tb"}', "a\n\tb"), ('{"code":\r\n"a\r\nb\x00"}', "a\r\nb\x00"), ('{"code": "a\x1bb"}', "a\x1bb")],
)
def test_raw_line_breaks_and_tabs_in_strings_are_read_and_the_text_stays(text: str, value: str) -> None:
    found = call(arguments=text)

    assert found.parsed_arguments == {"code": value}
    assert found.function.arguments == text


def test_an_object_in_place_of_the_text_is_kept() -> None:
    source = {"id": "c1", "type": "function", "function": {"name": "pay", "arguments": {"amount": 1}}}
    found = models.ChatToolCall.from_dict(source)

    assert found.parsed_arguments == {"amount": 1}
    assert found.to_dict() == source


@pytest.mark.parametrize("text", ['{"amount": 1', "{'amount': 1}", "pay 1", '{"a": 1}{"b": 2}', "[" * 100_000])
def test_broken_arguments_raise_with_the_text(text: str) -> None:
    with pytest.raises(errors.ResponseValidationError, match="'pay'") as caught:
        call(arguments=text).parsed_arguments  # noqa: B018 - reading it raises

    assert caught.value.body.startswith(text[:60000])
    assert caught.value.__cause__ is None
    assert pickle.loads(pickle.dumps(caught.value)).body == caught.value.body  # noqa: S301


@pytest.mark.parametrize(("arguments", "value"), [("[1]", [1]), ('"text"', "text"), ("3", 3), ("true", True)])
def test_arguments_that_are_no_object_raise_with_what_they_are(arguments: str, value: Any) -> None:
    with pytest.raises(errors.ResponseValidationError, match=type(value).__name__) as caught:
        call(arguments=arguments).parsed_arguments  # noqa: B018 - reading it raises

    assert (caught.value.body, caught.value.data) == (arguments, value)


def test_a_call_made_in_python_has_them_too() -> None:
    made = models.ChatToolCall(id="c1", function=models.ChatToolCallFunction(name="pay", arguments='{"a": 1}'))

    assert made.parsed_arguments == {"a": 1}
    assert copy.deepcopy(made).parsed_arguments == {"a": 1}
