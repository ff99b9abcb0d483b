"""`chat.parse`: a type is asked for, a value of it comes back."""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import pytest

from openrouter_sdk import Chat, ChatResult, errors, models, testing, tool
from openrouter_sdk.custom.parsing import Output
from tests.conftest import MakeClient
from tests.helpers.api import MODEL, Api
from tests.parsing.asking import STREAMED, parse, reply
from tests.schema.kinds import KINDS, Colour, Node, Point

GOOD = [(name, value, meant) for name, (_, pairs, _) in KINDS.items() for value, meant in pairs]


@pytest.mark.parametrize(("name", "value", "meant"), GOOD, ids=str)
def test_an_answer_of_any_kind_of_type_is_read_wrapped_and_unwrapped(name: str, value: Any, meant: Any) -> None:
    output: Output[Any] = Output(KINDS[name][0])
    properties = output.response_format["json_schema"]["schema"]["properties"]
    wrapped = properties.keys() == {"value"} and not dataclasses.is_dataclass(KINDS[name][0])

    for written in [value] if not wrapped else [{"value": value}, value]:
        read = output.read(ChatResult.from_dict({"choices": [{"message": {"content": json.dumps(written)}}]}))
        assert (read, type(read)) == (meant, type(meant))


@STREAMED
@pytest.mark.parametrize(
    ("hint", "written", "meant"),
    [
        (Point, {"x": 1, "y": None}, Point(1)),
        (list[Node], {"value": [{"name": "a", "weight": 2, "children": None}]}, [Node("a", 2)]),
        (dict[str, int], {"value": [{"key": "a", "value": 1}]}, {"a": 1}),
        (Literal["yes", "no"], {"value": "no"}, "no"),
        (Colour | None, {"value": None}, None),
        (int | str, {"value": "many"}, "many"),
        (bool, {"value": True}, True),
    ],
    ids=str,
)
def test_the_value_comes_back_as_the_type(
    hint: Any, written: Any, meant: Any, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(reply(written))

    result = parse(api, make_client(), hint, streamed=streamed)

    assert result.parsed == meant
    assert json.loads(result.text) == written
    assert result.answer.http.status == 200
    assert result.usage.total_tokens == result.answer.usage.total_tokens > 0
    assert result.cost == result.answer.cost


@STREAMED
def test_the_schema_is_sent_to_providers_that_heed_it(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    parse(api, make_client(), Point, streamed=streamed)

    sent = server.requests[0].json
    assert sent["provider"] == {"require_parameters": True}
    assert sent["response_format"] == {
        "type": "json_schema",
        "json_schema": {
            "name": "Point",
            "strict": True,
            "schema": {
                "type": "object",
                "description": "A point.",
                "properties": {
                    "x": {"type": "integer", "description": "To the right."},
                    "y": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
                },
                "required": ["x", "y"],
                "additionalProperties": False,
            },
        },
    }
    assert sent.keys() == {"model", "messages", "provider", "response_format", "stream"}


@pytest.mark.parametrize(
    ("provider", "sent"),
    [
        ({"order": ["one"]}, {"order": ["one"], "require_parameters": True}),
        ({"require_parameters": False}, {"require_parameters": False}),
        ({"require_parameters": None}, {"require_parameters": None}),
        (models.ProviderPreferences(order=["one"]), {"order": ["one"], "require_parameters": True}),
        (models.ProviderPreferences(require_parameters=False), {"require_parameters": False}),
    ],
    ids=str,
)
def test_provider_preferences_of_the_caller_are_kept(
    provider: Any, sent: Mapping[str, Any], api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    before = provider.to_dict() if isinstance(provider, models.ProviderPreferences) else dict(provider)

    parse(api, make_client(), Point, provider=provider)

    assert server.requests[0].json["provider"] == sent
    assert before == (provider.to_dict() if isinstance(provider, models.ProviderPreferences) else provider)


@STREAMED
def test_send_takes_a_type_too_and_the_answer_reads_it(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(reply({"value": ["red"]}))

    answer = api.answer(make_client(), streamed=streamed, response_format=list[Colour])

    assert answer.parse(list[Colour]) == [Colour.RED]
    assert server.requests[0].json["provider"] == {"require_parameters": True}
    assert server.requests[0].json["response_format"]["json_schema"]["name"] == "list_Colour"
    with pytest.raises(errors.OutputParsingError):
        answer.parse(Point)


def test_a_conversation_takes_a_type_and_keeps_what_the_model_wrote(server: testing.Server) -> None:
    server.enqueue(reply({"x": 1, "y": 2}))
    with Chat(MODEL, api_key="test", server_url=server.url) as chat:
        text = chat("Where?", response_format=Point)

    assert json.loads(text) == {"x": 1, "y": 2}
    assert server.requests[0].json["response_format"]["json_schema"]["name"] == "Point"
    assert json.loads(chat.history[-1]["content"]) == {"x": 1, "y": 2}


def test_a_bulk_run_takes_a_type(make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(reply({"x": 1, "y": 2}))

    (answer,) = make_client().chat.map(["Where?"], model=MODEL, response_format=Point)

    assert isinstance(answer, ChatResult)
    assert answer.parse(Point) == Point(1, 2)


NO_TYPES = [
    None, "Point", b"Point", {"type": "json_object"}, models.ChatResult.from_dict({}), reply, Point(1, 2).__repr__,
    print, functools.partial(Point, y=2), Point(1, 2), tool(reply),
]  # fmt: skip
HOLDERS: dict[str, Any] = {
    "list": list[reply],  # type: ignore[valid-type]
    "notes": Annotated[reply, "noted"],
    "field": dataclasses.make_dataclass("Holder", [("x", reply)]),
}


@pytest.mark.parametrize("given", NO_TYPES, ids=lambda given: type(given).__name__)
def test_what_is_no_type_is_refused_before_anything_is_sent(
    given: Any, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    with pytest.raises(TypeError, match=r"response_format must be a type|no JSON Schema for .*: it is no type"):
        parse(api, make_client(), given)
    assert not server.requests


@pytest.mark.parametrize("name", HOLDERS)
def test_a_function_within_a_type_is_no_type_either(name: str) -> None:
    with pytest.raises(TypeError, match=r"no JSON Schema for <function reply.*: it is no type"):
        Output(HOLDERS[name])


def test_a_type_without_a_schema_is_refused_before_anything_is_sent(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    class Plain:
        pass

    for call in (parse, lambda *given: api.answer(given[1], streamed=False, response_format=given[2])):
        with pytest.raises(TypeError, match=r"no JSON Schema for .*Plain.*; dataclasses, "):
            call(api, make_client(), Plain)
    assert not server.requests


@pytest.mark.parametrize(("repairs", "error"), [(-1, errors.ArgumentError), (True, TypeError), ("1", TypeError)])
def test_repairs_are_a_number(
    repairs: Any, error: type[Exception], api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    with pytest.raises(error, match="repairs must"):
        parse(api, make_client(), Point, repairs=repairs)
    assert not server.requests


def test_an_unknown_keyword_is_told_with_the_name_of_the_method(api: Api, make_client: MakeClient) -> None:
    name = "parse" if api.colour == "sync" else "parse_async"
    with pytest.raises(TypeError, match=rf"{name}\(\) .*'repair'"):
        parse(api, make_client(), Point, repair=1)


def test_a_class_that_is_made_in_a_function_is_known(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    @dataclasses.dataclass
    class Local:
        inner: Other

    @dataclasses.dataclass
    class Other:
        number: int

    server.enqueue(reply({"inner": {"number": 3}}))

    assert parse(api, make_client(), Local).parsed == Local(Other(3))
