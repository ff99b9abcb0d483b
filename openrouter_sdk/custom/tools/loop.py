"""The loop, without I/O: what is asked, which calls are run, when it stops, what goes back to the model.

`run_flow` is a generator. It yields what is to be done and is sent what came of it; the state says at each moment how
far the run is, so that a flow over a loaded state goes on where the other one ended.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeAlias

from openrouter_sdk import models

from .events import ApprovalNeeded, RunEvent, RunFinished, StepFinished, ToolCallFinished, ToolCallStarted, ToolProgress
from .plan import Job, Plan
from .reading import calls_of, ids_in, message_of, unfit_to_run
from .result import RunResult
from .state import RunState
from .steps import Step, ToolResult
from .toolset import ToolSet


@dataclass(frozen=True, slots=True)
class Ask:
    """Send a request with these fields; what comes back is the `ChatResult`."""

    fields: dict[str, Any]
    step: int


@dataclass(frozen=True, slots=True)
class LookUp:
    """Look up the tools of these sets, and let the plan know."""

    sets: list[ToolSet]
    required: bool
    """Whether the run cannot go on without; else it goes on with those known before."""


@dataclass(frozen=True, slots=True)
class Save:
    """Keep the state, if anybody wants it."""


@dataclass(frozen=True, slots=True)
class Start:
    """Begin these calls. Their results are entered in the state, and that is kept, when they come."""

    jobs: list[Job]


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait for what calls tell next; what comes back is a `Told`."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a call tells: its progress, or that it has its result."""

    job: Job
    finished: bool
    progress: object = None


Command: TypeAlias = LookUp | Ask | Save | Start | Wait | RunEvent
"""What is to be done next; an event is told to whoever watches."""
Commands: TypeAlias = Generator[Command, Any, None]
Flow: TypeAlias = Generator[Command, Any, RunResult]


def run_flow(state: RunState, plan: Plan, now: Callable[[], float]) -> Flow:
    """A run, from its state to its end or pause."""
    _wake_up(state)
    if plan.sets:
        yield LookUp(plan.sets, required=True)
    asked = len(state.steps)
    while state.stopped_by is None:
        if state.steps:
            yield from _perform(plan, state.steps[-1], now)
            yield from _conclude(state, plan, state.steps[-1])
        if state.stopped_by is None:
            if len(state.steps) > asked and (changing := [each for each in plan.sets if each.may_change]):
                yield LookUp(changing, required=False)
            yield from _ask(state, plan, now)
    result = RunResult(state)
    yield RunFinished(result)
    return result


def _wake_up(state: RunState) -> None:
    """Let a state go on that paused, or was left in the middle of a call."""
    if state.stopped_by == "pending":
        state.stopped_by = None
    for call in state.steps[-1].open_calls if state.steps else ():
        if call.status == "running":
            call.status, call.interrupted = "ready", True


def _ask(state: RunState, plan: Plan, now: Callable[[], float]) -> Commands:
    """One request. The step it becomes is kept before any of its calls is begun."""
    number, begun = len(state.steps) + 1, now()
    answer: models.ChatResult = yield Ask(plan.arguments(state), number)
    final = state.stopping is not None
    runs = not final and unfit_to_run(answer) is None
    calls = calls_of(answer, ids_in(state.messages), number) if runs else []
    state.steps.append(Step(number, answer, message_of(answer, calls), calls, now() - begun, final))
    for call in calls:
        if call.result is not None:
            yield ToolCallFinished(call, call.result, number)


def _perform(plan: Plan, step: Step, now: Callable[[], float]) -> Commands:
    """Run the calls of a step that can be run, at once or one after the other."""
    begun = now()
    jobs: list[Job] = []
    for call in step.open_calls:
        if call.status != "waiting" and (job := plan.job(call, step.number)) is not None:
            jobs.append(job)
        elif call.result is not None:
            yield ToolCallFinished(call, call.result, step.number)
    for group in [jobs] if plan.parallel and jobs else [[job] for job in jobs]:
        for job in group:
            job.call.status = "running"
        yield Save()
        for job in group:
            yield ToolCallStarted(job.call, step.number)
        yield Start(group)
        yield from _results(group, step.number)
    if jobs:
        step.duration_s += now() - begun


def _results(jobs: list[Job], step: int) -> Commands:
    open_jobs = len(jobs)
    while open_jobs:
        told: Told = yield Wait()
        call = told.job.call
        if call.result is not None and told.finished:
            open_jobs -= 1
            yield ToolCallFinished(call, call.result, step)
        else:
            yield ToolProgress(call, told.progress, step)


def _conclude(state: RunState, plan: Plan, step: Step) -> Commands:
    """Decide whether the run goes on after a step, pauses, or ends; or has one more answer to come."""
    if any(result.stops for result in step.results):
        for call in step.open_calls:
            call.settle(ToolResult("Error: the run was stopped before this call", "interrupted"))
        state.stopped_by = "stop_run"
    elif step.open_calls:
        state.stopped_by = "pending"
    elif step.final:
        state.stopped_by = state.stopping
    elif (unfit := unfit_to_run(step.answer)) is not None:
        state.stopped_by = unfit
    elif not step.calls:
        state.stopped_by = "answer"
    elif state.stopping is None and (why := plan.why_stop(state)) is not None:
        if plan.final_answer:
            state.stopping = why
        else:
            state.stopped_by = why
    yield Save()
    for call in step.open_calls:
        yield ApprovalNeeded(call, step.number)
    if not step.open_calls:
        yield StepFinished(step)
