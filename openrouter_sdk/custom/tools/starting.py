"""A run from the arguments of `chat.run`, and one that goes on from its state."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from openrouter_sdk.client import Arguments
from openrouter_sdk.types import Model, copy_json

from .._files import path_of
from ..engine import Call, Observer, whole_number
from ..errors import ArgumentError, as_list, as_object
from .conditions import KINDS, Condition, StopCondition, checked_conditions, name_of
from .plan import Plan
from .result import RunResult
from .running import Running
from .state import RunState
from .toolset import ToolSet
from .watching import Watch

_LIMITS = ("max_steps", "max_tool_errors", "repeated_calls", "final_answer", "parallel")
_WATCHERS = ("on_event", "on_state", "state_file")
_RUN_OPTIONS = (*_LIMITS, *_WATCHERS, "stop_when", "context")
_DECIDED_HERE = ("messages", "tools", "stream")
State: TypeAlias = RunState | RunResult | str | os.PathLike[str] | Mapping[str, Any]
"""A run that goes on: its state, a result that holds it, a file with it, or the JSON object it was saved as."""
STATE = "_state"
"""The keyword argument of `run` by which `resume` hands the state on."""


def prepare(
    given: Arguments,
    check: Callable[[Arguments], Call],
    send: Callable[[Arguments], Any],
    now: Callable[[], float],
    observer: Observer,
) -> Running:
    """A run from what `chat.run` was called with: `check` raises for what cannot be sent, and nothing is sent.

    Raises:
        ArgumentError: A value that cannot be used, or a `state_file` with a run that is not over.
        TypeError: A value of the wrong type.
    """
    given, options, state = _apart(given)
    if (file := options["state_file"]) is not None:
        path_of(file, "state_file")
    conditions = checked_conditions(options["stop_when"])
    wanted = _listed(given.body["tools"])
    limits = _checked({name: options[name] for name in _LIMITS})
    plan = Plan(wanted, conditions, context=options["context"], **limits)
    everything = {**given.options, **options}  # so that a misspelt option of the run is told with its right name
    first = check(given.replace(body={**given.body, "tools": plan.definitions or None}, options=everything))
    fields = {key: copy_json(value) for key, value in _set(given.body).items() if key not in _DECIDED_HERE}
    if state is None:
        _refuse_to_replace(file)
        state = RunState([copy_json(message) for message in given.body["messages"]], fields)
    _refuse_unknown_calls(state, plan)
    state.request, state.headers = fields, _set(given.headers)
    state.settings = {**limits, "stop_when": [_kept(condition) for condition in conditions]}
    watchers = {name: options[name] for name in _WATCHERS}
    for name in ("on_event", "on_state"):
        if watchers[name] is not None and not callable(watchers[name]):
            raise TypeError(f"{name} must be callable, not {type(watchers[name]).__name__}")
    again = {"tools": given.body["tools"], "stop_when": conditions, "context": options["context"]}
    state.running = {**given.options, **watchers, **again}
    stream, model = bool(given.body["stream"]), given.body["model"]
    watch = Watch(observer, state, plan, model if isinstance(model, str) else None, stream)
    return Running(state, plan, given, send, now, first.total_timeout_s, stream, watch, **watchers)


def _apart(given: Arguments) -> tuple[Arguments, dict[str, Any], RunState | None]:
    """The arguments of `send`, those of the run, and the state if one is to go on."""
    unknown = dict(given.unknown)
    state: RunState | None = unknown.pop(STATE, None)
    options = {name: value for name, value in given.options.items() if name in _RUN_OPTIONS}
    rest = {name: value for name, value in given.options.items() if name not in _RUN_OPTIONS}
    body, headers = given.body, given.headers
    if state is not None:
        body, headers = {**body, **state.request, **_set(body)}, {**headers, **state.headers, **_set(headers)}
    for name in _DECIDED_HERE:
        if isinstance(rest["extra_body"], Mapping) and name in rest["extra_body"]:
            raise ArgumentError(f"extra_body holds {name!r}, which the run decides: pass {name}=")
    return given.replace(body=body, headers=headers, options=rest, unknown=unknown), options, state


def opened_state(state: State) -> tuple[RunState, dict[str, Any]]:
    """The state, and what else the way it was given says of the run.

    Raises:
        ArgumentError: It is no state.
        OSError: The file cannot be read.
    """
    if isinstance(state, RunState):
        return state, {}
    if isinstance(state, RunResult):
        return state.state, {}
    if isinstance(state, Mapping):
        return RunState.from_dict(state), {}
    path: Any = state
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"a run goes on from its state, its result or a file, not from {type(state).__name__}")
    return RunState.load(state), {"state_file": state}


def resumed(state: State, **given: Any) -> dict[str, Any]:
    """The keyword arguments of `run` for a run that goes on; what is None among those given changes nothing.

    Raises:
        ArgumentError: It is no state, or has a stop condition that is a function, which is not given again.
        OSError: The file cannot be read.
    """
    state, kept = opened_state(state)
    given = _set(given)
    kept |= state.running or {}
    if "stop_when" not in given and state.running is None:
        kept["stop_when"] = [_condition(one) for one in as_list(state.settings.get("stop_when"))]
    limits = {name: state.settings[name] for name in _LIMITS if name in state.settings}
    return {"messages": state.given, **limits, **kept, **given, STATE: state}


def _listed(tools: Any) -> list[Any]:
    if tools is None:
        return []
    given = tools
    if isinstance(tools, (str, Mapping, Model, ToolSet)) or not isinstance(tools, Iterable):
        raise TypeError(f"tools must be a list of tools, not {type(given).__name__}")
    return list(given)


def _set(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _checked(limits: dict[str, Any]) -> dict[str, Any]:
    for name in ("max_steps", "max_tool_errors"):
        whole_number(name, limits[name], 1)
    if limits["repeated_calls"] is not None:
        whole_number("repeated_calls", limits["repeated_calls"], 2)
    return limits


def _refuse_to_replace(file: str | os.PathLike[str] | None) -> None:
    if file is not None and Path(file).exists() and RunState.load(file).stopped_by in (None, "pending"):
        raise ArgumentError(f"{os.fspath(file)} holds a run that is not over: resume() it, or remove the file")


def _refuse_unknown_calls(state: RunState, plan: Plan) -> None:
    for call in state.steps[-1].open_calls if state.steps else ():
        # what a set holds is not known yet; the model will be told
        if call.name not in plan.tools and not plan.sets:
            raise ArgumentError(f"the run has an open call of {call.name!r}: give the tool again, in tools=")


def _kept(condition: Condition) -> dict[str, Any]:
    if isinstance(condition, StopCondition):
        return {"kind": condition.kind, "value": condition.value}
    return {"function": name_of(condition)}


def _condition(kept: Any) -> StopCondition:
    data = as_object(kept)
    if "function" in data:
        raise ArgumentError(f"the run stops by the function {data['function']!r}: give it again, in stop_when=")
    if data.get("kind") not in KINDS or "value" not in data:
        raise ArgumentError(f"the run stops by {kept!r}, which this SDK does not know: give stop_when=")
    return StopCondition(data["kind"], data["value"])
