"""The emulated OpenRouter without sockets: under the SDK and the OpenAI SDK, over httpx and httpx2."""

from __future__ import annotations

import asyncio

import httpx
import httpx2
import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.helpers.eventual import Eventual

openai = Eventual("openai")
ASK = [{"role": "user", "content": "one two three"}]
LIBRARIES = pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])
URL = "https://openrouter.ai/api/v1"


@pytest.fixture
def kit() -> testing.Transport:
    return testing.transport()


@LIBRARIES
def test_the_sdk_talks_to_it(kit, library):
    with OpenRouter(client=library.Client(transport=kit), api_key="test") as client:
        whole = client.chat.send(model="m", messages=ASK)
        with client.chat.send(model="m", messages=ASK, stream=True) as stream:
            pieces = [*stream.text_deltas()]

    assert (whole.text, pieces) == ("one two three", ["one", " two", " three"])
    assert [request.finished for request in kit.requests] == [True, True]


@LIBRARIES
def test_the_sdk_talks_to_it_async(kit, library):
    async def main():
        async with OpenRouter(async_client=library.AsyncClient(transport=kit), api_key="test") as client:
            whole = await client.chat.send_async(model="m", messages=ASK)
            async with await client.chat.send_async(model="m", messages=ASK, stream=True) as stream:
                return whole.text, [text async for text in stream.text_deltas()]

    assert asyncio.run(main()) == ("one two three", ["one", " two", " three"])


@LIBRARIES
def test_the_openai_sdk_talks_to_it(kit, library):
    kit.respond_to(contains="two", answer="Hi there")
    with openai.OpenAI(base_url=URL, api_key="test", http_client=library.Client(transport=kit)) as client:
        whole = client.chat.completions.create(model="m", messages=ASK)
        chunks = [*client.chat.completions.create(model="m", messages=ASK, stream=True)]

    assert whole.choices[0].message.content == "Hi there"
    assert [chunk.choices[0].delta.content for chunk in chunks[:2]] == ["Hi", " there"]


@LIBRARIES
def test_the_openai_sdk_talks_to_it_async(kit, library):
    async def main():
        http = library.AsyncClient(transport=kit)
        async with openai.AsyncOpenAI(base_url=URL, api_key="test", http_client=http) as client:
            return [chunk async for chunk in await client.chat.completions.create(model="m", messages=ASK, stream=True)]

    chunks = asyncio.run(main())

    assert [chunk.choices[0].delta.content for chunk in chunks[:3]] == ["one", " two", " three"]


def test_a_piece_arrives_before_the_next_is_made(kit):
    with httpx.Client(transport=kit) as http:
        body = {"model": "m", "messages": ASK, "stream": True}
        with http.stream(
            "POST", f"{URL}/chat/completions", json=body, headers={"authorization": "Bearer x"}
        ) as response:
            first = next(response.iter_raw())
            finished = kit.requests.last.finished

    assert (first, finished) == (b": OPENROUTER PROCESSING\n\n", False)
    assert kit.requests.last.closed_early


@LIBRARIES
@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (testing.raw(None), "RemoteProtocolError"),
        (testing.raw(200, {}, b"half of it", cut_after=4), "RemoteProtocolError"),
        (testing.raw(200, {}, b"half of it", cut_after=4, reset=True), "ReadError"),
        (testing.reply("late", first_delay=60), "ReadTimeout"),
        (testing.raw(200, {}, pieces=[b"a", 60.0, b"b"]), "ReadTimeout"),
    ],
)
def test_what_breaks_raises_the_errors_of_the_library(kit, library, answer, fault):
    kit.enqueue(answer, answer)

    async def read():
        async with library.AsyncClient(transport=kit, timeout=0.001) as http:
            await http.post(f"{URL}/chat/completions", json={})

    with library.Client(transport=kit, timeout=0.001) as http, pytest.raises(getattr(library, fault)):
        http.post(f"{URL}/chat/completions", json={})
    with pytest.raises(getattr(library, fault)):
        asyncio.run(read())


def test_functions_answer_in_both_colours(kit):
    kit.enqueue(*[lambda request: testing.reply(request.text.upper())] * 2)

    async def ask():
        async with OpenRouter(async_client=httpx.AsyncClient(transport=kit), api_key="test") as client:
            return (await client.chat.send_async(model="m", messages=ASK)).text

    with OpenRouter(client=httpx.Client(transport=kit), api_key="test") as client:
        assert client.chat.send(model="m", messages=ASK).text == "ONE TWO THREE"
    assert asyncio.run(ask()) == "ONE TWO THREE"


def test_a_function_that_returns_no_answer_fails_the_call(kit):
    kit.enqueue(lambda request: None)

    with httpx.Client(transport=kit) as http, pytest.raises(TypeError, match=r"must return what testing\.reply"):
        http.post(f"{URL}/chat/completions", json={})


def test_it_shares_the_script_of_a_server_that_need_not_run():
    server = testing.serve(api_key="sk-right")
    server.enqueue(testing.reply("scripted"))
    http = httpx.Client(transport=testing.transport(server))
    with OpenRouter(client=http, api_key="sk-wrong") as client:
        assert client.chat.send(model="m", messages=ASK).text == "scripted"
        with pytest.raises(errors.UnauthorizedResponseError):
            client.chat.send(model="m", messages=ASK)

    assert len(server.requests) == 2


def test_it_takes_nothing_else():
    with pytest.raises(TypeError, match="a server, a cassette or rules, not str"):
        testing.transport(["x"])
