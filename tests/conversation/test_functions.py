"""Conversations whose model calls Python functions: the whole run is in the history, and counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import Call, Chat, OpenRouter, ToolContext, errors, testing, tool, tools
from tests.conversation.talking import Talk, sent
from tests.tools.running import asks, contents

STREAMED = pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])


def weather(city: str) -> str:
    """The weather in a city."""
    return f"rain in {city}"


@tool(approve=True)
def book(flight: str) -> str:
    """Book a flight."""
    return f"booked {flight}"


def cost(usd: float) -> dict[str, Any]:
    return {"cost": usd, "prompt_tokens": 2, "completion_tokens": 1, "total_tokens": 3}


@STREAMED
def test_calls_and_results_are_part_of_the_history(
    talk: Talk, client: OpenRouter, server: testing.Server, *, streamed: bool
) -> None:
    chat = Chat("a/model", "Be short.", client=client, tools=[weather])
    server.enqueue(asks(("weather", {"city": "Rome"}), usage=cost(0.25)), testing.reply("It rains.", usage=cost(0.5)))

    text = talk.say(chat, "And Rome?", streamed=streamed)
    server.enqueue(testing.reply("Yes."))
    talk.say(chat, "Sure?", streamed=streamed)

    assert text == "It rains."
    assert [message["role"] for message in chat.history] == [
        "system", "user", "assistant", "tool", "assistant", "user", "assistant",
    ]  # fmt: skip
    assert sent(server)[:-1] == chat.history[:5]
    assert [turn.cost for turn in chat.turns][:2] == [0.25, 0.5]
    assert chat.usage["total_tokens"] > 6


@STREAMED
def test_the_last_run_and_the_last_answer_are_kept(
    talk: Talk, client: OpenRouter, server: testing.Server, *, streamed: bool
) -> None:
    chat = Chat("a/model", client=client, tools=[weather], max_steps=1)
    server.enqueue(asks(("weather", {"city": "Rome"})), testing.reply("Enough."))

    assert chat.last_run is None
    talk.say(chat, "And Rome?", streamed=streamed)

    run = chat.last_run
    assert run is not None
    assert (run.stopped_by, contents(run)) == ("max_steps", ["rain in Rome"])
    assert chat.last is run.answer
    chat.reset_history()
    assert chat.last_run is None


@STREAMED
def test_a_run_that_fails_leaves_the_history_and_what_it_cost_counts(
    talk: Talk, client: OpenRouter, server: testing.Server, *, streamed: bool
) -> None:
    chat = Chat("a/model", client=client, tools=[weather])
    server.enqueue(asks(("weather", {"city": "Rome"}), usage=cost(0.25)), testing.error(400, "No"))

    with pytest.raises(errors.BadRequestResponseError) as caught:
        talk.say(chat, "And Rome?", streamed=streamed)

    assert chat.history == []
    assert chat.cost == 0.25
    assert tools.partial_run(caught.value) is not None
    server.enqueue(testing.reply("Hi."))
    assert talk.say(chat, "Hello", streamed=streamed) == "Hi."


@STREAMED
def test_calls_that_wait_are_open_in_the_history(
    talk: Talk, client: OpenRouter, server: testing.Server, *, streamed: bool
) -> None:
    chat = Chat("a/model", client=client, tools=[weather, book])
    server.enqueue(asks(("weather", {"city": "Rome"}), ("book", {"flight": "F1"})))
    talk.say(chat, "Book it if it rains.", streamed=streamed)

    with pytest.raises(errors.ArgumentError, match=r"tool calls without a result, .*book"):
        talk.ask(chat, "And?")

    run = chat.last_run
    assert run is not None
    run.approve(run.pending[0].id)
    server.enqueue(testing.reply("Booked."))
    done = client.chat.resume(run)
    chat.set_history(done.messages)
    server.enqueue(testing.reply("Good bye."))

    assert talk.say(chat, "Thanks", streamed=streamed) == "Good bye."
    assert contents(done) == ["rain in Rome", "booked F1"]


@STREAMED
def test_several_models_call_functions_at_the_same_time(
    talk: Talk, client: OpenRouter, server: testing.Server, *, streamed: bool
) -> None:
    chat = Chat(["a/one", "b/two"], client=client, tools=[weather])
    question = 'call weather {"city": "Rome"}'

    if streamed:
        pieces = talk.stream(chat, question)
        texts = {name: "".join(text for model, text in pieces if model == name) for name in chat.models}
    else:
        texts = talk.ask(chat, question)

    assert len(server.requests) == 4
    assert ["rain in Rome" in text for text in texts.values()] == [True, True]
    for history in chat.history.values():
        assert [message["role"] for message in history] == ["user", "assistant", "tool", "assistant"]


@STREAMED
def test_a_question_may_bring_its_own_functions_and_context(
    talk: Talk, client: OpenRouter, server: testing.Server, *, streamed: bool
) -> None:
    def whoami(user: ToolContext[str]) -> str:
        """Who asks."""
        return user.value

    chat = Chat("a/model", client=client)
    server.enqueue(asks("whoami"), testing.reply("You are u1."))

    assert talk.say(chat, "Who am I?", streamed=streamed, tools=[whoami], context="u1") == "You are u1."
    assert chat.history[2]["content"] == "u1"


def test_a_call_runs_functions_too(talk: Talk, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(asks(("weather", {"city": "Rome"})), testing.reply("It rains."))

    assert talk.ask(Call("a/model", client=client, tools=[weather]), "And Rome?") == "It rains."


def test_an_abandoned_stream_adds_nothing_and_what_it_cost_counts(
    talk: Talk, client: OpenRouter, server: testing.Server
) -> None:
    chat = Chat("a/model", client=client, tools=[weather])
    server.enqueue(asks(("weather", {"city": "Rome"}), usage=cost(0.25)), testing.reply("many " * 9, event_delay=0.01))

    assert talk.read(chat, "And Rome?", 1) == ["many"]

    assert chat.history == []
    assert chat.cost == 0.25


def test_functions_are_not_saved_and_are_given_again(
    client: OpenRouter, server: testing.Server, tmp_path: Path
) -> None:
    search: dict[str, Any] = {"type": "openrouter:web_search"}
    chat = Chat("a/model", client=client, tools=[weather, search], max_steps=3)
    chat.save(tmp_path / "chat.json")

    loaded = Chat.load(tmp_path / "chat.json", client=client, tools=[weather, search], max_steps=3)
    server.enqueue(asks(("weather", {"city": "Rome"})), testing.reply("It rains."))

    assert loaded("And Rome?") == "It rains."
    assert Chat.load(tmp_path / "chat.json", client=client).fork()("Echo") == "Echo"
    assert server.requests[-1].json["tools"] == [search]
