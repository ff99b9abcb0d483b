"""Runs that are broken off: by a deadline, by closing them, by cancelling their task."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, RunResult, ToolContext, errors, testing, tools
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, set_clock
from tests.helpers.fake_time import FakeTime
from tests.helpers.patience import given_time
from tests.streams.wire import DONE, streamed, text
from tests.tools.running import Runner, asks, contents


class Slow:
    """Tools that wait, and tell when they have begun and ended."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.ended = threading.Event()
        self.may_end = threading.Event()

    def plain(self, context: ToolContext[Any]) -> str:
        """Wait until nobody waits for it."""
        self.begun.set()
        # real time: a tool can only look from time to time
        while not (context.cancelled or self.may_end.wait(0.001)):
            pass
        self.ended.set()
        return "late"

    async def later(self) -> str:
        """Wait until it is cancelled."""
        self.begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.ended.set()
        return "late"


def quick() -> str:
    """Be quick."""
    return "quick"


def tool_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "openrouter-tool"]


@pytest.mark.parametrize("kind", ["plain", "later"])
def test_a_deadline_bounds_the_whole_run_and_tools_are_told(runner: Runner, clock: FakeTime, kind: str) -> None:
    slow = Slow()
    set_clock(runner.client, clock)

    def watch(event: tools.RunEvent) -> None:
        if isinstance(event, tools.ToolCallFinished):
            # an event loop has begun it already, and would be held up
            if not runner.is_async:
                slow.begun.wait(30)
            clock.seconds += 60

    with pytest.raises(errors.RequestTimedOutError, match="the run was not over after 50000 ms") as caught:
        runner.run(asks("quick", kind), tools=[quick, getattr(slow, kind)], timeout_ms=50_000, on_event=watch)

    partial = tools.partial_run(caught.value)
    assert partial is not None
    assert (contents(partial), partial.stopped_by) == (["quick"], None)
    assert slow.ended.wait(30)

    clock.seconds += 1
    result = runner.resume(partial.state.to_dict(), testing.reply("Done"), tools=[quick, fast(kind)])
    assert contents(result) == ["quick", "fast"]


def test_the_deadline_of_the_client_bounds_a_run_as_well(
    runner: Runner, clock: FakeTime, make_client: MakeClient
) -> None:
    runner.client = make_client(real_time=True, timeout_ms=50_000)
    set_clock(runner.client, clock)

    def watch(event: tools.RunEvent) -> None:
        if isinstance(event, tools.ToolCallFinished):
            clock.seconds += 60

    with pytest.raises(errors.RequestTimedOutError, match="the run was not over after 50000 ms"):
        runner.run(asks("quick"), testing.reply("Late"), tools=[quick], on_event=watch)


def fast(name: str) -> Any:
    def made() -> str:
        """Be fast."""
        return "fast"

    return tools.tool(made, name=name)


def test_a_deadline_bounds_the_requests_too(runner: Runner) -> None:
    with pytest.raises(errors.RequestTimedOutError) as caught:
        runner.run(asks("quick"), testing.reply("Late", first_delay=60), tools=[quick], timeout_ms=1_500)

    partial = tools.partial_run(caught.value)
    assert partial is not None
    assert contents(partial) == ["quick"]


def test_each_request_has_the_time_that_is_left(runner: Runner) -> None:
    result = runner.run(asks("quick"), testing.reply("Done"), tools=[quick], timeout_ms=60_000)

    assert result.text == "Done"


@pytest.mark.parametrize("kind", ["plain", "later"])
def test_closing_ends_the_tools_under_way(server: testing.Server, kind: str) -> None:
    slow = Slow()
    server.enqueue(asks(kind))

    with OpenRouter(server_url=server.url, api_key="test") as client:
        with client.chat.run(model=MODEL, messages=ASK, tools=[getattr(slow, kind)], stream=True) as stream:
            for event in stream:
                if isinstance(event, tools.ToolCallStarted):
                    # the next step starts it and waits for it, until another thread closes the stream
                    closing = threading.Thread(target=lambda: slow.begun.wait(30) and stream.close())
                    closing.start()
        closing.join()

    assert slow.ended.is_set()
    assert tool_threads() == []
    assert stream.result.stopped_by is None
    assert list(stream) == []


def test_leaving_the_block_in_the_middle_of_an_answer_ends_its_request(server: testing.Server) -> None:
    server.enqueue(streamed(text("many"), 60.0, DONE))

    with OpenRouter(server_url=server.url, api_key="test") as client:
        with client.chat.run(model=MODEL, messages=ASK, stream=True) as stream:
            assert next(stream).type == "text_delta"
        assert server.wait_closed()

    assert stream.result.steps == []


