"""Async streams of a conversation that another task closes, or that are held for longer than their event loop runs."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

import pytest

from openrouter_sdk import Chat, OpenRouter, errors, testing

ONE, SEVERAL = "a/model", ["a/model", "b/model"]
MODELS = pytest.mark.parametrize("model", [ONE, SEVERAL], ids=["one", "several"])
PATIENCE_S = 30


def again(model: Any) -> Any:
    """The answer of each model to the question "Again"."""
    return "Again" if isinstance(model, str) else dict.fromkeys(model, "Again")


async def read(stream: Any) -> list[Any]:
    return [piece async for piece in stream]


@MODELS
@pytest.mark.parametrize("waits_for", ["the first byte", "the next event"])
def test_another_task_may_close_a_stream(
    client: OpenRouter, server: testing.Server, model: Any, waits_for: str
) -> None:
    slow: dict[str, Any] = {"first_delay": 60} if waits_for == "the first byte" else {"event_delay": 60, "comments": 0}
    server.enqueue(*[testing.reply("One two", **slow)] * 2)

    async def main() -> None:
        chat: Any = Chat(model, client=client)
        stream = chat.stream_async("Count")
        reader = asyncio.create_task(read(stream))
        await asyncio.to_thread(server.wait_requests, len(chat.models))

        await stream.aclose()
        pieces = await asyncio.wait_for(reader, PATIENCE_S)

        assert len(pieces) <= len(chat.models)
        assert reader.cancelling() == 0
        server.clear()
        assert await chat.send_async("Again") == again(model)
        await client.aclose()

    asyncio.run(main())
    assert server.wait_connections(0)


def test_a_stream_that_was_closed_before_it_was_opened_is_never_sent(
    client: OpenRouter, server: testing.Server
) -> None:
    async def main() -> None:
        stream = Chat(ONE, client=client).stream_async("Count")
        await stream.aclose()

        assert await read(stream) == []
        with pytest.raises(errors.StreamInterruptedError, match="closed before"):
            await stream.final()

    asyncio.run(main())
    assert server.requests == []


def test_a_cancellation_from_elsewhere_is_not_taken_for_the_closing(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("One two", first_delay=60))

    async def main() -> None:
        stream = Chat(ONE, client=client).stream_async("Count")
        reader = asyncio.create_task(read(stream))
        await asyncio.to_thread(server.wait_requests, 1)

        reader.cancel()
        await stream.aclose()

        with pytest.raises(asyncio.CancelledError):
            await reader
        await client.aclose()

    asyncio.run(main())


@MODELS
def test_a_stream_that_was_dropped_with_its_loop_lets_the_next_question_through(
    client: OpenRouter, server: testing.Server, model: Any
) -> None:
    chat: Any = Chat(model, client=client)

    async def main() -> Any:
        return await chat.stream_async("One two three")

    asyncio.run(main())
    gc.collect()

    assert chat("Again") == again(model)


def test_streams_that_are_held_after_their_loop_has_ended_let_the_next_question_through(
    client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(*[testing.reply("One two", event_delay=60, comments=0)] * 2)
    chat = Chat(SEVERAL, client=client)

    async def main() -> None:
        stream = chat.stream_async("Count")
        await anext(stream)
        raise LookupError

    with pytest.raises(LookupError) as held:
        asyncio.run(main())
    server.clear()

    assert chat("Again") == again(SEVERAL)
    del held


@MODELS
def test_what_a_stream_has_is_read_from_it_at_any_time(client: OpenRouter, server: testing.Server, model: Any) -> None:
    server.enqueue(*[testing.reply("One two")] * 2)

    async def main() -> None:
        stream: Any = Chat(model, client=client).stream_async("Count")
        before = None if isinstance(model, list) else stream.partial.text
        whole = await stream.final()
        again = await stream.final()
        if isinstance(model, list):
            assert ({name: one.text for name, one in whole.items()}, stream.errors) == (
                dict.fromkeys(model, "One two"),
                {},
            )
        else:
            assert (before, whole.text, stream.partial.text) == ("", "One two", "One two")
        assert again == whole
        await client.aclose()

    asyncio.run(main())


def test_streams_that_were_closed_before_they_were_read_are_never_sent(
    client: OpenRouter, server: testing.Server
) -> None:
    async def main() -> None:
        stream = Chat(SEVERAL, client=client).stream_async("Count")
        await stream.aclose()
        assert await read(stream) == []

    asyncio.run(main())
    assert server.requests == []
