"""Calls that wait for approval, or for somebody else's result; runs that go on, here or in another process."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, RunState, errors, models, testing, tool, tools
from tests.tools.running import Runner, asks, contents

DONE: list[str] = []


@pytest.fixture(autouse=True)
def nothing_done() -> None:
    DONE.clear()


def look(city: str) -> str:
    """Look."""
    DONE.append(f"look {city}")
    return f"seen {city}"


@tool(approve=True)
def book(flight: str) -> str:
    """Book a flight."""
    DONE.append(f"book {flight}")
    return f"booked {flight}"


@tool(approve=lambda arguments: arguments["amount"] > 100)
def pay(amount: int) -> str:
    """Pay."""
    DONE.append(f"pay {amount}")
    return f"paid {amount}"


@tool(approve=True)
async def refund(amount: int) -> str:
    """Refund."""
    DONE.append(f"refund {amount}")
    return f"refunded {amount}"


ASK_A_PERSON = tool({"type": "function", "function": {"name": "ask_a_person", "parameters": {"type": "object"}}})
BOTH = asks(("look", {"city": "Rome"}), ("book", {"flight": "F1"}))


def test_a_run_pauses_for_approval_and_goes_on(runner: Runner) -> None:
    paused = runner.run(BOTH, tools=[look, book])

    assert (paused.stopped_by, DONE) == ("pending", ["look Rome"])
    (call,) = paused.pending
    assert (call.name, call.arguments, call.waits_for) == ("book", {"flight": "F1"}, "approval")
    assert [event.call for event in runner.told(tools.ApprovalNeeded)] == [call]
    assert runner.told(tools.StepFinished) == []

    paused.approve(call.id)
    result = runner.resume(paused, testing.reply("Booked."))

    assert (result.text, result.stopped_by, result.pending) == ("Booked.", "answer", [])
    assert DONE == ["look Rome", "book F1"]
    assert contents(result) == ["seen Rome", "booked F1"]
    assert [step.number for step in result.steps] == [1, 2]


def test_a_rejected_call_is_told_with_its_reason_and_not_run(runner: Runner) -> None:
    paused = runner.run(BOTH, tools=[look, book])
    paused.reject(paused.pending[0].id, "too expensive")

    result = runner.resume(paused, testing.reply("Then not."))

    assert DONE == ["look Rome"]
    assert contents(result) == ["seen Rome", "Error: the call was rejected: too expensive"]
    assert result.steps[0].results[1].error_kind == "rejected"


def test_a_function_of_the_arguments_says_what_needs_approval(runner: Runner) -> None:
    paused = runner.run(asks(("pay", {"amount": "50"}), ("pay", {"amount": 500})), tools=[pay])

    assert DONE == ["pay 50"]
    assert [call.arguments for call in paused.pending] == [{"amount": 500}]


def test_what_a_function_of_the_arguments_raises_runs_nothing(runner: Runner) -> None:
    def broken(_arguments: object) -> bool:
        raise LookupError

    with pytest.raises(LookupError) as caught:
        runner.run(BOTH, tools=[look, tool(book.function, approve=broken)])  # type: ignore[arg-type]

    assert "book F1" not in DONE
    assert tools.partial_run(caught.value) is not None


def test_what_is_undecided_keeps_waiting(runner: Runner) -> None:
    paused = runner.run(asks(("book", {"flight": "F1"}), ("refund", {"amount": 5})), tools=[book, refund])
    first, second = paused.pending
    paused.approve(second.id)

    still = runner.resume(paused)

    assert (still.stopped_by, [call.id for call in still.pending], DONE) == ("pending", [first.id], ["refund 5"])

    still.approve(first.id)
    result = runner.resume(still, testing.reply("Done"))

    assert contents(result) == ["booked F1", "refunded 5"]
    assert DONE == ["refund 5", "book F1"]


def test_wrong_arguments_of_a_call_need_no_approval(runner: Runner) -> None:
    result = runner.run(asks(("book", {"flight": 1})), testing.reply("Sorry"), tools=[book])

    assert result.steps[0].results[0].error_kind == "bad_arguments"
    assert result.stopped_by == "answer"


@pytest.mark.parametrize("as_tool", [True, False], ids=["tool", "dict"])
def test_a_tool_without_a_function_waits_for_its_result(runner: Runner, *, as_tool: bool) -> None:
    paused = runner.run(asks("ask_a_person"), tools=[ASK_A_PERSON if as_tool else ASK_A_PERSON.definition])
    (call,) = paused.pending

    assert call.waits_for == "result"
    with pytest.raises(errors.ArgumentError, match="waits for its result: supply"):
        paused.approve(call.id)
    paused.supply(call.id, {"answer": "ja"})
    result = runner.resume(paused, testing.reply("Fine"))

    assert contents(result) == ['{"answer": "ja"}']


def test_a_call_that_does_not_wait_is_neither_approved_nor_rejected(runner: Runner) -> None:
    paused = runner.run(BOTH, tools=[look, book])

    for act in (paused.approve, paused.reject, lambda call_id: paused.supply(call_id, "x")):
        with pytest.raises(errors.ArgumentError, match=r"no call 'nope' waits; waiting: 'call_"):
            act("nope")
    paused.approve(paused.pending[0].id)
    with pytest.raises(errors.ArgumentError, match="waiting: none"):
        paused.approve("nope")


def test_a_saved_run_goes_on_from_its_file(runner: Runner, tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    paused = runner.run(
        BOTH, tools=[look, book], temperature=0.5, x_open_router_title="App", max_steps=4, stop_when=tools.max_cost(9)
    )
    paused.state.save(file)

    state = RunState.load(file)
    state.approve(state.pending[0].id)
    result = runner.resume(state, testing.reply("Booked."), tools=[look, book])

    assert (result.text, DONE) == ("Booked.", ["look Rome", "book F1"])
    first, last = runner.server.requests
    assert last.json["temperature"] == 0.5
    assert last.json["tools"] == first.json["tools"]
    assert last.headers["x-openrouter-title"] == "App"
    assert last.json["messages"][:-1] == [*first.json["messages"], *last.json["messages"][1:-1]]
    assert result.state.settings["max_steps"] == 4
    assert result.state.settings["stop_when"] == [{"kind": "max_cost", "value": 9}]


def test_a_state_is_plain_json_without_the_key(runner: Runner) -> None:
    paused = runner.run(BOTH, tools=[look, book], http_headers={"X-Own": "secret-header"}, user="u1")

    text = paused.state.to_json()
    data = json.loads(text)

    assert data == paused.state.to_dict()
    assert (data["kind"], data["version"]) == ("openrouter-run", 1)
    assert data["request"] == {"model": "maker/model", "user": "u1"}
    assert not {"Bearer", "secret-header", "api_key"} & set(text.replace('"', " ").split())
    assert RunState.from_dict(data).to_dict() == data
    assert pickle.loads(pickle.dumps(paused.state)) == paused.state  # noqa: S301 - made here


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({}, "no state of a run"),
        ({"kind": "openrouter-run", "version": 2}, "version 2; this SDK reads version 1"),
        ({"kind": "openrouter-run", "version": 1, "steps": 3}, "without given, steps, request, headers, settings"),
        (
            {"kind": "openrouter-run", "version": 1, "given": [], "request": {}, "headers": {}, "settings": {}}
            | {"steps": [{"answer": {}}]},
            "cannot be read: KeyError",
        ),
    ],
)
def test_what_is_no_state_is_refused(data: dict[str, Any], says: str, tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    file.write_text(json.dumps(data))

    with pytest.raises(errors.ArgumentError, match=says):
        RunState.from_dict(data)
    with pytest.raises(errors.ArgumentError, match=rf"run\.json: .*{says}"):
        RunState.load(file)


@pytest.mark.parametrize("data", [None, [], "{}", 3])
def test_what_is_no_object_is_no_state(data: Any) -> None:
    with pytest.raises(errors.ArgumentError, match="no state of a run"):
        RunState.from_dict(data)


@pytest.mark.parametrize("text", ["", "[]", "{", "3"])
def test_a_file_that_holds_no_state_is_named(text: str, tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    file.write_text(text)

    with pytest.raises(errors.ArgumentError, match=r"run\.json: no state of a run"):
        RunState.load(file)


def test_what_a_saved_run_needs_has_to_be_given_again(runner: Runner) -> None:
    def enough(steps: Any) -> bool:
        return len(steps) > 5

    paused = runner.run(BOTH, tools=[look, book], stop_when=[enough])
    data = paused.state.to_dict()

    with pytest.raises(errors.ArgumentError, match="stops by the function 'enough': give it again"):
        runner.resume(data, tools=[look, book])
    with pytest.raises(errors.ArgumentError, match="an open call of 'book': give the tool again"):
        runner.resume(data, tools=[look], stop_when=[enough])
    data["settings"]["stop_when"] = [{"kind": "moon", "value": 1}]
    with pytest.raises(errors.ArgumentError, match=r"stops by .*moon.*, which this SDK does not know"):
        runner.resume(data, tools=[look, book])
    assert len(runner.bodies) == 1


@pytest.mark.parametrize("state", [None, 5, models.ChatResult.from_dict({})])
def test_what_no_run_goes_on_from_is_a_wrong_type(state: Any, client: OpenRouter) -> None:
    with pytest.raises(TypeError, match=r"a run goes on from its state, its result or a file, not from \w+"):
        client.chat.resume(state)


def test_resume_takes_other_arguments_than_the_run_had(runner: Runner) -> None:
    paused = runner.run(BOTH, tools=[look, book], model="a/b", temperature=0.1, context=1)
    paused.approve(paused.pending[0].id)

    runner.resume(paused, testing.reply("Done"), model="c/d", max_steps=9)

    assert (runner.bodies[1]["model"], runner.bodies[1]["temperature"]) == ("c/d", 0.1)


def test_a_state_file_always_holds_the_newest_state(runner: Runner, tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    seen: list[tuple[int, list[str]]] = []

    def watch(state: RunState) -> None:
        kept = RunState.load(file)
        assert kept.to_dict() == state.to_dict()
        seen.append((len(kept.steps), [call.status for step in kept.steps for call in step.calls]))

    result = runner.run(
        asks(("look", {"city": "a"})), testing.reply("Done"), tools=[look], state_file=file, on_state=watch
    )

    assert seen == [(1, ["running"]), (1, ["done"]), (1, ["done"]), (2, ["done"])]
    assert RunState.load(file).to_dict() == result.state.to_dict()
    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]


def test_a_state_file_with_an_unfinished_run_is_not_replaced(runner: Runner, tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    paused = runner.run(BOTH, tools=[look, book], state_file=file)

    with pytest.raises(errors.ArgumentError, match=r"run\.json holds a run that is not over: resume\(\) it"):
        runner.run(tools=[look, book], state_file=file)

    paused.approve(paused.pending[0].id)
    paused.state.save(file)
    result = runner.resume(file, testing.reply("Booked."), tools=[look, book])

    assert result.text == "Booked."
    assert RunState.load(file).stopped_by == "answer"
    assert runner.run(testing.reply("Anew"), state_file=file).text == "Anew"


@pytest.mark.parametrize("file", [5, b"run.json"], ids=repr)
def test_a_state_file_that_is_no_path_is_named(runner: Runner, file: Any) -> None:
    told = f"state_file must be the path of a file, not {type(file).__name__}"
    with pytest.raises(TypeError, match=told):
        runner.run(state_file=file)
    with pytest.raises(TypeError, match=told):
        runner.resume(RunState([], {}), state_file=file)
    assert not runner.bodies


def test_what_keeping_the_state_raises_ends_the_run_before_the_next_request(runner: Runner) -> None:
    def full(state: RunState) -> None:
        if any(call.result for step in state.steps for call in step.calls):
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        runner.run(asks(("look", {"city": "a"})), tools=[look], on_state=full)

    assert len(runner.bodies) == 1


def test_a_call_that_was_under_way_runs_again_unless_it_needs_approval(runner: Runner) -> None:
    states: list[dict[str, Any]] = []
    paused = runner.run(BOTH, tools=[look, book])
    paused.approve(paused.pending[0].id)
    runner.resume(paused, testing.reply("Booked."), on_state=lambda state: states.append(state.to_dict()))
    killed = next(
        state for state in states if [call["status"] for call in state["steps"][0]["calls"]] == ["done", "running"]
    )
    DONE.clear()

    again = runner.resume(killed, tools=[look, book])

    assert (again.stopped_by, DONE) == ("pending", [])
    assert again.pending[0].interrupted
    again.approve(again.pending[0].id)
    result = runner.resume(again, testing.reply("Booked."))
    assert (result.text, DONE) == ("Booked.", ["book F1"])


def test_an_async_function_may_keep_the_state(runner: Runner) -> None:
    if not runner.is_async:
        pytest.skip("async functions are for async runs")
    kept: list[int] = []

    async def keep(state: RunState) -> None:
        kept.append(len(state.steps))

    async def watch(event: tools.RunEvent) -> None:
        kept.append(0)

    runner.run(asks(("look", {"city": "a"})), testing.reply("Done"), tools=[look], on_state=keep, on_event=watch)

    assert {0, 1, 2} <= set(kept)
