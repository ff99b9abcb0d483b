"""Calls of tools in tasks; plain functions in threads, so that the event loop goes on."""

from __future__ import annotations

import asyncio
import inspect
import threading
import time
from contextlib import suppress
from contextvars import copy_context
from typing import Any, TypeAlias

from .context import ToolContext
from .loop import Told
from .loop_thread import THREAD_NAME
from .plan import Job
from .results import outcome, overdue, raised, returned
from .running import Running
from .steps import ToolResult

_Outcome: TypeAlias = tuple[Any, BaseException | None]


class Tasks:
    """Runs calls, and hands on what they tell."""

    def __init__(self, run: Running) -> None:
        self._lock = asyncio.Lock()
        self._run = run
        self._loop = asyncio.get_running_loop()
        self._told: asyncio.Queue[Told | BaseException] = asyncio.Queue()
        self._calls: dict[str, tuple[ToolContext[Any], asyncio.Task[None]]] = {}
        self._threads: dict[str, tuple[Job, asyncio.Future[_Outcome]]] = {}

    def start(self, job: Job) -> None:
        """Begin a call."""
        context = job.context(lambda value: self._tell(Told(job, finished=False, progress=value)))
        self._calls[job.call.id] = context, self._loop.create_task(self._work(job, context))

    async def wait(self) -> Told:
        """What is told next.

        Raises:
            RequestTimedOutError: Nothing before the time of the run is over.
            BaseException: What keeping the state raised, or a tool that wants the program to end.
        """
        try:
            async with asyncio.timeout(self._run.seconds_left()):
                told = await self._told.get()
        except TimeoutError:
            raise self._run.overdue() from None
        if isinstance(told, BaseException):
            raise told
        return told

    async def keep(self) -> None:
        """Keep the state of the run, once at a time."""
        async with self._lock:
            await maybe(self._run.keep())

    async def end(self, *, wait: bool) -> None:
        """Cancel all calls under way, and wait for their ends.

        Args:
            wait: Whether to wait for threads as well, which cannot be cancelled, and keep their results, except those
                of calls that took longer than their limit.
        """
        for context, task in self._calls.values():
            context.stopped.set()
            task.cancel()
        under_way: list[asyncio.Future[Any]] = [task for _, task in self._calls.values()]
        if wait:
            under_way += [done for _, done in self._threads.values()]
        if under_way:
            await asyncio.wait(under_way)
        for job, done in list(self._threads.values()) if wait else ():
            value, error = done.result()
            await self._settle(job, outcome(value, error))

    def _tell(self, told: Told) -> None:
        """From any thread."""
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(self._told.put_nowait, told)

    async def _work(self, job: Job, context: ToolContext[Any]) -> None:
        self._run.watch.tool_started(job)
        begun, limit = time.monotonic(), job.tool.timeout_s
        timeout = asyncio.timeout(limit)
        try:
            async with timeout:
                value = await self._value(job, context)
            result = returned(value, time.monotonic() - begun)
        except Exception as error:  # noqa: BLE001 - whatever a tool raises, the model is told
            result = raised(error, time.monotonic() - begun)
            if limit is not None and timeout.expired():
                result = overdue(limit)
                context.stopped.set()
                self._threads.pop(job.call.id, None)
        except asyncio.CancelledError as error:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise
            result = raised(error, time.monotonic() - begun)
        except BaseException as error:  # noqa: BLE001 - it wants the program to end, not the task
            self._told.put_nowait(error)
            return
        await self._settle(job, result)

    async def _settle(self, job: Job, result: ToolResult) -> None:
        job.call.settle(result)
        self._run.watch.tool_ended(job.call)
        try:
            await self.keep()
        except Exception as error:  # noqa: BLE001 - raised where results are waited for
            self._told.put_nowait(error)
        else:
            self._told.put_nowait(Told(job, finished=True))

    async def _value(self, job: Job, context: ToolContext[Any]) -> Any:
        if job.tool.is_async:
            return await job.tool.invoke(job.values, context)
        value = await self._in_thread(job, context)
        return await value if inspect.isawaitable(value) else value

    async def _in_thread(self, job: Job, context: ToolContext[Any]) -> Any:
        done: asyncio.Future[_Outcome] = self._loop.create_future()

        def work() -> None:
            value, fault = None, None
            try:
                value = job.tool.invoke(job.values, context)
            except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
                fault = error
            with suppress(RuntimeError):  # the loop is closed
                self._loop.call_soon_threadsafe(done.set_result, (value, fault))

        self._threads[job.call.id] = job, done
        threading.Thread(target=copy_context().run, args=(work,), name=THREAD_NAME, daemon=True).start()
        # shielded, because `end` waits for the thread after this task has been cancelled
        value, error = await asyncio.shield(done)
        self._threads.pop(job.call.id, None)
        if error is not None:
            raise error
        return value


async def maybe(value: Any) -> None:
    """Await what a function of the user's gave, if it is to be awaited."""
    if inspect.isawaitable(value):
        await value
