"""Parsed calls, as people write them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal, NamedTuple, TypedDict, assert_type

import attrs

from openrouter_sdk import ChatResult, OpenRouter, ParsedResult, ParsedStream, ParsedStreamAsync, errors, models


@dataclass
class Invoice:
    number: str
    total: float | None = None


@attrs.define
class Item:
    name: str


class Address(TypedDict):
    street: str


class Pair(NamedTuple):
    left: int
    right: int


class Colour(Enum):
    RED = "red"


MESSAGES: list[models.ChatMessagesTypedDict] = [{"role": "user", "content": "Read it."}]


def whole(client: OpenRouter) -> None:
    result = client.chat.parse(model="m", messages=MESSAGES, response_format=Invoice, repairs=1)
    assert_type(result, ParsedResult[Invoice])
    assert_type(result.parsed, Invoice)
    assert_type(result.answer, ChatResult)
    assert_type(result.cost, float | None)
    assert_type(client.chat.parse(messages=MESSAGES, response_format=Item).parsed, Item)
    assert_type(client.chat.parse(messages=MESSAGES, response_format=Address).parsed, Address)
    assert_type(client.chat.parse(messages=MESSAGES, response_format=Pair).parsed, Pair)
    assert_type(client.chat.parse(messages=MESSAGES, response_format=Colour).parsed, Colour)
    assert_type(client.chat.parse(messages=MESSAGES, response_format=list[Invoice]).parsed, list[Invoice])
    assert_type(client.chat.parse(messages=MESSAGES, response_format=dict[str, int]).parsed, dict[str, int])
    assert_type(client.chat.parse(messages=MESSAGES, response_format=bool).parsed, bool)
    assert_type(client.chat.parse(messages=MESSAGES, response_format=Invoice | None).parsed, Invoice | None)
    assert_type(client.chat.parse(messages=MESSAGES, response_format=Literal["a", "b"]).parsed, Literal["a", "b"])
    assert_type(client.chat.parse(messages=MESSAGES, response_format=Annotated[int, "How many."]).parsed, int)


def streamed(client: OpenRouter) -> None:
    with client.chat.parse(model="m", messages=MESSAGES, response_format=list[Item], stream=True) as stream:
        assert_type(stream, ParsedStream[list[Item]])
        for chunk in stream:
            assert_type(chunk, models.ChatStreamChunk)
            assert_type(stream.partial_parsed(), Any)
        assert_type(stream.final().parsed, list[Item])


async def asynchronous(client: OpenRouter) -> None:
    result = await client.chat.parse_async(model="m", messages=MESSAGES, response_format=Invoice)
    assert_type(result.parsed, Invoice)
    async with await client.chat.parse_async(messages=MESSAGES, response_format=Invoice, stream=True) as stream:
        assert_type(stream, ParsedStreamAsync[Invoice])
        async for piece in stream.text_deltas():
            assert_type(piece, str)
        assert_type((await stream.final()).parsed, Invoice)


def sent(client: OpenRouter) -> None:
    answer = client.chat.send(messages=MESSAGES, response_format=Invoice)
    assert_type(answer.parse(Invoice), Invoice)
    assert_type(client.chat.send(messages=MESSAGES, response_format=Literal["a"]).parse(Literal["a"]), Literal["a"])
    client.chat.send(messages=MESSAGES, response_format={"type": "json_object"})
    client.chat.send(
        messages=MESSAGES, response_format={"type": "json_schema", "json_schema": {"name": "a", "schema": {}}}
    )


def failed(error: errors.OutputParsingError) -> None:
    assert_type(error.path, tuple[str | int, ...])
    assert_type(error.reason, str)