def test_an_error_in_the_block_waits_for_plain_tools(server: testing.Server) -> None:
    slow = Slow()
    server.enqueue(asks("quick", "plain"))

    def watch(event: tools.RunEvent) -> None:
        if isinstance(event, tools.ToolCallFinished):
            slow.begun.wait(30)
            raise LookupError

    with OpenRouter(server_url=server.url, api_key="test") as client, pytest.raises(LookupError):
        client.chat.run(model=MODEL, messages=ASK, tools=[quick, slow.plain], on_event=watch)

    assert slow.ended.is_set()
    assert tool_threads() == []


@pytest.mark.parametrize("kind", ["plain", "later"])
@pytest.mark.parametrize("streamed", [False, True])
def test_cancelling_the_task_cancels_the_tools(server: testing.Server, kind: str, *, streamed: bool) -> None:
    slow = Slow()
    server.enqueue(asks("quick", kind))
    finished: list[RunResult | None] = []

    async def go_on(client: OpenRouter) -> None:
        given: dict[str, Any] = {"model": MODEL, "messages": ASK, "tools": [quick, getattr(slow, kind)]}
        try:
            if not streamed:
                await client.chat.run_async(**given)
                return
            async with await client.chat.run_async(**given, stream=True) as stream:
                await stream.final()
        except asyncio.CancelledError as error:
            finished.append(tools.partial_run(error))
            raise

    async def cancelled() -> int:
        async with OpenRouter(server_url=server.url, api_key="test") as client:
            run = asyncio.create_task(go_on(client))
            await asyncio.to_thread(slow.begun.wait, 30)
            run.cancel()
            with pytest.raises(asyncio.CancelledError):
                await run
            assert slow.ended.is_set()
            return len(asyncio.all_tasks())

    assert asyncio.run(cancelled()) == 1
    assert finished[0] is not None
    # what a plain function comes to while it is waited for is kept
    assert contents(finished[0]) == (["quick", "late"] if kind == "plain" else ["quick"])


def test_closing_an_async_stream_early_cancels_the_tools(server: testing.Server) -> None:
    slow = Slow()
    server.enqueue(asks("quick", "later"))

    async def closed() -> int:
        async with OpenRouter(server_url=server.url, api_key="test") as client:
            stream = await client.chat.run_async(model=MODEL, messages=ASK, tools=[quick, slow.later], stream=True)
            async with stream:
                async for event in stream:
                    if isinstance(event, tools.ToolCallFinished):
                        await asyncio.to_thread(slow.begun.wait, 30)
                        break
            assert slow.ended.is_set()
            return len(asyncio.all_tasks())

    assert asyncio.run(closed()) == 1


def test_an_interrupt_ends_the_run_and_leaves_no_thread(server: testing.Server) -> None:
    slow = Slow()
    server.enqueue(asks("plain", "later"))

    def watch(event: tools.RunEvent) -> None:
        if isinstance(event, tools.ToolCallStarted) and event.call.name == "later":
            raise KeyboardInterrupt

    with OpenRouter(server_url=server.url, api_key="test") as client, pytest.raises(KeyboardInterrupt):
        client.chat.run(model=MODEL, messages=ASK, tools=[slow.plain, slow.later], on_event=watch)

    assert tool_threads() == []


def test_what_a_plain_tool_comes_to_while_it_is_waited_for_is_kept(runner: Runner) -> None:
    first, second = Slow(), Slow()

    def watch(event: tools.RunEvent) -> None:
        if isinstance(event, tools.ToolCallFinished):
            first.begun.wait(30)
            # in async the run itself has to go on until this one has begun
            if not runner.is_async:
                second.begun.wait(30)
            raise LookupError

    with pytest.raises(LookupError) as caught:
        runner.run(asks("quick", "plain", "later"), tools=[quick, first.plain, second.later], on_event=watch)

    partial = tools.partial_run(caught.value)
    assert partial is not None
    assert contents(partial) == ["quick", "late"]
    assert [call.status for call in partial.steps[0].calls] == ["done", "done", "running"]


@pytest.mark.parametrize("kind", ["plain", "later"])
def test_a_deadline_ends_a_run_while_it_waits_for_a_tool(runner: Runner, kind: str) -> None:
    def ask(seconds: float) -> Slow:
        slow = Slow()
        runner.server.clear()
        with pytest.raises(errors.RequestTimedOutError, match=r"the run was not over|the call did not end"):
            runner.run(*[asks(kind)] * 5, tools=[getattr(slow, kind)], timeout_ms=seconds * 1000)
        return slow

    slow = given_time(ask, enough=lambda slow: slow.begun.is_set())

    assert slow.ended.wait(30)


def test_an_error_that_takes_no_attribute_breaks_a_run_off_as_it_is(runner: Runner) -> None:
    @dataclass(frozen=True)
    class FrozenError(Exception):
        why: str

    def stop(event: tools.RunEvent) -> None:
        raise FrozenError("enough")

    with pytest.raises(FrozenError, match="enough"):
        runner.run(asks("quick"), tools=[quick], on_event=stop)
