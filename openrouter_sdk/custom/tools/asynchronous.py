"""A run driven by tasks; what `sync` does for `async for` and `async with`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any, Self

from ..stream import ClosingAsync
from .events import RunEvent
from .loop import Ask, LookUp, Save, Start, Wait, run_flow
from .result import RunResult
from .running import Running, deltas_of, mark
from .tasks import Tasks, maybe


class RunStreamAsync(ClosingAsync):
    """The same as `RunStream`, for `async for` and `async with`. Cancelling the task that iterates ends the run."""

    def __init__(self, running: Running) -> None:
        self._running = running
        self._tasks = Tasks(running)
        self._events = self._drive()

    @property
    def result(self) -> RunResult:
        """What the run has come to so far."""
        return self._running.result

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> RunEvent:
        return await anext(self._events)

    async def final(self) -> RunResult:
        """Go on to the end, or to the pause, and return what the run has come to."""
        async for _ in self:
            pass
        return self.result

    async def aclose(self) -> None:
        """End the run if it still goes on: tools are cancelled, or waited for where they are plain functions."""
        await self._events.aclose()

    async def close(self) -> None:
        """The same as `aclose`."""
        await self.aclose()

    async def _drive(self) -> AsyncGenerator[RunEvent]:
        flow = run_flow(self._running.state, self._running.plan, self._running.now)
        broken: BaseException | None = None
        self._running.watch.begin()
        try:
            came: Any = None
            while True:
                try:
                    command = flow.send(came)
                except StopIteration:
                    return
                came = None
                self._running.watch.see(command)
                if isinstance(command, Ask):
                    came = await self._running.send(self._running.request(command))
                    if self._running.stream:
                        self._running.open = came
                        async with came as stream:
                            async for chunk in stream:
                                for event in deltas_of(chunk, command.step):
                                    await maybe(self._running.tell(event))
                                    yield event
                            came = await stream.final()
                        self._running.open = None
                elif isinstance(command, (LookUp, Save, Start, Wait)):
                    came = await self._do(command)
                else:
                    await maybe(self._running.tell(command))
                    yield command
        except BaseException as error:
            broken = error
            mark(error, self.result)
            raise
        finally:
            flow.close()
            await self._end(broken)

    async def _end(self, broken: BaseException | None) -> None:
        lost = self._running.count_lost(broken)
        try:
            await self._tasks.end(wait=not isinstance(broken, TimeoutError))
            if lost:
                with suppress(Exception):  # what broke the run off counts for more
                    await self._tasks.keep()
        finally:
            self._running.watch.end(broken)

    async def _look_up(self, command: LookUp) -> None:
        running = self._running
        for each in command.sets:
            left = running.seconds_left()
            try:
                async with asyncio.timeout(left):
                    running.plan.found[each] = await each.listed()
            except Exception as error:  # noqa: BLE001 - a set may raise anything
                running.not_looked_up(error, left, required=command.required)
        running.plan.gather()

    async def _do(self, command: LookUp | Save | Start | Wait) -> Any:
        if isinstance(command, Wait):
            return await self._tasks.wait()
        if isinstance(command, Save):
            await self._tasks.keep()
        elif isinstance(command, LookUp):
            await self._look_up(command)
        else:
            for job in command.jobs:
                self._tasks.start(job)
        return None
