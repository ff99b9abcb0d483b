"""Bad arguments are refused before anything is sent, with a message that names the place."""

from __future__ import annotations

import asyncio
import datetime
import math
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors, models, testing
from tests.helpers.api import ASK, MODEL, Api, SyncApi

SYSTEM = '{"role": "system", "content": "..."}'


def refused(api: Api, client: OpenRouter, server: testing.Server, kind: type[Exception], **arguments: Any) -> str:
    """What the refusal says."""
    with pytest.raises(kind) as caught:
        api.send(client, **arguments)
    assert server.requests == []
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("temprature", "temperature"),
        ("retrys", "retries"),
        ("extra_headers", "http_headers"),
        ("max_token", "max_tokens"),
        ("http_referrer", "http_referer"),
        ("x_open_router_titel", "x_open_router_title"),
        ("x_title", "x_open_router_title"),
        ("retry_config", "retries"),
    ],
)
def test_an_unknown_keyword_is_a_type_error_with_the_nearest_known_one(
    name: str, near: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    message = refused(api, client, server, TypeError, **{name: 1})

    assert message.startswith("send() got" if isinstance(api, SyncApi) else "send_async() got")
    assert repr(name) in message
    assert f"did you mean {near!r}" in message


def test_an_unknown_keyword_without_a_neighbour_points_to_extra_body(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    message = refused(api, client, server, TypeError, qqqqqq=1)

    assert "'qqqqqq'" in message
    assert "extra_body" in message


def test_a_key_for_one_call_is_refused_with_the_place_where_it_goes(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    message = refused(api, client, server, TypeError, api_key="test")

    assert message.endswith("argument 'api_key'; the key is that of the client: OpenRouter(api_key=...)")


def test_a_provider_key_is_refused_with_the_way_to_go(api: Api, client: OpenRouter, server: testing.Server) -> None:
    message = refused(api, client, server, TypeError, byok_api_key="sk-provider-key")

    assert "byok_api_key" in message
    assert "account" in message
    assert "sk-provider-key" not in message


@pytest.mark.parametrize("name", ["send", "parse", "run"])
def test_an_argument_without_its_name_is_told_with_how_it_is_written(
    name: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    given = {"messages": [], "response_format": dict} if name == "parse" else {"messages": []}
    told = r"takes keyword arguments only: .*\(model=\"openai/gpt-4o\", messages=\[\{\"role\": \"user\""
    with pytest.raises(TypeError, match=told):
        api.operate(client, f"chat.{name}", "openai/gpt-4o", **given)

    assert len(server.requests) == 0


@pytest.mark.parametrize("name", ["send", "parse", "run"])
@pytest.mark.parametrize("given", [("Hi",), (ASK,), ("openai/gpt-4o", ASK)], ids=["text", "messages", "model"])
def test_a_question_without_its_name_is_told_how_it_is_written(
    name: str, given: tuple[Any, ...], api: Api, client: OpenRouter
) -> None:
    told = r"takes keyword arguments only: .*\(model=\"openai/gpt-4o\", messages=\[\{\"role\": \"user\""
    with pytest.raises(TypeError, match=told):
        api.operate(client, f"chat.{name}", *given)
    with pytest.raises(TypeError, match=told):
        client.chat(*given)


def test_messages_are_required(api: Api, client: OpenRouter, server: testing.Server) -> None:
    with pytest.raises(TypeError, match="messages"):
        api.call(client, model=MODEL)
    with pytest.raises(TypeError, match="response_format must be a type"):
        api.operate(client, "chat.parse", messages=ASK)

    assert server.requests == []


@pytest.mark.parametrize("messages", ["Hi", b"Hi", ASK[0], models.ChatUserMessage(content="Hi"), 5, None, True])
def test_messages_must_be_a_list(messages: Any, api: Api, client: OpenRouter, server: testing.Server) -> None:
    message = refused(api, client, server, TypeError, messages=messages)

    assert "messages must be a list" in message
    assert ("None" if messages is None else type(messages).__name__) in message


@pytest.mark.parametrize("message", ["Hi", None, 5, ("role", "user"), ["role", "user"], object()])
def test_what_is_no_message_is_named_by_its_index(
    message: Any, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    assert "messages[1]" in refused(api, client, server, TypeError, messages=[*ASK, message])


@pytest.mark.parametrize("message", [{}, {"content": "Hi"}, {"role": None, "content": "Hi"}])
def test_a_message_without_role_is_named_by_its_index(
    message: Any, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    assert "messages[1] has no 'role'" in refused(api, client, server, errors.ArgumentError, messages=[*ASK, message])


@pytest.mark.parametrize("kind", [models.ChatResult, models.ChatChoice])
def test_an_answer_instead_of_its_message_is_told(
    kind: Any, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    given = [*ASK, kind.from_dict({})]
    message = refused(api, client, server, errors.ArgumentError, messages=given)

    assert message == f"messages[1] is a {kind.__name__}: pass its .message"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("where", ["temperature", "provider.deep[1].x", "messages[0].weight"])
def test_what_is_no_json_number_is_named_by_its_place(
    value: float, where: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    message = refused(api, client, server, errors.ArgumentError, **nested(where, value))

    assert message.startswith(where)
    assert repr(value) in message


@pytest.mark.parametrize("half", ["\ud83c", "a\udc00b", "\udc00\ud800"])
@pytest.mark.parametrize("where", ["messages[0].content", "user", "provider.deep[1].x"])
def test_half_a_character_is_named_by_its_place(
    half: str, where: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    message = refused(api, client, server, errors.ArgumentError, **nested(where, half))

    assert message.startswith(where)
    assert "surrogate" in message


def test_half_a_character_in_a_key_is_named_too(api: Api, client: OpenRouter, server: testing.Server) -> None:
    message = refused(api, client, server, errors.ArgumentError, metadata={"\ud83c": "x"})

    assert message.startswith("metadata")
    assert "surrogate" in message


@pytest.mark.parametrize(
    "value", [{1, 2}, b"raw", object(), Decimal(1), datetime.date(2026, 1, 1), (x for x in ()), int, len]
)
@pytest.mark.parametrize("where", ["messages[0].content", "provider.deep[1].x"])
def test_what_has_no_json_form_is_named_by_its_place(
    value: Any, where: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    message = refused(api, client, server, TypeError, **nested(where, value))

    assert message.startswith(where)
    assert type(value).__name__ in message


def test_a_key_that_is_no_text_is_named_by_its_place(api: Api, client: OpenRouter, server: testing.Server) -> None:
    message = refused(api, client, server, TypeError, metadata={("a", "b"): "x"})

    assert message.startswith("metadata")
    assert "('a', 'b')" in message


def test_what_holds_itself_is_refused(api: Api, client: OpenRouter, server: testing.Server) -> None:
    loop: dict[str, Any] = {"deep": []}
    loop["deep"].append(loop)

    assert "provider.deep[0] holds itself" in refused(api, client, server, errors.ArgumentError, provider=loop)


def test_what_is_nested_without_end_is_refused(api: Api, client: OpenRouter, server: testing.Server) -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]

    message = refused(api, client, server, errors.ArgumentError, provider={"deep": deep})

    assert message.startswith("provider.deep")
    assert "nested too deeply" in message
    assert len(message) < 1000


def test_a_model_is_checked_inside_as_well(api: Api, client: OpenRouter, server: testing.Server) -> None:
    message = models.ChatUserMessage(content="half \ud83c")

    told = refused(api, client, server, errors.ArgumentError, messages=[message])

    assert told.startswith("messages[0].content")


def test_extra_body_must_be_a_mapping(api: Api, client: OpenRouter, server: testing.Server) -> None:
    assert "extra_body" in refused(api, client, server, TypeError, extra_body=[("a", 1)])


def test_an_argument_error_is_a_value_error_and_an_sdk_error() -> None:
    assert issubclass(errors.ArgumentError, ValueError)
    assert issubclass(errors.ArgumentError, errors.OpenRouterError)


def nested(where: str, value: Any) -> dict[str, Any]:
    """Arguments that hold `value` at that place."""
    if where.startswith("messages"):
        return {"messages": [{"role": "user", "content": "Hi", where.rpartition(".")[2]: value}]}
    if where.startswith("provider"):
        return {"provider": {"order": ["a"], "deep": [0, {"x": value}]}}
    return {where: value}


@pytest.mark.parametrize("messages", ["Hi", ["Hi"], [{"content": "Hi"}]])
def test_what_is_no_list_of_messages_is_told_with_one(
    messages: Any, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    assert '{"role": "user", "content": "..."}' in refused(api, client, server, Exception, messages=messages)


@pytest.mark.parametrize("file", [Path("cat.png"), b"PNG"])
def test_a_file_in_a_message_is_told_with_what_makes_it_a_part(
    file: Any, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    message = refused(api, client, server, TypeError, messages=[{"role": "user", "content": [file]}])

    assert message.startswith("messages[0].content[0]")
    assert "content.image()" in message


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("apikey", "api_key"),
        ("base_url", "server_url"),
        ("default_headers", "http_headers"),
        ("http_client", "client"),
        ("max_retries", "retry_config"),
        ("retries", "retry_config"),
        ("retry", "retry_config"),
        ("organization", ""),
    ],
)
def test_an_unknown_option_of_the_client_is_told_with_the_one_that_was_meant(name: str, near: str) -> None:
    options: dict[str, Any] = {name: "secret"}
    with pytest.raises(TypeError) as caught:
        OpenRouter(api_key="test", **options)

    message = str(caught.value)
    assert message.startswith(f"OpenRouter() got an unexpected keyword argument {name!r}; ")
    assert message.endswith(f"did you mean {near!r}?" if near else "further headers go into http_headers")


@pytest.mark.parametrize(
    ("method", "name", "near"),
    [
        ("run", "max_iterations", "max_steps"),
        ("run", "max_turns", "max_steps"),
        ("map", "max_workers", "concurrency"),
        ("map", "max_concurrency", "concurrency"),
        ("parse", "schema", "response_format"),
    ],
)
def test_a_name_that_others_have_is_told_with_the_one_here(
    method: str, name: str, near: str, client: OpenRouter
) -> None:
    given: dict[str, Any] = {"map": {"items": ["Hi"]}, "parse": {"messages": ASK, "response_format": dict}}.get(
        method, {"messages": ASK}
    )
    with pytest.raises(TypeError, match=rf"keyword argument '{name}'; did you mean '{near}'\?$"):
        getattr(client.chat, method)(**given, **{name: 3})


@pytest.mark.parametrize("method", ["send", "run", "parse", "parse without a type"])
def test_a_needed_argument_under_a_wrong_name_is_told_with_the_right_one(method: str) -> None:
    client = OpenRouter(api_key="test")
    call, _, untyped = method.partition(" ")
    given: dict[str, Any] = {"response_format": int} if call == "parse" else {}
    wrong, right = ("mesages", "messages")
    if untyped:
        given, wrong, right = {"messages": ASK}, "respose_format", "response_format"
    with pytest.raises(TypeError, match=rf"keyword argument '{wrong}'; did you mean '{right}'\?$"):
        getattr(client.chat, call)(**given, **{wrong: ASK})
    with pytest.raises(TypeError, match=rf"keyword argument '{wrong}'; did you mean '{right}'\?$"):
        asyncio.run(getattr(client.chat, f"{call}_async")(**given, **{wrong: ASK}))


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("tiemout", "did you mean 'timeout'?"),
        ("retry_config", "did you mean 'retries'?"),
        ("api_key", "; the key is that of the client: OpenRouter(api_key=...)"),
        ("zzz", "; key and connections are those of the client"),
    ],
)
def test_an_unknown_option_of_a_view_is_told(name: str, hint: str, client: OpenRouter) -> None:
    options: dict[str, Any] = {name: "secret"}
    with pytest.raises(TypeError, match=rf"^with_options\(\) got .*{name}.*{re.escape(hint)}$"):
        client.with_options(**options)


@pytest.mark.parametrize("name", ["system", "system_prompt", "instructions"])
def test_a_system_prompt_is_told_where_it_goes(name: str, api: Api, client: OpenRouter, server: testing.Server) -> None:
    message = refused(api, client, server, TypeError, messages=ASK, **{name: "Be brief."})

    assert message.endswith(f"{name!r}; a system prompt is the first of the messages: {SYSTEM}")


def test_a_form_of_the_answer_by_its_bare_name_is_told_how_it_is_written(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    message = refused(api, client, server, TypeError, messages=ASK, response_format="json_object")

    assert message == """response_format must be a type or a dict such as {"type": "json_object"}, not 'json_object'"""


def test_what_only_the_whole_answer_has_is_told_to_who_looks_for_it_on_a_stream(api: Api, client: OpenRouter) -> None:
    with api.stream(client, messages=ASK) as stream:
        with pytest.raises(
            AttributeError, match=r"^'EventStream.*' object has no attribute 'choices'; final\(\) reads"
        ):
            _ = stream.inner.choices
        with pytest.raises(AttributeError, match=r"no attribute 'colour'$"):
            _ = stream.inner.colour


def test_what_openai_calls_completions_is_told_by_its_name_here(client: OpenRouter) -> None:
    chat: Any = client.chat
    with pytest.raises(AttributeError, match=r"'completions'.*chat\.send"):
        chat.completions.create(model=MODEL, messages=ASK)
    with pytest.raises(AttributeError, match=r"has no attribute 'create'$"):
        chat.create(model=MODEL, messages=ASK)
