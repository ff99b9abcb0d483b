"""What the client's hooks are told of runs, their steps and their tools."""

from __future__ import annotations

import asyncio
import threading
from contextvars import ContextVar
from typing import Any

import pytest

from openrouter_sdk import Hooks, ToolContext, errors, testing, tool, tools
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, set_clock
from tests.helpers.fake_time import FakeTime
from tests.tools.running import Runner, asks, contents

SPAN: ContextVar[str] = ContextVar("SPAN", default="none")
SECRET = "the-prompt-of-the-user"


class Ears:
    """Hooks that remember what they were told."""

    def __init__(self, **others: Any) -> None:
        self.heard: list[Any] = []
        names = ("request", "run_start", "run_end", "step_start", "step_end", "tool_start", "tool_end")
        self.hooks = Hooks(**{**{f"on_{name}": self.heard.append for name in names}, **others})

    @property
    def names(self) -> list[str]:
        return [type(event).__name__.removesuffix("Event") for event in self.heard]

    def of(self, name: str) -> list[Any]:
        return [event for event in self.heard if type(event).__name__ == f"{name}Event"]

    def only(self, name: str) -> Any:
        (event,) = self.of(name)
        return event


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def heard(runner: Runner, make_client: MakeClient, ears: Ears) -> Runner:
    """A runner whose client has the hooks."""
    runner.client = make_client(hooks=ears.hooks, real_time=True)
    return runner


def look(city: str) -> str:
    """Look out of the window."""
    return f"rain in {city}"


async def count(city: str) -> int:
    """Count the people."""
    return len(city)


@tool(approve=True)
def book(flight: str) -> str:
    """Book a flight."""
    return flight


def test_a_run_tells_of_its_steps_requests_and_tools(heard: Runner, ears: Ears) -> None:
    usage = {"cost": 0.25, "prompt_tokens": 5, "total_tokens": 9}

    result = heard.run(
        asks(("look", {"city": "Rome"}), usage=usage, model="maker/model-2", headers={"X-Generation-Id": "gen-1"}),
        testing.reply("Rain.", usage=usage, model="maker/model-2"),
        tools=[look],
    )

    assert ears.names == [
        *("RunStart", "StepStart", "Request", "ToolStart", "ToolEnd", "StepEnd"),
        *("StepStart", "Request", "StepEnd", "RunEnd"),
    ]
    run_id = result.state.id
    assert {event.run_id for event in ears.heard} == {run_id}
    start, end = ears.only("RunStart"), ears.only("RunEnd")
    assert (start.model, start.stream, start.tools, start.resumed) == (MODEL, heard.streamed, ("look",), False)
    assert start.messages == ASK
    assert (end.model, end.steps, end.tool_calls, end.stopped_by) == ("maker/model-2", 2, 1, "answer")
    assert (end.cost, end.usage.total_tokens, end.error, end.error_type) == (0.5, 18, None, None)
    assert end.result == result
    assert [(event.step, event.model) for event in ears.of("StepStart")] == [(1, MODEL), (2, MODEL)]
    first, last = ears.of("StepEnd")
    assert (first.step, first.tool_calls, first.pending, first.generation_id) == (1, ("look",), (), "gen-1")
    assert (last.step, last.tool_calls, last.finish_reason, last.cost, last.answer.text) == (
        2,
        (),
        "stop",
        0.25,
        "Rain.",
    )
    assert first.usage.total_tokens == 9
    assert [event.step for event in ears.of("Request")] == [1, 2]
    assert end.duration_ms >= first.duration_ms >= ears.only("ToolEnd").duration_ms >= 0


def test_a_call_tells_its_name_id_arguments_and_result(heard: Runner, ears: Ears) -> None:
    result = heard.run(
        asks(("look", {"city": "Rome"}), ("count", {"city": "Rome"})), testing.reply("Ok"), tools=[look, count]
    )

    ids = [call.id for call in result.steps[0].calls]
    starts = sorted(ears.of("ToolStart"), key=lambda event: ids.index(event.call_id))
    ends = sorted(ears.of("ToolEnd"), key=lambda event: ids.index(event.call_id))
    assert [(one.name, one.description, one.arguments, one.step) for one in starts] == [
        ("look", "Look out of the window.", {"city": "Rome"}, 1),
        ("count", "Count the people.", {"city": "Rome"}, 1),
    ]
    assert [(one.call_id, one.name, one.result.content, one.error_type, one.error_kind) for one in ends] == [
        (ids[0], "look", "rain in Rome", None, None),
        (ids[1], "count", "4", None, None),
    ]


def test_calls_that_fail_have_a_start_and_an_end_that_says_why(heard: Runner, ears: Ears) -> None:
    def fail() -> str:
        """Fail."""
        raise LookupError("nothing there")

    broken = {"id": "x", "type": "function", "function": {"name": "look", "arguments": "{"}}
    calls = asks(("fail", {}), ("nope", {}), ("look", {"town": 1}), broken)

    heard.run(calls, testing.reply("Ok"), tools=[look, fail])

    assert sorted((one.name, one.error_kind, one.error_type) for one in ears.of("ToolEnd")) == [
        ("fail", "raised", "LookupError"),
        ("look", "bad_arguments", "bad_arguments"),
        ("look", "bad_json", "bad_json"),
        ("nope", "unknown_tool", "unknown_tool"),
    ]
    assert sorted(one.call_id for one in ears.of("ToolStart")) == sorted(one.call_id for one in ears.of("ToolEnd"))


