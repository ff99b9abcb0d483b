"""Runs that go well: what is sent, what comes back, what is told."""

from __future__ import annotations

import asyncio
import base64
import inspect
import threading
import typing
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, RunState, ToolContext, content, errors, models, testing, tool, tools
from tests.conftest import MakeClient
from tests.helpers.api import ASK, Api
from tests.schema.kinds import Point
from tests.tools.running import Runner, asks, by_turns, contents

PIXEL = "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(24)).decode()
REQUEST_ID: ContextVar[str] = ContextVar("REQUEST_ID", default="none")


def weather(city: str, days: int = 1) -> str:
    """The weather in a city."""
    return f"rain in {city} for {days}"


async def population(city: str) -> dict[str, Any]:
    """How many live there."""
    await asyncio.sleep(0)
    return {"city": city, "people": 1000}


def test_calls_are_run_and_their_results_sent_back_in_order(runner: Runner) -> None:
    first = asks(("population", {"city": "Rome"}), ("weather", {"city": "Bern", "days": 2}))

    result = runner.run(first, testing.reply("It rains."), tools=[weather, population], temperature=0.5)

    assert (result.text, result.stopped_by) == ("It rains.", "answer")
    assert contents(result) == ['{"city":"Rome","people":1000}', "rain in Bern for 2"]
    asked, told = runner.bodies
    assert [one["function"]["name"] for one in asked["tools"]] == ["weather", "population"]
    assert told["tools"] == asked["tools"]
    assert asked["temperature"] == told["temperature"] == 0.5
    assert [message["role"] for message in told["messages"]] == ["user", "assistant", "tool", "tool"]
    assert [*told["messages"], {"role": "assistant", "content": "It rains."}] == result.messages
    ids = [call["id"] for call in told["messages"][1]["tool_calls"]]
    assert [message["tool_call_id"] for message in told["messages"][2:]] == ids


def test_steps_hold_answers_calls_results_usage_cost_and_duration(runner: Runner) -> None:
    result = runner.run(
        asks(("weather", {"city": "Rome"}), usage={"cost": 0.25, "prompt_tokens": 5, "total_tokens": 9}),
        testing.reply("Rain.", usage={"cost": 0.5, "prompt_tokens": 7, "total_tokens": 8}),
        tools=[weather],
    )
    first, last = result.steps

    assert (first.number, last.number) == (1, 2)
    assert [(call.name, call.arguments, call.status) for call in first.calls] == [("weather", {"city": "Rome"}, "done")]
    assert [one.value for one in first.results] == ["rain in Rome for 1"]
    assert not first.results[0].is_error
    assert (first.cost, last.cost, result.cost) == (0.25, 0.5, 0.75)
    assert (result.usage.prompt_tokens, result.usage.total_tokens, result.usage.turns) == (12, 17, 2)
    assert first.duration_s >= first.results[0].duration_s >= 0
    assert last.calls == []
    assert result.answer is last.answer
    assert result.messages[1] == first.message


def test_a_run_without_tools_is_one_answer(runner: Runner) -> None:
    result = runner.run(testing.reply("Hi"))

    assert (result.text, result.stopped_by, len(result.steps)) == ("Hi", "answer", 1)
    assert "tools" not in runner.bodies[0]


def test_server_tools_models_and_definitions_are_mixed_in(runner: Runner) -> None:
    server_tool: dict[str, Any] = {"type": "openrouter:web_search", "parameters": {"max_results": 3}}
    as_model = models.DatetimeServerTool.from_dict({"type": "openrouter:datetime"})

    runner.run(testing.reply("Hi"), tools=[server_tool, weather, as_model, tool(population, name="people")])

    sent = runner.bodies[0]["tools"]
    assert [sent[0], sent[2]] == [server_tool, {"type": "openrouter:datetime"}]
    assert [one["function"]["name"] for one in (sent[1], sent[3])] == ["weather", "people"]


