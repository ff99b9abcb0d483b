"""`repairs`: an answer that does not fit is asked for again, with what was wrong."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest

from openrouter_sdk import ChatResult, errors, testing
from openrouter_sdk.client import Arguments
from openrouter_sdk.custom.parsing.flow import checked_output, parse_flow
from tests.conftest import MakeClient
from tests.helpers.api import ASK, Api
from tests.parsing.asking import STREAMED, parse, reply
from tests.schema.kinds import Point

GOOD: dict[str, Any] = {"x": 1, "y": 2}


def usage(cost: float) -> dict[str, Any]:
    return {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3, "cost": cost}


@STREAMED
def test_the_model_is_told_what_was_wrong_and_the_costs_add_up(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(reply({"x": "much"}, usage=usage(0.25)), reply(GOOD, usage=usage(0.5)))

    result = parse(api, make_client(), Point, streamed=streamed, repairs=1, temperature=0.5)

    first, second = (request.json for request in server.requests)
    assert result.parsed == Point(1, 2)
    assert (result.cost, result.usage.total_tokens, result.usage.turns) == (0.75, 6, 2)
    assert [answer.cost for answer in result.answers] == [0.25, 0.5]
    assert second["messages"][:-2] == first["messages"]
    assert second["messages"][-2] == {"role": "assistant", "content": '{"x": "much"}'}
    assert second["messages"][-1]["role"] == "user"
    assert "does not fit Point: x: Input should be a valid integer" in second["messages"][-1]["content"]
    assert "stream" not in second
    same = ("response_format", "provider", "temperature", "model")
    assert [first[key] for key in same] == [second[key] for key in same]


@pytest.mark.parametrize("text", ["", None])
def test_an_empty_answer_is_not_sent_back(
    text: str | None, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.reply(text), reply(GOOD))

    result = parse(api, make_client(), Point, repairs=1)

    assert result.parsed == Point(1, 2)
    assert [message["role"] for message in server.requests[1].json["messages"]] == ["user", "user"]


@STREAMED
def test_repairs_are_bounded_and_the_last_fault_is_raised_with_all_costs(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(*[testing.reply(text, usage=usage(0.25)) for text in ("no", "{}", '{"x": 1, "y": []}')])

    with pytest.raises(errors.OutputParsingError, match="y: ") as caught:
        parse(api, make_client(), Point, streamed=streamed, repairs=2)

    assert len(server.requests) == 3
    assert (caught.value.usage.cost, caught.value.usage.turns) == (0.75, 3)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (testing.reply('{"x": 1', finish_reason="length"), "length"),
        (testing.reply(None, refusal="No."), "refusal"),
        (testing.reply("{", finish_reason="content_filter"), "content_filter"),
        (testing.reply(None, tool_calls=[{"name": "look"}]), "tool_calls"),
    ],
)
def test_what_another_try_cannot_better_is_not_asked_again(
    answer: Any, reason: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(answer)

    with pytest.raises(errors.OutputParsingError) as caught:
        parse(api, make_client(), Point, repairs=3)

    assert caught.value.reason == reason
    assert len(server.requests) == 1


@STREAMED
def test_a_repair_that_fails_is_raised_with_the_fault_as_its_cause(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(reply({"x": "much"}, usage=usage(0.25)), testing.error(400, "No more"))

    with pytest.raises(errors.BadRequestResponseError) as caught:
        parse(api, make_client(), Point, streamed=streamed, repairs=1)

    assert isinstance(caught.value.__cause__, errors.OutputParsingError)
    assert caught.value.__cause__.usage.cost == 0.25


def test_messages_of_an_iterator_are_sent_again(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(testing.reply("no"), reply(GOOD))

    parse(api, make_client(), Point, repairs=1, messages=iter(ASK))

    assert server.requests[1].json["messages"][0] == server.requests[0].json["messages"][0] == ASK[0]


def test_a_stream_that_extra_body_asked_for_is_not_asked_for_again(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.reply("no"), reply(GOOD))

    with api.wrap(parse(api, make_client(), Point, repairs=1, extra_body={"stream": True, "more": 1})) as stream:
        assert stream.final().parsed == Point(1, 2)  # type: ignore[attr-defined]

    assert server.requests[1].json["more"] == 1
    assert server.requests[1].json.get("stream") is not True


class Built(NamedTuple):
    """A call of which only the limit counts."""

    given: Arguments
    total_timeout_s: float | None

    def replace(self, **changes: Any) -> Built:
        return self._replace(**changes)


def build(given: Arguments) -> Built:
    return Built(given, given.options["limit"])


def flow(now: list[float], **options: Any) -> Any:
    body = {"messages": ASK, "response_format": Point}
    given = Arguments({}, {}, {}, body, {"extra_body": None, **options}, {})
    made: Any = build
    return parse_flow(checked_output(given), given, made, lambda: now[0])


def answer(text: str) -> ChatResult:
    return ChatResult.from_dict({"choices": [{"message": {"content": text}}]})


def test_the_time_limit_bounds_all_of_it() -> None:
    now = [100.0]
    course = flow(now, repairs=2, limit=10.0)

    limits = [next(course).total_timeout_s]
    for seconds in (4.0, 5.0):
        now[0] += seconds
        limits.append(course.send(answer("no")).total_timeout_s)

    assert limits == [10.0, 6.0, 1.0]


def test_nothing_is_asked_when_the_time_is_up() -> None:
    now = [100.0]
    course = flow(now, repairs=2, limit=10.0)
    next(course)
    now[0] += 10.0

    with pytest.raises(errors.OutputParsingError):
        course.send(answer("no"))


def test_without_a_limit_there_is_none() -> None:
    course = flow([0.0], repairs=1, limit=None)
    next(course)

    again = course.send(answer("no"))

    assert again.total_timeout_s is None
    assert json.dumps(again.given.body["messages"][0]) == json.dumps(ASK[0])
