"""Two readers of one stream: the first reads on undisturbed, the second is told that there is another."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest

from openrouter_sdk import Chat, OpenRouter, errors
from tests.helpers.api import ASK, MODEL, AsyncApi
from tests.streams.half_read import (
    BOTH_BACKENDS,
    FORMS,
    LAST,
    Scripted,
    text_of,
    turns,
)
from tests.streams.wire import text


@BOTH_BACKENDS
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("begun", [True, False], ids=["behind a chunk", "before the first"])
def test_a_second_task_is_told_that_another_reads(api: AsyncApi, scripted: Scripted, form: Any, begun: bool) -> None:
    async def main() -> None:
        async with scripted.client(api) as client:
            stream = await form(client)
            if begun:
                scripted.send(text("Hel"))
                await anext(stream)
            first = asyncio.create_task(_list(stream))
            await turns()
            for _ in range(2):
                with pytest.raises(errors.StreamBusyError) as caught:
                    await anext(stream)
                assert isinstance(caught.value, errors.OpenRouterError)
                assert not isinstance(caught.value, errors.ChatError)
                assert "another" in str(caught.value)
            scripted.send(text("lo"), LAST)
            assert "".join(map(text_of, await first)) == "lo"

    api.run(main())


async def _list(stream: Any) -> list[Any]:
    return [item async for item in stream]


@BOTH_BACKENDS
def test_of_two_final_answers_at_once_the_first_is_given(api: AsyncApi, scripted: Scripted) -> None:
    async def main() -> list[Any]:
        async with scripted.client(api) as client:
            stream = await client.chat.send_async(model=MODEL, messages=ASK, stream=True)
            both = asyncio.gather(stream.final(), stream.final(), return_exceptions=True)
            await turns()
            scripted.send(text("Hello"), LAST)
            return await both

    first, second = api.run(main())
    assert first.text == "Hello"
    assert type(second) is errors.StreamBusyError


@BOTH_BACKENDS
def test_a_reader_of_the_text_beside_one_of_the_chunks_is_turned_away(api: AsyncApi, scripted: Scripted) -> None:
    async def main() -> Any:
        async with scripted.client(api) as client:
            stream = await client.chat.send_async(model=MODEL, messages=ASK, stream=True)
            first = asyncio.create_task(anext(stream))
            await turns()
            with pytest.raises(errors.StreamBusyError):
                await anext(stream.text_deltas())
            scripted.send(text("Hello"), LAST)
            async with stream:
                return await first

    assert api.run(main()).text == "Hello"


def _send(client: OpenRouter) -> tuple[Any, Any]:
    stream = client.chat.send(model=MODEL, messages=ASK, stream=True)
    return stream, lambda: stream._reading


def _ask(client: OpenRouter) -> tuple[Any, Any]:
    stream = Chat(MODEL, client=client).stream("Tell me more")
    return stream, lambda: stream._stream._reading


def _ask_several(client: OpenRouter) -> tuple[Any, Any]:
    stream = Chat([MODEL], client=client).stream("Tell me more")
    return stream, stream._one_reader._lock.locked


@pytest.mark.parametrize("begin", [_send, _ask, _ask_several])
@pytest.mark.parametrize("read", [next, lambda stream: stream.final()], ids=["next", "final"])
def test_a_second_thread_is_told_that_another_reads(
    scripted: Scripted, begin: Callable[[OpenRouter], tuple[Any, Any]], read: Callable[[Any], Any]
) -> None:
    with scripted.client() as client:
        stream, is_reading = begin(client)
        found: list[Any] = []
        first = threading.Thread(target=lambda: found.extend(stream), daemon=True)
        first.start()
        while not is_reading():
            pass
        for _ in range(2):
            with pytest.raises(errors.StreamBusyError):
                read(stream)
        scripted.send(text("Hel"), text("lo"), LAST)
        first.join(20.0)

    assert "".join(map(text_of, found)) == "Hello"


def test_threads_that_take_turns_share_a_stream(scripted: Scripted) -> None:
    found: list[str] = []
    with scripted.client() as client:
        stream = client.chat.send(model=MODEL, messages=ASK, stream=True)
        scripted.send(text("Hel"), text("lo"), LAST)
        for _ in range(2):
            thread = threading.Thread(target=lambda: found.append(next(stream).text))
            thread.start()
            thread.join()

    assert found == ["Hel", "lo"]
