"""Runs that paused or broke off, and go on within their conversation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import Chat, OpenRouter, RunState, errors, testing, tool, tools
from tests.conversation.talking import Talk, sent
from tests.helpers.api import Api, AsyncApi
from tests.tools.running import asks, contents

STREAMED = pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])


def weather(city: str) -> str:
    """The weather in a city."""
    return f"rain in {city}"


@tool(approve=True)
def book(flight: str) -> str:
    """Book a flight."""
    return f"booked {flight}"


BOTH = asks(("weather", {"city": "Rome"}), ("book", {"flight": "F1"}), usage={"cost": 0.25, "total_tokens": 3})


def resume(api: Api, chat: Any, *state: Any, streamed: bool, **options: Any) -> Any:
    """The text of the run that goes on; of several models all pieces."""
    if isinstance(api, AsyncApi):
        return api.run(_resume(chat, state, streamed, options))
    if not streamed:
        return chat.resume(*state, **options)
    with chat.resume_stream(*state, **options) as stream:
        return _joined(list(stream))


async def _resume(chat: Any, state: Any, streamed: bool, options: Any) -> Any:
    if not streamed:
        return await chat.resume_async(*state, **options)
    async with chat.resume_stream_async(*state, **options) as stream:
        return _joined([piece async for piece in stream])


def _joined(pieces: list[Any]) -> Any:
    return pieces if any(isinstance(piece, tuple) for piece in pieces) else "".join(pieces)


def paused(talk: Talk, client: OpenRouter, server: testing.Server, streamed: bool) -> Chat[str]:
    """A conversation whose last run waits for approval."""
    chat = Chat("a/model", "Be short.", client=client, tools=[weather, book])
    server.enqueue(BOTH)
    assert talk.say(chat, "Book it if it rains.", streamed=streamed) == ""
    return chat


@STREAMED
def test_an_approved_call_is_run_and_the_answer_is_part_of_the_history(
    talk: Talk, api: Api, client: OpenRouter, server: testing.Server, *, streamed: bool
) -> None:
    chat = paused(talk, client, server, streamed)
    run = chat.last_run
    assert run is not None
    run.approve(run.pending[0].id)
    server.enqueue(testing.reply("Booked.", usage={"cost": 0.5, "total_tokens": 4}), testing.reply("Good bye."))

    assert resume(api, chat, streamed=streamed) == "Booked."

    assert [message["role"] for message in chat.history] == ["system", "user", "assistant", "tool", "tool", "assistant"]
    assert [message["content"] for message in chat.history[3:]] == ["rain in Rome", "booked F1", "Booked."]
    assert chat.last_run is not None
    assert (chat.last_run.stopped_by, chat.last is chat.last_run.answer) == ("answer", True)
    assert [turn.cost for turn in chat.turns] == [0.25, 0.5]
    assert talk.say(chat, "Thanks", streamed=streamed) == "Good bye."
    assert sent(server)[:-1] == chat.history[:6]


@STREAMED
def test_a_call_stays_open_until_it_is_decided(
    talk: Talk, api: Api, client: OpenRouter, server: testing.Server, *, streamed: bool
) -> None:
    chat = paused(talk, client, server, streamed)

    assert resume(api, chat, streamed=streamed) == ""
    assert len(chat.history) == 4

    run = chat.last_run
    assert run is not None
    run.reject(run.pending[0].id, "too dear")
    server.enqueue(testing.reply("Then not."))
    assert resume(api, chat, streamed=streamed) == "Then not."
    assert chat.history[4]["content"] == "Error: the call was rejected: too dear"
    with pytest.raises(errors.ArgumentError, match="no run of this conversation waits"):
        resume(api, chat, streamed=streamed)


@STREAMED
def test_a_run_that_broke_off_goes_on_and_counts_once(
    talk: Talk, api: Api, client: OpenRouter, server: testing.Server, *, streamed: bool
) -> None:
    chat = Chat("a/model", client=client, tools=[weather])
    server.enqueue(
        testing.reply("Hi."), asks(("weather", {"city": "Rome"}), usage={"cost": 0.25}), testing.error(400, "No")
    )
    talk.say(chat, "Hello", streamed=streamed)
    with pytest.raises(errors.BadRequestResponseError):
        talk.say(chat, "And Rome?", streamed=streamed)
    assert len(chat.history) == 2
    spent = chat.cost

    server.enqueue(testing.error(400, "No"), testing.reply("Rain.", usage={"cost": 0.5}))
    with pytest.raises(errors.BadRequestResponseError):
        resume(api, chat, streamed=streamed)
    assert resume(api, chat, streamed=streamed) == "Rain."

    assert [message["role"] for message in chat.history[2:]] == ["user", "assistant", "tool", "assistant"]
    assert chat.cost == (spent or 0) + 0.5


def test_a_streamed_run_that_fails_at_its_first_request_goes_on(client: OpenRouter, server: testing.Server) -> None:
    chat = Chat("a/model", client=client, tools=[weather])
    server.enqueue(testing.error(400, "No"), testing.reply("Rain."))
    stream = chat.stream("And Rome?")
    with pytest.raises(errors.BadRequestResponseError):
        next(stream)

    assert chat.resume() == "Rain."
    assert [message["content"] for message in chat.history] == ["And Rome?", "Rain."]


@STREAMED
def test_a_resumed_run_that_fails_after_its_tool_goes_on_without_running_it_again(
    talk: Talk, api: Api, client: OpenRouter, server: testing.Server, *, streamed: bool
) -> None:
    chat = paused(talk, client, server, streamed)
    run = chat.last_run
    assert run is not None
    run.approve(run.pending[0].id)
    server.enqueue(testing.error(400, "No"), testing.reply("Booked."))

    with pytest.raises(errors.BadRequestResponseError):
        resume(api, chat, streamed=streamed)
    assert len(chat.history) == 4
    assert resume(api, chat, streamed=streamed) == "Booked."

    assert len(sent(server)) == 5
    assert [message["role"] for message in chat.history][3:] == ["tool", "tool", "assistant"]


@STREAMED
def test_a_saved_conversation_and_a_saved_run_go_on_together(
    talk: Talk, api: Api, client: OpenRouter, server: testing.Server, tmp_path: Path, *, streamed: bool
) -> None:
    chat = paused(talk, client, server, streamed)
    assert chat.last_run is not None
    chat.save(tmp_path / "chat.json")
    chat.last_run.state.save(tmp_path / "run.json")

    later = Chat[str].load(tmp_path / "chat.json", client=client, tools=[weather, book])
    state = RunState.load(tmp_path / "run.json")
    state.approve(state.pending[0].id)
    server.enqueue(testing.reply("Booked."))

    assert resume(api, later, state, streamed=streamed) == "Booked."
    assert [message["role"] for message in later.history][2:] == ["assistant", "tool", "tool", "assistant"]


@STREAMED
def test_a_run_of_another_conversation_is_refused(
    talk: Talk, api: Api, client: OpenRouter, server: testing.Server, *, streamed: bool
) -> None:
    chat = paused(talk, client, server, streamed)
    run = chat.last_run
    chat.skip_tools()

    for asker in (chat, Chat("a/model", "Be long.", client=client, tools=[weather, book])):
        with pytest.raises(errors.ArgumentError, match="does not belong to the end of this conversation"):
            resume(api, asker, run, streamed=streamed)
    server.enqueue(testing.reply("Hi."))
    assert talk.say(chat, "Hello", streamed=streamed) == "Hi."


@STREAMED
def test_of_several_models_those_go_on_whose_run_waits(
    talk: Talk, api: Api, client: OpenRouter, server: testing.Server, *, streamed: bool
) -> None:
    chat = Chat(["a/one", "b/two"], client=client, tools=[weather, book])
    talk.ask(chat, 'call book {"flight": "F1"}')
    runs = chat.last_run
    for run in runs.values():
        assert run is not None
        run.approve(run.pending[0].id)

    found = resume(api, chat, streamed=streamed)

    texts = found if not streamed else {name: "".join(text for one, text in found if one == name) for name in runs}
    assert ["booked F1" in texts[name] for name in ("a/one", "b/two")] == [True, True]
    assert [len(history) for history in chat.history.values()] == [4, 4]
    with pytest.raises(errors.ArgumentError, match="takes no state"):
        resume(api, chat, runs["a/one"], streamed=streamed)


def test_options_are_those_of_a_run_and_misspelt_ones_are_told(
    talk: Talk, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    chat = paused(talk, client, server, streamed=False)
    with pytest.raises(TypeError, match=r"resume\w*\(\).*temprature"):
        resume(api, chat, streamed=False, temprature=1)
    run = chat.last_run
    assert run is not None
    run.approve(run.pending[0].id)
    server.enqueue(testing.reply("Booked."))

    resume(api, chat, streamed=False, temperature=0.5)

    assert server.requests[-1].json["temperature"] == 0.5


def test_no_question_is_asked_while_a_run_goes_on(client: OpenRouter, server: testing.Server) -> None:
    chat = Chat("a/model", client=client, tools=[book])
    server.enqueue(asks(("book", {"flight": "F1"})))
    chat("Book it.")
    stream = chat.resume_stream()
    with pytest.raises(errors.ArgumentError, match="still answering"):
        chat.resume()
    stream.close()
    assert chat.last_run is not None
    assert contents(chat.last_run) == []
    assert isinstance(chat.last_run, tools.RunResult)
