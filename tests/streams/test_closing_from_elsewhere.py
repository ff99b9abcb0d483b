"""A stream that is closed by another thread, or by another task, than the one that reads it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any
from unittest.mock import Mock

import pytest

from openrouter_sdk import BackoffStrategy, OpenRouter, RetryConfig, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, AsyncApi, SyncApi
from tests.helpers.patience import PATIENCE_S, given_time
from tests.streams.conftest import Pool
from tests.streams.tls import TlsServer
from tests.streams.wire import COMMENT, DONE, WHOLE, event, streamed, text

PLACES: dict[str, list[bytes | float]] = {
    "before the first chunk": [COMMENT, 60.0, DONE],
    "behind a chunk": [text("Hel"), 60.0, DONE],
    "between comments": [text("Hel"), *[COMMENT, 0.02] * 200, DONE],
    "behind a finish reason": [text("Hel", "stop"), 60.0, DONE],
}


class Reader(threading.Thread):
    """Reads a stream to its end in a thread of its own."""

    def __init__(self, stream: Any) -> None:
        super().__init__(daemon=True)
        self.stream = stream
        self.texts: list[str] = []
        self.error: BaseException | None = None
        self.begun = threading.Event()

    def run(self) -> None:
        try:
            self.begun.set()
            self.texts.extend(chunk.text for chunk in self.stream)
        except BaseException as error:  # noqa: BLE001 - whatever comes is looked at
            self.error = error


@pytest.mark.parametrize("api", ["sync"], indirect=True)
@pytest.mark.parametrize("place", PLACES)
def test_closing_in_another_thread_ends_the_iteration(
    api: SyncApi, pool: Pool, server: testing.Server, place: str
) -> None:
    for number in range(1, 11):
        server.enqueue(streamed(*PLACES[place]))
        stream = pool.client.chat.send(model=MODEL, messages=ASK, stream=True)
        reader = Reader(stream)
        reader.start()
        assert reader.begun.wait(PATIENCE_S)
        if number % 2:
            # real time: most often it blocks in the socket by then; closing whenever it happens to be must do as well
            reader.join(0.02)
        stream.close()
        reader.join(PATIENCE_S)

        assert not reader.is_alive()
        assert reader.error is None
        assert "".join(reader.texts) in {"", "Hel"}
        assert stream.partial.text in {"", "Hel"}
        assert server.wait_closed(number)
        assert pool.busy == 0
    assert pool.requests == 0
    server.enqueue(WHOLE)
    assert api.stream(pool.client).final().text == "Hello"


@pytest.mark.parametrize("api", ["async"], indirect=True)
@pytest.mark.parametrize("place", PLACES)
def test_closing_in_another_task_ends_the_iteration(
    api: AsyncApi, pool: Pool, server: testing.Server, place: str
) -> None:
    async def round_(turns: int) -> list[str]:
        stream = await pool.client.chat.send_async(model=MODEL, messages=ASK, stream=True)
        reader = asyncio.create_task(_read(stream))
        for _ in range(turns):
            await asyncio.sleep(0)
        await stream.aclose()
        return await asyncio.wait_for(reader, PATIENCE_S)

    for number in range(1, 11):
        server.enqueue(streamed(*PLACES[place]))
        assert "".join(api.run(round_(number))) in {"", "Hel"}
        assert server.wait_closed(number)
        assert pool.busy == 0
    assert pool.requests == 0


async def _read(stream: Any) -> list[str]:
    return [chunk.text async for chunk in stream]


@pytest.mark.parametrize("api", ["sync", "async"], indirect=True)
def test_what_was_received_stays_after_closing(api: Any, server: testing.Server, make_client: MakeClient) -> None:
    last = event({"id": "gen-1", "choices": [], "usage": {"total_tokens": 7}})
    server.enqueue(streamed(text("Hel"), text("lo") + last, 60.0, DONE))
    stream = api.stream(make_client())
    chunks = iter(stream)
    texts = [next(chunks).text, next(chunks).text, next(chunks).text]
    stream.close()

    assert texts == ["Hel", "lo", ""]
    assert list(stream) == []
    assert stream.partial.text == "Hello"
    assert stream.inner.usage.total_tokens == 7


@pytest.mark.parametrize("api", ["sync"], indirect=True)
def test_closing_while_a_retry_waits_ends_the_iteration_and_leaves_nothing_open(
    api: SyncApi, pool: Pool, server: testing.Server
) -> None:
    server.enqueue(streamed(event({"error": {"code": 503, "message": "no"}})), streamed(text("Hel"), 60.0))
    stream: Any = None

    def sleep(_seconds: float) -> None:
        stream.close()

    pool.client._runtime.sleep = sleep
    stream = pool.client.chat.send(model=MODEL, messages=ASK, stream=True, retries=1)

    assert list(stream) == []
    assert pool.busy == 0
    assert pool.requests == 0


@pytest.mark.parametrize("api", ["sync"], indirect=True)
def test_closing_in_another_thread_ends_the_wait_for_a_retry(server: testing.Server, make_client: MakeClient) -> None:
    server.enqueue(streamed(event({"error": {"code": 503, "message": "no"}})))
    ten_minutes = BackoffStrategy(initial_interval=600_000, max_interval=600_000, max_elapsed_time=10**9)
    client, waits = make_client(real_time=True), threading.Event()
    client._runtime.random = lambda: 1.0
    stream = client.chat.send(
        model=MODEL, messages=ASK, stream=True, retries=RetryConfig(backoff=ten_minutes), on_retry=lambda _: waits.set()
    )
    reader = Reader(stream)
    reader.start()
    assert waits.wait(PATIENCE_S)
    stream.close()
    reader.join(PATIENCE_S)

    assert not reader.is_alive()
    assert (reader.error, reader.texts) == (None, [])
    assert len(server.requests) == 1


@pytest.mark.parametrize("api", ["sync"], indirect=True)
def test_closing_wakes_who_waits_for_the_end_of_the_body_and_nobody_afterwards(
    api: SyncApi, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(WHOLE)
    stream = api.stream(make_client())
    response, wake = stream.inner._response, Mock()
    response.read_end, response.shut_down = lambda _seconds: stream.close(), wake

    assert stream.final().text == "Hello"
    assert wake.call_count == 1
    stream.close()
    assert wake.call_count == 1


@pytest.fixture
def tls() -> Iterator[TlsServer]:
    server = TlsServer(text("Hel"))
    yield server
    server.stop()


def test_over_tls_a_stalled_stream_ends_in_time_and_can_be_closed_by_another_thread(tls: TlsServer) -> None:
    with tls.client() as http, OpenRouter(server_url=tls.url, api_key="test", client=http) as client:

        def stalled(seconds: float) -> Any:
            with pytest.raises(errors.RequestTimedOutError) as caught:
                client.chat.send(model=MODEL, messages=ASK, stream=True, idle_timeout=seconds).final()
            return caught.value.partial

        for _ in range(3):
            assert given_time(stalled, enough=bool).text == "Hel"
            stream = client.chat.send(model=MODEL, messages=ASK, stream=True)
            reader = Reader(stream)
            reader.start()
            reader.join(0.02)  # real time: most often it blocks in the socket by then
            stream.close()
            reader.join(PATIENCE_S)
            assert not reader.is_alive()
            assert reader.error is None