def test_calls_of_one_answer_run_at_the_same_time(runner: Runner) -> None:
    meeting = threading.Barrier(3, timeout=30)

    def meet(name: str) -> str:
        """Wait for the others."""
        meeting.wait()
        return name

    calls = [("meet", {"name": name}) for name in "abc"]
    result = runner.run(asks(*calls), testing.reply("Done"), tools=[meet])

    assert contents(result) == ["a", "b", "c"]


def test_async_tools_run_at_the_same_time(runner: Runner) -> None:
    arrived: list[str] = []
    everybody = asyncio.Event()

    async def meet(name: str) -> str:
        """Wait for the others."""
        arrived.append(name)
        if len(arrived) == 3:
            everybody.set()
        async with asyncio.timeout(30):
            await everybody.wait()
        return name

    calls = [("meet", {"name": name}) for name in "abc"]
    result = runner.run(asks(*calls), testing.reply("Done"), tools=[meet])

    assert contents(result) == ["a", "b", "c"]


def test_without_parallel_calls_run_in_turn_and_plain_ones_in_the_callers_thread(runner: Runner) -> None:
    seen: list[tuple[str, bool]] = []

    def look(name: str) -> str:
        """Look."""
        seen.append((f"begin {name}", threading.current_thread() is threading.main_thread()))
        seen.append((f"end {name}", threading.current_thread() is threading.main_thread()))
        return name

    calls = [("look", {"name": name}) for name in "ab"]
    runner.run(asks(*calls), testing.reply("Done"), tools=[look], parallel=False)

    assert [text for text, _ in seen] == ["begin a", "end a", "begin b", "end b"]
    assert {mine for _, mine in seen} == {not runner.is_async}


def test_tools_are_told_the_context_of_the_run_or_their_own(runner: Runner) -> None:
    seen: list[tuple[Any, ...]] = []

    def look(city: str, context: ToolContext[Any]) -> None:
        """Look."""
        seen.append((context.value, context.tool, dict(context.arguments), context.step, bool(context.call_id)))

    runner.run(
        asks(("look", {"city": "a"}), ("mine", {"city": "b"})),
        testing.reply("Done"),
        tools=[look, tool(look, name="mine", context="own")],
        context={"user": 7},
    )

    assert sorted(seen, key=lambda one: str(one[1])) == [
        ({"user": 7}, "look", {"city": "a"}, 1, True),
        ("own", "mine", {"city": "b"}, 1, True),
    ]


def test_tools_see_the_context_variables_of_the_caller(runner: Runner) -> None:
    def look() -> str:
        """Look."""
        return REQUEST_ID.get()

    async def later() -> str:
        """Look later."""
        return REQUEST_ID.get()

    token = REQUEST_ID.set("r1")
    result = runner.run(asks("look", "later"), testing.reply("Done"), tools=[look, later])
    REQUEST_ID.reset(token)

    # a runner's loop has a context of its own, in which nobody set it
    expected = "none" if runner.is_async else "r1"
    assert contents(result) == [expected, expected]


@by_turns(
    "value, told",
    [
        ("text", "text"),
        (None, "null"),
        ({"a": [1, True]}, '{"a":[1,true]}'),
        ([1, "a"], '[1,"a"]'),
        (3, "3"),
        (content.text("seen"), [{"type": "text", "text": "seen"}]),
        (
            ["This:", content.image(PIXEL)],
            [{"type": "text", "text": "This:"}, {"type": "image_url", "image_url": {"url": PIXEL}}],
        ),
    ],
)
def test_results_are_text_json_or_content_parts(runner: Runner, value: Any, told: Any) -> None:
    def look() -> Any:
        """Look."""
        return value

    result = runner.run(asks("look"), testing.reply("Done"), tools=[look])

    assert contents(result) == [told]
    assert result.steps[0].results[0].value is value


