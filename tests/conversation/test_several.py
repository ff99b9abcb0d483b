"""One question to several models."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from openrouter_sdk import Call, Chat, OpenRouter, errors, testing
from tests.conversation.holding import holding_server
from tests.conversation.talking import Talk

A, B, C = "a/one", "b/two", "c/three"


def by_model(**answers: Any) -> Any:
    """An answer that depends on the model asked; `one=`, `two=` and `three=` name them."""
    return lambda request: answers[request.json["model"].split("/")[1]]


@pytest.mark.parametrize("asker", [Chat, Call])
def test_twenty_models_are_asked_at_the_same_time(talk: Talk, asker: Any) -> None:
    models = [f"author/model-{number}" for number in range(20)]
    with holding_server(len(models)) as url, OpenRouter(server_url=url, api_key="test") as client:
        answers = talk.ask(asker(models, client=client, retries=0), "Who are you?")
        talk.run(client.aclose())

    assert answers.errors == {}
    assert list(answers.items()) == [(model, f"I am {model}.") for model in models]


@pytest.mark.parametrize("asker", [Chat, Call])
def test_streams_of_several_models_run_at_the_same_time(talk: Talk, asker: Any) -> None:
    models = [f"author/model-{number}" for number in range(5)]
    with holding_server(len(models)) as url, OpenRouter(server_url=url, api_key="test") as client:
        pieces = talk.stream(asker(models, client=client, retries=0), "Who are you?")
        talk.run(client.aclose())

    assert sorted(pieces) == [(model, f"I am {model}.") for model in models]


def test_a_model_that_fails_does_not_lose_the_answers_of_others(
    client: OpenRouter, server: testing.Server, talk: Talk
) -> None:
    answer = by_model(one=testing.reply("Yes."), two=testing.error(403, "Not you"), three=testing.reply("No."))
    server.enqueue(answer, answer, answer)
    chat = Chat([A, B, C], client=client)

    answers = talk.ask(chat, "Well?")

    assert dict(answers) == {A: "Yes.", C: "No."}
    assert list(answers.errors) == [B]
    with pytest.raises(errors.ForbiddenResponseError, match="Not you"):
        answers[B]
    for unknown in ("nobody", 0):
        with pytest.raises(KeyError, match=rf"no answer of {unknown!r}: asked were 'a/one', 'c/three', 'b/two'"):
            answers[unknown]  # type: ignore[index]
    assert (
        repr(answers)
        == "{'a/one': 'Yes.', 'c/three': 'No.', 'b/two': <ForbiddenResponseError: 403 Forbidden: Not you>}"
    )
    assert [len(history) for history in chat.history.values()] == [2, 0, 2]
    assert chat.usage[B]["total_tokens"] == 0


def test_the_answers_are_a_dict_that_copies_and_pickles(client: OpenRouter, server: testing.Server) -> None:
    answer = by_model(one=testing.reply("Yes."), two=testing.error(403, "Not you"))
    server.enqueue(answer, answer)

    answers = Chat([A, B], client=client)("Well?")

    assert json.loads(json.dumps(answers)) == {A: "Yes."}
    for twin in (pickle.loads(pickle.dumps(answers)), copy.deepcopy(answers)):  # noqa: S301
        assert twin == answers
        assert isinstance(twin.errors[B], errors.ForbiddenResponseError)


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
def test_the_first_error_is_raised_when_every_model_fails(
    client: OpenRouter, server: testing.Server, talk: Talk, streamed: bool
) -> None:
    answer = by_model(one=testing.error(401, "Who are you?"), two=testing.error(403, "Not you"))
    server.enqueue(answer, answer)
    chat = Chat([A, B], client=client)

    with pytest.raises(errors.UnauthorizedResponseError) as caught:
        talk.stream(chat, "Well?") if streamed else talk.ask(chat, "Well?")

    assert caught.value.__notes__[-1] == "b/two: ForbiddenResponseError: 403 Forbidden: Not you"
    assert chat.history == {A: [], B: []}
    assert talk.ask(chat, "Again?") == {A: "Again?", B: "Again?"}


def test_streams_give_pairs_and_store_each_turn(client: OpenRouter, server: testing.Server, talk: Talk) -> None:
    answer = by_model(one=testing.reply("One two"), two=testing.error(400, "No"), three=testing.reply("Three four"))
    server.enqueue(answer, answer, answer)
    chat = Chat([A, B, C], client=client)

    pieces = talk.stream(chat, "Count")

    for model, words in ((A, ["One", " two"]), (C, ["Three", " four"])):
        assert [piece for asked, piece in pieces if asked == model] == words
        assert chat.history[model][1] == {"role": "assistant", "content": "".join(words)}
    assert {asked for asked, _ in pieces} == {A, C}
    assert chat.history[B] == []


def test_final_holds_the_whole_answers_and_the_errors(client: OpenRouter, server: testing.Server) -> None:
    answer = by_model(one=testing.reply("One"), two=testing.error(400, "No"))
    server.enqueue(answer, answer)
    chat = Chat([A, B], client=client)

    with chat.stream("Count") as stream:
        results = stream.final()

    assert results[A].text == "One"
    assert chat.last[A] is results[A]
    assert chat.last[B] is None
    assert list(results.errors) == list(stream.errors) == [B]
    with pytest.raises(errors.BadRequestResponseError):
        results[B]


def test_streams_that_are_closed_early_end_all_requests_and_store_nothing(
    client: OpenRouter, server: testing.Server, talk: Talk
) -> None:
    endless = testing.reply("word " * 1000, event_delay=0.05)
    server.enqueue(endless, endless)
    chat = Chat([A, B], client=client)

    pieces = talk.read(chat, "Talk", 1)

    assert pieces[0][1] == "word"
    assert server.wait_closed(2)
    assert chat.history == {A: [], B: []}
    assert talk.ask(chat, "Short") == {A: "Short", B: "Short"}


def test_streams_that_are_dropped_end_all_requests(client: OpenRouter, server: testing.Server) -> None:
    endless = testing.reply("word " * 1000, event_delay=0.05)
    server.enqueue(endless, endless)
    chat = Chat([A, B], client=client)

    stream = chat.stream("Talk")
    next(stream)
    del stream

    assert server.wait_closed(2)
    assert chat("Short") == {A: "Short", B: "Short"}


def test_a_list_of_one_model_is_several(client: OpenRouter, server: testing.Server) -> None:
    chat = Chat([A], client=client)

    assert chat("Hi") == {A: "Hi"}
    assert list(chat.history) == list(chat.usage) == [A]
    with pytest.raises(errors.ArgumentError, match="several models"):
        _ = chat.model
    with pytest.raises(errors.ArgumentError, match="several models"):
        chat("Hi", model=B)


@pytest.mark.parametrize(
    ("model", "error"),
    [([], errors.ArgumentError), ("", errors.ArgumentError), ([A, ""], errors.ArgumentError),
     ([A, A], errors.ArgumentError),
     (None, TypeError), ([A, 1], TypeError), (b"a", TypeError)],
)  # fmt: skip
@pytest.mark.parametrize("asker", [Chat, Call])
def test_what_names_no_models_is_refused_at_once(asker: Any, model: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="model"):
        asker(model)


def test_what_every_model_failed_by_is_noted_once(client: OpenRouter, server: testing.Server) -> None:
    answer = by_model(one=testing.error(401, "Who are you?"), two=testing.error(403, "Not you"))
    server.enqueue(answer, answer)

    stream = Chat([A, B], client=client).stream("Well?")
    for _ in range(2):
        with pytest.raises(errors.UnauthorizedResponseError) as caught:
            stream.final()

    told = [note for note in caught.value.__notes__ if note.startswith(B)]
    assert told == ["b/two: ForbiddenResponseError: 403 Forbidden: Not you"]


def test_a_tool_that_ends_the_program_ends_a_stream_of_several(client: OpenRouter, server: testing.Server) -> None:
    def leave() -> None:
        """Leave."""
        raise SystemExit(3)

    server.enqueue(*[testing.reply(None, tool_calls=[("leave", {})])] * 2)
    chat = Chat([A, B], client=client, tools=[leave])

    with pytest.raises(SystemExit):
        list(chat.stream("Well?"))

    server.clear()
    assert chat("Again") == {A: "Again", B: "Again"}
