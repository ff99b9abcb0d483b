"""Conversations, with the types that type checkers must see: one model, and several."""

from __future__ import annotations

from typing import Any, assert_type

from openrouter_sdk import (
    Answers,
    Call,
    Chat,
    ChatResult,
    ChatStream,
    ChatStreamAsync,
    ChatStreams,
    ChatStreamsAsync,
    Usage,
    models,
)


def of_one() -> None:
    chat = Chat("a/model", system="Be brief.", temperature=0.5)
    assert_type(chat, Chat[str])
    assert_type(chat("Hi"), str)
    assert_type(chat.history, list[dict[str, Any]])
    assert_type(chat.usage, dict[str, int])
    assert_type(chat.turns, list[Usage])
    assert_type(chat.total_usage, Usage)
    assert_type(chat.cost, float | None)
    assert_type(chat.last, ChatResult | None)
    assert_type(chat.citations, list[models.UrlCitation])
    assert_type(chat.stream("Hi"), ChatStream)
    _: ChatStreamAsync = chat.stream_async("Hi")
    Chat("a/model", tools=[abs], max_steps=3, response_format=int, timeout_ms=5, session_id=True, retries=None)
    settings: dict[str, Any] = {"temperature": 1}
    chat("Hi", session_id="a", local_files=False, provider={"order": ["openai"]}, **settings)
    assert_type(chat.fork(), Chat[str])
    assert_type(Call("a/model").send("Hi"), str)
    assert_type(Call("a/model").result("Hi"), ChatResult)
    for text in chat.stream(["picture.png", "What is this?"], model="b/model"):
        assert_type(text, str)


def of_several() -> None:
    chat = Chat(["a/model", "b/model"])
    assert_type(chat, Chat[Answers[str]])
    assert_type(chat("Hi"), Answers[str])
    assert_type(chat("Hi")["a/model"], str)
    assert_type(chat("Hi").errors, dict[str, Exception])
    assert_type(chat.history, dict[str, list[dict[str, Any]]])
    assert_type(chat.usage["a/model"], dict[str, int])
    assert_type(chat.last, dict[str, ChatResult | None])
    assert_type(chat.stream("Hi"), ChatStreams)
    _: ChatStreamsAsync = chat.stream_async("Hi")
    assert_type(Call(("a/model", "b/model"))("Hi"), Answers[str])
    assert_type(Call(["a/model", "b/model"]).result("Hi"), Answers[ChatResult])
    for model, text in chat.stream("Hi"):
        assert_type((model, text), tuple[str, str])


async def from_async_code(chat: Chat[str], chats: Chat[Answers[str]]) -> None:
    assert_type(await chat.send_async("Hi"), str)
    assert_type(await chats.send_async("Hi"), Answers[str])
    async with chat.stream_async("Hi") as stream:
        assert_type([text async for text in stream], list[str])
        assert_type(await stream.final(), ChatResult)
    assert_type(await Call("a/model").result_async("Hi"), ChatResult)
    assert_type(await Call(["a/model", "b/model"]).result_async("Hi"), Answers[ChatResult])
    streams = await chats.stream_async("Hi")
    assert_type(await streams.final(), Answers[ChatResult])