def test_a_pause_ends_the_step_and_the_run_which_go_on_with_the_same_id(heard: Runner, ears: Ears) -> None:
    paused = heard.run(asks(("look", {"city": "Rome"}), ("book", {"flight": "LX1"})), tools=[look, book])

    assert ears.names[-2:] == ["StepEnd", "RunEnd"]
    assert ears.only("StepEnd").pending == (paused.pending[0].id,)
    assert (ears.only("RunEnd").stopped_by, ears.only("RunEnd").error) == ("pending", None)
    paused.approve(paused.pending[0].id)
    ears.heard.clear()

    heard.resume(paused.state.to_dict(), testing.reply("Booked"), tools=[look, book])

    assert ears.names == [
        *("RunStart", "StepStart", "ToolStart", "ToolEnd", "StepEnd"),
        *("StepStart", "Request", "StepEnd", "RunEnd"),
    ]
    assert {event.run_id for event in ears.heard} == {paused.state.id}
    assert ears.only("RunStart").resumed
    assert [(one.step, one.resumed) for one in ears.of("StepStart")] == [(1, True), (2, False)]
    assert ears.only("ToolStart").name == "book"


def test_an_error_ends_step_and_run(heard: Runner, ears: Ears) -> None:
    with pytest.raises(errors.UnauthorizedResponseError):
        heard.run(asks(("look", {"city": "Rome"})), testing.error(401, "no"), tools=[look])

    assert ears.names[-4:] == ["StepStart", "Request", "StepEnd", "RunEnd"]
    step, run = ears.heard[-2:]
    assert (step.step, step.model, step.answer, step.error_type) == (2, MODEL, None, "UnauthorizedResponseError")
    assert (run.stopped_by, run.steps, run.error_type) == (None, 1, "UnauthorizedResponseError")


@pytest.mark.parametrize("kind", ["plain", "later"])
def test_a_deadline_ends_tools_step_and_run(
    heard: Runner, ears: Ears, make_client: MakeClient, clock: FakeTime, kind: str
) -> None:
    begun = threading.Event()

    def plain(context: ToolContext[Any]) -> None:
        """Wait."""
        begun.set()
        context.stopped.wait()

    async def later() -> None:
        """Wait."""
        begun.set()
        await asyncio.Event().wait()

    def watch(event: tools.RunEvent) -> None:
        if isinstance(event, tools.ToolCallFinished):
            if not heard.is_async:
                begun.wait(30)
            clock.seconds += 60

    set_clock(heard.client, clock)
    calls = asks(("look", {"city": "Rome"}), kind)
    with pytest.raises(errors.RequestTimedOutError):
        heard.run(calls, tools=[look, {"plain": plain, "later": later}[kind]], timeout_ms=50_000, on_event=watch)

    ended = {event.name: event for event in ears.of("ToolEnd")}
    assert (ended["look"].error_kind, ended[kind].error_kind) == (None, "interrupted")
    assert (ended[kind].error_type, ended[kind].result) == ("RequestTimedOutError", None)
    assert ears.names[-2:] == ["StepEnd", "RunEnd"]
    assert {ears.heard[-1].error_type, ears.heard[-2].error_type} == {"RequestTimedOutError"}


def test_a_run_that_is_closed_early_ends_without_an_error(heard: Runner, ears: Ears) -> None:
    heard.server.enqueue(testing.reply("one two three"))
    made = heard.start(tools=[look])
    if heard.is_async:

        async def leave() -> None:
            async with made:
                await anext(made)

        heard.api.wait(leave())
    else:
        with made:
            next(made)

    assert ears.names == ["RunStart", "StepStart", "Request", "StepEnd", "RunEnd"]
    assert (ears.only("StepEnd").error, ears.only("RunEnd").error, ears.only("RunEnd").stopped_by) == (None,) * 3


@pytest.mark.parametrize("parallel", [True, False])
def test_a_context_variable_set_when_a_tool_starts_is_seen_by_the_tool_alone(
    runner: Runner, make_client: MakeClient, *, parallel: bool
) -> None:
    def read() -> str:
        """Read it."""
        return SPAN.get()

    async def read_later() -> str:
        """Read it."""
        return SPAN.get()

    ends: list[str] = []
    ears = Ears(on_tool_start=lambda event: SPAN.set(event.name), on_tool_end=lambda _: ends.append(SPAN.get()))
    runner.client = make_client(hooks=ears.hooks, real_time=True)

    result = runner.run(asks("read", "read_later"), testing.reply("Ok"), tools=[read, read_later], parallel=parallel)

    assert contents(result) == ["read", "read_later"]
    assert sorted(ends) == ["read", "read_later"]
    assert SPAN.get() == "none"


def test_no_content_is_in_a_repr_or_a_log(heard: Runner, ears: Ears, caplog: pytest.LogCaptureFixture) -> None:
    def echo(text: str) -> str:
        """Say it again."""
        raise ValueError(text)

    with caplog.at_level("DEBUG"):
        heard.run(
            asks(("echo", {"text": SECRET})),
            testing.reply(SECRET),
            tools=[echo],
            messages=[{"role": "user", "content": SECRET}],
        )

    assert SECRET not in repr(ears.heard)
    assert SECRET not in caplog.text


def test_a_hook_that_raises_changes_nothing(runner: Runner, make_client: MakeClient) -> None:
    def broken(_event: object) -> None:
        raise ZeroDivisionError

    names = ("run_start", "run_end", "step_start", "step_end", "tool_start", "tool_end")
    hooks = Hooks(**{f"on_{name}": broken for name in names})
    runner.client = make_client(hooks=hooks, real_time=True)

    result = runner.run(asks(("look", {"city": "Rome"})), testing.reply("Ok"), tools=[look])

    assert (result.text, contents(result)) == ("Ok", ["rain in Rome"])
