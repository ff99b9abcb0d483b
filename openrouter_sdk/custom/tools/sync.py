"""A run driven by threads: `RunStream` gives its events, `final()` its result."""

from __future__ import annotations

import inspect
from collections.abc import Generator
from contextlib import suppress
from typing import Any, Self

from ..stream import Closing
from .events import RunEvent
from .loop import Ask, LookUp, Save, Start, Wait, run_flow
from .result import RunResult
from .running import Running, deltas_of, mark
from .threads import Threads


class _ClosedMeanwhile(Exception):  # noqa: N818 - it ends a run quietly
    pass


class RunStream(Closing):
    """The events of a run, made by `chat.run(stream=True)`.

    Iterate over it inside `with`, or close it when you stop early. The run goes on while it is iterated; tools that
    have been called go on meanwhile. It may be closed from another thread.

    Raises, while iterating, what `chat.run` raises; `tools.partial_run(error)` is what the run had come to.
    """

    def __init__(self, running: Running) -> None:
        for name in ("on_event", "on_state"):
            if inspect.iscoroutinefunction(getattr(running, name)):
                raise TypeError(f"{name} must be a plain function: run() awaits nothing, run_async() does")
        self._running = running
        self._closed = False
        self._threads = Threads(running)
        self._events = self._drive()

    @property
    def result(self) -> RunResult:
        """What the run has come to so far."""
        return self._running.result

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> RunEvent:
        return next(self._events)

    def final(self) -> RunResult:
        """Go on to the end, or to the pause, and return what the run has come to."""
        for _ in self:
            pass
        return self.result

    def close(self) -> None:
        """End the run if it still goes on: async tools are cancelled, others waited for. Twice does nothing."""
        self._closed = True
        if self._running.open is not None:
            self._running.open.close()
        self._threads.wake(_ClosedMeanwhile())
        # another thread that runs it finds it closed, and ends it itself
        with suppress(ValueError):
            self._events.close()

    def _drive(self) -> Generator[RunEvent]:
        flow = run_flow(self._running.state, self._running.plan, self._running.now)
        broken: BaseException | None = None
        self._running.watch.begin()
        try:
            came: Any = None
            while not self._closed:
                try:
                    command = flow.send(came)
                except StopIteration:
                    return
                came = None
                self._running.watch.see(command)
                if isinstance(command, Ask):
                    came = yield from self._ask(command)
                elif isinstance(command, (LookUp, Save, Start, Wait)):
                    came = self._do(command)
                else:
                    self._running.tell(command)
                    yield command
        except _ClosedMeanwhile:
            return
        except BaseException as error:
            broken = error
            mark(error, self.result)
            raise
        finally:
            flow.close()
            lost = self._running.count_lost(broken)
            self._threads.end(wait=not isinstance(broken, TimeoutError))
            if lost:
                with suppress(Exception):  # what broke the run off counts for more
                    self._threads.keep()
            self._running.watch.end(broken)

    def _look_up(self, command: LookUp) -> None:
        running = self._running
        for each in command.sets:
            left = running.seconds_left()
            try:
                running.plan.found[each] = each.listed_now(left)
            except Exception as error:  # noqa: BLE001 - a set may raise anything
                running.not_looked_up(error, left, required=command.required)
        running.plan.gather()

    def _do(self, command: LookUp | Save | Start | Wait) -> Any:
        if isinstance(command, Wait):
            return self._threads.wait()
        if isinstance(command, Save):
            self._threads.keep()
        elif isinstance(command, LookUp):
            self._look_up(command)
        else:
            for job in command.jobs:
                self._threads.start(job)
        return None

    def _ask(self, command: Ask) -> Generator[RunEvent, None, Any]:
        answer = self._running.send(self._running.request(command))
        if not self._running.stream:
            return answer
        self._running.open = answer
        with answer:
            for chunk in answer:
                for event in deltas_of(chunk, command.step):
                    self._running.tell(event)
                    yield event
            if self._closed:
                raise _ClosedMeanwhile
            finished = answer.final()
        self._running.open = None
        return finished
