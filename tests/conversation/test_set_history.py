"""Conversations that are given their messages."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter_sdk import Chat, OpenRouter, errors, models, testing
from tests.conversation.talking import ENCRYPTED, SIGNED, sent, thought

MODEL, OTHER = "a/model", "b/model"


def test_set_history_replaces_the_messages(client: OpenRouter, server: testing.Server) -> None:
    said: list[Any] = [{"role": "user", "content": "Hi"}, models.ChatAssistantMessage(content="Hello")]
    chat = Chat(MODEL, system="Be brief.", client=client)

    chat.set_history(said)
    chat("More")
    chat.set_history([{"role": "system", "content": "Be long."}, *said])
    chat("Much more")
    chat.reset_history()

    plain = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]
    assert sent(server, 0)[:3] == [{"role": "system", "content": "Be brief."}, *plain]
    assert sent(server, 1)[:3] == [{"role": "system", "content": "Be long."}, *plain]
    assert chat.history == [{"role": "system", "content": "Be long."}]


def test_set_history_of_several_models_takes_one_for_all_or_one_each() -> None:
    one, two = [{"role": "user", "content": "1"}], [{"role": "user", "content": "2"}]
    chat = Chat([MODEL, OTHER])

    chat.set_history(one)
    assert chat.history == {MODEL: one, OTHER: one}
    chat.set_history({OTHER: two})
    assert chat.history == {MODEL: one, OTHER: two}
    with pytest.raises(errors.ArgumentError, match="'c/model'"):
        chat.set_history({"c/model": two})


@pytest.mark.parametrize("bad", ["text", {"role": "user"}, [1], [{"content": "no role"}], None])
def test_set_history_refuses_what_is_no_list_of_messages(bad: Any) -> None:
    chat = Chat(MODEL, system="Be brief.")

    with pytest.raises((TypeError, errors.ArgumentError), match="messages"):
        chat.set_history(bad)

    assert len(chat.history) == 1


def test_reasoning_in_a_given_history_belongs_to_the_family_its_format_names(
    client: OpenRouter, server: testing.Server
) -> None:
    first = Chat("anthropic/claude", client=client)
    server.enqueue(thought("Yes.", SIGNED, ENCRYPTED))
    first("Think")

    for model in ("openai/gpt", "anthropic/other"):
        second = Chat(model, client=client)
        second.set_history(first.history)
        second("Go on")

    assert "reasoning_details" not in sent(server, 1)[1]
    assert sent(server, 2)[1]["reasoning_details"] == [SIGNED, ENCRYPTED]


NULLS: dict[str, Any] = {"refusal": None, "reasoning": None, "audio": None, "images": [], "annotations": None}
CALLS = [{"id": "i", "type": "function", "function": {"name": "look", "arguments": "{}"}}]


@pytest.mark.parametrize("as_question", [False, True], ids=["history", "question"])
def test_nulls_that_only_answers_hold_are_left_out(
    client: OpenRouter, server: testing.Server, as_question: bool
) -> None:
    said = [
        {"role": "assistant", "content": "Hello", "tool_calls": None, **NULLS},
        {"role": "assistant", "content": None, "tool_calls": CALLS, **NULLS},
        {"role": "tool", "tool_call_id": "i", "content": "seen"},
        {"role": "user", "content": "Hi"},
    ]
    chat = Chat(MODEL, client=client)

    if as_question:
        chat(said)
    else:
        chat.set_history(said[:-1])
        chat([said[-1]])

    assert sent(server) == [
        {"role": "assistant", "content": "Hello"},
        {"role": "assistant", "content": None, "tool_calls": CALLS},
        said[2],
        said[3],
    ]


def test_tool_calls_that_are_no_list_are_left_to_the_server() -> None:
    chat = Chat(MODEL)

    chat.set_history([{"role": "assistant", "content": None, "tool_calls": {"id": "i"}}])

    assert chat.history[0]["tool_calls"] == {"id": "i"}
