"""Streams in rare moments: closed while waiting to begin anew, timed out by the caller, answered by a whole answer."""

from __future__ import annotations

import asyncio
import json
import pickle
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors, testing
from openrouter_sdk.custom.engine.settings import ApiKey
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, Api
from tests.streams.wire import text

ERROR_FRAME = b'data: {"error":{"code":503,"message":"Busy"}}\n\n'
STREAM = {"Content-Type": "text/event-stream"}


def test_a_stream_closed_before_its_second_try_is_not_sent_again(server: testing.Server) -> None:
    server.enqueue(testing.raw(200, STREAM, ERROR_FRAME))
    with OpenRouter(server_url=server.url, api_key="test") as client:
        stream = client.chat.send(model=MODEL, messages=ASK, stream=True)
        client._runtime.sleep = lambda _: stream.close()

        assert list(stream) == []

    assert len(server.requests) == 1


def test_an_async_stream_closed_before_its_second_try_is_not_sent_again(server: testing.Server) -> None:
    server.enqueue(testing.raw(200, STREAM, ERROR_FRAME))

    async def read() -> list[Any]:
        async with OpenRouter(server_url=server.url, api_key="test") as client:
            stream = await client.chat.send_async(model=MODEL, messages=ASK, stream=True)

            async def close(_: float) -> None:
                await stream.aclose()

            client._runtime.sleep_async = close
            return [chunk async for chunk in stream]

    assert asyncio.run(read()) == []
    assert len(server.requests) == 1


def test_an_answer_that_came_whole_is_the_final_one(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    details = [
        {"type": "reasoning.text", "text": "A", "signature": "S1"},
        {"type": "reasoning.text", "text": "B", "signature": "S2"},
    ]
    message = {"role": "assistant", "content": "Hi", "reasoning_details": details}
    body = {"id": "gen-1", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
    server.enqueue(testing.raw(200, {"Content-Type": "application/json"}, json.dumps(body).encode()))

    final = api.stream(make_client(), model=MODEL, messages=ASK).final()

    assert final.to_dict() == body


def test_an_answer_that_came_whole_may_hold_a_choice_that_is_none(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    choice = {"index": 0, "message": {"role": "assistant", "content": "Hi"}, "finish_reason": "stop"}
    body = {"id": "gen-1", "choices": [choice, 5]}
    server.enqueue(testing.raw(200, {"Content-Type": "application/json"}, json.dumps(body).encode()))

    assert api.stream(make_client(), model=MODEL, messages=ASK).final().text == "Hi"


def test_events_in_place_of_a_whole_answer_may_end_without_a_blank_line(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.raw(200, STREAM, text("Hel") + text("lo", "stop").rstrip() + b"\n"))

    assert api.answer(make_client(), streamed=False, messages=ASK).text == "Hello"


@pytest.mark.parametrize("streamed", [True, False], ids=["stream", "events in place of a whole answer"])
def test_an_event_above_the_ceiling_is_an_error_that_names_the_option(
    api: Api, make_client: MakeClient, server: testing.Server, streamed: bool
) -> None:
    large = text("Hel") + text("lo" * 1000)
    client = make_client(max_event_bytes=1000)
    server.enqueue(testing.raw(200, STREAM, large))

    with pytest.raises(errors.ResponseValidationError, match="max_event_bytes=1000") as caught:
        api.answer(client, streamed=streamed, messages=ASK)

    assert caught.value.partial.text == "Hel"


@pytest.mark.parametrize("kind", ["application/json", "text/event-stream"])
def test_the_ceiling_is_not_for_answers_that_come_whole(
    api: Api, make_client: MakeClient, server: testing.Server, kind: str
) -> None:
    body = {"id": "gen-1", "choices": [{"index": 0, "message": {"content": "Hi" * 1000}, "finish_reason": "stop"}]}
    server.enqueue(testing.raw(200, {"Content-Type": kind}, json.dumps(body).encode()))

    assert api.stream(make_client(max_event_bytes=1000)).final().text == "Hi" * 1000


def test_a_key_is_in_no_pickle() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(ApiKey("a-key"))


@pytest.mark.parametrize("name", ["Content-Length", "Transfer-Encoding"])
def test_headers_that_frame_the_request_are_refused(name: str, api: Api, client: OpenRouter) -> None:
    with pytest.raises(errors.ArgumentError, match=name):
        api.send(client, http_headers={name: "3"})


@pytest.mark.parametrize("url", ["https://.com", "https://" + "a" * 70 + ".com", "https://a b/"])
def test_an_odd_host_is_refused_at_once(url: str) -> None:
    with pytest.raises(errors.ArgumentError):
        OpenRouter(server_url=url, api_key="test")


@pytest.mark.parametrize("streamed", [True, False], ids=["stream", "whole"])
def test_a_status_counts_whatever_becomes_of_its_body(
    api: Api, make_client: MakeClient, server: testing.Server, streamed: bool
) -> None:
    server.enqueue(testing.raw(401, {"Content-Type": "application/json"}, b'{"error":{"message"', cut_after=9))

    with pytest.raises(errors.UnauthorizedResponseError) as caught:
        api.answer(make_client(), streamed=streamed, messages=ASK)

    assert caught.value.__cause__ is not None
    assert "401 Unauthorized: its body could not be read: " in str(caught.value)
    assert len(server.requests) == 1
