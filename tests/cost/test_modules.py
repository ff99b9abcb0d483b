"""What is loaded, and when: most programs need little of the SDK."""

from __future__ import annotations

import json

import pytest

from tests.cost.exchanges import ANSWER, events
from tests.cost.loading import loaded, others, ours

_SERVER = f"""
import httpx
def answer(request):
    streamed = b'"stream":true' in request.content
    kind, body = ("text/event-stream", {b"".join(events(1))!r}) if streamed else (
        "application/json", {json.dumps(ANSWER).encode()!r})
    return httpx.Response(200, headers={{"content-type": kind}}, content=body)
transport = httpx.MockTransport(answer)
"""
_CLIENT = "import openrouter_sdk as sdk\nclient = sdk.OpenRouter(api_key='key')\n"
_CALLER = f"{_SERVER}\nimport openrouter_sdk as sdk\nhttp = httpx.Client(transport=transport)\n"
_CALL = "call = dict(model='a/b', messages=[dict(role='user', content='Hello')])\n"
_SYNC = f"{_CALLER}{_CALL}client = sdk.OpenRouter(api_key='key', client=http)\n"
_ASYNC = f"""{_SERVER}
import asyncio
import openrouter_sdk as sdk
{_CALL}
async def main():
    async with sdk.OpenRouter(api_key='key', async_client=httpx.AsyncClient(transport=transport)) as client:
        print((await client.chat.send_async(**call)).text)
asyncio.run(main())
"""
_HTTPX_CALL = f"{_SERVER}\nhttpx.Client(transport=transport).post('https://a/', json={{}}).json()"
_HTTPX_ASYNC_CALL = f"""{_SERVER}
import asyncio
async def main():
    async with httpx.AsyncClient(transport=transport) as http:
        (await http.post('https://a/', json={{}})).json()
asyncio.run(main())
"""
_ATTRS_LOADS = {"attr", "attrs", "dataclasses", "platform"}
_READING_ERRORS = {"html"}


@pytest.fixture(scope="module")
def after_client() -> set[str]:
    return loaded(_CLIENT)


@pytest.fixture(scope="module")
def after_call() -> set[str]:
    return loaded(f"{_SYNC}print(client.chat.send(**call).text)")


def _roots(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def _models(modules: set[str]) -> set[str]:
    prefix = "openrouter_sdk.models."
    return {name.removeprefix(prefix) for name in modules if name.startswith(prefix)}


def test_the_import_alone_loads_one_module_and_no_httpx() -> None:
    modules = loaded("import openrouter_sdk")

    assert ours(modules) == {"openrouter_sdk"}
    assert "httpx" not in modules


def test_a_client_loads_nothing_but_what_httpx_loads_and_the_reader_of_html(after_client: set[str]) -> None:
    floor = loaded("import httpx\nhttpx.Client()")

    assert _roots(others(after_client) - floor) <= _READING_ERRORS


def test_a_client_loads_no_model_and_not_what_models_are_made_with(after_client: set[str]) -> None:
    assert _models(after_client) == set()
    assert _roots(after_client).isdisjoint({"attr", "attrs", "cattrs", "pydantic"})


def test_a_client_loads_few_modules_of_the_sdk(after_client: set[str]) -> None:
    assert len(ours(after_client)) <= 51


def test_a_program_that_does_not_stream_never_loads_what_reads_streams(after_call: set[str]) -> None:
    assert "openrouter_sdk.custom.stream.sync" not in after_call


def test_a_sync_program_never_loads_asyncio(after_call: set[str]) -> None:
    streamed = loaded(f"{_SYNC}print([chunk.text for chunk in client.chat.send(stream=True, **call)])")

    assert _roots(after_call | streamed).isdisjoint({"asyncio", "anyio", "trio", "aiohttp"})


def test_a_first_call_loads_the_models_of_its_answer_alone(after_client: set[str], after_call: set[str]) -> None:
    new = ours(after_call) - ours(after_client)

    behaviour = {f"openrouter_sdk.custom.{name}" for name in ("answers", "answers.mixins")}
    assert new == behaviour | {f"openrouter_sdk.models.{name}" for name in _models(new)}
    assert _models(new) == {"chat_assistant_message", "chat_choice", "chat_result", "chat_usage"}


def test_a_first_call_loads_attrs_and_nothing_else(after_call: set[str]) -> None:
    floor = loaded(_HTTPX_CALL)

    assert _roots(others(after_call) - floor) <= _ATTRS_LOADS | _READING_ERRORS
    assert len(others(after_call) - floor) <= 25


def test_a_first_stream_loads_its_readers_and_the_models_of_a_chunk_alone(after_client: set[str]) -> None:
    modules = loaded(f"{_SYNC}print([chunk.text for chunk in client.chat.send(stream=True, **call)])")

    new = ours(modules) - ours(after_client)
    readers = {
        f"openrouter_sdk.custom.{name}"
        for name in ("stream.sync", "stream.base", "stream.state", "http.finalizing", "answers", "answers.mixins")
    }

    assert new == readers | {f"openrouter_sdk.models.{name}" for name in _models(new)}
    assert _models(new) == {"chat_stream_choice", "chat_stream_chunk", "chat_stream_delta", "chat_usage"}


def test_a_first_async_call_loads_its_drivers_and_what_async_httpx_loads(after_call: set[str]) -> None:
    floor = loaded(_HTTPX_ASYNC_CALL)

    modules = loaded(_ASYNC)

    drivers = {f"openrouter_sdk.custom.{name}" for name in ("engine.drivers_async", "http.settling")}
    assert ours(modules) - ours(after_call) <= drivers
    assert _roots(others(modules) - floor) <= _ATTRS_LOADS | _READING_ERRORS
    assert len(others(modules) - floor) <= 25