def test_events_tell_what_happens_in_order(runner: Runner) -> None:
    def look(context: ToolContext[None]) -> str:
        """Look."""
        context.progress(0.5)
        return "seen"

    result = runner.run(asks("look", reasoning="Hm."), testing.reply("It is."), tools=[look])
    kinds = [event.type for event in runner.events if not event.type.endswith("_delta")]
    deltas = "".join(event.text for event in runner.told(tools.TextDelta))

    assert kinds == [
        "tool_call_started",
        "tool_progress",
        "tool_call_finished",
        "step_finished",
        "step_finished",
        "run_finished",
    ]
    assert runner.told(tools.ToolProgress)[0].value == 0.5
    assert runner.told(tools.ToolCallFinished)[0].result.content == "seen"
    assert runner.events[-1] == tools.RunFinished(result)
    assert deltas == ("It is." if runner.streamed else "")
    assert "".join(event.text for event in runner.told(tools.ReasoningDelta)) == ("Hm." if runner.streamed else "")


def test_what_an_event_function_raises_ends_the_run_and_the_rest_is_on_the_exception(runner: Runner) -> None:
    def stop(event: tools.RunEvent) -> None:
        if isinstance(event, tools.ToolCallFinished):
            raise LookupError("enough")

    with pytest.raises(LookupError, match="enough") as caught:
        runner.run(asks("look"), tools=[lookup], on_event=stop)

    partial = tools.partial_run(caught.value)
    assert partial is not None
    assert contents(partial) == ["seen"]
    assert partial.stopped_by is None


@tool(name="look")
def lookup() -> str:
    """Look."""
    return "seen"


def test_reasoning_and_signatures_go_back_as_they_came(runner: Runner) -> None:
    details = [
        {"type": "reasoning.text", "text": "Hm.", "signature": "c2ln", "format": "anthropic-claude-v1", "index": 0},
        {"type": "reasoning.encrypted", "data": "gAAA", "id": "rs_1", "format": "openai-responses-v1", "index": 1},
    ]

    result = runner.run(asks("look", reasoning_details=details), testing.reply("Done"), tools=[lookup])

    message = runner.bodies[1]["messages"][1]
    assert message["reasoning_details"] == details
    assert message == result.messages[1]
    assert message["reasoning"] == "Hm."


def test_an_error_between_answers_carries_what_the_run_had_come_to(runner: Runner) -> None:
    with pytest.raises(errors.BadRequestResponseError) as caught:
        runner.run(asks("look"), testing.error(400, "No more"), tools=[lookup])

    partial = tools.partial_run(caught.value)
    assert partial is not None
    assert (contents(partial), partial.stopped_by, len(partial.steps)) == (["seen"], None, 1)

    result = runner.resume(partial, testing.reply("After all"))

    assert (result.text, contents(result)) == ("After all", ["seen"])


@pytest.mark.parametrize(
    ("arguments", "raises", "says"),
    [
        ({"tools": [3]}, TypeError, r"tools\[0\] is a int: give functions, tools, dicts or models"),
        ({"tools": lookup}, TypeError, "tools must be a list of tools, not Tool"),
        ({"tools": "look"}, TypeError, "tools must be a list of tools, not str"),
        ({"max_stepz": 3}, TypeError, "'max_stepz'; did you mean 'max_steps'"),
        ({"tools": [lookup, lookup]}, errors.ArgumentError, "two tools named 'look'"),
        ({"max_steps": 0}, errors.ArgumentError, "max_steps must be at least 1, not 0"),
        ({"max_steps": "3"}, TypeError, "max_steps must be a whole number, not '3'"),
        ({"repeated_calls": 1}, errors.ArgumentError, "repeated_calls must be at least 2"),
        (
            {"stop_when": population},
            TypeError,
            "stop_when takes plain functions of the steps: nobody awaits an async one",
        ),
        ({"stop_when": [3]}, TypeError, "stop_when takes functions of the steps, not int"),
        ({"messages": "Hi"}, TypeError, "messages must be a list of messages, not str"),
        ({"messages": None}, TypeError, "messages must be a list of messages, not None"),
        (
            {"temprature": 1},
            TypeError,
            r"run(_async)?\(\) got an unexpected .* 'temprature'; did you mean",
        ),
        ({"extra_body": {"tools": []}}, errors.ArgumentError, "extra_body holds 'tools', which the run decides"),
        ({"on_event": 3}, TypeError, "on_event must be callable, not int"),
        ({"on_state": "run.json"}, TypeError, "on_state must be callable, not str"),
        ({"timeout_ms": 0}, errors.ArgumentError, "timeout_ms"),
    ],
)
def test_wrong_arguments_are_refused_before_anything_is_sent(
    runner: Runner, arguments: dict[str, Any], raises: type[Exception], says: str
) -> None:
    with pytest.raises(raises, match=says):
        runner.start(**arguments)

    assert runner.server.requests == []


