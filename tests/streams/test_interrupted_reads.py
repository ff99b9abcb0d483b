"""A read that is left half-way: nothing of the answer is lost, and an end that was not reached is never shown."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self

import pytest

from openrouter_sdk import Chat, ChatStreamChunk, EventStreamAsync, Hooks, OpenRouter, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, AsyncApi
from tests.helpers.raw_server import Connection, RawServer
from tests.streams.wire import COMMENT, DONE, event, streamed, text, usage

BOTH_BACKENDS = pytest.mark.parametrize("api", ["async", "aiohttp"], indirect=True)
SYNC = pytest.mark.parametrize("api", ["sync"], indirect=True)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
LAST = text("", "stop") + usage(total_tokens=3) + DONE


class Scripted:
    """A server that sends each piece of a stream when it is told to."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._changed = threading.Condition()
        self._over = False
        self._taken = 0
        self.gone = threading.Event()
        self._server = RawServer(self._serve)

    def send(self, *pieces: bytes) -> None:
        """Send each, and None in their place ends the connection."""
        with self._changed:
            self._pieces += pieces
            self._changed.notify_all()

    def _serve(self, connection: Connection) -> None:
        if not connection.read_request():
            return
        connection.send(HEAD)
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._pieces or self._over)
                if self._over:
                    return
                piece = self._pieces.pop(0)
            connection.send(piece)
            if piece == DONE or piece.endswith(DONE):
                break
        connection.half_close()
        connection.client_gone()
        self.gone.set()

    def client(self, api: AsyncApi | None = None, **options: Any) -> OpenRouter:
        return OpenRouter(
            server_url=self._server.url, api_key="test", **{**(api.options if api is not None else {}), **options}
        )

    def __enter__(self) -> Self:
        self._server.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._over = True
            self._changed.notify_all()
        self._server.__exit__(None, None, None)


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    with Scripted() as running:
        yield running


async def turns(count: int = 20) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


async def by_wait_for(read: Callable[[], Awaitable[Any]]) -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(read(), 0.001)  # real time: it is to pass


async def by_timeout(read: Callable[[], Awaitable[Any]]) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.001):  # real time: it is to pass
            await read()


async def by_task_group(read: Callable[[], Awaitable[Any]]) -> None:
    async def fail() -> None:
        await turns()
        raise LookupError

    async def both() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(_run(read))
            group.create_task(fail())

    with pytest.raises(ExceptionGroup):
        await both()


async def by_cancelling_thrice(read: Callable[[], Awaitable[Any]]) -> None:
    task = asyncio.create_task(_run(read))
    for _ in range(3):
        await turns(3)
        task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def by_closing_the_coroutine(read: Callable[[], Awaitable[Any]]) -> None:
    waiting = _run(read)
    waiting.send(None)
    waiting.close()


async def _run(read: Callable[[], Awaitable[Any]]) -> Any:
    return await read()


WAYS = [by_wait_for, by_timeout, by_task_group, by_cancelling_thrice, by_closing_the_coroutine]


async def stream_of(client: OpenRouter) -> EventStreamAsync[ChatStreamChunk]:
    return await client.chat.send_async(model=MODEL, messages=ASK, stream=True)


async def chunks_of(client: OpenRouter) -> AsyncIterator[Any]:
    return await stream_of(client)


async def texts_of(client: OpenRouter) -> AsyncIterator[Any]:
    return (await stream_of(client)).text_deltas()


async def conversation_of(client: OpenRouter) -> AsyncIterator[Any]:
    return Chat(MODEL, client=client).stream_async("Tell me more")


async def chunks_of_conversation(client: OpenRouter) -> AsyncIterator[Any]:
    return Chat(MODEL, client=client).stream_async("Tell me more").chunks()


async def conversations_of(client: OpenRouter) -> AsyncIterator[Any]:
    return Chat([MODEL], client=client).stream_async("Tell me more")


FORMS = [chunks_of, texts_of, conversation_of, chunks_of_conversation, conversations_of]


def text_of(item: Any) -> str:
    found: str = item[1] if isinstance(item, tuple) else getattr(item, "text", item)
    return found


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


