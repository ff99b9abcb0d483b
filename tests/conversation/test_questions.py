"""What becomes a question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import Chat, OpenRouter, content, errors, models, testing
from tests.conversation.talking import SIGNED, Talk, sent

MODEL = "anthropic/claude"
PNG = b"\x89PNG\r\n\x1a\n"


def test_what_the_caller_changes_later_does_not_reach_the_history(client: OpenRouter, server: testing.Server) -> None:
    question: list[Any] = [{"type": "text", "text": "Hello"}, models.ChatContentText(text="there")]
    chat = Chat(MODEL, client=client)
    chat(question)

    question[0]["text"] = "changed"
    question[1].text = "changed"
    chat.history[1]["content"] = "changed"
    assert chat.last is not None
    chat.last.message.content = "changed"
    chat("More")

    assert "changed" not in server.requests[-1].body.decode()
    parts = [{"type": "text", "text": "Hello"}, {"type": "text", "text": "there"}]
    assert chat.history[0] == {"role": "user", "content": parts}


@pytest.mark.parametrize("question", [None, 5, 1.5, True])
def test_what_is_no_question_is_told(question: Any, client: OpenRouter, server: testing.Server) -> None:
    with pytest.raises(TypeError, match="the question must be a text, messages or content, not "):
        Chat(MODEL, client=client)(question)

    assert server.requests == []


@pytest.mark.parametrize("question", [{"content": "Hi"}, [{"content": "Hi"}], [{"text": "Hi"}, "Hello"], {}])
def test_a_dict_that_is_neither_message_nor_part_is_told(
    question: Any, client: OpenRouter, server: testing.Server
) -> None:
    with pytest.raises(errors.ArgumentError, match="must be a part, with a 'type', or a message, with a 'role'"):
        Chat(MODEL, client=client)(question)

    assert server.requests == []


def test_a_plain_string_is_text_even_where_it_names_a_file(
    client: OpenRouter, server: testing.Server, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(PNG)
    chat = Chat(MODEL, client=client)

    chat(str(secret))
    chat([str(secret)], local_files=False)
    Chat(MODEL, client=client, local_files=False)([str(secret)])
    chat([str(secret)])

    assert sent(server, 0)[0]["content"] == str(secret)
    for index in (1, 2):
        assert sent(server, index)[-1]["content"] == [{"type": "text", "text": str(secret)}]
    assert sent(server, 3)[-1]["content"][0]["type"] == "image_url"


def test_a_picture_that_cannot_be_sent_is_told_before_its_name_is_sent_as_text(
    client: OpenRouter, server: testing.Server, talk: Talk, tmp_path: Path
) -> None:
    photo = tmp_path / "IMG_0001.HEIC"
    photo.write_bytes(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1")
    chat = Chat(MODEL, client=client)

    for ask in (talk.ask, talk.stream):
        with pytest.raises(errors.ArgumentError, match=r"IMG_0001\.HEIC' is 'image/heic', which the API does not list"):
            ask(chat, [str(photo), "What is this?"])

    assert server.requests == []
    assert chat.history == []


def test_a_question_may_be_anything_that_content_is(client: OpenRouter, server: testing.Server, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(PNG)
    chat = Chat(MODEL, client=client)

    for question in (picture, PNG, content.image(PNG), content.image(PNG).to_dict()):
        chat(question)
        assert sent(server)[-1]["content"] == [content.image(PNG).to_dict()]


def test_a_question_may_be_messages(client: OpenRouter, server: testing.Server) -> None:
    chat = Chat(MODEL, client=client)
    example: list[Any] = [{"role": "user", "content": "2+2"}, models.ChatAssistantMessage(content="4")]

    chat([*example, {"role": "user", "content": "3+3"}])

    assert sent(server)[0] == example[0]
    assert sent(server)[1] == {"role": "assistant", "content": "4"}
    assert chat.history[:3] == sent(server)
    assert chat.history[3] == {"role": "assistant", "content": "3+3"}


@pytest.mark.parametrize("bad", [None, 3, [None], [{"role": "user", "content": "Hi"}, 3]], ids=repr)
def test_what_is_no_question_is_refused(client: OpenRouter, server: testing.Server, bad: Any) -> None:
    chat = Chat(MODEL, client=client)

    with pytest.raises(TypeError):
        chat(bad)

    assert server.requests == []
    assert chat("Hi") == "Hi"


@pytest.mark.parametrize("blank", ["", " \n", [""], ["", " "]], ids=repr)
def test_a_blank_question_is_refused(client: OpenRouter, server: testing.Server, talk: Talk, blank: Any) -> None:
    chat = Chat(MODEL, client=client)

    for ask in (talk.ask, talk.stream):
        with pytest.raises(errors.ArgumentError, match="blank"):
            ask(chat, blank)

    assert server.requests == []
    assert talk.ask(chat, "Hi") == "Hi"


@pytest.mark.parametrize(
    ("mixed", "index"),
    [
        ([{"role": "user", "content": "Hi"}, "there"], 1),
        (["there", "here", {"role": "user", "content": "Hi"}], 2),
        ([{"role": "user", "content": "Hi"}, models.ChatContentText(text="there")], 1),
    ],
    ids=["text after a message", "message after texts", "part after a message"],
)
def test_messages_mixed_with_content_are_refused(
    client: OpenRouter, server: testing.Server, mixed: list[Any], index: int
) -> None:
    with pytest.raises(TypeError, match=rf"question\[{index}\]"):
        Chat(MODEL, client=client)(mixed)

    assert server.requests == []


def test_a_missing_file_is_named(client: OpenRouter, server: testing.Server) -> None:
    chat = Chat(MODEL, client=client)

    with pytest.raises(ValueError, match=r"nowhere\.png"):
        chat(["./nowhere.png", "What is this?"])

    assert chat.history == []
    assert chat("Hi") == "Hi"


def test_reasoning_in_messages_of_a_question_stays_with_its_family(client: OpenRouter, server: testing.Server) -> None:
    chat = Chat("openai/gpt", client=client)
    example = {"role": "assistant", "content": "4", "reasoning_details": [SIGNED]}

    chat([{"role": "user", "content": "2+2"}, example, {"role": "user", "content": "3+3"}])
    chat("And?", model="anthropic/claude")

    assert sent(server, 0)[1] == {"role": "assistant", "content": "4"}
    assert sent(server, 1)[1] == example
