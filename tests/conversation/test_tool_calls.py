"""Tool calls that nobody answered, results of no call, and arguments that are no JSON, in conversations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import Call, Chat, OpenRouter, errors, models, testing
from openrouter_sdk.custom.answers import sendable_call
from openrouter_sdk.custom.conversation.tool_calls import refuse_open_calls, skipped_calls, sound_calls
from tests.conversation.talking import Talk, answers_of, sent
from tests.helpers.examples import meeting

MODEL = "a/model"
STREAMED = pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
BROKEN = ['{"city": "Par', '{"city": "Paris"}}', "[1]", "Paris", '"Paris"', "3", "[" * 12_000, '{"a": 1}{"b": 2}']


def calls(*arguments: Any, text: str | None = None) -> Any:
    """An answer that calls a tool once for each of the arguments; the ids are c0, c1, ..."""
    wired = [call(f"c{number}", each) for number, each in enumerate(arguments)]
    return testing.reply(text, tool_calls=wired)


def call(call_id: str, arguments: Any = "{}") -> dict[str, Any]:
    return {"id": call_id, "type": "function", "function": {"name": "look", "arguments": arguments}}


def result(call_id: str = "c0", content: str = "seen") -> dict[str, Any]:
    return {"role": "tool", "tool_call_id": call_id, "content": content}


def arguments_of(messages: list[dict[str, Any]]) -> list[str]:
    return [each["function"]["arguments"] for answer in answers_of(messages) for each in answer.get("tool_calls", ())]


def called_raw(chat: Chat[str]) -> str:
    """The arguments of the first call of the last answer, as they came."""
    assert chat.last is not None
    return chat.last.tool_calls[0].function.arguments


@pytest.mark.parametrize(
    ("arguments", "streamed", "api"),
    meeting(BROKEN, [False, True], ["sync", "async"]),
    indirect=["api"],
    ids=lambda value: str(value)[:20],
)
def test_a_broken_call_that_nobody_answers_is_left_out_for_good(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool, arguments: str
) -> None:
    server.enqueue(calls(arguments, text="Let me look."))
    chat = Chat(MODEL, client=client)

    talk.say(chat, "Look", streamed=streamed)
    assert called_raw(chat) == arguments
    assert arguments_of(chat.history) == ["{}"]
    for _ in range(2):
        assert talk.say(chat, "Go on", streamed=streamed) == "Go on"

    assert sent(server)[1] == {"role": "assistant", "content": "Let me look."}
    assert sent(server)[:3] == sent(server, 1)


@STREAMED
def test_an_answer_of_broken_calls_alone_is_left_out_whole(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    server.enqueue(calls(BROKEN[0]))
    chat = Chat(MODEL, client=client)

    talk.say(chat, "Look", streamed=streamed)
    talk.say(chat, "Go on", streamed=streamed)

    assert sent(server) == [{"role": "user", "content": "Look"}, {"role": "user", "content": "Go on"}]


@pytest.mark.parametrize(
    ("arguments", "streamed", "api"),
    meeting(BROKEN, [False, True], ["sync", "async"]),
    indirect=["api"],
    ids=lambda value: str(value)[:20],
)
def test_a_broken_call_that_is_answered_goes_back_with_an_empty_object(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool, arguments: str
) -> None:
    server.enqueue(calls(arguments, '{"city": "Rome"}'))
    chat = Chat(MODEL, client=client)

    talk.say(chat, "Look", streamed=streamed)
    talk.say(chat, [result("c0", "The arguments are no JSON"), result("c1")], streamed=streamed)

    assert arguments_of(sent(server)) == ["{}", '{"city": "Rome"}']
    assert [message["role"] for message in sent(server)] == ["user", "assistant", "tool", "tool"]


@STREAMED
@pytest.mark.parametrize(
    ("came", "goes"),
    [
        ('{ "city" :"Par\\u00efs", "n": 1.10 }', '{ "city" :"Par\\u00efs", "n": 1.10 }'),
        ('{"code": "a\n\tb\\n"}', '{"code": "a\\u000a\\u0009b\\n"}'),
        ('{\n\t"q": "say \\"hi\\"\n"}', '{\n\t"q": "say \\"hi\\"\\u000a"}'),
        ('{"n": NaN, "m": [-Infinity, "NaN\n"]}', '{"n": null, "m": [null, "NaN\\u000a"]}'),
        (f'{{"n": {"9" * 5000}}}', f'{{"n": {"9" * 5000}}}'),
        (" null ", "{}"),
    ],
    ids=["fine", "line break", "escaped quote", "no number", "long number", "null"],
)
def test_arguments_go_back_as_they_came_or_as_they_can_be_read(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool, came: str, goes: str
) -> None:
    server.enqueue(calls(came))
    chat = Chat(MODEL, client=client)

    talk.say(chat, "Look", streamed=streamed)
    assert called_raw(chat) == came
    talk.say(chat, result(), streamed=streamed)

    assert arguments_of(sent(server)) == [goes]


def test_arguments_that_came_as_an_object_go_back_as_text() -> None:
    chat = Chat(MODEL, client=OpenRouter(api_key="test"))
    chat.set_history([{"role": "assistant", "content": None, "tool_calls": [call("c0", {"city": "Paris"})]}])

    assert arguments_of(chat.history) == ['{"city":"Paris"}']


@given(st.text(st.sampled_from('{}[]":,\\ \n\tua0NaInfity'), max_size=30) | st.text())
def test_whatever_the_arguments_are_they_go_back_as_an_object_or_not_at_all(text: str) -> None:
    asked = [{"role": "assistant", "content": "", "tool_calls": [sendable_call(call("c0", text))]}]

    answered = sound_calls([*asked, result("c0")])
    assert isinstance(json.loads(arguments_of(answered)[0]), dict)
    for arguments in arguments_of(sound_calls(asked)):
        assert isinstance(json.loads(arguments), dict)
        assert json.loads(arguments) == models.ChatToolCall.from_dict(call("c0", text)).parsed_arguments or "N" in text
    assert len(arguments_of(sound_calls(asked, waits=True))) == 1


@STREAMED
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("And now?", r"tool calls without a result, .*'a/model': 'c0' \(look\), 'c1' \(look\)\..*skip_tools\(\)"),
        ([result("c0")], r"without a result, .*: 'c1' \(look\)\."),
        ([result("c0"), {"role": "user", "content": "And now?"}, result("c1")], r"without a result, .*: 'c1' \(look\)"),
        ([result("c0"), result("x")], r"tool_call_id 'x', .*; open are 'c1' \(look\)"),
        ([result("c0"), result("c1"), result("x")], r"tool_call_id 'x', .*; none is open there"),
        ([result("c0"), {"role": "tool", "content": "seen"}, result("c1")], "tool_call_id ''"),
    ],
    ids=["text", "half of them", "too late", "a wrong id", "one too many", "no id"],
)
def test_open_and_unknown_calls_are_named_before_anything_is_sent(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool, question: Any, told: str
) -> None:
    server.enqueue(calls("{}", '{"city": "Rome"}'))
    chat = Chat(MODEL, client=client)
    talk.say(chat, "Look", streamed=streamed)
    before = chat.history

    with pytest.raises(errors.ArgumentError, match=told):
        talk.say(chat, question, streamed=streamed)

    assert len(server.requests) == 1
    assert chat.history == before
    assert talk.say(chat, [result("c1"), result("c0")], streamed=streamed)
    assert len(server.requests) == 2


@STREAMED
def test_skipped_tools_let_the_conversation_go_on(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    server.enqueue(calls("{}", "{}"))
    chat = Chat(MODEL, client=client)
    talk.say(chat, "Look", streamed=streamed)

    chat.skip_tools()
    chat.skip_tools("Never mind.")
    assert talk.say(chat, "And now?", streamed=streamed) == "And now?"

    skipped = "Skipped: the tool was not run."
    assert sent(server)[2:] == [result("c0", skipped), result("c1", skipped), {"role": "user", "content": "And now?"}]
    assert chat.history[:5] == sent(server)


def test_a_half_answered_history_of_the_callers_is_named_and_mended(
    client: OpenRouter, server: testing.Server, talk: Talk
) -> None:
    chat = Chat(MODEL, client=client)
    asked: list[Any] = [
        {"role": "user", "content": "Look"},
        {"role": "assistant", "content": None, "tool_calls": [call("c0"), call("c1"), call("c2", BROKEN[0])]},
        result("c1"),
        {"role": "user", "content": "Well?"},
        {"role": "assistant", "content": "Hm", "tool_calls": [call("d0")]},
    ]
    chat.set_history(asked)

    with pytest.raises(errors.ArgumentError, match=r": 'c0' \(look\)\."):
        talk.ask(chat, result("d0"))
    chat.skip_tools("Late.")
    talk.ask(chat, "And now?")

    assert [message.get("tool_call_id") for message in sent(server)] == [
        None, None, "c1", "c0", None, None, "d0", None,
    ]  # fmt: skip
    assert arguments_of(sent(server)) == ["{}", "{}", "{}"]


def test_a_result_whose_call_was_cut_from_the_history_is_named(client: OpenRouter, talk: Talk) -> None:
    chat = Chat(MODEL, client=client)
    chat.set_history([result("c0"), {"role": "assistant", "content": "Seen."}])

    with pytest.raises(errors.ArgumentError, match=r"tool_call_id 'c0', .*; none is open there"):
        talk.ask(chat, "And now?")


def test_open_and_broken_calls_are_known_after_loading_and_in_forks(
    client: OpenRouter, server: testing.Server, talk: Talk, tmp_path: Path
) -> None:
    server.enqueue(calls("{}", BROKEN[0]))
    chat = Chat(MODEL, client=client)
    talk.ask(chat, "Look")
    chat.save(tmp_path / "chat.json")

    for again in (chat.fork(), Chat.load(tmp_path / "chat.json", client=client)):
        with pytest.raises(errors.ArgumentError, match=r": 'c0' \(look\)\."):
            talk.ask(again, "And now?")
        talk.ask(again, result("c0"))
        assert [each["id"] for each in sent(server)[1]["tool_calls"]] == ["c0"]
        again.skip_tools()


def test_a_saved_conversation_that_holds_raw_line_breaks_is_sent_as_json(
    client: OpenRouter, server: testing.Server, talk: Talk, tmp_path: Path
) -> None:
    file = tmp_path / "chat.json"
    server.enqueue(calls('{"code": "x"}'))
    chat = Chat(MODEL, client=client)
    talk.ask(chat, "Look")
    chat.save(file)
    file.write_text(file.read_text().replace(r"\"x\"", r"\"a\nb\""))

    loaded = Chat.load(file, client=client)
    talk.ask(loaded, result("c0"))

    assert arguments_of(sent(server)) == ['{"code": "a\\u000ab"}']


@STREAMED
def test_each_of_several_models_has_its_own_open_calls(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    def answer(request: Any) -> Any:
        return calls("{}") if request.json["model"] == "b/two" else testing.reply("Yes.")

    server.enqueue(answer, answer)
    chat = Chat(["a/one", "b/two"], client=client)
    ask = talk.stream if streamed else talk.ask
    ask(chat, "Look")

    with pytest.raises(errors.ArgumentError, match=r"'b/two': 'c0' \(look\)"):
        ask(chat, "And now?")
    assert len(server.requests) == 2
    chat.skip_tools()
    ask(chat, "And now?")

    assert [len(messages) for messages in chat.history.values()] == [4, 5]


@STREAMED
def test_results_of_tools_go_to_the_models_whose_calls_they_answer(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    def answer(request: Any) -> Any:
        model = request.json["model"]
        called = [call(f"{model}/0", "{}" if model == "a/one" else BROKEN[0])]
        return testing.reply("Yes.") if model == "c/three" else testing.reply(None, tool_calls=called)

    server.enqueue(answer, answer, answer)
    chat = Chat(["a/one", "b/two", "c/three"], client=client)
    ask = talk.stream if streamed else talk.ask
    ask(chat, "Look")

    results = [result("a/one/0", "first"), result("b/two/0", "second")]
    answered = ask(chat, results)
    with pytest.raises(errors.ArgumentError, match=r"tool_call_id 'x'"):
        ask(chat, [result("x")])

    assert {model for model, _ in answered} == {"a/one", "b/two"} if streamed else set(answered) == {"a/one", "b/two"}
    assert {request.json["model"]: sent(server, index)[-1] for index, request in enumerate(server.requests)} == {
        "a/one": results[0],
        "b/two": results[1],
        "c/three": {"role": "user", "content": "Look"},
    }
    ask(chat, "And now?")
    assert [len(messages) for messages in chat.history.values()] == [6, 6, 4]


@STREAMED
def test_the_messages_of_a_single_call_are_held_to_the_same(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    once = Call(MODEL, client=client)
    asked: list[Any] = [
        {"role": "user", "content": "Look"},
        {"role": "assistant", "content": None, "tool_calls": [call("c0"), call("c1", BROKEN[0])]},
    ]

    with pytest.raises(errors.ArgumentError, match=r": 'c0' \(look\)\."):
        talk.say(once, asked, streamed=streamed)
    assert server.requests == []
    talk.say(once, [*asked, result("c0")], streamed=streamed)

    assert [each["id"] for each in sent(server)[1]["tool_calls"]] == ["c0"]


def test_calls_that_the_server_answers_itself_wait_for_nobody() -> None:
    searched = {"id": "s0", "type": "openrouter:web_search", "function": {"name": "search", "arguments": "{}"}}
    custom = {"id": "k0", "type": "custom", "custom": {"name": "shell", "input": "ls"}}
    messages = [{"role": "assistant", "content": "", "tool_calls": [searched, "odd", custom]}]

    with pytest.raises(errors.ArgumentError, match=r": 'k0' \(shell\)\."):
        refuse_open_calls(messages, MODEL)
    refuse_open_calls([*messages, result("k0")], MODEL)
    assert sound_calls(messages) == messages


_ids = st.sampled_from(["i", "j", ""])
_sent_calls = st.lists(st.builds(call, _ids, st.sampled_from(["{}", "{", None])), max_size=3)
_messages = st.lists(
    st.builds(result, _ids)
    | st.just({"role": "user", "content": "q"})
    | st.fixed_dictionaries({"role": st.just("assistant"), "content": st.just("a"), "tool_calls": _sent_calls}),
    max_size=8,
)


@given(_messages)
def test_after_skipping_no_call_is_open_and_every_result_stays_where_it_was(messages: list[dict[str, Any]]) -> None:
    whole = list(messages)
    added = skipped_calls(messages, "Skipped.")
    for place, message in added:
        whole.insert(place, message)

    assert skipped_calls(whole, "Skipped.") == []
    assert [message for message in whole if message.get("content") != "Skipped."] == messages
