"""Where the key comes from, and keys that cannot be used."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextvars import ContextVar
from functools import partial
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, OVER_EVERY_TRANSPORT, Api


def test_the_key_comes_from_the_environment(
    api: Api, make_client: MakeClient, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "from-environment\r\n")

    api.send(make_client(api_key=None))

    assert server.requests[0].headers["authorization"] == "Bearer from-environment"


def test_an_argument_beats_the_environment(
    api: Api, make_client: MakeClient, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "from-environment")

    api.send(make_client(api_key="given"))

    assert server.requests[0].headers["authorization"] == "Bearer given"


def test_the_key_may_be_the_first_argument() -> None:
    with OpenRouter("given") as client:
        assert client._settings.key.get() == "given"


@pytest.mark.parametrize("key", ["sk-test\r\n", "  sk-test", "\tsk-test\n", "sk-test\n\n"])
def test_white_space_around_the_key_is_dropped(
    key: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    api.send(make_client(api_key=key))

    assert server.requests[0].headers["authorization"] == "Bearer sk-test"


def test_a_missing_key_names_the_variable_when_the_client_is_built() -> None:
    with pytest.raises(errors.ArgumentError, match="OPENROUTER_API_KEY"):
        OpenRouter()


@pytest.mark.parametrize("key", ["", "   ", "\r\n"])
def test_a_blank_key_names_the_variable_when_the_client_is_built(key: str) -> None:
    with pytest.raises(errors.ArgumentError, match="OPENROUTER_API_KEY"):
        OpenRouter(api_key=key)


@pytest.mark.parametrize("key", ["", "  \n"])
def test_a_blank_variable_is_named_when_the_client_is_built(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", key)

    with pytest.raises(errors.ArgumentError, match="OPENROUTER_API_KEY"):
        OpenRouter()


@pytest.mark.parametrize("key", ["sk-one\nsk-two", "sk-one\r\nX-Evil: 1", "sk\x00one", "sk one", "sk-ключ", "sk\x7f1"])
def test_a_key_that_no_header_may_hold_is_refused_without_being_shown(key: str) -> None:
    with pytest.raises(errors.ArgumentError, match="api_key") as caught:
        OpenRouter(api_key=key)

    assert key not in str(caught.value)
    assert "sk" not in str(caught.value)


@pytest.mark.parametrize("key", ["Bearer sk-one", "bearer sk-one", "OPENROUTER_API_KEY=sk-one", '"sk-one"', "'sk-one'"])
def test_a_key_with_what_stands_around_it_elsewhere_is_refused(key: str) -> None:
    with pytest.raises(errors.ArgumentError, match="api_key must be the key alone") as caught:
        OpenRouter(api_key=key)

    assert "sk" not in str(caught.value)


@pytest.mark.parametrize("key", [b"sk-test", 5, ["sk-test"]])
def test_a_key_of_the_wrong_type_is_a_type_error(key: Any) -> None:
    with pytest.raises(TypeError, match=f"api_key must be a string, not {type(key).__name__}") as caught:
        OpenRouter(api_key=key)

    assert "sk-test" not in str(caught.value)


def test_a_function_is_asked_for_each_call(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    keys: Iterator[str] = iter(["one", "two\n"])
    client = make_client(api_key=lambda: next(keys))

    api.send(client)
    api.stream(client).final()

    assert [request.headers["authorization"] for request in server.requests] == ["Bearer one", "Bearer two"]


@pytest.mark.parametrize(("key", "kind"), [("", ValueError), ("a\nb", ValueError), (None, TypeError), (5, TypeError)])
def test_what_a_function_returns_is_checked_before_anything_is_sent(
    key: Any, kind: type[Exception], api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(api_key=lambda: key)

    with pytest.raises(kind, match="api_key"):
        api.send(client)

    assert server.requests == []


def test_what_a_function_raises_comes_through(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    def vault() -> str:
        raise LookupError("vault is shut")

    client = make_client(api_key=vault)

    with pytest.raises(LookupError, match="vault is shut"):
        api.send(client)

    assert server.requests == []


async def async_key() -> str:
    return "from-coroutine"


@pytest.mark.parametrize("api", ["async"], indirect=True)
def test_an_async_function_works_in_async_calls(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    api.send(make_client(api_key=async_key))

    assert server.requests[0].headers["authorization"] == "Bearer from-coroutine"


@pytest.mark.parametrize("api", ["sync"], indirect=True)
def test_an_async_function_in_a_sync_call_says_what_to_use(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    with pytest.raises(TypeError, match="api_key is an async function: call the async method"):
        make_client(api_key=async_key).chat.send(messages=ASK, model=MODEL)

    assert server.requests == []


TENANT: ContextVar[str] = ContextVar("TENANT", default="nobody")


def test_a_function_that_blocks_does_not_hold_up_the_event_loop(server: testing.Server) -> None:
    asked, answered = threading.Event(), threading.Event()

    def vault() -> str:
        asked.set()
        assert answered.wait(20)
        return f"key-of-{TENANT.get()}"

    async def ask() -> None:
        TENANT.set("me")
        async with OpenRouter(server_url=server.url, api_key=vault) as client:
            call = asyncio.create_task(client.chat.send_async(messages=ASK, model=MODEL))
            # the loop goes on while the function waits for it
            await asyncio.to_thread(asked.wait, 20)
            answered.set()
            await call

    asyncio.run(ask())

    assert server.requests[0].headers["authorization"] == "Bearer key-of-me"


def test_a_function_runs_in_the_callers_thread_in_sync_calls(server: testing.Server) -> None:
    threads: list[threading.Thread] = []

    def key() -> str:
        threads.append(threading.current_thread())
        return "key"

    with OpenRouter(server_url=server.url, api_key=key) as client:
        client.chat.send(messages=ASK, model=MODEL)

    assert threads == [threading.current_thread()]


class Keeper:
    """An object that is called, async."""

    def __init__(self) -> None:
        self.loops: list[object] = []

    async def __call__(self) -> str:
        self.loops.append(asyncio.get_running_loop())
        return "kept"


def itself(keeper: Keeper) -> Any:
    return keeper


def behind_a_plain_function(keeper: Keeper) -> Any:
    def key() -> Any:
        return keeper()

    return key


@pytest.mark.parametrize("wrap", [itself, partial, behind_a_plain_function])
def test_an_async_function_runs_in_the_event_loop(wrap: Any, server: testing.Server) -> None:
    keeper = Keeper()

    async def ask() -> None:
        key = wrap(keeper)
        async with OpenRouter(server_url=server.url, api_key=key) as client:
            await client.chat.send_async(messages=ASK, model=MODEL)
        assert keeper.loops == [asyncio.get_running_loop()]

    asyncio.run(ask())

    assert server.requests[0].headers["authorization"] == "Bearer kept"


@OVER_EVERY_TRANSPORT
@pytest.mark.parametrize("error", [StopIteration, StopAsyncIteration, SystemExit])
def test_no_exception_of_a_function_leaves_the_call_waiting(
    error: type[BaseException], api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    def key() -> str:
        raise error

    client = make_client(api_key=key)

    with pytest.raises(BaseException) as caught:  # noqa: PT011 - a StopIteration becomes a RuntimeError in async code
        api.send(client)

    assert isinstance(caught.value, error) or isinstance(caught.value.__cause__, error)
    assert server.requests == []
