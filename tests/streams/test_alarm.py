"""The timeout of async waits: it cancels the task that waits, and only then."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from openrouter_sdk import errors, testing
from openrouter_sdk.custom.http.alarm import Alarm
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, AsyncApi
from tests.streams.wire import DONE, streamed, text


async def waited(alarm: Alarm, seconds: float, limit: float) -> bool:
    """Whether the wait was over in time."""
    alarm.arm(limit)
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        if not alarm.explains_cancelling():
            raise
        return False
    finally:
        alarm.disarm()
    return True


def test_one_timer_serves_waits_of_any_length() -> None:
    async def main() -> list[bool]:
        alarm = Alarm(asyncio.get_running_loop())
        found = [await waited(alarm, 0.0, 60.0), await waited(alarm, 0.0, 0.02), await waited(alarm, 0.04, 60.0)]
        found.append(await waited(alarm, 60.0, 0.02))
        alarm.end()
        return found

    assert asyncio.run(main()) == [True, True, True, False]


def test_between_waits_it_does_not_go_off() -> None:
    async def main() -> bool:
        alarm = Alarm(asyncio.get_running_loop())
        await waited(alarm, 0.0, 0.01)
        await asyncio.sleep(0.03)
        alarm.end()
        return alarm.fired

    assert asyncio.run(main()) is False


def test_a_timeout_leaves_the_task_as_it_was() -> None:
    async def main() -> int:
        alarm = Alarm(asyncio.get_running_loop())
        assert not await waited(alarm, 60.0, 0.01)
        task = asyncio.current_task()
        assert task is not None
        return task.cancelling()

    assert asyncio.run(main()) == 0


def test_a_cancellation_that_comes_with_the_timeout_goes_first() -> None:
    async def main() -> bool:
        alarm = Alarm(asyncio.get_running_loop())
        task = asyncio.create_task(waited(alarm, 60.0, 60.0))
        await asyncio.sleep(0)
        alarm._wait_until = 0.0
        alarm._ring()
        task.cancel()
        await asyncio.wait([task])
        return task.cancelled()

    assert asyncio.run(main()) is True


@pytest.mark.parametrize("api", ["async"], indirect=True)
def test_a_stream_that_timed_out_leaves_the_task_of_its_reader_as_it_was(
    api: AsyncApi, server: testing.Server, make_client: MakeClient
) -> None:
    client: Any = make_client(real_time=True)

    async def read() -> int:
        with pytest.raises(errors.RequestTimedOutError):
            async with await client.chat.send_async(
                model=MODEL, messages=ASK, stream=True, idle_timeout=0.05
            ) as stream:
                await stream.final()
        async with asyncio.timeout(10), asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(0))
        task = asyncio.current_task()
        assert task is not None
        return task.cancelling()

    server.enqueue(streamed(text("Hel"), 60.0, DONE))

    assert api.run(read()) == 0


@pytest.mark.parametrize("api", ["async"], indirect=True)
def test_cancelling_the_reader_of_a_stream_in_the_moment_it_times_out_cancels_it(
    api: AsyncApi, server: testing.Server, make_client: MakeClient
) -> None:
    client: Any = make_client(real_time=True)

    async def read() -> bool:
        stream = await client.chat.send_async(model=MODEL, messages=ASK, stream=True)
        await anext(stream)
        reader = asyncio.create_task(anext(stream))
        await asyncio.sleep(0)
        stream._reads._alarm._wait_until = 0.0
        stream._reads._alarm._ring()
        reader.cancel()
        await asyncio.wait([reader])
        return reader.cancelled()

    server.enqueue(streamed(text("Hel"), 60.0, DONE))

    assert api.run(read()) is True
