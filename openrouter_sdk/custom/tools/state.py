"""The state of a run as plain JSON, so that it goes on after a pause, in another process, or after a crash."""

from __future__ import annotations

import json
import os
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openrouter_sdk import models

from .._files import read_file, replace_file
from ..errors import ArgumentError, as_list, is_object, load_json
from .steps import Step, ToolCall, ToolResult, steps_from

VERSION = 1
_KIND = "openrouter-run"
_CONSTANT = re.compile("NaN|Infinity")


@dataclass(slots=True)
class RunState:
    """Everything a run has come to. Tools, functions and the API key are not in it: they are given again."""

    given: list[dict[str, Any]]
    """The messages it began with."""
    request: dict[str, Any]
    """The fields of its requests, beside messages and tools, as JSON."""
    headers: dict[str, Any] = field(default_factory=dict[str, Any])
    """The headers that the contract names, as they were given."""
    settings: dict[str, Any] = field(default_factory=dict[str, Any])
    """Its limits."""
    steps: list[Step] = field(default_factory=list[Step])
    stopping: str | None = None
    """The condition that fired, while the last answer is still to come."""
    stopped_by: str | None = None
    """Why it ended, or paused; None while it runs."""
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    """Names the run to those who watch it; it keeps it when it goes on."""
    lost: list[models.ChatResult] = field(default_factory=list["models.ChatResult"])
    """Streamed answers that were cut off, with the usage they had told; they cost, but are no steps."""
    running: Any = field(default=None, repr=False, compare=False)
    """What it was run with in this process, so that tools need not be given again; it is not kept in a file."""

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The conversation so far, as dicts."""
        return [*self.given, *(message for step in self.steps for message in step.messages())]

    @property
    def pending(self) -> list[ToolCall]:
        """The calls that wait: for approval, or for their results."""
        return [call for step in self.steps[-1:] for call in step.calls if call.status == "waiting"]

    def approve(self, call_id: str) -> None:
        """Let a call run once the run goes on.

        Raises:
            ArgumentError: No call with this id waits for approval.
        """
        self._waiting(call_id, "approval").status = "approved"

    def reject(self, call_id: str, reason: str = "") -> None:
        """Do not let a call run; the model is told.

        Args:
            call_id: The id of a call in `pending`.
            reason: Why, for the model.

        Raises:
            ArgumentError: No call with this id waits.
        """
        told = f"Error: the call was rejected: {reason}" if reason else "Error: the call was rejected"
        self._waiting(call_id, None).settle(ToolResult(told, "rejected"))

    def supply(self, call_id: str, result: Any) -> None:
        """Give a call its result, which somebody else has come to.

        Args:
            call_id: The id of a call in `pending`.
            result: Text, or a JSON value.

        Raises:
            ArgumentError: No call with this id waits.
        """
        content = result if isinstance(result, str) else json.dumps(result, ensure_ascii=False)
        self._waiting(call_id, None).settle(ToolResult(content, value=result))

    def __reduce__(self) -> tuple[Any, ...]:
        return RunState.from_dict, (self.to_dict(),)

    def _waiting(self, call_id: str, waits_for: str | None) -> ToolCall:
        for call in self.pending:
            if call.id == call_id:
                if waits_for not in (None, call.waits_for):
                    raise ArgumentError(f"call {call_id!r} of {call.name!r} waits for its result: supply() it")
                return call
        known = ", ".join(repr(call.id) for call in self.pending) or "none"
        raise ArgumentError(f"no call {call_id!r} waits; waiting: {known}")

    def to_dict(self) -> dict[str, Any]:
        """The state as a JSON object."""
        return {
            "kind": _KIND,
            "version": VERSION,
            **{name: getattr(self, name) for name in self.__slots__ if name != "running"},
            "steps": [step.to_dict() for step in self.steps],
            "lost": [answer.to_dict() for answer in self.lost],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> RunState:
        """The reverse of `to_dict`.

        Raises:
            ArgumentError: It is no state of a run, or of a version that this SDK does not know.
        """
        given: Any = data
        if not isinstance(given, Mapping) or data.get("kind") != _KIND:
            raise ArgumentError("no state of a run")
        if data.get("version") != VERSION:
            raise ArgumentError(f"a run state of version {data.get('version')!r}; this SDK reads version {VERSION}")
        wrong = [name for name in ("given", "steps") if not isinstance(data.get(name), list)]
        wrong += [name for name in ("request", "headers", "settings") if not is_object(data.get(name))]
        if wrong:
            raise ArgumentError(f"a run state without {', '.join(wrong)}")
        kept = ("given", "request", "headers", "settings", "stopping", "stopped_by")
        fields: dict[str, Any] = {name: data.get(name) for name in kept}
        if isinstance(data.get("id"), str):
            fields["id"] = data["id"]
        fields["lost"] = [models.ChatResult.from_dict(each) for each in as_list(data.get("lost")) if is_object(each)]
        return cls(**fields, steps=steps_from(data["steps"]))

    def to_json(self) -> str:
        """The state as JSON text.

        Raises:
            ArgumentError: A field of the request has no form in JSON.
        """
        try:
            text = json.dumps(self.to_dict())
            # a number without a form in JSON, which some server sent, is kept as null
            return json.dumps(json.loads(text, parse_constant=lambda _: None)) if _CONSTANT.search(text) else text
        except (TypeError, ValueError) as error:
            raise ArgumentError(f"the state of this run cannot be saved: {error}") from None

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write it to a file, which always holds a whole state: the old or the new. A new file is its owner's alone.

        Raises:
            ArgumentError: A field of the request has no form in JSON.
            OSError: The file cannot be written.
        """
        replace_file(path, self.to_json().encode())

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> RunState:
        """Read it from a file.

        Raises:
            ArgumentError: The file holds no state of a run, or one of another version.
            OSError: The file cannot be read.
        """
        try:
            return cls.from_dict(load_json(read_file(path).decode()))
        except ArgumentError as error:
            raise ArgumentError(f"{os.fspath(path)}: {error}") from None
        except ValueError as error:
            raise ArgumentError(f"{os.fspath(path)}: no state of a run: {error}") from None
