"""What goes back to the server of an answer, seen in the requests it was sent."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from openrouter_sdk import Chat, OpenRouter, testing
from tests.conversation.talking import ENCRYPTED, SIGNED, UNKNOWN, Talk, answers_of, raw_messages, sent, thought

MODEL = "anthropic/claude"
STREAMED = pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
FILE = {"type": "file", "file": {"hash": "abc", "name": "a.pdf", "content": [{"type": "text", "text": "parsed"}]}}
IMAGE = {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgo="}, "index": 0}


@STREAMED
def test_reasoning_goes_back_complete_and_in_order(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    details = [SIGNED, ENCRYPTED, UNKNOWN]
    server.enqueue(thought("Hi.", *details, tool_calls=[("look", {"at": "sky"})]))
    chat = Chat(MODEL, client=client)

    talk.say(chat, "Hello", streamed=streamed)
    call = chat.last.tool_calls[0] if chat.last else None
    assert call is not None
    talk.say(chat, {"role": "tool", "tool_call_id": call.id, "content": "blue"}, streamed=streamed)

    user, answer, result = sent(server)
    assert user == {"role": "user", "content": "Hello"}
    assert answer["reasoning_details"] == details
    assert answer["content"] == "Hi."
    assert answer["tool_calls"][0]["function"] == {"name": "look", "arguments": '{"at": "sky"}'}
    assert result == {"role": "tool", "tool_call_id": call.id, "content": "blue"}
    assert chat.history[:3] == sent(server)


@STREAMED
def test_a_plain_answer_goes_back_as_role_and_content_alone(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    chat = Chat(MODEL, client=client)

    talk.say(chat, "One", streamed=streamed)
    talk.say(chat, "Two", streamed=streamed)

    assert sent(server)[1] == {"role": "assistant", "content": "One"}
    assert chat.last is not None
    assert "refusal" in chat.last.message.to_dict()


@STREAMED
@pytest.mark.parametrize("arguments", ["", "  ", None], ids=["empty", "blank", "null"])
def test_a_call_without_arguments_goes_back_with_an_empty_object(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool, arguments: str | None
) -> None:
    wired = {"id": "c1", "type": "function", "function": {"name": "now", "arguments": arguments}}
    server.enqueue(testing.reply(None, tool_calls=[wired]))
    chat = Chat(MODEL, client=client)

    talk.say(chat, "What time is it?", streamed=streamed)
    talk.say(chat, [{"role": "tool", "tool_call_id": "c1", "content": "noon"}], streamed=streamed)

    answer = sent(server)[1]
    assert answer["tool_calls"][0]["function"] == {"name": "now", "arguments": "{}"}
    assert answer["content"] is None
    assert set(answer) == {"role", "content", "tool_calls"}


@STREAMED
def test_annotations_and_images_go_back(client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool) -> None:
    server.enqueue(testing.reply("Read.", annotations=[FILE], images=[IMAGE]))
    chat = Chat(MODEL, client=client)

    talk.say(chat, "Read it", streamed=streamed)
    talk.say(chat, "And?", streamed=streamed)

    answer = sent(server)[1]
    assert answer["annotations"] == [FILE]
    assert answer["images"] == [IMAGE]
    assert answer["content"] == "Read."


def test_an_answer_of_images_alone_has_content_that_providers_take(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.raw(200, {"content-type": "application/json"}, _body({"content": None, "images": [IMAGE]})))
    chat = Chat(MODEL, client=client)

    chat("Draw")
    chat("Again")

    assert sent(server)[1] == {"role": "assistant", "content": "", "images": [IMAGE]}


def test_keys_the_sdk_does_not_know_go_back(client: OpenRouter, server: testing.Server) -> None:
    message = {"content": "Hm.", "mood": {"calm": None}, "empty": "", "gone": None, "reasoning_details": []}
    server.enqueue(testing.raw(200, {"content-type": "application/json"}, _body(message)))
    chat = Chat(MODEL, client=client)

    chat("Hm?")
    chat("Hm!")

    answer = {"role": "assistant", "content": "Hm.", "reasoning_details": [], "mood": {"calm": None}, "empty": ""}
    assert sent(server)[1] == answer


def _body(message: dict[str, Any]) -> str:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", **message}}
    return json.dumps({"id": "g", "model": MODEL, "choices": [choice]})


@STREAMED
def test_reasoning_stays_with_the_family_that_made_it(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    server.enqueue(thought("Mine.", SIGNED, ENCRYPTED, tool_calls=[("look", {})]), testing.reply("Looked."))
    chat = Chat(MODEL, client=client)
    talk.say(chat, "Think", streamed=streamed)
    kept = copy.deepcopy(chat.history)
    talk.say(
        chat, [{"role": "tool", "tool_call_id": kept[1]["tool_calls"][0]["id"], "content": "x"}], streamed=streamed
    )
    same_family = sent(server)

    talk.say(chat, "You think", streamed=streamed, model="openai/gpt")
    foreign = sent(server)
    chat.model = "anthropic/claude-small"
    talk.say(chat, "You again", streamed=streamed)
    back = sent(server)

    assert same_family[1]["reasoning_details"] == [SIGNED, ENCRYPTED]
    assert b"signature" not in server.requests[2].body
    assert b"encrypted" not in server.requests[2].body
    assert b"rs_1" not in server.requests[2].body
    assert foreign[1] == {key: kept[1][key] for key in ("role", "content", "tool_calls")}
    assert back[1]["reasoning_details"] == [SIGNED, ENCRYPTED]
    assert chat.history[: len(kept)] == kept
    assert [request.json["model"] for request in server.requests] == [
        MODEL,
        MODEL,
        "openai/gpt",
        "anthropic/claude-small",
    ]


def test_an_answer_that_was_only_reasoning_is_left_out_for_another_family(
    client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(thought("", SIGNED), testing.reply("Yes."))
    chat = Chat(MODEL, client=client)
    chat("Think")

    chat("Say", model="openai/gpt")
    chat("Say more")

    assert sent(server, 1) == [{"role": "user", "content": "Think"}, {"role": "user", "content": "Say"}]
    assert [message["content"] for message in answers_of(sent(server, 2))] == ["", "Yes."]


def test_reasoning_goes_by_the_model_that_answered_in_place_of_another(
    client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(thought("A.", SIGNED, model="anthropic/claude"))
    chat = Chat("openai/gpt", client=client, models=["openai/gpt", "anthropic/claude"])
    chat("Who?")

    chat("Again")
    chat("And you?", model="anthropic/claude")

    assert "reasoning_details" not in sent(server, 1)[1]
    assert sent(server, 2)[1]["reasoning_details"] == [SIGNED]


def test_a_router_gets_back_the_reasoning_of_the_model_it_chose(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(thought("A.", SIGNED, model="anthropic/claude"))
    chat = Chat("openrouter/auto", client=client)
    chat("Who?")

    chat("Again")
    chat("And you?", model="openai/gpt")

    assert sent(server, 1)[1]["reasoning_details"] == [SIGNED]
    assert "reasoning_details" not in sent(server, 2)[1]


@STREAMED
@pytest.mark.parametrize("text", ["", "\n "], ids=["empty", "blank"])
def test_an_empty_turn_is_not_stored(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool, text: str
) -> None:
    server.enqueue(testing.reply(text, usage={"cost": 0.5}))
    chat = Chat(MODEL, client=client, system="Be brief.")

    assert talk.say(chat, "Anybody?", streamed=streamed) == text
    before = chat.history
    talk.say(chat, "Hello?", streamed=streamed)

    assert before == [{"role": "system", "content": "Be brief."}]
    assert [message["content"] for message in sent(server)] == ["Be brief.", "Hello?"]
    assert chat.turns[0].cost == 0.5


def test_no_id_is_sent_twice(client: OpenRouter, server: testing.Server) -> None:
    call = {"id": "call_1", "function": {"name": "look", "arguments": "{}"}}
    for _ in range(3):
        server.enqueue(thought(None, {**ENCRYPTED, "id": "call_1"}, ENCRYPTED, tool_calls=[call]))
    chat = Chat(MODEL, client=client)
    chat("Look")
    for said in ("one", "two", "three"):
        chat({"role": "tool", "tool_call_id": "call_1", "content": said})

    messages = sent(server)
    answers = answers_of(messages)
    ids = [answer["tool_calls"][0]["id"] for answer in answers]
    assert ids == ["call_1", "call_1_2", "call_1_3"]
    assert [message["tool_call_id"] for message in messages if message["role"] == "tool"] == ids
    # The same record again says nothing new and is refused by providers.
    assert [len(answer["reasoning_details"]) for answer in answers] == [2, 0, 0]
    assert raw_messages(server.requests[-1]).startswith(raw_messages(server.requests[-2]))


@STREAMED
def test_thinking_parts_of_a_content_list_go_back_to_their_family_alone(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    thinking = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm"}], "signature": "S"}
    says = {"type": "text", "text": "Blue."}
    message = {"role": "assistant", "content": [thinking, says]}
    chat = Chat(MODEL, client=client)
    chat.set_history([{"role": "user", "content": "Sky?"}, message])

    talk.say(chat, "Sure?", streamed=streamed)
    talk.say(chat, "Sure?", streamed=streamed, model="openai/gpt")

    assert sent(server, 0)[1] == message
    assert sent(server, 1)[1] == {"role": "assistant", "content": [says]}
    assert chat.history[1] == message
