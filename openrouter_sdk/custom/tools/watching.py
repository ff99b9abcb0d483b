"""What the client's hooks are told of a run: which start and which end each command of the loop stands for."""

from __future__ import annotations

import threading
import time
from typing import Any

from ..engine import (
    Observer,
    RunEndEvent,
    RunStartEvent,
    StepEndEvent,
    StepStartEvent,
    ToolEndEvent,
    ToolStartEvent,
)
from .events import ApprovalNeeded, RunFinished, StepFinished, ToolCallFinished
from .loop import Ask, Command, Start
from .plan import Job, Plan
from .result import RunResult
from .state import RunState
from .steps import Step, ToolCall


class Watch:
    """Tells of one run, from any thread. Each start has one end."""

    def __init__(self, observer: Observer, state: RunState, plan: Plan, model: str | None, stream: bool) -> None:
        self._tell, self._hooks = observer.tell, observer.hooks
        self._state, self._plan, self._model, self._stream = state, plan, model, stream
        self._lock = threading.Lock()
        self._begun: dict[str, float] = {}
        self._open_calls: dict[str, tuple[ToolCall, int]] = {}
        self._open_step: int | None = None
        self._step_begun = self._run_begun = 0.0
        self._running = self._over = False

    def begin(self) -> None:
        """The run begins."""
        self._running, self._run_begun = True, time.perf_counter()
        here = tuple(name for name, tool in self._plan.tools.items() if tool.function is not None)
        state = self._state
        event = RunStartEvent(state.id, self._model, self._stream, here, bool(state.steps), state.messages)
        self._tell(self._hooks.on_run_start, event)

    def see(self, command: Command) -> None:
        """The loop wants this done next."""
        match command:
            case Ask(step=number):
                self._begin_step(number)
            case Start(jobs=jobs):
                self._begin_step(jobs[0].step, resumed=True)
            case ToolCallFinished(call=call, step=number):
                self._refused(call, number)
            case StepFinished(step=step):
                self._begin_step(step.number, resumed=True)
                self._end_step(step)
            case ApprovalNeeded() if self._open_step is not None:
                self._end_step(self._state.steps[-1])
            case RunFinished():
                self._end_run(None)
            case _:
                pass

    def tool_started(self, job: Job) -> None:
        """A call begins, in this thread or task."""
        told = job.tool.definition["function"].get("description")
        self._start_call(job.call, job.step, told)

    def tool_ended(self, call: ToolCall, broken_off: BaseException | None = None) -> None:
        """A call has its result, or will have none because the run broke off."""
        with self._lock:
            if (found := self._open_calls.pop(call.id, None)) is None:
                return
        result, took = call.result, _ms_since(self._begun[call.id])
        event = ToolEndEvent(
            run_id=self._state.id,
            step=found[1],
            call_id=call.id,
            name=call.name,
            duration_ms=took,
            error_kind="interrupted" if result is None else result.error_kind,
            error=broken_off if result is None else result.error,
            result=result,
        )
        self._tell(self._hooks.on_tool_end, event)

    def end(self, error: BaseException | None) -> None:
        """The run is over. What is still open ends with it.

        Args:
            error: What broke it off; None when it was closed, or came to its end.
        """
        error = None if isinstance(error, GeneratorExit) else error
        with self._lock:
            self._over = True
            calls = [call for call, _ in self._open_calls.values()]
        for call in calls:
            self.tool_ended(call, error)
        if self._open_step is not None:
            steps = self._state.steps
            there = bool(steps) and steps[-1].number == self._open_step
            self._end_step(steps[-1] if there else None, error)
        self._end_run(error)

    def _begin_step(self, number: int, *, resumed: bool = False) -> None:
        if self._open_step == number:
            return
        self._open_step, self._step_begun = number, time.perf_counter()
        self._tell(self._hooks.on_step_start, StepStartEvent(self._state.id, number, self._model, resumed))

    def _end_step(self, step: Step | None, error: BaseException | None = None) -> None:
        number, self._open_step = self._open_step, None
        assert number is not None  # noqa: S101 - asked of open steps alone
        told: dict[str, Any] = {"model": self._model}
        if step is not None:
            answer = step.answer
            told = {
                "model": answer.model or self._model,
                "finish_reason": answer.finish_reason,
                "generation_id": answer.http.generation_id or answer.id or None,
                "tool_calls": tuple(call.name for call in step.calls),
                "pending": tuple(call.id for call in step.calls if call.status == "waiting"),
                "usage": step.usage,
                "cost": step.cost,
                "answer": answer,
            }
        event = StepEndEvent(self._state.id, number, _ms_since(self._step_begun), error=error, **told)
        self._tell(self._hooks.on_step_end, event)

    def _end_run(self, error: BaseException | None) -> None:
        if not self._running:
            return
        self._running = False
        result = RunResult(self._state)
        event = RunEndEvent(
            run_id=self._state.id,
            duration_ms=_ms_since(self._run_begun),
            model=getattr(result.answer, "model", None) or self._model,
            steps=len(result.steps),
            tool_calls=sum(len(step.calls) for step in result.steps),
            stopped_by=result.stopped_by,
            usage=result.usage,
            cost=result.cost,
            error=error,
            result=result,
        )
        self._tell(self._hooks.on_run_end, event)

    def _refused(self, call: ToolCall, step: int) -> None:
        """A call has its result; if it never began, nobody was told of it."""
        if call.id not in self._begun:
            self._begin_step(step, resumed=True)
            self._start_call(call, step, None)
            self.tool_ended(call)

    def _start_call(self, call: ToolCall, step: int, description: str | None) -> None:
        with self._lock:
            if self._over:
                return
            self._begun[call.id] = time.perf_counter()
            self._open_calls[call.id] = call, step
        event = ToolStartEvent(self._state.id, step, call.id, call.name, description, call.arguments)
        self._tell(self._hooks.on_tool_start, event)


def _ms_since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000
