"""How runs end: turns that may not be run, stop conditions, calls that repeat, the last answer."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter_sdk import errors, testing, tools
from tests.tools.running import Runner, asks, by_turns, contents

RAN: list[str] = []


@pytest.fixture(autouse=True)
def nothing_ran() -> None:
    RAN.clear()


def look(city: str = "Rome") -> str:
    """Look."""
    RAN.append(city)
    return f"seen {city}"


def other() -> str:
    """Do something else."""
    return "other"


@pytest.mark.parametrize("reason", ["length", "content_filter"])
@pytest.mark.parametrize("text", ["So far", None])
def test_nothing_of_a_cut_off_or_filtered_answer_is_run(runner: Runner, reason: str, text: str | None) -> None:
    answer = testing.reply(text, tool_calls=[("look", {"city": "a"}), ("look", {"city": "b"})], finish_reason=reason)

    result = runner.run(answer, tools=[look])

    assert (result.stopped_by, RAN, result.pending) == (reason, [], [])
    assert [message["role"] for message in result.messages] == ["user", "assistant"][: 1 + bool(text)]
    assert "tool_calls" not in result.messages[-1]
    assert len(result.answer.tool_calls if result.answer else []) == 2


@pytest.mark.parametrize(
    ("native", "stopped_by"),
    [("max_tokens", "length"), ("MAX_TOKENS", "length"), ("max_output_tokens", "length"), ("SAFETY", "content_filter")],
)
def test_the_providers_own_word_counts_when_tool_calls_were_cut_off(
    runner: Runner, native: str, stopped_by: str
) -> None:
    answer = asks("look", finish_reason="tool_calls", native_finish_reason=native)

    result = runner.run(answer, tools=[look])

    assert (result.stopped_by, RAN) == (stopped_by, [])


def test_a_cut_off_text_without_calls_says_so(runner: Runner) -> None:
    result = runner.run(testing.reply("Once upon", finish_reason="length"), tools=[look])

    assert (result.text, result.stopped_by) == ("Once upon", "length")


def test_nothing_of_a_failed_answer_is_run(runner: Runner) -> None:
    with pytest.raises(errors.ChatError) as caught:
        runner.run(asks("look", finish_reason="error"), tools=[look])

    partial = tools.partial_run(caught.value)
    assert RAN == []
    assert partial is not None
    assert partial.steps == []


def test_a_failed_answer_that_does_not_raise_ends_the_run(runner: Runner) -> None:
    result = runner.run(asks("look", finish_reason="error"), tools=[look], raise_on_choice_error=False)

    assert (result.stopped_by, RAN) == ("error", [])


def test_nothing_of_an_interrupted_answer_is_run(runner: Runner) -> None:
    event = (
        'data: {"id": "g", "choices": [{"index": 0, "delta": {"tool_calls": [{"index": 0, "id": "c1", "type": '
        '"function", "function": {"name": "look", "arguments": "{}"}}]}}]}\n\n'
    )
    if not runner.streamed:
        pytest.skip("only a stream is interrupted")

    with pytest.raises(errors.StreamInterruptedError) as caught:
        runner.run(testing.raw(200, {"Content-Type": "text/event-stream"}, event), tools=[look])

    assert RAN == []
    assert tools.partial_run(caught.value) is not None


@pytest.mark.parametrize("final_answer", [True, False])
def test_after_a_condition_one_more_answer_is_asked_for_or_not(runner: Runner, *, final_answer: bool) -> None:
    result = runner.run(
        asks(("look", {"city": "a"})),
        asks(("look", {"city": "b"})),
        *[testing.reply("Two cities.")] * final_answer,
        tools=[look],
        max_steps=2,
        final_answer=final_answer,
    )

    assert (result.stopped_by, RAN) == ("max_steps", ["a", "b"])
    assert result.text == ("Two cities." if final_answer else "")
    assert result.messages[-1]["role"] == ("assistant" if final_answer else "tool")
    assert [body.get("tool_choice") for body in runner.bodies] == [None, None, *["none"] * final_answer]
    assert all(body["tools"] == runner.bodies[0]["tools"] for body in runner.bodies)
    assert [step.final for step in result.steps] == [False, False, *[True] * final_answer]


def test_calls_in_the_last_answer_are_not_run(runner: Runner) -> None:
    stubborn = testing.reply("But", tool_calls=[("look", {"city": "b"})])

    result = runner.run(asks(("look", {"city": "a"})), stubborn, tools=[look], max_steps=1)

    assert (result.stopped_by, result.text, RAN) == ("max_steps", "But", ["a"])
    assert result.messages[-1] == {"role": "assistant", "content": "But"}


def costs(usd: float, tokens: int = 10, **options: Any) -> Any:
    return asks("look", usage={"cost": usd, "total_tokens": tokens}, **options)


@by_turns(
    "condition, stopped_by, steps",
    [
        (tools.step_count_is(2), "step_count_is(2)", 2),
        (tools.max_cost(0.25), "max_cost(0.25)", 3),
        (tools.max_tokens(20), "max_tokens(20)", 2),
        (tools.has_tool_call("other"), "has_tool_call('other')", 3),
        (tools.finish_reason_is("stop"), "finish_reason_is('stop')", 4),
        (lambda steps: len(steps) == 3, "<lambda>", 3),
        ([tools.step_count_is(9), tools.step_count_is(1)], "step_count_is(1)", 1),
    ],
)
def test_conditions_stop_a_run(runner: Runner, condition: Any, stopped_by: str, steps: int) -> None:
    third = asks("look", "other", usage={"cost": 0.1, "total_tokens": 10})
    answers = [costs(0.1), costs(0.1), third, costs(0.1, finish_reason="stop"), costs(0.1)]

    result = runner.run(
        *answers[:steps], testing.reply("Enough."), tools=[look, other], stop_when=condition, repeated_calls=None
    )

    assert (result.stopped_by, result.text, len(result.steps)) == (stopped_by, "Enough.", steps + 1)


def test_a_cost_that_is_reached_exactly_stops_a_run(runner: Runner) -> None:
    result = runner.run(
        *[costs(0.1)] * 10, testing.reply("Enough."), tools=[look], stop_when=tools.max_cost(1.0),
        max_steps=20, repeated_calls=None,
    )  # fmt: skip

    assert (result.stopped_by, len(result.steps)) == ("max_cost(1.0)", 11)


def test_a_cost_that_is_no_number_counts_as_untold(runner: Runner) -> None:
    result = runner.run(
        costs(float("nan")), *[costs(0.1)] * 2, testing.reply("Enough."), tools=[look], stop_when=tools.max_cost(0.2),
        repeated_calls=None,
    )  # fmt: skip

    assert (result.stopped_by, result.steps[0].cost, result.steps[2].cost) == ("max_cost(0.2)", None, 0.1)


def test_tokens_count_where_the_server_tells_no_total(runner: Runner) -> None:
    answer = asks("look", usage={"prompt_tokens": 15, "completion_tokens": 5, "total_tokens": None})

    result = runner.run(answer, testing.reply("Enough."), tools=[look], stop_when=tools.max_tokens(20))

    assert result.stopped_by == "max_tokens(20)"


def test_what_a_condition_raises_ends_the_run(runner: Runner) -> None:
    def wrong(_steps: object) -> bool:
        raise LookupError("wrong")

    with pytest.raises(LookupError) as caught:
        runner.run(asks("look"), tools=[look], stop_when=wrong)

    partial = tools.partial_run(caught.value)
    assert partial is not None
    assert contents(partial) == ["seen Rome"]


def test_the_same_call_again_and_again_stops_the_run(runner: Runner) -> None:
    result = runner.run(
        asks(("look", {"city": "a"})),
        asks(("look", {"city": "b"})),
        asks(("look", {"city": "b"})),
        asks(("look", {"city": "b"})),
        testing.reply("It stays."),
        tools=[look],
    )

    assert (result.stopped_by, result.text, RAN) == ("repeated_calls", "It stays.", ["a", "b", "b", "b"])


@pytest.mark.parametrize(("allowed", "stopped_by"), [(None, "answer"), (2, "repeated_calls"), (4, "answer")])
def test_how_often_a_call_may_repeat_is_set(runner: Runner, allowed: int | None, stopped_by: str) -> None:
    result = runner.run(*[asks("look")] * 2, testing.reply("Done"), tools=[look], repeated_calls=allowed)

    assert result.stopped_by == stopped_by


def test_a_call_between_breaks_the_row(runner: Runner) -> None:
    answers = [asks(name) for name in ("look", "look", "other", "look", "look")]

    result = runner.run(*answers, testing.reply("Done"), tools=[look, other])

    assert result.stopped_by == "answer"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: tools.step_count_is(0), "step_count_is takes a number of at least 1, not 0"),
        (lambda: tools.max_cost(-1), "max_cost takes a number of at least 0, not -1"),
        (lambda: tools.max_tokens("x"), "max_tokens takes a number"),  # type: ignore[arg-type]
        (lambda: tools.max_cost(float("nan")), "max_cost takes a number"),
    ],
)
def test_conditions_refuse_what_makes_no_sense(make: Any, says: str) -> None:
    with pytest.raises(errors.ArgumentError, match=says):
        make()


def test_a_call_that_waits_is_settled_when_another_stops_the_run(runner: Runner) -> None:
    def leave() -> str:
        """Leave."""
        raise tools.StopRun("left")

    calls = asks("leave", "other")

    result = runner.run(calls, tools=[leave, tools.tool(other, approve=True)])

    assert (result.stopped_by, result.pending) == ("stop_run", [])
    assert contents(result) == ["left", "Error: the run was stopped before this call"]
