"""A long conversation over three models keeps every rule of what may be sent, seen in the requests."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from openrouter_sdk import Chat, OpenRouter, testing
from tests.conversation.talking import Talk, answers_of, raw_messages, thought
from tests.helpers.api import AsyncApi, SyncApi

CLAUDE, GROK, GEMINI = "anthropic/claude-haiku", "x-ai/grok-fast", "google/gemini-flash"
FAMILIES = {CLAUDE: "anthropic", GROK: "x-ai", GEMINI: "google"}
TURNS = 50
OUTPUT_ONLY = ("refusal", "reasoning", "audio", "tool_calls", "images", "annotations")

Maker = Callable[[int], Any]


def claude(turn: int) -> Any:
    """Signed text, as Claude gives it."""
    detail = {"format": "anthropic-claude-v1", "index": 0, "type": "reasoning.text", "text": f"Thought {turn}.",
              "signature": f"anthropic-signature-{turn}", "later": {"key": None}}  # fmt: skip
    return thought(f"Claude says {turn}.", detail)


def grok(turn: int) -> Any:
    """A summary and an encrypted record, with a call of a tool every other time, under ids that come again."""
    details = [
        {"type": "reasoning.summary", "summary": f"Summary {turn}.", "format": "xai-responses-v1", "index": 0},
        {"type": "reasoning.encrypted", "data": f"x-ai-data-{turn}", "format": "xai-responses-v1", "id": f"rs_{turn}",
         "index": 1},
    ]  # fmt: skip
    calls = [{"id": "call_0", "function": {"name": "add", "arguments": "" if turn % 4 else None}}] if turn % 2 else ()
    return thought(f"Grok says {turn}.", *details, tool_calls=calls)


def gemini(turn: int) -> Any:
    """An encrypted record alone, the same id each time."""
    detail = {"format": "google-gemini-v1", "index": 0, "type": "reasoning.encrypted", "data": f"google-data-{turn}",
              "id": "reasoning-1"}  # fmt: skip
    page = {"type": "file", "file": {"hash": f"h{turn}", "content": [{"type": "text", "text": "parsed"}]}}
    return thought(f"Gemini says {turn}.", detail, annotations=[page] if turn % 5 == 0 else ())


MAKERS: dict[str, Maker] = {CLAUDE: claude, GROK: grok, GEMINI: gemini}


def plan() -> Iterator[tuple[str, str]]:
    """Which model is asked in each turn, and what happens to it."""
    order = [CLAUDE, CLAUDE, GROK, GROK, GEMINI, CLAUDE, GEMINI, GROK, GROK, GEMINI]
    for turn in range(TURNS):
        yield order[turn % len(order)], {13: "fails", 27: "empty", 34: "abandoned"}.get(turn, "answers")


class Spoken(NamedTuple):
    """The conversation after all turns, and what the server was sent until then."""

    chat: Chat[str]
    requests: list[testing.Request]
    server: testing.Server


@pytest.fixture(scope="module", params=["sync", "async"])
def spoken(request: pytest.FixtureRequest) -> Iterator[Spoken]:
    with testing.serve() as server, asyncio.Runner() as runner, _client(server) as client:
        talk = Talk(SyncApi() if request.param == "sync" else AsyncApi(runner))
        chat = Chat(CLAUDE, system="Be brief.", client=client, session_id=True, retries=0)
        for turn, (model, fate) in enumerate(plan()):
            _speak(talk, chat, server, turn, model, fate)
        yield Spoken(chat, server.requests, server)
        if request.param == "async":
            runner.run(client.aclose())


def _client(server: testing.Server) -> OpenRouter:
    return OpenRouter(server_url=server.url, api_key="test")


def _speak(talk: Talk, chat: Chat[str], server: testing.Server, turn: int, model: str, fate: str) -> None:
    made = {"fails": testing.error(503), "empty": testing.reply("")}.get(fate) or MAKERS[model](turn)
    server.enqueue(made)
    chat.model = model
    calls = chat.history[-1].get("tool_calls")
    question: Any = f"Question {turn}"
    if calls:
        result = {"role": "tool", "tool_call_id": calls[0]["id"], "content": "3"}
        question = [result, {"role": "user", "content": question}]
    if fate == "fails":
        with pytest.raises(Exception, match="503"):
            talk.ask(chat, question)
    elif fate == "abandoned":
        talk.read(chat, question, 1)
    else:
        talk.say(chat, question, streamed=turn % 3 == 0)


def test_the_conversation_holds_the_turns_that_were_answered(spoken: Spoken) -> None:
    left_out = {turn for turn, (_, fate) in enumerate(plan()) if fate != "answers"}
    expected = [turn for turn in range(TURNS) if turn not in left_out]

    history = spoken.chat.history
    asked = [message["content"] for message in history if message["role"] == "user"]
    said = [int(message["content"].split()[-1][:-1]) for message in answers_of(history)]

    assert len(spoken.requests) == TURNS
    assert asked == [f"Question {turn}" for turn in expected]
    assert said == expected
    assert history[0] == {"role": "system", "content": "Be brief."}


def test_each_family_gets_its_own_reasoning_and_no_other(spoken: Spoken) -> None:
    for request in spoken.requests:
        family = FAMILIES[request.json["model"]]
        body = request.body.decode()
        for other in set(FAMILIES.values()) - {family}:
            assert f"{other}-signature-" not in body
            assert f"{other}-data-" not in body
        if family != "x-ai":
            assert "rs_" not in body
    for model, marks in ((CLAUDE, "anthropic-signature-"), (GROK, "x-ai-data-"), (GEMINI, "google-data-")):
        last = [request for request in spoken.requests if request.json["model"] == model][-1]
        turns = [
            turn for turn, (asked, fate) in enumerate(plan())
            if asked == model and fate == "answers" and f'"Question {turn}"' in last.body.decode()
        ]  # fmt: skip
        before = [turn for turn in turns if f"says {turn}." in last.body.decode()]
        assert len(before) > 5
        assert [turn for turn in before if f"{marks}{turn}" not in last.body.decode()] == []


def test_details_go_back_as_they_came(spoken: Spoken) -> None:
    last = [request for request in spoken.requests if request.json["model"] == CLAUDE][-1]
    details = [
        detail for message in answers_of(last.json["messages"]) for detail in message.get("reasoning_details", ())
    ]

    assert details
    for detail in details:
        turn = int(detail["text"].split()[-1][:-1])
        assert detail == {
            "format": "anthropic-claude-v1", "index": 0, "type": "reasoning.text", "text": f"Thought {turn}.",
            "signature": f"anthropic-signature-{turn}", "later": {"key": None},
        }  # fmt: skip


def test_requests_to_a_family_begin_with_the_one_before(spoken: Spoken) -> None:
    left_out = {turn for turn, (_, fate) in enumerate(plan()) if fate != "answers"}
    for model in MAKERS:
        kept = [
            raw_messages(request)
            for turn, request in enumerate(spoken.requests)
            if request.json["model"] == model and turn not in left_out
        ]
        assert len(kept) > 10
        for earlier, later in pairwise(kept):
            assert later.startswith(earlier + b",")


def test_no_message_holds_what_servers_refuse(spoken: Spoken) -> None:
    for request in spoken.requests:
        messages = request.json["messages"]
        for message in answers_of(messages):
            assert [key for key in OUTPUT_ONLY if key in message and not message[key]] == []
            assert message["content"]
            for call in message.get("tool_calls", ()):
                assert isinstance(json.loads(call["function"]["arguments"]), dict)
        called = [call["id"] for message in answers_of(messages) for call in message.get("tool_calls", ())]
        assert [message["tool_call_id"] for message in messages if message["role"] == "tool"] == called


def test_no_id_appears_twice_in_a_request(spoken: Spoken) -> None:
    for request in spoken.requests:
        answers = answers_of(request.json["messages"])
        records = [
            value for answer in answers for key in ("reasoning_details", "tool_calls") for value in answer.get(key, ())
        ]
        ids = [record["id"] for record in records if record.get("id")]
        assert len(set(ids)) == len(ids)
    assert sum(b"call_0" in request.body for request in spoken.requests) > 10


def test_the_session_stays_the_same(spoken: Spoken) -> None:
    assert len({request.json["session_id"] for request in spoken.requests}) == 1


def test_all_that_was_spent_is_counted(spoken: Spoken) -> None:
    assert len(spoken.chat.turns) == TURNS - 2  # the failed one told no usage, the abandoned one had not told it yet
    assert spoken.chat.usage["total_tokens"] == sum(turn.total_tokens for turn in spoken.chat.turns)
    assert {turn.model for turn in spoken.chat.turns} == set(MAKERS)


def test_a_saved_conversation_goes_on_with_the_same_bytes(spoken: Spoken, tmp_path: Path) -> None:
    spoken.chat.save(tmp_path / "chat.json")
    with _client(spoken.server) as client:
        loaded = Chat.load(tmp_path / "chat.json", client=client)
        twin = spoken.chat.fork()

        loaded("Next")
        twin("Next", session_id=loaded_id(spoken))

    ours, theirs = spoken.server.requests[-2:]
    assert ours.body == theirs.body
    assert len(ours.json["messages"]) == len(spoken.chat.history) + 1
    assert loaded.turns[:-1] == spoken.chat.turns


def loaded_id(spoken: Spoken) -> str:
    found: str = spoken.requests[0].json["session_id"]
    return found
