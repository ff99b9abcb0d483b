"""Turns that fail, are given up, or come while another one is on its way."""

from __future__ import annotations

import asyncio
import gc
import json
import threading
from typing import Any

import pytest

from openrouter_sdk import Chat, OpenRouter, errors, testing
from tests.conversation.talking import Talk, sent

MODEL = "a/model"
STREAMED = pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
SPENT = {"prompt_tokens": 7, "completion_tokens": 2, "total_tokens": 9, "cost": 0.25}


@STREAMED
def test_a_failed_turn_leaves_the_history_as_it_was(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    chat = Chat(MODEL, system="Be brief.", client=client)
    talk.say(chat, "One", streamed=streamed)
    before = chat.history
    server.enqueue(testing.error(403, "No"))

    with pytest.raises(errors.ForbiddenResponseError):
        talk.say(chat, "Two", streamed=streamed)

    assert chat.history == before
    talk.say(chat, "Three", streamed=streamed)
    assert [message["content"] for message in sent(server)] == ["Be brief.", "One", "One", "Three"]


@STREAMED
def test_what_a_failed_turn_cost_is_counted(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    broken = testing.error(502, "Gone", after="Half an", extra={"usage": SPENT})
    server.enqueue(broken)
    chat = Chat(MODEL, client=client, retries=0)

    with pytest.raises(errors.BadGatewayResponseError) as caught:
        talk.say(chat, "Go on", streamed=streamed)

    assert caught.value.partial is not None
    assert caught.value.partial.text == "Half an"
    assert chat.history == []
    assert chat.cost == 0.25
    assert chat.usage == {"prompt_tokens": 7, "completion_tokens": 2, "total_tokens": 9}
    assert [turn.complete for turn in chat.turns] == [False]


def test_a_stream_that_failed_lets_the_next_question_through(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.error(502, after="Half an"), testing.error(502, after="Half an"))
    chat = Chat(MODEL, client=client, retries=0)

    stream = chat.stream("Go on")
    with pytest.raises(errors.BadGatewayResponseError):
        list(stream)
    chat.reset_history()

    async def read() -> None:
        later = chat.stream_async("Go on")
        with pytest.raises(errors.BadGatewayResponseError):
            await later.final()
        assert await chat.send_async("Again") == "Again"
        await client.aclose()

    asyncio.run(read())


@STREAMED
def test_an_answer_that_ended_in_an_error_is_not_stored(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    ended = testing.reply("Half an", finish_reason="error", native_finish_reason="OTHER", extra={"usage": SPENT})
    server.enqueue(ended)
    chat = Chat(MODEL, client=client)

    with pytest.raises(errors.OpenRouterDefaultError, match="'OTHER'"):
        talk.say(chat, "Go on", streamed=streamed)

    assert chat.history == []
    assert chat.cost == 0.25
    assert [turn.complete for turn in chat.turns] == [False]


@STREAMED
@pytest.mark.parametrize("failure", [{"finish_reason": "error"}, {"finish_reason": "stop", "error": {"code": 502}}])
def test_an_answer_that_ended_in_an_error_is_not_stored_where_errors_are_not_raised(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool, failure: dict[str, Any]
) -> None:
    message = "delta" if streamed else "message"
    body = {"id": "gen-1", "choices": [{"index": 0, message: {"role": "assistant", "content": "Half an"}, **failure}]}
    events = b"data: " + json.dumps(body).encode() + b"\n\ndata: [DONE]\n\n"
    media_type = "text/event-stream" if streamed else "application/json"
    server.enqueue(testing.raw(200, {"Content-Type": media_type}, events if streamed else json.dumps(body)))
    chat = Chat(MODEL, client=client, raise_on_choice_error=False)

    assert talk.say(chat, "Go on", streamed=streamed) == "Half an"
    assert chat.history == []
    assert [turn.complete for turn in chat.turns] == [False]


def test_a_stream_closed_early_stores_nothing_and_lets_the_next_question_through(
    client: OpenRouter, server: testing.Server, talk: Talk
) -> None:
    server.enqueue(testing.reply("One two three"))
    chat = Chat(MODEL, client=client)

    assert talk.read(chat, "Count", 1) == ["One"]

    assert chat.history == []
    assert talk.ask(chat, "Again") == "Again"
    assert [message["content"] for message in sent(server)] == ["Again"]


def test_a_stream_that_is_dropped_lets_the_next_question_through(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("One two three"))
    chat = Chat(MODEL, client=client)

    next(chat.stream("Count"))
    gc.collect()

    assert chat("Again") == "Again"


def test_a_stream_that_is_collected_while_the_next_question_begins_does_not_block_it(
    client: OpenRouter, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = Chat(MODEL, client=client)
    streams = [chat.stream("One two three")]
    monkeypatch.setattr(chat._gate, "check", streams.clear)

    asking = threading.Thread(target=chat, args=("Again",), daemon=True)
    asking.start()
    asking.join(30)

    assert not asking.is_alive()
    assert [message["content"] for message in chat.history] == ["Again", "Again"]


def test_an_async_stream_that_is_dropped_lets_the_next_question_through(
    client: OpenRouter, server: testing.Server
) -> None:
    async def talk() -> str:
        server.enqueue(testing.reply("One two three"))
        chat = Chat(MODEL, client=client)
        await anext(chat.stream_async("Count"))
        gc.collect()
        answer = await chat.send_async("Again")
        await client.aclose()
        return answer

    assert asyncio.run(talk()) == "Again"


def test_final_after_an_early_close_says_so(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("One two three"))
    chat = Chat(MODEL, client=client)

    with chat.stream("Count") as stream:
        next(stream)

    with pytest.raises(errors.StreamInterruptedError, match="closed before its end"):
        stream.final()
    assert stream.partial.text == "One"


def test_final_is_the_whole_answer_and_what_last_holds(client: OpenRouter, server: testing.Server) -> None:
    chat = Chat(MODEL, client=client)

    result = chat.stream("One two").final()

    assert result.text == "One two"
    assert chat.last is not None
    assert chat.last.to_dict() == result.to_dict()
    assert chat.usage["completion_tokens"] == 2


def test_chunks_hold_reasoning_too_and_end_the_turn_as_text_does(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("Hi.", reasoning="Hm."))
    chat = Chat(MODEL, client=client)

    with chat.stream("Hello") as stream:
        chunks = list(stream.chunks())

    assert "".join(chunk.reasoning for chunk in chunks) == "Hm."
    assert "".join(chunk.text for chunk in chunks) == "Hi."
    assert len(chat.history) == 2


def test_of_many_threads_one_gets_through(server: testing.Server) -> None:
    together = threading.Barrier(8)
    inside = threading.Event()

    def key() -> str:
        inside.wait(30)
        return "test"

    outcomes: list[Any] = []

    def ask(chat: Chat[str]) -> None:
        together.wait(30)
        try:
            outcomes.append(chat("Me"))
        except errors.ArgumentError as error:
            outcomes.append(error)
            if len(outcomes) == 7:
                inside.set()

    with OpenRouter(server_url=server.url, api_key=key) as client:
        chat = Chat(MODEL, client=client)
        threads = [threading.Thread(target=ask, args=(chat,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert outcomes[-1] == "Me"
    assert len(server.requests) == 1
    assert len(chat.history) == 2


def test_of_many_tasks_one_gets_through(client: OpenRouter, server: testing.Server) -> None:
    async def ask() -> list[Any]:
        chat = Chat(MODEL, client=client)
        outcomes = await asyncio.gather(*(chat.send_async("Me") for _ in range(8)), return_exceptions=True)
        assert await chat.send_async("Later") == "Later"
        await client.aclose()
        return outcomes

    first, *others = asyncio.run(ask())

    assert first == "Me"
    assert {type(other) for other in others} == {errors.ArgumentError}
    assert len(server.requests) == 2


def test_a_cancelled_turn_leaves_the_history_as_it_was(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("Late", first_delay=60), testing.reply("Late", first_delay=60))

    async def ask() -> None:
        chat = Chat([MODEL, "b/model"], client=client)
        task = asyncio.create_task(chat.send_async("Well?"))
        await asyncio.to_thread(server.wait_requests, 2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert chat.history == {MODEL: [], "b/model": []}
        assert await chat.send_async("Again") == {MODEL: "Again", "b/model": "Again"}
        await client.aclose()

    asyncio.run(ask())
