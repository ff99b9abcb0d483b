"""What is loaded, and when: most programs need little of the SDK."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.cost.exchanges import ANSWER, events
from tests.cost.loading import loaded, made_by, others, ours
from tests.helpers.raw_server import Connection, RawServer

_CLIENT = "import openrouter_sdk as sdk\nclient = sdk.OpenRouter(api_key='key')\n"
_SDK = "import openrouter_sdk as sdk\ncall = dict(model='a/b', messages=[dict(role='user', content='Hello')])\n"
_SYNC = f"{_SDK}client = sdk.OpenRouter(api_key='key', server_url=URL)\n"
_SYNC_STREAM = f"{_SYNC}print([chunk.text for chunk in client.chat.send(stream=True, **call)])"
_ASYNC = f"""{_SDK}
import asyncio
async def main():
    async with sdk.OpenRouter(api_key='key', server_url=URL) as client:
        print((await client.chat.send_async(**call)).text)
asyncio.run(main())
"""
_HTTPX_CALL = "import httpx\nhttpx.Client().post(URL, json={}).json()"
_HTTPX_ASYNC_CALL = """
import asyncio, httpx
async def main():
    async with httpx.AsyncClient() as http:
        (await http.post(URL, json={})).json()
asyncio.run(main())
"""
_KINDS = {True: ("text/event-stream", b"".join(events(1))), False: ("application/json", json.dumps(ANSWER).encode())}
_ATTRS_LOADS = {"attr", "attrs", "dataclasses", "platform"}


@pytest.fixture(scope="module")
def after_client() -> set[str]:
    return loaded(_CLIENT)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """Of a server that answers as it is asked, with a stream or with a whole answer."""

    def answer(connection: Connection) -> None:
        while connection.read_request():
            kind, body = _KINDS[b'"stream":true' in connection.received]
            head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
            connection.send(head.encode() + body)

    with RawServer(answer) as server:
        yield server.url


@pytest.fixture(scope="module")
def after_call(url: str) -> set[str]:
    return _at(url, f"{_SYNC}print(client.chat.send(**call).text)")


def _at(url: str, program: str) -> set[str]:
    return loaded(f"URL = {url!r}\n{program}")


def _roots(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def _models(modules: set[str]) -> set[str]:
    prefix = "openrouter_sdk.models."
    return {name.removeprefix(prefix) for name in modules if name.startswith(prefix)}


def test_the_import_alone_loads_one_module_and_no_httpx() -> None:
    modules = loaded("import openrouter_sdk")

    assert ours(modules) == {"openrouter_sdk"}
    assert "httpx" not in modules


def test_a_client_loads_nothing_but_what_httpx_loads(after_client: set[str]) -> None:
    floor = loaded("import httpx\nhttpx.Client()")

    assert not others(after_client) - floor


def test_a_client_loads_no_model_and_not_what_models_are_made_with(after_client: set[str]) -> None:
    assert _models(after_client) == set()
    assert _roots(after_client).isdisjoint({"attr", "attrs", "cattrs", "pydantic"})


def test_a_client_loads_few_modules_of_the_sdk(after_client: set[str]) -> None:
    assert len(ours(after_client)) <= 43


def test_a_client_loads_nothing_that_reads_streams_or_tells_errors(after_client: set[str]) -> None:
    rare = ("stream.sse", "stream.chunks", "stream.accumulate", "errors.provider", "errors.retry_after", "retry.decide")

    assert after_client.isdisjoint(f"openrouter_sdk.custom.{name}" for name in rare)
    assert _roots(after_client).isdisjoint({"dataclasses", "email", "hashlib", "html", "http", "inspect"})


def test_what_a_client_loads_makes_few_named_tuples_no_dataclass_and_compiles_no_pattern() -> None:
    # a dataclass with slots takes as long to make as ten small modules to load, a named tuple of ten fields as four
    made = made_by(_CLIENT)

    assert made.dataclasses == []
    assert made.patterns == []
    assert len(made.named_tuples) <= 10
    assert max(made.named_tuples.values()) <= 10


def test_a_program_that_brings_no_client_of_httpx_never_loads_httpx(url: str, after_call: set[str]) -> None:
    modules = after_call | _at(url, _SYNC_STREAM) | _at(url, _ASYNC)

    assert _roots(modules).isdisjoint({"httpx", "httpcore"})


def test_a_program_that_does_not_stream_never_loads_what_reads_streams(after_call: set[str]) -> None:
    assert "openrouter_sdk.custom.stream.sync" not in after_call


def test_a_sync_program_never_loads_asyncio(url: str, after_call: set[str]) -> None:
    streamed = _at(url, _SYNC_STREAM)

    assert _roots(after_call | streamed).isdisjoint({"asyncio", "anyio", "trio", "aiohttp"})


def test_a_first_call_loads_the_models_of_its_answer_alone(after_client: set[str], after_call: set[str]) -> None:
    new = ours(after_call) - ours(after_client)

    network = ("decoding", "http11", "own_client", "routes", "sender", "sockets")
    behaviour = {f"openrouter_sdk.custom.{name}" for name in ("answers", "answers.mixins", "errors.http_info")}
    assert new == behaviour | {f"openrouter_sdk.custom.http.{name}" for name in network} | {
        f"openrouter_sdk.models.{name}" for name in _models(new)
    }
    assert _models(new) == {"chat_assistant_message", "chat_choice", "chat_result", "chat_usage"}


def test_a_first_call_loads_attrs_and_nothing_else(url: str, after_call: set[str]) -> None:
    floor = _at(url, _HTTPX_CALL)

    assert _roots(others(after_call) - floor) <= _ATTRS_LOADS
    assert len(others(after_call) - floor) <= 25


def test_a_first_stream_loads_its_readers_and_the_models_of_a_chunk_alone(url: str, after_call: set[str]) -> None:
    modules = _at(url, _SYNC_STREAM)

    new = ours(modules) - ours(after_call)
    readers = {
        f"openrouter_sdk.custom.{name}"
        for name in (
            "http.finalizing",
            "stream.accumulate",
            "stream.base",
            "stream.chunks",
            "stream.pieces",
            "stream.plain",
            "stream.sse",
            "stream.state",
            "stream.sync",
        )
    }

    assert new == readers | {f"openrouter_sdk.models.{name}" for name in _models(new)}
    assert _models(new) == {"chat_stream_choice", "chat_stream_chunk", "chat_stream_delta"}


def test_a_first_async_call_loads_its_drivers_and_what_async_httpx_loads(url: str, after_call: set[str]) -> None:
    floor = _at(url, _HTTPX_ASYNC_CALL)

    modules = _at(url, _ASYNC)

    drivers = {
        f"openrouter_sdk.custom.{name}"
        for name in (
            "http.clients_async",
            "http.event_loop",
            "http.own_client_async",
            "http.sockets_async",
        )
    }
    assert ours(modules) - ours(after_call) <= drivers
    assert _roots(others(modules) - floor) <= _ATTRS_LOADS
    assert len(others(modules) - floor) <= 25
