"""The two drivers of bulk runs: threads and tasks. They send and wait as the run says, and decide nothing."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from contextvars import Context, copy_context

from openrouter_sdk.models import ChatResult

from ..engine import Call
from .plan import Job
from .run import Outcome, Run

_GLANCE_S = 1.0
"""Longest blocking wait in seconds. On Windows, Ctrl-C does not wake a thread that waits for a queue."""


class Threads:
    """Sends jobs in threads, one for each request under way.

    When the run ends, also by Ctrl-C, the answers that are under way are waited for: they are paid for. A second Ctrl-C
    leaves them; the threads do not keep the process alive.
    """

    def __init__(self, run: Run, send: Callable[[Call], ChatResult], sleep: Callable[[float], None]) -> None:
        self._run = run
        self._send = send
        self._sleep = sleep
        self._jobs: queue.SimpleQueue[tuple[Context, Job] | None] = queue.SimpleQueue()
        self._outcomes: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._in_flight = 0

    def drive(self) -> None:
        """Drive the run to its end."""
        outcomes: list[Outcome] = []
        try:
            while (step := self._run.next(outcomes)) is not None:
                if isinstance(step, Job):
                    self._start(step)
                    outcomes = self._arrived()
                else:
                    outcomes = self._wait(step.seconds)
        except BaseException as error:
            self._end(error)
            raise
        self._end(None)

    def _end(self, error: BaseException | None) -> None:
        # A thread takes all that was queued before its None, so nothing is lost between counting and stopping.
        for _ in self._threads:
            self._jobs.put(None)
        waiting_for = self._in_flight - self._outcomes.qsize()
        if error is not None and waiting_for > 0:
            self._run.stop_early(error, waiting_for)
        for thread in self._threads:
            thread.join()

    def _start(self, job: Job) -> None:
        if self._in_flight == len(self._threads):
            thread = threading.Thread(target=self._work, name="openrouter-map", daemon=True)
            thread.start()
            self._threads.append(thread)
        self._in_flight += 1
        self._jobs.put((copy_context(), job))

    def _wait(self, seconds: float | None) -> list[Outcome]:
        if not self._in_flight and seconds is not None:
            self._sleep(seconds)
            return []
        try:
            outcome = self._outcomes.get(timeout=_GLANCE_S if seconds is None else min(seconds, _GLANCE_S))
        except queue.Empty:
            return []
        self._in_flight -= 1
        return [outcome, *self._arrived()]

    def _arrived(self) -> list[Outcome]:
        """All that is there already: a rate limit among it holds from this moment on."""
        outcomes: list[Outcome] = []
        with suppress(queue.Empty):
            while True:
                outcomes.append(self._outcomes.get_nowait())
                self._in_flight -= 1
        return outcomes

    def _work(self) -> None:
        while (given := self._jobs.get()) is not None:
            context, job = given
            self._outcomes.put(context.run(self._try, job))

    def _try(self, job: Job) -> Outcome:
        try:
            result = self._send(job.next_call())
        except Exception as error:  # noqa: BLE001 - it stands in the place of the answer
            return self._run.fail(job, error)
        except BaseException as error:  # noqa: BLE001 - SystemExit in a thread would end nothing but the thread
            return Outcome(job, RuntimeError(f"stopped by {error!r}"), error)
        return self._run.keep(job, result)


class Tasks:
    """Sends jobs in asyncio tasks; the same for async.

    An error that ends the run waits for the answers that are under way; being cancelled cancels them.
    """

    def __init__(
        self,
        run: Run,
        send: Callable[[Call], Awaitable[ChatResult]],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._run = run
        self._send = send
        self._sleep = sleep
        self._tasks: set[asyncio.Task[Outcome]] = set()
        # asking all tasks which of them are done would cost each answer as much as there are
        self._done: asyncio.Queue[asyncio.Task[Outcome]] = asyncio.Queue()

    async def drive(self) -> None:
        """Drive the run to its end."""
        outcomes: list[Outcome] = []
        try:
            while (step := self._run.next(outcomes)) is not None:
                outcomes = []
                if isinstance(step, Job):
                    self._start(step)
                else:
                    outcomes = await self._wait(step.seconds)
        except Exception as error:
            if waiting_for := sum(not task.done() for task in self._tasks):
                self._run.stop_early(error, waiting_for)
                await asyncio.wait(self._tasks)
            raise
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _start(self, job: Job) -> None:
        task = asyncio.create_task(self._try(job))
        task.add_done_callback(self._done.put_nowait)
        self._tasks.add(task)

    async def _wait(self, seconds: float | None) -> list[Outcome]:
        if not self._tasks and seconds is not None:
            await self._sleep(seconds)
            return []
        try:
            async with asyncio.timeout(seconds):
                done = [await self._done.get()]
        except TimeoutError:
            return []
        while not self._done.empty():
            done.append(self._done.get_nowait())
        self._tasks.difference_update(done)
        return [task.result() for task in done]

    async def _try(self, job: Job) -> Outcome:
        try:
            result = await self._send(job.next_call())
        except Exception as error:  # noqa: BLE001 - it stands in the place of the answer
            return self._run.fail(job, error)
        return self._run.keep(job, result)
