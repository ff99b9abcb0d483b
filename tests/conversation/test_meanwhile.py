"""What may be done with a conversation while it answers, and what it keeps of tools' results."""

from __future__ import annotations

from pathlib import Path

import pytest

from openrouter_sdk import Chat, OpenRouter, errors, testing
from tests.conversation.talking import Talk

MODEL = "a/model"


def test_a_second_question_is_refused_while_the_first_is_answered(client: OpenRouter, server: testing.Server) -> None:
    chat = Chat(MODEL, client=client)
    with chat.stream("One two") as stream:
        next(stream)
        for attempt in (lambda: chat("Three"), lambda: chat.stream("Three"), chat.reset_history,
                        lambda: chat.set_history([]), lambda: setattr(chat, "model", "b/model")):  # fmt: skip
            with pytest.raises(errors.ArgumentError, match=r"still answering.*close\(\)"):
                attempt()
        assert list(stream) == [" two"]

    assert chat("Three") == "Three"
    assert [message["content"] for message in chat.history] == ["One two", "One two", "Three", "Three"]


def test_a_conversation_is_forked_and_saved_while_it_answers(
    client: OpenRouter, server: testing.Server, tmp_path: Path
) -> None:
    chat = Chat(MODEL, client=client)
    chat("One")
    with chat.stream("Two two") as stream:
        next(stream)
        twin = chat.fork()
        chat.save(tmp_path / "chat.json")
        assert twin("Three") == "Three"
        assert list(stream) == [" two"]

    assert [message["content"] for message in chat.history] == ["One", "One", "Two two", "Two two"]
    assert [message["content"] for message in twin.history] == ["One", "One", "Three", "Three"]
    assert len(Chat.load(tmp_path / "chat.json").history) == 2


def test_results_of_tools_are_kept_when_the_answer_to_them_is_empty(
    client: OpenRouter, server: testing.Server, talk: Talk
) -> None:
    chat = Chat(MODEL, client=client)
    server.enqueue(testing.reply(None, tool_calls=[("look", {})]), testing.reply(""), testing.reply("Done."))
    talk.ask(chat, "Look")
    result = {"role": "tool", "tool_call_id": chat.history[1]["tool_calls"][0]["id"], "content": "seen"}

    assert talk.ask(chat, [result]) == ""
    assert chat.history[2:] == [result]
    assert talk.ask(chat, "And?") == "Done."

    assert [message["role"] for message in server.requests[-1].json["messages"]] == [
        "user",
        "assistant",
        "tool",
        "user",
    ]


def test_results_of_tools_are_not_kept_when_the_answer_failed(client: OpenRouter, server: testing.Server) -> None:
    chat = Chat(MODEL, client=client)
    server.enqueue(testing.reply(None, tool_calls=[("look", {})]), testing.error(403))
    chat("Look")

    with pytest.raises(errors.ForbiddenResponseError):
        chat([{"role": "tool", "tool_call_id": chat.history[1]["tool_calls"][0]["id"], "content": "seen"}])

    assert len(chat.history) == 2
