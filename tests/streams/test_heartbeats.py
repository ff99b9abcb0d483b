"""`with_heartbeat`: None in the pauses of a stream, and nothing of it lost."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from openrouter_sdk import Chat, OpenRouter, errors, testing
from openrouter_sdk.custom.stream.heartbeats import Heartbeats
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, AsyncApi
from tests.helpers.patience import TRIES, given_time
from tests.streams.half_read import BOTH_BACKENDS, LAST, Scripted, text_of
from tests.streams.wire import DONE, WHOLE, streamed, text


async def _stream(client: OpenRouter, **options: Any) -> Any:
    return await client.chat.send_async(model=MODEL, messages=ASK, stream=True, **options)


async def _conversation(client: OpenRouter) -> Any:
    return Chat(MODEL, client=client).stream_async("Tell me more")


async def _conversations(client: OpenRouter) -> Any:
    return Chat([MODEL], client=client).stream_async("Tell me more")


@BOTH_BACKENDS
@pytest.mark.parametrize("form", [_stream, _conversation, _conversations])
def test_each_pause_gives_none_and_everything_else_comes(api: AsyncApi, scripted: Scripted, form: Any) -> None:
    async def main() -> list[str | None]:
        found: list[str | None] = []
        pieces = [text("Hel"), text("lo"), LAST]
        async with scripted.client(api) as client, await form(client) as stream:
            async for item in stream.with_heartbeat(0.01):
                if item is not None:
                    found.append(text_of(item))
                elif found[-2:] != [None, None]:
                    found.append(None)
                elif pieces and [each for each in found if each][-1:] != ["|"]:
                    # two pauses in a row since the last piece came: time for the next one
                    scripted.send(pieces.pop(0))
                    found.append("|")
        return [each for each in found if each]

    assert api.run(main()) == ["|", "Hel", "|", "lo", "|"]


@BOTH_BACKENDS
def test_a_stream_without_pauses_has_no_heartbeats(
    api: AsyncApi, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(WHOLE)
    client: Any = make_client()

    async def main() -> list[Any]:
        async with await _stream(client) as stream:
            return [chunk.text async for chunk in stream.with_heartbeat(60)]

    assert api.run(main()) == ["Hel", "lo", "", ""]


@BOTH_BACKENDS
def test_a_stream_that_stalls_is_timed_out_between_heartbeats(
    api: AsyncApi, server: testing.Server, make_client: MakeClient
) -> None:
    client: Any = make_client(real_time=True)

    async def main(seconds: float) -> tuple[int, str | None]:
        beats = 0
        server.clear()
        server.enqueue(*[streamed(text("Hel"), 60.0, DONE)] * TRIES)
        try:
            async with await _stream(client, idle_timeout=seconds) as stream:
                async for item in stream.with_heartbeat(seconds / 10):
                    beats += item is None
        except errors.RequestTimedOutError as error:
            return beats, error.partial and error.partial.text
        return pytest.fail("it did not time out")

    beats, come = given_time(lambda seconds: api.run(main(seconds)), enough=lambda seen: seen[1] is not None)

    assert come == "Hel"
    assert beats > 0


@BOTH_BACKENDS
def test_a_timeout_of_the_stream_in_the_moment_of_a_heartbeat_is_raised(api: AsyncApi) -> None:
    class Late:
        def __aiter__(self) -> Late:
            return self

        async def __anext__(self) -> str:
            try:
                await asyncio.Event().wait()
            finally:
                raise errors.RequestTimedOutError("no data")

    async def main() -> None:
        with pytest.raises(errors.RequestTimedOutError):
            await anext(Heartbeats(Late(), 0.001))

    api.run(main())


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_a_pause_of_no_length_is_refused(seconds: float, server: testing.Server) -> None:
    async def main() -> None:
        async with OpenRouter(server_url=server.url, api_key="test") as client, await _stream(client) as stream:
            with pytest.raises(errors.ArgumentError, match="seconds"):
                stream.with_heartbeat(seconds)

    asyncio.run(main())
