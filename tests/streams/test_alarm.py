"""The timeout of async waits: one timer for many, which leaves the task that waits as it was."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from openrouter_sdk import errors, testing
from openrouter_sdk.custom.http.alarm import Waits
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, AsyncApi
from tests.streams.wire import DONE, streamed, text


class Counted(Waits):
    """Counts the waits that took too long."""

    def __init__(self) -> None:
        super().__init__(asyncio.get_running_loop())
        self.expired = asyncio.Event()

    def _expired(self) -> None:
        self._wait_until = float("inf")
        self.expired.set()

    def begin(self, seconds: float) -> None:
        self._wait(seconds)

    def over(self) -> None:
        self._wait_until = float("inf")


def test_one_timer_serves_waits_of_any_length() -> None:
    async def main() -> None:
        waits = Counted()
        for seconds in (60.0, 30.0, 90.0):
            waits.begin(seconds)
            waits.over()
        waits.begin(0.01)
        await waits.expired.wait()
        waits.end()

    asyncio.run(main())


def test_between_waits_it_does_not_go_off() -> None:
    async def main() -> bool:
        waits, later = Counted(), Counted()
        waits.begin(0.001)
        waits.over()
        later.begin(0.002)
        await later.expired.wait()
        for each in (waits, later):
            each.end()
        return waits.expired.is_set()

    assert asyncio.run(main()) is False


@pytest.mark.parametrize("api", ["async", "aiohttp"], indirect=True)
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
