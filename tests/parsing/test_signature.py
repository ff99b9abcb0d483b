"""The methods are made of `send`: they take all it takes, and need what it does not."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from openrouter_sdk import EventStream, EventStreamAsync, OpenRouter, ParsedStream, ParsedStreamAsync
from tests.helpers.scripts import run_python


def parameters(name: str) -> dict[str, inspect.Parameter]:
    return dict(inspect.signature(getattr(OpenRouter.chat, name)).parameters)


@pytest.mark.parametrize(("name", "origin"), [("parse", "send"), ("parse_async", "send_async")])
def test_parse_takes_what_send_takes_and_repairs(name: str, origin: str) -> None:
    own, taken = parameters(name), parameters(origin)

    assert own.keys() == taken.keys() | {"repairs"}
    assert {key for key in taken if own[key] != taken[key]} == {"response_format"}
    assert own["repairs"].default == 0


def test_both_colours_take_and_say_the_same() -> None:
    sync: Any = OpenRouter.chat.parse
    other: Any = OpenRouter.chat.parse_async

    assert parameters("parse") == parameters("parse_async")
    assert inspect.getdoc(sync) == (inspect.getdoc(other) or "").replace("EventStreamAsync", "EventStream")
    assert "repairs: How often to ask again" in (inspect.getdoc(sync) or "")


def test_a_parsed_stream_is_read_as_any_stream_is() -> None:
    for parsed, plain in ((ParsedStream, EventStream), (ParsedStreamAsync, EventStreamAsync)):
        shown = {name for name in dir(parsed) if not name.startswith("_")}
        closing = {name for name in ("close", "aclose") if hasattr(plain, name)}
        assert closing | {"text_deltas", "final", "http", "partial", "partial_parsed"} <= shown


def test_without_the_extra_the_error_names_it() -> None:
    printed, _ = run_python("""
        import asyncio, sys
        sys.modules["pydantic"] = None
        from openrouter_sdk import ChatResult, OpenRouter
        client = OpenRouter(api_key="k", server_url="http://127.0.0.1:9")
        given = {"model": "m", "messages": [], "response_format": int}
        for call in (
            lambda: client.chat.parse(**given),
            lambda: asyncio.run(client.chat.parse_async(**given)),
            lambda: client.chat.send(**given),
            lambda: ChatResult.from_dict({}).parse(int),
        ):
            try:
                call()
            except ImportError as error:
                print(error)
    """)

    wanted = "tools and structured outputs need 'pydantic': pip install 'openrouter-sdk[tools]'"
    assert printed.splitlines() == [wanted] * 4


def test_without_the_extra_all_public_names_are_there() -> None:
    printed, _ = run_python("""
        import sys
        for name in ("pydantic", "pydantic_core", "docstring_parser"):
            sys.modules[name] = None
        from openrouter_sdk import *
        print(ParsedResult.__name__, Tool.__name__)
    """)

    assert printed == "ParsedResult Tool\n"


def test_a_plain_call_loads_nothing_of_it() -> None:
    printed, _ = run_python("""
        import sys
        from openrouter_sdk import OpenRouter, testing
        with testing.serve() as server, OpenRouter(api_key="k", server_url=server.url) as client:
            client.chat.send(model="m", messages=[], response_format={"type": "json_object"})
        print([name for name in sys.modules if name == "pydantic" or name.startswith("openrouter_sdk.custom.parsing")])
    """)

    assert printed == "[]\n"
