"""Async calls where no event loop of asyncio runs, as under trio."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import httpx
import pytest

from openrouter_sdk import Call, Chat, OpenRouter, errors
from tests.helpers.api import ASK, MODEL


def run_without_asyncio(coroutine: Coroutine[Any, Any, Any]) -> None:
    """Run it as the event loop of another library would begin to."""
    try:
        coroutine.send(None)
    finally:
        coroutine.close()


async def read(stream: Any) -> None:
    async for _ in stream:
        pass


CALLS: dict[str, Callable[[OpenRouter], Coroutine[Any, Any, Any]]] = {
    "send": lambda client: client.chat.send_async(messages=ASK, model=MODEL),
    "send streamed": lambda client: client.chat.send_async(messages=ASK, model=MODEL, stream=True),
    "map": lambda client: client.chat.map_async(["Hi"], model=MODEL),
    "Chat": lambda client: Chat(MODEL, client=client).send_async("Hi"),
    "Call": lambda client: Call(MODEL, client=client).send_async("Hi"),
    "several": lambda client: Chat([MODEL, "other/model"], client=client).send_async("Hi"),
    "Chat streamed": lambda client: read(Chat(MODEL, client=client).stream_async("Hi")),
    "several streamed": lambda client: read(Chat([MODEL, "other/model"], client=client).stream_async("Hi")),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize("injected", [False, True])
def test_every_async_call_says_at_once_that_it_needs_asyncio(
    injected: bool, call: Callable[[OpenRouter], Coroutine[Any, Any, Any]]
) -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(500)

    options: Any = {"async_client": httpx.AsyncClient(transport=httpx.MockTransport(answer))} if injected else {}

    with OpenRouter(api_key="test", **options) as client, pytest.raises(errors.ArgumentError, match="need asyncio"):
        run_without_asyncio(call(client))

    assert asked == []


def test_a_function_for_the_key_is_not_asked() -> None:
    asked: list[str] = []

    def key() -> str:
        asked.append("key")
        return "key"

    with (
        OpenRouter(api_key=key) as client,
        pytest.raises(errors.ArgumentError, match=r"trio\.to_thread\.run_sync"),
    ):
        run_without_asyncio(client.chat.send_async(messages=ASK, model=MODEL))

    assert asked == []
