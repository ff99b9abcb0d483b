"""Parsed streams: chunks come as of any stream, and what they are the beginning of grows."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from openrouter_sdk import ChatResult, OpenRouter, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.parsing.asking import begin, reply
from tests.parsing.test_json_text import has_grown
from tests.schema.kinds import Line, Node, Point

LINE: dict[str, Any] = {
    "start": {"x": 12, "y": None},
    "points": [{"x": number, "y": 2 * number} for number in range(5)],
    "parent": None,
}


def test_what_has_come_can_be_read_after_every_chunk_and_grows(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(reply(LINE))
    seen: list[Any] = [None]

    with begin(api, make_client(), Line, stream=True) as stream:
        for _ in stream:
            seen.append(stream.inner.partial_parsed())
            assert seen[-2] is None or has_grown(seen[-2], seen[-1])
        result: Any = stream.final()

    assert seen[-1] == LINE
    assert len({str(each) for each in seen}) > 10
    assert result.parsed == Line(Point(12), [Point(n, 2 * n) for n in range(5)])
    assert result.answer.text == result.text


def test_what_was_wrapped_is_seen_unwrapped(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(reply({"value": ["one", "two words"]}))

    with begin(api, make_client(), list[str], stream=True) as stream:
        seen = [stream.inner.partial_parsed() for _ in stream]

    assert seen[0] is None
    assert ["one"] in seen
    assert seen[-1] == ["one", "two words"]


def test_text_deltas_count_as_read(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(reply({"value": "two words"}))

    with begin(api, make_client(), str, stream=True) as stream:
        pieces = list(api.wrap(stream.inner.text_deltas()))

        assert "".join(pieces) == '{"value": "two words"}'
        assert stream.inner.partial_parsed() == "two words"


def test_what_is_no_json_keeps_what_was_read_and_final_tells(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.reply('{"x": 1, "y": 2, } and more'))

    with begin(api, make_client(), Point, stream=True) as stream:
        for _ in stream:
            pass
        assert stream.inner.partial_parsed() is None or stream.inner.partial_parsed() == {"x": 1, "y": 2}
        for _ in range(2):
            with pytest.raises(errors.OutputParsingError, match="a comma stands behind the last entry"):
                stream.final()


def test_final_is_the_same_each_time(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(reply({"x": 1, "y": 2}))

    with begin(api, make_client(), Point, stream=True) as stream:
        first = stream.final()
        assert stream.final() is first

    assert len(server.requests) == 1


def test_a_stream_that_breaks_off_keeps_what_came(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(testing.reply('{"value": ["one", "two"]}', finish_reason=None, done=False))

    with begin(api, make_client(), list[str], stream=True, repairs=1) as stream:
        with pytest.raises(errors.StreamInterruptedError):
            stream.final()
        assert stream.inner.partial_parsed() == ["one", "two"]
        assert isinstance(stream.partial, ChatResult)

    assert len(server.requests) == 1


def test_a_closed_stream_gives_no_result(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(reply({"x": 1, "y": 2}))

    stream = begin(api, make_client(), Point, stream=True)
    stream.close()

    assert list(stream) == []
    with pytest.raises(errors.StreamInterruptedError):
        stream.final()


def test_headers_are_known_before_the_first_chunk(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(reply({"x": 1, "y": 2}))

    with begin(api, make_client(), Point, stream=True) as stream:
        assert stream.http.status == 200
        assert stream.inner.chunks.http is stream.http


def test_a_server_that_does_not_stream_gives_the_same(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    body = (
        b'{"id": "g", "choices": [{"index": 0, "message": {"role": "assistant", "content": "{\\"name\\": \\"a\\"}"}}]}'
    )
    server.enqueue(testing.raw(200, {"content-type": "application/json"}, body))

    with begin(api, make_client(), Node, stream=True) as stream:
        assert stream.final().parsed == Node("a")  # type: ignore[attr-defined]


def test_reading_what_has_come_costs_no_request(make_client: MakeClient, server: testing.Server) -> None:
    client: OpenRouter = make_client()
    server.enqueue(reply({"x": 1, "y": 2}))

    with client.chat.parse(response_format=Point, model="m", messages=[], stream=True) as stream:
        assert stream.partial_parsed() is None
        assert next(stream).choices


def test_a_stream_of_async_code_is_left_and_closed_like_any_other(
    make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(*[reply(LINE)] * 2)

    async def main() -> None:
        ask: Any = {"model": "a/b", "messages": [{"role": "user", "content": "Hi"}], "response_format": Line}
        async with make_client() as client:
            async with await client.chat.parse_async(**ask, stream=True) as left:
                await anext(left)
            closed = await client.chat.parse_async(**ask, stream=True)
            await closed.close()
            for stream in (left, closed):
                assert [chunk async for chunk in stream] == []

    asyncio.run(main())