def test_the_signature_of_run_holds_that_of_send_and_more() -> None:
    chat: Any = OpenRouter.chat

    for name in ("run", "run_async"):
        sent = inspect.signature(chat.send).parameters
        run = inspect.signature(getattr(chat, name)).parameters

        assert [key for key in sent if key not in run] == []
        assert set(run) - set(sent) >= {"max_steps", "stop_when", "context", "state_file"}
        assert typing.get_type_hints(getattr(chat, name))["on_state"]
        assert "max_steps: Answers after which the run stops." in (getattr(chat, name).__doc__ or "")


def test_the_state_of_a_finished_run_gives_its_result_at_once(runner: Runner) -> None:
    result = runner.run(testing.reply("Hi"))

    again = runner.resume(RunState.from_dict(result.state.to_dict()))

    assert (again.text, again.stopped_by, len(runner.bodies)) == ("Hi", "answer", 1)
    assert ASK[0] in again.messages


def test_a_sync_run_refuses_async_watchers(make_client: MakeClient) -> None:
    async def watch(_event: object) -> None: ...

    for name in ("on_event", "on_state"):
        given: dict[str, Any] = {name: watch}
        with pytest.raises(TypeError, match=f"{name} must be a plain function"):
            make_client().chat.run(messages=ASK, **given)


def test_reasoning_records_that_come_again_are_sent_once_or_renamed(runner: Runner) -> None:
    record = {"type": "reasoning.encrypted", "data": "gAAA", "id": "rs_1", "format": "openai-responses-v1", "index": 0}
    other = {**record, "data": "gBBB"}

    runner.run(
        asks("look", reasoning_details=[record]),
        asks("look", reasoning_details=[record]),
        asks("look", reasoning_details=[other]),
        testing.reply("Done"),
        tools=[lookup],
        repeated_calls=None,
    )

    answers = [message for message in runner.bodies[-1]["messages"] if message["role"] == "assistant"]
    assert [[one["id"] for one in answer["reasoning_details"]] for answer in answers] == [["rs_1"], [], ["rs_1_2"]]


def test_the_last_answer_may_be_asked_for_as_a_type(runner: Runner, tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    answers = [asks("look"), testing.reply('{"x": 1, "y": 2}')]

    result = runner.run(*answers, tools=[lookup], response_format=Point, state_file=file)

    assert result.answer is not None
    assert result.answer.parse(Point) == Point(1, 2)
    assert [body["response_format"]["type"] for body in runner.bodies] == ["json_schema"] * 2
    assert RunState.load(file).request["response_format"]["type"] == "json_schema"


def test_the_repr_of_a_result_is_short_and_holds_no_message(runner: Runner) -> None:
    asked = [{"role": "user", "content": "a question of mine"}]

    result = runner.run(testing.reply("word " * 100, usage={"cost": 0.5}), messages=asked)

    assert repr(result).startswith("RunResult(stopped_by='answer', steps=1, cost=0.5, text='word word")
    assert len(repr(result)) < 200
    assert "a question of mine" not in repr(result)


@pytest.mark.parametrize("colour", ["send", "stream"])
def test_send_says_who_runs_functions(api: Api, client: OpenRouter, colour: str) -> None:
    for given in (weather, tool(weather)):
        with pytest.raises(TypeError, match=r"tools\[0\] is a \w+: chat\.run\(\) runs functions"):
            getattr(api, colour)(client, tools=[given])
