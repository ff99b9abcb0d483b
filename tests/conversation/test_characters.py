"""The pieces of a streamed answer are whole characters, as in the stream beneath."""

from __future__ import annotations

import pytest

from openrouter_sdk import Chat, OpenRouter, testing
from tests.conversation.talking import Talk
from tests.streams.wire import DONE, event, streamed, text

HALVES = streamed(text("a\ud83d"), text("\ude00b"), text("", "stop"), DONE)


@pytest.mark.parametrize("models", ["a/one", ["a/one", "b/two"]])
def test_a_character_that_the_stream_cut_in_two_comes_whole(
    models: str | list[str], talk: Talk, server: testing.Server
) -> None:
    server.enqueue(HALVES, HALVES)
    with OpenRouter(server_url=server.url, api_key="test") as client:
        chat = Chat(models, client=client)
        pieces = talk.stream(chat, "Smile!")
        talk.run(client.aclose())

    if isinstance(models, str):
        assert pieces == ["a", "😀b"]
    else:
        assert sorted(pieces) == [("a/one", "a"), ("a/one", "😀b"), ("b/two", "a"), ("b/two", "😀b")]


@pytest.mark.parametrize("models", ["a/one", ["a/one", "b/two"]])
def test_the_pieces_of_a_choice_that_is_not_the_first_are_given_where_it_is_alone(
    models: str | list[str], talk: Talk, server: testing.Server
) -> None:
    pieces = [{"choices": [{"index": 1, "delta": {"content": each}}]} for each in "abc"]
    end = {"choices": [{"index": 1, "delta": {}, "finish_reason": "stop"}]}
    answer = streamed(*map(event, [*pieces, end]), DONE)
    server.enqueue(answer, answer)
    with OpenRouter(server_url=server.url, api_key="test") as client:
        found = talk.stream(Chat(models, client=client), "Count!")
        talk.run(client.aclose())

    names = [models] if isinstance(models, str) else models
    told = [("a/one", each) for each in found] if isinstance(models, str) else found
    assert {name: "".join(text for model, text in told if model == name) for name in names} == dict.fromkeys(
        names, "abc"
    )
