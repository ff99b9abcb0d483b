"""A read that a signal cuts short: an end that was not reached is never shown."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from openrouter_sdk import Chat, Hooks, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL
from tests.streams.half_read import ERROR, SYNC, text_of
from tests.streams.wire import DONE, streamed, text


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

    def interrupt(_seconds: float) -> None:
        raise KeyboardInterrupt

    stream._response.read = interrupt
    with pytest.raises(KeyboardInterrupt):
        next(stream)

    assert list(stream) == []
    assert stream.final().text == "Hello"
