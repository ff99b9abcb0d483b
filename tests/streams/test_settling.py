"""Cancelling once ends the work; cancelling again does not disturb its clean-up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import pytest

from openrouter_sdk.custom.http.settling import Settling


def run(main: Callable[[], Awaitable[Any]]) -> Any:
    async def outer() -> Any:
        return await main()

    return asyncio.run(outer())


async def turns(count: int) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


class Work:
    """Waits, and cleans up in several steps when it is cancelled."""

    def __init__(self, error: Exception | None = None) -> None:
        self.log: list[str] = []
        self._error = error

    async def run(self) -> str:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            self.log.append("cancelled")
            await self.clean_up()
            raise
        return "done"

    async def clean_up(self) -> str:
        await turns(3)
        await asyncio.sleep(0.001)
        lock = asyncio.Lock()
        async with lock:
            await asyncio.to_thread(int)
        self.log.append("cleaned up")
        if self._error is not None:
            raise self._error
        return "clean"


async def cancelled_after(task: asyncio.Task[Any], *gaps: int) -> BaseException | None:
    for gap in gaps:
        await turns(gap)
        task.cancel()
    await asyncio.wait([task])
    return None if task.cancelled() else task.exception()


def test_without_cancelling_it_gives_the_result_and_the_error() -> None:
    async def main() -> None:
        assert await Settling(asyncio.sleep(0, "result"), passed_on=1) == "result"
        assert await Settling(Work().clean_up(), passed_on=0) == "clean"
        with pytest.raises(ZeroDivisionError):
            await Settling(Work(ZeroDivisionError()).clean_up(), passed_on=0)

    run(main)


@pytest.mark.parametrize("gap", range(8))
def test_only_the_first_cancellation_reaches_the_work(gap: int) -> None:
    async def main() -> list[str]:
        work = Work()
        task = asyncio.ensure_future(_await(Settling(work.run(), passed_on=1)))
        assert await cancelled_after(task, 1, gap, 0, 1) is None
        assert task.cancelled()
        return work.log

    assert run(main) == ["cancelled", "cleaned up"]


@pytest.mark.parametrize("gap", range(1, 8))
def test_no_cancellation_reaches_a_clean_up_and_it_is_raised_behind_it(gap: int) -> None:
    async def main() -> list[str]:
        work = Work()
        task = asyncio.ensure_future(_await(Settling(work.clean_up(), passed_on=0)))
        assert await cancelled_after(task, gap, 0, 1) is None
        assert task.cancelled()
        return work.log

    assert run(main) == ["cleaned up"]


def test_a_held_cancellation_goes_before_an_error() -> None:
    async def main() -> None:
        work = Work(ZeroDivisionError())
        task = asyncio.ensure_future(_await(Settling(work.clean_up(), passed_on=0)))
        assert await cancelled_after(task, 1) is None
        assert task.cancelled()

    run(main)


def test_a_timeout_around_it_is_a_timeout() -> None:
    async def main() -> list[str]:
        work = Work()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await Settling(work.run(), passed_on=1)
        return work.log

    assert run(main) == ["cancelled", "cleaned up"]


@pytest.mark.parametrize("passed_on", [0, 1])
def test_timeouts_of_anyio_inside_work_as_ever_and_use_nothing_up(passed_on: int) -> None:
    async def timed_out() -> int:
        found = 0
        for _ in range(3):
            with anyio.move_on_after(0.005):
                await asyncio.sleep(60)
            found += 1
        return found

    async def main() -> None:
        assert await Settling(timed_out(), passed_on=passed_on) == 3

    run(main)


def test_after_a_timeout_of_anyio_the_first_cancellation_still_reaches_the_work() -> None:
    async def work(log: list[str]) -> None:
        with anyio.move_on_after(0.005):
            await asyncio.sleep(60)
        log.append("timed out")
        await Work().run()

    async def main() -> list[str]:
        log: list[str] = []
        task = asyncio.ensure_future(_await(Settling(work(log), passed_on=1)))
        await asyncio.sleep(0.05)
        assert log == ["timed out"]
        assert await cancelled_after(task, 1, 1) is None
        assert task.cancelled()
        return log

    assert run(main) == ["timed out"]


async def _await(settling: Settling[Any]) -> Any:
    return await settling
