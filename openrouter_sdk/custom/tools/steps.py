"""What a run consists of: steps, each an answer with the calls it asks for and their results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias, get_args

from openrouter_sdk import models

from ..answers import sendable
from ..errors import ArgumentError, is_object

ErrorKind: TypeAlias = Literal[
    "unknown_tool", "bad_json", "bad_arguments", "raised", "timeout", "tool_error", "rejected", "interrupted"
]
"""What went wrong with a call."""
Status: TypeAlias = Literal["ready", "running", "waiting", "approved", "done"]
WaitsFor: TypeAlias = Literal["approval", "result"]


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What a call came to."""

    content: str | list[dict[str, Any]]
    """What the model is told: text, or content parts."""
    error_kind: ErrorKind | None = None
    """What went wrong; None when nothing did."""
    duration_s: float = 0.0
    stops: bool = False
    """Whether the tool ended the run, with `StopRun`."""
    value: Any = field(default=None, compare=False)
    """What the tool returned; after a run was loaded from a file, only what `StopRun` held."""
    error: BaseException | None = field(default=None, compare=False, repr=False)
    """What the tool raised; not kept in a file."""

    @property
    def is_error(self) -> bool:
        """Whether the call failed."""
        return self.error_kind is not None

    def to_dict(self) -> dict[str, Any]:
        """What is kept in a file."""
        kept = {"content": self.content, "error_kind": self.error_kind, "duration_s": self.duration_s}
        return {**kept, "stops": True, "value": self.value} if self.stops else kept


@dataclass(slots=True)
class ToolCall:
    """A call that the model asked for."""

    id: str
    """Unique within the run; the server's own where that is."""
    name: str
    arguments: dict[str, Any]
    """As the model wrote them; empty if that is no JSON object."""
    raw: str
    """The text that the model wrote."""
    status: Status = "ready"
    waits_for: WaitsFor | None = None
    """For what it waits while its status is `waiting`: somebody's approval, or its result from somebody else."""
    interrupted: bool = False
    """Whether it had begun when the process ended, so that it may have taken effect."""
    result: ToolResult | None = None

    def settle(self, result: ToolResult) -> bool:
        """Give it its result; the first one counts. Returns whether this was it."""
        if self.result is not None:
            return False
        content = sendable(result.content)
        self.result = result if content is result.content else replace(result, content=content)
        self.status, self.waits_for = "done", None
        return True

    def to_dict(self) -> dict[str, Any]:
        """What is kept in a file."""
        kept = {name: getattr(self, name) for name in self.__slots__}
        return {**kept, "result": None if self.result is None else self.result.to_dict()}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> ToolCall:
        """The reverse of `to_dict`."""
        kept: Any = data["result"]
        fields: dict[str, Any] = {**data, "result": None if kept is None else ToolResult(**kept)}
        return cls(**fields)


@dataclass(slots=True)
class Step:
    """An answer, the calls it asks for, and their results."""

    number: int
    """From 1."""
    answer: models.ChatResult
    message: dict[str, Any] | None
    """The answer as it goes back to the model; None when it holds nothing that could."""
    calls: list[ToolCall]
    """In the order of the answer; empty when nothing of it may be run, because it was cut off, for instance."""
    duration_s: float = 0.0
    """From the request to the last result."""
    final: bool = False
    """Whether it was asked for without tools, after a stop condition."""

    @property
    def results(self) -> list[ToolResult]:
        """Results of the calls, as far as there are any."""
        return [call.result for call in self.calls if call.result is not None]

    @property
    def open_calls(self) -> list[ToolCall]:
        """Calls without a result."""
        return [call for call in self.calls if call.result is None]

    @property
    def usage(self) -> models.ChatUsage | None:
        """Usage of the answer."""
        return self.answer.usage

    @property
    def cost(self) -> float | None:
        """What the answer cost, in USD credits; None when unknown."""
        return self.answer.cost

    def messages(self) -> list[dict[str, Any]]:
        """What it adds to the conversation: the answer and the results, in the order of the calls."""
        told = [] if self.message is None else [self.message]
        return told + [
            {"role": "tool", "tool_call_id": call.id, "content": call.result.content}
            for call in self.calls
            if call.result is not None
        ]

    def to_dict(self) -> dict[str, Any]:
        """What is kept in a file."""
        return {
            "answer": self.answer.to_dict(),
            "message": self.message,
            "calls": [call.to_dict() for call in self.calls],
            "duration_s": self.duration_s,
            "final": self.final,
        }


def steps_from(kept: Sequence[Any]) -> list[Step]:
    """The steps of a file.

    Raises:
        ArgumentError: They are none.
    """
    try:
        return [_step(number, data) for number, data in enumerate(kept, 1)]
    except (KeyError, TypeError, AttributeError) as error:
        raise ArgumentError(f"the steps of a run state cannot be read: {error!r}") from None


def _step(number: int, data: dict[str, Any]) -> Step:
    step = Step(
        number=number,
        answer=models.ChatResult.from_dict(data["answer"]),
        message=data["message"],
        calls=[ToolCall.from_dict(call) for call in data["calls"]],
        duration_s=data["duration_s"],
        final=data["final"],
    )
    good = isinstance(data["duration_s"], (int, float)) and (data["message"] is None or is_object(data["message"]))
    if not (good and all(map(_is_whole, step.calls))):
        raise TypeError(f"step {number} holds values of the wrong type")
    return step


def _is_whole(call: ToolCall) -> bool:
    texts: tuple[Any, ...] = (call.id, call.name, call.raw)
    known = call.status in get_args(Status) and call.waits_for in (None, *get_args(WaitsFor))
    ended = (call.result is None) == (call.status != "done")
    return all(isinstance(text, str) for text in texts) and known and ended and is_object(call.arguments)
