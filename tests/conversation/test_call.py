"""`Call`, which asks the same way and remembers nothing."""

from __future__ import annotations

from openrouter_sdk import Call, OpenRouter, testing
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
