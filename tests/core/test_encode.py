"""Values as JSON, and what is said of a value that has no such form."""

from __future__ import annotations

import json
import math
from collections import UserDict, deque
from types import MappingProxyType
from typing import Any

import pytest

from openrouter_sdk import models
from openrouter_sdk.custom.engine.encode import encode_body, encode_value
from openrouter_sdk.custom.errors import ArgumentError

LONG = "k" * 300
FILES = "; content.image(), content.file() and the like make parts of files"


class Changing(UserDict[str, Any]):
    """Holds something else each time it is looked at, as what another thread writes to may."""

    def __init__(self, *values: Any) -> None:
        super().__init__(a=None)
        self.values_to_come = iter(values)

    def __getitem__(self, key: str) -> Any:
        return next(self.values_to_come, None)


def nested(depth: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for _ in range(depth):
        value = {"a": value}
    return value


def holding_itself(*, deep: bool) -> dict[str, Any]:
    body: dict[str, Any] = {"messages": []}
    body["messages"].append({"a": [body]} if deep else body)
    return body


WRITTEN: list[tuple[Any, str]] = [
    ("grüß\N{GRINNING FACE}", '"grüß\N{GRINNING FACE}"'),
    ("\ud83d\ude00", '"\N{GRINNING FACE}"'),
    ([1, 2.5, None, True, "a"], '[1,2.5,null,true,"a"]'),
    ((1, deque([2, (3,)])), "[1,[2,[3]]]"),
    (MappingProxyType({"a": UserDict({"b": {}})}), '{"a":{"b":{}}}'),
    ({1: "a", 2.5: "b", None: "c"}, '{"1":"a","2.5":"b","null":"c"}'),
    (models.ChatUserMessage(content="Hi"), '{"role":"user","content":"Hi"}'),
]


@pytest.mark.parametrize(("value", "text"), WRITTEN)
def test_a_value_is_written_as_compact_json_alone_and_in_a_body(value: Any, text: str) -> None:
    written = encode_value("field", value)

    assert json.loads(written) == json.loads(text)
    assert encode_body({"field": value, "n": 1}) == b'{"field":' + written + b',"n":1}'
    assert b" " not in written
    assert isinstance(value, models.ChatUserMessage) or written.decode() == text


def test_a_field_of_any_name_is_written_without_its_name() -> None:
    assert encode_value('a "quoted" name', [1]) == b"[1]"


REFUSED: list[tuple[Any, type[Exception], str]] = [
    ({"a": math.nan}, ArgumentError, "a is nan, which JSON has no form for"),
    ({"a": [0, {"b": -math.inf}]}, ArgumentError, "a[1].b is -inf, which JSON has no form for"),
    ({"a": {"b": ["x\ud800"]}}, ArgumentError, "a.b[0] holds a lone surrogate, which cannot be sent"),
    ({"a": {"\udc00": 1}}, ArgumentError, "a has a key with a lone surrogate, which cannot be sent"),
    ({"a": {math.inf: 1}}, ArgumentError, "a has the key inf, which JSON has no form for"),
    ({"a": {1: 2, (1, 2): 3}}, TypeError, "a has the key (1, 2), which is no text"),
    ({(1, 2): 3}, TypeError, "the request body has the key (1, 2), which is no text"),
    ({"a": [b"x"]}, TypeError, f"a[0] is a bytes, which has no JSON form{FILES}"),
    ({"a": bytearray(b"x")}, TypeError, f"a is a bytearray, which has no JSON form{FILES}"),
    ({"a": memoryview(b"x")}, TypeError, f"a is a memoryview, which has no JSON form{FILES}"),
    ({"a": MappingProxyType({"b": deque([{1}])})}, TypeError, "a.b[0] is a set, which has no JSON form"),
    ({"a": math.nan, "b": math.inf}, ArgumentError, "a is nan, which JSON has no form for"),
    ({"ok": [1, "x", None, 1.5, {}], "b": [math.inf]}, ArgumentError, "b[0] is inf, which JSON has no form for"),
    (holding_itself(deep=False), ArgumentError, "messages[0] holds itself"),
    (holding_itself(deep=True), ArgumentError, "messages[0].a[0] holds itself"),
    ({"a": [10**5000]}, ArgumentError, "a[0] is a whole number with more digits than Python writes"),
    ({"a": {10**5000: 1}}, ArgumentError, "a has a key with more digits than Python writes"),
    ({LONG: math.nan}, ArgumentError, f"{LONG[:199]}… is nan, which JSON has no form for"),
]


@pytest.mark.parametrize(("body", "error_class", "said"), REFUSED)
def test_what_cannot_be_sent_is_named_with_its_place(body: Any, error_class: type[Exception], said: str) -> None:
    with pytest.raises(error_class) as raised:
        encode_body(body)

    assert type(raised.value) is error_class
    assert str(raised.value) == said
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__ or "surrogate" in said


def test_the_same_value_twice_is_not_taken_for_one_that_holds_itself() -> None:
    shared: list[Any] = [{"a": 1}]

    with pytest.raises(ArgumentError, match=r"^c is nan"):
        encode_body({"a": shared, "b": [shared, shared], "c": math.nan})


def test_what_is_nested_too_deeply_is_told_with_the_beginning_of_its_place() -> None:
    with pytest.raises(ArgumentError) as raised:
        encode_body(nested(100_000))

    assert str(raised.value) == ("a." * 100)[:199] + "… is nested too deeply"


@pytest.mark.parametrize(
    ("depth", "said"), [(500, "is nan, which JSON has no form for"), (501, "is nested too deeply")]
)
def test_five_hundred_levels_are_looked_through_for_what_cannot_be_sent(depth: int, said: str) -> None:
    value: Any = {"a": math.nan}
    for level in range(depth - 1):
        value = {"a": value} if level % 2 else [value]

    with pytest.raises(ArgumentError) as raised:
        encode_body({"a": value})

    assert str(raised.value).endswith(f"… {said}")


@pytest.mark.parametrize(
    ("value", "error_class", "said"),
    [
        ({1}, TypeError, "cannot be sent as JSON"),
        (math.nan, ArgumentError, "holds itself or is nested too deeply"),
        ("\ud800", ArgumentError, "holds a lone surrogate, which UTF-8 cannot carry"),
    ],
)
def test_what_is_gone_when_it_is_looked_for_is_told_without_its_place(
    value: Any, error_class: type[Exception], said: str
) -> None:
    with pytest.raises(error_class) as raised:
        encode_body({"a": Changing(value)})

    assert str(raised.value) == f"the request body {said}"
