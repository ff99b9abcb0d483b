"""Conversations written to a file and read from it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from openrouter_sdk import Chat, OpenRouter, RetryConfig, errors, models, testing
from tests.conversation.talking import SIGNED, sent, thought

MODEL, OTHER = "a/model", "b/model"


def test_save_and_load_lose_nothing(client: OpenRouter, server: testing.Server, tmp_path: Path) -> None:
    file = tmp_path / "chat.json"
    server.enqueue(thought("Ünï ✓", SIGNED))
    chat = Chat(
        "anthropic/claude", system="Be brief.", client=client, temperature=0.5, session_id=True, local_files=False,
        tools=[models.ChatFunctionToolFunction(function=models.ChatFunctionDefinition(name="look"))],
    )  # fmt: skip
    chat("Think")

    chat.save(file)
    loaded = Chat.load(str(file), client=client, max_tokens=5)
    loaded("More")
    loaded("More", model="openai/gpt")

    assert loaded.history[:3] == chat.history
    assert loaded.turns[:1] == chat.turns
    body = server.requests[1].json
    assert body["messages"][2]["reasoning_details"] == [SIGNED]
    assert body["tools"] == [{"type": "function", "function": {"name": "look"}}]
    assert (body["temperature"], body["max_tokens"]) == (0.5, 5)
    assert body["session_id"] == server.requests[0].json["session_id"]
    assert "reasoning_details" not in sent(server, 2)[2]
    assert "Ünï ✓" in file.read_text(encoding="utf-8")


@dataclass
class Point:
    x: int


def test_a_type_that_is_asked_for_is_saved_as_its_schema(
    client: OpenRouter, server: testing.Server, tmp_path: Path
) -> None:
    server.enqueue(*[testing.reply('{"x": 3}')] * 2)
    chat = Chat(MODEL, client=client, response_format=Point)
    chat("Where?")

    chat.save(tmp_path / "chat.json")
    loaded = Chat.load(tmp_path / "chat.json", client=client)
    loaded("And now?")

    first, second = (request.json for request in server.requests)
    assert first["response_format"]["json_schema"]["name"] == "Point"
    assert (second["response_format"], second["provider"]) == (first["response_format"], first["provider"])
    assert loaded.last
    assert loaded.last.parse(Point) == Point(3)


def test_a_list_of_tools_that_is_empty_without_its_functions_is_left_out_when_it_is_loaded(
    client: OpenRouter, server: testing.Server, tmp_path: Path
) -> None:
    def look() -> str:
        return "a cat"

    Chat(MODEL, client=client, tools=[look]).save(tmp_path / "chat.json")
    Chat.load(tmp_path / "chat.json", client=client)("Hi")

    # as files of earlier versions have it
    assert json.loads((tmp_path / "chat.json").read_text())["defaults"] == {"tools": []}
    assert "tools" not in server.requests[0].json


def test_an_answer_whose_id_is_no_text_can_be_saved_and_loaded(
    client: OpenRouter, server: testing.Server, tmp_path: Path
) -> None:
    answer = {"id": 7, "choices": [{"finish_reason": "stop", "message": {"role": "assistant", "content": "Yes."}}]}
    server.enqueue(testing.raw(200, {"content-type": "application/json"}, json.dumps(answer).encode()))
    chat = Chat(MODEL, client=client)
    chat("Hi")

    chat.save(tmp_path / "chat.json")

    assert Chat.load(tmp_path / "chat.json", client=client).turns == chat.turns


def test_save_keeps_several_models_apart(client: OpenRouter, server: testing.Server, tmp_path: Path) -> None:
    chat = Chat([MODEL, OTHER], client=client)
    chat("Hi")

    chat.save(tmp_path / "chat.json")
    loaded = Chat.load(tmp_path / "chat.json", client=client)

    assert loaded.history == chat.history
    assert loaded.usage == chat.usage
    assert loaded("Again") == {MODEL: "Again", OTHER: "Again"}


def test_no_key_and_no_header_is_saved(server: testing.Server, tmp_path: Path) -> None:
    file = tmp_path / "chat.json"
    with Chat(
        MODEL, api_key="the-key", server_url=server.url, http_headers={"X-Secret": "hidden"},
        retries=RetryConfig("none"),
        extra_body={"later": {"kept": [1]}}, seed=3,
    ) as chat:  # fmt: skip
        chat("Hi")
        chat.save(file)

    text = file.read_text(encoding="utf-8")
    assert "the-key" not in text
    assert "hidden" not in text
    assert server.url not in text
    assert json.loads(text)["defaults"] == {"seed": 3, "extra_body": {"later": {"kept": [1]}}}


def test_fields_the_sdk_does_not_know_are_saved(client: OpenRouter, server: testing.Server, tmp_path: Path) -> None:
    Chat(MODEL, extra_body={"later": {"kept": [1]}}).save(tmp_path / "chat.json")

    Chat.load(tmp_path / "chat.json", client=client)("Hi")

    assert server.requests[0].json["later"] == {"kept": [1]}


@pytest.mark.parametrize("name", ["nowhere/chat.json", "folder"])
def test_a_file_that_cannot_be_written_is_named_as_it_was_given(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()

    with pytest.raises(OSError, match=name) as caught:
        Chat(MODEL).save(tmp_path / name)

    assert (caught.value.filename, caught.value.filename2) == (str(tmp_path / name), None)
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_save_that_fails_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    file = tmp_path / "chat.json"
    chat = Chat(MODEL)
    chat.save(file)
    before = file.read_bytes()
    chat.set_history([{"role": "user", "content": {1, 2}}])

    with pytest.raises(TypeError):
        chat.save(file)

    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither")
def test_a_file_keeps_its_permissions_and_a_link_stays_one(tmp_path: Path) -> None:
    file, link = tmp_path / "chat.json", tmp_path / "link.json"
    link.symlink_to(file)
    chat = Chat(MODEL)
    chat.save(link)
    new = file.stat().st_mode & 0o777
    file.chmod(0o644)

    chat.set_history([{"role": "user", "content": "Hi"}])
    chat.save(link)

    assert link.is_symlink()
    assert Chat.load(file).history == chat.history
    assert (new, file.stat().st_mode & 0o777) == (0o600, 0o644)


@pytest.mark.parametrize("content", ["", "[]", '{"kind": "something else"}', '{"kind": "openrouter-sdk conversation"}'])
def test_a_file_that_holds_no_conversation_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(errors.ArgumentError, match=r"other\.json' holds no saved conversation"):
        Chat.load(file)


def test_a_file_of_a_later_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "chat.json"
    Chat(MODEL).save(file)
    file.write_text(file.read_text(encoding="utf-8").replace('"version": 1', '"version": 2'), encoding="utf-8")

    with pytest.raises(errors.ArgumentError, match="version 2"):
        Chat.load(file)
