"""What `chat.map` refuses, and when: an item by itself, a mistake in the arguments for all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.bulk.helpers import bulk, prompts_sent
from tests.helpers.api import Api


class Unreadable(Mapping[str, Any]):
    """A row of a table that fails when it is read."""

    def __getitem__(self, key: str) -> Any:
        raise ValueError("no such column")

    def __iter__(self) -> Iterator[str]:
        return iter(["messages"])

    def __len__(self) -> int:
        return 1


@pytest.mark.parametrize(
    ("item", "kind", "told"),
    [
        (5, TypeError, "not int"),
        ({"role": "user", "content": "x"}, TypeError, "put a single message into a list"),
        ({"model": "a/b"}, TypeError, "needs 'messages'"),
        ({"messages": [{"content": "x"}]}, errors.ArgumentError, "no 'role'"),
        ({"messages": [], "temprature": 1}, TypeError, r"^an item of chat\.map\(\) got .*did you mean 'temperature'"),
        ({"messages": [], "stream": True}, errors.ArgumentError, "stream=True does not go with chat.map"),
        ("\ud83c", errors.ArgumentError, r"messages\[0\].content"),
        ({"messages": [], "system": "Be brief"}, TypeError, "a system message goes into the item's messages"),
        (Unreadable(), ValueError, "no such column"),
    ],
    ids=["number", "bare message", "no messages", "no role", "misspelt", "stream", "surrogate", "system", "unreadable"],
)
def test_an_item_that_cannot_be_sent_fails_alone(
    item: Any, kind: type[Exception], told: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    results = bulk(api, client, ["before", item, "after"], concurrency=1)

    assert type(results[1]) is kind
    assert re.search(told, str(results[1]))
    assert prompts_sent(server) == ["before", "after"]


def test_none_in_an_item_leaves_a_field_out_and_names_no_model(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    item = {"messages": [{"role": "user", "content": "x"}], "model": None, "temperature": None}
    bulk(api, client, [item, {**item, "model": "c/d"}], model="a/b", temperature=0.5, seed=1, concurrency=1)

    sent = [{key: request.json.get(key) for key in ("model", "temperature", "seed")} for request in server.requests]
    assert sent == [{"model": model, "temperature": None, "seed": 1} for model in ("a/b", "c/d")]


@pytest.mark.parametrize(
    ("options", "kind", "told"),
    [
        ({"stream": True}, errors.ArgumentError, "stream=True does not go with chat.map"),
        ({"extra_body": {"stream": True}}, errors.ArgumentError, "stream=True does not go with chat.map"),
        ({"messages": []}, TypeError, "messages is not for all items"),
        (
            {"temprature": 1},
            TypeError,
            r"^chat\.map\(\) got .*'temprature'; did you mean 'temperature'",
        ),
        ({"concurency": 3}, TypeError, r"^chat\.map\(\) got .*'concurency'; did you mean 'concurrency'"),
        ({"system": "Be brief"}, TypeError, "a system message goes into the item's messages"),
        ({"seed": float("nan")}, errors.ArgumentError, "seed is nan"),
        ({"concurrency": 0}, errors.ArgumentError, "concurrency must be at least 1, not 0"),
        ({"concurrency": 2.0}, TypeError, "concurrency must be a whole number, not 2.0"),
        ({"max_cost": -1}, errors.ArgumentError, "max_cost must not be negative, not -1"),
        ({"max_cost": float("nan")}, errors.ArgumentError, "max_cost"),
        ({"max_cost": "1"}, TypeError, "max_cost must be a number or None, not '1'"),
        ({"count_upstream_cost": 1}, TypeError, "count_upstream_cost must be True or False, not 1"),
        ({"on_result": "print"}, TypeError, "on_result must be callable, not str"),
        ({"checkpoint": 5}, TypeError, "checkpoint must be the path of a file, not int"),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else None,
)
def test_a_mistake_in_the_options_is_told_before_anything_is_sent(
    options: dict[str, Any], kind: type[Exception], told: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    with pytest.raises(kind, match=told):
        bulk(api, client, ["a"], **options)

    assert server.requests == []


@pytest.mark.parametrize("items", ["a single prompt", {"messages": []}, 5, None], ids=repr)
def test_a_single_thing_in_place_of_the_items_is_refused(items: Any, api: Api, client: OpenRouter) -> None:
    with pytest.raises(TypeError, match=r"chat\.map takes"):
        bulk(api, client, items)
