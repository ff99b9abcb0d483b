"""What may be changed while a conversation is loaded, and files that were damaged."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import Chat, OpenRouter, errors, testing
from tests.conversation.talking import sent

MODEL, OTHER, THIRD = "a/model", "b/model", "c/model"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a conversation with one model is saved as."""
    path = tmp_path_factory.mktemp("saved") / "chat.json"
    with testing.serve() as server, OpenRouter(server_url=server.url, api_key="test") as client:
        chat = Chat(MODEL, system="Be brief.", client=client, seed=1)
        chat("One")
        chat.save(path)
    return path.read_text(encoding="utf-8")


@pytest.fixture
def file(saved: str, tmp_path: Path) -> Path:
    """A saved conversation with one model."""
    path = tmp_path / "chat.json"
    path.write_text(saved, encoding="utf-8")
    return path


@pytest.fixture
def files(client: OpenRouter, tmp_path: Path) -> Path:
    """A saved conversation with two models."""
    chat = Chat([MODEL, OTHER], system="Be brief.", client=client)
    chat("One")
    chat.save(tmp_path / "chats.json")
    return tmp_path / "chats.json"


def asked(server: testing.Server) -> Any:
    """The model of the last request."""
    return server.requests[-1].json["model"]


def test_the_model_given_goes_on_with_the_conversation(client: OpenRouter, server: testing.Server, file: Path) -> None:
    chat = Chat.load(file, client=client, model=OTHER)

    assert chat("Two") == "Two"
    assert asked(server) == OTHER
    assert [message["content"] for message in sent(server)] == ["Be brief.", "One", "One", "Two"]
    assert chat.model == OTHER
    assert [turn.model for turn in chat.turns] == [MODEL, OTHER]


@pytest.mark.parametrize("given", [{}, {"model": OTHER}, {"model": [OTHER]}], ids=repr)
def test_a_loaded_conversation_may_ask_other_models_later(
    client: OpenRouter, server: testing.Server, file: Path, given: dict[str, Any]
) -> None:
    chat = Chat.load(file, client=client, **given)
    if given.get("model") == [OTHER]:
        assert chat("Two") == {OTHER: "Two"}
        return

    assert chat("Two", model=THIRD) == "Two"
    assert asked(server) == THIRD
    chat.model = THIRD
    assert chat("Three") == "Three"
    assert asked(server) == THIRD
    assert len(chat.history) == 7


def test_the_models_saved_may_be_given_in_another_order(client: OpenRouter, files: Path) -> None:
    chat = Chat.load(files, client=client, model=[OTHER, MODEL])

    assert list(chat("Two")) == [OTHER, MODEL]
    assert list(chat.history) == [OTHER, MODEL]
    assert {len(messages) for messages in chat.history.values()} == {5}


@pytest.mark.parametrize("given", [MODEL, [MODEL, THIRD], [MODEL, OTHER, THIRD]], ids=repr)
def test_models_that_do_not_fit_those_saved_are_refused(files: Path, given: Any) -> None:
    with pytest.raises(errors.ArgumentError) as caught:
        Chat.load(files, model=given)

    assert repr([MODEL, OTHER]) in str(caught.value)
    assert repr(given) in str(caught.value)


def test_one_conversation_is_not_loaded_for_several_models(file: Path) -> None:
    with pytest.raises(errors.ArgumentError, match=r"'a/model'.*'b/model', 'c/model'"):
        Chat.load(file, model=[OTHER, THIRD])


def test_the_system_prompt_given_replaces_the_saved_one(
    client: OpenRouter, server: testing.Server, file: Path, files: Path
) -> None:
    chat = Chat.load(file, client=client, system="Be long.")
    both = Chat.load(files, client=client, system="Be long.")
    none = Chat.load(file, client=client, system="")

    chat("Two")
    assert [message["content"] for message in sent(server)] == ["Be long.", "One", "One", "Two"]
    chat.reset_history()
    assert chat.history == [{"role": "system", "content": "Be long."}]
    assert {messages[0]["content"] for messages in both.history.values()} == {"Be long."}
    assert [message["role"] for message in none.history] == ["user", "assistant"]
    assert Chat.load(file, system=None).history[0]["content"] == "Be brief."


def test_a_saved_session_id_may_be_replaced(client: OpenRouter, server: testing.Server, tmp_path: Path) -> None:
    Chat(MODEL, session_id=True).save(tmp_path / "chat.json")

    Chat.load(tmp_path / "chat.json", client=client, session_id="mine")("Hi")

    assert server.requests[0].json["session_id"] == "mine"


def _first(data: dict[str, Any]) -> dict[str, Any]:
    conversation: dict[str, Any] = data["conversations"][0]
    return conversation


DAMAGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "a model that is no text": lambda data: data.update(model=[3]),
    "a model without a name": lambda data: (data.update(model=""), _first(data).update(model="")),
    "a model twice": lambda data: (data.update(model=[MODEL] * 2), data.update(conversations=[_first(data)] * 2)),
    "no conversations": lambda data: data.update(conversations=[]),
    "an unknown option": lambda data: data["defaults"].update(temprature=1),
    "an option of the client": lambda data: data["defaults"].update(api_key="x"),
    "messages as an option": lambda data: data["defaults"].update(messages=[]),
    "a stream as an option": lambda data: data["defaults"].update(stream=True),
    "a retry as an option": lambda data: data["defaults"].update(retries=3),
    "options that are none": lambda data: data.update(defaults=[]),
    "an extra body that is none": lambda data: data["defaults"].update(extra_body=3),
    "a session id that is none": lambda data: data.update(session_id=3),
    "local files that are none": lambda data: data.update(local_files="no"),
    "messages that are none": lambda data: _first(data).update(messages={}),
    "a message that is none": lambda data: _first(data)["messages"].append(3),
    "an entry without a message": lambda data: _first(data)["messages"].append({}),
    "a message without a role": lambda data: _first(data)["messages"][0].update(message={"content": "Hi"}),
    "families that are none": lambda data: _first(data)["messages"][0].update(families=[3]),
    "a lost opening": lambda data: _first(data).update(opening=None),
    "lost turns": lambda data: _first(data).pop("turns"),
    "a turn that is none": lambda data: _first(data).update(turns=[3]),
    "tokens as text": lambda data: _first(data)["turns"][0].update(prompt_tokens="12"),
    "tokens that are null": lambda data: _first(data)["turns"][0].update(total_tokens=None),
    "a cost as text": lambda data: _first(data)["turns"][0].update(cost="free"),
    "a cost without end": lambda data: _first(data)["turns"][0].update(cost=float("inf")),
    "a turn's model that is none": lambda data: _first(data)["turns"][0].update(model=None),
    "a truth as text": lambda data: _first(data)["turns"][0].update(complete="yes"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_named(file: Path, damage: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(file.read_text(encoding="utf-8"))
    damage(data)
    file.write_text(json.dumps(data), encoding="utf-8")

    with pytest.raises(errors.ArgumentError, match=r"chat\.json' "):
        Chat.load(file)


def test_a_key_of_a_turn_that_is_not_known_is_left_out(file: Path) -> None:
    data = json.loads(file.read_text(encoding="utf-8"))
    before = Chat.load(file).turns
    _first(data)["turns"][0]["later"] = 1
    file.write_text(json.dumps(data), encoding="utf-8")

    assert Chat.load(file).turns == before


def test_an_option_given_that_is_unknown_is_the_callers_mistake(file: Path) -> None:
    with pytest.raises(TypeError, match="temperature"):
        Chat.load(file, temprature=1)
