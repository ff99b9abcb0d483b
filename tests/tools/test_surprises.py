"""Whatever an answer or a file holds, nothing breaks: calls are read, sent back, or refused by name."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import RunState, content, errors, models, testing, tools
from openrouter_sdk.custom.engine.encode import encode_body
from openrouter_sdk.custom.tools.reading import calls_of, ids_in, message_of, unfit_to_run
from tests.generated.json_objects import ANY
from tests.recorded.exchanges import ANSWERS, Exchange, needed
from tests.tools.running import Runner, asks, contents

ARGUMENTS = st.sampled_from(['{"a": 1}', "{", "", '{"a": NaN}', '{"a": 1e999}']) | ANY
FUNCTIONS = st.fixed_dictionaries({}, optional={"name": st.text(max_size=3) | ANY, "arguments": ARGUMENTS})
FIELDS = {
    "id": st.sampled_from(["c1", "", "call_1_1"]) | ANY,
    "type": st.sampled_from(["function", "custom", ""]) | ANY,
    "index": ANY,
    "function": FUNCTIONS | ANY,
    "custom": FUNCTIONS | ANY,
}
WIRE_CALLS = st.lists(ANY | st.fixed_dictionaries({}, optional=FIELDS), max_size=4)


def answer_with(calls: Any, **message: Any) -> models.ChatResult:
    message = {"role": "assistant", "content": None, "tool_calls": calls, **message}
    return models.ChatResult.from_dict({"choices": [{"index": 0, "message": message, "finish_reason": "tool_calls"}]})


def check(answer: models.ChatResult) -> None:
    calls = calls_of(answer, {"c0"}, 1)
    message = message_of(answer, calls)
    sent = [] if message is None else message.get("tool_calls") or []

    assert len({call.id for call in calls} | {"c0"}) == len(calls) + 1
    assert [one["id"] for one in sent] == [call.id for call in calls]
    for one in sent:
        assert one["type"]
        if one["type"] == "custom" and isinstance(one.get("custom"), dict):
            continue
        assert one["function"]["name"]
        assert isinstance(json.loads(one["function"]["arguments"]), dict)
    assert ids_in([message or {}]) == {call.id for call in calls}
    json.dumps([call.to_dict() for call in calls], allow_nan=False)
    encode_body({"messages": [message or {"role": "assistant"}]})


@given(WIRE_CALLS | ANY)
def test_any_calls_are_read_and_go_back_in_a_form_that_providers_take(calls: Any) -> None:
    check(answer_with(calls))


ODD = ("\ud83d", "a\udce9", float("nan"), float("-inf"), ["\ud83d", float("inf")], {"\udce9": "\ud83d"})


@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_what_json_or_utf_8_has_no_form_for_goes_back_in_another(odd: Any) -> None:
    call = {"id": "c1", "type": "function", "function": {"name": "look", "arguments": "{}"}}
    for wrong in (
        {**call, "id": odd},
        {**call, "extra": odd},
        {**call, "function": {"name": odd, "arguments": odd}},
        {**call, "function": {"name": "look", "arguments": json.dumps({"x": odd}, ensure_ascii=False)}},
        {"id": odd, "type": "custom", "custom": {"name": odd, "input": odd}},
    ):
        check(answer_with([wrong]))
    check(answer_with([call], content=odd, reasoning_details=[{"type": "reasoning.text", "text": odd}]))


def test_half_a_character_in_a_result_does_not_end_the_run(runner: Runner) -> None:
    def names(form: str) -> Any:
        """List the files, one of which has a name that is no UTF-8."""
        return {"text": "caf\udce9", "list": ["caf\udce9", float("nan")], "part": content.text("caf\udce9")}[form]

    calls = testing.reply(None, tool_calls=[("names", {"form": form}) for form in ("text", "list", "part")])
    result = runner.run(calls, testing.reply("Done"), tools=[names])

    assert result.text == "Done"
    part = {"type": "text", "text": "caf\ufffd"}
    assert contents(result) == ["caf\ufffd", '["caf\\udce9","NaN"]', [part]]


def test_an_id_that_is_made_up_differs_from_those_that_came() -> None:
    check(answer_with([{"id": "call_1_2", "function": {}}, {"function": {}}]))


def test_a_state_that_has_no_form_in_json_is_refused() -> None:
    with pytest.raises(errors.ArgumentError, match="the state of this run cannot be saved: "):
        RunState([{"role": "user", "content": "Hi"}], {"model": object()}).to_json()


@given(ANY)
def test_any_answer_is_read(value: Any) -> None:
    for data in ({"choices": value}, {"choices": [value]}, {"choices": [{"message": value}]}):
        answer = models.ChatResult.from_dict(data)
        check(answer)
        assert unfit_to_run(answer) in (None, "length", "content_filter", "error")


@needed
@pytest.mark.parametrize("exchange", ANSWERS, ids=str)
def test_recorded_calls_are_read_and_go_back(exchange: Exchange) -> None:
    check(models.ChatResult.from_dict(json.loads(exchange.body)))


STATE = RunState([{"role": "user", "content": "Hi"}], {"model": "a/b"})
STEP: dict[str, Any] = {
    "answer": {"choices": []},
    "message": {"role": "assistant", "content": "Hi"},
    "calls": [
        {
            "id": "c1",
            "name": "look",
            "arguments": {},
            "raw": "{}",
            "status": "done",
            "waits_for": None,
            "interrupted": False,
            "result": {"content": "seen", "error_kind": None, "duration_s": 0.1},
        }
    ],
    "duration_s": 0.1,
    "final": False,
}


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, one in inner for place in places(one, (*path, key)))]


VALID = {**STATE.to_dict(), "steps": [STEP]}
PLACES = [place for place in places(VALID) if place]


@given(st.sampled_from(PLACES), ANY)
def test_a_damaged_state_is_refused_or_read_whole(place: tuple[Any, ...], value: Any) -> None:
    damaged = json.loads(json.dumps(VALID))
    holder = damaged
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = value

    try:
        state = RunState.from_dict(damaged)
    except errors.ArgumentError:
        return
    json.dumps(state.to_dict())
    assert isinstance(state.messages, list)
    assert all(call.status == "waiting" for call in state.pending)
    tools.RunResult(state)


DELTAS: dict[str, list[list[dict[str, Any]]]] = {
    "pieces by index": [
        [{"index": 0, "id": "c1", "type": "function", "function": {"name": "look", "arguments": ""}}],
        [{"index": 0, "function": {"arguments": '{"city": '}}],
        [{"index": 0, "function": {"arguments": '"Rome"}'}}],
    ],
    "no index": [
        [{"id": "c1", "type": "function", "function": {"name": "look", "arguments": '{"city": '}}],
        [{"function": {"arguments": '"Rome"}'}}],
    ],
    "the id again and again": [
        [{"index": 0, "id": "c1", "type": "function", "function": {"name": "look", "arguments": '{"city": '}}],
        [{"index": 0, "id": "c1", "function": {"arguments": '"Rome"}'}}],
    ],
    "empty id and name": [
        [{"index": 0, "id": "c1", "type": "function", "function": {"name": "look", "arguments": '{"city": '}}],
        [{"index": 0, "id": "", "type": "", "function": {"name": "", "arguments": '"Rome"}'}}],
    ],
    "two pieces in one event": [
        [
            {"index": 0, "id": "c1", "type": "function", "function": {"name": "look", "arguments": '{"city": '}},
            {"index": 0, "function": {"arguments": '"Rome"}'}},
        ],
    ],
    "the name later than the id": [
        [{"index": 0, "id": "c1"}],
        [{"index": 0, "function": {"name": "look", "arguments": '{"city": "Rome"}'}}],
    ],
    "index from 1": [
        [{"index": 1, "id": "c1", "type": "function", "function": {"name": "look", "arguments": '{"city": "Rome"}'}}],
    ],
}
TWO: dict[str, list[list[dict[str, Any]]]] = {
    "a new id under an old index": [
        [{"index": 0, "id": "c1", "type": "function", "function": {"name": "look", "arguments": '{"city": "Rome"}'}}],
        [{"index": 0, "id": "c2", "type": "function", "function": {"name": "look", "arguments": '{"city": "Oslo"}'}}],
    ],
    "two by turns": [
        [{"index": 0, "id": "c1", "type": "function", "function": {"name": "look", "arguments": '{"city": '}}],
        [{"index": 1, "id": "c2", "type": "function", "function": {"name": "look", "arguments": '{"city": '}}],
        [{"index": 0, "function": {"arguments": '"Rome"}'}}],
        [{"index": 1, "function": {"arguments": '"Oslo"}'}}],
    ],
}


@pytest.mark.parametrize(
    ("name", "cities"), [*((name, ["Rome"]) for name in DELTAS), *((n, ["Rome", "Oslo"]) for n in TWO)]
)
def test_calls_that_come_in_pieces_are_run_once_each(runner: Runner, name: str, cities: list[str]) -> None:
    if not runner.streamed:
        pytest.skip("only streams come in pieces")
    deltas: list[Any] = [*({**DELTAS, **TWO}[name]), None]
    events = [{"id": "g", "choices": [{"index": 0, "delta": {"tool_calls": each}}]} for each in deltas]
    events.append({"id": "g", "choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls"}]})
    body = "".join(f"data: {json.dumps(event)}\n\n" for event in events) + "data: [DONE]\n\n"

    def look(city: str) -> str:
        """Look."""
        return f"seen {city}"

    answer = testing.raw(200, {"Content-Type": "text/event-stream"}, body)
    result = runner.run(answer, testing.reply("Done"), tools=[look])

    assert contents(result) == [f"seen {city}" for city in cities]
    assert [call.name for call in result.steps[0].calls] == ["look"] * len(cities)


def test_providers_are_chosen_for_each_request_and_told(runner: Runner) -> None:
    def look() -> str:
        """Look."""
        return "seen"

    provider: Any = {"order": ["anthropic"], "allow_fallbacks": False, "require_parameters": True}
    last = testing.reply("Done", provider="Anthropic", model="a/actual")

    result = runner.run(asks("look"), last, tools=[look], provider=provider, models=["a/b", "c/d"])

    assert [body["provider"] for body in runner.bodies] == [provider] * 2
    assert [body["models"] for body in runner.bodies] == [["a/b", "c/d"]] * 2
    assert result.answer is not None
    assert (result.answer.provider, result.answer.model) == ("Anthropic", "a/actual")


def test_numbers_without_a_form_in_json_do_not_keep_a_run_from_being_saved() -> None:
    answer = models.ChatResult.from_dict({"choices": [], "usage": {"cost": float("inf")}, "note": "a NaN"})
    state = RunState([], {}, steps=[tools.Step(1, answer, None, [])])

    kept = json.loads(state.to_json(), parse_constant=pytest.fail)["steps"][0]["answer"]

    assert kept == {"choices": [], "usage": {"cost": None}, "note": "a NaN"}
