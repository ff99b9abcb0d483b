"""A read that is left half-way: nothing of the answer is lost, and an end that was not reached is never shown."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

import pytest

from openrouter_sdk import errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, AsyncApi
from tests.streams.half_read import (
    BOTH_BACKENDS,
    ERROR,
    FORMS,
    LAST,
    WAYS,
    Scripted,
    _run,
    by_timeout,
    stream_of,
    text_of,
    turns,
)
from tests.streams.wire import COMMENT, DONE, streamed, text


@BOTH_BACKENDS
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("way", WAYS)
def test_a_cancelled_read_loses_nothing(api: AsyncApi, scripted: Scripted, form: Any, way: Any) -> None:
    async def main() -> None:
        async with scripted.client(api) as client:
            stream = await form(client)
            await way(stream.__anext__)
            await way(stream.__anext__)
            scripted.send(text("Hel"))
            assert text_of(await anext(stream)) == "Hel"
            await way(stream.__anext__)
            scripted.send(text("lo"), text("!"))
            assert text_of(await anext(stream)) == "lo"
            assert text_of(await anext(stream)) == "!"
            await way(stream.__anext__)
            scripted.send(LAST)
            assert "".join([text_of(item) async for item in stream]) == ""

    api.run(main())


@BOTH_BACKENDS
def test_what_comes_while_nobody_reads_is_given_to_the_next_reader(api: AsyncApi, scripted: Scripted) -> None:
    async def main() -> Any:
        async with scripted.client(api) as client:
            stream: Any = await client.chat.send_async(model=MODEL, messages=ASK, stream=True)
            await by_timeout(stream.__anext__)
            scripted.send(text("Hel"), COMMENT, text("lo"), LAST)
            await asyncio.to_thread(scripted.gone.wait, 0.01)
            return await stream.final()

    result = api.run(main())
    assert (result.text, result.finish_reason, result.usage.total_tokens) == ("Hello", "stop", 3)


@BOTH_BACKENDS
def test_a_cancelled_final_can_be_asked_for_again(api: AsyncApi, scripted: Scripted) -> None:
    async def main() -> Any:
        async with scripted.client(api) as client, await stream_of(client) as stream:
            scripted.send(text("Hel"))
            await by_timeout(stream.final)
            scripted.send(text("lo"), LAST)
            return await stream.final()

    assert api.run(main()).text == "Hello"


@BOTH_BACKENDS
def test_a_read_may_be_taken_up_by_another_task(api: AsyncApi, scripted: Scripted) -> None:
    async def main() -> list[str]:
        async with scripted.client(api) as client, await stream_of(client) as stream:
            await asyncio.create_task(by_timeout(stream.__anext__))
            scripted.send(text("Hel"))
            first = await asyncio.create_task(_run(stream.__anext__))
            await asyncio.create_task(by_timeout(stream.__anext__))
            scripted.send(text("lo"), LAST)
            return [first.text, *[chunk.text async for chunk in stream]]

    assert "".join(api.run(main())) == "Hello"


@BOTH_BACKENDS
@pytest.mark.parametrize("steps", range(12))
def test_wherever_reads_are_cancelled_all_of_the_answer_comes(api: AsyncApi, scripted: Scripted, steps: int) -> None:
    """Cancelled after so many turns of the event loop, again and again, the end of the stream included."""
    words = [f"{number} " for number in range(20)]

    async def main() -> str:
        found: list[str] = []
        async with scripted.client(api) as client:
            stream: Any = await client.chat.send_async(model=MODEL, messages=ASK, stream=True)
            scripted.send(*map(text, words), text("", "stop"), DONE)
            turns_each = steps
            while True:
                reader = asyncio.create_task(anext(stream, None))
                await turns(turns_each)
                reader.cancel()
                await asyncio.wait([reader])
                if not reader.cancelled():
                    chunk = reader.result()
                    if chunk is None:
                        break
                    found.append(chunk.text)
                    turns_each = steps
                else:
                    # some progress: a read that never gets a turn never ends
                    turns_each += 1
            assert (await stream.final()).text == "".join(words)
        return "".join(found)

    assert api.run(main()) == "".join(words)


@BOTH_BACKENDS
def test_leaving_the_block_behind_a_cancelled_read_ends_the_request_and_leaves_no_task(
    api: AsyncApi, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(streamed(text("Hel"), 60.0, DONE))
    client: Any = make_client(real_time=True)

    async def main() -> set[Any]:
        async with await client.chat.send_async(model=MODEL, messages=ASK, stream=True) as stream:
            await anext(stream)
            await by_timeout(stream.__anext__)
        await turns()
        return asyncio.all_tasks() - {asyncio.current_task()}

    assert api.run(main()) == set()
    assert server.wait_closed(1, 10.0)


@BOTH_BACKENDS
@pytest.mark.parametrize("form", FORMS)
def test_a_stream_that_is_dropped_with_a_cancelled_read_is_closed(
    api: AsyncApi, server: testing.Server, make_client: MakeClient, form: Any
) -> None:
    server.enqueue(streamed(text("Hel"), 60.0, DONE))
    client = make_client(real_time=True)

    async def main() -> set[Any]:
        stream = await form(client)
        await anext(stream)
        await by_timeout(stream.__anext__)
        del stream
        await turns(40)
        return asyncio.all_tasks() - {asyncio.current_task()}

    assert api.run(main()) == set()
    assert server.wait_closed(1, 10.0)


@BOTH_BACKENDS
def test_closing_wakes_a_reader_that_took_up_a_wait(api: AsyncApi, scripted: Scripted) -> None:
    async def main() -> Any:
        async with scripted.client(api) as client:
            stream: Any = await client.chat.send_async(model=MODEL, messages=ASK, stream=True)
            await by_timeout(stream.__anext__)
            reader = asyncio.create_task(anext(stream, "ended"))
            await turns()
            await stream.aclose()
            return await asyncio.wait_for(reader, 10.0)

    assert api.run(main()) == "ended"


@BOTH_BACKENDS
@pytest.mark.parametrize("way", WAYS)
def test_a_retry_goes_on_behind_a_cancelled_read_and_is_not_sent_twice(
    api: AsyncApi, server: testing.Server, make_client: MakeClient, way: Any
) -> None:
    server.enqueue(streamed(ERROR), streamed(text("Hello", "stop"), DONE))
    client: Any = make_client()
    go_on = asyncio.Event()

    async def sleep(_seconds: float) -> None:
        await go_on.wait()

    client._runtime.sleep_async = sleep

    async def main() -> str:
        stream = await client.chat.send_async(model=MODEL, messages=ASK, stream=True)
        await asyncio.to_thread(server.wait_requests, 1)
        for _ in range(3):
            await way(stream.__anext__)
        go_on.set()
        return (await stream.final()).text  # type: ignore[no-any-return]

    assert api.run(main()) == "Hello"
    assert len(server.requests) == 2


@BOTH_BACKENDS
@pytest.mark.parametrize("leave", ["close", "drop"])
def test_a_stream_left_while_a_retry_waits_is_not_sent_again(
    api: AsyncApi, server: testing.Server, make_client: MakeClient, leave: str
) -> None:
    server.enqueue(streamed(ERROR), streamed(text("Hello", "stop"), DONE))
    client: Any = make_client()
    waiting = asyncio.Event()

    async def sleep(_seconds: float) -> None:
        waiting.set()
        await asyncio.Event().wait()

    client._runtime.sleep_async = sleep

    async def main() -> set[Any]:
        stream = await client.chat.send_async(model=MODEL, messages=ASK, stream=True)
        reader = asyncio.create_task(anext(stream, "ended"))
        await waiting.wait()
        if leave == "close":
            await stream.aclose()
            assert await reader == "ended"
        else:
            reader.cancel()
            await asyncio.wait([reader])
            del stream, reader
            # from Python 3.14 on a cancelled task is a part of a cycle
            gc.collect()
        await turns()
        return asyncio.all_tasks() - {asyncio.current_task()}

    assert api.run(main()) == set()
    assert len(server.requests) == 1


@BOTH_BACKENDS
def test_an_error_is_not_lost_to_a_cancellation_while_the_stream_is_closed(
    api: AsyncApi, server: testing.Server, make_client: MakeClient
) -> None:
    client: Any = make_client()

    async def main(steps: int) -> None:
        server.enqueue(streamed(text("Hel"), ERROR, 60.0))
        stream = await client.chat.send_async(model=MODEL, messages=ASK, stream=True)
        await anext(stream)
        while True:
            reader = asyncio.create_task(anext(stream, None))
            await turns(steps)
            reader.cancel()
            await asyncio.wait([reader])
            if not reader.cancelled():
                break
            steps += 1
        assert isinstance(reader.exception(), errors.ServiceUnavailableResponseError)

    for steps in range(12):
        api.run(main(steps))


@BOTH_BACKENDS
def test_time_in_which_nobody_reads_is_no_idle_time(api: AsyncApi, scripted: Scripted) -> None:
    now = 0.0

    async def main() -> str:
        nonlocal now
        client: Any = scripted.client(api)
        client._runtime.now = lambda: now
        async with client:
            stream = await client.chat.send_async(model=MODEL, messages=ASK, stream=True, idle_timeout=100)
            await by_timeout(stream.__anext__)
            now += 1000.0
            scripted.send(text("Hel"), LAST)
            return (await stream.final()).text  # type: ignore[no-any-return]

    assert api.run(main()) == "Hel"


@BOTH_BACKENDS
def test_waits_that_are_cut_into_pieces_still_reach_the_idle_limit(api: AsyncApi, scripted: Scripted) -> None:
    now = 0.0

    async def main() -> int:
        nonlocal now
        client: Any = scripted.client(api)
        client._runtime.now = lambda: now
        pieces = 0
        async with client:
            stream = await client.chat.send_async(model=MODEL, messages=ASK, stream=True, idle_timeout=100)
            while True:
                reader = asyncio.create_task(anext(stream))
                await turns()
                now += 30.0
                reader.cancel()
                await asyncio.wait([reader])
                if not reader.cancelled():
                    assert isinstance(reader.exception(), errors.RequestTimedOutError)
                    return pieces
                pieces += 1

    assert api.run(main()) == 4


@BOTH_BACKENDS
def test_what_came_in_time_is_given_after_the_deadline(api: AsyncApi, scripted: Scripted) -> None:
    now = 0.0

    async def main() -> tuple[str, Any]:
        nonlocal now
        client: Any = scripted.client(api)
        client._runtime.now = lambda: now
        async with client:
            stream = await client.chat.send_async(model=MODEL, messages=ASK, stream=True, timeout_ms=100_000)
            reader = asyncio.create_task(anext(stream))
            await turns()
            scripted.send(text("Hel"))
            first = await reader
            await by_timeout(stream.__anext__)
            scripted.send(text("lo"))
            await by_timeout(asyncio.Event().wait)
            now = 200.0
            return first.text, await asyncio.gather(stream.final(), return_exceptions=True)

    first, (error,) = api.run(main())
    assert first == "Hel"
    assert isinstance(error, errors.RequestTimedOutError)
    assert error.partial.text in {"Hel", "Hello"}
