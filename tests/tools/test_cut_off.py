"""Streamed answers that are cut off in a run: what they told of their cost counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import Chat, Hooks, RunEndEvent, RunState, errors, testing, tools
from tests.conftest import MakeClient
from tests.helpers.api import MODEL, Api
from tests.tools.running import Runner, asks

SPENT = {"cost": 0.5, "prompt_tokens": 7, "completion_tokens": 2, "total_tokens": 9}


@pytest.fixture
def runner(api: Api, make_client: MakeClient, server: testing.Server) -> Runner:
    """Streamed runs alone."""
    return Runner(api, make_client(real_time=True), server, streamed=True)


def cut_off(**fields: Any) -> Any:
    """A stream that tells its usage and ends without its end."""
    chunk = {"id": "gen-1", "model": "a/m", "choices": [{"index": 0, "delta": {"content": "It is"}}], **fields}
    return testing.raw(200, {"Content-Type": "text/event-stream"}, f"data: {json.dumps(chunk)}\n\n")


def look() -> str:
    """Look out of the window."""
    return "a cat"


def asked(cost: float) -> Any:
    return asks("look", usage={"cost": cost, "total_tokens": 1})


def test_an_interrupted_answer_counts_and_the_run_goes_on_with_it(runner: Runner, tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    with pytest.raises(errors.StreamInterruptedError) as caught:
        runner.run(asked(0.25), cut_off(usage=SPENT), tools=[look], state_file=file)

    partial = tools.partial_run(caught.value)
    assert partial is not None
    assert (partial.cost, partial.usage.total_tokens, len(partial.steps)) == (0.75, 10, 1)
    assert RunState.load(file).to_dict() == partial.state.to_dict()

    result = runner.resume(file, testing.reply("A cat.", usage={"cost": 1, "total_tokens": 2}), tools=[look])
    assert (result.text, result.cost, result.usage.total_tokens, result.usage.turns) == ("A cat.", 1.75, 12, 3)
    assert len(result.messages) == 4


def test_an_interrupted_answer_that_told_nothing_adds_nothing(runner: Runner) -> None:
    with pytest.raises(errors.StreamInterruptedError) as caught:
        runner.run(asked(0.25), cut_off(), tools=[look])

    partial = tools.partial_run(caught.value)
    assert partial is not None
    assert (partial.cost, partial.usage.turns) == (0.25, 1)


def test_a_run_that_is_left_in_the_middle_of_an_answer_counts_it(runner: Runner) -> None:
    runner.server.enqueue(cut_off(usage=SPENT))
    made = runner.start(tools=[look])
    if runner.is_async:

        async def leave() -> None:
            async with made:
                await anext(made)

        runner.api.wait(leave())
    else:
        with made:
            next(made)

    assert (made.result.cost, made.result.steps, made.result.stopped_by) == (0.5, [], None)


def test_hooks_are_told_of_it_at_the_end(runner: Runner, make_client: MakeClient) -> None:
    heard: list[RunEndEvent] = []
    runner.client = make_client(hooks=Hooks(on_run_end=heard.append), real_time=True)

    with pytest.raises(errors.StreamInterruptedError):
        runner.run(asked(0.25), cut_off(usage=SPENT), tools=[look])

    assert [event.cost for event in heard] == [0.75]


def test_a_conversation_counts_it_once(runner: Runner) -> None:
    chat = Chat(MODEL, client=runner.client, tools=[look])
    runner.server.enqueue(asked(0.25), cut_off(usage=SPENT), testing.reply("A cat.", usage={"cost": 1}))

    with pytest.raises(errors.StreamInterruptedError):
        read(runner, chat, "stream", "What is there?")
    assert (chat.cost, chat.history) == (0.75, [])

    assert read(runner, chat, "resume_stream") == "A cat."
    assert (chat.cost, [turn.cost for turn in chat.turns]) == (1.75, [0.25, 0.5, 1])


def read(runner: Runner, chat: Chat[str], method: str, *question: str) -> str:
    """All that a stream of a conversation gives."""
    if not runner.is_async:
        with getattr(chat, method)(*question) as stream:
            return "".join(stream)

    async def whole() -> str:
        async with getattr(chat, f"{method}_async")(*question) as stream:
            return "".join([piece async for piece in stream])

    text: str = runner.api.wait(whole())
    return text
