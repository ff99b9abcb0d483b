"""Rules: which request gets which answer, and what is said where none fits."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from openrouter_sdk import OpenRouter, errors, testing


@pytest.fixture
def kit() -> testing.Transport:
    return testing.transport()


@pytest.fixture
def client(kit: testing.Transport) -> Iterator[OpenRouter]:
    with OpenRouter(client=httpx.Client(transport=kit), api_key="sk-or-v1-very-secret", retry_config=None) as client:
        yield client


def ask(client, text="Hi", model="maker/model", **more):
    return client.chat.send(model=model, messages=[{"role": "user", "content": text}], **more).text


def offered(name):
    return {"type": "function", "function": {"name": name}}


@pytest.mark.parametrize(
    ("conditions", "asked"),
    [
        ({"model": "maker/*"}, {}),
        ({"model": re.compile(r"maker/\w+")}, {}),
        ({"model": "second/one"}, {"models": ["first/one", "second/one"]}),
        ({"contains": "weather"}, {"text": "The weather?"}),
        ({"contains": ["The", re.compile("we.ther")]}, {"text": "The weather?"}),
        ({"tool": "clock"}, {"tools": [offered("dice"), offered("clock")]}),
        ({"body": {"provider": {"sort": "price"}}}, {"temperature": 0, "provider": {"sort": "price", "zdr": True}}),
        ({"headers": {"X-Team": "blue"}}, {"http_headers": {"x-team": "blue"}}),
        ({"where": lambda request: request.text == "Hi"}, {}),
        ({"path": None}, {}),
    ],
)  # fmt: skip
def test_a_rule_answers_what_fits_and_nothing_else(kit, client, conditions, asked):
    rule = kit.respond_to(answer="Mine.", **conditions)
    kit.respond_to(answer="Not mine.")
    other = {"text": "Good bye", "model": "elsewhere/model", "tools": [offered("other")], "temperature": 1}

    answers = [ask(client, **asked), ask(client, **other)]

    assert answers == ["Mine.", "Mine." if "path" in conditions else "Not mine."]
    assert len(rule.requests) == answers.count("Mine.")


def test_rules_are_tried_in_order_and_come_before_the_script(kit, client):
    kit.enqueue(testing.reply("scripted"))
    kit.respond_to(contains="a", answer="first")
    kit.respond_to(contains="b", answer="second")

    assert [ask(client, text) for text in ("ab", "b", "c")] == ["first", "second", "scripted"]
    assert [request.answered_by for request in kit.requests] == ["rule", "rule", "script"]


@pytest.mark.parametrize(
    "answer",
    [
        "Yes.",
        testing.reply("Yes."),
        lambda request: "Yes.",
        lambda request: testing.reply("Yes."),
        {"choices": [{"message": {"content": "Yes."}}]},
    ],
)
def test_an_answer_has_many_forms(kit, client, answer):
    kit.respond_to(answer=answer)

    assert ask(client) == "Yes."


def test_a_list_has_an_answer_for_each_request_in_turn(kit, client):
    rule = kit.respond_to(answer=["one", testing.error(429), lambda request: request.text.upper()])

    assert ask(client) == "one"
    with pytest.raises(errors.TooManyRequestsResponseError):
        ask(client)
    assert ask(client, "three") == "THREE"
    with pytest.raises(errors.NotFoundResponseError, match="used up: answered 3 of 3 times"):
        ask(client)
    assert [request.text for request in rule.requests] == ["Hi", "Hi", "three"]


def test_the_last_answer_of_a_list_is_repeated_as_often_as_is_said(kit, client):
    kit.respond_to(answer=["one", "more"], times=3)
    kit.respond_to(answer="other")

    assert [ask(client) for _ in range(4)] == ["one", "more", "more", "other"]


def test_what_no_rule_is_for_is_refused_and_explained(kit, client):
    kit.respond_to(model="maker/*", contains="weather", answer="Sunny.")
    kit.respond_to(model="else/*", tool="clock", answer="Noon.")

    with pytest.raises(errors.NotFoundResponseError) as caught:
        ask(client, "Weather?")

    told = caught.value.message
    assert caught.value.attempts == 1
    assert "POST /chat/completions" in told
    assert told.index("contains='weather'") < told.index("tool='clock'")
    assert "'weather' is in none of \"Weather?\" (only its case differs)" in told
    assert "very-secret" not in told
    assert kit.requests.last.answered_by == "refusal"


def test_other_paths_are_answered_as_ever(kit, client):
    kit.respond_to(contains="weather", answer="Sunny.")

    assert client.models.count().data.count > 0


@pytest.mark.parametrize(("strict", "refused"), [(True, True), (None, False), (False, False)])
def test_strict_refuses_what_nothing_was_prepared_for(strict, refused):
    kit = testing.transport(strict=strict)
    with OpenRouter(client=httpx.Client(transport=kit), api_key="test") as client:
        if refused:
            with pytest.raises(errors.NotFoundResponseError, match="no rule answers"):
                ask(client)
        else:
            assert ask(client) == "Hi"


def test_not_strict_answers_by_default_beside_rules():
    kit = testing.transport(testing.rule(contains="weather", answer="Sunny."), strict=False)
    with OpenRouter(client=httpx.Client(transport=kit), api_key="test") as client:
        assert [ask(client, "weather"), ask(client, "Hi")] == ["Sunny.", "Hi"]


@pytest.mark.parametrize(
    ("arguments", "fault", "message"),
    [
        ({"answer": 7}, TypeError, "not int"),
        ({"answer": []}, ValueError, "empty"),
        ({"answer": "x", "times": 0}, ValueError, "at least 1"),
        ({"answer": ["x", None]}, TypeError, "not NoneType"),
        ({"answer": "x", "modle": "a/b"}, TypeError, r"^respond_to\(\) got .* 'modle'; did you mean 'model'\?"),
        ({"answer": "x", "answers": "y"}, TypeError, "did you mean 'answer'"),
        ({"answer": "x", "temperature": 1}, TypeError, "'temperature'; further conditions go into where"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_at_once(kit, arguments, fault, message):
    with pytest.raises(fault, match=message):
        kit.respond_to(**arguments)


class TestVerify:
    def test_is_silent_where_all_went_as_prepared(self, kit, client):
        kit.enqueue(testing.reply("scripted"))
        kit.respond_to(contains="a", answer="ruled")
        ask(client, "a")
        ask(client, "b")

        kit.verify()

    def test_tells_what_nobody_asked_for(self, kit, client):
        kit.enqueue(testing.reply("one"), testing.reply("two"))
        kit.respond_to(contains="never", answer="x")
        kit.respond_to(contains="twice", answer="x", times=2)
        ask(client, "twice")

        with pytest.raises(AssertionError) as caught:
            kit.verify()

        assert str(caught.value).splitlines()[1:] == [
            "  2 scripted answers were not asked for",
            "  rule(contains='never') answered 0 times",
            "  rule(contains='twice') answered 1 of 2 times",
        ]

    def test_tells_what_was_refused_though_the_application_swallowed_it(self, kit, client):
        kit.respond_to(contains="never", answer="x")
        with pytest.raises(errors.NotFoundResponseError):
            ask(client, "surprise")

        with pytest.raises(AssertionError, match=r'not expected, and refused: POST /chat/completions.*"surprise"'):
            kit.verify()

    def test_tells_that_the_script_had_run_out(self, kit, client):
        kit.enqueue(testing.reply("one"))
        ask(client)
        ask(client, "once more")

        with pytest.raises(AssertionError, match=r'script had run out: POST /chat/completions.*"once more"'):
            kit.verify()

    def test_clear_forgets_rules_and_requests(self, kit, client):
        kit.respond_to(contains="never", answer="x")
        kit.clear()

        assert ask(client) == "Hi"
        kit.clear()
        kit.verify()
        assert kit.requests == []
