"""Calls of tools in threads; async ones in an event loop that they share."""

from __future__ import annotations

import inspect
import queue
import threading
import time
from concurrent.futures import CancelledError
from contextvars import copy_context
from functools import partial
from typing import Any

from .context import ToolContext
from .loop import Told
from .loop_thread import THREAD_NAME, LoopThread
from .plan import Job
from .results import overdue, raised, returned
from .running import Running
from .steps import ToolResult


class Threads:
    """Runs calls, and hands on what they tell.

    Args:
        run: What the calls belong to. If they are not parallel, plain functions run in the caller's thread, unless they
            have a time limit; all others have a thread of their own.
    """

    def __init__(self, run: Running) -> None:
        self._lock = threading.Lock()
        self._run = run
        self._told: queue.SimpleQueue[Told | BaseException] = queue.SimpleQueue()
        self._let_go = False
        self._calls: dict[str, tuple[ToolContext[Any], threading.Thread | None]] = {}
        self._loop = LoopThread()

    def start(self, job: Job) -> None:
        """Begin a call."""
        context = job.context(lambda value: self._told.put(Told(job, finished=False, progress=value)))
        if not self._run.plan.parallel and job.tool.timeout_s is None and not job.tool.is_async:
            self._calls[job.call.id] = context, None
            copy_context().run(self._work, job, context)
            return
        thread = threading.Thread(
            target=copy_context().run, args=(self._work, job, context), name=THREAD_NAME, daemon=True
        )
        self._calls[job.call.id] = context, thread
        thread.start()

    def wait(self) -> Told:
        """What is told next.

        Raises:
            RequestTimedOutError: Nothing before the time of the run is over.
            BaseException: What `wake` was given, keeping the state raised, or a tool that wants the program to end.
        """
        try:
            told = self._told.get(timeout=self._run.seconds_left())
        except queue.Empty:
            raise self._run.overdue() from None
        if isinstance(told, BaseException):
            raise told
        return told

    def keep(self) -> None:
        """Keep the state of the run, while no call changes it."""
        with self._lock:
            self._run.keep()

    def wake(self, error: BaseException) -> None:
        """End a `wait` by an error."""
        self._told.put(error)

    def end(self, *, wait: bool) -> None:
        """Tell all calls under way that nobody waits for them any more; async ones are cancelled.

        Args:
            wait: Whether to wait until they have ended, and keep their results, except those that took longer than
                their limit. Else what they come to is dropped.
        """
        with self._lock:
            self._let_go = not wait
            running = list(self._calls.values())
        for context, _ in running:
            context.stopped.set()
        self._loop.end(wait=wait)
        for _, thread in running if wait else ():
            if thread is not None:
                thread.join()

    def _work(self, job: Job, context: ToolContext[Any]) -> None:
        begun, timer = time.monotonic(), None
        if context.cancelled:
            return
        self._run.watch.tool_started(job)
        if job.tool.timeout_s is not None:
            timer = threading.Timer(job.tool.timeout_s, self._give_up, (job, context, job.tool.timeout_s))
            timer.daemon = True
            timer.start()
        try:
            make = partial(job.tool.invoke, job.values, context)
            value = self._loop.run(job.call.id, make) if job.tool.is_async else make()
            if inspect.isawaitable(value):
                value = self._loop.run(job.call.id, lambda: value)
            result = returned(value, time.monotonic() - begun)
        except CancelledError as error:
            if context.stopped.is_set():
                return
            result = raised(error, time.monotonic() - begun)
        except Exception as error:  # noqa: BLE001 - whatever a tool raises, the model is told
            result = raised(error, time.monotonic() - begun)
        except BaseException as error:  # noqa: BLE001 - it wants the program to end, not the thread
            self._told.put(error)
            return
        finally:
            if timer is not None:
                timer.cancel()
        self._settle(job, result)

    def _settle(self, job: Job, result: ToolResult) -> None:
        with self._lock:
            if self._let_go or not job.call.settle(result):
                return
            self._calls.pop(job.call.id, None)
            told: Told | BaseException = Told(job, finished=True)
            try:
                self._run.keep()
            except BaseException as error:  # noqa: BLE001 - raised where results are waited for
                told = error
        self._run.watch.tool_ended(job.call)
        self._told.put(told)

    def _give_up(self, job: Job, context: ToolContext[Any], limit: float) -> None:
        # A plain function cannot be stopped. Its thread is left to itself.
        self._settle(job, overdue(limit))
        context.stopped.set()
        self._loop.cancel(job.call.id)
