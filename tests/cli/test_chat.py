"""`openrouter chat` with a question."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import Chat, testing
from tests.cli.typing_at import KEY, run

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SCHEMA = {
    "type": "object",
    "properties": {"age": {"type": "integer"}},
    "required": ["age"],
    "additionalProperties": False,
}


def asked(server: testing.Server) -> Any:
    """The body of the only request."""
    (request,) = server.requests
    return request.json


def test_the_answer_is_all_that_standard_output_gets(server: testing.Server) -> None:
    ended = run("chat", "What", "is", "it?")

    assert (ended.code, ended.out, ended.err) == (0, "What is it?\n", "")
    assert asked(server)["stream"] is True
    assert asked(server)["model"] == "openrouter/auto"


def test_the_environment_may_name_the_model_and_an_option_wins(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_MODEL", "a/one")

    run("chat", "Hi")
    run("chat", "-m", "b/two", "Hi")

    assert [request.json["model"] for request in server.requests] == ["a/one", "b/two"]


def test_a_pipe_alone_is_the_question_and_follows_one_that_was_typed(server: testing.Server) -> None:
    run("chat", given="ünï\n")
    run("chat", "Translate:", given="ünï\n")

    said = [request.json["messages"][-1]["content"] for request in server.requests]
    assert said == ["ünï", "Translate:\n\nünï"]


@pytest.mark.parametrize(
    ("piped", "read"),
    [
        (b"\xef\xbb\xbfbom", "bom"),
        ("zwei".encode("utf-16"), "zwei"),
        (b"caf\xe9 in an old encoding", "caf\N{REPLACEMENT CHARACTER} in an old encoding"),
    ],
)
def test_text_is_read_in_whatever_encoding(
    piped: bytes, read: str, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "utf-8")

    run("chat", given=piped)

    assert asked(server)["messages"][-1]["content"] == read


def test_arguments_that_the_locale_cannot_read_are_utf_8(server: testing.Server) -> None:
    run(
        "chat",
        "-s",
        "Kürze".encode().decode("ascii", "surrogateescape"),
        "Grüße".encode().decode("ascii", "surrogateescape"),
    )

    assert [message["content"] for message in asked(server)["messages"]] == ["Kürze", "Grüße"]


def test_options_become_fields_of_the_request(server: testing.Server) -> None:
    run(
        "chat", "-s", "Be brief.", "-t", "0.5", "--max-tokens", "9", "-r", "high",
        "-o", "seed=3", "-o", "provider.sort=price", "-o", "provider.allow_fallbacks=false", "-o", "user=me", "Hi",
    )  # fmt: skip

    body = asked(server)
    assert body["messages"][0] == {"role": "system", "content": "Be brief."}
    assert (body["temperature"], body["max_tokens"], body["reasoning"]) == (0.5, 9, {"effort": "high"})
    assert (body["seed"], body["user"]) == (3, "me")
    assert body["provider"] == {"sort": "price", "allow_fallbacks": False}


def test_reasoning_may_be_a_number_of_tokens(server: testing.Server) -> None:
    run("chat", "-r", "2000", "Hi")

    assert asked(server)["reasoning"] == {"max_tokens": 2000}


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("seed", "-o seed: write it as key=value"),
        ("temprature=1", "-o temprature: there is no such field; did you mean temperature?"),
        ("zzz=1", "a field that the SDK does not know is -o extra_body.zzz=..."),
        ("messages=[]", "-o messages: --load goes on with a conversation"),
        ("timeout_ms=soon", "timeout_ms must be a number, not str"),
        ("a..b=1", "-o a..b=1: write it as key=value"),
    ],
)
def test_a_wrong_option_is_told_before_anything_is_sent(option: str, told: str, server: testing.Server) -> None:
    ended = run("chat", "-o", option, "Hi")

    assert ended.code == 2
    assert told in ended.err
    assert "Traceback" not in ended.err
    assert not server.requests


def test_without_a_question_there_is_nothing_to_ask(server: testing.Server) -> None:
    ended = run("chat", given="\n")

    assert ended.code == 2
    assert ended.err == "error: nothing to ask: give a question as argument, through a pipe, or with -f\n"


def test_files_are_attached_as_what_they_are(server: testing.Server, tmp_path: Path) -> None:
    picture, notes, paper = tmp_path / "a picture.png", tmp_path / "notes<1>.py", tmp_path / "paper.pdf"
    picture.write_bytes(PIXEL)
    notes.write_text("print('ü')\n", encoding="utf-8")
    paper.write_bytes(b"%PDF-1.7\n%%EOF")

    run("chat", "-f", str(picture), "-f", str(notes), "-f", str(paper), "-f", "https://example.org/cat.jpg", "Look")

    text, image, code, document, cat = asked(server)["messages"][-1]["content"]
    assert text == {"type": "text", "text": "Look"}
    assert image["image_url"]["url"].startswith("data:image/png;base64,")
    assert code["text"] == "<file name=\"notes&lt;1&gt;.py\">\nprint('ü')\n</file>"
    assert document["file"]["filename"] == "paper.pdf"
    assert cat["image_url"]["url"] == "https://example.org/cat.jpg"


@pytest.mark.parametrize("arguments", [["-f", "-", "What is it?"], ["What is it?"]])
def test_a_picture_may_come_through_the_pipe(arguments: list[str], server: testing.Server) -> None:
    run("chat", *arguments, given=PIXEL)

    kinds = [part["type"] for part in asked(server)["messages"][-1]["content"]]
    assert kinds == ["text", "image_url"]


def test_files_of_text_alone_make_a_message_of_text(server: testing.Server, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one", encoding="utf-8")

    run("chat", "-f", str(file))

    assert asked(server)["messages"][-1]["content"] == '<file name="a.txt">\none\n</file>'


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("nowhere.txt", "nowhere.txt: No such file or directory"),
        ("https://example.org/page", "its ending does not say what it is"),
        ("-", "-f -: nothing was piped into the command"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(file: str, told: str, server: testing.Server) -> None:
    ended = run("chat", "-f", file, "Hi")

    assert (ended.code, server.requests) == (2, [])
    assert told in ended.err


def test_a_sound_that_needs_a_format_is_refused_by_its_name(server: testing.Server, tmp_path: Path) -> None:
    file = tmp_path / "song.wma"
    file.write_bytes(b"\0\1\2\3" * 9)

    ended = run("chat", "-f", str(file), "Hi")

    assert (ended.code, server.requests) == (2, [])
    assert (
        ended.err
        == "error: the bytes of the file 'song.wma' are no audio the SDK knows: if they are one, pass format=\n"
    )


def test_bytes_that_are_nothing_known_are_refused(server: testing.Server, tmp_path: Path) -> None:
    file = tmp_path / "core.dump"
    file.write_bytes(b"\0\1\2\3" * 9)

    ended = run("chat", "-f", str(file), "Hi")

    assert ended.code == 2
    assert "core.dump: no text, picture, sound, video or document that could be told" in ended.err


def test_json_is_the_whole_answer_on_a_line(server: testing.Server) -> None:
    ended = run("chat", "--json", "Hi")

    assert ended.out.count("\n") == 1
    answer = json.loads(ended.out)
    assert answer["choices"][0]["message"]["content"] == "Hi"
    assert answer["usage"]["cost"] > 0


def test_json_of_an_answer_that_comes_at_once_is_all_there_is(server: testing.Server) -> None:
    server.enqueue(testing.reply("Yes.", reasoning="Let me see."))

    ended = run("chat", "--json", "--no-stream", "Hi")

    assert json.loads(ended.out)["choices"][0]["message"]["content"] == "Yes."
    assert ended.err == ""


def test_whole_answers_are_asked_for_without_a_stream(server: testing.Server) -> None:
    assert run("chat", "--no-stream", "Hi").out == "Hi\n"
    assert not asked(server).get("stream")


def test_an_answer_of_a_schema_is_asked_for_and_checked(server: testing.Server, tmp_path: Path) -> None:
    file = tmp_path / "schema.json"
    file.write_text(json.dumps(SCHEMA), encoding="utf-8")
    said = ('{"age": 3}', '{"age": "three"}', '{"age"', "[" * 100_000)
    server.enqueue(*map(testing.reply, said))

    good, wrong, cut, deep = (run("chat", "--schema", str(file), "How old?") for _ in said)

    wanted = {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": SCHEMA}}
    assert server.requests[0].json["response_format"] == wanted
    assert server.requests[0].json["provider"] == {"require_parameters": True}
    assert (good.code, good.out, good.err) == (0, '{"age": 3}\n', "")
    assert (wrong.code, wrong.out) == (5, '{"age": "three"}\n')
    assert wrong.err == "error: the answer does not fit the schema: $.age: 'three' is not of type 'integer'\n"
    assert cut.code == deep.code == 5
    assert "the answer is no JSON" in cut.err
    assert "the answer is no JSON: it is nested too deeply" in deep.err


@pytest.mark.parametrize(
    ("held", "strict"),
    [
        ({"name": "person", "schema": SCHEMA}, None),
        ({"type": "object", "properties": {"age": {"type": "integer"}}}, False),
        ({"type": "object", "properties": {"x": {"anyOf": [{"type": "object"}]}}, "required": ["x"]}, False),
        ({**SCHEMA, "default": {"properties": 1}, "examples": [{"type": "object"}]}, True),
    ],
)
def test_a_schema_is_strict_where_it_can_be(
    held: dict[str, Any], strict: bool | None, server: testing.Server, tmp_path: Path
) -> None:
    file = tmp_path / "schema.json"
    file.write_text(json.dumps(held), encoding="utf-8")

    run("chat", "--schema", str(file), "-o", "provider.sort=price", "How old?")

    body = asked(server)
    assert body["response_format"]["json_schema"].get("strict") is strict
    assert body["provider"] == {"sort": "price"}


@pytest.mark.parametrize("held", ["{", "[]", '{"type": "objekt"}'])
def test_a_file_without_a_schema_is_refused(held: str, server: testing.Server, tmp_path: Path) -> None:
    file = tmp_path / "schema.json"
    file.write_text(held, encoding="utf-8")

    ended = run("chat", "--schema", str(file), "How old?")

    assert (ended.code, server.requests) == (2, [])
    assert ended.err.startswith(f"error: {file}: ")


def test_a_conversation_is_saved_and_goes_on(server: testing.Server, tmp_path: Path) -> None:
    file = str(tmp_path / "talk.json")

    run("chat", "-m", "a/one", "-s", "Be brief.", "-t", "0.5", "--save", file, "First")
    ended = run("chat", "--load", file, "--save", file, "Second")

    assert ended.code == 0
    body = server.requests[1].json
    assert (body["model"], body["temperature"]) == ("a/one", 0.5)
    assert [message["content"] for message in body["messages"]] == ["Be brief.", "First", "First", "Second"]
    with Chat.load(file, api_key="test") as chat:
        assert chat.history[-1] == {"role": "assistant", "content": "Second"}
    assert KEY not in Path(file).read_text(encoding="utf-8")


def test_a_loaded_conversation_may_go_on_with_another_model_and_system_prompt(
    server: testing.Server, tmp_path: Path
) -> None:
    file = str(tmp_path / "talk.json")
    run("chat", "-m", "a/one", "-s", "Be brief.", "--save", file, "First")

    run("chat", "-m", "b/two", "-s", "", "--load", file, "Second")

    body = server.requests[1].json
    assert body["model"] == "b/two"
    assert [message["role"] for message in body["messages"]] == ["user", "assistant", "user"]


def test_a_file_is_not_written_over_by_a_conversation(server: testing.Server, tmp_path: Path) -> None:
    file = tmp_path / "novel.txt"
    file.write_text("Chapter one", encoding="utf-8")

    there = run("chat", "--save", str(file), "Hi")
    nowhere = run("chat", "--save", str(tmp_path / "no" / "talk.json"), "Hi")

    assert (there.code, nowhere.code, server.requests) == (2, 2, [])
    assert "the file is there" in there.err
    assert "there is no such folder" in nowhere.err
    assert file.read_text(encoding="utf-8") == "Chapter one"


def test_a_file_without_a_conversation_is_not_loaded(server: testing.Server, tmp_path: Path) -> None:
    file, several = tmp_path / "novel.txt", tmp_path / "several.json"
    file.write_text("Chapter one", encoding="utf-8")
    Chat(["a/one", "b/two"]).save(several)

    assert "holds no saved conversation" in run("chat", "--load", str(file), "Hi").err
    ended = run("chat", "--load", str(several), "Hi")
    assert (ended.code, "several models" in ended.err) == (2, True)


def test_pictures_and_sounds_are_kept_where_asked_for(server: testing.Server, tmp_path: Path) -> None:
    one, two = ("data:image/png;base64," + base64.b64encode(data).decode() for data in (PIXEL, PIXEL + b"2"))
    server.enqueue(testing.reply("Here.", images=[one, two]), testing.reply("Here.", images=[one]))
    folder = tmp_path / "made"

    kept = run("chat", "--media", str(folder), "Draw")
    lost = run("chat", "Draw")

    assert sorted(file.read_bytes() for file in folder.iterdir()) == [PIXEL, PIXEL + b"2"]
    assert f"[image: {folder / 'image.png'}]" in kept.err
    assert lost.err == "[the answer holds 1 picture; --media FOLDER keeps such]\n"


def test_what_an_answer_does_not_say_itself_is_told_beside_it(server: testing.Server) -> None:
    server.enqueue(
        testing.reply("Once upon", finish_reason="length"),
        testing.reply(None, tool_calls=[("look", {"at": "it"})]),
        testing.reply("", finish_reason="stop"),
        testing.reply(None, refusal="I will not."),
    )

    told = [run("chat", "Hi").err for _ in range(4)]

    assert told == [
        "[cut off at the limit of tokens; --max-tokens raises it]\n",
        '[calls look({"at": "it"})]\n',
        "[the answer is empty]\n",
        "[refused: I will not.]\n",
    ]


def test_whatever_stands_in_the_place_of_tool_calls_is_told(server: testing.Server) -> None:
    calls = ["x", {"function": 7}, {"function": {"name": "look", "arguments": "{}"}}]
    answer = {
        "id": "gen-1",
        "choices": [{"message": {"content": "Yes.", "tool_calls": calls}, "finish_reason": "stop"}],
    }
    server.enqueue(testing.raw(200, {"content-type": "application/json"}, json.dumps(answer)))

    ended = run("chat", "--no-stream", "Is it?")

    assert (ended.code, ended.out) == (0, "Yes.\n")
    assert "[calls look({})]" in ended.err


def test_half_a_character_at_the_end_of_a_chunk_waits_for_the_other_half(server: testing.Server) -> None:
    events = [{"choices": [{"index": 0, "delta": {"content": half}}]} for half in ("\ud83d", "\ude00!")]
    events.append({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
    body = "".join(f"data: {json.dumps(event)}\n\n" for event in events) + "data: [DONE]\n\n"
    server.enqueue(testing.raw(200, {"content-type": "text/event-stream"}, body))

    assert run("chat", "Smile").out == "\N{GRINNING FACE}!\n"
