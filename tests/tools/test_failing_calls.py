"""Calls that fail: the model is told what was wrong, whoever watches sees it, and there is an end to it."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from typing import Annotated, Any

import pytest
from pydantic import AfterValidator

from openrouter_sdk import StopRun, ToolContext, ToolError, models, testing, tool, tools
from openrouter_sdk.custom.tools.results import outcome
from tests.schema.kinds import Point
from tests.tools.mcp_answers import PIXEL
from tests.tools.running import Runner, asks, by_turns, contents

SECRET = "sk-or-v1-" + "a" * 40


def weather(city: str, days: int = 1) -> str:
    """The weather in a city."""
    return f"rain in {city} for {days}"


def place(point: Point) -> int:
    """Place a point."""
    return point.x


def fails(how: str) -> str:
    """Fail."""
    if how == "tool error":
        raise ToolError("no such city: " + "x" * 2_000)
    if how == "secret":
        raise ValueError(f"Bearer {SECRET} was refused\nby the server")
    if how == "long":
        raise ValueError("y" * 5_000)
    if how == "nothing":
        raise KeyError
    raise RecursionError(how)


def wire(arguments: Any, **fields: Any) -> dict[str, Any]:
    """A call of `weather` as it came."""
    return {"id": "c1", "type": "function", "function": {"name": "weather", "arguments": arguments}, **fields}


@by_turns(
    "call, kind, says",
    [
        (("wether", {"city": "Rome"}), "unknown_tool", "there is no tool 'wether'; there are: weather, place, fails"),
        (wire('{"city": "Ro'), "bad_json", "the arguments of a call of 'weather' are not JSON"),
        (wire("[1]"), "bad_json", "are not a JSON object but list"),
        (wire('{"city": "Rome", "days": 1e999}'), "bad_json", "the arguments cannot be read: Out of range float"),
        (wire('{"town": "Rome"}'), "bad_arguments", "city: Field required; town: Extra inputs are not permitted"),
        (("weather", {"city": "Rome", "days": "two"}), "bad_arguments", "days: Input should be a valid integer"),
        (("place", {"point": {"y": 1}}), "bad_arguments", "point.x: Field required"),
        (("fails", {"how": "tool error"}), "tool_error", "Error: no such city: " + "x" * 2_000),
        (("fails", {"how": "secret"}), "raised", "Error: ValueError: Bearer *** was refused"),
        (("fails", {"how": "nothing"}), "raised", "Error: KeyError"),
        (("fails", {"how": "deep"}), "raised", "Error: RecursionError: deep"),
    ],
)
def test_a_failed_call_is_told_to_the_model_which_may_correct_it(
    runner: Runner, call: Any, kind: str, says: str
) -> None:
    better = asks(("weather", {"city": "Rome"}))

    result = runner.run(asks(call), better, testing.reply("Rain."), tools=[weather, place, fails])

    failed, made = result.steps[0].calls[0].result, result.steps[1].calls[0].result
    assert failed is not None
    assert made is not None
    assert (failed.error_kind, failed.is_error, made.is_error) == (kind, True, False)
    assert says in str(failed.content)
    assert contents(result) == [failed.content, "rain in Rome for 1"]
    assert (result.text, result.stopped_by) == ("Rain.", "answer")
    assert [event.result for event in runner.told(tools.ToolCallFinished)] == [failed, made]
    sent = [one["function"]["arguments"] for one in runner.bodies[1]["messages"][1]["tool_calls"]]
    assert sent == ["{}" if kind == "bad_json" else result.steps[0].calls[0].raw]


def test_what_a_tool_raises_is_bounded_masked_and_without_traceback(runner: Runner) -> None:
    calls = [("fails", {"how": "secret"}), ("fails", {"how": "long"})]

    result = runner.run(asks(*calls), testing.reply("Sorry."), tools=[fails])

    secret, long = contents(result)
    assert SECRET not in secret
    assert "Traceback" not in secret + long
    assert len(long) < 700
    assert isinstance(result.steps[0].results[0].error, ValueError)
    assert SECRET not in result.state.to_json()


@pytest.mark.parametrize("raw", ["", "  ", None, "null", {}], ids=repr)
def test_no_arguments_are_an_empty_object(runner: Runner, raw: Any) -> None:
    def now() -> str:
        """The time."""
        return "noon"

    call = {"id": "c1", "type": "function", "function": {"name": "now", "arguments": raw}}
    result = runner.run(asks(call), testing.reply("Noon."), tools=[now])

    assert contents(result) == ["noon"]
    assert result.messages[1]["tool_calls"][0]["function"]["arguments"] == "{}"


@pytest.mark.parametrize("kind", ["", None, "absent"], ids=repr)
def test_calls_without_type_and_id_are_run_and_sent_back_with_both(runner: Runner, kind: Any) -> None:
    def bare(**fields: Any) -> str:
        message = {"role": "assistant", "content": None, "tool_calls": [fields]}
        return json.dumps({"id": "g", "choices": [{"index": 0, "message": message, "finish_reason": "tool_calls"}]})

    fields: dict[str, Any] = {"function": {"name": "weather", "arguments": '{"city": "Rome"}'}}
    if kind != "absent":
        fields |= {"type": kind, "id": kind}
    answer = testing.raw(200, {"Content-Type": "application/json"}, bare(**fields))

    result = runner.run(answer, testing.reply("Rain."), tools=[weather])

    (sent,) = result.messages[1]["tool_calls"]
    assert contents(result) == ["rain in Rome for 1"]
    assert sent["type"] == "function"
    assert sent["id"] == result.messages[2]["tool_call_id"] != ""


def test_ids_that_come_twice_are_told_apart(runner: Runner) -> None:
    first = asks(wire('{"city": "a"}'), wire('{"city": "b"}'))
    again = asks(wire('{"city": "c"}'))

    result = runner.run(first, again, testing.reply("Done"), tools=[weather])

    calls = [call for step in result.steps for call in step.calls]
    assert len({call.id for call in calls}) == 3
    assert [one["tool_call_id"] for one in result.messages if one["role"] == "tool"] == [call.id for call in calls]
    assert contents(result) == [f"rain in {city} for 1" for city in "abc"]
    assert [one["id"] for one in result.messages[1]["tool_calls"]] == [call.id for call in calls[:2]]


def test_calls_that_end_with_stop_are_run(runner: Runner) -> None:
    result = runner.run(
        asks(("weather", {"city": "Rome"}), finish_reason="stop"), testing.reply("Rain."), tools=[weather]
    )

    assert contents(result) == ["rain in Rome for 1"]


@pytest.mark.parametrize("limit", [1, 3])
def test_too_many_failed_calls_end_the_run(runner: Runner, limit: int) -> None:
    answers = [asks(("fails", {"how": f"try {number}"})) for number in range(limit)]

    result = runner.run(*answers, testing.reply("I give up."), tools=[fails], max_tool_errors=limit)

    assert (result.stopped_by, result.text) == ("max_tool_errors", "I give up.")
    assert len(result.steps) == limit + 1
    assert runner.bodies[-1]["tool_choice"] == "none"
    assert runner.bodies[-1]["tools"] == runner.bodies[0]["tools"]


def test_a_call_that_takes_too_long_is_told_and_its_late_result_dropped(runner: Runner) -> None:
    cancelled, may_end = threading.Event(), threading.Event()

    @tool(timeout_s=0.05)
    def slow(context: ToolContext[None]) -> str:
        """Take long."""
        while not context.cancelled:
            time.sleep(0.001)  # real time: until the limit of the call has passed
        cancelled.set()
        may_end.wait(30)
        return "late"

    result = runner.run(asks("slow", ("weather", {"city": "Rome"})), testing.reply("Done"), tools=[slow, weather])

    assert contents(result) == ["Error: the tool took longer than 0.05 s", "rain in Rome for 1"]
    assert result.steps[0].results[0].error_kind == "timeout"
    assert cancelled.wait(30)
    may_end.set()


def test_an_async_call_that_takes_too_long_is_cancelled(runner: Runner) -> None:
    ended = threading.Event()

    @tool(timeout_s=0.05)
    async def slow() -> str:
        """Take long."""
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()
        return "late"

    result = runner.run(asks("slow"), testing.reply("Done"), tools=[slow])

    assert contents(result) == ["Error: the tool took longer than 0.05 s"]
    assert ended.wait(30)


def test_a_timeout_of_the_tools_own_is_its_error(runner: Runner) -> None:
    @tool(timeout_s=60)
    def slow() -> str:
        """Take long."""
        raise TimeoutError("of the database")

    result = runner.run(asks("slow"), testing.reply("Done"), tools=[slow])

    assert contents(result) == ["Error: TimeoutError: of the database"]
    assert result.steps[0].results[0].error_kind == "raised"


def test_a_tool_may_end_the_run_with_a_value(runner: Runner) -> None:
    def finish(answer: int) -> str:
        """Finish."""
        raise StopRun({"answer": answer})

    result = runner.run(asks(("weather", {"city": "Rome"}), ("finish", {"answer": 42})), tools=[weather, finish])

    assert (result.stopped_by, result.value) == ("stop_run", {"answer": 42})
    assert contents(result) == ["rain in Rome for 1", '{"answer":42}']
    assert len(runner.bodies) == 1
    assert result.state.from_dict(result.state.to_dict()).steps[0].results[1].value == {"answer": 42}


@pytest.mark.parametrize("colour", ["plain", "async"])
def test_a_tool_that_wants_the_program_to_end_ends_the_run(runner: Runner, colour: str) -> None:
    def leave() -> str:
        """Leave."""
        raise SystemExit(3)

    async def leave_later() -> str:
        """Leave."""
        raise SystemExit(3)

    with pytest.raises(SystemExit) as caught:
        runner.run(asks("leave"), tools=[leave if colour == "plain" else tool(leave_later, name="leave")])

    assert caught.value.code == 3
    assert tools.partial_run(caught.value) is not None


def test_a_result_that_has_no_json_is_an_error_of_the_tool(runner: Runner) -> None:
    circle: list[Any] = []
    circle.append(circle)

    def look() -> Any:
        """Look."""
        return circle

    result = runner.run(asks("look"), testing.reply("Done"), tools=[look])

    assert result.steps[0].results[0].error_kind == "raised"
    assert "Circular reference" in contents(result)[0]


def test_what_a_check_of_an_argument_raises_is_told_bounded_and_masked(runner: Runner) -> None:
    def strange(value: str) -> str:
        raise KeyError(f"{SECRET} {value}")

    def act(value: Annotated[str, AfterValidator(strange)]) -> str:
        """Act."""
        return value

    result = runner.run(asks(("act", {"value": "y" * 5_000})), testing.reply("Ok"), tools=[act])

    (told,) = contents(result)
    assert told.startswith("Error: the arguments do not fit: KeyError: '*** yyy")
    assert len(told) < 700
    assert result.steps[0].results[0].error_kind == "bad_arguments"


def test_a_function_that_gives_something_to_await_is_awaited(runner: Runner) -> None:
    async def fetched() -> str:
        return "rain"

    def look() -> Any:
        """Look."""
        return fetched()

    assert contents(runner.run(asks("look"), testing.reply("Ok"), tools=[look])) == ["rain"]


def test_a_tool_that_cancels_itself_has_failed(runner: Runner) -> None:
    async def look() -> str:
        """Look."""
        raise asyncio.CancelledError

    assert contents(runner.run(asks("look"), testing.reply("Ok"), tools=[look])) == ["Error: CancelledError"]


def test_a_picture_of_an_answer_among_texts_goes_to_the_model(runner: Runner) -> None:
    url = f"data:image/png;base64,{PIXEL}"

    def draw() -> Any:
        """Draw."""
        answer = models.ChatResult.from_dict(
            {"choices": [{"index": 0, "message": {"images": [{"type": "image_url", "image_url": {"url": url}}]}}]}
        )
        return ["Here:", *answer.images]

    (given,) = contents(runner.run(asks("draw"), testing.reply("Ok"), tools=[draw]))

    assert given == [{"type": "text", "text": "Here:"}, {"type": "image_url", "image_url": {"url": url}}]


@pytest.mark.parametrize(("value", "error"), [(None, KeyError("x")), ([object], None)])
def test_a_tool_that_is_waited_for_at_the_end_may_fail_too(value: Any, error: BaseException | None) -> None:
    endless = value or []
    endless.append(endless)

    found = outcome(endless, error)

    assert (found.error_kind, found.is_error) == ("raised", True)


def test_a_tool_that_ends_the_program_ends_a_run_that_calls_one_by_one(runner: Runner) -> None:
    def leave() -> str:
        """Leave."""
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        runner.run(asks("leave"), tools=[leave], parallel=False)