ERROR = event({"error": {"code": 503, "message": "Busy"}})


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


class InterruptedError_(BaseException):
    """What a signal handler raises."""


@contextmanager
def _signalled(stream: Any, error: type[BaseException]) -> Iterator[None]:
    """A signal comes once the main thread is blocked in a read, and its handler raises."""

    def raise_it(*_: object) -> None:
        raise error

    def send() -> None:
        # real time: nothing tells that a thread is blocked in a read
        while not stream._reading and not over.wait(0.001):
            pass
        # real time: the same
        if not over.wait(0.02):
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGUSR1)

    over = threading.Event()
    before = signal.signal(signal.SIGUSR1, raise_it)
    sender = threading.Thread(target=send)
    sender.start()
    try:
        yield
    finally:
        over.set()
        sender.join()
        signal.signal(signal.SIGUSR1, before)


@SYNC
@pytest.mark.parametrize("error", [KeyboardInterrupt, InterruptedError_, LookupError])
@pytest.mark.parametrize("form", ["chunks", "text_deltas", "final"])
def test_behind_a_read_that_a_signal_cut_short_the_stream_is_interrupted_and_not_over(
    server: testing.Server, make_client: MakeClient, error: type[BaseException], form: str
) -> None:
    server.enqueue(streamed(text("Hel"), 60.0, DONE))
    ends: list[Any] = []
    stream = make_client(real_time=True, hooks=Hooks(on_stream_end=ends.append)).chat.send(
        model=MODEL, messages=ASK, stream=True
    )
    items: Any = stream if form == "chunks" else stream.text_deltas()
    assert text_of(next(items)) == "Hel"
    read: Callable[[], Any] = stream.final if form == "final" else lambda: next(items)
    with _signalled(stream, error), pytest.raises(error):
        read()

    with pytest.raises(errors.StreamInterruptedError, match=error.__name__) as caught:
        read()

    assert caught.value.partial.text == "Hel"
    assert caught.value.http_status == 200
    assert [type(end.error) for end in ends] == [errors.StreamInterruptedError]
    assert list(stream) == []
    with pytest.raises(errors.StreamInterruptedError):
        stream.final()
    assert server.wait_closed(1, 10.0)


@SYNC
@pytest.mark.parametrize("form", ["text", "chunks"])
def test_a_conversation_knows_of_a_read_that_a_signal_cut_short(
    server: testing.Server, make_client: MakeClient, form: str
) -> None:
    server.enqueue(streamed(text("Hel", usage={"total_tokens": 7}), 60.0, DONE))
    chat = Chat(MODEL, client=make_client(real_time=True))
    stream = chat.stream("Count")
    items: Any = stream if form == "text" else stream.chunks()
    assert text_of(next(items)) == "Hel"
    with _signalled(stream._stream, KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        next(items)

    with pytest.raises(errors.StreamInterruptedError):
        next(items)
    assert chat.history == []
    assert chat.usage["total_tokens"] == 7


@SYNC
def test_a_signal_while_a_retry_waits_does_not_end_the_stream_as_if_complete(
    server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(streamed(ERROR), streamed(text("Hello", "stop"), DONE))
    client = make_client()

    def interrupt(_seconds: float) -> None:
        raise KeyboardInterrupt

    client._runtime.sleep = interrupt
    stream = client.chat.send(model=MODEL, messages=ASK, stream=True)
    with pytest.raises(KeyboardInterrupt):
        next(stream)

    with pytest.raises(errors.StreamInterruptedError):
        next(stream)


@SYNC
def test_behind_the_end_mark_a_signal_costs_nothing(server: testing.Server, make_client: MakeClient) -> None:
    server.enqueue(streamed(text("Hello", "stop") + DONE, 60.0))
    stream = make_client(real_time=True).chat.send(model=MODEL, messages=ASK, stream=True)
    assert next(stream).text == "Hello"

    class Interrupting:
        def __next__(self) -> bytes:
            raise KeyboardInterrupt

    stream._bytes = Interrupting()  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        next(stream)

    assert list(stream) == []
    assert stream.final().text == "Hello"
