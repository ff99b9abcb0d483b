"""What a conversation keeps besides its messages, and how it is reset, forked, saved and given other messages."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest

from openrouter_sdk import Call, Chat, HttpInfo, OpenRouter, errors, testing
from tests.conversation.talking import Talk

MODEL, OTHER = "a/model", "b/model"
CITED = {"type": "url_citation", "url_citation": {"url": "https://one.example/", "title": "One", "start_index": 0}}
CITED_AGAIN = {
    "type": "url_citation",
    "url_citation": {"url": "https://one.example/", "title": "One", "start_index": 9},
}
CITED_OTHER = {"type": "url_citation", "url_citation": {"url": "https://two.example/", "title": "Two"}}


@pytest.mark.parametrize("asker", [Chat, Call])
def test_options_are_checked_at_once(asker: Any) -> None:
    with pytest.raises(TypeError, match="'temprature'; did you mean 'temperature'"):
        asker(MODEL, temprature=1)
    with pytest.raises(TypeError, match="account"):
        asker(MODEL, byok_api_key="secret")
    with pytest.raises(TypeError, match="set_history"):
        asker(MODEL, messages=[])
    with pytest.raises(TypeError, match="stream_async"):
        asker(MODEL, stream=True)
    with pytest.raises(TypeError, match="must be an OpenRouter, not str"):
        asker(MODEL, client="secret")
    with pytest.raises(TypeError, match=r"client=OpenRouter\(retry_config=.*retries="):
        asker(MODEL, retry_config=None)
    with pytest.raises(TypeError, match=r"client=OpenRouter\(allow_http="):
        asker(MODEL, allow_http=True)
    for wrong in (3, b"Be brief.", {"role": "system"}):
        with pytest.raises(TypeError, match="system must be"):
            asker(MODEL, system=wrong)


@pytest.mark.parametrize("asker", [Chat, Call])
def test_an_unknown_option_is_told_by_whoever_was_called(asker: Any, client: OpenRouter, talk: Talk) -> None:
    made = asker(MODEL, client=client)
    once = Call(MODEL, client=client)

    def told(call: Any, *arguments: Any) -> str:
        with pytest.raises(TypeError, match="unexpected keyword argument 'temprature'") as caught:
            call(*arguments, temprature=1)
        return str(caught.value).partition(" got ")[0]

    assert told(asker, MODEL) == f"{asker.__name__}()"
    with pytest.raises(TypeError, match="did you mean 'system'"):
        asker(MODEL, sytem="Be brief.")
    assert [told(made, "Hi"), told(made.send, "Hi"), told(made.stream, "Hi")] == ["send()", "send()", "stream()"]
    assert told(made.stream_async, "Hi") == "stream_async()"
    assert told(once.result, "Hi") == "result()"
    assert told(lambda text, **options: talk.run(made.send_async(text, **options)), "Hi") == "send_async()"
    assert told(lambda text, **options: talk.run(once.result_async(text, **options)), "Hi") == "result_async()"


def test_options_of_one_question_are_checked_before_it_is_asked(client: OpenRouter, server: testing.Server) -> None:
    chat = Chat(MODEL, client=client)

    for options in ({"temprature": 1}, {"byok_api_key": "secret"}, {"stream": True}):
        with pytest.raises(TypeError):
            chat("Hi", **options)
    with pytest.raises(errors.ArgumentError, match="empty list"):
        chat([])

    with pytest.raises(TypeError, match="temperature"):
        chat.stream_async("Hi", temprature=1)

    assert server.requests == []
    assert chat("Hi") == "Hi"


def test_every_keyword_of_send_is_an_option() -> None:
    accepted = set(inspect.signature(OpenRouter.chat.send).parameters) - {
        "self",
        "messages",
        "model",
        "stream",
        "unknown",
        "misplaced",
    }

    chat = Chat(MODEL, **dict.fromkeys(accepted))

    assert len(accepted) > 60
    assert repr(chat) == "Chat('a/model')"


def test_options_go_with_each_question_and_can_be_replaced_for_one(
    client: OpenRouter, server: testing.Server, talk: Talk
) -> None:
    chat = Chat(MODEL, client=client, temperature=0.5, max_tokens=9)

    talk.ask(chat, "One")
    talk.ask(chat, "Two", temperature=0, max_tokens=None)
    talk.stream(chat, "Three")

    assert [request.json.get("temperature") for request in server.requests] == [0.5, 0, 0.5]
    assert [request.json.get("max_tokens") for request in server.requests] == [9, None, 9]


def test_a_model_given_with_a_question_is_asked_once(client: OpenRouter, server: testing.Server, talk: Talk) -> None:
    chat = Chat(MODEL, client=client)

    talk.ask(chat, "One", model=OTHER)
    talk.ask(chat, "Two")
    chat.model = OTHER
    talk.ask(chat, "Three")

    assert [request.json["model"] for request in server.requests] == [OTHER, MODEL, OTHER]
    assert [len(request.json["messages"]) for request in server.requests] == [1, 3, 5]
    assert chat.model == OTHER
    assert chat.models == (OTHER,)
    assert [turn.model for turn in chat.turns] == [OTHER, MODEL, OTHER]
    with pytest.raises(errors.ArgumentError):
        chat.model = ""
    for several in (["a/model", "b/model"], 3):
        with pytest.raises(TypeError, match="model"):
            chat.model = several
        with pytest.raises(TypeError, match="model"):
            talk.ask(chat, "Four", model=several)
    assert chat.model == OTHER


def test_reset_forgets_the_conversation_and_what_it_cost(client: OpenRouter, server: testing.Server) -> None:
    system = {"role": "system", "content": "Be brief."}
    chat = Chat([MODEL, OTHER], system="Be brief.", client=client)
    chat("One")

    chat.reset_history()
    assert chat.history == {MODEL: [system], OTHER: [system]}
    assert chat.last == {MODEL: None, OTHER: None}
    assert chat.usage[MODEL]["total_tokens"] > 0

    chat("Two")
    chat.reset_usage()
    assert chat.cost == 0
    assert len(chat.history[MODEL]) == 3

    chat("Three")
    chat.reset()
    assert chat.cost == 0
    assert chat.history[OTHER] == [system]


def test_attributes_that_are_computed_cannot_be_set() -> None:
    chat = Chat(MODEL)

    with pytest.raises(AttributeError, match="history cannot be set; use set_history"):
        chat.history = []
    with pytest.raises(AttributeError, match="usage cannot be set"):
        chat.usage = {}


def test_a_fork_goes_its_own_way(client: OpenRouter, server: testing.Server) -> None:
    chat = Chat(MODEL, system="Be brief.", client=client, temperature=0.5, session_id=True)
    chat("One")

    twin = chat.fork()
    twin("Two")
    chat("Three")

    assert [message["content"] for message in twin.history] == ["Be brief.", "One", "One", "Two", "Two"]
    assert [message["content"] for message in chat.history] == ["Be brief.", "One", "One", "Three", "Three"]
    assert len(twin.turns) == 1
    assert server.requests[1].json["temperature"] == 0.5
    assert server.requests[1].json["session_id"] != server.requests[2].json["session_id"]


def test_a_session_id_is_sent_where_it_is_wanted(client: OpenRouter, server: testing.Server, talk: Talk) -> None:
    none, made, own = (Chat(MODEL, client=client, session_id=wanted) for wanted in (None, True, "mine"))
    for chat in (none, made, made, own, own.fork(), Chat(MODEL, client=client, session_id=True)):
        talk.ask(chat, "Hi")
    made.reset_history()
    talk.ask(made, "Hi")

    ids = [request.json.get("session_id") for request in server.requests]
    assert ids[0] is None
    assert ids[1] == ids[2]
    assert ids[3:5] == ["mine", "mine"]
    assert len({ids[1], ids[5], ids[6], "mine"}) == 4


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
def test_citations_are_the_pages_of_the_last_answer_each_once(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    server.enqueue(testing.reply("See.", annotations=[CITED, CITED_OTHER, CITED_AGAIN]))
    chat = Chat(MODEL, client=client)
    assert chat.citations == []

    talk.say(chat, "Where?", streamed=streamed)

    assert [(page.url, page.title, page.start_index) for page in chat.citations] == [
        ("https://one.example/", "One", 0),
        ("https://two.example/", "Two", None),
    ]
    talk.say(chat, "Thanks", streamed=streamed)
    assert chat.citations == []


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
def test_last_is_the_whole_answer(client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool) -> None:
    chat = Chat(MODEL, client=client)
    assert chat.last is None

    talk.say(chat, "Hi", streamed=streamed)

    assert chat.last is not None
    assert chat.last.text == "Hi"
    assert chat.last.finish_reason == "stop"
    assert isinstance(chat.last.http, HttpInfo)
    assert chat.turns[0].generation_id == chat.last.http.generation_id


def test_a_client_made_here_is_closed_and_one_from_outside_is_not(client: OpenRouter, server: testing.Server) -> None:
    with Chat(MODEL, api_key="test", server_url=server.url) as own:
        own("Hi")
        assert server.connections == 1
    assert server.wait_connections(0)
    with Chat(MODEL, client=client) as lent:
        lent("Hi")

    with pytest.raises(errors.ArgumentError, match="closed"):
        own("Again")
    assert lent("Again") == "Again"
    with own.fork() as twin:
        assert twin("Again", server_url=server.url) == "Again"


def test_connections_close_with_the_conversation(server: testing.Server) -> None:
    chat = Chat(MODEL, api_key="test", server_url=server.url)
    chat("Hi")
    assert server.connections == 1

    del chat

    assert server.wait_connections(0)


def test_a_missing_key_is_told_when_it_is_needed() -> None:
    chat = Chat(MODEL)
    assert chat.history == []

    with pytest.raises(errors.ArgumentError, match="OPENROUTER_API_KEY"):
        chat("Hi")
    with pytest.raises(TypeError, match="not both"):
        Chat(MODEL, client=OpenRouter(api_key="test"), api_key="test")


def test_async_code_closes_a_client_that_was_made_here_and_no_other(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "test")
    monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)

    async def main() -> None:
        async with Chat("a/model") as chat:
            assert await chat.send_async("Hi") == "Hi"
        with pytest.raises(errors.ArgumentError, match="this conversation is closed"):
            await chat.send_async("Again")
        await chat.aclose()
        async with OpenRouter() as client:
            await Chat("a/model", client=client).aclose()
            assert await Chat("a/model", client=client).send_async("Hi") == "Hi"

    asyncio.run(main())
