"""An async stream at moments that a server cannot bring about: what each read is given, and a retry that others end."""

from __future__ import annotations

import asyncio
import gc
from types import SimpleNamespace
from typing import Any

import pytest

from openrouter_sdk import errors, testing
from openrouter_sdk.custom.stream import asynchronous
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, AsyncApi
from tests.helpers.fake_time import FakeTime
from tests.streams.half_read import BOTH_BACKENDS, ERROR, by_timeout, turns
from tests.streams.wire import DONE, WHOLE, streamed, text

FAILURES = {"an event": ERROR, "a whole answer": b'{"error": {"code": 503, "message": "Busy"}}'}


async def stream_of(client: Any, **options: Any) -> Any:
    return await client.chat.send_async(model=MODEL, messages=ASK, stream=True, **options)


@BOTH_BACKENDS
def test_behind_a_wait_that_was_left_one_read_takes_what_has_come_however_late(
    api: AsyncApi, server: testing.Server, make_client: MakeClient, clock: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []

    async def read(_response: Any, seconds: float) -> bytes:
        waits.append(seconds)
        if len(waits) == 1:
            await asyncio.Event().wait()
        return text("Hel")

    async def main() -> None:
        stream = await stream_of(make_client(), timeout_ms=100_000, idle_timeout=None)
        monkeypatch.setattr(type(stream._response), "read", read)
        reader = asyncio.create_task(anext(stream))
        await turns()
        reader.cancel()
        await asyncio.wait([reader])
        clock.sleep(200.0)
        assert (await anext(stream)).text == "Hel"
        with pytest.raises(errors.RequestTimedOutError):
            await anext(stream)

    server.enqueue(streamed(60.0))
    api.run(main())
    assert waits == [100.0, 0.0]


@BOTH_BACKENDS
def test_the_end_of_the_body_is_awaited_as_long_as_a_moment_lasts(
    api: AsyncApi, server: testing.Server, make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces, waits = [b"more", b"more", text("Hello") + DONE], list[float]()

    async def read(_response: Any, seconds: float) -> bytes:
        waits.append(seconds)
        return pieces.pop()

    async def main() -> str:
        stream = await stream_of(make_client(), idle_timeout=100)
        monkeypatch.setattr(type(stream._response), "read", read)
        stream._loop = SimpleNamespace(time=iter([7.0, 7.0, 7.03, 7.0 + 0.05]).__next__)
        return (await stream.final()).text  # type: ignore[no-any-return]

    server.enqueue(streamed(60.0))
    assert api.run(main()) == "Hello"
    assert waits == [100.0, pytest.approx(0.05), pytest.approx(0.02)]


@BOTH_BACKENDS
@pytest.mark.parametrize("failure", FAILURES)
def test_a_retry_that_somebody_else_cancels_interrupts_the_stream(
    api: AsyncApi, server: testing.Server, make_client: MakeClient, failure: str
) -> None:
    client, waiting = make_client(), asyncio.Event()

    async def sleep(_seconds: float) -> None:
        waiting.set()
        await asyncio.Event().wait()

    client._runtime.sleep_async = sleep

    async def main() -> None:
        stream = await stream_of(client)
        reader = asyncio.create_task(anext(stream))
        await waiting.wait()
        stream._again.cancel()
        with pytest.raises(errors.StreamInterruptedError, match="CancelledError"):
            await reader
        assert [chunk async for chunk in stream] == []
        with pytest.raises(errors.StreamInterruptedError, match="CancelledError"):
            await stream.final()

    server.enqueue(streamed(FAILURES[failure]), WHOLE)
    api.run(main())
    assert len(server.requests) == 1


@BOTH_BACKENDS
def test_when_a_stream_is_closed_its_retry_is_over(
    api: AsyncApi, server: testing.Server, make_client: MakeClient
) -> None:
    client, waiting = make_client(), asyncio.Event()

    async def sleep(_seconds: float) -> None:
        waiting.set()
        try:
            await asyncio.Event().wait()
        finally:
            await turns()

    client._runtime.sleep_async = sleep

    async def main() -> None:
        stream = await stream_of(client)
        reader = asyncio.create_task(anext(stream, "ended"))
        await waiting.wait()
        again = stream._again
        await stream.aclose()
        assert again.done()
        assert await reader == "ended"

    server.enqueue(streamed(ERROR), WHOLE)
    api.run(main())
    assert len(server.requests) == 1


def hear(noise: list[Any]) -> None:
    """Let the event loop tell this list what it would log."""
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: noise.append(context))


async def retried_while_nobody_reads(client: Any) -> Any:
    """A stream whose second attempt is over, and not looked at yet."""
    go_on = asyncio.Event()
    client._runtime.sleep_async = lambda _seconds: go_on.wait()
    stream = await stream_of(client)
    while stream._again is None:
        await by_timeout(stream.__anext__)
    go_on.set()
    await asyncio.wait([stream._again])
    return stream


@BOTH_BACKENDS
def test_a_retry_that_fails_while_nobody_reads_makes_no_noise(
    api: AsyncApi, server: testing.Server, make_client: MakeClient
) -> None:
    noise: list[Any] = []

    async def main() -> None:
        hear(noise)
        stream = await retried_while_nobody_reads(make_client())
        del stream
        gc.collect()
        await turns()

    server.enqueue(streamed(ERROR), testing.error(401, "no"))
    api.run(main())
    assert noise == []
    assert len(server.requests) == 2


@BOTH_BACKENDS
@pytest.mark.parametrize("leave", ["close", "drop"])
def test_what_a_retry_opened_while_nobody_read_is_closed_with_the_stream(
    api: AsyncApi, server: testing.Server, make_client: MakeClient, leave: str
) -> None:
    noise: list[Any] = []

    async def main() -> None:
        hear(noise)
        stream = await retried_while_nobody_reads(make_client())
        response = stream._again.result().response
        if leave == "close":
            await stream.aclose()
        del stream
        gc.collect()
        await turns()
        assert response.is_closed
        assert asyncio.all_tasks() == {asyncio.current_task()}

    server.enqueue(streamed(ERROR), streamed(text("Hel"), 60.0))
    api.run(main())
    assert noise == []
    assert not asynchronous._closing


@BOTH_BACKENDS
@pytest.mark.parametrize("retried", [False, True])
def test_an_answer_that_came_whole_and_was_dropped_makes_no_noise(
    api: AsyncApi, server: testing.Server, make_client: MakeClient, retried: bool
) -> None:
    noise: list[Any] = []

    async def main() -> None:
        hear(noise)
        stream = await (retried_while_nobody_reads if retried else stream_of)(make_client())
        assert retried or stream._response is None
        del stream
        gc.collect()
        await turns()

    if retried:
        server.enqueue(streamed(ERROR))
    server.enqueue(testing.raw(200, {"Content-Type": "application/json"}, b'{"choices": [{"message": {}}]}'))
    api.run(main())
    assert noise == []
    assert len(server.requests) == 1 + retried
