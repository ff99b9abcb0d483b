"""`openrouter chat` without a question: a conversation at the terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import Chat, testing
from tests.cli.test_chat import PIXEL
from tests.cli.typing_at import Ended, run, sit_at_a_terminal


@pytest.fixture
def talk(server: testing.Server, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("NO_COLOR", "1")

    def talk(*lines: Any, arguments: tuple[str, ...] = ()) -> Ended:
        sit_at_a_terminal(monkeypatch, lines)
        return run("chat", "-m", "a/one", *arguments)

    return talk


def said(server: testing.Server) -> list[list[Any]]:
    """What the messages of each request hold."""
    return [[message["content"] for message in request.json["messages"]] for request in server.requests]


def test_each_line_is_a_question_and_the_conversation_goes_on(talk: Any, server: testing.Server) -> None:
    ended = talk("One", "", "Two\\", "lines")

    assert (ended.code, ended.out) == (0, "One\nTwo\nlines\n\n")
    assert said(server) == [["One"], ["One", "One", "Two\nlines"]]
    assert ended.err.startswith("a/one; /help lists the commands, Ctrl-D ends\n")


def test_commands_change_the_conversation(talk: Any, server: testing.Server) -> None:
    ended = talk(
        "One", "/model b/two", "Two", "/reset", "Three", "/system Be brief.", "Four", "/again", "/quit", "Five"
    )

    assert [request.json["model"] for request in server.requests] == ["a/one", *["b/two"] * 4]
    assert said(server)[1:] == [
        ["One", "One", "Two"],
        ["Three"],
        ["Be brief.", "Four"],
        ["Be brief.", "Four", "Four", "Four"],
    ]
    assert "now b/two\n" in ended.err


def test_help_cost_and_unknown_commands_ask_nothing(talk: Any, server: testing.Server) -> None:
    ended = talk("/help", "/nonsense", "/cost", "/file")

    assert ended.err.count("/model NAME") == 3
    assert "in all, 0 tokens, $0.00" in ended.err
    assert not server.requests


def test_a_file_is_attached_to_the_next_question_alone(talk: Any, server: testing.Server, tmp_path: Path) -> None:
    picture, notes = tmp_path / "my cat.png", tmp_path / "notes.txt"
    picture.write_bytes(PIXEL)
    notes.write_text("note", encoding="utf-8")

    ended = talk(f"/file {picture}", "/file nowhere.png", "Look", "And?", f"/file '{picture}' {notes}", "Both")

    assert "error: nowhere.png: No such file or directory" in ended.err
    first, second, third = (messages[-1] for messages in said(server))
    assert [part["type"] for part in first] == ["text", "image_url"]
    assert second == "And?"
    assert [part["type"] for part in third] == ["text", "image_url", "text"]


def test_a_file_that_was_asked_about_is_not_sent_again_when_the_answer_does_not_fit(
    talk: Any, server: testing.Server, tmp_path: Path
) -> None:
    notes, schema = tmp_path / "notes.txt", tmp_path / "schema.json"
    notes.write_text("note", encoding="utf-8")
    schema.write_text('{"type": "object"}', encoding="utf-8")
    server.enqueue(testing.reply("no object"), testing.reply("{}"))

    talk(f"/file {notes}", "Look", "Once more", arguments=("--schema", str(schema)))

    assert said(server)[1][-1] == "Once more"


def test_an_open_quote_in_the_name_of_a_file_is_told(talk: Any, server: testing.Server) -> None:
    ended = talk("/file 'my cat.png", "Hi")

    assert "error: /file 'my cat.png: No closing quotation\n" in ended.err
    assert said(server) == [["Hi"]]


def test_a_terminal_that_is_gone_ends_it(talk: Any, server: testing.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: Any) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("openrouter_sdk.custom.cli.talk.Talk.ask", gone)

    assert talk("One", "Two").code == 141


def test_an_error_ends_neither_the_conversation_nor_the_history(talk: Any, server: testing.Server) -> None:
    server.enqueue(testing.reply("1"), testing.error(403, "Not here"))

    ended = talk("One", "Two", "Three")

    assert ended.code == 0
    assert "error: 403 Forbidden: Not here\n" in ended.err
    assert said(server)[2] == ["One", "1", "Three"]


def test_ctrl_c_at_the_prompt_drops_the_line(talk: Any, server: testing.Server) -> None:
    ended = talk("One", KeyboardInterrupt(), "Two")

    assert ended.code == 0
    assert len(server.requests) == 2
    assert "Ctrl-D ends\n" in ended.err


def test_ctrl_c_ends_an_answer_and_keeps_what_came(
    talk: Any, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.enqueue(testing.reply("One two three"))
    interrupt_at(monkeypatch, "two")

    ended = talk("Count", "Go on")

    assert "[stopped]\n" in ended.err
    assert said(server)[1] == ["Count", "One two", "Go on"]


def test_ctrl_c_ends_a_single_answer_and_saves_what_came(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server.enqueue(testing.reply("One two three"))
    interrupt_at(monkeypatch, "two")

    ended = run("chat", "--save", str(tmp_path / "talk.json"), "Count")

    assert (ended.code, ended.out, ended.err) == (130, "One two\n", "[stopped]\n")
    assert Chat.load(tmp_path / "talk.json", api_key="test").history[-1]["content"] == "One two"


def test_ctrl_c_before_the_text_keeps_the_json_of_what_came(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    server.enqueue(testing.reply("Yes.", reasoning="Hm."))
    monkeypatch.setattr("openrouter_sdk.custom.cli.screen.Screen.reasoning", interrupted)

    ended = run("chat", "--json", "Is it?")

    assert (ended.code, ended.err) == (130, "[stopped]\n")
    assert json.loads(ended.out)["choices"][0]["message"]["content"] in {None, ""}


def interrupt_at(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    """Let Ctrl-C come once this word of an answer is shown."""
    from openrouter_sdk.custom.cli.screen import Screen  # lazy: reads best where it is patched

    answer = Screen.answer

    def shown(self: Screen, text: str) -> None:
        answer(self, text)
        if word in text:
            monkeypatch.setattr(Screen, "answer", answer)
            raise KeyboardInterrupt

    monkeypatch.setattr(Screen, "answer", shown)


def test_a_conversation_is_saved_after_each_answer(talk: Any, tmp_path: Path) -> None:
    file, other = tmp_path / "talk.json", tmp_path / "novel.txt"
    other.write_text("Chapter one", encoding="utf-8")

    ended = talk("One", f"/save {file}", "Two", "/save /nowhere/talk.json", f"/save {file}", f"/save {other}")

    assert f"saved to {file}\n" in ended.err
    assert "error: /nowhere/talk.json: there is no such folder" in ended.err
    assert f"error: {other}: the file is there" in ended.err
    assert other.read_text(encoding="utf-8") == "Chapter one"
    assert [message["content"] for message in Chat.load(file, api_key="test").history] == ["One", "One", "Two", "Two"]


def test_open_calls_of_tools_do_not_bar_the_next_question(talk: Any, server: testing.Server) -> None:
    server.enqueue(testing.reply(None, tool_calls=[("look", {})]))

    ended = talk("Look", "Never mind")

    assert len(server.requests) == 2
    assert "error" not in ended.err
