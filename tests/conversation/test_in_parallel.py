"""Several calls at the same time, apart from what they call."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import pytest

from openrouter_sdk import Chat, OpenRouter, testing
from openrouter_sdk.custom.conversation import turns as _turns
from openrouter_sdk.custom.conversation.several import in_parallel, in_parallel_async
from openrouter_sdk.custom.conversation.streams import ChatStreams
from tests.conversation.talking import Talk

WHO: ContextVar[str] = ContextVar("WHO")


def fail(error: BaseException) -> int:
    raise error


def test_results_keep_their_order_and_errors_are_results() -> None:
    error = ValueError("no")
    second_first = threading.Event()

    def first() -> int:
        assert second_first.wait(30)
        return 1

    def second() -> int:
        second_first.set()
        return 2

    assert in_parallel([first, second, lambda: fail(error)]) == [1, 2, error]
    assert in_parallel([lambda: fail(error)]) == [error]


@pytest.mark.parametrize("count", [1, 2])
def test_what_ends_a_program_is_raised(count: int) -> None:
    with pytest.raises(SystemExit):
        in_parallel([lambda: fail(SystemExit())] * count)


def test_context_variables_are_seen() -> None:
    WHO.set("me")

    assert in_parallel([WHO.get, WHO.get]) == ["me", "me"]


def test_async_results_keep_their_order_and_errors_are_results() -> None:
    error = ValueError("no")

    async def main() -> list[int | Exception]:
        second_first = asyncio.Event()

        async def first() -> int:
            await second_first.wait()
            return 1

        async def second() -> int:
            second_first.set()
            return 2

        async def third() -> int:
            raise error

        return await in_parallel_async([first(), second(), third()])

    assert asyncio.run(main()) == [1, 2, error]


def test_an_interruption_leaves_the_conversation_as_it_was(server: testing.Server) -> None:
    def key() -> str:
        if interrupted:
            raise interrupted.pop()
        return "test"

    interrupted = [KeyboardInterrupt()]
    with OpenRouter(server_url=server.url, api_key=key) as client:
        chat = Chat(["a/model", "b/model"], client=client)

        with pytest.raises(KeyboardInterrupt):
            chat("Hi")

        assert chat.history == {"a/model": [], "b/model": []}
        assert chat("Hi") == {"a/model": "Hi", "b/model": "Hi"}


def test_an_interruption_before_anything_is_sent_leaves_the_conversation_free(
    client: OpenRouter, server: testing.Server, talk: Talk
) -> None:
    class Interrupts:
        def __repr__(self) -> str:
            raise KeyboardInterrupt

    chat = Chat(["a/model", "b/model"], client=client)
    with pytest.raises(KeyboardInterrupt):
        chat([{"role": "assistant", "content": "Hm.", "reasoning_details": [{"id": "i", "odd": Interrupts()}]}])

    assert talk.ask(chat, "Hi") == {"a/model": "Hi", "b/model": "Hi"}


def test_an_interruption_after_the_answer_leaves_the_conversation_free(
    client: OpenRouter, server: testing.Server, monkeypatch: pytest.MonkeyPatch, talk: Talk
) -> None:
    chat = Chat("a/model", client=client)
    with monkeypatch.context() as patch:
        patch.setattr(_turns, "usage_of", lambda *_, **__: fail(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            talk.ask(chat, "Hi")

    assert chat.history == []
    assert talk.ask(chat, "Hi") == "Hi"


def test_streams_may_be_closed_by_another_thread(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(*[testing.reply("One two", event_delay=60, comments=0)] * 2)
    chat = Chat(["a/model", "b/model"], client=client)
    stream = chat.stream("Count")
    read: list[tuple[str, str]] = []
    thread = threading.Thread(target=lambda: read.extend(stream))
    thread.start()
    assert server.wait_requests(2)

    stream.close()
    thread.join(30)

    assert not thread.is_alive()
    assert server.wait_closed(2)
    assert chat("Again") == {"a/model": "Again", "b/model": "Again"}


def test_streams_may_be_closed_before_the_server_says_a_word(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(*[testing.reply("One two", first_delay=60)] * 2)
    chat = Chat(["a/model", "b/model"], client=client)
    stream = chat.stream("Count")
    thread = threading.Thread(target=list, args=(stream,))
    thread.start()
    assert server.wait_requests(2)

    stream.close()
    thread.join(30)

    assert not thread.is_alive()
    assert chat.history == {"a/model": [], "b/model": []}


def test_a_stream_may_be_closed_by_another_thread(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("One two", event_delay=60, comments=0))
    chat = Chat("a/model", client=client)
    stream = chat.stream("Count")
    read: list[str] = []
    thread = threading.Thread(target=lambda: read.extend(stream))
    thread.start()
    assert server.wait_requests(1)

    stream.close()
    thread.join(30)

    assert not thread.is_alive()
    assert chat.history == []
    assert chat("Again") == "Again"


def test_a_stream_that_opens_after_it_was_closed_is_closed_unread() -> None:
    may_open, closed, read = threading.Event(), threading.Event(), threading.Event()

    def chunks() -> Iterator[Any]:
        read.set()
        yield from ()

    @contextmanager
    def opened(_turn: _turns.Turn) -> Iterator[Any]:
        may_open.wait(30)
        yield chunks()
        closed.set()

    turn = _turns.Turn(_turns.Dialogue(), "a/model", [], {}, lambda: None)
    stream = ChatStreams([turn], opened)
    stream.close()
    may_open.set()

    assert closed.wait(30)
    assert turn.over
    assert not read.is_set()
