"""`Call`, which asks the same way and remembers nothing."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter_sdk import Call, OpenRouter, errors, testing
from tests.conversation.talking import Talk, sent

MODEL = "a/model"


def test_a_call_answers_any_number_of_questions_at_once(client: OpenRouter, server: testing.Server) -> None:
    call = Call(MODEL, system="Be brief.", client=client)

    with call.stream("One two") as stream:
        next(stream)
        assert call("Three") == "Three"
        assert list(stream) == [" two"]

    assert [message["content"] for message in sent(server)] == ["Be brief.", "Three"]


def test_a_call_remembers_nothing(client: OpenRouter, server: testing.Server, talk: Talk) -> None:
    call = Call(MODEL, client=client)

    assert talk.ask(call, "One") == "One"
    assert talk.ask(call, "Two", model="b/model") == "Two"

    assert sent(server) == [{"role": "user", "content": "Two"}]
    assert [request.json["model"] for request in server.requests] == [MODEL, "b/model"]
    assert not hasattr(call, "history")
    assert not hasattr(call, "usage")


def test_a_call_gives_the_whole_answer(client: OpenRouter, server: testing.Server, talk: Talk) -> None:
    server.enqueue(testing.reply("Hi.", usage={"cost": 0.5}))
    call = Call(MODEL, system="Be brief.", client=client, seed=1)

    first = talk.whole(call, "Hello")
    other = talk.whole(call, ["Hello", "there"], model="b/model")

    assert (first.text, first.usage.cost, first.finish_reason) == ("Hi.", 0.5, "stop")
    assert other.model == "b/model"
    assert server.requests[0].json["seed"] == 1
    assert sent(server, 0)[0]["role"] == "system"


def test_a_call_to_several_gives_the_whole_answers_that_came(
    client: OpenRouter, server: testing.Server, talk: Talk
) -> None:

    def answer(request: testing.Request) -> Any:
        return testing.error(403) if request.json["model"] == MODEL else testing.reply("Hi")

    server.enqueue(answer, answer)
    found = talk.whole(Call([MODEL, "b/model"], client=client), "Hi")

    assert {model: result.text for model, result in found.items()} == {"b/model": "Hi"}
    with pytest.raises(errors.ForbiddenResponseError):
        found[MODEL]


@pytest.mark.parametrize("wanted", [True, False])
def test_a_call_makes_no_session_id(wanted: bool) -> None:
    with pytest.raises(TypeError, match="session_id"):
        Call(MODEL, session_id=wanted)
